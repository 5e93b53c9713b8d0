import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { DayFigures } from '../../../shared/report/day-figures.ts';
import type { RefusalCount } from '../../../shared/report/lists/refusals.ts';
import type { FieldCount } from '../../../shared/report/lists/supplements.ts';
import type { Deed } from '../../../shared/report/staff/deeds.ts';
import type { CollectedFee, ShiftGap } from '../../../shared/report/staff/fees-collected.ts';
import type { SliceGap } from '../../../shared/report/staff/staff-check.ts';
import type { PeriodDays } from './report-deps.ts';

/** The figures of a period as they were read once; everything that is shown or saved comes from here. */
export type StaffReport = PeriodDays & {
  /** When they were read, epoch ms. */
  readonly asOfMs: number;
  readonly deeds: readonly Deed[];
  readonly figures: DayFigures;
  /** Tables whose sums are not those of the period report; empty: they agree. */
  readonly gaps: readonly SliceGap[];
  readonly payments: readonly Payment[];
  readonly fees: readonly CollectedFee[];
  readonly shiftGaps: readonly ShiftGap[];
  /** How many closed shifts were compared. */
  readonly shiftsClosed: number;
  readonly supplements: readonly FieldCount[];
  readonly refusals: readonly RefusalCount[];
};

/** Figures of a period, read when they are asked for. */
export type ReportState = {
  readonly report: StaffReport | null;
  /** How much of the period is read, rows; null while nothing is being read. */
  readonly reading: { readonly read: number; readonly of: number } | null;
  /** The storage could not be read; nothing is shown as a figure then. */
  readonly failed: boolean;
  /** Reads a period; one that was being read is given up. */
  readonly read: (days: PeriodDays) => Promise<void>;
  /** What a number counts, the first of them. */
  readonly dossiersNamed: (ids: readonly string[]) => Promise<readonly Dossier[]>;
  readonly ticketsNamed: (ids: readonly string[]) => Promise<readonly Ticket[]>;
};
