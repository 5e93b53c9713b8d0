import { createStore } from 'zustand/vanilla';
import { figuresOf } from '../../../shared/report/day-figures.ts';
import { usualFigureWorld } from '../../../shared/report/figure-rules.ts';
import { refusalCounts } from '../../../shared/report/lists/refusals.ts';
import { fieldCounts } from '../../../shared/report/lists/supplements.ts';
import { addCounts, countAll, noCounts } from '../../../shared/report/running-counts.ts';
import { dossierDeeds, ticketDeeds } from '../../../shared/report/staff/deeds.ts';
import { collectedFees, shiftGaps } from '../../../shared/report/staff/fees-collected.ts';
import { checkSlices } from '../../../shared/report/staff/staff-check.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { FigureWindow } from '../../../shared/report/count-dossier.ts';
import type { Deed } from '../../../shared/report/staff/deeds.ts';
import type { StoreDeps } from '../deps.ts';
import type { PeriodDays, TakeSlice } from './report-deps.ts';
import type { ReportState, StaffReport } from './report-state.ts';

type Reads = StoreDeps['reads'];

/** Hears how far the reading is; false: it is not wanted any more. */
type Tell = (progress: ReportState['reading']) => boolean;

/** Builds the store of a period's figures. Nothing is read before a page asks. */
export function createReportStore({ reads, clock }: Pick<StoreDeps, 'reads' | 'clock'>) {
  let wanted = 0;
  return createStore<ReportState>()((set) => ({
    report: null,
    reading: null,
    failed: false,
    read: async (days) => {
      const own = (wanted += 1);
      const tell: Tell = (reading) => {
        if (own === wanted) set({ reading });
        return own === wanted;
      };
      set({ reading: { read: 0, of: 0 }, failed: false });
      try {
        const report = await readReport(reads, { ...days, asOfMs: clock.nowMs() }, tell);
        if (tell(null) && report) set({ report });
      } catch {
        // Half a period is no figure: nothing is shown but that the reading failed, with a way to try again.
        if (tell(null)) set({ report: null, failed: true });
      }
    },
    dossiersNamed: (ids) => reads.dossiersNamed(ids),
    ticketsNamed: (ids) => reads.ticketsNamed(ids),
  }));
}

async function readReport(reads: Reads, window: FigureWindow, tell: Tell): Promise<StaffReport | null> {
  const { from, to, asOfMs } = window;
  const world = usualFigureWorld;
  const deeds: Deed[] = [];
  const received: Pick<Dossier, 'receivedAt' | 'rounds' | 'procedure'>[] = [];
  let counts = noCounts(window);
  let read = 0;
  const taking =
    <T>(take: (rows: readonly T[]) => void): TakeSlice<T> =>
    (rows, left) => {
      take(rows);
      read += rows.length;
      return tell({ read, of: read + left });
    };
  await reads.sliceDossiers(
    window,
    taking((rows) => {
      counts = addCounts(counts, countAll(rows, window, world));
      for (const dossier of rows) {
        deeds.push(...dossierDeeds(dossier, window, world));
        const { receivedAt, rounds, procedure, day } = dossier;
        if (day >= from && day <= to) received.push({ receivedAt, rounds, procedure });
      }
    }),
  );
  await reads.sliceTickets(
    window,
    taking((rows) => deeds.push(...rows.flatMap((ticket) => ticketDeeds(ticket, window)))),
  );
  if (!tell({ read, of: read })) return null;
  const figures = figuresOf(counts);
  const gaps = await checkSlices(deeds, figures.total, rest);
  const refusals = refusalCounts(await reads.refusals(), from, to);
  const money = await readMoney(reads, window);
  const supplements = fieldCounts(received, from, to);
  return { from, to, asOfMs, deeds, figures, gaps, refusals, supplements, ...money };
}

async function readMoney(reads: Reads, { from, to }: PeriodDays) {
  const { payments, shifts } = await reads.moneyOf({ from, to });
  return {
    payments,
    fees: collectedFees(payments, from, to),
    shiftGaps: shiftGaps(shifts, payments),
    shiftsClosed: shifts.filter(({ closed }) => closed).length,
  };
}

/** Lets the page draw and answer. */
function rest(): Promise<void> {
  return new Promise((go) => setTimeout(go, 0));
}
