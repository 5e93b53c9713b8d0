// Takes pictures into docs/pictures and remembers which.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeEscPos } from '../printers/decode-escpos.ts';
import { pictureNames } from './picture-list.ts';
import { paletted, smallPng } from './small-png.ts';
import type { Locator, Page } from 'playwright-core';
import type { PictureName } from './picture-list.ts';

const FOLDER = new URL('../../../docs/pictures/', import.meta.url).pathname;
const taken = new Set<string>();

/** The longest wait for anything on a page. */
export const SLOW_MS = 30_000;

/** The first button of that name. */
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).first();

/** Throws the old pictures away. */
export async function openAlbum(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
}

/** Throws unless every picture of the list was taken. */
export function closeAlbum(): void {
  const missing = pictureNames.filter((name) => !taken.has(name));
  if (missing.length > 0) throw new Error(`not taken: ${missing.join(', ')}`);
}

/** A picture of a page as it stands. */
export async function take(page: Page, name: PictureName): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0); // nothing looks hovered
  await page.waitForTimeout(300);
  await keep(name, smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' })));
}

async function keep(name: PictureName, png: Buffer): Promise<void> {
  await writeFile(join(FOLDER, `${name}.png`), png);
  taken.add(name);
  console.log(`${name}.png ${Math.ceil(png.length / 1024)} KB`);
}

/** The watched dossier's slip for its submitter as poppler sees it, and the last ticket as its printer does. */
export async function papers(code: string, dataDir: string): Promise<void> {
  const printed = join(dataDir, 'printed');
  const inOrder = (await readdir(printed))
    .map((name) => join(printed, name))
    .toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  const slip = inOrder.find((path) => {
    const text = path.endsWith('.pdf') ? execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }) : '';
    return text.includes(code) && text.includes('Liên 2');
  });
  const pdf = ['-r', '100', '-png', '-f', '1', '-l', '1', '-singlefile', slip ?? ''];
  execFileSync('pdftoppm', [...pdf, join(dataDir, 'slip')]);
  await keep('paper-slip', smallPng(await readFile(join(dataDir, 'slip.png'))));
  const ticket = inOrder.findLast((path) => path.endsWith('.bin')) ?? '';
  const { widthDots, heightDots, rows } = decodeEscPos(await readFile(ticket));
  const rgb = new Uint8Array(widthDots * heightDots * 3).fill(255);
  for (let dot = 0; dot < widthDots * heightDots; dot += 1) {
    if (((rows[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1) rgb.fill(0, dot * 3, dot * 3 + 3);
  }
  await keep('paper-ticket', paletted({ width: widthDots, height: heightDots, rgb }));
}
