// Papers about money as they are printed: from the payment or the shift and nothing else, by the form of their day (promise 6).
import { parseInstant, wardDay } from '../../basics/time.ts';
import { netOf, tallyOf } from '../../decide/money/shifts.ts';
import { formatDay, formatTime } from '../../text/dates.ts';
import { nameOf, officeOf } from '../acts/drawing.ts';
import { feeSlip } from '../forms/fee-slip.ts';
import { formOfTemplate, formSetOn, legalFormSets } from '../forms/form-sets.ts';
import { refundSlip, remittanceSlip, shiftCloseSlip } from '../forms/money-slips.ts';
import type { PayWay, Payer } from '../../event/money-facts.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { Payment } from '../../project/office/payments.ts';
import type { Shift } from '../../project/office/shifts.ts';
import type { FeeForm, RefundForm } from '../forms/form-sets.ts';
import type { RemittanceRow } from '../forms/money-slips.ts';
import type { Slip } from '../slip.ts';

/** Which copy, and which reprint of it. */
export type MoneyCopy = {
  readonly copyNo: number;
  readonly reprint: { readonly n: number; readonly at: string } | null;
};

const wayNames: Readonly<Record<PayWay, string>> = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  card: 'Thẻ',
};

/** The form of the fee slip on a ward day (YYYY-MM-DD). */
export function feeFormOn(day: string): FeeForm {
  return formSetOn(day, legalFormSets).forms.fee;
}

/** One copy of the slip of a payment. */
export function drawFee(payment: Payment, payer: Payer, ward: WardConfig, copy: MoneyCopy): Slip {
  const held = formOfTemplate(payment.form, legalFormSets);
  const form = held && 'notReceipt' in held ? held : feeFormOn(payment.day);
  const sum = (wanted: 'phi' | 'lePhi') =>
    payment.lines.reduce((total, { kind, amount }) => total + (kind === wanted ? amount : 0), 0);
  const office = officeOf(ward);
  return feeSlip({
    ...copy,
    form,
    office,
    at: payment.takenAt,
    collector: office.officeName.charAt(0).toUpperCase() + office.officeName.slice(1),
    taxCode: '',
    number: payment.number,
    feeNames: payment.lines.map(lineName).join('; '),
    payer: payer.name,
    address: payer.address,
    dossier: { code: payment.dossierCode, provisional: false },
    fee: sum('phi'),
    charge: sum('lePhi'),
    payment: wayNames[payment.way],
    eReceiptNo: payment.officialNo,
    cashier: payment.cashierName,
  });
}

function lineName({ label, waivedBy, note }: Payment['lines'][number]): string {
  if (waivedBy !== undefined) return `${label} (miễn)`;
  return note === undefined ? label : `${label} (${note})`;
}

/** The slip that closes a shift; null while it is open. */
export function drawShiftClose(
  shift: Shift,
  payments: readonly Payment[],
  ward: WardConfig,
  copy: MoneyCopy,
): Slip | null {
  const { closed } = shift;
  if (!closed) return null;
  const tally = tallyOf(shift, payments);
  const numbers = numbersIn(shift, payments);
  return shiftCloseSlip({
    ...copy,
    form: formSetOn(dayOf(closed.at), legalFormSets).forms.shiftClose,
    office: officeOf(ward),
    at: closed.at,
    cashier: shift.cashierName,
    checker: shift.closedBy === shift.cashier ? '' : nameOf(ward, shift.closedBy),
    till: shift.till,
    openedAt: shift.openedAt,
    closedAt: closed.at,
    payments: tally.payments,
    cancellations: tally.cancellations,
    firstNo: numbers[0] ?? '',
    lastNo: numbers.at(-1) ?? '',
    openingCash: shift.openingCash,
    cash: tally.taken.cash,
    cashBack: tally.backAgain.cash,
    expectedCash: closed.expectedCash,
    countedCash: closed.countedCash,
    transfer: tally.taken.transfer - tally.backAgain.transfer,
    card: tally.taken.card - tally.backAgain.card,
    fee: tally.phi,
    charge: tally.lePhi,
    counted: closed.counted,
    reason: closed.reason,
  });
}

