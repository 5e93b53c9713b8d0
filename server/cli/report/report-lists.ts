import { dueDays } from '../../../shared/report/lists/due-days.ts';
import { estimates766 } from '../../../shared/report/lists/estimates.ts';
import { feeTotals } from '../../../shared/report/lists/fee-totals.ts';
import { lateCauses, overdueRows } from '../../../shared/report/lists/overdue.ts';
import { procedureCounts } from '../../../shared/report/lists/procedure-counts.ts';
import { refusalCounts } from '../../../shared/report/lists/refusals.ts';
import { registerBooks, sealedBookWorld } from '../../../shared/report/lists/register-book.ts';
import { fieldCounts } from '../../../shared/report/lists/supplements.ts';
import { waitingResults } from '../../../shared/report/lists/waiting-results.ts';
import { reviewList } from '../../../shared/report/review-list.ts';
import { proceduresOn } from '../../../shared/law/procedure.ts';
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { figureColumns } from '../../../shared/report/columns.ts';
import { openCell } from '../../../shared/report/day-figures.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { FigureCell } from '../../../shared/report/day-figures.ts';
import type { FigureWorld } from '../../../shared/report/figure-rules.ts';
import type { DueWorld } from '../../../shared/report/due-status.ts';
import type { PeriodReport } from '../../../shared/report/period-report.ts';

/** What a list is made of. */
export type ListSource = {
  readonly report: PeriodReport;
  readonly dossiers: readonly Dossier[];
  readonly events: readonly LoggedEvent[];
  readonly nowMs: number;
  readonly due: DueWorld;
  readonly figures: FigureWorld;
  readonly waitingDays: number;
};

/** Lists that a report can carry beside the form (DOMAIN 6.2, 6.5), by the name given to `--with`. */
export const reportLists = {
  due: ({ dossiers, nowMs, due }) => dueDays(dossiers, nowMs, due),
  overdue: ({ dossiers, events, nowMs, due }) => overdueRows(dossiers, nowMs, due, lateCauses(events)),
  waiting: ({ dossiers, nowMs, waitingDays }) => waitingResults(dossiers, nowMs, waitingDays),
  fees: ({ dossiers, report }) => feeTotals(dossiers, report.from, report.to),
  fields: ({ dossiers, report }) => fieldCounts(dossiers, report.from, report.to),
  refusals: ({ events, report }) => refusalCounts(events, report.from, report.to),
  books: ({ dossiers, report }) =>
    registerBooks(dossiers, sealedBookWorld).filter(
      ({ year }) => report.from.slice(0, 4) <= year && year <= report.to.slice(0, 4),
    ),
  estimates: ({ report, dossiers }) => {
    const handedOver = dossiers.filter(({ returnedAt }) => isWithin(returnedAt, report));
    const electronic = handedOver.filter(({ returnedBy }) => returnedBy?.method === 'electronic');
    return estimates766({
      total: report.total,
      handedOver: handedOver.length,
      electronic: electronic.length,
    });
  },
} as const satisfies Readonly<Record<string, (source: ListSource) => unknown>>;

function isWithin(at: string | null, { from, to }: PeriodReport): boolean {
  const ms = at === null ? null : parseInstant(at);
  return ms !== null && from <= wardDay(ms) && wardDay(ms) <= to;
}

/** The review list of the procedures in force at the period's end, with what happened in the period (N09). */
export function reviewed(catalogue: Catalogue, { dossiers, events, report }: ListSource) {
  const counts = procedureCounts(dossiers, events, report.from, report.to);
  return reviewList(proceduresOn(catalogue, report.to), counts);
}

/** A cell as `--open` names it: `ho-tich:finishedLate`, `total:pending`; null for a column that is none. */
export function cellNamed(text: string): FigureCell | null {
  const at = text.lastIndexOf(':');
  const column = figureColumns.find((name) => name === text.slice(at + 1));
  return at < 1 || !column ? null : { fieldId: text.slice(0, at), column };
}

/** The dossiers that a cell counts, each with its events in the journal: a figure opens into its facts (promise 5). */
export function openedCell(cell: FigureCell, { dossiers, events, report, nowMs, figures }: ListSource) {
  const window = { from: report.from, to: report.to, asOfMs: nowMs };
  const counted = openCell(dossiers, cell, window, figures);
  const bySubject = new Map(counted.map(({ id }) => [id, new Map<string, object>()]));
  for (const { hash, event } of events) {
    const { device, epoch, seq, type, wall } = event;
    bySubject.get(event.subject)?.set(hash, { device, epoch, seq, type, wall });
  }
  return counted.map(({ id, code }) => ({ id, code, events: [...(bySubject.get(id)?.values() ?? [])] }));
}
