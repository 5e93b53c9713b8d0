import { err } from '../../../shared/basics/result.ts';
import { failedOutcome } from '../dossier/slip-actions.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Act, ActingClerk } from '../act.ts';
import type { FilingState } from './filing-state.ts';
import type { FilingCell, FilingDeps } from './filing-cell.ts';

/** What is done with several dossiers at once, or with one beside its life cycle. */
export function listActions(
  deps: FilingDeps,
  cell: FilingCell,
): Pick<FilingState, 'explainDelay' | 'actOnList' | 'printList'> {
  const during = async <T>(act: (clerk: ActingClerk) => Act<T>): Promise<T | null> => {
    if (cell.getState().busy) return null;
    const { clerk } = deps.session.getState();
    cell.setState({ busy: true, trouble: null });
    const outcome = clerk ? await act(clerk) : err({ code: 'not-signed-in' } as const);
    cell.setState({ busy: false, trouble: outcome.ok ? null : outcome.error });
    return outcome.ok ? outcome.value.value : null;
  };
  return {
    explainDelay: async (dossierId, wish) =>
      (await during<Dossier>((clerk) => deps.acts.explainDelay(dossierId, wish, clerk))) !== null,
    actOnList: (ids, wish) => during((clerk) => deps.acts.actOnList(ids, wish, clerk)),
    printList: async (dossiers, slip) => {
      const [first] = dossiers;
      if (!first) return false;
      cell.setState({ busy: true, trouble: null });
      // One sheet for all of them; each dossier's record says that it stood on it.
      const outcome = await deps.printForm(first.id, slip, 1);
      const told = outcome.ok ? outcome.value : failedOutcome(deps, outcome.error);
      const by = deps.session.getState().clerk?.id ?? null;
      for (const { id } of dossiers) {
        const paper = {
          subject: id,
          paper: 'hand-over',
          form: slip.template,
          copyNo: 1,
          reprint: 0,
        } as const;
        const recorded = await deps.acts.recordPrint({ ...paper, outcome: told }, by);
        if (!recorded.ok) cell.setState({ trouble: recorded.error });
      }
      cell.setState({ busy: false, ...(outcome.ok ? {} : { trouble: outcome.error }) });
      return outcome.ok;
    },
  };
}
