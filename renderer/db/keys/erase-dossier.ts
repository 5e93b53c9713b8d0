import { ok } from '../../../shared/basics/result.ts';
import { eraseSubject } from '../../../shared/decide/erasure.ts';
import { eventsOf } from '../append.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ErasureRequest } from '../../../shared/decide/erasure.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
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
  request: ErasureRequest,
): Promise<Result<Committed<string>, Refusal | StorageFault>> {
  const read = () =>
    Promise.all([
      db.dossiers.get(dossierId),
      eventsOf(db, dossierId),
      db.keys.where('subject').equals(dossierId).primaryKeys(),
      db.filings
        .where('state.status')
        .equals('accepted')
        .filter(({ state }) => state?.dossierId === dossierId)
        .toArray(),
    ]);
  return transact(db, writing, read, ([row, events, kept, filings]) => {
    const named = events.flatMap(({ event }) => (event.sealed ? [event.sealed.keyId] : []));
    const fact = eraseSubject(row, [...new Set([...named, ...kept])], request, writing.nowMs);
    if (!fact.ok) return fact;
    if (!fact.value) return ok({ value: dossierId, facts: [] });
    return ok({ value: dossierId, facts: [fact.value, ...filings.flatMap(erasedWith(fact.value))] });
  });
}

/** The filing that a dossier was before names the same persons, sealed a second time: it is erased with it [N04]. */
function erasedWith(fact: NewFact): (row: Folded<Filing>) => readonly NewFact[] {
  return ({ id, heads, state }) => {
    const keyId = state?.persons?.keyId;
    if (fact.type !== 'subject-erased' || keyId === undefined) return [];
    return [{ ...fact, subject: id, parents: heads, body: { ...fact.body, keyIds: [keyId] } }];
  };
}
