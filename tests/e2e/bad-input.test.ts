// What people type by mistake, paste by accident or press twice: refused in words, or kept exactly as typed.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import { startAlone, issuedCodes, openPages, registerAt, SLOW_MS } from './stage/stage.ts';
import { signIn } from './morning/hands.ts';
import { printedSlips } from './morning/outside.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../support/product.ts';
import type { Pages } from './stage/stage.ts';

/** Stacked marks, decomposed; markup, quotes, an entity, an emoji of several code points. */
const TYPED = `${'Nguyễn Thị Thượng Ế'.normalize('NFD')} <b>"&amp;"</b> 👩‍👧 '<i>`;
const KEPT = TYPED.normalize('NFC');
const BIRTH = '1.001193';

let folder: string;
let product: Product;
let pages: Pages;
let desk: Page;

beforeAll(async () => {
  folder = await temporaryFolder('bad');
  product = await startAlone(join(folder, 'data'));
  pages = await openPages(product.app, folder);
  ({ desk } = pages);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

const next = () => desk.getByRole('button', { name: 'Tiếp tục' }).click();
const step = (name: string) => desk.getByRole('heading', { name }).waitFor({ timeout: SLOW_MS });
const owner = (label: string) => desk.getByRole('group', { name: 'Chủ hồ sơ' }).getByLabel(label);
const refusals = () => desk.getByRole('alert').getByRole('link').allInnerTexts();

async function chooseBirth(): Promise<void> {
  await desk.getByRole('combobox', { name: 'Thủ tục' }).fill(BIRTH);
  await desk.keyboard.press('Enter');
  await step('Bước 3: Giấy tờ');
}

describe('at the sign-in', () => {
  it('[U02] five wrong PINs lock the name, and the page says until when', async () => {
    await desk.getByLabel('Cán bộ').selectOption('minh');
    for (let tries = 1; tries <= 5; tries += 1) {
      await desk.getByRole('textbox', { name: 'Mã PIN' }).fill('0000');
      await desk.getByRole('button', { name: 'Đăng nhập' }).click();
      const words = tries < 5 ? 'Tên hoặc mã PIN chưa đúng.' : 'Nhập sai mã PIN quá nhiều lần.';
      await desk.getByRole('alert').getByText(words).waitFor({ timeout: SLOW_MS });
      await expect.poll(() => desk.getByRole('textbox', { name: 'Mã PIN' }).inputValue()).toBe('');
    }
    await desk.getByRole('textbox', { name: 'Mã PIN' }).fill('2468');
    await desk.getByRole('button', { name: 'Đăng nhập' }).click();
    await desk.getByText(/Tên này bị khóa để giữ an toàn, đến \d\d:\d\d\./).waitFor({ timeout: SLOW_MS });
    await signIn(desk);
  });
});

describe('at the desk', () => {
  it('[D01] wrong identity number, birth date and phone are refused, each in its words beside its field', async () => {
    await desk.keyboard.press('F4');
    await step('Bước 1: Người nộp');
    await owner('Số định danh').fill('00118501234');
    await owner('Ngày sinh').fill('31/02/1985');
    await owner('Số điện thoại').fill('09123abc78');
    await next();
    expect(await refusals()).toEqual([
      'Nhập họ và tên',
      'Số định danh phải có 12 chữ số; đang có 11',
      'Ngày sinh này không có trong lịch; kiểm tra ngày và tháng',
      'Số điện thoại chỉ gồm chữ số',
    ]);
    await step('Bước 1: Người nộp');
    await owner('Họ và tên').fill(TYPED);
    await owner('Số định danh').fill('001185012345');
    await owner('Ngày sinh').fill('28/02/1985');
    await owner('Số điện thoại').fill('0912 345 678');
    await next();
    await step('Bước 2: Thủ tục');
  });

  it('[D01] an unknown procedure goes nowhere, by Enter or by button', async () => {
    await desk.getByRole('combobox', { name: 'Thủ tục' }).fill('zzzz không có thủ tục này');
    await desk.getByText('Không có thủ tục nào khớp.').waitFor({ timeout: SLOW_MS });
    await desk.keyboard.press('Enter');
    await next();
    expect(await refusals()).toEqual(['Chọn thủ tục trong danh mục']);
    await chooseBirth();
  });

  it('[D02] a mandatory paper that is missing is named', async () => {
    await next();
    const said = await refusals();
    expect(said.length).toBeGreaterThan(0);
    for (const line of said) expect(line).toMatch(/.+: chưa nhận; nhận đủ, hoặc ghi lý do ở cuối danh sách$/);
    await desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' }).click();
    await next();
    await step('Bước 4: Hẹn & in');
  });

  it('[D01] a pasted note of 10 MB is refused at once with its length, and the page goes on', async () => {
    const note = desk.getByRole('textbox', { name: 'Ghi chú' });
    await note.fill('ghi chú ngắn');
    const pasteMs = await note.evaluate((field) => {
      const pasted = new DataTransfer();
      pasted.setData('text/plain', 'ế'.repeat(10_000_000));
      const paste = new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true });
      const startMs = performance.now();
      const landed = field.dispatchEvent(paste);
      return landed ? -1 : performance.now() - startMs;
    });
    expect(pasteMs).toBeGreaterThanOrEqual(0);
    await desk
      .getByRole('alert')
      .getByText(/Nội dung quá dài: 10\.000\.012 ký tự, tối đa 2\.000/)
      .waitFor({ timeout: SLOW_MS });
    expect(await note.inputValue()).toBe('ghi chú ngắn');
    await note.press('End');
    await desk.keyboard.type('!');
    expect(await note.inputValue()).toBe('ghi chú ngắn!');
  });

  it('[R03] [U07] [J4] a double click receives one dossier with two copies, and shows the name as it was typed, in NFC, everywhere', async () => {
    const preview = desk.getByRole('region', {
      name: 'Bản xem trước Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    });
    await expect.poll(() => preview.innerText(), { timeout: SLOW_MS }).toContain(KEPT);
    await desk.getByRole('button', { name: 'Tiếp nhận và in 2 liên' }).dblclick();
    await expect.poll(() => desk.getByText('in xong').count(), { timeout: SLOW_MS }).toBe(2);
    const codes = issuedCodes(product.dataDir);
    expect(codes).toHaveLength(1);
    const slips = [...printedSlips(product.dataDir).values()];
    expect(slips).toHaveLength(2);
    const [bare, name] = [slips.map((slip) => slip.replace(/\s+/g, '')), KEPT.replace(/\s+/g, '')];
    for (const slip of bare) expect(slip).toContain(name);
    expect(await registerAt(desk)).toEqual([`${codes[0]} · ${KEPT}`]);
    await desk.getByRole('button', { name: `Mở hồ sơ ${codes[0]}` }).click();
    await desk.getByText(KEPT, { exact: true }).nth(1).waitFor({ timeout: SLOW_MS });
    await desk.getByRole('searchbox').fill('nguyen thi thuong e');
    expect(await registerAt(desk)).toHaveLength(1);
    expect(pages.browser.complaints).toEqual([]);
  });
});
