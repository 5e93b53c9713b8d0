// Found without being opened, erased for ever, read again after everything at the desk was lost, and by nobody else.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { nth, openPages, registerAt, settledLines, signInAs, signOut, SLOW_MS } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { receiveDossier, signIn } from './morning/hands.ts';
import { linesInDistrict, linesInFiles } from './morning/outside.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../support/product.ts';
import type { DistrictProcess } from '../support/programs.ts';
import type { Pages } from './stage/stage.ts';

const PHONES = ['0912345678', '0987654321', '0905111222'] as const;

const cast = morningCast();
const codes: string[] = [];
let folder: string;
let districtDir: string;
let district: DistrictProcess;
let product: Product;
let pages: Pages;
/** A second window of the same browser, where the head of desk sits. */
let head: Page;

async function enrolled(dataDir: string): Promise<Product> {
  const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
  const { code } = JSON.parse(made.out) as { readonly code: string };
  return startProduct({ dataDir, flags: ['--district-url', district.url, '--enrol', code] });
}

beforeAll(async () => {
  folder = await temporaryFolder('keys');
  districtDir = join(folder, 'district');
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  product = await enrolled(join(folder, 'data'));
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
  for (const [n, phone] of PHONES.entries()) {
    await pages.desk.keyboard.press('F4');
    await pages.desk.getByRole('group', { name: 'Chủ hồ sơ' }).getByLabel('Số điện thoại').fill(phone);
    codes.push(await receiveDossier(pages.desk, nth(cast, n)));
  }
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

/** Codes that the register shows for a search. */
async function found(desk: Page, typed: string): Promise<readonly string[]> {
  await desk.getByRole('searchbox').fill(typed);
  await desk.getByText('Đang tìm trong tất cả các ngày.').waitFor({ timeout: SLOW_MS });
  const lines = desk
    .getByRole('table', { name: 'Sổ theo dõi hồ sơ' })
    .getByRole('button', { name: /^Mở hồ sơ/ });
  return (await lines.allInnerTexts()).toSorted();
}

async function findsOnly(
  desk: Page,
  typed: string,
  ...wanted: readonly (string | undefined)[]
): Promise<void> {
  await expect.poll(() => found(desk, typed), { timeout: SLOW_MS }).toEqual(wanted);
}

describe('search', () => {
  it('[E2] [E3] what was just received is found by an unfinished name without marks, in any order', async () => {
    await registerAt(pages.desk);
    await findsOnly(pages.desk, 'hang thuy ng', codes[0]);
    await findsOnly(pages.desk, 'KHÁNH', codes[1]);
    await findsOnly(pages.desk, 'khong ai ten the nay');
  });

  it('[E1] a whole phone, number or code finds its dossier, however it is written', async () => {
    await findsOnly(pages.desk, '+84 912.345.678', codes[0]);
    await findsOnly(
      pages.desk,
      `${nth(cast, 1).idNumber.slice(0, 6)} ${nth(cast, 1).idNumber.slice(6)}`,
      codes[1],
    );
    await findsOnly(pages.desk, codes[2]?.toLowerCase() ?? '', codes[2]);
  });

  it('[E2] [E4] a page just opened finds everybody after sign-in; after sign-out its worker and its list are gone', async () => {
    head = await pages.browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
    await signInAs(head, 'hoa', '8642', 'q1');
    await registerAt(head);
    await findsOnly(head, 'khanh', codes[1]);
    expect(head.workers()).toHaveLength(1);
    await signOut(head);
    await expect.poll(() => head.workers().length, { timeout: SLOW_MS }).toBe(0);
    await signInAs(head, 'hoa', '8642', 'q1');
    await registerAt(head);
    await findsOnly(head, 'khanh', codes[1]);
    expect(pages.browser.complaints).toEqual([]);
  });
});

describe('erasure', () => {
  it('[E5] a clerk has no such button; a head erases in two steps, with a ground that names nobody', async () => {
    await findsOnly(pages.desk, 'khanh', codes[1]);
    await open(pages.desk, codes[1]);
    await pages.desk.getByText(nth(cast, 1).idNumber).waitFor({ timeout: SLOW_MS });
    expect(await pages.desk.getByRole('button', { name: /Xoá thông tin cá nhân/ }).count()).toBe(0);
    await open(head, codes[1]);
    await head.getByText(nth(cast, 1).idNumber).waitFor({ timeout: SLOW_MS });
    await head.getByRole('button', { name: /Xoá thông tin cá nhân/ }).click();
    const ground = head.getByRole('textbox', { name: 'Căn cứ xoá' });
    await ground.fill('Đơn của ông Tran Quoc Khanh');
    await head.getByRole('button', { name: 'Tiếp tục' }).click();
    await head.getByText(/Căn cứ còn lại mãi mãi/).waitFor({ timeout: SLOW_MS });
    await ground.fill('Đơn số 12/ĐN ngày 05/6/2026');
    await head.getByRole('button', { name: 'Tiếp tục' }).click();
    await head.getByRole('button', { name: 'Xoá vĩnh viễn' }).click();
    const second = head.getByRole('dialog', { name: 'Cần người thứ hai xác nhận' });
    await second.getByLabel('Mã PIN của người xác nhận').fill('7413');
    await head.keyboard.press('Enter');
    await second.waitFor({ state: 'detached', timeout: SLOW_MS });
  });

  it('[E6] [E7] both windows say so where the persons stood; no name finds it, no slip is printed, no key is left', async () => {
    for (const desk of [head, pages.desk]) {
      await desk.getByRole('heading', { name: 'Đã xoá theo yêu cầu' }).waitFor({ timeout: SLOW_MS });
      expect(await desk.getByText(nth(cast, 1).idNumber).count()).toBe(0);
      expect(await desk.getByRole('button', { name: /In lại/ }).count()).toBe(0);
      await findsOnly(desk, 'khanh');
      await findsOnly(desk, nth(cast, 1).idNumber);
      await findsOnly(desk, codes[1] ?? '', codes[1]);
    }
    expect(await keysIn(head)).toBe(2);
    expect(pages.browser.complaints).toEqual([]);
  });
});

describe('everything at the desk is lost', () => {
  it('[E8] neither the district nor the host keeps a byte of what was typed', async () => {
    await settledLines(product.dataDir, pages.desk);
    await expect
      .poll(() => linesInDistrict(districtDir), { timeout: SLOW_MS })
      .toEqual(linesInFiles(product.dataDir));
    const typed = PHONES.flatMap((phone, n) => [
      phone,
      nth(cast, n).idNumber,
      nth(cast, n).name.normalize('NFC'),
    ]);
    const seen = Buffer.from(JSON.stringify(typed));
    expect(traces(seen, typed)).toEqual(typed);
    expect(traces(Buffer.from(seen.toString('base64')), typed)).toEqual(typed);
    const files = [...filesBelow(districtDir), ...filesBelow(product.dataDir)];
    const papers = files.filter((path) => path.startsWith(join(product.dataDir, 'printed')));
    expect(files.length).toBeGreaterThan(papers.length + 8);
    const told = files.filter(
      (path) => !papers.includes(path) && traces(readFileSync(path), typed).length > 0,
    );
    expect(told).toEqual([]);
  });

  it('[E8] a new machine reads nobody, until it gets the ward key from the recovery sheet; then everybody but the erased', async () => {
    await head.goto(`${product.app}/#/settings`);
    await head.getByRole('button', { name: 'Hiện tờ khóa khôi phục' }).click();
    const words = await head.getByText(/^([0-9A-Z]{4} ){13}[0-9A-Z]{4}$/).innerText();
    await pages.browser.close();
    await product.stop();
    for (const name of ['profile', 'data']) rmSync(join(folder, name), { recursive: true });
    product = await enrolled(join(folder, 'data'));
    pages = await openPages(product.app, folder);
    await signInAs(pages.desk, 'hoa', '8642', 'q1');
    const rows = (owner: (n: number) => string) => codes.map((code, n) => `${code} · ${owner(n)}`).toSorted();
    const closed = rows((n) => (n === 1 ? 'Đã xoá theo yêu cầu' : 'không mở được trên máy này'));
    await expect.poll(() => registerAt(pages.desk), { timeout: 60_000 }).toEqual(closed);
    await pages.desk.goto(`${product.app}/#/settings`);
    await pages.desk.getByLabel('Các nhóm chữ và số trên tờ khóa').fill(words.toLowerCase());
    await pages.desk.getByRole('button', { name: 'Nhận khóa cho máy này' }).click();
    await pages.desk
      .getByText('Trưởng bộ phận hoặc người quản trị phải đăng nhập')
      .waitFor({ timeout: SLOW_MS });
    await pages.desk.goto(`${product.app}/#/desk`);
    await signInAs(pages.desk, 'hoa', '8642', 'q1');
    const open = rows((n) => (n === 1 ? 'Đã xoá theo yêu cầu' : nth(cast, n).name.normalize('NFC')));
    await expect.poll(() => registerAt(pages.desk), { timeout: SLOW_MS }).toEqual(open);
    await findsOnly(pages.desk, 'hang thuy', codes[0]);
    await findsOnly(pages.desk, PHONES[2], codes[2]);
    expect(pages.browser.complaints).toEqual([]);
  });
});

async function open(desk: Page, code: string | undefined): Promise<void> {
  await desk.getByRole('button', { name: `Mở hồ sơ ${code ?? ''}` }).click();
}

function filesBelow(folderOf: string): readonly string[] {
  return readdirSync(folderOf, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What of the typed values stands in these bytes: plain or as in JSON, as UTF-8, as UTF-16, in base64 at any offset, in hex. */
function traces(bytes: Buffer, typed: readonly string[]): readonly string[] {
  return typed.filter((value) =>
    [value, JSON.stringify(value).slice(1, -1)].flatMap(formsOf).some((form) => bytes.includes(form)),
  );
}

function formsOf(text: string): readonly Buffer[] {
  const plain = Buffer.from(text);
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64');
    return shifted.slice(Math.ceil((offset * 4) / 3) + 1, -4);
  });
  const written = [...base64, plain.toString('hex')].map((form) => Buffer.from(form));
  return [plain, Buffer.from(text, 'utf16le'), ...written];
}

/** How many wrapped keys the page's IndexedDB holds. */
function keysIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('mot-cua');
        opening.onerror = () => reject(new Error('cannot open'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('keys').objectStore('keys').count();
          counting.onsuccess = () => {
            resolve(counting.result);
            opening.result.close();
          };
        };
      }),
  );
}
