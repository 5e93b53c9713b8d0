import { z } from 'zod';
import { parseInstant, wardDay } from '../basics/time.ts';
import { compareTexts } from '../text/names.ts';
import type { Dossier } from '../project/dossiers.ts';

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

type Counts = Omit<FigureRow, 'fieldId' | 'fieldName'>;

const zero: Counts = {
  received: 0,
  receivedOnline: 0,
  receivedAtCounter: 0,
  carriedOver: 0,
  finished: 0,
  finishedEarly: 0,
  finishedOnTime: 0,
  finishedLate: 0,
  pending: 0,
  pendingInTime: 0,
  pendingOverdue: 0,
};

/**
 * Figures of the ward-local days `from`–`to`, both included [T04]. Finished is when the result stands at the desk, not when
 * the citizen comes (DOMAIN 4.6); early is before the due day, on time is until the due instant.
 * @param asOfMs pending dossiers are judged at this instant or at the period's end, whichever is earlier
 */
export function periodFigures(
  dossiers: readonly Dossier[],
  from: string,
  to: string,
  asOfMs: number,
): DayFigures {
  const byField = new Map<string, FigureRow>();
  for (const dossier of dossiers) {
    const counts = countsOf(dossier, from, to, asOfMs);
    if (!counts) continue;
    const { fieldId, fieldName } = dossier.procedure;
    const row = byField.get(fieldId) ?? { fieldId, fieldName, ...zero };
    byField.set(fieldId, { ...row, ...added(row, counts) });
  }
  const rows = [...byField.values()].sort((a, b) => compareTexts(a.fieldName, b.fieldName));
  const total = { fieldId: 'total', fieldName: '', ...rows.reduce<Counts>(added, zero) };
  return {
    from,
    to,
    rows,
    total,
    wrongRows: [...rows, total].filter((row) => !agrees(row)).map((row) => row.fieldId),
  };
}

/** Whether (3) = (4)+(5)+(6), (7) = (8)+(9)+(10), (11) = (12)+(13) and (3) = (7) + (11) hold on a row [T05]. */
export function agrees(row: Counts): boolean {
  return (
    row.received === row.receivedOnline + row.receivedAtCounter + row.carriedOver &&
    row.finished === row.finishedEarly + row.finishedOnTime + row.finishedLate &&
    row.pending === row.pendingInTime + row.pendingOverdue &&
    row.received === row.finished + row.pending
  );
}

function countsOf(dossier: Dossier, from: string, to: string, asOfMs: number): Counts | null {
  const receivedMs = parseInstant(dossier.receivedAt);
  const dueMs = parseInstant(dossier.dueAt);
  if (receivedMs === null || dueMs === null) return null;
  const receivedDay = wardDay(receivedMs);
  const readyMs = dossier.readyAt === null ? null : parseInstant(dossier.readyAt);
  const readyDay = readyMs === null ? null : wardDay(readyMs);
  if (receivedDay > to || (readyDay !== null && readyDay < from)) return null;
  const finishedInPeriod =
    readyMs !== null && readyDay !== null && readyDay <= to ? { readyMs, readyDay } : null;
  const overdue = Math.min(asOfMs, endOf(to)) > dueMs;
  return {
    ...zero,
    received: 1,
    ...(receivedDay < from
      ? { carriedOver: 1 }
      : dossier.channel === 'online'
        ? { receivedOnline: 1 }
        : { receivedAtCounter: 1 }),
    ...(finishedInPeriod
      ? { finished: 1, ...finishedAs(finishedInPeriod, dueMs) }
      : { pending: 1, ...(overdue ? { pendingOverdue: 1 } : { pendingInTime: 1 }) }),
  };
}

function finishedAs(
  finished: { readonly readyMs: number; readonly readyDay: string },
  dueMs: number,
): Partial<Counts> {
  if (finished.readyDay < wardDay(dueMs)) return { finishedEarly: 1 };
  return finished.readyMs <= dueMs ? { finishedOnTime: 1 } : { finishedLate: 1 };
}

function endOf(day: string): number {
  return (parseInstant(`${day}T23:59:59+07:00`) ?? 0) + 999;
}

function added(a: Counts, b: Counts): Counts {
  const sum: Counts = { ...zero };
  const keys = Object.keys(zero) as (keyof Counts)[];
  return keys.reduce<Counts>((row, key) => ({ ...row, [key]: a[key] + b[key] }), sum);
}
