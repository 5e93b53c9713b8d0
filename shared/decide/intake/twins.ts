import { parseInstant } from '../../basics/time.ts';
import { phaseOf } from '../../law/life-cycle/acts.ts';
import type { Person } from '../../event/dossier-facts.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { ReceptionForm } from '../reception.ts';

/** Within this time the same matter of the same person is worth a question, even when it has ended. */
const RECENT_MS = 30 * 86_400_000;

/**
 * The person a dossier is about, for whom it would be there twice: the owner, or who submits where the owner has no number
 * yet (a child whose birth is registered).
 */
export function subjectPerson(form: Pick<ReceptionForm, 'owner' | 'submitter' | 'submitterIsOwner'>): Person {
  const { owner, submitter, submitterIsOwner } = form;
  return submitterIsOwner || owner.idNumber.trim() !== '' || owner.phone.trim() !== '' ? owner : submitter;
}

/**
 * Dossiers that may be this one, handed in before [D15]: the same procedure, still open or received within 30 days; newest
 * first. It is a question, never a refusal: people do come twice for the same thing.
 * @param rows dossiers of the same person
 */
export function twinsOf(
  rows: readonly Dossier[],
  form: Pick<ReceptionForm, 'dossierId' | 'procedureCode'>,
  nowMs: number,
): readonly Dossier[] {
  if (form.procedureCode === '') return [];
  return rows
    .filter(({ id, procedure, status, receivedAt }) => {
      if (id === form.dossierId || procedure.code !== form.procedureCode) return false;
      const phase = phaseOf(status);
      const isOpen = phase === 'working' || phase === 'ready';
      return isOpen || nowMs - (parseInstant(receivedAt) ?? 0) <= RECENT_MS;
    })
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
}
