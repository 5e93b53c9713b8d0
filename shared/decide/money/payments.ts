// Taking money and taking it back: what is written down, or why not (DOMAIN 2.9, 5).
import { err, ok } from '../../basics/result.ts';
import { toIso, wardDay } from '../../basics/time.ts';
import { payWays } from '../../event/money-facts.ts';
import { mayTakeMoney, overseesMoney, refuseApprover } from './roles.ts';
import type { Result } from '../../basics/result.ts';
import type { Sealed } from '../../event/envelope.ts';
import type { FactBody, NewFact } from '../../event/facts.ts';
import type { PayWay } from '../../event/money-facts.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { ClerkRole } from '../../law/people/clerk-roles.ts';
import type { Folded } from '../../project/fold.ts';
import type { Payment } from '../../project/office/payments.ts';
import type { Shift } from '../../project/office/shifts.ts';
import type { FieldRefusal, Refusal } from '../refusal.ts';
import type { BookNumber } from './book-numbers.ts';

/** One line of what is paid, as typed. `amount` is null while nobody has said it; `fixed`: the tariff says it. */
export type LineWish = {
  readonly kind: 'phi' | 'lePhi';
  readonly label: string;
  readonly amount: number | null;
  readonly fixed: boolean;
  /** The ground that waives it; empty where nothing is waived. */
  readonly waivedBy: string;
  /** On what an amount rests that the tariff does not have. */
  readonly note: string;
};

/** A payment as typed. Its id is made when the form opens, so however often one presses it stays one payment [MO1]. */
export type PaymentWish = {
  readonly paymentId: string;
  readonly dossierId: string | null;
  readonly dossierCode: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly lines: readonly LineWish[];
  readonly way: PayWay;
  /** Đồng handed over, for the change; null where nobody said it. */
  readonly cashGiven: number | null;
  readonly payer: { readonly name: string; readonly address: string };
};

/** Who acts, and when. */
export type MoneyActor = { readonly id: string; readonly role: ActorRole; readonly nowMs: number };

/** Longest texts, as the facts take them; the screens stop typing there too. */
export const MONEY_LIMITS = { name: 200, address: 500, note: 300, reason: 1000, officialNo: 120, to: 200 };

/** No fee of a ward comes near it; above it somebody mistyped. */
const MOST_DONG = 10_000_000_000;

/** What a line comes to: nothing where it is waived, null while nobody typed a sum. */
export function amountOf({ amount, waivedBy }: Pick<LineWish, 'amount' | 'waivedBy'>): number | null {
  if (waivedBy !== '') return 0;
  return Number.isNaN(amount) ? null : amount;
}

/** Sum of the lines in đồng; null while an amount is not known. */
export function totalOf(lines: readonly LineWish[]): number | null {
  return lines.reduce<number | null>((sum, line) => {
    const amount = amountOf(line);
    return sum === null || amount === null ? null : sum + amount;
  }, 0);
}

/** Everything the rules do not accept in what is typed, by field; empty means that it may be recorded [MO1]. */
export function checkPayment({ lines, way, cashGiven, payer }: PaymentWish): readonly FieldRefusal[] {
  const found: FieldRefusal[] = lines.flatMap((line, at) => checkLine(line, `lines.${at}`));
  if (payer.name.trim() === '') found.push({ field: 'payer.name', code: 'name-missing' });
  if (payer.name.length > MONEY_LIMITS.name) found.push({ field: 'payer.name', code: 'text-too-long' });
  if (payer.address.length > MONEY_LIMITS.address)
    found.push({ field: 'payer.address', code: 'text-too-long' });
  const total = totalOf(lines);
  if (cashGiven !== null && !isDong(cashGiven))
    found.push({ field: 'cashGiven', code: 'count-wrong', found: cashGiven });
  else if (way === 'cash' && cashGiven !== null && total !== null && cashGiven < total)
    found.push({ field: 'cashGiven', code: 'cash-short', found: total - cashGiven });
  return found;
}

