// A file exported from the portal, read into filings: what each line says, and what is wrong with it [N04].
import { err, ok } from '../../basics/result.ts';
import { isRealDay, parseInstant, toIso, wardInstant } from '../../basics/time.ts';
import { procedureOn } from '../procedure.ts';
import { readCsv } from './csv.ts';
import { columnOfHeading, neededColumns } from './columns.ts';
import type { Result } from '../../basics/result.ts';
import type { Person, ReceivedPersons } from '../../event/dossier-facts.ts';
import type { FactBody } from '../../event/facts.ts';
import type { Catalogue } from '../procedure.ts';
import type { FilingColumn } from './columns.ts';

/** One line that can be registered. */
export type ReadFiling = Pick<FactBody<'filing-registered'>, 'procedure' | 'channel' | 'portalCode'> & {
  readonly filedAt: string;
  readonly persons: ReceivedPersons;
  /** Line of the file, from 1; of a JSON list the place in it. */
  readonly line: number;
};

/** What is wrong with a line; it is left out, the others are not. */
export type LineFault = {
  readonly line: number;
  readonly column: FilingColumn | null;
  readonly code:
    | 'cell-missing'
    | 'procedure-unknown'
    | 'day-unreadable'
    | 'channel-unknown'
    | 'text-too-long'
    | 'code-twice'
    | 'line-no-object';
  readonly found: string;
};

/** A file read: its filings, the faults of its lines, and headings that nobody knows here. */
export type ReadExport = {
  readonly filings: readonly ReadFiling[];
  readonly faults: readonly LineFault[];
  readonly notRead: readonly string[];
};

/** The file as a whole says nothing. */
export type ExportRefusal =
  | { readonly code: 'export-empty' }
  | { readonly code: 'export-headings'; readonly missing: readonly FilingColumn[] }
  | { readonly code: 'export-many'; readonly most: number }
  | { readonly code: 'export-unreadable' };

/** So many lines are registered in one step. */
const MOST_FILINGS = 500;

/** Longest texts by column, as the sealed part and the fact take them. */
const LIMITS: Readonly<Record<FilingColumn, number>> = {
  portalCode: 60,
  procedureCode: 40,
  filedAt: 40,
  channel: 40,
  owner: 200,
  ownerId: 40,
  submitter: 200,
  submitterId: 40,
  birthDate: 10,
  phone: 20,
  email: 200,
  address: 500,
  authorisation: 300,
  note: 2000,
};

type Line = { readonly line: number; readonly cells: Readonly<Partial<Record<FilingColumn, string>>> };

/**
 * Reads an export, CSV or JSON (a list of objects with the same names as keys). Lines with a fault are told and left out; a
 * filing without a time counts as filed now.
 * @param today the ward day by which procedures are in force
 */
export function readFilingExport(
  text: string,
  catalogue: Catalogue,
  now: { readonly today: string; readonly iso: string },
): Result<ReadExport, ExportRefusal> {
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  const table = isJson ? readJson(text) : readTable(text);
  if (!table.ok) return table;
  const { lines, notRead, faults: before } = table.value;
  if (lines.length === 0 && before.length === 0) return err({ code: 'export-empty' });
  if (lines.length > MOST_FILINGS) return err({ code: 'export-many', most: MOST_FILINGS });
  const [filings, faults]: [ReadFiling[], LineFault[]] = [[], [...before]];
  const seen = new Set<string>();
  for (const line of lines) {
    const read = readLine(line, catalogue, now, seen);
    if (read.ok) {
      seen.add(read.value.portalCode);
      filings.push(read.value);
    } else faults.push(read.error);
  }
  return ok({ filings, faults, notRead });
}

type Table = {
  readonly lines: readonly Line[];
  readonly notRead: readonly string[];
  readonly faults: readonly LineFault[];
};

function readTable(text: string): Result<Table, ExportRefusal> {
  const rows = readCsv(text);
  const at = rows.findIndex((row) => row.filter((cell) => columnOfHeading(cell) !== null).length >= 2);
  const headings = rows[at] ?? [];
  const columns = headings.map(columnOfHeading);
  const missing = neededColumns.filter((column) => !columns.includes(column));
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) return err({ code: 'export-empty' });
  if (missing.length > 0) return err({ code: 'export-headings', missing });
  const lines = rows.slice(at + 1).flatMap((row, index): readonly Line[] => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cells: Partial<Record<FilingColumn, string>> = {};
    row.forEach((cell, place) => {
      const column = columns[place];
      if (column) cells[column] ??= tidy(cell);
    });
    return [{ line: at + 2 + index, cells }];
  });
  const notRead = headings.filter((name, place) => name.trim() !== '' && columns[place] === null);
  return ok({ lines, notRead, faults: [] });
}

