// The book of slips as a chain: every entry names the seal of the one before it, so that a missing slip shows [F07] [MO3].
import { sha256Hex } from '../../basics/bytes.ts';
import { NO_HASH } from '../../event/envelope.ts';
import type { FactBody } from '../../event/facts.ts';
import type { Payment } from '../../project/office/payments.ts';
import type { NumberBlock } from '../numbers.ts';

/** One line of a book: a slip, or the counter-entry of one. */
export type BookEntry = {
  readonly book: string;
  readonly number: string;
  readonly at: string;
  readonly what: 'taken' | 'cancelled';
  readonly paymentId: string;
  readonly previous: string;
  readonly seal: string;
};

/** What a look through a book found. */
export type BookCheck = {
  readonly book: string;
  readonly entries: number;
  readonly first: string;
  readonly last: string;
  /** Numbers that were given out, as later ones of their block prove, and whose entry is not here. */
  readonly missing: readonly string[];
  /** Entries whose predecessor is not here, or not as it was. */
  readonly broken: readonly string[];
  /** Numbers that two entries bear. */
  readonly twice: readonly string[];
  /** Numbers that were granted to a storage and never used, before the last one of the book: they explain its gaps. */
  readonly voided: number;
};

/**
 * Seal of an entry over everything that stands on its paper. It is of the content, not of the event's bytes: a branch that
 * is recorded again after a fork keeps its seals [J13].
 */
function sealOf(parts: readonly (string | number)[]): string {
  return sha256Hex(JSON.stringify(parts));
}

function takenEntry(payment: Payment): BookEntry {
  const { id: paymentId, book, number, takenAt: at, previous, day, dossierCode, total, way } = payment;
  const lines = payment.lines.map(({ kind, label, amount }) => `${kind} ${label} ${amount}`);
  const seal = sealOf(['taken', book, number, at, day, dossierCode, ...lines, total, way, previous]);
  return { book, number, at, what: 'taken', paymentId, previous, seal };
}

function cancelEntry(payment: Payment, body: FactBody<'payment-cancelled'>): BookEntry {
  const { book, number, at, previous, day, reason, approvedBy } = body;
  const seal = sealOf(['cancelled', book, number, at, day, payment.number, reason, approvedBy, previous]);
  return { book, number, at, what: 'cancelled', paymentId: payment.id, previous, seal };
}

/** The entries that a payment has in books: its slip, then every counter-entry, in the order of the fold. */
export function entriesOf(payment: Payment): readonly BookEntry[] {
  const cancels = [...(payment.cancelled ? [payment.cancelled] : []), ...payment.alsoCancelled];
  return [takenEntry(payment), ...cancels.map((body) => cancelEntry(payment, body))];
}

/**
 * What the next entry of a book names: the seal of its last one, by logical time and not by a clock that may have been set
 * back. @param last the payment in which the last entry stands
 */
export function previousSeal(book: string, last: Payment | null | undefined): string {
  const entries = last ? entriesOf(last).filter((entry) => entry.book === book) : [];
  return entries.at(-1)?.seal ?? NO_HASH;
}

function inOrder(entries: readonly BookEntry[]): readonly BookEntry[] {
  return entries.toSorted((a, b) => (`${a.at} ${a.number}` < `${b.at} ${b.number}` ? -1 : 1));
}

/**
 * Looks through every book that these payments stand in.
 * @param grantsOf blocks of numbers that hosts granted in a book, as far as the journal tells them
 */
export function checkBooks(
  payments: readonly Payment[],
  grantsOf: (book: string) => readonly NumberBlock[],
): readonly BookCheck[] {
  const books = new Map<string, BookEntry[]>();
  for (const entry of payments.flatMap(entriesOf)) {
    const held = books.get(entry.book) ?? [];
    books.set(entry.book, [...held, entry]);
  }
  return [...books]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([book, entries]) => checkBook(book, entries, grantsOf(book)));
}

function checkBook(book: string, entries: readonly BookEntry[], grants: readonly NumberBlock[]): BookCheck {
  const seals = new Set([NO_HASH, ...entries.map(({ seal }) => seal)]);
  const values = entries.map(({ number }) => valueOf(number));
  const used = new Set(values);
  const prefix = entries[0]?.number.replace(/\d+$/, '') ?? '';
  const written = (value: number): string => `${prefix}${String(value).padStart(6, '0')}`;
  const last = Math.max(0, ...values);
  const { missing, voided } = gapsIn(used, last, isOwnBook(book) ? [{ from: 1, to: last }] : grants);
  const counts = new Map<string, number>();
  for (const { number } of entries) counts.set(number, (counts.get(number) ?? 0) + 1);
  return {
    book,
    entries: entries.length,
    first: written(Math.min(...values)),
    last: written(last),
    missing: missing.map(written),
    broken: inOrder(entries)
      .filter(({ previous }) => !seals.has(previous))
      .map(({ number }) => number),
    twice: [...counts].filter(([, count]) => count > 1).map(([number]) => number),
    voided,
  };
}

/** Whether a storage that was alone numbers in it: its own series begins at 1, and nothing may be missing below the last. */
function isOwnBook(book: string): boolean {
  return /^M\d+[A-Z]/.test(book);
}

/**
 * A storage gives the lowest number of its block first, so every number of a block below the highest one used was given
 * out; the rest of a block stays void once its storage is gone. A block of which the journal does not tell, as its fact was left
 * out with a branch [J13], says nothing.
 */
function gapsIn(used: ReadonlySet<number>, last: number, blocks: readonly NumberBlock[]) {
  const missing: number[] = [];
  let voided = 0;
  for (const { from, to } of blocks) {
    const range = Array.from({ length: Math.max(0, Math.min(to, last) - from + 1) }, (_, at) => from + at);
    const highest = range.findLast((value) => used.has(value)) ?? from - 1;
    for (const value of range) {
      if (used.has(value)) continue;
      if (value < highest) missing.push(value);
      else voided += 1;
    }
  }
  return { missing, voided };
}

function valueOf(number: string): number {
  return Number(/\d+$/.exec(number)?.[0] ?? 0);
}
