// Money that came in, from the payments themselves (not what receptions wrote down) [F05] [FG8].
import { compareNames } from '../../text/names.ts';
import type { Payment } from '../../project/office/payments.ts';
import type { Shift } from '../../project/office/shifts.ts';

/**
 * Money of one day, kind and cashier, in đồng. `amount` are lines of payments that hold; what was cancelled later stands
 * beside them and is in no sum.
 */
export type CollectedFee = {
  readonly day: string;
  readonly kind: 'phi' | 'lePhi';
  readonly cashier: string | null;
  readonly cashierName: string;
  readonly payments: number;
  readonly amount: number;
  readonly cancelled: number;
};

/** Ids of the payments that a row counts are those of `openFee`. */
export type FeeKey = Pick<CollectedFee, 'day' | 'kind' | 'cashier'>;

/** What was collected on `from`–`to`, in the order of days, kinds and cashiers. */
export function collectedFees(
  payments: Iterable<Payment>,
  from: string,
  to: string,
): readonly CollectedFee[] {
  const rows = new Map<string, CollectedFee>();
  for (const { day, lines, cashier, cashierName, cancelled } of payments) {
    if (day < from || day > to) continue;
    for (const kind of ['phi', 'lePhi'] as const) {
      const own = lines.filter((line) => line.kind === kind);
      if (own.length === 0) continue;
      const sum = own.reduce((all, { amount }) => all + amount, 0);
      const key = JSON.stringify([day, kind, cashier]);
      const before = rows.get(key) ?? {
        day,
        kind,
        cashier,
        cashierName,
        payments: 0,
        amount: 0,
        cancelled: 0,
      };
      rows.set(key, {
        ...before,
        payments: before.payments + (cancelled ? 0 : 1),
        amount: before.amount + (cancelled ? 0 : sum),
        cancelled: before.cancelled + (cancelled ? sum : 0),
      });
    }
  }
  return [...rows.values()].sort(
    (a, b) => order(a.day, b.day) || order(b.kind, a.kind) || compareNames(a.cashierName, b.cashierName),
  );
}

/** The payments that hold and that a row counts [FG2]. */
export function openFee(payments: Iterable<Payment>, { day, kind, cashier }: FeeKey): readonly Payment[] {
  return [...payments].filter(
    (one) =>
      one.cancelled === null &&
      one.day === day &&
      one.cashier === cashier &&
      one.lines.some((line) => line.kind === kind),
  );
}

/** A closed shift whose own sum is not that of its payments, in đồng. */
export type ShiftGap = { readonly shift: Shift; readonly written: number; readonly counted: number };

/**
 * Shifts of these payments that were closed over another sum than their payments make: those taken in it, less those
 * cancelled in it [T05]. A payment cancelled in a later shift was taken in its own all the same.
 */
export function shiftGaps(shifts: readonly Shift[], payments: readonly Payment[]): readonly ShiftGap[] {
  return shifts.flatMap((shift) => {
    if (!shift.closed) return [];
    const taken = payments.filter(({ shiftId }) => shiftId === shift.id);
    const back = payments.filter(({ cancelled }) => cancelled?.shiftId === shift.id);
    const counted = Math.max(0, totalOf(taken) - totalOf(back));
    const { taken: written } = shift.closed;
    return written === counted ? [] : [{ shift, written, counted }];
  });
}

function totalOf(payments: readonly Payment[]): number {
  return payments.reduce((sum, { total }) => sum + total, 0);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
