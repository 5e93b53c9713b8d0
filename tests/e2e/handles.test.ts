import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { callNext, signIn } from './morning/hands.ts';
import { clerkMenu, signInAs } from './stage/stage.ts';
import type { Locator, Page } from 'playwright-core';
import type { Browser } from '../support/browser.ts';
import type { Product } from '../support/product.ts';

type Role = Parameters<Page['getByRole']>[0];
type Handle = { readonly page: string; readonly state: string; readonly role: string; readonly name: string };

const document = readFileSync(new URL('../../docs/handles.md', import.meta.url), 'utf8');
const handles: readonly Handle[] = Array.from(
  document.matchAll(/^\| (\w+) \| (\w+) \| (\w+) \| (.+) \|$/gm),
  ([, page = '', state = '', role = '', name = '']) => ({ page, state, role, name }),
).filter(({ page }) => page !== 'page');

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder('handles');
  product = await startProduct({ dataDir: join(folder, 'app') });
  browser = await openBrowser(join(folder, 'profile'));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
  await removeFolder(folder);
});

const open = (page: string): Promise<Page> => browser.open(`${product.app}/#/${page}`);
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first();

/** Seen at least once, so that a state that nobody brings about is not passed over. */
const looked = new Set<Handle>();

/** Every handle of this state that is not on the page. */
async function lacking(page: Page, of: string, state: string): Promise<readonly string[]> {
  const wanted = handles.filter((handle) => handle.page === of && handle.state === state);
  const found = await Promise.all(wanted.map((handle) => isThere(page, handle)));
  wanted.forEach((handle) => looked.add(handle));
  return wanted.filter((_, at) => !found[at]).map(({ role, name }) => `${of} ${state}: ${role} ${name}`);
}

