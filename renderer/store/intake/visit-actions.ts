import { blankForm } from '../dossier/intake-form.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { DossierCell, DossierDeps, DossierState } from '../dossier/dossier-state.ts';
import type { IntakeMore } from './intake-state.ts';

/** Several dossiers of the same people in one visit [D20]. */
export function visitActions(
  deps: Pick<DossierDeps, 'newId'>,
  cell: DossierCell,
): Pick<IntakeMore, 'startNext'> {
  return {
    startNext: () => {
      const { intake, lastForm, received } = cell.getState();
      if (intake || !lastForm || !received) return;
      const { ticketId, ticketNumber, owner, submitter, submitterIsOwner, authorisation } = lastForm;
      const persons = { ticketId, ticketNumber, owner, submitter, submitterIsOwner, authorisation };
      const form = { ...blankForm(deps.newId('dossier'), null), ...persons };
      cell.setState({
        // The people stand already: the next thing to choose is the procedure.
        intake: { form, step: 2, ticket: null, errors: [], refusals: 0, resultNo: '' },
        received: null,
        trouble: null,
        scan: null,
      });
    },
  };
}

/** The dossiers of a visit once one more was received: those on its ticket, or those that followed each other without one. */
export function visitWith(
  { visit, dossiers }: Pick<DossierState, 'visit' | 'dossiers'>,
  dossier: Dossier,
): readonly Dossier[] {
  const onTicket = (dossiers ?? []).flatMap(({ state }) =>
    state && state.ticketId !== null && state.ticketId === dossier.ticketId ? [state] : [],
  );
  const all = [...onTicket, ...visit.filter(({ ticketId }) => ticketId === dossier.ticketId), dossier];
  return [...new Map(all.map((one) => [one.id, one])).values()].toSorted((a, b) =>
    a.receivedAt < b.receivedAt ? -1 : 1,
  );
}

/** Whether a form goes on with the people of the one received last. */
export function isSameVisit(visit: readonly Dossier[], ticketId: ReceptionForm['ticketId']): boolean {
  return ticketId !== null && visit.some((one) => one.ticketId === ticketId);
}
