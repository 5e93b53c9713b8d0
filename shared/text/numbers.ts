import { assert } from '../basics/assert.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/** An amount in words as receipts need it: "Hai mươi mốt triệu không trăm mười lăm nghìn một trăm linh năm đồng". */
export function moneyWords(amount: number): string {
  assert(Number.isSafeInteger(amount) && amount >= 0, `an amount is a whole number of đồng, not ${amount}`);
  const words = amount === 0 ? 'không' : numberWords(amount, false);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** Thousands parted by dots: 2.685. */
export function formatMoney(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return amount < 0 ? `-${digits}` : digits;
}

/** A share with one decimal, "52,8 %"; "–" when there is nothing to divide by (DOMAIN 6.1). */
export function formatPercent(part: number, whole: number): string {
  if (whole === 0) return '–';
  return `${(Math.round((part * 1000) / whole) / 10).toFixed(1).replace('.', ',')}\u00A0%`;
}

/** A ticket number one sign at a time, as it is called out: "A, không, một, hai" (DOMAIN 8.3). */
export function spellDigits(ticketNumber: string): string {
  return Array.from(ticketNumber, (sign) => DIGITS[/^\d$/.test(sign) ? Number(sign) : -1] ?? sign).join(', ');
}

/** @param full after a higher group: hundreds are said even when there are none */
function numberWords(n: number, full: boolean): string {
  const billions = Math.floor(n / BILLION);
  const parts: string[] = billions > 0 ? [numberWords(billions, full), 'tỷ'] : [];
  const groups: readonly (readonly [number, string])[] = [
    [Math.floor(n / 1_000_000) % 1000, 'triệu'],
    [Math.floor(n / 1000) % 1000, 'nghìn'],
    [n % 1000, ''],
  ];
  for (const [group, name] of groups) {
    if (group > 0) parts.push(groupWords(group, full || parts.length > 0), name);
  }
  return parts.filter((part) => part !== '').join(' ');
}

function groupWords(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const head = full || hundreds > 0 ? `${digit(hundreds)} trăm` : '';
  const tail = rest < 10 && head !== '' && rest > 0 ? `linh ${digit(rest)}` : tensWords(rest);
  return [head, tail].filter((part) => part !== '').join(' ');
}

function tensWords(n: number): string {
  const tens = Math.floor(n / 10);
  const unit = n % 10;
  if (tens === 0) return unit === 0 ? '' : digit(unit);
  const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`;
  if (unit === 0) return head;
  if (unit === 5) return `${head} lăm`;
  return unit === 1 && tens > 1 ? `${head} mốt` : `${head} ${digit(unit)}`;
}

function digit(n: number): string {
  return DIGITS[n] ?? '';
}
