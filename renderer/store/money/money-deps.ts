// What the store of money needs from the world; part of StoreDeps.
import type { BookCheck } from '../../../shared/decide/money/book.ts';
import type { PaymentWish } from '../../../shared/decide/money/payments.ts';
import type { CloseWish, RemitWish } from '../../../shared/decide/money/shifts.ts';
import type { Payer } from '../../../shared/event/money-facts.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Act, ActingClerk } from '../act.ts';

/** Who acts on money: the name stands on the slip. */
export type MoneyClerk = ActingClerk & { readonly name: string };

/** One paper of a payment or a shift and what became of it. */
export type MoneyPrint = {
  readonly subject: string;
  readonly paper: 'fee' | 'book';
  readonly form: string;
  readonly formNo: string;
  readonly copyNo: number;
  readonly reprint: number;
  readonly reason?: string;
  readonly outcome: PrintOutcome;
};

/** Acts on money: each is one transaction, then the second copy at the host. */
export type MoneyActs = {
  /** Takes a payment under the next number of this machine's book; who paid is sealed [MO1]. */
  takePayment(wish: PaymentWish, clerk: MoneyClerk): Act<Payment>;
  /** Cancels by a counter-entry; `approvedBy` agreed with the own PIN [MO5]. */
  cancelPayment(
    wish: { readonly paymentId: string; readonly reason: string; readonly approvedBy: string },
    clerk: MoneyClerk,
  ): Act<Payment>;
  noteOfficial(paymentId: string, officialNo: string, clerk: MoneyClerk): Act<Payment>;
  openShift(wish: { readonly shiftId: string; readonly openingCash: number }, clerk: MoneyClerk): Act<Shift>;
  closeShift(shiftId: string, wish: CloseWish, clerk: MoneyClerk): Act<Shift>;
  remitShift(shiftId: string, wish: RemitWish, clerk: MoneyClerk): Act<Shift>;
  recordMoneyPrint(record: MoneyPrint, clerk: string | null): Act<null>;
};

/** Which payments are followed. */
export type PaymentPart =
  | { readonly day: string }
  | { readonly shiftId: string }
  | { readonly dossierId: string }
  | { readonly id: string }
  /** A number, or the end of one, of this machine's books or any other. */
  | { readonly number: string };

/** Reading money; every watcher is called at once and after each change. Returns how to stop. */
export type MoneyReads = {
  watchPayments(part: PaymentPart, listener: (payments: readonly Payment[]) => void): () => void;
  /** Shifts that are open, closed but not handed on, or of that day. */
  watchShifts(day: string, listener: (shifts: readonly Shift[]) => void): () => void;
  paymentsOfShift(shiftId: string): Promise<readonly Payment[]>;
  /** Opens who paid; null when no key here opens it. */
  payerOf(payment: Payment): Promise<Payer | null>;
  /** Looks through this machine's books for entries that are missing or changed [F07]. */
  checkBooks(): Promise<readonly BookCheck[]>;
};
