// A cashier's shift: opened with what is in the till, closed by counting it, its money handed on [F05].
import { err, ok } from '../../basics/result.ts';
import { toIso, wardDay } from '../../basics/time.ts';
import { payWays } from '../../event/money-facts.ts';
import { checkText, MONEY_LIMITS } from './payments.ts';
import { mayTakeMoney, overseesMoney } from './roles.ts';
import type { Result } from '../../basics/result.ts';
import type { FactBody, NewFact } from '../../event/facts.ts';
import type { PayWay } from '../../event/money-facts.ts';
import type { Folded } from '../../project/fold.ts';
import type { Payment } from '../../project/office/payments.ts';
import type { Shift } from '../../project/office/shifts.ts';
import type { FieldRefusal, Refusal } from '../refusal.ts';
import type { MoneyActor } from './payments.ts';

/** Notes in use, đồng, largest first; smaller ones and coins are counted as one sum. */
export const noteValues: readonly number[] = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000,
];

/** How many of one note. */
export type NoteCount = FactBody<'shift-closed'>['counted'][number];

/** Đồng that a count comes to. */
export function countedSum(counted: readonly NoteCount[]): number {
  return counted.reduce((sum, { value, count }) => sum + value * count, 0);
}

/** What moved in a shift, in đồng. */
export type Tally = {
  /** Slips written in it, cancelled ones among them. */
  readonly payments: number;
  readonly cancellations: number;
  readonly taken: Readonly<Record<PayWay, number>>;
  readonly backAgain: Readonly<Record<PayWay, number>>;
  /** Opening cash, and what came in by cash less what went back. */
  readonly expectedCash: number;
  /** Phí and lệ phí less what was cancelled, whatever the way. */
  readonly phi: number;
  readonly lePhi: number;
};

/** What moved in a shift; a counter-entry counts in the shift in which it was made [MO5]. */
export function tallyOf(
  shift: Pick<Shift, 'id' | 'openingCash'>,
  payments: readonly Pick<Payment, 'shiftId' | 'cancelled' | 'total' | 'way' | 'lines'>[],
): Tally {
  const taken = { cash: 0, transfer: 0, card: 0 };
  const backAgain = { cash: 0, transfer: 0, card: 0 };
  const kinds = { phi: 0, lePhi: 0 };
  const count = { payments: 0, cancellations: 0 };
  for (const { shiftId, cancelled, total, way, lines } of payments) {
    const isIn = shiftId === shift.id;
    const isOut = cancelled?.shiftId === shift.id;
    if (isIn) taken[way] += total;
    if (isOut) backAgain[way] += total;
    count.payments += isIn ? 1 : 0;
    count.cancellations += isOut ? 1 : 0;
    for (const { kind, amount } of lines) kinds[kind] += (isIn ? amount : 0) - (isOut ? amount : 0);
  }
  return {
    ...count,
    ...kinds,
    taken,
    backAgain,
    expectedCash: shift.openingCash + taken.cash - backAgain.cash,
  };
}

/** Everything taken in a shift less what was cancelled, whatever the way, in đồng. */
export function netOf({ taken, backAgain }: Tally): number {
  return payWays.reduce((sum, way) => sum + taken[way] - backAgain[way], 0);
}

/**
 * Opens a shift [MO4]: each clerk has one at a time at a machine. The same id twice is one shift.
 * @param open shifts of this clerk at this machine that are not closed
 */
export function openShift(
  wish: { readonly shiftId: string; readonly openingCash: number },
  world: {
    readonly actor: MoneyActor & { readonly name: string };
    readonly till: string;
    readonly open: readonly Folded<Shift>[];
  },
): Result<NewFact, Refusal> {
  const { actor, till, open } = world;
  if (!mayTakeMoney(actor.role) && !overseesMoney(actor.role)) return err({ code: 'money-role-wrong' });
  if (open.length > 0) return err({ code: 'shift-open-already' });
  const { openingCash } = wish;
  const fields = checkDong('openingCash', openingCash);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const done = { at: toIso(actor.nowMs), role: actor.role };
  const body = { day: wardDay(actor.nowMs), till, cashierName: actor.name, openingCash, ...done };
  return ok({ type: 'shift-opened', subject: wish.shiftId, parents: [], sealed: null, body });
}

