import type { DoubtKind } from '../doubt-words.ts';

/** What a reader of one text understood, and what of it was doubtful. */
export type Found<T> = { readonly value: T; readonly findings: readonly Finding[] };

/** One doubt about one text: which, the words that stood there, and what was taken instead. */
export type Finding = {
  readonly kind: DoubtKind;
  readonly found: string;
  readonly taken: string;
};

/** A value without a doubt. */
export const sure = <T>(value: T): Found<T> => ({ value, findings: [] });

/** A value with one doubt. */
export const doubtful = <T>(value: T, kind: DoubtKind, found: string, taken: string): Found<T> => ({
  value,
  findings: [{ kind, found: clip(found, 300), taken }],
});

/** Lower case without marks, signs kept, one space between words: what patterns are matched against. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A number of a cell or a document as text with a decimal comma; three decimals get a fourth, so that nobody reads thousands. */
export function numberText(value: number): string {
  return String(value)
    .replace('.', ',')
    .replace(/,\d{3}$/u, (decimals) => `${decimals}0`);
}

/** NFC, HTML of web pages turned into lines, no spaces or empty lines too many. */
export function tidy(text: string): string {
  return withoutHtml(text)
    .normalize('NFC')
    .replace(/[\u200B-\u200D\uFEFF]/gu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
}

/** Whether a text says only that there is nothing. */
export function isNothing(text: string): boolean {
  return /^(khong co thong tin|chua co thong tin|n\/a|null|none|undefined|[-–.…_/]*)$/u.test(plain(text));
}

/** At most `max` signs; a cut text ends in `…`. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function withoutHtml(text: string): string {
  if (!/<\/?[a-z]|&[a-z]+;/iu.test(text)) return text;
  return text
    .replace(/<(br|\/p|\/li|\/tr|\/div)\b[^<>]*>/giu, '\n')
    .replace(/<\/?[a-z][^<>]*>/giu, ' ')
    .replace(/&([a-z]+);/giu, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}
