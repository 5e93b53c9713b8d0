// A reception by keyboard alone: cards scanned, people known again, drafts that outlive a kill, several dossiers in one visit.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { toTelex } from '../../support/vietnamese-keys.ts';
import { shownCode, signIn } from '../morning/hands.ts';
import { bodies, eventsOf } from '../morning/outside.ts';
import { openPages, settledLines, SLOW_MS } from '../stage/stage.ts';
import { wedge } from './wedge.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CARD = '089202017098|352576714|Lê Văn Lương|23052002|Nam|Tổ 5, Thạch Bàn, Long Biên, Hà Nội|31122021';
const CHILD = '001225000123||Lê Minh Anh|02062025|Nữ|Tổ 5, Thạch Bàn, Long Biên, Hà Nội|01082025';

let folder: string;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('intake');
  product = await startProduct({ dataDir: join(folder, 'data') });
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

async function breaches(desk: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: desk }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const owner = (desk: Page) => desk.getByRole('group', { name: 'Chủ hồ sơ' });
const valueOf = (desk: Page, label: string) => owner(desk).getByLabel(label).inputValue();

/** Presses a button by keyboard. */
async function press(desk: Page, name: string | RegExp): Promise<void> {
  const button = desk.getByRole('button', { name, exact: typeof name === 'string' });
  await button.focus();
  await desk.keyboard.press('Enter');
}

/** From the procedure's search to the last step. */
async function toLastStep(desk: Page, procedure: string): Promise<void> {
  await desk.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
  await desk.keyboard.type(procedure);
  await desk.keyboard.press('Enter');
  await desk.getByText(/Đã nhận \d+ \/ \d+ giấy tờ bắt buộc/).waitFor({ timeout: SLOW_MS });
  const all = desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' });
  if (await all.isEnabled()) await press(desk, 'Nhận đủ giấy tờ bắt buộc');
  await desk.keyboard.press('Control+Enter');
  await desk.getByText('Hẹn trả kết quả').first().waitFor();
}

