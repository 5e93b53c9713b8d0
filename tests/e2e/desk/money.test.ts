// Money at the desk with the network cut, by keyboard: taken and printed, cancelled by two people, counted, handed on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../../support/product.ts';
import { bare, bareText, pageSizes } from '../../support/papers/read-pdf.ts';
import { morningCast } from '../morning/cast.ts';
import { receiveDossier, signIn } from '../morning/hands.ts';
import { bodies, eventsOf } from '../morning/outside.ts';
import { nth, openPages, settledLines, SLOW_MS, startAlone } from '../stage/stage.ts';
import type { Page } from 'playwright-core';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Bản sao trích lục: 8.000 đ a copy; and a procedure whose rate no province has set in the catalogue. */
const [WITH_RATE, WITHOUT_RATE] = ['2.000635', '1.004873'];

let folder: string;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('money');
  product = await startAlone(join(folder, 'data'));
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

/** Receives a dossier of a procedure whose owner hands it in, and opens its payment by key. */
async function received(desk: Page, place: number, code: string): Promise<string> {
  const citizen = nth(morningCast(), place);
  const procedure = citizen.procedure && { ...citizen.procedure, code };
  const number = await receiveDossier(desk, { ...citizen, procedure, submitter: null });
  await desk.keyboard.press('Shift+F4');
  return number;
}

const payForm = (desk: Page) => desk.getByRole('form', { name: 'Thu phí, lệ phí' });
const feesOf = (desk: Page) => desk.getByRole('region', { name: 'Phí, lệ phí' });

/** Waits for the focus to be on a field, by its label. */
async function focused(desk: Page, label: RegExp): Promise<void> {
  const field = desk.getByLabel(label);
  await expect
    .poll(() => field.evaluate((one) => one === document.activeElement), { timeout: SLOW_MS })
    .toBe(true);
}

async function breaches(desk: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: desk }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function linesNow(): Promise<readonly string[]> {
  return settledLines(product.dataDir, pages.desk);
}

type Printed = FactBody<'form-printed'>;

/** The papers of one kind of form as they were recorded, each with the text of its document. */
async function printed(
  kind: string,
): Promise<readonly (Printed & { readonly text: string; readonly pdf: Buffer })[]> {
  const events = eventsOf(await linesNow());
  return bodies<Printed>(events, 'form-printed')
    .filter(({ form }) => form.startsWith(`${kind}/`))
    .map((one) => {
      const pdf = readFileSync(join(product.dataDir, 'printed', `${one.jobId}.pdf`));
      return { ...one, pdf, text: bareText(pdf) };
    });
}

