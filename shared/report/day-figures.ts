import { z } from 'zod';
import { compareTexts } from '../text/names.ts';
import { addCells, agrees, zeroCells } from './columns.ts';
import { columnsOf } from './count-dossier.ts';
import { usualFigureWorld } from './figure-rules.ts';
import { countAll, levelOf, nameOf, together } from './running-counts.ts';
import type { FigureColumn } from './columns.ts';
import type { FigureWindow } from './count-dossier.ts';
import type { FigureWorld } from './figure-rules.ts';
import type { ReportDossier } from './report-dossier.ts';
import type { CountRow, RunningCounts } from './running-counts.ts';

const count = z.int().min(0);

/** Figures of one field, columns (3)–(13) of Biểu II.06a (DOMAIN 6.1). */
const rowSchema = z.object({
  fieldId: z.string(),
  fieldName: z.string(),
  /** (3) = (4) + (5) + (6) */
  received: count,
  /** (4) */
  receivedOnline: count,
  /** (5) at the counter or by post */
  receivedAtCounter: count,
  /** (6) accepted before the period and not finished before it */
  carriedOver: count,
  /** (7) = (8) + (9) + (10) */
  finished: count,
  finishedEarly: count,
  finishedOnTime: count,
  finishedLate: count,
  /** (11) = (12) + (13) */
  pending: count,
  pendingInTime: count,
  pendingOverdue: count,
});

/** Figures of a period with their own check. */
export const dayFiguresSchema = z.object({
  from: z.string(),
  to: z.string(),
  rows: z.array(rowSchema),
  total: rowSchema,
  /** Field ids (or `total`) of rows on which an identity fails; empty means that the figures agree with themselves. */
  wrongRows: z.array(z.string()),
});

/** Figures of one field. */
export type FigureRow = z.infer<typeof rowSchema>;

/** Figures of a period with their own check. */
export type DayFigures = z.infer<typeof dayFiguresSchema>;

/** Key of the row that sums all fields. */
export const TOTAL = 'total';

/** The rows of one level of government, with their sum. */
export type LevelFigures = {
  readonly level: string;
  readonly rows: readonly FigureRow[];
  readonly total: FigureRow;
};

/** One count of the form: its row, perhaps of one level only, and its column. */
export type FigureCell = { readonly fieldId: string; readonly level?: string; readonly column: FigureColumn };

/**
 * Figures of the ward-local days `from`–`to`, both included [T04]: what counts where is set by the rules of `world`.
 * @param asOfMs pending dossiers are judged at this instant or at the period's end, whichever is earlier
 */
export function periodFigures(
  dossiers: Iterable<ReportDossier>,
  from: string,
  to: string,
  asOfMs: number,
  world: FigureWorld = usualFigureWorld,
): DayFigures {
  return figuresOf(countAll(dossiers, { from, to, asOfMs }, world));
}

/** The figures that counts make: a row for each field in the order of the dictionary, their sum, and the check of all. */
export function figuresOf({ window: { from, to }, rows: counts }: RunningCounts): DayFigures {
  const rows = fieldRows([...counts.values()]);
  const total = sumRow(rows);
  const wrongRows = [...rows, total].filter((row) => !agrees(row)).map(({ fieldId }) => fieldId);
  return { from, to, rows: [...rows], total, wrongRows };
}

/** The same figures grouped by level, the levels in the order of the rules (column (2) of the form). */
export function figuresByLevel(counts: RunningCounts, { rules }: FigureWorld): readonly LevelFigures[] {
  const all = [...counts.rows.values()];
  return [...rules.levels.map(({ name }) => name), rules.otherLevel].flatMap((level) => {
    const rows = fieldRows(all.filter((row) => row.level === level));
    return rows.length === 0 ? [] : [{ level, rows, total: sumRow(rows) }];
  });
}

/** The dossiers that a cell counts, by the same counting that made it, so that the two cannot differ [FG2]. */
export function openCell<D extends ReportDossier>(
  dossiers: Iterable<D>,
  cell: FigureCell,
  window: FigureWindow,
  world: FigureWorld = usualFigureWorld,
): readonly D[] {
  return [...dossiers].filter(
    (dossier) =>
      (cell.fieldId === TOTAL || dossier.procedure.fieldId === cell.fieldId) &&
      (cell.level === undefined || levelOf(dossier, world.rules) === cell.level) &&
      columnsOf(dossier, window, world).includes(cell.column),
  );
}

function fieldRows(counts: readonly CountRow[]): readonly FigureRow[] {
  const byField = new Map<string, CountRow>();
  for (const row of counts) {
    const known = byField.get(row.fieldId);
    byField.set(row.fieldId, known ? together(known, row) : row);
  }
  return [...byField.values()]
    .map(({ fieldId, names, cells }) => ({ fieldId, fieldName: nameOf(names), ...cells }))
    .sort((a, b) => compareTexts(a.fieldName, b.fieldName) || (a.fieldId < b.fieldId ? -1 : 1));
}

function sumRow(rows: readonly FigureRow[]): FigureRow {
  return { fieldId: TOTAL, fieldName: '', ...rows.reduce(addCells, zeroCells) };
}
