import { err, ok } from '../../../shared/basics/result.ts';
import { headingsIn } from '../../../shared/law/import/sheet.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { parse as csvParse } from 'csv-parse/sync';
import type { FileRefusal } from './file-kind.ts';
import type { Rows } from './read-xlsx.ts';

const SEPARATORS = [';', ',', '\t'] as const;
const MAX_ROWS = 20_000;

/** The text of a file: UTF-8 with or without a mark, or UTF-16 with its mark as Excel's "Unicode Text" has it. */
export function textOfFile(bytes: Buffer): Result<string, FileRefusal> {
  const start = bytes.subarray(0, 2).toString('hex');
  const encoding = start === 'fffe' ? 'utf-16le' : start === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return err({ code: 'import-encoding' });
  }
}

/** Reads a CSV file; its separator is the one under which the headings can be read. */
export async function readCsv(bytes: Buffer): Promise<Result<Rows, FileRefusal>> {
  const text = textOfFile(bytes);
  if (!text.ok) return text;
  if (text.value.trim() === '') return err({ code: 'import-empty' });
  const { parse } = await import('csv-parse/sync');
  const body = text.value.replace(/^sep=.\r?\n/iu, '');
  const tables = SEPARATORS.map((delimiter) => parsed(parse, body, delimiter));
  const [best] = tables
    .filter((table) => table !== null)
    .toSorted((a, b) => headingsIn(b) - headingsIn(a) || width(b) - width(a));
  if (!best) return err({ code: 'import-csv-quotes' });
  return best.length > MAX_ROWS
    ? err({ code: 'import-too-many-rows', about: `at most ${MAX_ROWS} rows` })
    : ok(best);
}

type Parse = typeof csvParse;

function parsed(parse: Parse, text: string, delimiter: string): Rows | null {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_ROWS + 1,
    });
  } catch {
    return null;
  }
}

function width(rows: Rows): number {
  return Math.max(0, ...rows.slice(0, 100).map((row) => row.length));
}
