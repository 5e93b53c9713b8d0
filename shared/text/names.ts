import { nfc } from './fold.ts';

const collator = new Intl.Collator('vi');

/** Order of Vietnamese words in a list: … d đ e ê …, not that of code points. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Order of Vietnamese lists: by given name (the last word), then by the whole name (DOMAIN 3.7). */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
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

function givenName(name: string): string {
  return wordsOf(name).at(-1) ?? '';
}

function wordsOf(name: string): readonly string[] {
  return nfc(name)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function firstSigns(word: string, count: number): string {
  return Array.from(word).slice(0, count).join('');
}
