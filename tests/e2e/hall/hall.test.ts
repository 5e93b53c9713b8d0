// The manager's view: stops issuing and begins it again, sees who was overtaken and why, and who calls for help.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { morningCast } from '../morning/cast.ts';
import { finishTicket, takeTicket } from '../morning/hands.ts';
import { nth, openPages, signInAs, SLOW_MS } from '../stage/stage.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

const SENTENCE = 'Hôm nay đã hết số. Mời Ông/Bà quay lại vào buổi làm việc sau.';

let folder: string;
let product: Product;
let pages: Pages;
let hall: Page;

beforeAll(async () => {
  folder = await temporaryFolder('hall');
  product = await startProduct({ dataDir: join(folder, 'data') });
  pages = await openPages(product.app, folder);
  hall = await pages.browser.open(`${product.app}/#/hall`, { width: 1366, height: 768 });
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

const takeAt = (fieldName: string) => takeTicket(pages.kiosk, { ...nth(morningCast(), 0), fieldName });

/** The count of a tile of the top line. */
const tile = (name: string) =>
  hall.getByRole('list', { name: 'Hôm nay' }).getByRole('button', { name }).locator('span').nth(1);

async function expectTile(name: string, count: number): Promise<void> {
  await expect.poll(() => tile(name).textContent(), { timeout: SLOW_MS }).toBe(String(count));
}

async function signInHere(): Promise<void> {
  const form = hall.getByRole('form', { name: 'Đăng nhập để làm việc này' });
  await form.getByLabel('Cán bộ').selectOption('hoa');
  await form.getByLabel('Mã PIN').fill('8642');
  await form.getByRole('button', { name: 'Vào' }).click();
}

async function check(state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: hall })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${state}: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual(
    [],
  );
}

describe('the manager’s view of the waiting room', () => {
  it('[K10] [HA9] issuing is stopped from the hall: the kiosk shows the text and gives no number, until it begins again', async () => {
    await hall.getByText('Không nơi nào đang dừng cấp số.').waitFor({ timeout: SLOW_MS });
    await check('empty');
    await hall.getByRole('button', { name: 'Dừng cấp số…' }).click();
    await signInHere();
    const form = hall.getByRole('form', { name: 'Dừng cấp số' });
    // Nothing is chosen beforehand: one press stops nothing.
    await form.getByRole('button', { name: 'Dừng cấp số' }).click();
    await form.getByText('Chọn nơi cần dừng cấp số.').waitFor();
    await form.getByLabel('Dừng ở đâu').selectOption('all');
    await form.getByLabel('Câu thường dùng').selectOption('full');
    await form.getByLabel('Đến khi nào').selectOption('open');
    await check('the form');
    await form.getByRole('button', { name: 'Dừng cấp số' }).click();
    const reopen = hall.getByRole('button', { name: 'Cấp số lại: Tất cả lĩnh vực và máy' });
    await reopen.waitFor({ timeout: SLOW_MS });
    await hall.getByText(`“${SENTENCE}”`).waitFor();
    await pages.kiosk.getByText(SENTENCE).first().waitFor({ timeout: SLOW_MS });
    expect(await pages.kiosk.getByRole('button', { name: /^Lấy số/ }).count()).toBe(0);
    await expectTile('Số đã cấp', 0);
    await reopen.click();
    await pages.kiosk.getByText(SENTENCE).first().waitFor({ state: 'detached', timeout: SLOW_MS });
    await takeAt('Chứng thực');
    await expectTile('Số đã cấp', 1);
  });

  it('[P02] [HA7] [HA11] a number picked out of turn stands in the fairness report with its reason and who was overtaken', async () => {
    const first = 'A001';
    await takeAt('Chứng thực');
    const picked = await takeAt('Chứng thực');
    await expectTile('Đang chờ', 3);
    await hall.getByText('3 người chờ, chưa quầy nào đang gọi.').waitFor({ timeout: SLOW_MS });
    await signInAs(pages.desk, 'lan', '1357', 'q1');
    // The counter for all fields serves them too, and nobody sits there.
    await hall.getByText('Chỉ 1 trên 4 quầy đang gọi.').waitFor({ timeout: SLOW_MS });
    await pages.desk.getByRole('button', { name: `Gọi số ${picked}`, exact: true }).click();
    await pages.desk.getByText('Khẩn cấp').click();
    await pages.desk.getByRole('button', { name: `Gọi ${picked} ngay` }).click();
    const row = hall
      .getByRole('table', { name: 'Gọi số có công bằng không?' })
      .getByRole('row')
      .filter({ hasText: picked });
    await row.waitFor({ timeout: SLOW_MS });
    expect(await row.innerText()).toContain('Cán bộ chọn: Khẩn cấp');
    await row.getByText(/^2 người, lâu nhất/).click();
    expect(await row.innerText()).toMatch(new RegExp(`${first} đã chờ`));
    const counter = hall.getByRole('article', { name: 'Quầy 1' });
    await counter.getByText('Nguyễn Thị Lan').waitFor();
    await counter.getByText(picked, { exact: true }).waitFor();
    await finishTicket(pages.desk, 'Xong');
    await expectTile('Đã xong', 1);
    await counter.getByRole('button', { name: /^1 lượt/ }).click();
    const list = hall.getByRole('complementary', { name: 'Danh sách được đếm' });
    await list.getByText(picked, { exact: true }).waitFor();
    await check('a figure open');
    await hall.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
  });

  it('[P15] [P16] [HA11] a counter’s call for help stands on top, and who answers is known everywhere', async () => {
    await pages.desk.bringToFront();
    await pages.desk.getByRole('button', { name: 'Gọi hỗ trợ' }).click();
    await pages.desk.getByRole('button', { name: 'Gọi hỗ trợ ngay' }).click();
    await hall
      .getByText(/^Quầy 1 gọi hỗ trợ lúc \d\d:\d\d \(Nguyễn Thị Lan\)$/)
      .waitFor({ timeout: SLOW_MS });
    await check('a call for help');
    const scroll = hall.getByRole('region', { name: 'Phòng chờ' });
    await scroll.evaluate((page) => page.scrollTo(0, page.scrollHeight));
    const band = await hall.getByRole('list', { name: 'Quầy gọi hỗ trợ' }).boundingBox();
    const seen = await scroll.boundingBox();
    expect(Math.round((band?.y ?? -1) - (seen?.y ?? 0))).toBe(0);
    await hall.getByRole('button', { name: 'Tôi đến ngay: Quầy 1' }).click();
    await hall.getByText('Phạm Thu Hòa đang đến Quầy 1').waitFor({ timeout: SLOW_MS });
    await hall.getByRole('button', { name: 'Đã xong: Quầy 1' }).click();
    await hall.getByText('Phạm Thu Hòa đang đến Quầy 1').waitFor({ state: 'detached', timeout: SLOW_MS });
  });

  it('[HA9] a sign-in made on this page ends with it', async () => {
    await hall.getByRole('link', { name: 'Trưởng bộ phận' }).click();
    await hall.getByRole('link', { name: 'Phòng chờ' }).click();
    await hall.getByRole('button', { name: 'Đăng nhập' }).waitFor({ timeout: SLOW_MS });
    expect(pages.browser.complaints).toEqual([]);
  });
});
