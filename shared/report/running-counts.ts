import { compareTexts } from '../text/names.ts';
import { addCells, zeroCells } from './columns.ts';
import { columnsOf } from './count-dossier.ts';
import { usualFigureWorld } from './figure-rules.ts';
import type { Cells } from './columns.ts';
import type { FigureWindow } from './count-dossier.ts';
import type { FigureRules, FigureWorld } from './figure-rules.ts';
import type { ReportDossier } from './report-dossier.ts';

/** Counts of one field at one level. `names` says how many dossiers give the field which name. */
export type CountRow = {
  readonly level: string;
  readonly fieldId: string;
  readonly names: Readonly<Record<string, number>>;
  readonly cells: Cells;
};

/** Counts of a period, kept up to date act by act; rows that count nothing are not there. */
export type RunningCounts = { readonly window: FigureWindow; readonly rows: ReadonlyMap<string, CountRow> };

/** Counts of a period before any dossier. */
export function noCounts(window: FigureWindow): RunningCounts {
  return { window, rows: new Map() };
}

/**
 * The counts after one dossier changed: what it counted before goes, what it counts now comes (a desk keeps its counts by
 * this). Whatever order the acts arrive in, the end is what a rebuild from the journal gives [FG4].
 * @param before null for a dossier that was not there
 */
export function countsAfter(
  counts: RunningCounts,
  before: ReportDossier | null,
  after: ReportDossier | null,
  world: FigureWorld = usualFigureWorld,
): RunningCounts {
  const rows = new Map(counts.rows);
  if (before) count(rows, before, -1, counts.window, world);
  if (after) count(rows, after, 1, counts.window, world);
  return { ...counts, rows };
}

/**
 * The same counts at another instant: what fell due in between goes over to overdue.
 * @param dossiers those that count; at least all whose date or pause lies between the two instants
 */
export function countsAt(
  counts: RunningCounts,
  asOfMs: number,
  dossiers: Iterable<ReportDossier>,
  world: FigureWorld = usualFigureWorld,
): RunningCounts {
  const window = { ...counts.window, asOfMs };
  const rows = new Map(counts.rows);
  for (const dossier of dossiers) {
    count(rows, dossier, -1, counts.window, world);
    count(rows, dossier, 1, window, world);
  }
  return { window, rows };
}

/** Counts all dossiers anew. */
export function countAll(
  dossiers: Iterable<ReportDossier>,
  window: FigureWindow,
  world: FigureWorld = usualFigureWorld,
): RunningCounts {
  const rows = new Map<string, CountRow>();
  for (const dossier of dossiers) count(rows, dossier, 1, window, world);
  return { window, rows };
}

/** Counts of other dossiers of the same period added: whatever the parts were, the sum is that of counting all at once. */
export function addCounts(one: RunningCounts, other: RunningCounts): RunningCounts {
  const rows = new Map(one.rows);
  for (const [key, row] of other.rows) {
    const known = rows.get(key);
    rows.set(key, known ? together(known, row) : row);
  }
  return { ...one, rows };
}

/** Two rows as one, under the field of the first. */
export function together(a: CountRow, b: CountRow): CountRow {
  const names: Record<string, number> = { ...a.names };
  for (const [name, n] of Object.entries(b.names)) names[name] = (names[name] ?? 0) + n;
  return { ...a, names, cells: addCells(a.cells, b.cells) };
}

/** The name that most of a field's dossiers give it; the first in the dictionary where as many give another. */
export function nameOf(names: Readonly<Record<string, number>>): string {
  const [first] = Object.entries(names).toSorted(([a, n], [b, m]) => m - n || compareTexts(a, b));
  return first?.[0] ?? '';
}

/** The level of government that solves a procedure, by the name of its agency. */
export function levelOf({ procedure }: ReportDossier, rules: FigureRules): string {
  const agency = procedure.agency ?? '';
  const known = levelNames.get(rules) ?? new Map<string, string>();
  levelNames.set(rules, known);
  const name = known.get(agency) ?? levelNamed(agency, rules.levels) ?? rules.otherLevel;
  known.set(agency, name);
  return name;
}

/** Levels already read from agencies' names; a catalogue has few of these. */
const levelNames = new WeakMap<FigureRules, Map<string, string>>();

function levelNamed(agency: string, levels: FigureRules['levels']): string | undefined {
  const text = ` ${agency} `.normalize('NFC').toLowerCase();
  return levels.find(({ marks }) => marks.some((mark) => text.includes(mark)))?.name;
}

function count(
  rows: Map<string, CountRow>,
  dossier: ReportDossier,
  sign: 1 | -1,
  window: FigureWindow,
  world: FigureWorld,
): void {
  const columns = columnsOf(dossier, window, world);
  if (columns.length === 0) return;
  const { fieldId, fieldName } = dossier.procedure;
  const level = levelOf(dossier, world.rules);
  const key = `${level}\n${fieldId}`;
  const row = rows.get(key) ?? { level, fieldId, names: {}, cells: zeroCells };
  const cells = { ...row.cells };
  for (const column of columns) cells[column] += sign;
  const names = { ...row.names, [fieldName]: (row.names[fieldName] ?? 0) + sign };
  if (cells.received === 0) rows.delete(key);
  else rows.set(key, { level, fieldId, names, cells });
}
