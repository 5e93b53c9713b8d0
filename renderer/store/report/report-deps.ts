// What the figures of a period are read from; part of StoreDeps.
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** Ward days, both included. */
export type PeriodDays = { readonly from: string; readonly to: string };

/** Takes one slice of the rows; `left`: how many are still to come. False: no more are wanted. */
export type TakeSlice<T> = (rows: readonly T[], left: number) => boolean;

/** Reads of months of work, by index and in slices, so that the page draws and answers in between [G09]. */
export type ReportReads = {
  /** Every dossier that figures of these days may count: received then, finished then or later, open, or returned then. */
  sliceDossiers(days: PeriodDays, take: TakeSlice<Dossier>): Promise<void>;
  /** Every number that something of these days may be counted of. */
  sliceTickets(days: PeriodDays, take: TakeSlice<Ticket>): Promise<void>;
  /** Payments taken on these days, shifts opened then, and every payment taken or cancelled in one of these. */
  moneyOf(
    days: PeriodDays,
  ): Promise<{ readonly payments: readonly Payment[]; readonly shifts: readonly Shift[] }>;
  /** Facts of the filings that were refused, of any day. */
  refusals(): Promise<readonly LoggedEvent[]>;
  dossiersNamed(ids: readonly string[]): Promise<readonly Dossier[]>;
  ticketsNamed(ids: readonly string[]): Promise<readonly Ticket[]>;
};
