import { err } from '../../../shared/basics/result.ts';
import { printListPaper } from '../papers/list-prints.ts';
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
    printList: async (list, reason) => {
      const [first, ...others] = list.named;
      if (first === undefined || cell.getState().busy) return null;
      cell.setState({ busy: true, trouble: null });
      // One sheet for all of them; each dossier's record says that it stood on it.
      const done = await printListPaper(deps, list, [first, ...others], reason);
      const trouble =
        done.state === 'reason-needed' ? null : done.outcome.ok ? done.unrecorded : done.outcome.error;
      cell.setState({ busy: false, trouble });
      return done;
    },
  };
}
