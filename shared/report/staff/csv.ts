/** Marks the text as UTF-8 for the spreadsheet programs of Windows. */
const BOM = '\uFEFF';

/**
 * A table as CSV (RFC 4180) in UTF-8 with its mark: what is shown, word by word [T08]. Semicolons part the cells, as the
 * spreadsheets of a Vietnamese system expect: their comma is a decimal sign.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${BOM}${rows.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is marked as text, so that opening a file never runs anything. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
