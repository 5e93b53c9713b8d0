import { useText } from '../../../store/hooks.ts';
import classes from './staff.module.css';
import type { OpenNamed } from '../head-facts.ts';
import type { ShownCell, ShownColumn, ShownRow, ShownTable, TableSort } from './shown-table.ts';

type Props = {
  readonly label: string;
  readonly table: ShownTable;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly onOpen: OpenNamed;
};

/** A table whose columns sort by their headings, and whose numbers open into what they count. */
export function SortTable({ label, table, sort, onSort, onOpen }: Props) {
  const { columns, rows, total } = table;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={classes.wide} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} label={label} row={row} table={table} onOpen={onOpen} />
          ))}
        </tbody>
        {total && rows.length > 1 && (
          <tfoot>
            <Row label={label} row={total} table={table} onOpen={onOpen} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Heading({
  column: { id, name, numeric, definition },
  sort,
  onSort,
}: { readonly column: ShownColumn } & Pick<Props, 'sort' | 'onSort'>) {
  const { report } = useText();
  const isSorted = sort.column === id;
  // Numbers are looked at from the greatest down, words from the first on.
  const down = isSorted ? !sort.down : numeric;
  return (
    <th
      scope="col"
      data-numeric={numeric}
      aria-sort={isSorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        title={definition ?? report.sort(name)}
        onClick={() => onSort({ column: id, down })}
      >
        {name}
        <span className={classes.arrow} aria-hidden="true">
          {isSorted ? (sort.down ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

function Row({
  label,
  row,
  table: { columns, rows },
  onOpen,
}: {
  readonly label: string;
  readonly row: ShownRow;
  readonly table: ShownTable;
  readonly onOpen: OpenNamed;
}) {
  const [first] = row.cells;
  return (
    <tr>
      {row.cells.map((cell, place) => {
        const column = columns[place];
        if (!column) return null;
        if (place === 0) {
          return (
            <th key={column.id} scope="row">
              {cell.text}
            </th>
          );
        }
        const greatest = column.bar && row.id !== 'total' ? greatestOf(rows, place) : 0;
        return (
          <td key={column.id} data-numeric={column.numeric}>
            <Cell cell={cell} title={`${label}: ${first?.text ?? ''} – ${column.name}`} onOpen={onOpen} />
            {greatest > 0 && (
              <span className={classes.track} aria-hidden="true">
                <span
                  className={classes.bar}
                  style={{ inlineSize: `${(100 * Number(cell.sort ?? 0)) / greatest}%` }}
                />
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Cell({
  cell: { text, opens },
  title,
  onOpen,
}: {
  readonly cell: ShownCell;
  readonly title: string;
  readonly onOpen: OpenNamed;
}) {
  const { report } = useText();
  if (!opens) return <span className={classes.plain}>{text}</span>;
  return (
    <button
      type="button"
      className={classes.figure}
      aria-label={report.list.opens(title, text)}
      onClick={() => onOpen(title, opens())}
    >
      {text}
    </button>
  );
}

function greatestOf(rows: readonly ShownRow[], place: number): number {
  return rows.reduce((most, { cells }) => Math.max(most, Number(cells[place]?.sort ?? 0)), 0);
}
