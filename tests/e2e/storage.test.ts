// The browser's storage in a real Chromium: copied while it runs, emptied behind the page's back, put back, made newer.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import { issuedNumbers, nth, openPages, settledLines, SLOW_MS, startAlone } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { bodies, eventsOf, linesInFiles } from './morning/outside.ts';
import { signIn, takeTicket } from './morning/hands.ts';
import type { Page } from 'playwright-core';
import type { FactBody } from '../../shared/event/facts.ts';
import type { Product } from '../support/product.ts';
import type { Pages } from './stage/stage.ts';

const LIMIT = { timeout: SLOW_MS };
const cast = morningCast();
const shown: string[] = [];
let folder: string;
let product: Product;
let pages: Pages;
let turn = 0;

async function ticket(kiosk: Page): Promise<void> {
  shown.push(await takeTicket(kiosk, nth(cast, turn++)));
}

/** Why each epoch was opened, oldest first. */
function reasons(): readonly string[] {
  const events = eventsOf(linesInFiles(product.dataDir)).toSorted((a, b) =>
    a.event.hlc < b.event.hlc ? -1 : 1,
  );
  return bodies<FactBody<'epoch-opened'>>(events, 'epoch-opened').map(({ reason }) => reason);
}

/** Copies a profile as a backup tool does, also while the browser runs; what belongs to the running browser stays behind. */
function copyProfile(from: string, to: string): void {
  rmSync(join(folder, to), { recursive: true, force: true });
  cpSync(join(folder, from), join(folder, to), {
    recursive: true,
    filter: (path) => !/Singleton|\/LOCK$|lockfile/.test(path),
  });
}

beforeAll(async () => {
  folder = await temporaryFolder('storage');
  product = await startAlone(join(folder, 'data'));
  pages = await openPages(product.app, folder);
  for (let n = 0; n < 2; n += 1) await ticket(pages.kiosk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

describe('a storage that is not what it was', () => {
  it('[J11] a second browser on a copy of the running profile issues under an epoch of its own', async () => {
    copyProfile('profile', 'copied');
    const copy = await openBrowser(join(folder, 'copied'));
    const kiosk = await copy.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
    for (let n = 0; n < 2; n += 1) {
      await ticket(kiosk);
      await ticket(pages.kiosk);
    }
    await expect.poll(() => reasons().at(-1), LIMIT).toBe('cloned');
    await copy.close();
    expect(new Set(shown).size).toBe(shown.length);
    const numbers = issuedNumbers(product.dataDir);
    expect([...numbers].toSorted()).toEqual([...shown].toSorted());
  });

  it('[J5] a database deleted while pages are open is noticed: everything comes back and a new epoch begins', async () => {
    await settledLines(product.dataDir, pages.desk);
    const before = reasons().length;
    await signIn(pages.desk);
    await pages.desk.getByRole('button', { name: 'Bắt đầu tiếp nhận' }).click();
    const owner = pages.desk.getByRole('group', { name: 'Chủ hồ sơ' });
    await owner.getByLabel('Họ và tên').fill('Nguyễn Thúy Hằng');
    await pages.desk.getByText('Đã lưu nháp').waitFor(LIMIT);
    await pages.desk.evaluate(() => void indexedDB.deleteDatabase('mot-cua'));
    await expect.poll(() => reasons().length, LIMIT).toBe(before + 1);
    expect(reasons().at(-1)).toBe('new-storage');
    // The clerk reads why the page is signed out, and that the draft is gone.
    const why = pages.desk.getByRole('alert').filter({ hasText: 'bị xóa từ một cửa sổ khác' });
    await why.waitFor(LIMIT);
    expect(await why.innerText()).toContain('Bản nháp hồ sơ đang nhập dở mất');
    await signIn(pages.desk);
    // Whichever window opened the storage, the desk tells it until a clerk has read it; every window forgets it then.
    const told = pages.desk.getByText('Bộ nhớ trình duyệt mới hoặc không còn khớp');
    await told.waitFor(LIMIT);
    await pages.desk.getByRole('button', { name: 'Đã hiểu' }).click();
    await told.waitFor({ state: 'hidden', ...LIMIT });
    await pages.kiosk.getByRole('button', { name: /^Lấy số/ }).waitFor(LIMIT);
    await ticket(pages.kiosk);
    await settledLines(product.dataDir, pages.desk);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('[J5] a storage cleared by the browser under an open page is not refilled in silence: the next act opens an epoch', async () => {
    const before = reasons().length;
    const session = await pages.browser.context.newCDPSession(pages.kiosk);
    await session.send('Storage.clearDataForOrigin', { origin: product.app, storageTypes: 'indexeddb' });
    await ticket(pages.kiosk);
    await expect.poll(() => reasons().length, LIMIT).toBeGreaterThan(before);
    expect(reasons().at(-1)).toBe('new-storage');
    await settledLines(product.dataDir, pages.desk);
    const numbers = issuedNumbers(product.dataDir);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining(shown));
  });

  it('[J5] [J11] a profile put back to an earlier state says so, and reuses nothing', async () => {
    await pages.browser.close();
    copyProfile('profile', 'earlier');
    pages = await openPages(product.app, folder);
    for (let n = 0; n < 2; n += 1) await ticket(pages.kiosk);
    await settledLines(product.dataDir, pages.desk);
    await pages.browser.close();
    copyProfile('earlier', 'profile');
    pages = await openPages(product.app, folder);
    await expect.poll(() => reasons().at(-1), LIMIT).toBe('restored');
    await signIn(pages.desk);
    await pages.desk.getByText('Bộ nhớ này là bản phục hồi cũ hơn dữ liệu ở nơi khác').waitFor(LIMIT);
    await ticket(pages.kiosk);
    await settledLines(product.dataDir, pages.desk);
    const numbers = issuedNumbers(product.dataDir);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining(shown));
  });

  it('[J14] a newer schema makes the open windows reload; they refuse it with a clear word and write nothing', async () => {
    await settledLines(product.dataDir, pages.desk);
    const reloads = [pages.kiosk, pages.desk].map((page) => page.waitForEvent('load', LIMIT));
    const rows = await pages.desk.evaluate(
      () =>
        new Promise<number>((done, failed) => {
          const before = indexedDB.open('mot-cua');
          before.onsuccess = () => {
            const counting = before.result.transaction('events').objectStore('events').count();
            counting.onsuccess = () => {
              before.result.close();
              done(counting.result);
            };
          };
          before.onerror = () => failed(new Error('cannot open'));
        }),
    );
    // A third window, with the code of tomorrow: it stands on the origin, and no page of today runs in it.
    const tomorrow = await pages.browser.context.newPage();
    await tomorrow.goto(`${product.app}/favicon.svg`);
    const raised = tomorrow.evaluate(
      () =>
        new Promise<number>((done, failed) => {
          const opening = indexedDB.open('mot-cua', 9990);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('events').objectStore('events').count();
            counting.onsuccess = () => {
              opening.result.close();
              done(counting.result);
            };
          };
          opening.onerror = () => failed(new Error('cannot raise'));
        }),
    );
    await Promise.all(reloads);
    expect(await raised).toBe(rows);
    for (const page of [pages.kiosk, pages.desk])
      await page
        .getByText(/do bản mới hơn ghi/)
        .first()
        .waitFor(LIMIT);
    const after = await tomorrow.evaluate(async () =>
      (await indexedDB.databases()).map(({ version }) => version),
    );
    expect(after).toContain(9990);
    expect(readdirSync(join(product.dataDir, 'journal')).filter((name) => name.endsWith('.log')).length).toBe(
      reasons().length,
    );
  });
});
