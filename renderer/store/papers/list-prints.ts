// Lists on paper: register books, hand-overs, results. Every outcome is recorded with its copy and reprint number; what may lie in
// somebody's hands already is printed again only with a reason, and says so (promise 2) [R04].
import { toIso } from '../../../shared/basics/time.ts';
import { failedOutcome } from '../dossier/slip-actions.ts';
import { settlePrints, timesOut } from './settle-prints.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { PaperCopy } from '../../../shared/slip/acts/drawing.ts';
import type { PaperMark, PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { Trouble } from '../act.ts';
import type { StoreDeps } from '../deps.ts';
import type { DossierDeps } from '../dossier/dossier-state.ts';
import type { SettleDeps } from './settle-prints.ts';

/** A list as it can be printed, again and again. */
export type ListPaper = {
  readonly paper: 'book' | 'hand-over';
  /** The same for every print of this list; never a person's name. */
  readonly no: string;
  /** The dossiers that stand on it. */
  readonly named: readonly string[];
  readonly draw: (reprint: PaperCopy['reprint']) => Slip;
};

/** What a press of the button came to; `reason-needed`: it may be out already, so nothing was printed. */
export type ListPrint =
  | { readonly state: 'reason-needed' }
  | {
      readonly state: 'tried';
      readonly reprint: number;
      readonly outcome: Result<PrintOutcome, Trouble>;
      /** Why the outcome could not be recorded; null where it was. */
      readonly unrecorded: Trouble | null;
    };

/** What printing lists works with. */
export type ListPrintDeps = SettleDeps & Pick<StoreDeps, 'clock' | 'newId'> & Pick<DossierDeps, 'printForm'>;

/**
 * Prints one list once.
 * @param subjects whose records tell it; the first one's count how often it may be out
 */
export async function printListPaper(
  deps: ListPrintDeps,
  list: ListPaper,
  subjects: readonly [string, ...string[]],
  reason: string,
): Promise<ListPrint> {
  const { paper, no: formNo } = list;
  const [first] = subjects;
  const reprint = timesOut(await settlePrints(deps, first), { paper, formNo }, 1);
  if (reprint > 0 && reason === '') return { state: 'reason-needed' };
  const slip = list.draw(reprint === 0 ? null : { n: reprint, at: toIso(deps.clock.nowMs()) });
  const record: PaperMark = { paper, form: slip.template, formNo, reprint };
  const outcome = await deps.printForm(first, slip, 1, record);
  const told = outcome.ok ? outcome.value : failedOutcome(deps, outcome.error);
  const why = reason === '' ? {} : { reason };
  const by = deps.session.getState().clerk?.id ?? null;
  let unrecorded: Trouble | null = null;
  for (const subject of subjects) {
    const recorded = await deps.acts.recordPrint(
      { subject, ...record, copyNo: 1, ...why, outcome: told },
      by,
    );
    if (!recorded.ok) unrecorded = recorded.error;
  }
  return { state: 'tried', reprint, outcome, unrecorded };
}