describe('a reception by keyboard alone', () => {
  let first = '';

  it('[D01] a scanned card fills the owner wherever the focus stands, and leaves nothing in that field', async () => {
    const { desk } = pages;
    await desk.keyboard.press('F4');
    await owner(desk).getByLabel('Số điện thoại').focus();
    await desk.keyboard.type('0912345678', { delay: 60 });
    await wedge(desk, CARD);
    await desk.getByText(/Đã điền từ thẻ vào phần chủ hồ sơ/).waitFor({ timeout: SLOW_MS });
    expect(await valueOf(desk, 'Số điện thoại')).toBe('0912345678');
    expect(await valueOf(desk, 'Họ và tên')).toBe('Lê Văn Lương');
    expect(await valueOf(desk, 'Số định danh')).toBe('089202017098');
    expect(await valueOf(desk, 'Ngày sinh')).toBe('23/05/2002');
    expect(await breaches(desk)).toEqual([]);

    // Another card over what stands there: shown, and only then replaced.
    await owner(desk).getByLabel('Email').focus();
    await wedge(desk, CHILD);
    const asked = desk.getByRole('group', { name: 'Quét thẻ căn cước' });
    await asked.getByText('Lê Minh Anh').waitFor({ timeout: SLOW_MS });
    expect(await valueOf(desk, 'Họ và tên')).toBe('Lê Văn Lương');
    expect(await breaches(desk)).toEqual([]);
    await press(desk, 'Không dùng thẻ này');
    expect(await valueOf(desk, 'Họ và tên')).toBe('Lê Văn Lương');
    await expect
      .poll(() =>
        owner(desk)
          .getByLabel('Email')
          .evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
  });

  it('[D01] a scan that an input method garbled is told, and other codes are named', async () => {
    const { desk } = pages;
    await wedge(desk, toTelex(CARD));
    await desk.getByText(/Tắt bộ gõ, rồi quét lại/).waitFor({ timeout: SLOW_MS });
    expect(await valueOf(desk, 'Email')).toBe('');
    await wedge(desk, 'DN4010123456789|4cc3aa2056c4836e|23/05/2002|1|…');
    await desk.getByText(/thẻ bảo hiểm y tế/).waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
    await press(desk, 'Đóng');
  });

  it('[D17] the draft outlives kill -9 of the browser and is found again after signing in', async () => {
    await pages.desk.getByText('Đã lưu nháp').waitFor({ timeout: SLOW_MS });
    pages.browser.kill();
    pages = await openPages(product.app, folder);
    const { desk } = pages;
    await signIn(desk);
    await desk.getByText('Có 1 hồ sơ đang nhập dở').waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
    await press(desk, /^Nhập tiếp: Lê Văn Lương/);
    await desk.getByText('Đã lưu nháp').waitFor();
    expect(await valueOf(desk, 'Số điện thoại')).toBe('0912345678');
    await desk.keyboard.press('Control+Enter');
    await toLastStep(desk, '1.001193');
    expect(await breaches(desk)).toEqual([]);
    await desk.keyboard.press('F8');
    first = await shownCode(desk);
    await desk.getByText('in xong').nth(1).waitFor({ timeout: SLOW_MS });
  });

  it('[D14] [D20] the next dossier keeps the people; one that ends at the counter is received and returned at once', async () => {
    const { desk } = pages;
    await press(desk, 'Thêm hồ sơ cho người này');
    await toLastStep(desk, '2.000815');
    await desk.getByLabel('Số chứng thực, số kết quả').fill('412/2026');
    expect(await breaches(desk)).toEqual([]);
    await press(desk, 'Nhận và trả ngay');
    await desk.getByText('Đã nhận và trả kết quả').waitFor({ timeout: SLOW_MS });
    await desk.getByText('Lượt này đã nhận 2 hồ sơ').waitFor();
    expect(await breaches(desk)).toEqual([]);
    const code = await shownCode(desk);
    const events = eventsOf(await settledLines(product.dataDir, desk));
    const [own] = bodies<FactBody<'dossier-received'>>(events, 'dossier-received').filter(
      (one) => one.code === code,
    );
    const of = events
      .map(({ event }) => event)
      .filter(({ subject }) => subject === own?.subject)
      .toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1));
    expect(of.map(({ type }) => type)).toEqual([
      'dossier-received',
      'dossier-result-ready',
      'dossier-returned',
    ]);
    expect(of.map(({ parents }) => parents.length)).toEqual([0, 1, 1]);
    expect(new Set(of.map(({ wall }) => wall)).size).toBe(1);
  });

  it('[D15] the same person is known by phone, and the same matter is asked about', async () => {
    const { desk } = pages;
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F4');
    await owner(desk).getByLabel('Số điện thoại').focus();
    await desk.keyboard.type('0912345678', { delay: 60 });
    await owner(desk)
      .getByText(/Số điện thoại này có ở hồ sơ .* có thể của người khác trong nhà/)
      .waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
    await desk.keyboard.press('F10');
    await expect.poll(() => valueOf(desk, 'Họ và tên')).toBe('Lê Văn Lương');
    await desk.keyboard.press('Control+Enter');
    await toLastStep(desk, '1.001193');
    const warning = desk.getByRole('status', { name: 'Người này đã có hồ sơ cùng thủ tục' });
    await warning.getByText(first).waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
    await press(desk, 'Bỏ hồ sơ đang nhập');
    await press(desk, 'Bỏ, không lưu');
  });

  it('[D18] a scan is encrypted, stands at the host byte for byte, and opens again', async () => {
    const { desk } = pages;
    await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
    await desk.getByRole('button', { name: `Mở hồ sơ ${first}` }).click();
    const scans = desk.getByRole('region', { name: 'Bản quét, ảnh chụp' });
    const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(3_000_000, 'Giấy chứng sinh ')]);
    await scans.locator('input[type=file]').setInputFiles([
      { name: 'giấy chứng sinh.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: 'lạ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no pdf') },
    ]);
    await scans.getByText('Tệp này không phải PDF, JPEG hay PNG.').waitFor({ timeout: SLOW_MS });
    await scans.getByText('giấy chứng sinh.pdf').waitFor();
    const kept = () =>
      readdirSync(join(product.dataDir, 'attachments')).filter((name) => /^[0-9a-f]{64}$/.test(name));
    await expect.poll(() => kept().length, { timeout: SLOW_MS }).toBe(1);
    const [name = ''] = kept();
    const bytes = readFileSync(join(product.dataDir, 'attachments', name));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(name);
    expect(bytes.includes('Giấy chứng sinh')).toBe(false);
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      scans.getByRole('button', { name: 'Xem giấy chứng sinh.pdf' }).press('Enter'),
    ]);
    expect(readFileSync(await download.path()).equals(pdf)).toBe(true);
    expect(await breaches(desk)).toEqual([]);
    await scans.getByRole('button', { name: 'Gỡ giấy chứng sinh.pdf' }).press('Enter');
    await desk.keyboard.type('quét nhầm giấy');
    await desk.keyboard.press('Enter');
    await scans.getByText('đã gỡ: quét nhầm giấy').waitFor({ timeout: SLOW_MS });
    const added = bodies<FactBody<'dossier-attachment-added'>>(
      eventsOf(await settledLines(product.dataDir, desk)),
      'dossier-attachment-added',
    );
    expect(added.map(({ sha256, mime }) => [sha256, mime])).toEqual([[name, 'application/pdf']]);
    expect(JSON.stringify(added)).not.toContain('chứng sinh');
    expect(pages.browser.complaints).toEqual([]);
  });
});
