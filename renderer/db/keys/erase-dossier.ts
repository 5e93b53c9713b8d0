import { ok } from '../../../shared/basics/result.ts';
import { eraseSubject } from '../../../shared/decide/erasure.ts';
import { eventsOf } from '../append.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { ClerkRole } from '../../../shared/law/ward.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Committed, StorageFault, Writing } from '../transact.ts';

/**
 * Erases the persons of a dossier [E5]. One transaction: the fact, every key of the dossier, its entry in the search list,
 * its tokens; afterwards nothing here opens what was sealed. Erased twice is erased once.
 */
export function eraseDossier(
  db: DeskDatabase,
  writing: Writing,
  dossierId: string,
  request: { readonly ground: string; readonly role: ClerkRole },
): Promise<Result<Committed<string>, Refusal | StorageFault>> {
  const read = () =>
    Promise.all([
      db.dossiers.get(dossierId),
      eventsOf(db, dossierId),
      db.keys.where('subject').equals(dossierId).primaryKeys(),
    ]);
  return transact(db, writing, read, ([row, events, kept]) => {
    const named = events.flatMap(({ event }) => (event.sealed ? [event.sealed.keyId] : []));
    const fact = eraseSubject(row, [...new Set([...named, ...kept])], request, writing.nowMs);
    if (!fact.ok) return fact;
    return ok({ value: dossierId, facts: fact.value ? [fact.value] : [] });
  });
}
