import { assert } from '../../../shared/basics/assert.ts';
import { NO_HASH } from '../../../shared/event/envelope.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { highestHlc, placeFacts, writeEvents } from '../append.ts';
import { recordBranches } from './branches.ts';
import type { Secrets } from '../../../shared/decide/machine/claims.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { DeskDatabase, Leaving, MetaRow, OpenedRow } from '../desk-database.ts';

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

/** The host granted the claim: these are the secrets now. */
export async function promoteNext(db: DeskDatabase, own: OwnEpoch, secrets: Secrets): Promise<void> {
  await db.transaction('rw', db.meta, () => db.meta.put({ ...own, ...secrets }));
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
 * @param at.adopt whether branches of storages other than this one are recorded too
 * @param at.how stands in the storage until a clerk has read it
 * @returns how many lines of branches were recorded again
 */
export function openOwnEpoch(
  db: DeskDatabase,
  { ward, ...place }: NewPlace,
  first: NewFact,
  at: { readonly nowMs: number; readonly adopt: boolean; readonly how: OpenedRow['how'] },
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
    const recorded = await recordBranches(db, ward, at);
    await noteOpened(db, { epoch, how: at.how, recorded });
    return recorded;
  });
}

/** Keeps how the storage was opened until a clerk has read it. */
export async function noteOpened(db: DeskDatabase, opened: Omit<OpenedRow, 'key'>): Promise<void> {
  await db.meta.put({ key: 'opened', ...opened });
}

/** That a storage is new is told in its first life only; the next start goes on. */
export async function endFirstLife(db: DeskDatabase): Promise<void> {
  const row = await db.meta.get('opened');
  if (row?.key === 'opened' && row.how === 'first') await db.meta.delete('opened');
}
