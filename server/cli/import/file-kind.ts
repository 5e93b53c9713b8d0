import { err, ok } from '../../../shared/basics/result.ts';
import type { Result } from '../../../shared/basics/result.ts';

/** Why a file cannot be read as a list of procedures; what to do stands in `fileAdvice`. */
export type FileRefusal = {
  readonly code:
    | 'import-csv-quotes'
    | 'import-damaged'
    | 'import-empty'
    | 'import-encoding'
    | 'import-encrypted'
    | 'import-file-large'
    | 'import-header-missing'
    | 'import-html'
    | 'import-json-malformed'
    | 'import-json-shape'
    | 'import-old-xls'
    | 'import-other-format'
    | 'import-own-shape'
    | 'import-sheet-missing'
    | 'import-too-many-rows';
  /** Names of the sheets, the line, the size: whatever helps to find the place. */
  readonly about?: string;
};

/** What a refused file needs, for the person at the command line. */
export const fileAdvice: Readonly<Record<FileRefusal['code'], string>> = {
  'import-csv-quotes':
    'a quotation mark of the CSV file is not closed; save it again from the spreadsheet program',
  'import-damaged': 'the file is damaged or cut off; copy it again, or open it in Excel and save it as .xlsx',
  'import-empty': 'there is nothing in the file',
  'import-encoding':
    'the text is not UTF-8; save it as "CSV UTF-8" (old TCVN3 and VNI texts must be converted first)',
  'import-encrypted':
    'the file is locked with a password; open it in Excel, remove the password and save it again',
  'import-file-large': 'the file is too large; keep only the sheet with the procedures',
  'import-header-missing':
    'no line with headings was found; it needs at least "Mã TTHC" or "Tên thủ tục" and one more (see: motcua import template)',
  'import-html': 'this is a web page renamed to a spreadsheet; open it in Excel and save it as .xlsx',
  'import-json-malformed': 'the JSON of the file is broken',
  'import-json-shape': 'the JSON holds no list of procedures in a shape that is known (docs/operations.md)',
  'import-old-xls': 'this is an old .xls file; open it in Excel or LibreOffice and save it as .xlsx',
  'import-other-format': 'only .xlsx, .csv and .json are read; save the list as one of them',
  'import-own-shape': 'this already is a catalogue; use: motcua import catalogue FILE',
  'import-sheet-missing': 'there is no such sheet',
  'import-too-many-rows': 'the sheet has too many rows or columns; keep only the list of procedures',
};

const START = { zip: '504b0304', zipEmpty: '504b0506', ole: 'd0cf11e0a1b11ae1', pdf: '25504446' } as const;

/** Tells a file by its bytes, whatever its name says. */
export function fileKind(bytes: Buffer): Result<'xlsx' | 'json' | 'csv', FileRefusal> {
  const start = bytes.subarray(0, 8).toString('hex');
  if (bytes.length === 0) return err({ code: 'import-empty' });
  if (start.startsWith(START.ole)) {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return err({ code: locked ? 'import-encrypted' : 'import-old-xls' });
  }
  if (start.startsWith(START.pdf)) return err({ code: 'import-other-format' });
  if (start.startsWith(START.zip) || start.startsWith(START.zipEmpty)) {
    const otherOffice = bytes.subarray(0, 200).includes('mimetypeapplication/');
    return otherOffice ? err({ code: 'import-other-format' }) : ok('xlsx');
  }
  const head = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (head.startsWith('<')) return err({ code: 'import-html' });
  return ok(/^[[{]/.test(head) ? 'json' : 'csv');
}
