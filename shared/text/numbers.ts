import { assert } from '../basics/assert.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/** Words that differ from region to region; both are right (DOMAIN 2.9). */
export type NumberStyle = {
  /** Between hundreds and a single unit: 105 is `một trăm linh năm` or `một trăm lẻ năm`. */
  readonly gap: 'linh' | 'lẻ';
  readonly thousand: 'nghìn' | 'ngàn';
};

const NORTHERN: NumberStyle = { gap: 'linh', thousand: 'nghìn' };

/** A whole number from 0 in words: "hai mươi mốt triệu không trăm mười lăm nghìn một trăm linh năm". */
export function numberWords(n: number, style: NumberStyle = NORTHERN): string {
  assert(Number.isSafeInteger(n) && n >= 0, `a number in words is whole and not below 0, not ${n}`);
  return n === 0 ? digit(0) : partsOf(n, false, style).join(' ');
}

/** An amount in words as receipts need it: "Hai mươi mốt triệu không trăm mười lăm nghìn một trăm linh năm đồng". */
export function moneyWords(amount: number, style: NumberStyle = NORTHERN): string {
  const words = numberWords(amount, style);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** Thousands parted by dots: 2.685. */
export function formatMoney(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return amount < 0 ? `-${digits}` : digits;
}

/**
 * A share in tenths of a percent, halves upward: 450 of 852 are 528; null when there is nothing to divide by (DOMAIN 6.1).
 * A part that is neither nothing nor the whole is never told as 0 or 100 %: one late dossier of 3,000 stays to be seen.
 */
export function percentTenths(part: number, whole: number): number | null {
  if (whole === 0) return null;
  // In whole numbers, so that 0,05 is never 0,04999….
  const nearest = Math.floor((part * 2000 + whole) / (2 * whole));
  return part <= 0 || part >= whole ? nearest : Math.min(999, Math.max(1, nearest));
}

/** A share with one decimal, halves upward, "52,8 %"; "–" when there is nothing to divide by (DOMAIN 6.1). */
export function formatPercent(part: number, whole: number): string {
  const tenths = percentTenths(part, whole);
  return tenths === null ? '–' : `${formatMoney(Math.floor(tenths / 10))},${tenths % 10}\u00A0%`;
}

/** A ticket number one sign at a time, as it is called out: "A, không, một, hai" (DOMAIN 8.3). */
export function spellDigits(ticketNumber: string): string {
  return signsOf(ticketNumber).join(', ');
}

/**
 * A call in pieces, each to be spoken or played as a recorded clip of its own: the ticket digit by digit, the counter's
 * number as a number. "Mời công dân có số thứ tự · A · không · một · hai · đến quầy số · mười" (DOMAIN 8.3).
 * @param counter null for a counter that has a name and no number
 */
export function callSequence(ticketNumber: string, counter: number | null): readonly string[] {
  const place =
    counter === null ? ['đến quầy ghi trên bảng'] : ['đến quầy số', ...numberWords(counter).split(' ')];
  return ['Mời công dân có số thứ tự', ...signsOf(ticketNumber), ...place];
}

function signsOf(ticketNumber: string): readonly string[] {
  return Array.from(ticketNumber.toUpperCase(), (sign) => (/^\d$/.test(sign) ? digit(Number(sign)) : sign));
}

/** @param full after a higher group: hundreds are said even when there are none */
function partsOf(n: number, full: boolean, style: NumberStyle): readonly string[] {
  const billions = Math.floor(n / BILLION);
  const parts: string[] = billions > 0 ? [...partsOf(billions, full, style), 'tỷ'] : [];
  const groups: readonly (readonly [number, readonly string[]])[] = [
    [Math.floor(n / 1_000_000) % 1000, ['triệu']],
    [Math.floor(n / 1000) % 1000, [style.thousand]],
    [n % 1000, []],
  ];
  for (const [group, name] of groups) {
    if (group > 0) parts.push(...groupWords(group, full || parts.length > 0, style), ...name);
  }
  return parts;
}

function groupWords(group: number, full: boolean, style: NumberStyle): readonly string[] {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const head = full || hundreds > 0 ? [digit(hundreds), 'trăm'] : [];
  if (rest === 0) return head;
  if (rest < 10 && head.length > 0) return [...head, style.gap, digit(rest)];
  return [...head, ...tensWords(rest)];
}

function tensWords(n: number): readonly string[] {
  const tens = Math.floor(n / 10);
  const unit = n % 10;
  if (tens === 0) return [digit(unit)];
  const head = tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
  if (unit === 0) return head;
  if (unit === 5) return [...head, 'lăm'];
  return [...head, unit === 1 && tens > 1 ? 'mốt' : digit(unit)];
}

function digit(n: number): string {
  return DIGITS[n] ?? '';
}
