// A table as it is shown: what stands on the page, on paper and in the file is this, so that the three cannot differ [T08].
import { compareTexts } from '../../../../shared/text/names.ts';
import { csvText } from '../../../../shared/report/staff/csv.ts';
import type { NamedRows } from '../head-facts.ts';

/** One column. `numeric` ones stand to the right; `bar` draws its share of the greatest beside the number. */
export type ShownColumn = {
  readonly id: string;
  readonly name: string;
  readonly definition: string | null;
  readonly numeric: boolean;
  readonly bar?: boolean;
};

/** One cell: its words, what it is sorted by (null last), and what it opens into. */
export type ShownCell = {
  readonly text: string;
  readonly sort: number | string | null;
  readonly opens?: (() => NamedRows) | undefined;
};

/** One row; the first cell names it. */
export type ShownRow = { readonly id: string; readonly cells: readonly ShownCell[] };

/** A whole table with its last row. */
export type ShownTable = {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ShownRow[];
  readonly total: ShownRow | null;
};

/** The column that rows are in the order of. */
export type TableSort = { readonly column: string; readonly down: boolean };

/** The same table with its rows in another order; rows that have nothing there stay last both ways. */
export function sortTable(table: ShownTable, { column, down }: TableSort): ShownTable {
  const place = table.columns.findIndex(({ id }) => id === column);
  const sign = down ? -1 : 1;
  const rows = table.rows.toSorted((a, b) => {
    const [one, other] = [a.cells[place]?.sort ?? null, b.cells[place]?.sort ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * compareTexts(String(one), String(other));
  });
  return { ...table, rows };
}

/** The file of a table: its columns, its rows in their order, and the last row. */
export function csvOf({ columns, rows, total }: ShownTable): string {
  const lines = [...rows, ...(total ? [total] : [])].map(({ cells }) => cells.map(({ text }) => text));
  return csvText([columns.map(({ name }) => name), ...lines]);
}
