// The page of printers and papers before a real printer that runs out of paper, is pulled out and comes back; books printed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../support/printers/virtual-printer.ts';
import { signIn } from '../morning/hands.ts';
import { openPages, SLOW_MS } from '../stage/stage.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

/** Several papers one after the other, each through a browser and a printer. */
const LONG_MS = 90_000;

let folder: string;
let printer: VirtualPrinter;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('papers');
  printer = await startVirtualPrinter(join(folder, 'printer'));
  const ward = join(folder, 'ward.json');
  const demo = JSON.parse(readFileSync('build/demo/ward.json', 'utf8')) as { readonly printers: unknown };
  const printers = [
    { id: 've', name: 'Máy in vé', purpose: 'tickets', target: { kind: 'folder' } },
    { id: 'giay', name: 'HP quầy 1', purpose: 'slips', target: { kind: 'ipp', uri: printer.uri } },
  ];
  writeFileSync(ward, JSON.stringify({ ...demo, printers }));
  product = await startProduct({ dataDir: join(folder, 'data'), flags: ['--ward', ward] });
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await printer?.close();
  await removeFolder(folder);
});

async function receive(desk: Page): Promise<void> {
  await desk.keyboard.press('F4');
  const owner = desk.getByRole('group', { name: 'Chủ hồ sơ' });
  await owner.getByLabel('Họ và tên').fill('Phạm Minh Quân');
  await owner.getByLabel('Số định danh').fill('001095020001');
  await owner.getByLabel('Địa chỉ').fill('Tổ 3, phường Thạch Bàn');
  await desk.getByRole('button', { name: 'Tiếp tục' }).click();
  await desk.getByRole('combobox', { name: 'Thủ tục' }).fill('1.010038');
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' }).click();
  await desk.getByRole('button', { name: 'Tiếp tục' }).click();
  await desk.getByRole('button', { name: 'Tiếp nhận và in 2 liên' }).click();
}

const goTo = (desk: Page, page: string) => desk.evaluate((hash) => void (location.hash = hash), `#/${page}`);
const rows = (desk: Page) => desk.getByRole('table', { name: 'Giấy tờ' }).getByRole('row');
const tryOut = (desk: Page) => desk.getByRole('button', { name: 'In trang thử: HP quầy 1' }).click();

async function axe(desk: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page: desk })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

it(
  '[R04] [R11] [PQ6] both copies of a slip come out, and the list of papers says so by the dossier’s code, without a name',
  async () => {
    const { desk } = pages;
    await receive(desk);
    await expect.poll(() => printer.papers().length, { timeout: SLOW_MS }).toBe(2);
    await goTo(desk, 'papers');
    await rows(desk).filter({ hasText: 'liên 1' }).getByText('Máy in báo xong').waitFor();
    await rows(desk).filter({ hasText: 'liên 2' }).getByText('Máy in báo xong').waitFor();
    const said = await desk.getByRole('table', { name: 'Giấy tờ' }).innerText();
    expect(said).toMatch(/H26\.19\.05-\d{6}-\d{4}/);
    expect(said).not.toContain('Quân');
  },
  LONG_MS,
);

it(
  '[R05] a printer without paper holds the paper, says so, and a clerk may cancel it; with paper it comes out',
  async () => {
    const { desk } = pages;
    await printer.becomes('paper-out');
    await tryOut(desk);
    const held = rows(desk).filter({ hasText: 'Máy in đang giữ' });
    await held.getByText('Máy in hết giấy.').waitFor();
    await desk.getByText('hết giấy', { exact: true }).waitFor();
    expect(await axe(desk)).toEqual([]);
    await printer.fill();
    await held.waitFor({ state: 'detached' });
    await rows(desk).filter({ hasText: 'Trang in thử' }).getByText('Máy in báo xong').waitFor();
    await printer.idle();
    await printer.becomes('paper-out');
    await tryOut(desk);
    await held.getByRole('button', { name: /^Hủy/ }).click();
    await desk.getByText('Đã hủy tờ giấy.').waitFor();
    await rows(desk).filter({ hasText: 'Đã hủy' }).waitFor();
    await printer.fill();
    await printer.idle();
  },
  LONG_MS,
);

it(
  '[R05] a printer that is gone fails the paper by name; once back it takes the next',
  async () => {
    const { desk } = pages;
    await printer.becomes('fine');
    await printer.unplug();
    await tryOut(desk);
    await rows(desk).filter({ hasText: 'Hỏng' }).getByText('Không nối được với máy in.').waitFor();
    await printer.plug();
    await desk.getByRole('button', { name: 'Hỏi lại các máy in' }).click();
    await tryOut(desk);
    await rows(desk).nth(1).getByText('Máy in báo xong').waitFor();
  },
  LONG_MS,
);

it(
  '[R08] the register book of the month is seen and printed by keyboard',
  async () => {
    const { desk } = pages;
    const before = printer.papers().length;
    await goTo(desk, 'desk');
    await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
    await desk.getByRole('button', { name: 'Sổ và danh sách' }).press('Enter');
    const box = desk.getByRole('dialog', { name: 'In sổ theo dõi và danh sách giao nhận' });
    await box.getByText('Cộng trang: 1 hồ sơ').waitFor();
    await box.getByText('Phạm Minh Quân').waitFor();
    expect(await axe(desk)).toEqual([]);
    await box.getByRole('button', { name: 'In', exact: true }).press('Enter');
    await expect.poll(() => printer.papers().length).toBe(before + 1);
    await desk.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  },
  LONG_MS,
);