function isDong(sum: number): boolean {
  return Number.isSafeInteger(sum) && sum >= 0;
}

function checkLine(line: LineWish, field: string): readonly FieldRefusal[] {
  if (line.waivedBy !== '') return [];
  if (line.amount === null) return [{ field: `${field}.amount`, code: 'amount-missing' }];
  const found: FieldRefusal[] = [];
  if (!isDong(line.amount) || line.amount > MOST_DONG)
    found.push({ field: `${field}.amount`, code: 'count-wrong', found: line.amount });
  if (!line.fixed && line.note.trim() === '') found.push({ field: `${field}.note`, code: 'text-missing' });
  if (line.note.length > MONEY_LIMITS.note) found.push({ field: `${field}.note`, code: 'text-too-long' });
  return found;
}

/** In what a payment is written: the open shift of who takes it, what the dossier paid before, and its place in the book. */
export type TakingWorld = {
  readonly actor: MoneyActor & { readonly name: string };
  readonly shift: Folded<Shift> | null;
  /** Payments of the same dossier that are known here. */
  readonly others: readonly Payment[];
  readonly entry: BookNumber & { readonly previous: string };
  /** Form of the slip. */
  readonly form: string;
  readonly sealed: Sealed;
};

/**
 * Takes a payment [MO1]: in an open shift of who takes it, once for each line of a dossier unless the earlier one was
 * cancelled. What two desks that did not see each other took stands twice and is told (`paidTwice`).
 */
export function takePayment(wish: PaymentWish, world: TakingWorld): Result<NewFact, Refusal> {
  const refusal = refuseTaking(wish, world);
  if (refusal) return err(refusal);
  const { actor, entry, shift } = world;
  const body: FactBody<'payment-taken'> = {
    ...entry,
    day: wardDay(actor.nowMs),
    dossierId: wish.dossierId,
    dossierCode: wish.dossierCode,
    procedure: { code: wish.procedure.code, name: wish.procedure.name },
    lines: wish.lines.map(writtenLine),
    total: totalOf(wish.lines) ?? 0,
    way: wish.way,
    shiftId: shift?.id ?? '',
    cashierName: actor.name,
    form: world.form,
    at: toIso(actor.nowMs),
    role: actor.role,
  };
  return ok({ type: 'payment-taken', subject: wish.paymentId, parents: [], sealed: world.sealed, body });
}

function refuseTaking(wish: PaymentWish, { actor, shift, others }: TakingWorld): Refusal | null {
  if (!mayTakeMoney(actor.role)) return { code: 'money-role-wrong' };
  if (shift?.state?.status !== 'open') return { code: 'shift-none' };
  const fields = checkPayment(wish);
  if (fields.length > 0) return { code: 'fields-invalid', fields };
  if (!payWays.includes(wish.way) || wish.lines.length === 0) return { code: 'payment-zero' };
  const isFree = totalOf(wish.lines) === 0 && wish.lines.every(({ waivedBy }) => waivedBy === '');
  if (isFree) return { code: 'payment-zero' };
  const before = others.find((payment) => paysSame(payment, wish.lines));
  return before ? { code: 'payment-made-already', number: before.number } : null;
}

/** Whether a payment that stands covers one of these lines. */
function paysSame(
  payment: Pick<Payment, 'cancelled' | 'lines'>,
  lines: readonly { readonly kind: string; readonly label: string }[],
): boolean {
  if (payment.cancelled) return false;
  return payment.lines.some(({ kind, label }) =>
    lines.some((line) => line.kind === kind && line.label === label),
  );
}

function writtenLine(line: LineWish): FactBody<'payment-taken'>['lines'][number] {
  const { kind, label, waivedBy, fixed } = line;
  const note = line.note.normalize('NFC').trim();
  return {
    kind,
    label,
    amount: amountOf(line) ?? 0,
    ...(waivedBy === '' ? {} : { waivedBy }),
    ...(fixed || note === '' ? {} : { note }),
  };
}

