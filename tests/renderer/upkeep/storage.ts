// A page's storage with an epoch of its own, as the start leaves it.
import { placeFacts, writeEvents } from '../../../renderer/db/append.ts';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { NO_HASH } from '../../../shared/event/envelope.ts';
import { HLC_START } from '../../../shared/event/hlc.ts';
import type { NewFact } from '../../../shared/event/facts.ts';

export const WARD = 'thach-ban';
let databases = 0;

/** Opens a new storage of a device. */
export async function openedStorage(
  device: string,
  epoch: string,
  nowMs: number,
  ordinal = 0,
): Promise<DeskDatabase> {
  const db = new DeskDatabase(`upkeep-${(databases += 1)}`);
  const tenancy = 't'.repeat(32);
  await db.meta.put({ key: 'epoch', device, epoch, ordinal, slot: 1, tenancy, next: null });
  const fact: NewFact = {
    type: 'epoch-opened',
    subject: `epoch:${epoch}`,
    parents: [],
    sealed: null,
    body: { publicKey: 'k', reason: 'first', ordinal, previous: [] },
  };
  const start = { head: { held: 0, hash: NO_HASH }, hlc: HLC_START };
  const placed = placeFacts({ ward: WARD, device, epoch }, start, [fact], { actor: null, nowMs });
  if ('code' in placed) throw new Error(placed.code);
  await db.transaction('rw', db.tables, () => writeEvents(db, placed));
  return db;
}

/** Every line of a storage, by epochs. */
export async function linesOf(db: DeskDatabase): Promise<readonly string[]> {
  return (await db.events.orderBy('[device+epoch+seq]').toArray()).map(({ line }) => line);
}
