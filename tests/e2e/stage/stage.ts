// A ward to break: the product, browsers on profiles of their own, and what is seen from both sides.
import { join } from 'node:path';
import { expect } from 'vitest';
import { bodies, eventsOf, linesInFiles } from '../morning/outside.ts';
import { openBrowser } from '../../support/browser.ts';
import { startProduct } from '../../support/product.ts';
import type { Product } from '../../support/product.ts';
import type { Locator, Page } from 'playwright-core';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Citizen } from '../morning/cast.ts';
import type { Browser } from '../../support/browser.ts';

/** Longest wait for something that a slow, busy machine does in a second or two. */
export const SLOW_MS = 30_000;

/** The kiosk's and the desk's page of one browser; nobody is signed in yet. */
export type Pages = { readonly browser: Browser; readonly kiosk: Page; readonly desk: Page };

/** Opens a browser on a profile below `folder`, with a kiosk and a desk. */
export async function openPages(app: string, folder: string, profile = 'profile'): Promise<Pages> {
  const browser = await openBrowser(join(folder, profile));
  const kiosk = await browser.open(`${app}/#/kiosk`, { width: 1080, height: 1920 });
  const desk = await browser.open(`${app}/#/desk`, { width: 1366, height: 768 });
  return { browser, kiosk, desk };
}

/** Signs a clerk of the demo ward in at a counter. */
export async function signInAs(desk: Page, clerk: string, pin: string, counter: string): Promise<void> {
  await desk.getByLabel('Cán bộ').selectOption(clerk);
  await desk.getByLabel('Quầy', { exact: true }).selectOption(counter);
  await desk.getByRole('textbox', { name: 'Mã PIN' }).fill(pin);
  await desk.getByRole('button', { name: 'Đăng nhập' }).click();
  await desk.getByRole('button', { name: /Gọi số tiếp theo/ }).waitFor({ timeout: SLOW_MS });
}

/** The button in the corner that bears who works here and where; language and signing out stand behind it. */
export function clerkMenu(desk: Page): Locator {
  return desk.getByRole('banner').getByRole('button', { name: / · / });
}

/** Signs the clerk out through that menu; who still serves a number is asked first. */
export async function signOut(desk: Page): Promise<void> {
  await clerkMenu(desk).click();
  await desk.getByRole('button', { name: 'Đăng xuất' }).click();
}

/** A citizen of the cast by index; the cast is long enough. */
export function nth(cast: readonly Citizen[], index: number): Citizen {
  const citizen = cast[index % cast.length];
  if (!citizen) throw new Error('the cast is empty');
  return citizen;
}

/** Numbers of those who wait, as the desk lists them. */
export async function waitingAt(desk: Page): Promise<readonly string[]> {
  const rows = await desk.getByRole('region', { name: 'Hàng chờ' }).getByRole('listitem').allInnerTexts();
  return rows.map((row) => /[A-Z]{1,3}\d{3,4}/.exec(row)?.[0] ?? row).toSorted();
}

/** Code and owner of each line of the register, once no name is still being opened. */
export async function registerAt(desk: Page): Promise<readonly string[]> {
  const views = desk.getByRole('group', { name: 'Việc đang làm' });
  await views.getByRole('button', { name: 'Sổ theo dõi' }).click();
  const rows = desk.getByRole('table', { name: 'Sổ theo dõi hồ sơ' }).getByRole('row');
  await expect
    .poll(async () => (await rows.allInnerTexts()).join(' '), { timeout: SLOW_MS })
    .not.toContain('đang mở…');
  const lines = await rows.evaluateAll((all) =>
    all.slice(1).map((row) =>
      [...row.querySelectorAll('[role=cell]')]
        .slice(0, 2)
        .map((cell) => cell.textContent)
        .join(' · '),
    ),
  );
  return lines.toSorted();
}

/** All ticket numbers that stand in the journal files. */
export function issuedNumbers(dataDir: string): readonly string[] {
  return bodies<FactBody<'ticket-issued'>>(eventsOf(linesInFiles(dataDir)), 'ticket-issued').map(
    ({ number }) => number,
  );
}

/** All dossier codes that stand in the journal files. */
export function issuedCodes(dataDir: string): readonly string[] {
  return bodies<FactBody<'dossier-received'>>(eventsOf(linesInFiles(dataDir)), 'dossier-received').map(
    ({ code }) => code,
  );
}

/** Flags for a desk that works alone: nobody else holds a copy of its journal. */
export const ALONE = ['--district-url', 'http://127.0.0.1:9'] as const;

/** Starts a desk that its ward has let in once and that works alone from then on. */
export async function startAlone(dataDir: string): Promise<Product> {
  const first = await startProduct({ dataDir });
  await first.stop();
  return startProduct({ dataDir, flags: ALONE });
}

/** Waits until the journal files hold as many events as the pages do, and gives the lines. */
export async function settledLines(dataDir: string, page: Page): Promise<readonly string[]> {
  const behind = async () => (await heldIn(page)) - linesInFiles(dataDir).length;
  await expect.poll(behind, { timeout: SLOW_MS }).toBe(0);
  return linesInFiles(dataDir);
}

/** How many events the page's IndexedDB holds. */
function heldIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('mot-cua');
        opening.onerror = () => reject(new Error('cannot open'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('events').objectStore('events').count();
          counting.onsuccess = () => {
            resolve(counting.result);
            opening.result.close();
          };
        };
      }),
  );
}