function readJson(text: string): Result<Table, ExportRefusal> {
  const parsed = parsedJson(text.replace(/^\uFEFF/, ''));
  const list = listIn(parsed);
  if (!list) return err({ code: 'export-unreadable' });
  const notRead = new Set<string>();
  const faults: LineFault[] = [];
  const lines = list.flatMap((entry, index): readonly Line[] => {
    if (typeof entry !== 'object' || entry === null) {
      faults.push({ line: index + 1, column: null, code: 'line-no-object', found: '' });
      return [];
    }
    const cells: Partial<Record<FilingColumn, string>> = {};
    for (const [key, value] of Object.entries(entry)) {
      const column = columnOfHeading(key);
      if (!column) notRead.add(key);
      else if (typeof value === 'string' || typeof value === 'number') cells[column] ??= tidy(String(value));
    }
    return [{ line: index + 1, cells }];
  });
  return ok({ lines, notRead: [...notRead], faults });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told to the person as a file that cannot be read.
    return null;
  }
}

/** The list itself, or the only list in an object, as portals wrap it (`{"data": […]}`). */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null) return null;
  const lists = Object.values(value).filter((held): held is unknown[] => Array.isArray(held));
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

function readLine(
  { line, cells }: Line,
  catalogue: Catalogue,
  { today, iso }: { readonly today: string; readonly iso: string },
  seen: ReadonlySet<string>,
): Result<ReadFiling, LineFault> {
  const fault = (column: FilingColumn, code: LineFault['code']): Result<never, LineFault> =>
    err({ line, column, code, found: (cells[column] ?? '').slice(0, 80) });
  const channel = channelOf(cells.channel ?? '');
  // What comes by post was never on a portal that could give it a code.
  const needed = neededColumns.filter((column) => column !== 'portalCode' || channel !== 'post');
  const missing = needed.find((column) => (cells[column] ?? '') === '');
  if (missing) return fault(missing, 'cell-missing');
  const long = (Object.keys(cells) as FilingColumn[]).find((one) => (cells[one] ?? '').length > LIMITS[one]);
  if (long) return fault(long, 'text-too-long');
  const portalCode = (cells.portalCode ?? '').replace(/\s/g, '').toUpperCase();
  if (portalCode !== '' && seen.has(portalCode)) return fault('portalCode', 'code-twice');
  const procedure = procedureOn(catalogue, (cells.procedureCode ?? '').trim(), today);
  if (!procedure) return fault('procedureCode', 'procedure-unknown');
  const filedAt = (cells.filedAt ?? '') === '' ? iso : instantOf(cells.filedAt ?? '');
  if (filedAt === null) return fault('filedAt', 'day-unreadable');
  if (!channel) return fault('channel', 'channel-unknown');
  const { code, name, fieldId } = procedure;
  const fieldName = catalogue.fields.find(({ id }) => id === fieldId)?.name ?? fieldId;
  return ok({
    line,
    portalCode,
    channel,
    filedAt,
    procedure: { code, name, fieldId, fieldName },
    persons: personsOf(cells),
  });
}

function personsOf(cells: Line['cells']): ReceivedPersons {
  const { phone = '', email = '', address = '', birthDate = '', authorisation = '', note = '' } = cells;
  const submitter: Person = {
    name: cells.submitter ?? '',
    idNumber: cells.submitterId ?? '',
    birthDate,
    phone,
    email,
    address,
  };
  const isOther = (cells.owner ?? '') !== '' && cells.owner !== cells.submitter;
  const owner: Person = isOther
    ? { name: cells.owner ?? '', idNumber: cells.ownerId ?? '', birthDate: '', phone: '', email: '', address }
    : submitter;
  return { owner, submitter, authorisation: isOther ? authorisation : '', note };
}

/** `05/06/2026 08:20`, `08:20 05/06/2026`, `05/06/2026`, or ISO 8601, on the ward's clock. */
function instantOf(text: string): string | null {
  const iso = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? parseInstant(text) : null;
  if (iso !== null) return toIso(iso);
  const [, d = '', m = '', y = ''] = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text) ?? [];
  const plain = /(\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  const day = plain ?? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!isRealDay(day)) return null;
  const [, hour = '0', minute = '00'] = /(?:^|[\sT])(\d{1,2}):(\d{2})/.exec(text) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return toIso(wardInstant(day, `${hour.padStart(2, '0')}:${minute}`));
}

/** A portal that does not say how it came exports what came online. */
function channelOf(text: string): ReadFiling['channel'] | null {
  const said = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (said === '' || /truc tuyen|online|qua mang/.test(said)) return 'online';
  if (/buu|post/.test(said)) return 'post';
  return /truc tiep|tai quay|counter/.test(said) ? 'counter' : null;
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
