// Acts about money, each one transaction: number, fact, rows and the payer's key together (promise 2).
import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { bookNumber } from '../../../shared/decide/money/book-numbers.ts';
import { previousSeal } from '../../../shared/decide/money/book.ts';
import { cancelPayment, noteOfficial, takePayment } from '../../../shared/decide/money/payments.ts';
import { closeShift, openShift, remitShift } from '../../../shared/decide/money/shifts.ts';
import { paymentNamespace, takePlace } from '../../../shared/decide/numbers.ts';
import { printedFact } from '../paper-acts.ts';
import { readSupplies } from '../supplies.ts';
import { transact } from '../transact.ts';
import { lastInBook, openShiftOf, openShifts, paymentsOfDossier, paymentsOfShift } from './money-rows.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { MoneyActor, PaymentWish } from '../../../shared/decide/money/payments.ts';
import type { CloseWish, RemitWish } from '../../../shared/decide/money/shifts.ts';
import type { NumberSupply, Supplies } from '../../../shared/decide/numbers.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { ClerkRole } from '../../../shared/law/people/clerk-roles.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Paper } from '../paper-acts.ts';
import type { FreshSeal } from '../seal.ts';
import type { Committed, OwnPlace, StorageFault, Writing } from '../transact.ts';

type Outcome = Promise<Result<Committed<string>, Refusal | StorageFault>>;

/** Who acts at which machine, and whether it may number by itself because nobody grants. */
export type Till = {
  readonly clerk: { readonly id: string; readonly name: string; readonly role: ClerkRole };
  /** The machine's number in the ward; its till and book are named `M` and this. */
  readonly slot: number;
  readonly alone: boolean;
};

const tillOf = ({ slot }: Pick<Till, 'slot'>): string => `M${slot}`;
const actorOf = (
  { clerk }: Pick<Till, 'clerk'>,
  { nowMs }: Writing,
): MoneyActor & { readonly name: string } => ({
  ...clerk,
  nowMs,
});

/**
 * Takes a payment: the same form sent twice finds its payment already there and writes nothing [MO1]. With no block of
 * numbers left it answers `supply-empty`; with `alone` it numbers in letters of the storage's own.
 * @param wish.form of the slip
 */
export function take(
  db: DeskDatabase,
  writing: Writing,
  till: Till,
  wish: PaymentWish & { readonly form: string },
  seal: FreshSeal,
): Outcome {
  const { paymentId, dossierId } = wish;
  const year = wardDay(writing.nowMs).slice(0, 4);
  const read = () =>
    Promise.all([
      readBook(db, year, till),
      openShifts(db),
      db.payments.get(paymentId),
      dossierId === null ? [] : paymentsOfDossier(db, dossierId),
    ]);
  return transact(db, writing, read, ([book, shifts, row, others], place) => {
    if (row) return ok({ value: paymentId, facts: [] });
    const entry = nextEntry(book, year, till, place);
    if (!entry) return err({ code: 'supply-empty' as const });
    const fact = takePayment(wish, {
      actor: actorOf(till, writing),
      shift: openShiftOf(shifts, writing.actor, tillOf(till)),
      others,
      entry: entry.entry,
      form: wish.form,
      sealed: seal.sealed,
    });
    if (!fact.ok) return fact;
    return ok({ value: paymentId, facts: [fact.value], keys: [seal.key], supplies: [entry.rest] });
  });
}

/** Cancels a payment by a counter-entry that takes the next number of the book [MO5]. */
export function cancel(
  db: DeskDatabase,
  writing: Writing,
  till: Till,
  wish: { readonly paymentId: string; readonly reason: string; readonly approvedBy: string },
  roleOf: (clerk: string) => ClerkRole | null,
): Outcome {
  const year = wardDay(writing.nowMs).slice(0, 4);
  const read = () => Promise.all([readBook(db, year, till), openShifts(db), db.payments.get(wish.paymentId)]);
  return transact(db, writing, read, ([book, shifts, row], place) => {
    const entry = nextEntry(book, year, till, place);
    if (!entry) return err({ code: 'supply-empty' as const });
    const role = roleOf(wish.approvedBy);
    const fact = cancelPayment(row, wish.reason, {
      actor: actorOf(till, writing),
      shift: openShiftOf(shifts, writing.actor, tillOf(till)),
      approver: role === null ? null : { id: wish.approvedBy, role },
      entry: entry.entry,
    });
    if (!fact.ok) return fact;
    return ok({ value: wish.paymentId, facts: [fact.value], supplies: [entry.rest] });
  });
}

