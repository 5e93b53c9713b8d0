/** Columns (3)–(13) of Biểu II.06a in their order (DOMAIN 6.1). */
export const figureColumns = [
  'received',
  'receivedOnline',
  'receivedAtCounter',
  'carriedOver',
  'finished',
  'finishedEarly',
  'finishedOnTime',
  'finishedLate',
  'pending',
  'pendingInTime',
  'pendingOverdue',
] as const;

/** Name of a column. */
export type FigureColumn = (typeof figureColumns)[number];

/** A count in every column of a row. */
export type Cells = Readonly<Record<FigureColumn, number>>;

/** A row that counts nothing. */
export const zeroCells: Cells = {
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

const sums: Readonly<Partial<Record<FigureColumn, readonly FigureColumn[]>>> = {
  received: ['receivedOnline', 'receivedAtCounter', 'carriedOver'],
  finished: ['finishedEarly', 'finishedOnTime', 'finishedLate'],
  pending: ['pendingInTime', 'pendingOverdue'],
};

/** The columns that a column is the sum of; none for one that counts by itself. */
export function partsOf(column: FigureColumn): readonly FigureColumn[] {
  return sums[column] ?? [];
}

/** The number of a column on the form, `(3)` to `(13)`. */
export function columnNumber(column: FigureColumn): string {
  return `(${figureColumns.indexOf(column) + 3})`;
}

/** Sum of two rows. */
export function addCells(a: Cells, b: Cells): Cells {
  const sum = { ...a };
  for (const column of figureColumns) sum[column] += b[column];
  return sum;
}

/** Whether (3) = (4)+(5)+(6), (7) = (8)+(9)+(10), (11) = (12)+(13) and (3) = (7) + (11) hold on a row [T05] [FG1]. */
export function agrees(row: Cells): boolean {
  const isSum = (whole: FigureColumn) =>
    row[whole] === partsOf(whole).reduce((sum, part) => sum + row[part], 0);
  return (
    isSum('received') && isSum('finished') && isSum('pending') && row.received === row.finished + row.pending
  );
}
