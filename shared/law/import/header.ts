import { columnOf } from './headings.ts';
import { readCode } from './words/other-words.ts';
import { tidy } from './words/plain.ts';
import type { Cell } from './entry.ts';
import type { Column, ColumnKey } from './headings.ts';

type Row = readonly Cell[];
/** The heading lines of a table: `at` is the last of them. */
export type Header = {
  readonly at: number;
  readonly columns: readonly (Column | null)[];
  /** Headings as they stand, those of merged cells joined. */
  readonly names: readonly string[];
};

/** Titles, names of offices and dates stand above the headings; further down there are only rows. */
const HEADER_WITHIN = 40;
/** A heading over two or three lines, cells merged across and downwards. */
const LINES_BELOW = 2;
/** What stands under a merged heading is short; longer texts are contents. */
const LONGEST_NAME = 60;

/** The heading lines with the most names that we know; null when no line has two of them. */
export function findHeader(rows: readonly Row[]): Header | null {
  const candidates = rows.slice(0, HEADER_WITHIN).map((_, at) => headerAt(rows, at));
  const [best] = candidates.toSorted((a, b) => known(b) - known(a));
  const keys = best?.columns.map((column) => column?.key) ?? [];
  return best && known(best) >= 2 && (keys.includes('code') || keys.includes('name')) ? best : null;
}

/** How many headings a header has that we know. */
export function known({ columns }: Header): number {
  return columns.filter((column) => column !== null).length;
}

function headerAt(rows: readonly Row[], at: number): Header {
  let names = (rows[at] ?? []).map(nameOf);
  let last = at;
  // A title above the headings is no heading of them.
  const lines = columnsOf(names).filter((column) => column !== null).length < 2 ? 0 : LINES_BELOW;
  for (const below of rows.slice(at + 1, at + 1 + lines)) {
    const joined = joinedWith(names, below);
    if (joined === null) break;
    names = [...joined];
    last += 1;
  }
  return { at: last, columns: columnsOf(names), names };
}

/** Headings with those of the next line under them; null when that line is none of headings. */
function joinedWith(names: readonly string[], below: Row): readonly string[] | null {
  const width = Math.max(names.length, below.length);
  const upper = Array.from({ length: width }, (_, index) => names[index] ?? '');
  const lower = upper.map((name, index) => {
    const under = nameOf(below[index]);
    return under === name ? '' : under;
  });
  if (!isHeadingLine(upper, lower, below)) return null;
  return upper.map((name, index) => {
    const under = lower[index] ?? '';
    if (under === '') return name;
    // "Phí" under "Phí, lệ phí" is a heading of its own.
    if (columnOf(under)?.exact === true) return under;
    return `${name === '' ? groupOf(upper, index) : name} ${under}`.trim();
  });
}

/** Only names, and at least one beside the first cell of a merged heading: else it is a row, or a title between rows. */
function isHeadingLine(upper: readonly string[], lower: readonly string[], below: Row): boolean {
  if (below.some((cell) => cell !== null && cell !== '' && typeof cell !== 'string')) return false;
  const filled = lower.flatMap((text, index) => (text === '' ? [] : [{ text, index }]));
  if (filled.some(({ text }) => !isName(text))) return false;
  const isRow = filled.some(
    ({ text, index }) =>
      ['code', 'name'].includes(columnOf(upper[index] ?? '')?.key ?? '') && columnOf(text)?.exact !== true,
  );
  return !isRow && filled.some(({ index }) => isMerged(upper, index) && groupOf(upper, index) !== '');
}

/** Cells merged across are empty but the first, or all of them say the same. */
function isMerged(upper: readonly string[], index: number): boolean {
  return upper[index] === '' || (index > 0 && upper[index] === upper[index - 1]);
}

function groupOf(upper: readonly string[], index: number): string {
  return upper.slice(0, index).findLast((name) => name !== '') ?? '';
}

function isName(text: string): boolean {
  const isValue = readCode(text) !== null || /^[-−]?\d|\d (?:ngày|giờ|đồng|bản)/iu.test(text);
  return /\p{L}{2}/u.test(text) && text.length <= LONGEST_NAME && !isValue;
}

function nameOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? tidy(cell) : '';
}

/** A heading that stands twice counts once: the second column is not read. */
function columnsOf(names: readonly string[]): readonly (Column | null)[] {
  const taken = new Set<ColumnKey>();
  return names.map((name) => {
    const column = name === '' ? null : columnOf(name);
    if (column === null || taken.has(column.key)) return null;
    taken.add(column.key);
    return column;
  });
}
