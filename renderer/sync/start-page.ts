import { err, ok } from '../../shared/basics/result.ts';
import { BRIDGE_VERSION } from '../../shared/bridge.ts';
import { openStorage } from './open-storage.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, BridgeFault, HostHello } from '../../shared/bridge.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { DeskDatabase } from '../db/desk-database.ts';
import type { Opened } from './open-storage.ts';

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
  const hello = await deps.bridge.call('hello', {});
  if (!hello.ok) return hello;
  if (hello.value.bridge !== BRIDGE_VERSION) return err({ code: 'bridge-version' });
  const opened = await openAlone(deps, hello.value);
  if (!opened.ok) return opened;
  const catalogue = await deps.bridge.call('catalogue', {});
  if (!catalogue.ok) return catalogue;
  return ok({ hello: hello.value, catalogue: catalogue.value, opened: opened.value });
}

/** Opens the storage while no other window does, so that two windows of one storage never open two epochs. */
export function openAlone(deps: Deps, hello: HostHello): Promise<Result<Opened, BridgeFault>> {
  return navigator.locks.request('mot-cua-open', () => openStorage({ ...deps, hello }));
}
