// The life of dossiers at the desk, through the pages' controls: every act with its paper, as it comes out of the printer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, wardDay } from '../../../shared/basics/time.ts';
import { readCalendar, sessionsOf } from '../../../shared/law/calendar.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { bare, bareText, codesOfPdf, pageSizes } from '../../support/papers/read-pdf.ts';
import { morningCast } from '../morning/cast.ts';
import { receiveDossier, signIn } from '../morning/hands.ts';
import { bodies, eventsOf } from '../morning/outside.ts';
import { nth, openPages, settledLines, SLOW_MS } from '../stage/stage.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Locator, Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let folder: string;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('life');
  product = await startProduct({ dataDir: join(folder, 'data') });
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

const steps = (desk: Page): Locator => desk.getByRole('region', { name: 'Bước tiếp theo' });

async function received(desk: Page, place: number): Promise<string> {
  const code = await receiveDossier(desk, nth(morningCast(), place));
  await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
  await desk.getByRole('button', { name: `Mở hồ sơ ${code}` }).click();
  await desk.getByRole('button', { name: 'Đóng hồ sơ' }).waitFor();
  return code;
}

/** Opens an act from the menu by keyboard alone. */
async function choose(desk: Page, name: string): Promise<void> {
  await steps(desk).getByRole('button', { name: 'Việc khác' }).focus();
  await desk.keyboard.press('Enter');
  const item = desk.getByRole('menuitem', { name: `${name}…`, exact: true });
  await item.waitFor();
  for (let press = 0; press < 20; press += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await desk.keyboard.press('ArrowDown');
  }
  await desk.keyboard.press('Enter');
  await desk.getByRole('form', { name }).waitFor();
}

/** Presses the button that does the open act. */
async function record(desk: Page, name: string): Promise<void> {
  const form = desk.getByRole('form');
  await form.getByRole('button', { name, exact: true }).press('Enter');
  await form.waitFor({ state: 'detached', timeout: SLOW_MS });
}

/** A fresh paper has the focus on its button: Enter prints it. */
async function printFresh(desk: Page, copies: number): Promise<void> {
  const name = copies > 1 ? `In ${copies} liên` : 'In giấy';
  const papers = desk.getByRole('region', { name: 'Giấy của hồ sơ' });
  const button = papers.getByRole('button', { name, exact: true });
  await expect
    .poll(() => button.evaluate((element) => element === document.activeElement), { timeout: SLOW_MS })
    .toBe(true);
  await desk.keyboard.press('Enter');
  await papers
    .getByText('in xong')
    .nth(copies - 1)
    .waitFor({ timeout: SLOW_MS });
}

type Printed = FactBody<'form-printed'> & { readonly subject: string };

/** Papers of acts as they were recorded, in no order, each with its document. */
async function printedForms(): Promise<
  readonly (Printed & { readonly pdf: Buffer; readonly text: string })[]
> {
  const lines = await settledLines(product.dataDir, pages.desk);
  return bodies<FactBody<'form-printed'>>(eventsOf(lines), 'form-printed').map((printed) => {
    const pdf = readFileSync(join(product.dataDir, 'printed', `${printed.jobId}.pdf`));
    return { ...printed, pdf, text: bareText(pdf) };
  });
}

async function breaches(desk: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: desk }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function workingDayAfter(days: number): string {
  const calendar = readCalendar(defaultCalendar);
  let day = addDays(wardDay(Date.now()), days);
  while (sessionsOf(calendar, day).length === 0) day = addDays(day, 1);
  return day;
}

