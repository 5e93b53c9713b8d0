// How slips of money are numbered: one book a machine and year, numbers that no other storage of the ward gives [MO2].
import { paymentMark, paymentNamespace } from '../numbers.ts';
import type { NumberPlace } from '../numbers.ts';

/** A number as printed, and the book in which it stands. */
export type BookNumber = { readonly number: string; readonly book: string };

/**
 * The number of the next entry, such as `PT-2026-M1-000012` in the book `M1 2026`; alone, under the storage's own letters,
 * `PT-2026-M1X-000001` in the book `M1X 2026`.
 * @param year of the ward day, four digits
 * @param slot the machine's number in the ward, from 1
 */
export function bookNumber(year: string, slot: number, place: NumberPlace): BookNumber {
  const mark = paymentMark(slot, place);
  return { number: `PT-${year}-${mark}-${String(place.value).padStart(6, '0')}`, book: `${mark} ${year}` };
}

/** Reads a number that was granted by a host; null for one that a storage gave itself, and for anything else. */
export function readPaymentNumber(
  number: string,
): { readonly namespace: string; readonly value: number } | null {
  const found = /^PT-(\d{4})-M(\d{1,4})-(\d{6})$/.exec(number);
  if (!found) return null;
  const [, year = '', slot = '', value = ''] = found;
  return { namespace: paymentNamespace(year, Number(slot)), value: Number(value) };
}
