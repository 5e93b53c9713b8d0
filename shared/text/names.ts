import { nfc } from './fold.ts';

const collator = new Intl.Collator('vi');
/** Without case: a name in capitals stands beside the same in small letters. */
const nameCollator = new Intl.Collator('vi', { sensitivity: 'accent' });

/** Order of Vietnamese words in a list: … d đ e ê …, not that of code points. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}

/**
 * Order of Vietnamese lists: by given name (the last word), then by family and middle names (DOMAIN 3.7). Case and the place
 * of a tone mark (`Hòa`, `Hoà`) decide only between names that are the same otherwise.
 */
export function compareNames(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  return (
    nameCollator.compare(first.given, second.given) ||
    nameCollator.compare(first.before, second.before) ||
    collator.compare(a, b)
  );
}

/** "Nguyễn Văn A" → "Ng*** V** A", for screens that others can see (DOMAIN 8.3). A single word is masked too. */
export function maskName(name: string): string {
  const words = wordsOf(name);
  if (words.length < 2) return words.map((word) => `${firstSigns(word, 1)}**`).join('');
  return words
    .map((word, index) => {
      if (index === words.length - 1) return word;
      return index === 0 ? `${firstSigns(word, 2)}***` : `${firstSigns(word, 1)}**`;
    })
    .join(' ');
}

/** "001234567678" → "0012•••••678"; a shorter number keeps only its last three signs (DOMAIN 9). */
export function maskIdNumber(number: string): string {
  const kept = number.length >= 10 ? 4 : 0;
  const hidden = Math.max(0, number.length - kept - 3);
  return `${number.slice(0, kept)}${'•'.repeat(hidden)}${number.slice(kept + hidden)}`;
}

/** A name in capitals, as on certificates. */
export function capitals(name: string): string {
  return nfc(name).toUpperCase();
}

/** A name in the two parts it is sorted by, tone marks at the end of their words. */
function partsOf(name: string): { readonly given: string; readonly before: string } {
  const text = tonesLast(name.trim());
  const space = text.search(/\s\S*$/);
  return space < 0
    ? { given: text, before: '' }
    : { given: text.slice(space + 1), before: text.slice(0, space).trimEnd() };
}

/** Both ways of writing a tone (`hòa`, `hoà`) become one. */
function tonesLast(text: string): string {
  return text
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])([\p{L}\u0302\u0306\u031B]+)/gu, '$2$1');
}

function wordsOf(name: string): readonly string[] {
  return nfc(name)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function firstSigns(word: string, count: number): string {
  return Array.from(word).slice(0, count).join('');
}
