import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../../shared/basics/result.ts';
import type { BookCheck } from '../../../shared/decide/money/book.ts';
import type { LineWish, PaymentWish } from '../../../shared/decide/money/payments.ts';
import type { CloseWish, RemitWish } from '../../../shared/decide/money/shifts.ts';
import type { FieldRefusal } from '../../../shared/decide/refusal.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { DossierDeps } from '../dossier/dossier-state.ts';
import type { Trouble } from '../act.ts';
import type { StoreDeps } from '../deps.ts';
import type { SessionState } from '../session-store.ts';
import type { MoneyReads } from './money-deps.ts';

/** A payment that is being typed; it stands in memory only and goes with whoever types it. */
export type PayForm = {
  readonly wish: PaymentWish;
  /** What the rules do not accept, beside the fields. */
  readonly errors: readonly FieldRefusal[];
  /** Raised by each refused press, so that the screen moves to the first wrong field each time. */
  readonly refusals: number;
};

/** Which paper of a shift. */
export type ShiftPaper = 'close' | 'remittance';

/** One try to put one copy of a paper on paper; `outcome` is null while it runs. */
export type MoneyTry = {
  /** Which paper of its subject. */
  readonly paper: 'fee' | 'refund' | ShiftPaper;
  readonly copyNo: number;
  /** 0 for the first print, then 1, 2, … as marked on the paper. */
  readonly reprint: number;
  readonly outcome: Result<PrintOutcome, Trouble> | null;
};

/** Money at this desk: shifts, the payment being typed, and how the last act went. */
export type MoneyState = {
  readonly day: string;
  /** Shifts that are open, closed and not handed on, or of today; null while they are being read. */
  readonly shifts: readonly Shift[] | null;
  readonly form: PayForm | null;
  /** Newest try of each copy, by payment or shift. */
  readonly prints: Readonly<Record<string, readonly MoneyTry[]>>;
  /** What the last look through the books found; null before one. */
  readonly checks: readonly BookCheck[] | null;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly watchPayments: MoneyReads['watchPayments'];
  readonly paymentsOfShift: MoneyReads['paymentsOfShift'];
  /** The ticket of a visit, with what its person thought of it. */
  readonly ticketOf: StoreDeps['reads']['ticketOf'];
  /** Begins a payment of what a dossier still owes. @param before what it paid already */
  readonly startPayment: (dossier: Dossier, payer: PaymentWish['payer'], before: readonly Payment[]) => void;
  readonly dropPayment: () => void;
  readonly changePayment: (change: Partial<Pick<PaymentWish, 'way' | 'cashGiven' | 'payer'>>) => void;
  readonly changeLine: (at: number, change: Partial<LineWish>) => void;
  /** Takes what is typed and prints every copy of its slip; a second press while one is under way does nothing. */
  readonly submitPayment: () => Promise<boolean>;
  /** Prints copies of a payment's slip; one that may be on paper already is marked, and needs a reason. */
  readonly printFee: (payment: Payment, copies: readonly number[], reason: string) => Promise<void>;
  /** Prints copies of the slip of a cancellation, as `printFee`. */
  readonly printRefund: (payment: Payment, copies: readonly number[], reason: string) => Promise<void>;
  readonly printShift: (shift: Shift, paper: ShiftPaper, reason: string) => Promise<void>;
  /** Cancels and prints the slip of it; false when refused, what was refused stands in `trouble`. */
  readonly cancelPayment: (paymentId: string, reason: string, approvedBy: string) => Promise<boolean>;
  readonly noteOfficial: (paymentId: string, officialNo: string) => Promise<boolean>;
  readonly openShift: (openingCash: number) => Promise<boolean>;
  /** Closes a shift and prints its slip. */
  readonly closeShift: (shiftId: string, wish: CloseWish) => Promise<boolean>;
  /** Records that its money was handed on, and prints the list. */
  readonly remitShift: (shiftId: string, wish: RemitWish) => Promise<boolean>;
  readonly checkBooks: () => Promise<void>;
  readonly forgetTrouble: () => void;
};

/** What the store of money needs. */
export type MoneyStoreDeps = Pick<StoreDeps, 'acts' | 'reads' | 'host' | 'clock' | 'newId'> & {
  readonly session: Pick<StoreApi<SessionState>, 'getState' | 'subscribe'>;
  /** Hands one drawn copy to the host. */
  readonly printForm: DossierDeps['printForm'];
};

/** The store as its actions see it. */
export type MoneyCell = Pick<StoreApi<MoneyState>, 'getState' | 'setState'>;

/** The open shift of a clerk at a machine; null where there is none. @param slot the machine's number in the ward */
export function ownShift(
  shifts: readonly Shift[] | null,
  clerk: string | undefined,
  slot: number,
): Shift | null {
  const own = (shifts ?? []).filter(
    ({ cashier, till, status }) => status === 'open' && cashier === clerk && till === `M${slot}`,
  );
  return own.at(-1) ?? null;
}
