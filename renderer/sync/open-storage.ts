import { err, ok } from '../../shared/basics/result.ts';
import { NO_HASH } from '../../shared/event/envelope.ts';
import { highestHlc, placeFacts, writeEvents } from '../db/append.ts';
import { assert } from '../../shared/basics/assert.ts';
import { DATABASE_VERSION, storedVersion } from '../db/desk-database.ts';
import { heldVector, rebuildIfFoldsChanged } from '../db/exchange.ts';
import { storageFault } from '../db/transact.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { pullAll } from './host-link.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, BridgeFault, HostHello } from '../../shared/bridge.ts';
import type { DeskDatabase } from '../db/desk-database.ts';

/** How the storage was found at the start. */
export type Opened = { readonly epoch: string; readonly how: 'continued' | 'first' | 'new-storage' };

type Deps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly hello: HostHello;
  readonly newEpoch: () => string;
  readonly nowMs: () => number;
};

/**
 * Opens the page's storage for writing [J5]: one that the host knows and that is as long as the host's copy goes on in its
 * epoch; an empty, foreign or shortened one pulls everything from the host and gets an epoch of its own. A database written
 * by a newer version is refused untouched (`storage-newer`).
 */
export async function openStorage(deps: Deps): Promise<Result<Opened, BridgeFault>> {
  const { db, bridge, hello } = deps;
  try {
    if ((await storedVersion()) > DATABASE_VERSION) return err({ code: 'storage-newer' });
    await db.open();
    const held = await heldVector(db);
    const meta = await db.meta.get('epoch');
    const status = await bridge.call('status', {});
    if (meta?.key === 'epoch' && meta.device === hello.device.id) {
      const own = vectorKey(meta.device, meta.epoch);
      const hostHolds = status.ok ? (status.value.host.held[own] ?? 0) : 0;
      if (hostHolds <= (held[own] ?? 0)) {
        await rebuildIfFoldsChanged(db);
        return ok({ epoch: meta.epoch, how: 'continued' });
      }
    }
    return await openEpoch(deps);
  } catch (error) {
    return err(storageFault(error));
  }
}

async function openEpoch(deps: Deps): Promise<Result<Opened, BridgeFault>> {
  const { db, bridge, hello, newEpoch, nowMs } = deps;
  const { id: device, slot } = hello.device;
  const ward = hello.ward.ward;
  await pullAll(db, bridge, ward);
  await rebuildIfFoldsChanged(db);
  const epoch = newEpoch();
  const place = await bridge.call('open-epoch', { epoch });
  if (!place.ok) return place;
  const previous = (await db.heads.toArray())
    .filter(({ key }) => key.startsWith(`${device}/`))
    .map(({ key, held, hash }) => ({ epoch: key.slice(device.length + 1), held, head: hash }));
  const reason = previous.length === 0 ? 'first' : 'new-storage';
  const fact = {
    type: 'epoch-opened',
    subject: `epoch:${epoch}`,
    parents: [],
    sealed: null,
    body: { publicKey: hello.publicKey, reason, previous },
  } as const;
  await db.transaction('rw', db.tables, async () => {
    await db.supplies.clear();
    await db.meta.put({ key: 'epoch', device, epoch, ordinal: place.value.ordinal, slot });
    const start = { head: { held: 0, hash: NO_HASH }, hlc: highestHlc(await db.heads.toArray()) };
    const logged = placeFacts({ ward, device, epoch }, start, [fact], { actor: null, nowMs: nowMs() });
    assert(!('code' in logged), 'the first event of an epoch is short');
    await writeEvents(db, logged);
  });
  return ok({ epoch, how: reason });
}
