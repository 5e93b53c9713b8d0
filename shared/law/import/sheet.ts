import { addDays } from '../../basics/time.ts';
import { err, ok } from '../../basics/result.ts';
import { placed, textsBy } from './entry.ts';
import { findHeader, known } from './header.ts';
import { readCode, readResults } from './words/other-words.ts';
import { numberText, tidy } from './words/plain.ts';
import type { Result } from '../../basics/result.ts';
import type { Cell, Entry, EntryList, PlacedFinding } from './entry.ts';
import type { Column, ColumnKey } from './headings.ts';

/** No row of the table has the headings of a list of procedures. */
export type SheetRefusal = { readonly code: 'import-header-missing' } | { readonly code: 'import-empty' };

type Row = readonly Cell[];
/** Texts of one row by what they are; the cell of the code stays as it is, because Excel makes numbers of codes. */
type Line = {
  readonly texts: ReadonlyMap<ColumnKey, string>;
  readonly code: string | number | null;
  readonly unread: string;
  readonly findings: readonly PlacedFinding[];
};
type Draft = {
  readonly row: number;
  readonly line: Line;
  readonly more: Line[];
  readonly findings: PlacedFinding[];
};

const DAY_KEYS: readonly ColumnKey[] = ['validFrom', 'validTo'];

/** How many headings of ours the best row of a table has; by it the right separator of a CSV file is chosen. */
export function headingsIn(rows: readonly Row[]): number {
  const header = findHeader(rows);
  return header === null ? 0 : known(header);
}

/**
 * Reads a table of procedures: the heading line or lines are looked for, columns may stand in any order, rows without code and name
 * belong to the procedure above, and a row with nothing but a title is the field of those below it. No row is left out
 * unseen: every one is an entry, blank, a heading or a continuation.
 */
export function readSheet(rows: readonly Row[]): Result<EntryList, SheetRefusal> {
  if (rows.every((row) => row.every((cell) => textOf(cell) === ''))) return err({ code: 'import-empty' });
  const header = findHeader(rows);
  if (!header) return err({ code: 'import-header-missing' });
  const body = rows.slice(header.at + 1);
  const drafts: Draft[] = [];
  const counts = { all: body.length, blank: 0, headings: 0, continued: 0 };
  let title: string | null = null;
  body.forEach((cells, index) => {
    const row = header.at + 2 + index;
    const line = lineOf(cells, header.columns);
    const kind = kindOf(line, cells, index);
    const above = drafts.at(-1);
    if (kind === 'blank') counts.blank += 1;
    else if (kind === 'heading') {
      counts.headings += 1;
      title = titleOf(line);
    } else if (kind === 'continued' && above) {
      counts.continued += 1;
      above.more.push(line);
    } else drafts.push(withField({ row, line, more: [], findings: [] }, title, above));
  });
  const entries = drafts.map((draft) => entryOf(draft, header.columns));
  const notRead = header.names.filter((name, index) => name !== '' && header.columns[index] === null);
  return ok({ entries, notRead: [...new Set(notRead)], rows: counts });
}

function lineOf(cells: Row, columns: readonly (Column | null)[]): Line {
  const texts = new Map<ColumnKey, string>();
  const findings: PlacedFinding[] = [];
  const unread: string[] = [];
  let code: string | number | null = null;
  cells.forEach((cell, index) => {
    const key = columns[index]?.key;
    const text = DAY_KEYS.some((each) => each === key) ? dayText(cell) : textOf(cell);
    if (key === undefined) unread.push(text);
    else if (text !== '') texts.set(key, text);
    if (key === 'code' && text !== '') code = typeof cell === 'number' ? cell : text;
    const error = errorOf(cell);
    if (key !== undefined && error !== null)
      findings.push(placed(key === 'phi' || key === 'lePhi' ? 'fees' : key, 'cell-error', error, 'để trống'));
  });
  return { texts, code, unread: unread.join(' ').trim(), findings };
}

