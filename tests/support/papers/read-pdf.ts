// Reads papers back the way others would: poppler for sizes, text and dots, zbar for the codes.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Width and height of each page in points. */
export function pageSizes(pdf: Uint8Array): readonly (readonly [number, number])[] {
  const info = withFile(pdf, (path) => run('pdfinfo', ['-f', '1', '-l', '99', path]));
  return [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts/gm)].map(([, width, height]) => [
    Number(width),
    Number(height),
  ]);
}

/** The text in reading order, NFC, without white space (poppler guesses spaces from gaps). */
export function bareText(pdf: Uint8Array): string {
  return bare(withFile(pdf, (path) => run('pdftotext', ['-raw', path, '-'])));
}

/** The text as it lies on the page, NFC, white space single within a line; pages end with a form feed. */
export function layoutText(pdf: Uint8Array): string {
  const text = withFile(pdf, (path) => run('pdftotext', ['-layout', path, '-']));
  return text
    .normalize('NFC')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n');
}

/** Each page as grey dots, row by row; 0 is black. */
export function pagesOf(
  pdf: Uint8Array,
  dpi: number,
): readonly { readonly width: number; readonly height: number; readonly dots: Uint8Array }[] {
  return withFile(pdf, (path, dir) => {
    run('pdftoppm', ['-r', String(dpi), '-gray', path, join(dir, 'page')]);
    return readdirSync(dir)
      .filter((name) => name.endsWith('.pgm'))
      .toSorted()
      .map((name) => {
        const file = readFileSync(join(dir, name));
        const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.subarray(0, 32).toString('latin1'));
        if (head === null) throw new Error(`not a grey picture: ${name}`);
        return {
          width: Number(head[1]),
          height: Number(head[2]),
          dots: new Uint8Array(file.subarray(head[0].length)),
        };
      });
  });
}

/** The same for a text to be compared with. */
export const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** Every code found on the pages printed at 203 dpi, such as `QR-Code:…` and `CODE-128:…`. */
export function codesOfPdf(pdf: Uint8Array): readonly string[] {
  return withFile(pdf, (path, dir) => {
    run('pdftoppm', ['-r', '203', '-gray', path, join(dir, 'page')]);
    return readdirSync(dir)
      .filter((name) => name.endsWith('.pgm'))
      .flatMap((name) => codesOf(join(dir, name)));
  });
}

/** Every code found on a one-bit picture (PBM). */
export function codesOfPicture(picture: Uint8Array): readonly string[] {
  return withFile(picture, codesOf);
}

/** Names and embedding of the fonts, one line each. */
export function fontsOf(pdf: Uint8Array): readonly string[] {
  return withFile(pdf, (path) => run('pdffonts', [path]))
    .trim()
    .split('\n')
    .slice(2);
}

/** `zbarimg` ends with 4 when a picture holds no code. */
const NO_CODE = 4;

function codesOf(path: string): readonly string[] {
  const { status, stdout } = spawnSync('zbarimg', ['--nodbus', '-q', path], { encoding: 'utf8' });
  if (status !== 0 && status !== NO_CODE) throw new Error(`zbarimg ended with ${status}`);
  return stdout.split('\n').filter((line) => line !== '');
}

function withFile<T>(bytes: Uint8Array, read: (path: string, dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'motcua-read-'));
  try {
    writeFileSync(join(dir, 'paper'), bytes);
    return read(join(dir, 'paper'), dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
