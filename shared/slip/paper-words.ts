// How values are written on Vietnamese official papers (NĐ 30/2020 Phụ lục I, DOMAIN 2.10).
import { assert } from '../basics/assert.ts';
import { parseInstant, wardParts } from '../basics/time.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** One line of clean text: NFC, control and direction-changing characters out, white space single. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

/** `08 giờ 05 phút, ngày 21 tháng 11 năm 2026`, at the ward. */
export function timeInWords(instant: string): string {
  const at = partsOf(instant);
  return `${two(at.hour)} giờ ${two(at.minute)} phút, ${dayInWords(instant)}`;
}

/** `ngày 05 tháng 02 năm 2026`: a 0 before days below 10 and before the months 1 and 2 only. */
export function dayInWords(instant: string): string {
  const at = partsOf(instant);
  return `ngày ${two(at.day)} tháng ${at.month < 3 ? two(at.month) : at.month} năm ${at.year}`;
}

/** `08:14 ngày 21/11/2026`, for marks and tickets. */
export function timeInFigures(instant: string): string {
  const at = partsOf(instant);
  return `${two(at.hour)}:${two(at.minute)} ngày ${two(at.day)}/${two(at.month)}/${at.year}`;
}

/** `21/11/2026` at the ward, for tables. */
export function dayInFigures(instant: string): string {
  const at = partsOf(instant);
  return `${two(at.day)}/${two(at.month)}/${at.year}`;
}

/** `1.250.000 đồng`. */
export function dongInFigures(dong: number): string {
  assert(Number.isSafeInteger(dong), 'money is whole đồng');
  return `${String(dong).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}

/** Keeps the first four and last three signs of an identity number: `0012•••••678` (DOMAIN 9). */
export function maskIdNumber(idNumber: string): string {
  const signs = Array.from(idNumber);
  const hidden = signs.length - 7;
  // Short numbers (old passports) keep only their end: the masked part must never be the smaller one.
  if (hidden < 2) return '•'.repeat(Math.max(0, signs.length - 3)) + signs.slice(-3).join('');
  return signs.slice(0, 4).join('') + '•'.repeat(hidden) + signs.slice(-3).join('');
}

function partsOf(instant: string): ReturnType<typeof wardParts> {
  const ms = parseInstant(instant);
  assert(ms !== null, `not an instant: ${instant}`);
  return wardParts(ms);
}
