// Payments and shifts as facts make them, without a storage: a book that is written slip by slip.
import { toIso } from '../../../shared/basics/time.ts';
import { bookNumber } from '../../../shared/decide/money/book-numbers.ts';
import { previousSeal } from '../../../shared/decide/money/book.ts';
import { cancelPayment, takePayment } from '../../../shared/decide/money/payments.ts';
import { openShift } from '../../../shared/decide/money/shifts.ts';
import { encodeEvent, NO_HASH } from '../../../shared/event/envelope.ts';
import { foldNext } from '../../../shared/project/fold.ts';
import { applyOf } from '../../../shared/project/kinds.ts';
import type { LineWish, PaymentWish } from '../../../shared/decide/money/payments.ts';
import type { NumberPlace } from '../../../shared/decide/numbers.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Apply, Folded } from '../../../shared/project/fold.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';

/** Friday, 2026-06-05, 08:20 at the ward. */
const NOW_MS = Date.UTC(2026, 5, 5, 1, 20);

export const LAN = { id: 'lan', name: 'Nguyễn Thị Lan', role: 'reception' as const, nowMs: NOW_MS };
export const HOA = { id: 'hoa', name: 'Phạm Thu Hòa', role: 'head' as const, nowMs: NOW_MS };

export const line = (amount: number | null, over: Partial<LineWish> = {}): LineWish => ({
  kind: 'lePhi',
  label: 'Lệ phí đăng ký khai sinh',
  amount,
  fixed: amount !== null,
  waivedBy: '',
  note: '',
  ...over,
});

export const wishOf = (over: Partial<PaymentWish> = {}): PaymentWish => ({
  paymentId: 'payment-1',
  dossierId: 'dossier-1',
  dossierCode: 'H26.99.01-260605-0001',
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  lines: [line(8_000)],
  way: 'cash',
  cashGiven: null,
  payer: { name: 'Trần Quốc Đạt', address: 'Thạch Bàn' },
  ...over,
});

let seq = 0;

/** The event of a fact, of one device after another. */
export function logged(fact: NewFact, actor: string | null, atMs = NOW_MS): LoggedEvent {
  const { type, subject, parents, body, sealed } = fact;
  seq += 1;
  return encodeEvent({
    v: 1,
    ward: 'thach-ban',
    device: 'd1',
    epoch: 'e1',
    seq,
    prev: NO_HASH,
    hlc: `${String(atMs).padStart(13, '0')}-${seq.toString(16).padStart(4, '0')}`,
    wall: toIso(atMs),
    type,
    subject,
    parents,
    actor,
    body,
    sealed,
  });
}

/** A row with one more fact. */
export function folded<S>(apply: Apply<S>, row: Folded<S> | null, event: LoggedEvent): Folded<S> {
  const next = foldNext(apply, row, event);
  if (!next) throw new Error('the fact comes too early');
  return next;
}

/** An open shift of Lan at machine 1. */
export function shiftRow(openingCash = 100_000, actor: typeof LAN | typeof HOA = LAN): Folded<Shift> {
  const fact = openShift({ shiftId: `shift-${actor.id}`, openingCash }, { actor, till: 'M1', open: [] });
  if (!fact.ok) throw new Error(fact.error.code);
  return folded(applyOf.shift, null, logged(fact.value, actor.id));
}

const granted = (value: number): NumberPlace => ({ kind: 'granted', value });

/** A book of machine 1 that is written one entry after the other. */
export function writtenBook() {
  const rows = new Map<string, Folded<Payment>>();
  const shift = shiftRow();
  let last: Payment | null = null;
  const entryAt = (value: number) => {
    const { book, number } = bookNumber('2026', 1, granted(value));
    return { book, number, previous: previousSeal(book, last) };
  };
  const keep = (fact: NewFact, actor: string, atMs: number): Payment => {
    const row = folded(applyOf.payment, rows.get(fact.subject) ?? null, logged(fact, actor, atMs));
    rows.set(row.id, row);
    last = row.state;
    if (!row.state) throw new Error('no payment');
    return row.state;
  };
  return {
    payments: () => [...rows.values()].flatMap(({ state }) => (state ? [state] : [])),
    row: (id: string) => rows.get(id),
    take: (value: number, over: Partial<PaymentWish> = {}): Payment => {
      const nowMs = NOW_MS + value * 1000;
      const wish = wishOf({ paymentId: `payment-${value}`, dossierId: `dossier-${value}`, ...over });
      const sealed = { keyId: 'k', iv: '', ct: '' };
      const actor = { ...LAN, nowMs };
      const others: Payment[] = [];
      const world = { actor, shift, others, entry: entryAt(value), form: 'phieu-thu/tt-03-2025/1', sealed };
      const fact = takePayment(wish, world);
      if (!fact.ok) throw new Error(fact.error.code);
      return keep(fact.value, LAN.id, nowMs);
    },
    cancel: (id: string, value: number): Payment => {
      const nowMs = NOW_MS + value * 1000;
      const world = { actor: { ...LAN, nowMs }, shift, approver: HOA, entry: entryAt(value) };
      const fact = cancelPayment(rows.get(id), 'thu nhầm', world);
      if (!fact.ok) throw new Error(fact.error.code);
      return keep(fact.value, LAN.id, nowMs);
    },
  };
}