async function isThere(page: Page, { role, name }: Handle): Promise<boolean> {
  const beginning = name.slice(0, -1).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const options = name.endsWith('…') ? { name: new RegExp(`^${beginning}`) } : { name, exact: true };
  // The document is where names of roles come from; one that does not exist finds nothing.
  const control = page.getByRole(role as Role, options).first();
  return control.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

async function kioskHandles(): Promise<readonly string[]> {
  const kiosk = await browser.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
  const start = await lacking(kiosk, 'kiosk', 'start');
  await kiosk.getByRole('button', { name: /^Thủ tục & lệ phí/ }).click();
  await kiosk.getByRole('searchbox').fill('khai sinh');
  const search = await lacking(kiosk, 'kiosk', 'search');
  await kiosk
    .getByRole('button', { name: /^Đăng ký khai sinh/ })
    .first()
    .click();
  const procedure = await lacking(kiosk, 'kiosk', 'procedure');
  await button(kiosk, 'Màn hình chính').click();
  await kiosk.getByRole('button', { name: /^Tra cứu hồ sơ/ }).click();
  const lookup = await lacking(kiosk, 'kiosk', 'lookup');
  await button(kiosk, 'Màn hình chính').click();
  await kiosk.getByRole('button', { name: /^Lấy số/ }).click();
  const field = await lacking(kiosk, 'kiosk', 'field');
  await kiosk.getByRole('button', { name: /^Chứng thực/ }).click();
  return [
    ...start,
    ...search,
    ...procedure,
    ...lookup,
    ...field,
    ...(await lacking(kiosk, 'kiosk', 'ticket')),
  ];
}

async function deskHandles(desk: Page, display: Page): Promise<readonly string[]> {
  const start = await lacking(desk, 'desk', 'start');
  await signIn(desk);
  const register = await lacking(desk, 'desk', 'register');
  await clerkMenu(desk).click();
  const clerk = await lacking(desk, 'desk', 'clerk');
  await desk.keyboard.press('Escape');
  await button(desk, 'Thêm').click();
  const more = await lacking(desk, 'desk', 'more');
  await desk.keyboard.press('Escape');
  await button(desk, 'Chờ tiếp nhận').click();
  const filings = await lacking(desk, 'desk', 'filings');
  await button(desk, 'Sổ theo dõi').click();
  const queue = await queueHandles(desk);
  await callNext(desk);
  const called = await lacking(desk, 'desk', 'called');
  const calls = await lacking(display, 'display', 'called');
  await button(desk, 'Tiếp nhận hồ sơ').click();
  const people = await lacking(desk, 'desk', 'people');
  await desk.getByLabel('Họ và tên').fill('Trần Quốc Khánh');
  await desk.getByLabel('Số định danh').fill('001185010001');
  await button(desk, 'Tiếp tục').click();
  const procedure = await lacking(desk, 'desk', 'procedure');
  await desk.getByRole('combobox', { name: 'Thủ tục' }).fill('1.001193');
  await desk.keyboard.press('Enter');
  const papers = await lacking(desk, 'desk', 'papers');
  await button(desk, 'Nhận đủ giấy tờ bắt buộc').click();
  await button(desk, 'Tiếp tục').click();
  const finish = await lacking(desk, 'desk', 'finish');
  await desk.keyboard.press('F8');
  const received = await lacking(desk, 'desk', 'received');
  await button(desk, 'Mở trong sổ theo dõi').click();
  const dossier = await lacking(desk, 'desk', 'dossier');
  return [
    start,
    register,
    clerk,
    more,
    filings,
    queue,
    called,
    calls,
    people,
    procedure,
    papers,
    finish,
    received,
    dossier,
  ].flat();
}

/** Panels of a waiting number and of the counter, then the dialogs; each is left as it was found. */
async function queueHandles(desk: Page): Promise<readonly string[]> {
  const missing: (readonly string[])[] = [];
  const look = async (state: string) => missing.push(await lacking(desk, 'desk', state));
  await button(desk, 'Việc khác với số A001').click();
  await look('menu');
  for (const [act, state] of [
    ['Tạm giữ…', 'hold'],
    ['Chuyển…', 'transfer'],
    ['Ưu tiên…', 'priority'],
  ] as const) {
    await button(desk, act).click();
    await look(state);
    await desk.keyboard.press('Escape');
    await button(desk, 'Việc khác với số A001').click();
  }
  await button(desk, 'Nghỉ, đóng…').click();
  await look('pause');
  await desk.keyboard.press('Escape');
  for (const [name, state] of [
    ['Cấp số', 'give'],
    ['Lịch hẹn', 'appointments'],
    ['Kết thúc ngày', 'dayend'],
    ['Gọi hỗ trợ', 'help'],
  ] as const) {
    await button(desk, name).click();
    await look(state);
    await desk.keyboard.press('Escape');
  }
  await button(desk, 'Sổ theo dõi').press('?');
  await look('keys');
  await desk.keyboard.press('Escape');
  return missing.flat();
}

/** The head of desk in a window of her own, once there is a dossier. */
async function erasureHandles(desk: Page): Promise<readonly string[]> {
  await signInAs(desk, 'hoa', '8642', 'q1');
  await desk.getByRole('button', { name: /^Mở hồ sơ H26/ }).click();
  await desk.getByRole('button', { name: /^Xoá thông tin cá nhân/ }).click();
  return lacking(desk, 'desk', 'erasure');
}

describe('docs/handles.md', () => {
  it('[G04] every control in it is found by its role and Vietnamese name', async () => {
    const display = await open('display');
    const board = await lacking(display, 'display', 'start');
    const kiosk = await kioskHandles();
    const desk = await deskHandles(await open('desk'), display);
    const erasure = await erasureHandles(await open('desk'));
    const office: (readonly string[])[] = [];
    for (const name of ['money', 'head', 'settings', 'sync', 'outage', 'health']) {
      const page = await open(name);
      office.push(await lacking(page, name, 'start'));
      await page.close();
    }
    expect([...board, ...kiosk, ...desk, ...erasure, ...office.flat()]).toEqual([]);
    expect(handles.filter((handle) => !looked.has(handle))).toEqual([]);
    expect(handles.length).toBeGreaterThan(60);
  });
});
