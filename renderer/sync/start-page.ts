import { err, ok } from '../../shared/basics/result.ts';
import { BRIDGE_VERSION } from '../../shared/bridge.ts';
import { DATABASE_VERSION, storedVersion } from '../db/desk-database.ts';
import { openStorage } from './open-storage.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, BridgeFault, HostHello } from '../../shared/bridge.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { Opened } from '../store/deps.ts';
import type { DeskDatabase } from '../db/desk-database.ts';
import type { Opening } from './open-storage.ts';

/** What a page knows once it may work. */
export type Started = { readonly hello: HostHello; readonly catalogue: Catalogue; readonly opened: Opened };

type Deps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly newEpoch: () => string;
  readonly nowMs: () => number;
};

/** Asks the host who it is, opens the storage (one window at a time), and loads the catalogue. */
export async function startPage(deps: Deps): Promise<Result<Started, BridgeFault>> {
  const { bridge, db } = deps;
  // Asked all at once; what becomes of the storage tells its opening below, which goes on from here.
  const asked = bridge.call('catalogue', {});
  const opening = openEarly(db);
  const hello = await bridge.call('hello', {});
  await opening;
  if (!hello.ok) return hello;
  if (hello.value.bridge !== BRIDGE_VERSION) return err({ code: 'bridge-version' });
  const opened = await openAlone(deps, hello.value);
  if (!opened.ok) return opened;
  const catalogue = await asked;
  if (!catalogue.ok) return catalogue;
  return ok({ hello: hello.value, catalogue: catalogue.value, opened: opened.value });
}

/** Opens the database beside the first questions; one of a newer version stays untouched, and a fault shows when it is opened in turn. */
async function openEarly(db: DeskDatabase): Promise<void> {
  const opening = async () => {
    if ((await storedVersion(db.name)) <= DATABASE_VERSION) await db.open();
  };
  await opening().catch(() => db.close({ disableAutoOpen: false }));
}

/**
 * Opens the storage while no other window does, so that two windows of one storage never open two epochs, and lives from
 * then on: as long as one window of a storage lives, the next ones join it [J11].
 */
export function openAlone(
  deps: Deps,
  hello: HostHello,
  opening: Partial<Opening> = {},
): Promise<Result<Opened, BridgeFault>> {
  const living = `mot-cua-living ${deps.db.name}`;
  return navigator.locks.request(`mot-cua-open ${deps.db.name}`, async () => {
    const join = opening.join ?? (await isHeld(living));
    const opened = await openStorage({ ...deps, hello }, { adopt: true, ...opening, join });
    if (opened.ok && !opening.join) await holdForLife(living);
    return opened;
  });
}

/** How a page stands with its storage, from its start to its end. */
export type Standing = {
  /** How the storage was opened last. */
  readonly opened: () => Opened;
  /** Opens the storage anew; false when that failed. */
  readonly reopen: (suspects?: ReadonlySet<string>) => Promise<boolean>;
  /** The host came back, perhaps another one: the page is loaded anew for another version, else it claims its epoch again. */
  readonly hostCameBack: () => Promise<void>;
};

/** Follows a page's standing after it was started. @param reload loads the page anew */
export function createStanding(deps: Deps, started: Started, reload: () => void): Standing {
  let { opened } = started;
  const reopen = async (suspects: ReadonlySet<string> = new Set()): Promise<boolean> => {
    const again = await openAlone(deps, started.hello, { join: true, adopt: false, suspects });
    if (again.ok && again.value.how !== 'continued') opened = again.value;
    return again.ok;
  };
  return {
    opened: () => opened,
    reopen,
    hostCameBack: async () => {
      const hello = await deps.bridge.call('hello', {});
      if (!hello.ok) return;
      const { bridge, device } = hello.value;
      if (bridge !== BRIDGE_VERSION || device.id !== started.hello.device.id) reload();
      else await reopen();
    },
  };
}

async function isHeld(name: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}

/** Holds a shared lock until this window ends; resolves once it is held. */
function holdForLife(name: string): Promise<void> {
  return new Promise((held) => {
    void navigator.locks.request(name, { mode: 'shared' }, () => {
      held();
      return new Promise<never>(() => undefined);
    });
  });
}