describe('the life of a dossier at the desk', () => {
  it('[D07] [D11] [D12] goes from a request for papers over an apology to the returned result', async () => {
    const { desk } = pages;
    const code = await received(desk, 0);
    await choose(desk, 'Yêu cầu bổ sung');
    const form = desk.getByRole('form', { name: 'Yêu cầu bổ sung' });
    // What is missing is said in a summary and beside the fields, and nothing is recorded.
    await form.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).press('Enter');
    await form.getByText('Có 2 chỗ cần sửa').waitFor();
    expect(await form.getByRole('link').allInnerTexts()).toEqual([
      'Giấy tờ, nội dung: Nhập nội dung này',
      'Lý do: Nhập nội dung này',
    ]);
    expect(await breaches(desk)).toEqual([]);
    await form.getByLabel('Giấy tờ, nội dung').fill('Giấy chứng sinh\nGiấy chứng nhận kết hôn');
    await form.getByLabel('Lý do').fill('Điều 16 Luật Hộ tịch');
    await form.getByText(/Số giấy (01|được cấp)|Số giấy: 01/).waitFor();
    await form.getByText(/Đồng hồ dừng/).waitFor();
    await form.getByText('Xem trước giấy').click();
    await form.getByText('2. Giấy chứng nhận kết hôn').waitFor();
    await record(desk, 'Yêu cầu bổ sung');
    await printFresh(desk, 1);
    expect(await breaches(desk)).toEqual([]);

    await desk.getByRole('button', { name: 'Chờ bổ sung 1 hồ sơ' }).click();
    await desk.getByRole('cell', { name: 'Chờ người nộp bổ sung' }).waitFor();
    expect(await breaches(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Chờ bổ sung 1 hồ sơ' }).click();

    await steps(desk).getByRole('button', { name: 'Nhận giấy tờ bổ sung' }).press('Enter');
    await desk
      .getByRole('form')
      .getByText(/Đồng hồ chạy lại/)
      .waitFor();
    await record(desk, 'Nhận giấy tờ bổ sung');
    await printFresh(desk, 2);

    const later = workingDayAfter(14);
    await choose(desk, 'Xin lỗi và hẹn lại ngày trả');
    const letter = desk.getByRole('form');
    await letter.getByLabel('Lý do chậm').fill('chờ xác minh nơi sinh');
    await letter.getByLabel('Ngày hẹn trả mới').fill(formatDay(later));
    await letter.getByLabel('Người ký').fill('Lê Hoàng Ánh');
    await letter.getByText(`Ngày hẹn trả mới: 17:00`).waitFor();
    await record(desk, 'Xin lỗi và hẹn lại ngày trả');
    await printFresh(desk, 1);

    await steps(desk).getByRole('button', { name: 'Có kết quả' }).press('Enter');
    await desk.getByLabel('Số kết quả').fill('142/TLKS');
    await record(desk, 'Ghi có kết quả');
    await printFresh(desk, 1);
    await desk.getByRole('button', { name: 'Chưa đến nhận 1 hồ sơ' }).waitFor();
    await steps(desk).getByRole('button', { name: 'Trả kết quả' }).press('Enter');
    await record(desk, 'Trả kết quả');
    await printFresh(desk, 2);
    await desk.getByText('Không còn bước nào').waitFor();

    const papers = await printedForms();
    expect(
      papers.map(({ paper, form: id, copyNo, state }) => [paper, id.split('/')[0], copyNo, state]),
    ).toEqual(
      expect.arrayContaining([
        ['request', 'mau-02', 1, 'confirmed'],
        ['receipt', expect.stringContaining('mau-01'), 1, 'confirmed'],
        ['receipt', expect.stringContaining('mau-01'), 2, 'confirmed'],
        ['apology', 'mau-04', 1, 'confirmed'],
        ['hand-over', 'phieu-ban-giao', 1, 'confirmed'],
        ['result', 'bien-nhan-tra', 1, 'confirmed'],
        ['result', 'bien-nhan-tra', 2, 'confirmed'],
      ]),
    );
    expect(papers).toHaveLength(7);
    for (const { text } of papers) expect(text).toContain(bare(code));
    const of = (kind: string) => papers.find(({ paper }) => paper === kind)?.text ?? '';
    expect(of('request')).toContain(bare('Số: 01/HDHS'));
    expect(of('request')).toContain(bare('2. Giấy chứng nhận kết hôn'));
    const [year, month, day] = later.split('-').map(Number);
    expect(of('apology')).toMatch(new RegExp(`ngày0?${day}tháng0?${month}năm${year}`));
    expect(of('result')).toContain(bare('142/TLKS'));
    const request = papers.find(({ paper }) => paper === 'request');
    expect(request && pageSizes(request.pdf)).toHaveLength(1);
    expect(request && codesOfPdf(request.pdf).some((one) => one.endsWith(code))).toBe(true);
  });

  it('[R04] [D16] prints a paper again only with a reason, marked, and the trail says so', async () => {
    const { desk } = pages;
    await received(desk, 1);
    await steps(desk).getByRole('button', { name: 'Bàn giao' }).press('Enter');
    await record(desk, 'Bàn giao hồ sơ');
    await printFresh(desk, 1);
    const papers = desk.getByRole('region', { name: 'Giấy của hồ sơ' });
    await papers.getByRole('button', { name: 'In lại', exact: true }).click();
    await papers.getByRole('button', { name: 'Kẹt giấy, giấy hỏng' }).press('Enter');
    await papers.getByText('in lại lần 1').waitFor({ timeout: SLOW_MS });
    await desk.getByText('lý do in lại: Kẹt giấy, giấy hỏng').waitFor({ timeout: SLOW_MS });
    const sheets = (await printedForms())
      .filter(({ paper }) => paper === 'control')
      .toSorted((a, b) => a.reprint - b.reprint);
    expect(sheets.map(({ reprint, reason }) => [reprint, reason])).toEqual([
      [0, ''],
      [1, 'Kẹt giấy, giấy hỏng'],
    ]);
    expect(sheets[1]?.text).toMatch(/BẢNINLẠILẦN1/i);
    expect(sheets[0]?.text).not.toMatch(/BẢNINLẠI/i);
    await papers.getByText('đã in 2 lần').waitFor();
  });

  it('[R08] refuses a dossier in writing, and then nothing is left to do', async () => {
    const { desk } = pages;
    const code = await received(desk, 2);
    await choose(desk, 'Kết luận không đủ điều kiện');
    const form = desk.getByRole('form');
    await form.getByLabel('Lý do').fill('Không thuộc thẩm quyền của UBND phường\nĐã đăng ký nơi khác');
    await form.getByLabel('Người ký').fill('Lê Hoàng Ánh');
    await form.getByText(/Hồ sơ kết thúc/).waitFor();
    await record(desk, 'Kết luận không đủ điều kiện');
    await printFresh(desk, 1);
    await desk.getByText('Không còn bước nào').waitFor();
    const refusal = (await printedForms()).find(({ paper }) => paper === 'refusal');
    expect(refusal?.form).toMatch(/^mau-03\//);
    expect(refusal?.text).toContain(bare(code));
    expect(refusal?.text).toContain(bare('2. Đã đăng ký nơi khác'));
    expect(pages.browser.complaints).toEqual([]);
  });
});
