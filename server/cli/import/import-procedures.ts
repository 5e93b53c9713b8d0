import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRealDay, wardDay } from '../../../shared/basics/time.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import { readNational } from '../../../shared/law/import/national/national.ts';
import { importReport } from '../../../shared/law/import/report.ts';
import { readSheet } from '../../../shared/law/import/sheet.ts';
import { parseCatalogue } from '../../../shared/law/procedure.ts';
import { importCatalogue } from '../../../shared/law/sample/sample-catalogue.ts';
import { detailOf } from '../../db/sqlite.ts';
import { parsedJson } from '../../files/json-text.ts';
import { EXIT, misused, refused } from '../command.ts';
import { fileAdvice, fileKind } from './file-kind.ts';
import { readCsv, textOfFile } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { replaceFile } from './replace-file.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { EntryList } from '../../../shared/law/import/entry.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { CommandFlags, CommandWorld } from '../command.ts';
import type { FileRefusal } from './file-kind.ts';

const MAX_FILE_BYTES = 50 * 1024 * 1024;

/**
 * Reads a list of procedures and prints what became of every row. Nothing is changed without `--write`, and a file with a
 * refused row is never written.
 */
export async function importProcedures(
  file: string,
  flags: CommandFlags,
  world: CommandWorld,
): Promise<number> {
  const asOf = wardDay(world.nowMs());
  const validFrom = flags.get('valid-from') ?? asOf;
  if (!isRealDay(validFrom)) return misused(world, '--valid-from is a day (YYYY-MM-DD)');
  const bytes = bytesOf(file);
  if (!bytes.ok) return refused(world, bytes.error);
  const present = presentCatalogue(flags.get('data'));
  if (!present.ok) return refused(world, present.error);
  const read = await entriesOf(bytes.value, flags.get('sheet'));
  if (!read.ok) return fileRefused(file, read.error, world);
  const { list, sheet, sheetsNotRead } = read.value;
  const checkedBy = flags.get('checked-by') ?? null;
  const source = sourceOf(file, asOf, checkedBy);
  const options = { source, asOf, validFrom, checkedBy, present: present.value };
  const { report, catalogue } = importReport(list, options);
  const target = flags.get('write');
  const isWhole = catalogue !== null && report.refused.length === 0;
  const written = isWhole && target !== undefined ? writeCatalogue(target, catalogue) : ok(null);
  world.out(
    JSON.stringify({ file, sheet, sheetsNotRead, ...report, written: written.ok ? written.value : null }),
  );
  if (!written.ok) return refused(world, written.error);
  if (isWhole) return EXIT.done;
  const why = catalogue === null ? 'no catalogue came of it' : `${report.refused.length} rows are refused`;
  return refused(world, `${file}: ${why}; nothing was written`);
}

function bytesOf(file: string): Result<Buffer, string> {
  try {
    const { size } = statSync(file);
    if (size > MAX_FILE_BYTES) return err(`${file}: ${fileAdvice['import-file-large']} (${size} bytes)`);
    return ok(readFileSync(file));
  } catch (cause) {
    return err(`cannot read ${file}: ${detailOf(cause)}`);
  }
}

/** The catalogue in use, to compare with; without `--data` there is none. */
function presentCatalogue(dir: string | undefined): Result<Catalogue | null, string> {
  if (dir === undefined) return ok(null);
  const path = join(dir, 'catalogue.json');
  const bytes = bytesOf(path);
  if (!bytes.ok) return err(bytes.error);
  const json = parsedJson(bytes.value.toString('utf8'));
  const catalogue = json.ok ? parseCatalogue(json.value) : null;
  return catalogue?.ok ? ok(catalogue.value) : err(`${path} is no catalogue`);
}

type Listed = {
  readonly list: EntryList;
  /** Sheet that was read; null for files without sheets. */
  readonly sheet: string | null;
  /** Sheets that look like lists too and were not read. */
  readonly sheetsNotRead: readonly string[];
};

async function entriesOf(bytes: Buffer, wanted: string | undefined): Promise<Result<Listed, FileRefusal>> {
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'json') return listed(fromJson(bytes), null, []);
  if (kind.value === 'csv') {
    const rows = await readCsv(bytes);
    return rows.ok ? listed(readSheet(rows.value), null, []) : rows;
  }
  const table = await readXlsx(bytes, wanted);
  return table.ok ? listed(readSheet(table.value.rows), table.value.sheet, table.value.alsoLists) : table;
}

function listed(
  list: Result<EntryList, FileRefusal>,
  sheet: string | null,
  sheetsNotRead: readonly string[],
): Result<Listed, FileRefusal> {
  return list.ok ? ok({ list: list.value, sheet, sheetsNotRead }) : list;
}

function fromJson(bytes: Buffer): Result<EntryList, FileRefusal> {
  const text = textOfFile(bytes);
  if (!text.ok) return text;
  const json = parsedJson(text.value);
  if (!json.ok) return err({ code: 'import-json-malformed' });
  return importCatalogue(json.value).ok ? err({ code: 'import-own-shape' }) : readNational(json.value);
}

function fileRefused(file: string, { code, about }: FileRefusal, world: CommandWorld): number {
  return refused(world, `${file}: ${code}: ${fileAdvice[code]}${about === undefined ? '' : ` (${about})`}`);
}

function sourceOf(file: string, asOf: string, checkedBy: string | null): string {
  const day = asOf.split('-').toReversed().join('/');
  const checked = checkedBy === null ? 'chưa có người đối chiếu' : `${checkedBy} đã đối chiếu`;
  return `Nhập từ tập tin ${basename(file)} ngày ${day}, ${checked}.`.slice(0, 1000);
}

function writeCatalogue(target: string, catalogue: Catalogue): Result<string, string> {
  try {
    replaceFile(target, `${JSON.stringify(catalogue, null, 1)}\n`);
    return ok(target);
  } catch (cause) {
    return err(`cannot write ${target}: ${detailOf(cause)}`);
  }
}