/** What a counter-entry is written in. */
export type CancelWorld = {
  readonly actor: MoneyActor;
  /** The open shift of who acts: the money goes back out of its till. */
  readonly shift: Folded<Shift> | null;
  readonly approver: { readonly id: string; readonly role: ClerkRole } | null;
  readonly entry: BookNumber & { readonly previous: string };
};

/**
 * Cancels a payment by a counter-entry, with a reason and a second person [MO5]. It is an entry of the present shift, whether
 * or not that is the one in which the money came in; nothing is ever deleted.
 */
export function cancelPayment(
  row: Folded<Payment> | undefined,
  reason: string,
  { actor, shift, approver, entry }: CancelWorld,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'payment-unknown' });
  if (row.state.cancelled)
    return err({ code: 'payment-cancelled-already', number: row.state.cancelled.number });
  if (!mayTakeMoney(actor.role) && !overseesMoney(actor.role)) return err({ code: 'money-role-wrong' });
  if (shift?.state?.status !== 'open') return err({ code: 'shift-none' });
  const refusal = refuseApprover(actor.id, approver);
  if (refusal) return err(refusal);
  const why = reason.normalize('NFC').trim();
  const fields = checkText('reason', why, MONEY_LIMITS.reason);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const { id: subject, heads: parents } = row;
  const done = { at: toIso(actor.nowMs), role: actor.role };
  const day = wardDay(actor.nowMs);
  const body = { ...entry, day, reason: why, approvedBy: approver?.id ?? '', shiftId: shift.id, ...done };
  return ok({ type: 'payment-cancelled', subject, parents, sealed: null, body });
}

/** Notes the number of the biên lai that a licensed provider issued for it (NĐ 123/2020). A later note takes the place of an earlier one. */
export function noteOfficial(
  row: Folded<Payment> | undefined,
  officialNo: string,
  actor: MoneyActor,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'payment-unknown' });
  if (!mayTakeMoney(actor.role)) return err({ code: 'money-role-wrong' });
  const clean = officialNo.normalize('NFC').trim();
  const fields = checkText('officialNo', clean, MONEY_LIMITS.officialNo);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const body = { officialNo: clean, at: toIso(actor.nowMs), role: actor.role };
  const { id: subject, heads: parents } = row;
  return ok({ type: 'payment-official-noted', subject, parents, sealed: null, body });
}

/** A text that must say something and fit its field. */
export function checkText(field: string, clean: string, longest: number): readonly FieldRefusal[] {
  if (clean === '') return [{ field, code: 'text-missing' }];
  return clean.length > longest ? [{ field, code: 'text-too-long', found: clean.length }] : [];
}

/** Payments of one dossier that stand and pay the same line: two desks took them without seeing each other [MO6]. */
export function paidTwice(payments: readonly Payment[]): readonly Payment[] {
  return payments.filter((one) =>
    payments.some(
      (other) =>
        other.id !== one.id &&
        one.dossierId !== null &&
        other.dossierId === one.dossierId &&
        !one.cancelled &&
        paysSame(other, one.lines),
    ),
  );
}

/** How a dossier stands to its fees: nothing is due, nothing was paid yet, or all of it is paid. */
export type FeeStanding = 'none' | 'unpaid' | 'part' | 'paid';

/** How a dossier stands to its fees [MO7]: each line is due unless it is known to cost nothing. */
export function feeStanding(
  fees: readonly { readonly kind: string; readonly label: string; readonly amount: number | null }[],
  payments: readonly Payment[],
): FeeStanding {
  const due = fees.filter(({ amount }) => amount !== 0);
  if (due.length === 0) return 'none';
  const open = due.filter((line) => !payments.some((payment) => paysSame(payment, [line])));
  if (open.length === due.length) return 'unpaid';
  return open.length === 0 ? 'paid' : 'part';
}

/** The lines of a dossier's fees that no payment covers yet. */
export function openLines<L extends { readonly kind: string; readonly label: string }>(
  fees: readonly L[],
  payments: readonly Payment[],
): readonly L[] {
  return fees.filter((line) => !payments.some((payment) => paysSame(payment, [line])));
}