describe('money at the desk, the network cut', () => {
  it('[F01] [F02] [MO1] is taken by keyboard: the shift, the amount with its basis, Enter; three copies come out', async () => {
    const { desk } = pages;
    const code = await received(desk, 0, WITHOUT_RATE);
    await focused(desk, /Tồn quỹ đầu ca/);
    await desk.keyboard.type('100000');
    await desk.keyboard.press('Enter');
    await focused(desk, /^Số tiền: /);
    await desk.keyboard.press('Enter');
    await payForm(desk).getByText('Có 1 chỗ cần sửa').waitFor();
    expect(await breaches(desk)).toEqual([]);
    await desk.keyboard.type('15000');
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('NQ 12/2026/NQ-HĐND', { delay: 60 });
    await payForm(desk).getByLabel('Tiền khách đưa').fill('50000');
    await payForm(desk).getByText('Tiền trả lại: 35.000 đồng').waitFor();
    await payForm(desk).getByText('Mười lăm nghìn đồng').waitFor();
    // However often Enter is pressed, it is one payment.
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter');
    await feesOf(desk).getByText('Đã thu', { exact: true }).waitFor({ timeout: SLOW_MS });
    await feesOf(desk).getByText('in xong').nth(2).waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);

    const taken = bodies<FactBody<'payment-taken'>>(eventsOf(await linesNow()), 'payment-taken');
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ total: 15_000, dossierCode: code, way: 'cash', book: 'M1 2026' });
    expect(taken[0]?.lines[0]).toMatchObject({ note: 'NQ 12/2026/NQ-HĐND' });
    const slips = await printed('phieu-thu');
    expect(
      slips
        .toSorted((a, b) => a.copyNo - b.copyNo)
        .map(({ copyNo, reprint, state }) => [copyNo, reprint, state]),
    ).toEqual([
      [1, 0, 'confirmed'],
      [2, 0, 'confirmed'],
      [3, 0, 'confirmed'],
    ]);
    for (const { text, pdf, formNo } of slips) {
      expect(pageSizes(pdf)).toHaveLength(1);
      for (const words of [formNo, code, '15.000 VNĐ', 'Mười lăm nghìn đồng'])
        expect(text).toContain(bare(words));
    }
  });

  it('[F04] [MO5] is cancelled by a counter-entry that a second person agrees to; the slip stays in the list', async () => {
    const { desk } = pages;
    await received(desk, 1, WITH_RATE);
    await focused(desk, /^Tiền khách đưa/);
    await desk.keyboard.press('Enter');
    await feesOf(desk).getByText('in xong').nth(2).waitFor({ timeout: SLOW_MS });
    await desk.getByRole('link', { name: 'Thu tiền' }).press('Enter');
    await desk.getByText('Sổ M1 2026: khớp. 2 phiếu', { exact: false }).waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
    await desk.getByRole('searchbox', { name: 'Tìm theo số phiếu' }).fill('000002');
    await desk.getByRole('button', { name: 'Mở phiếu PT-2026-M1-000002' }).press('Enter');
    const view = desk.getByRole('complementary', { name: 'Phiếu thu PT-2026-M1-000002' });
    await view.getByRole('textbox', { name: 'Số biên lai điện tử' }).fill('1C26TYY-0000077');
    await desk.keyboard.press('Enter');
    await view.getByText('1C26TYY-0000077').waitFor({ timeout: SLOW_MS });
    await view.getByRole('button', { name: 'Hủy phiếu thu…' }).press('Enter');
    await view.getByLabel('Lý do hủy').fill('Thu nhầm hồ sơ của người khác');
    await view.getByRole('button', { name: 'Mời người thứ hai đồng ý' }).press('Enter');
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Người xác nhận', { exact: true }).selectOption('hoa');
    await dialog.getByLabel('Mã PIN của người xác nhận').fill('8642');
    await desk.keyboard.press('Enter');
    await view.getByText('Đã hủy bằng phiếu PT-2026-M1-000003').waitFor({ timeout: SLOW_MS });
    await view.getByText('người đồng ý: Phạm Thu Hòa').waitFor();
    expect(await view.getByRole('button', { name: 'In lại' }).count()).toBe(0);
    expect(await breaches(desk)).toEqual([]);
    await desk.keyboard.press('Escape');
    await desk.getByRole('searchbox', { name: 'Tìm theo số phiếu' }).fill('');
    await desk.getByText('Sổ M1 2026: khớp. 3 phiếu', { exact: false }).waitFor({ timeout: SLOW_MS });
    const events = eventsOf(await linesNow());
    expect(bodies<FactBody<'payment-taken'>>(events, 'payment-taken')).toHaveLength(2);
    expect(bodies<FactBody<'payment-cancelled'>>(events, 'payment-cancelled')).toMatchObject([
      { approvedBy: 'hoa', reason: 'Thu nhầm hồ sơ của người khác' },
    ]);
  });

  it('[F05] [F07] [MO4] the till is counted, a difference has its reason, and the money is handed on by a list', async () => {
    const { desk } = pages;
    await desk.getByRole('button', { name: 'Kiểm đếm và chốt ca' }).press('Enter');
    await focused(desk, /^Số tờ 500\.000 đồng/);
    // Enter goes down: 500.000, 200.000, 100.000, then one note of each that is there.
    for (const typed of ['', '', '1', '', '', '1']) {
      if (typed !== '') await desk.keyboard.type(typed);
      await desk.keyboard.press('Enter');
    }
    const form = desk.getByRole('form', { name: 'Kiểm đếm tiền mặt' });
    await form.getByText('Thiếu 5.000 đồng').waitFor();
    expect(await breaches(desk)).toEqual([]);
    const close = form.getByRole('button', { name: 'Chốt ca và in phiếu' });
    await close.press('Enter');
    await form.getByText('Nhập nội dung này').waitFor();
    await form.getByLabel('Lý do chênh lệch').fill('Trả lại thừa cho người nộp');
    await close.press('Enter');
    const shift = desk.getByRole('article', { name: 'Nguyễn Thị Lan · quỹ M1' });
    await shift.getByText('Đã chốt, chưa nộp tiền').waitFor({ timeout: SLOW_MS });
    await shift.getByText('in xong').waitFor({ timeout: SLOW_MS });
    await shift.getByRole('button', { name: 'Lập danh sách nộp tiền' }).press('Enter');
    await focused(desk, /^Nơi nhận tiền/);
    await desk.keyboard.type('Kế toán UBND phường');
    const sum = shift.getByLabel('Số tiền nộp (đồng)');
    await sum.fill('500000');
    await desk.keyboard.press('Enter');
    await desk.getByText('500.000 đồng lớn hơn số tiền mặt đã đếm khi chốt ca, 110.000 đồng').waitFor();
    await sum.fill('9000');
    await desk.keyboard.press('Enter');
    await shift.getByText('Nhập nội dung này').waitFor();
    await shift.getByLabel('Lý do nộp khác số đề nghị').fill('Giữ lại tiền lẻ');
    await desk.keyboard.press('Enter');
    await shift.getByText('Đã nộp tiền', { exact: true }).waitFor({ timeout: SLOW_MS });
    await shift.getByText('in xong').nth(1).waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);

    const [slip] = await printed('chot-ca');
    for (const words of ['115.000 VNĐ', '110.000 VNĐ', 'Thiếu 5.000 VNĐ', 'Trả lại thừa cho người nộp'])
      expect(slip?.text).toContain(bare(words));
    const [list] = await printed('nop-tien');
    for (const words of [
      'PT-2026-M1-000001',
      'Hủy: PT-2026-M1-000003',
      '9.000 VNĐ',
      'Chín nghìn đồng',
      'Giữ lại tiền lẻ',
    ])
      expect(list?.text).toContain(bare(words));
    expect(list?.formNo).toMatch(/^NT-\d{6}-M1-/);
    const events = eventsOf(await linesNow());
    expect(bodies<FactBody<'shift-closed'>>(events, 'shift-closed')).toMatchObject([
      { expectedCash: 115_000, countedCash: 110_000, payments: 2, taken: 15_000 },
    ]);
    expect(bodies<FactBody<'shift-remitted'>>(events, 'shift-remitted')).toMatchObject([
      { amount: 9_000, to: 'Kế toán UBND phường', reason: 'Giữ lại tiền lẻ' },
    ]);
    expect(pages.browser.complaints).toEqual([]);
  });
});
