// Either copy of the journal brings back the other: the browser's storage from the host's files, the files from the pages.
import { readdirSync, readFileSync, rmSync, truncateSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import {
  ALONE,
  startAlone,
  issuedCodes,
  issuedNumbers,
  nth,
  openPages,
  registerAt,
  settledLines,
  SLOW_MS,
  waitingAt,
} from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { receiveDossier, signIn, takeTicket, tapForTicket } from './morning/hands.ts';
import { linesInFiles } from './morning/outside.ts';
import type { Product } from '../support/product.ts';
import type { Pages } from './stage/stage.ts';

const KILLS = 5;
const SEED = Number(process.env['SEED'] ?? 20_260_605);

const cast = morningCast();
const shown: string[] = [];
let folder: string;
let product: Product;
let pages: Pages;
let kiosk = 0;

async function ticket(): Promise<void> {
  shown.push(await takeTicket(pages.kiosk, nth(cast, kiosk++)));
}

/** Starts the product again where the pages already are. */
async function again(): Promise<void> {
  product = await startProduct({
    dataDir: product.dataDir,
    flags: [...ALONE, '--port', new URL(product.app).port],
  });
}

beforeAll(async () => {
  folder = await temporaryFolder('recovery');
  product = await startAlone(join(folder, 'data'));
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
  await ticket();
  for (let n = 0; n < 2; n += 1) await receiveDossier(pages.desk, nth(cast, n));
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

describe('one copy lost', () => {
  it('[J5] [N2] [N3] [G07] a browser whose storage is gone reads all back, begins an epoch, and goes on after a gap', async () => {
    const [register, waiting] = [await registerAt(pages.desk), await waitingAt(pages.desk)];
    expect(register.join()).toContain('Nguyễn Thị Thúy Hằng');
    const epochs = journalFiles().length;
    await settledLines(product.dataDir, pages.desk);
    await pages.browser.close();
    rmSync(join(folder, 'profile'), { recursive: true });
    pages = await openPages(product.app, folder);
    await signIn(pages.desk);
    await expect.poll(() => waitingAt(pages.desk), { timeout: SLOW_MS }).toEqual(waiting);
    await expect.poll(() => registerAt(pages.desk), { timeout: SLOW_MS }).toEqual(register);
    await ticket();
    shown.push(await takeTicket(pages.kiosk, nth(cast, 0)));
    const code = await receiveDossier(pages.desk, nth(cast, 2));
    const before = register.map((line) => Number(/-(\d+) ·/.exec(line)?.[1]));
    expect(Number(code.split('-').at(-1))).toBeGreaterThan(Math.max(...before) + 1);
    expect(new Set(shown).size).toBe(shown.length);
    expect(journalFiles()).toHaveLength(epochs + 1);
  });

  it('[J3] [J4] [G07] journal files that are gone are written anew by the open pages, line for line', async () => {
    const before = await settledLines(product.dataDir, pages.desk);
    await product.stop();
    for (const name of journalFiles()) rmSync(join(product.dataDir, 'journal', name));
    await again();
    await expect.poll(() => linesInFiles(product.dataDir), { timeout: 60_000 }).toEqual(before);
    await ticket();
    expect(new Set(issuedNumbers(product.dataDir)).size).toBe(shown.length);
  });

  it('[J3] a torn last line is cut off, kept aside and told; the page brings the event again', async () => {
    const before = await settledLines(product.dataDir, pages.desk);
    await product.stop();
    const longest = journalFiles()
      .map((name) => join(product.dataDir, 'journal', name))
      .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
    if (longest === undefined) throw new Error('there are journal files');
    const text = readFileSync(longest, 'utf8').replace(/(#[^\n]*\n)+$/, '');
    truncateSync(longest, Buffer.byteLength(text) - 40);
    await again();
    const log = readFileSync(join(product.dataDir, 'log', 'host.log'), 'utf8');
    expect(log).toContain('journal-torn');
    expect(readdirSync(join(product.dataDir, 'journal', 'torn')).length).toBeGreaterThan(0);
    // A print that was under way may have written its outcome since.
    await expect
      .poll(() => linesInFiles(product.dataDir), { timeout: 60_000 })
      .toEqual(expect.arrayContaining([...before]));
  });

  it(`[J1] [N4] [S04] a browser killed ${KILLS} times right after a tap issues every number once (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    let { browser, kiosk: page } = pages;
    for (let round = 0; round < KILLS; round += 1) {
      await tapForTicket(page, nth(cast, round));
      await sleep(Math.floor(random() * 250)); // the moment of the kill is what is tested
      const gone = browser.context.waitForEvent('close', { timeout: SLOW_MS });
      browser.kill();
      await gone;
      browser = await openBrowser(join(folder, 'profile'));
      page = await browser.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
    }
    pages = { browser, kiosk: page, desk: await browser.open(`${product.app}/#/desk`) };
    await signIn(pages.desk);
    await ticket();
    await receiveDossier(pages.desk, nth(cast, 4));
    await settledLines(product.dataDir, pages.desk);
    const numbers = issuedNumbers(product.dataDir);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining(shown));
    expect(numbers.length).toBeLessThanOrEqual(shown.length + KILLS);
    const codes = issuedCodes(product.dataDir);
    expect(new Set(codes).size).toBe(codes.length);
    await expect.poll(() => waitingAt(pages.desk), { timeout: SLOW_MS }).toEqual(numbers.toSorted());
  });
});

function journalFiles(): readonly string[] {
  return readdirSync(join(product.dataDir, 'journal')).filter(
    (name) => name.endsWith('.log') && name !== 'quarantine.log',
  );
}

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
