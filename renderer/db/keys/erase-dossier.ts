import { ok } from '../../../shared/basics/result.ts';
import { eraseSubject } from '../../../shared/decide/erasure.ts';
import { eventsOf } from '../append.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ErasureRequest } from '../../../shared/decide/erasure.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Sealed } from '../../../shared/event/envelope.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
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
      db.payments.where('state.dossierId').equals(dossierId).toArray(),
    ]);
  return transact(db, writing, read, ([row, events, kept, filings, payments]) => {
    const named = events.flatMap(({ event }) => (event.sealed ? [event.sealed.keyId] : []));
    const fact = eraseSubject(row, [...new Set([...named, ...kept])], request, writing.nowMs);
    if (!fact.ok) return fact;
    if (!fact.value) return ok({ value: dossierId, facts: [] });
    const erase = erasedWith(fact.value);
    const beside = [
      ...filings.flatMap((one) => erase(one, one.state?.persons ?? null)),
      ...payments.flatMap((one) => erase(one, one.state?.payer ?? null)),
    ];
    return ok({ value: dossierId, facts: [fact.value, ...beside] });
  });
}

/**
 * The filing that a dossier was before and its payments name the same persons, sealed once more: they are erased with it
 * [N04] [E5]. Amounts and numbers of payments stay, the books need them.
 */
function erasedWith(fact: NewFact) {
  return ({ id, heads }: Folded<Filing | Payment>, sealed: Sealed | null): readonly NewFact[] => {
    if (fact.type !== 'subject-erased' || !sealed) return [];
    return [{ ...fact, subject: id, parents: heads, body: { ...fact.body, keyIds: [sealed.keyId] } }];
  };
}
