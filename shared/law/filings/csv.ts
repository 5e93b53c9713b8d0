/** Separators that spreadsheets and portals write; the one that gives most columns in the first line is taken. */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads a CSV text (RFC 4180) into rows: quotes may hold separators, line ends and doubled quotes; a mark of byte order is left
 * out. Never fails: what is no CSV comes out as rows of one cell.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\uFEFF/, '');
  const [separator] = SEPARATORS.map((one) => ({ one, count: columnsIn(plain, one) }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ one }) => one);
  return rowsOf(plain, separator ?? ',');
}

function columnsIn(text: string, separator: string): number {
  return rowsOf(text.slice(0, 4000), separator)[0]?.length ?? 0;
}

function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
