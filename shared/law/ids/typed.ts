/** Signs that people, scanners and copied texts put between the signs of a number: spaces, dots, dashes of every kind, signs without width. */
const BETWEEN = /[\s.\-\u2010-\u2015\u2212\u200B-\u200D\u2060]/g;

/** A typed or scanned number without what stands between its signs; full-width digits become plain ones. */
export function compactNumber(text: string): string {
  return text.normalize('NFKC').replace(BETWEEN, '');
}

/** A typed or scanned code in capitals, without spaces, with plain dashes; a label before it (`Mã hồ sơ:`) is left out. */
export function compactCode(text: string): string {
  const code = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060]/g, '')
    .replace(/[\u2010-\u2015\u2212_]/g, '-')
    .toUpperCase();
  return code.slice(code.lastIndexOf(':') + 1);
}
