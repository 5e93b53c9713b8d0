import { err, ok } from '../../../shared/basics/result.ts';
import { headingsIn } from '../../../shared/law/import/sheet.ts';
import { zipParts } from './zip-parts.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Cell } from '../../../shared/law/import/entry.ts';
import type { FileRefusal } from './file-kind.ts';
import type { ZipPart } from './zip-parts.ts';

/** A table's rows; the first is row 1 of the sheet. */
export type Rows = readonly (readonly Cell[])[];

/** A list of all procedures of the country is 1 MB unpacked; more than this is another file, or made to fill the memory. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;
const SHEET_FILE = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const ERROR_CELL =
  /<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:(?!<\/c>).){0,2000}?<v>([^<]{1,20})<\/v>/gsu;

/** One sheet of a spreadsheet, and the names of others that hold a list of procedures too. */
export type SheetRows = {
  readonly rows: Rows;
  readonly sheet: string;
  readonly alsoLists: readonly string[];
};

/**
 * Reads one sheet of an .xlsx file: the one named, else the first with headings of ours, else the first that is not empty.
 * A formula's error keeps its name, which the library would leave out as an empty cell.
 */
export async function readXlsx(
  bytes: Buffer,
  wanted: string | undefined,
): Promise<Result<SheetRows, FileRefusal>> {
  const parts = zipParts(bytes);
  if (parts === null) return err({ code: 'import-damaged' });
  if (parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > MAX_UNPACKED_BYTES)
    return err({ code: 'import-file-large', about: `unpacked more than ${MAX_UNPACKED_BYTES} bytes` });
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) return err({ code: 'import-other-format' });
  const sheets = await sheetsOf(bytes);
  if (sheets === null) return err({ code: 'import-damaged' });
  const tables = sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellOf)) }));
  const isList = ({ rows }: { readonly rows: Rows }): boolean => headingsIn(rows) >= 2;
  const isFilled = ({ rows }: { readonly rows: Rows }): boolean =>
    rows.some((row) => row.some((cell) => cell !== null && cell !== ''));
  const named = tables.find(({ sheet }) => sheet === wanted);
  const chosen = wanted === undefined ? (tables.find(isList) ?? tables.find(isFilled)) : named;
  const about = sheets.map(({ sheet }) => sheet).join(', ');
  if (!chosen)
    return err(wanted === undefined ? { code: 'import-empty' } : { code: 'import-sheet-missing', about });
  const { sheet, rows } = chosen;
  if (rows.length > MAX_ROWS || rows.some((row) => row.length > MAX_COLUMNS))
    return err({ code: 'import-too-many-rows', about: `at most ${MAX_ROWS} rows, ${MAX_COLUMNS} columns` });
  const alsoLists = tables.filter((table) => table !== chosen && isList(table)).map((table) => table.sheet);
  return ok({ rows: withErrors(rows, parts, tables.indexOf(chosen)), sheet, alsoLists });
}

type Sheet = { readonly sheet: string; readonly data: readonly (readonly unknown[])[] };

async function sheetsOf(bytes: Buffer): Promise<readonly Sheet[] | null> {
  // Loaded here only: every other command starts without it.
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    return await readXlsxFile(bytes, { trim: false });
  } catch {
    return null;
  }
}

function cellOf(cell: unknown): Cell {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? null : { day: cell.toISOString().slice(0, 10) };
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}

/** Programs number the files of the sheets in their order; where that is not so, an error reads as an empty cell. */
function withErrors(rows: Rows, parts: readonly ZipPart[], at: number): Rows {
  const files = parts
    .map((part) => ({ part, number: Number(SHEET_FILE.exec(part.name)?.[1]) }))
    .filter(({ number }) => !Number.isNaN(number))
    .toSorted((a, b) => a.number - b.number);
  const xml = files[at]?.part.read(MAX_UNPACKED_BYTES)?.toString('utf8') ?? '';
  const errors = new Map<string, string>();
  for (const [, column = '', row = '', error = ''] of xml.matchAll(ERROR_CELL))
    errors.set(`${Number(row) - 1} ${columnIndex(column)}`, error);
  if (errors.size === 0) return rows;
  return rows.map((row, y) =>
    row.map((cell, x) => {
      const error = errors.get(`${y} ${x}`);
      return error === undefined ? cell : { error };
    }),
  );
}

function columnIndex(letters: string): number {
  return Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, at) => sum * 26 + at, 0) - 1;
}