type Book = { readonly supplies: Supplies; readonly last: ReadonlyMap<string, Payment | undefined> };

/** What numbers are left, and where the machine's book and the storage's own one end. */
async function readBook(db: DeskDatabase, year: string, { slot, alone }: Till): Promise<Book> {
  const namespace = paymentNamespace(year, slot);
  const meta = await db.meta.get('epoch');
  const ordinal = meta?.key === 'epoch' ? meta.ordinal : 0;
  const granted = bookNumber(year, slot, { kind: 'granted', value: 1 }).book;
  const own = bookNumber(year, slot, { kind: 'own', value: 1, slot, ordinal }).book;
  const [supplies, lastGranted, lastOwn] = await Promise.all([
    readSupplies(db, namespace, alone),
    lastInBook(db, granted),
    alone ? lastInBook(db, own) : undefined,
  ]);
  return {
    supplies,
    last: new Map([
      [granted, lastGranted],
      [own, lastOwn],
    ]),
  };
}

function nextEntry({ supplies, last }: Book, year: string, { slot, alone }: Till, place: OwnPlace) {
  const taken = takePlace(supplies, { slot, ordinal: place.ordinal }, alone);
  if (!taken) return null;
  const numbered = bookNumber(year, slot, taken.place);
  const rest: NumberSupply = taken.rest;
  return { entry: { ...numbered, previous: previousSeal(numbered.book, last.get(numbered.book)) }, rest };
}

/** Notes the number of the external biên lai. */
export function note(
  db: DeskDatabase,
  writing: Writing,
  { clerk }: Pick<Till, 'clerk'>,
  wish: { readonly paymentId: string; readonly officialNo: string },
): Outcome {
  const read = () => db.payments.get(wish.paymentId);
  return transact(db, writing, read, (row) => {
    const fact = noteOfficial(row, wish.officialNo, actorOf({ clerk }, writing));
    return fact.ok ? ok({ value: wish.paymentId, facts: [fact.value] }) : fact;
  });
}

/** Opens a shift; the same id twice is one. */
export function open(
  db: DeskDatabase,
  writing: Writing,
  till: Pick<Till, 'clerk' | 'slot'>,
  wish: { readonly shiftId: string; readonly openingCash: number },
): Outcome {
  const read = () => Promise.all([openShifts(db), db.shifts.get(wish.shiftId)]);
  return transact(db, writing, read, ([shifts, row]) => {
    if (row) return ok({ value: wish.shiftId, facts: [] });
    const own = openShiftOf(shifts, writing.actor, tillOf(till));
    const world = { actor: actorOf(till, writing), till: tillOf(till), open: own ? [own] : [] };
    const fact = openShift(wish, world);
    return fact.ok ? ok({ value: wish.shiftId, facts: [fact.value] }) : fact;
  });
}

/** Closes a shift against what moved in it as this storage knows it. */
export function close(
  db: DeskDatabase,
  writing: Writing,
  { clerk }: Pick<Till, 'clerk'>,
  shiftId: string,
  wish: CloseWish,
): Outcome {
  const read = () => Promise.all([db.shifts.get(shiftId), paymentsOfShift(db, shiftId)]);
  return transact(db, writing, read, ([row, payments]) => {
    const fact = closeShift(row, wish, payments, actorOf({ clerk }, writing));
    return fact.ok ? ok({ value: shiftId, facts: [fact.value] }) : fact;
  });
}

/** Records that a closed shift's money was handed on. */
export function remit(
  db: DeskDatabase,
  writing: Writing,
  { clerk }: Pick<Till, 'clerk'>,
  shiftId: string,
  wish: RemitWish,
): Outcome {
  const read = () => db.shifts.get(shiftId);
  return transact(db, writing, read, (row) => {
    const fact = remitShift(row, wish, actorOf({ clerk }, writing));
    return fact.ok ? ok({ value: shiftId, facts: [fact.value] }) : fact;
  });
}

/** What a print of a paper about money came to, as an event of its payment or shift [R04]. */
export function recordMoneyPaper(
  db: DeskDatabase,
  writing: Writing,
  paper: Paper,
): Promise<Result<Committed<null>, Refusal | StorageFault>> {
  const read = () => Promise.all([db.payments.get(paper.subject), db.shifts.get(paper.subject)]);
  return transact(db, writing, read, ([payment, shift]) =>
    ok({ value: null, facts: [printedFact(paper, (payment ?? shift)?.heads ?? [])] }),
  );
}
