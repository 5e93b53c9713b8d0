import { parseInstant, wardDay } from '../../basics/time.ts';
import type { BookEntry } from '../../slip/forms/tracking-slips.ts';
import type { BookTotal, RegisterBook } from './register-book.ts';

/** The entries of some days of a book, and what stands in it before them. */
export type BookDays = { readonly entries: readonly BookEntry[]; readonly carried: BookTotal };

/** Cuts the entries of ward days (both included) out of a book; cancelled ones are carried in no total. */
export function daysOfBook({ entries }: Pick<RegisterBook, 'entries'>, from: string, to: string): BookDays {
  const day = ({ receivedAt }: BookEntry): string => wardDay(parseInstant(receivedAt) ?? 0);
  const before = entries.filter((entry) => entry.cancelled === null && day(entry) < from);
  return {
    entries: entries.filter((entry) => day(entry) >= from && day(entry) <= to),
    carried: { entries: before.length, sets: before.reduce((sum, { sets }) => sum + sets, 0) },
  };
}