/** What is counted at the end of a shift. */
export type CloseWish = { readonly counted: readonly NoteCount[]; readonly reason: string };

/** Closes a shift [MO4]: by who leads it, a cashier or the head; a difference to what should be there needs a reason. */
export function closeShift(
  row: Folded<Shift> | undefined,
  { counted, reason }: CloseWish,
  payments: readonly Payment[],
  actor: MoneyActor,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'shift-unknown' });
  const shift = row.state;
  if (shift.status !== 'open') return err({ code: 'shift-not-open' });
  const refusal = refuseOther(shift, actor);
  if (refusal) return err(refusal);
  const tally = tallyOf(shift, payments);
  const countedCash = countedSum(counted);
  const why = reason.normalize('NFC').trim();
  const fields = [
    ...counted.flatMap(({ value, count }) => checkDong(`note-${value}`, count)),
    ...(countedCash === tally.expectedCash ? [] : checkText('reason', why, MONEY_LIMITS.reason)),
  ];
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const body = {
    counted: counted.filter(({ count }) => count > 0).map(({ value, count }) => ({ value, count })),
    countedCash,
    expectedCash: tally.expectedCash,
    reason: why,
    payments: tally.payments,
    taken: Math.max(0, netOf(tally)),
    at: toIso(actor.nowMs),
    role: actor.role,
  };
  return ok({ type: 'shift-closed', subject: row.id, parents: row.heads, sealed: null, body });
}

/** What is handed on of a shift: how much, to whom, and why where it is not what was to be expected. */
export type RemitWish = { readonly amount: number; readonly to: string; readonly reason: string };

/** Đồng that a shift hands on unless somebody says otherwise: what was counted, less what was in the till at first. */
export function proposedRemittance({ openingCash, closed }: Pick<Shift, 'openingCash' | 'closed'>): number {
  return Math.max(0, (closed?.countedCash ?? 0) - openingCash);
}

/**
 * Records that the money of a closed shift was handed on, by a list with its number [MO4]: never more than was counted, and
 * another sum than the proposed one with its reason.
 */
export function remitShift(
  row: Folded<Shift> | undefined,
  wish: RemitWish,
  actor: MoneyActor,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'shift-unknown' });
  if (row.state.status !== 'closed') return err({ code: 'shift-not-closed' });
  const refusal = refuseOther(row.state, actor);
  if (refusal) return err(refusal);
  const { amount } = wish;
  const to = wish.to.normalize('NFC').trim();
  const why = wish.reason.normalize('NFC').trim();
  const isProposed = amount === proposedRemittance(row.state);
  const wrongSum = checkDong('amount', amount);
  const counted = row.state.closed?.countedCash ?? 0;
  if (wrongSum.length === 0 && amount > counted)
    return err({ code: 'remittance-too-much', amountDong: amount, countedDong: counted });
  const fields = [
    ...wrongSum,
    ...checkText('to', to, MONEY_LIMITS.to),
    ...(isProposed || wrongSum.length > 0 ? [] : checkText('reason', why, MONEY_LIMITS.reason)),
  ];
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const body = {
    listNo: remittanceNo(row.state),
    amount,
    to,
    ...(isProposed ? {} : { reason: why }),
    at: toIso(actor.nowMs),
    role: actor.role,
  };
  return ok({ type: 'shift-remitted', subject: row.id, parents: row.heads, sealed: null, body });
}

/** Number of a shift's remittance list: its day, its machine, and the end of its random id, so that no two lists share one. */
export function remittanceNo({ id, day, till }: Pick<Shift, 'id' | 'day' | 'till'>): string {
  return `NT-${day.slice(2).replaceAll('-', '')}-${till}-${id.slice(-4).toUpperCase()}`;
}

/** The shift of another is for cashiers and the head alone. */
function refuseOther(shift: Shift, actor: MoneyActor): Refusal | null {
  const isOwn = shift.cashier === actor.id && mayTakeMoney(actor.role);
  if (isOwn || overseesMoney(actor.role)) return null;
  return { code: shift.cashier === actor.id ? 'money-role-wrong' : 'shift-not-own' };
}

function checkDong(field: string, dong: number): readonly FieldRefusal[] {
  return Number.isSafeInteger(dong) && dong >= 0 && dong <= 100_000_000_000
    ? []
    : [{ field, code: 'count-wrong', found: dong }];
}
