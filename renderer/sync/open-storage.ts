import { err, ok } from '../../shared/basics/result.ts';
import { epochOpened, leavingFor } from '../../shared/decide/machine/claims.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { DATABASE_VERSION, storedVersion } from '../db/desk-database.ts';
import { rebuildIfFoldsChanged } from '../db/exchange.ts';
import { recordUntold } from '../db/recovery/branches.ts';
import {
  endFirstLife,
  leaveEpoch,
  leftBecause,
  noteOpened,
  openOwnEpoch,
  ownEpoch,
} from '../db/recovery/own-epoch.ts';
import { storageFault } from '../db/transact.ts';
import { claimEpoch } from './claim.ts';
import { newHex } from './page-world.ts';
import { epochsTold, setForksAside } from './set-forks-aside.ts';
import { tradeAll } from './trade.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, BridgeFault, HostHello } from '../../shared/bridge.ts';
import type { Opened } from '../store/deps.ts';
import type { DeskDatabase } from '../db/desk-database.ts';

/** What a storage is opened with. */
export type OpenDeps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly hello: HostHello;
  readonly newEpoch: () => string;
  readonly nowMs: () => number;
};

/** How a storage is opened. */
export type Opening = {
  /** A window of it is open already. */
  readonly join: boolean;
  /** At a start, branches that other storages wrote and nobody told since are recorded too: theirs may be gone. */
  readonly adopt: boolean;
  /** Epochs that the host refused as forked. */
  readonly suspects?: ReadonlySet<string>;
};

/** Each round settles one more fork; more than this many at once are not of this world. */
const ROUNDS = 5;

/**
 * Opens the page's storage for writing [J5]. One that proves to the host that it is the one it was goes on in its epoch; any
 * other (empty, shortened, a copy, cut off by a fork) gives and takes everything and gets an epoch of its own. What it held
 * differently from the host is set aside and recorded again [J13]. A database of a newer version is refused untouched.
 * Runs while no other window of this storage opens it.
 */
export async function openStorage(deps: OpenDeps, opening: Opening): Promise<Result<Opened, BridgeFault>> {
  const { db } = deps;
  try {
    if ((await storedVersion(db.name)) > DATABASE_VERSION) return err({ code: 'storage-newer' });
    await db.open();
    const left = await leaveIfMust(deps, opening.join);
    if (!left.ok) return left;
    const suspects = new Set([...(await epochsTold(deps)), ...(opening.suspects ?? []), ...left.value]);
    const setAside = await setForksAside(deps, suspects);
    if (await ownEpoch(db)) {
      if (!opening.join) await endFirstLife(db);
      return ok(await goOn(deps, setAside > 0, opening.adopt));
    }
    return await openEpoch(deps, opening.adopt);
  } catch (error) {
    return err(storageFault(error));
  }
}

/** Leaves the epoch when the host does not grant it; the epochs that may be forked because of that. */
async function leaveIfMust(deps: OpenDeps, join: boolean): Promise<Result<readonly string[], BridgeFault>> {
  const { db, hello } = deps;
  const own = await ownEpoch(db);
  if (!own) return ok([]);
  if (own.device !== hello.device.id) {
    await leaveEpoch(db, 'new-storage');
    return ok([]);
  }
  const claimed = await claimEpoch(deps, join);
  if (!claimed.ok) return claimed;
  const reason = leavingFor(claimed.value);
  if (!reason) return ok([]);
  await leaveEpoch(db, reason);
  return ok([vectorKey(own.device, own.epoch)]);
}

/** Goes on in the present epoch; branches that nobody told yet are recorded there. */
async function goOn(
  { db, bridge, hello, nowMs }: OpenDeps,
  forked: boolean,
  adopt: boolean,
): Promise<Opened> {
  const { ward } = hello.ward;
  if (forked) await tradeAll({ db, bridge, ward });
  await rebuildIfFoldsChanged(db);
  const recorded = await recordUntold(db, ward, { nowMs: nowMs(), adopt: adopt && !forked });
  const epoch = (await ownEpoch(db))?.epoch ?? '';
  if (recorded === 0) return { epoch, how: 'continued', recorded };
  await noteOpened(db, { epoch, how: 'forked', recorded });
  return { epoch, how: 'forked', recorded };
}

async function openEpoch(deps: OpenDeps, adopt: boolean): Promise<Result<Opened, BridgeFault>> {
  const { db, bridge, hello, newEpoch, nowMs } = deps;
  const { id: device, slot } = hello.device;
  const { ward } = hello.ward;
  // What the host lacks of this storage, or this storage of the host's, may tell of numbers that are taken.
  const untraded = await tradeUntilSettled(deps);
  if (untraded) return err(untraded);
  await rebuildIfFoldsChanged(db);
  const epoch = newEpoch();
  const tenancy = newHex(16);
  const granted = await bridge.call('open-epoch', { epoch, tenancy });
  if (!granted.ok) return granted;
  const { ordinal } = granted.value;
  const heads = await db.heads.toArray();
  const fact = epochOpened({ device, epoch, ordinal }, hello.publicKey, await leftBecause(db), heads);
  const place = { ward, device, epoch, ordinal, slot, tenancy };
  const recorded = await openOwnEpoch(db, place, fact, {
    nowMs: nowMs(),
    adopt,
    how: fact.body.reason,
  });
  return ok({ epoch, how: fact.body.reason, recorded });
}

/** Gives and takes everything; what the host holds differently is set aside on the way. Null, or why the host does not answer. */
async function tradeUntilSettled({ db, bridge, hello }: OpenDeps): Promise<BridgeFault | null> {
  for (let round = 1; ; round += 1) {
    const { fault, forked } = await tradeAll({ db, bridge, ward: hello.ward.ward });
    if (fault || forked.size === 0 || round >= ROUNDS) return fault;
    if ((await setForksAside({ db, bridge }, forked)) === 0) return null;
  }
}