/** Numbers that were written in a shift, in their order: slips, and the counter-entries that bear numbers of the same book. */
function numbersIn({ id }: Pick<Shift, 'id'>, payments: readonly Payment[]): readonly string[] {
  const entries = payments.flatMap(({ shiftId, takenAt: at, number, cancelled, alsoCancelled }) => [
    ...(shiftId === id ? [{ at, number }] : []),
    ...[...(cancelled ? [cancelled] : []), ...alsoCancelled].filter((entry) => entry.shiftId === id),
  ]);
  const key = (entry: { readonly at: string; readonly number: string }) => `${entry.at} ${entry.number}`;
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ number }) => number);
}

/** The form of the slip of a cancellation. */
export function refundFormOn(day: string): RefundForm {
  return formSetOn(day, legalFormSets).forms.refund;
}

/** One copy of the slip of a cancellation, with which the money goes back; null while the payment holds. */
export function drawRefund(payment: Payment, payer: Payer, ward: WardConfig, copy: MoneyCopy): Slip | null {
  const { cancelled } = payment;
  if (!cancelled) return null;
  return refundSlip({
    ...copy,
    form: refundFormOn(cancelled.day),
    office: officeOf(ward),
    at: cancelled.at,
    number: cancelled.number,
    ofNumber: payment.number,
    takenAt: payment.takenAt,
    payer: payer.name,
    address: payer.address,
    code: payment.dossierCode,
    feeNames: payment.lines.map(lineName).join('; '),
    sum: payment.total,
    way: wayNames[payment.way],
    reason: cancelled.reason,
    cashier: nameOf(ward, cancelled.by),
    approver: nameOf(ward, cancelled.approvedBy),
  });
}

/** The list with which a shift's money is handed on; null while it was not. */
export function drawRemittance(
  shift: Shift,
  payments: readonly Payment[],
  ward: WardConfig,
  copy: MoneyCopy,
): Slip | null {
  const { remitted, closed } = shift;
  if (!remitted) return null;
  const form = formSetOn(dayOf(remitted.at), legalFormSets).forms.remittance;
  const tally = tallyOf(shift, payments);
  return remittanceSlip({
    ...copy,
    form,
    office: officeOf(ward),
    at: remitted.at,
    listNo: remitted.listNo,
    cashier: shift.cashierName,
    till: shift.till,
    to: remitted.to,
    openedAt: shift.openedAt,
    closedAt: closed?.at ?? remitted.at,
    amount: remitted.amount,
    reason: remitted.reason ?? '',
    otherWays: netOf(tally) - (tally.taken.cash - tally.backAgain.cash),
    rows: payments.toSorted(byTime).flatMap((payment) => rowsOf(payment, shift, form)),
  });
}

function rowsOf(
  payment: Payment,
  shift: Shift,
  form: {
    readonly cancelled: string;
    readonly cancelledOther: string;
    readonly ways: Record<PayWay, string>;
  },
): readonly RemittanceRow[] {
  const { cancelled, lines, number, dossierCode: code } = payment;
  const sum = (wanted: 'phi' | 'lePhi', sign: 1 | -1) =>
    lines.reduce((total, { kind, amount }) => total + (kind === wanted ? amount * sign : 0), 0);
  const row = (at: string, sign: 1 | -1) => ({
    number,
    code,
    at: timeOn(at, shift.day),
    fee: sum('phi', sign),
    charge: sum('lePhi', sign),
    struck: false,
    note: form.ways[payment.way],
  });
  const isBack = cancelled?.shiftId === shift.id;
  if (payment.shiftId === shift.id) {
    if (!isBack) return [row(payment.takenAt, 1)];
    const note = form.cancelled.replace('{no}', cancelled.number);
    return [{ ...row(payment.takenAt, 1), struck: true, note }];
  }
  if (!isBack) return [];
  const note = form.cancelledOther.replace('{no}', number);
  return [{ ...row(cancelled.at, -1), number: cancelled.number, note }];
}

function byTime(a: Payment, b: Payment): number {
  return `${a.takenAt} ${a.number}` < `${b.takenAt} ${b.number}` ? -1 : 1;
}

function dayOf(instant: string): string {
  return wardDay(parseInstant(instant) ?? 0);
}

function timeOn(instant: string, day: string): string {
  const ms = parseInstant(instant) ?? 0;
  return wardDay(ms) === day ? formatTime(ms) : `${formatTime(ms)} ${formatDay(wardDay(ms)).slice(0, 5)}`;
}
