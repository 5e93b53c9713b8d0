// Money over the fake journal, through the real rules; every number is granted and nobody's name is sealed.
import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { bookNumber } from '../../../shared/decide/money/book-numbers.ts';
import { checkBooks, entriesOf, previousSeal } from '../../../shared/decide/money/book.ts';
import { cancelPayment, noteOfficial, takePayment } from '../../../shared/decide/money/payments.ts';
import { closeShift, openShift, remitShift } from '../../../shared/decide/money/shifts.ts';
import { foldNext } from '../../../shared/project/fold.ts';
import { applyOf } from '../../../shared/project/kinds.ts';
import { kindOf } from '../../../shared/project/subjects.ts';
import { feeFormOn } from '../../../shared/slip/money/draw-money.ts';
import { printedFact } from '../../../renderer/db/paper-acts.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Payer } from '../../../shared/event/money-facts.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { Act, Trouble } from '../../../renderer/store/act.ts';
import type { MoneyActs, MoneyClerk, MoneyReads } from '../../../renderer/store/money/money-deps.ts';
import type { ActDesk } from '../queue/fake-desk.ts';

type Through = <T>(act: () => Result<T, Trouble>) => Act<T>;
type Watch = <T>(read: () => T, listener: (value: T) => void) => () => void;

/** Payments and shifts of a fake journal, with who paid in memory. */
export type FakeMoney = {
  readonly payments: Map<string, Folded<Payment>>;
  readonly shifts: Map<string, Folded<Shift>>;
  readonly payers: Map<string, Payer>;
  readonly fold: (logged: LoggedEvent) => void;
};

/** An empty book. */
export function fakeMoney(): FakeMoney {
  const [payments, shifts] = [new Map<string, Folded<Payment>>(), new Map<string, Folded<Shift>>()];
  return {
    payments,
    shifts,
    payers: new Map(),
    fold: (logged) => {
      const { subject } = logged.event;
      const kind = kindOf(logged.event);
      const payment = kind === 'payment' && foldNext(applyOf.payment, payments.get(subject) ?? null, logged);
      const shift = kind === 'shift' && foldNext(applyOf.shift, shifts.get(subject) ?? null, logged);
      if (payment) payments.set(subject, payment);
      if (shift) shifts.set(subject, shift);
    },
  };
}

const states = <S>(rows: ReadonlyMap<string, Folded<S>>): readonly S[] =>
  [...rows.values()].flatMap(({ state }) => (state === null ? [] : [state]));

/** Acts on money. */
export function fakeMoneyActs(
  { journal, clock, ward }: ActDesk<{ readonly money: FakeMoney }>,
  through: Through,
): MoneyActs {
  const { money } = journal;
  const actorOf = (clerk: MoneyClerk) => ({ ...clerk, nowMs: clock.nowMs() });
  const shiftOf = (clerk: MoneyClerk) =>
    [...money.shifts.values()].find(({ state }) => state?.status === 'open' && state.cashier === clerk.id) ??
    null;
  const entry = () => {
    const entries = states(money.payments).flatMap(entriesOf);
    const year = wardDay(clock.nowMs()).slice(0, 4);
    const next = bookNumber(year, 1, { kind: 'granted', value: entries.length + 1 });
    const last = entries.toSorted((a, b) => (a.number < b.number ? -1 : 1)).at(-1);
    const holder = last && money.payments.get(last.paymentId)?.state;
    return { ...next, previous: previousSeal(next.book, holder) };
  };
  const write = <S>(
    fact: Result<NewFact, Refusal>,
    clerk: MoneyClerk,
    rows: ReadonlyMap<string, Folded<S>>,
  ) => {
    if (!fact.ok) return fact;
    journal.add(fact.value, clerk.id);
    const state = rows.get(fact.value.subject)?.state;
    return state ? ok(state) : err({ code: 'storage-failed' });
  };
  return {
    takePayment: (wish, clerk) =>
      through(() => {
        const held = money.payments.get(wish.paymentId)?.state;
        if (held) return ok(held);
        money.payers.set(wish.paymentId, wish.payer);
        const others = states(money.payments).filter(({ dossierId }) => dossierId === wish.dossierId);
        const form = feeFormOn(wardDay(clock.nowMs())).id;
        const sealed = { keyId: 'fake', iv: '', ct: '' };
        const actor = actorOf(clerk);
        const world = { actor, shift: shiftOf(clerk), others, entry: entry(), form, sealed };
        return write(takePayment(wish, world), clerk, money.payments);
      }),
    cancelPayment: ({ paymentId, reason, approvedBy }, clerk) =>
      through(() => {
        const approver = ward.clerks.find(({ id }) => id === approvedBy) ?? null;
        const world = { actor: actorOf(clerk), shift: shiftOf(clerk), approver, entry: entry() };
        return write(cancelPayment(money.payments.get(paymentId), reason, world), clerk, money.payments);
      }),
    noteOfficial: (id, officialNo, clerk) =>
      through(() =>
        write(noteOfficial(money.payments.get(id), officialNo, actorOf(clerk)), clerk, money.payments),
      ),
    openShift: (wish, clerk) =>
      through(() => {
        const open = shiftOf(clerk);
        const world = { actor: actorOf(clerk), till: 'M1', open: open ? [open] : [] };
        return write(openShift(wish, world), clerk, money.shifts);
      }),
    closeShift: (id, wish, clerk) =>
      through(() => {
        const payments = states(money.payments).filter(({ shiftIds }) => shiftIds.includes(id));
        return write(closeShift(money.shifts.get(id), wish, payments, actorOf(clerk)), clerk, money.shifts);
      }),
    remitShift: (id, wish, clerk) =>
      through(() => write(remitShift(money.shifts.get(id), wish, actorOf(clerk)), clerk, money.shifts)),
    recordMoneyPrint: (record, clerk) =>
      through(() => {
        journal.add(printedFact(record, []), clerk);
        return ok(null);
      }),
  };
}

/** Reads of money. */
export function fakeMoneyReads(money: FakeMoney, watch: Watch): MoneyReads {
  const { payments, shifts, payers } = money;
  const newestFirst = (rows: readonly Payment[]) => rows.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
  return {
    watchPayments: (part, listener) =>
      watch(() => {
        const all = newestFirst(states(payments));
        if ('id' in part) return all.filter(({ id }) => id === part.id);
        if ('day' in part) return all.filter(({ day }) => day === part.day);
        if ('shiftId' in part) return all.filter(({ shiftIds }) => shiftIds.includes(part.shiftId));
        if ('dossierId' in part) return all.filter(({ dossierId }) => dossierId === part.dossierId);
        return all.filter(({ number }) => number.endsWith(part.number));
      }, listener),
    watchShifts: (day, listener) =>
      watch(() => states(shifts).filter((one) => one.status !== 'remitted' || one.day === day), listener),
    paymentsOfShift: (id) =>
      Promise.resolve(states(payments).filter(({ shiftIds }) => shiftIds.includes(id))),
    payerOf: ({ id }) => Promise.resolve(payers.get(id) ?? null),
    checkBooks: () => Promise.resolve(checkBooks(states(payments), () => [])),
  };
}
