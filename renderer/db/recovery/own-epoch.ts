import { assert } from '../../../shared/basics/assert.ts';
import { NO_HASH } from '../../../shared/event/envelope.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { highestHlc, placeFacts, writeEvents } from '../append.ts';
import { recordBranches } from './branches.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { DeskDatabase, Leaving, MetaRow } from '../desk-database.ts';

/** The epoch this storage writes, with the secret that proves it. */
export type OwnEpoch = Extract<MetaRow, { readonly key: 'epoch' }>;

/** The epoch this storage writes; null while it has none. */
export async function ownEpoch(db: DeskDatabase): Promise<OwnEpoch | null> {
  const row = await db.meta.get('epoch');
  return row?.key === 'epoch' ? row : null;
}

/** Writes down the secret that is to follow; durable before it is shown to anybody [J11]. */
export async function writeDownNext(db: DeskDatabase, own: OwnEpoch, next: string): Promise<void> {
  await db.transaction('rw', db.meta, () => db.meta.put({ ...own, next }));
}

/** The host granted the claim: the secret that was written down is the secret now. */
export async function promoteNext(db: DeskDatabase, own: OwnEpoch, next: string): Promise<void> {
  await db.transaction('rw', db.meta, () => db.meta.put({ ...own, tenancy: next, next: null }));
}

/**
 * Leaves the epoch: from here on nothing is written until another is open, and the numbers granted to it are void [N3].
 * The reason outlives a crash.
 */
export async function leaveEpoch(db: DeskDatabase, reason: Leaving): Promise<void> {
  await db.transaction('rw', db.meta, db.supplies, async () => {
    await Promise.all([db.supplies.clear(), db.meta.delete('epoch'), db.meta.put({ key: 'left', reason })]);
  });
}

/** Why the last epoch was left; null when none was. */
export async function leftBecause(db: DeskDatabase): Promise<Leaving | null> {
  const row = await db.meta.get('left');
  return row?.key === 'left' ? row.reason : null;
}

/** Where a storage begins to write. */
export type NewPlace = Omit<OwnEpoch, 'key' | 'next'> & { readonly ward: string };

/**
 * Opens an epoch in one transaction: the place, its first event, and again the facts of every branch that was set aside and
 * not yet told [J13].
 * @param adopt whether branches of storages other than this one are recorded too
 * @returns how many lines of branches were recorded again
 */
export function openOwnEpoch(
  db: DeskDatabase,
  { ward, ...place }: NewPlace,
  first: NewFact,
  at: { readonly nowMs: number; readonly adopt: boolean },
): Promise<number> {
  const { device, epoch } = place;
  return db.transaction('rw', db.tables, async () => {
    const written = await db.meta.get('written');
    const before = written?.key === 'written' ? written.epochs : [];
    await Promise.all([
      db.supplies.clear(),
      db.meta.delete('left'),
      db.meta.put({ key: 'epoch', ...place, next: null }),
      db.meta.put({ key: 'written', epochs: [...before, vectorKey(device, epoch)] }),
    ]);
    const start = { head: { held: 0, hash: NO_HASH }, hlc: highestHlc(await db.heads.toArray()) };
    const logged = placeFacts({ ward, device, epoch }, start, [first], { actor: null, nowMs: at.nowMs });
    assert(!('code' in logged), 'the first event of an epoch is short');
    await writeEvents(db, logged);
    return recordBranches(db, ward, at);
  });
}
