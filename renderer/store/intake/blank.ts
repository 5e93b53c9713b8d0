import type { ReceptionForm } from '../../../shared/decide/reception.ts';

/** Whether nothing that a person typed stands in a form yet: such a form is no draft. */
export function isBlank({
  owner,
  submitter,
  papers,
  note,
  authorisation,
  officerDue,
}: ReceptionForm): boolean {
  const texts = [...Object.values(owner), ...Object.values(submitter), note, authorisation];
  return texts.every((text) => text === '') && papers.length === 0 && officerDue === null;
}
