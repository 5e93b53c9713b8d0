// Tables of a paper: columns with shares of the width, neighbours under a common head, rows that no page break cuts.
import type { SlipCell, SlipColumn, SlipRow, SlipTable } from '../../shared/slip/slip.ts';

type Head = { readonly name: string; readonly span: number; readonly tall: boolean };

/** A table with its heading; its head stands again on every page. */
export function Table({ block }: { readonly block: SlipTable }) {
  const { columns, rows, heading } = block;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const grouped = columns.filter(({ group }) => group !== '');
  return (
    <>
      {heading !== '' && <p className="slip-heading">{heading}</p>}
      <table className="slip-papers">
        <colgroup>
          {columns.map(({ width }, index) => (
            // An attribute, not a style: the pages' CSP closes inline styles.
            <col key={index} width={`${((width / all) * 100).toFixed(2)}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {headsOf(columns).map(({ name, span, tall }, index) => (
              <th key={index} colSpan={span} rowSpan={tall && grouped.length > 0 ? 2 : 1}>
                {name}
              </th>
            ))}
          </tr>
          {grouped.length > 0 && (
            <tr>
              {grouped.map(({ name }) => (
                <th key={name}>{name}</th>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The upper row of the head: neighbours with one group are one cell. */
function headsOf(columns: readonly SlipColumn[]): readonly Head[] {
  const heads: Head[] = [];
  columns.forEach(({ name, group }, index) => {
    const before = columns[index - 1]?.group ?? '';
    const last = heads.at(-1);
    if (group !== '' && group === before && last !== undefined) {
      heads[heads.length - 1] = { ...last, span: last.span + 1 };
    } else {
      heads.push(group === '' ? { name, span: 1, tall: true } : { name: group, span: 1, tall: false });
    }
  });
  return heads;
}

type RowProps = { readonly row: SlipRow; readonly columns: readonly SlipColumn[] };

function Row({ row, columns }: RowProps) {
  if (row.total === true) {
    return (
      <tr className="slip-total">
        <td colSpan={columns.length}>{row.cells.map((cell) => linesOf(cell).join(' ')).join(' ')}</td>
      </tr>
    );
  }
  const last = row.cells.length - 1;
  return (
    <tr>
      {row.cells.map((cell, index) => {
        const start = columns[index]?.align === 'start' ? 'slip-start' : '';
        // The note says why an entry is struck out, so it stays whole.
        const struck = row.struck === true && index < last ? 'slip-struck' : '';
        return (
          <td key={index} className={[start, struck].filter((name) => name !== '').join(' ') || undefined}>
            <Cell cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: SlipCell }) {
  if (typeof cell === 'string') return cell;
  return (
    <>
      {cell.lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      {cell.signs.length > 0 && (
        <div className="slip-cell-signs">
          {cell.signs.map((lines, index) => (
            <div key={index}>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

const linesOf = (cell: SlipCell): readonly string[] => (typeof cell === 'string' ? [cell] : cell.lines);
