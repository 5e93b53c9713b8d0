import { custodyListNo, resultListNo } from '../../../../../shared/slip/acts/list-names.ts';
import { custodyListSlip, resultListSlip } from '../../../../../shared/slip/acts/list-slips.ts';
import { timeInFigures } from '../../../../../shared/slip/paper-words.ts';
import type { WardConfig } from '../../../../../shared/law/ward.ts';
import type { Listed } from '../../../../../shared/slip/acts/list-slips.ts';
import type { ListPaper, ListPrint } from '../../../../store/papers/list-prints.ts';

/** What is done with all dossiers of a list. */
export type BulkKind = 'hand-over' | 'take-over' | 'release';

/** The list that both sides sign: of results that come to the desk, or of dossiers that go to an office. */
export function bulkList(
  kind: BulkKind,
  office: string,
  listed: readonly Listed[],
  { ward, at, clerk }: { readonly ward: WardConfig; readonly at: string; readonly clerk: string },
): ListPaper {
  const named = listed.map(({ dossier }) => dossier.id);
  if (kind === 'release')
    return {
      paper: 'hand-over',
      no: resultListNo(office, at),
      named,
      draw: (reprint) => resultListSlip(office, listed, { ward, at, giver: '', taker: clerk, reprint }),
    };
  const sides = kind === 'hand-over' ? { giver: clerk, taker: '' } : { giver: '', taker: clerk };
  const session = timeInFigures(at);
  return {
    paper: 'book',
    no: custodyListNo(office, at, listed.length),
    named,
    draw: (reprint) => custodyListSlip(office, listed, { ward, at, session, ...sides, reprint }),
  };
}

/** Whether a list that was tried may lie at the printer. */
export function isPrinted(last: ListPrint | null): boolean {
  return (
    last === null || (last.state === 'tried' && last.outcome.ok && last.outcome.value.state !== 'failed')
  );
}