function kindOf({ texts, code, unread, findings }: Line, cells: Row, index: number) {
  const own = [...texts].filter(([key]) => key !== 'order');
  if (own.length === 0 && findings.length === 0) return titleLike(texts, unread) ? 'heading' : 'blank';
  // "(1) (2) (3)" under the headings numbers the columns.
  if (index === 0 && cells.every((cell) => /^(\(?\d{1,2}\)?)?$/u.test(textOf(cell)))) return 'blank';
  if (own.length === 1 && (texts.has('name') || code !== null) && isTitle(texts, code)) return 'heading';
  const isPart = code === null && !texts.has('name') && findings.length === 0;
  return isPart ? 'continued' : 'entry';
}

/** "I. LĨNH VỰC HỘ TỊCH" in the first column, merged over all others. */
function isTitle(texts: Line['texts'], code: Line['code']): boolean {
  if (code !== null) return typeof code === 'string' && readCode(code) === null && /\p{L}{2}/u.test(code);
  return (
    /^(?:[IVXL]+|[A-ZĐ]|\d{1,2})[.)]\s|^lĩnh vực/iu.test(texts.get('name') ?? '') &&
    isRoman(texts.get('order'))
  );
}

function isRoman(order: string | undefined): boolean {
  return order === undefined || !/^\d+$/u.test(order);
}

function titleLike(texts: Line['texts'], unread: string): boolean {
  return /\p{L}{2}/u.test(`${texts.get('order') ?? ''} ${unread}`);
}

function titleOf({ texts, code, unread }: Line): string {
  const whole = texts.get('name') ?? (code === null ? null : String(code)) ?? texts.get('order') ?? unread;
  return whole
    .replace(/^(?:[IVXL]+|[A-ZĐ]|\d{1,2})[.)/\s]\s*/u, '')
    .replace(/^lĩnh vực\s*:?\s*/iu, '')
    .trim();
}

/** A field left out is that of the title above, or of the row above where cells are merged downwards. */
function withField(draft: Draft, title: string | null, above: Draft | undefined): Draft {
  const { line, findings } = draft;
  if (line.texts.has('field')) return draft;
  const merged = above?.line.texts.get('field');
  const field = title !== null && title !== '' ? title : merged;
  if (field === undefined) return draft;
  if (field !== title) findings.push(placed('field', 'field-from-above', '', field));
  return { ...draft, line: { ...line, texts: new Map([...line.texts, ['field', field]]) } };
}

function entryOf({ row, line, more, findings }: Draft, columns: readonly (Column | null)[]): Entry {
  const hint = (key: ColumnKey): Entry['hint'] => columns.find((column) => column?.key === key)?.hint ?? null;
  const text = (key: ColumnKey): string =>
    [line, ...more]
      .map(({ texts }) => texts.get(key) ?? '')
      .filter((part) => part !== '')
      .join('\n');
  const fees = [
    { text: text('fees'), context: { kind: null, channel: null } },
    { text: text('phi'), context: { kind: 'phi' as const, channel: null } },
    { text: text('lePhi'), context: { kind: 'lePhi' as const, channel: null } },
  ].filter((fee) => fee.text !== '');
  const joined = more.map(({ texts }) =>
    placed('row', 'row-continued', [...texts.values()].join(' · '), 'nối vào'),
  );
  return {
    place: `dòng ${row}`,
    code: line.code,
    texts: textsBy((key) => text(key)),
    limits: [{ channel: null, text: text('limit') }],
    hint: hint('limit'),
    local: {
      text: text('localLimit'),
      decision: text('localDecision'),
      hint: hint('localLimit') ?? hint('limit'),
    },
    fees: fees.length > 0 ? fees : [{ text: '', context: { kind: null, channel: null } }],
    papers: text('papers'),
    results: readResults(text('results')),
    findings: [...line.findings, ...more.flatMap((each) => each.findings), ...findings, ...joined],
  };
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell !== 'object') return tidy(String(cell)).replace(ERROR, '');
  return 'day' in cell ? cell.day : '';
}

const ERROR = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u;

function errorOf(cell: Cell): string | null {
  if (typeof cell === 'string') return ERROR.test(cell.trim()) ? cell.trim() : null;
  return typeof cell === 'object' && cell !== null && 'error' in cell ? cell.error : null;
}

/** Days that Excel keeps as a number of days since 1899 where the cell has no date format. */
function dayText(cell: Cell): string {
  const isSerial = typeof cell === 'number' && Number.isInteger(cell) && cell > 30_000 && cell < 80_000;
  return isSerial ? addDays('1899-12-30', cell) : textOf(cell);
}
