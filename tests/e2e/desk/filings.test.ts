// Filings from the portal to the counter, answers before a reception, corrections and lists, through the pages' controls.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare, bareText } from '../../support/papers/read-pdf.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { morningCast } from '../morning/cast.ts';
import { receiveDossier, shownCode, signIn } from '../morning/hands.ts';
import { bodies, eventsOf } from '../morning/outside.ts';
import { nth, openPages, settledLines, SLOW_MS } from '../stage/stage.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CORRECTED = 'Trần Thị Đã Sửa';
const PICTURES = process.env.FILINGS_PICTURES ?? '';

let folder: string;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('filings');
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

async function picture(desk: Page, name: string): Promise<void> {
  if (PICTURES !== '') await desk.screenshot({ path: join(PICTURES, `${name}.png`) });
}

type Printed<T extends 'form-printed' | 'paper-printed'> = FactBody<T> & { readonly subject: string };

async function printed<T extends 'form-printed' | 'paper-printed'>(type: T) {
  const lines = await settledLines(product.dataDir, pages.desk);
  return bodies<FactBody<T>>(eventsOf(lines), type).map((body) => {
    const pdf = readFileSync(join(product.dataDir, 'printed', `${(body as Printed<T>).jobId}.pdf`));
    return { ...(body as Printed<T>), pdf, text: bareText(pdf) };
  });
}

const views = (desk: Page, name: string) => desk.getByRole('button', { name });
const code = (): string => nth(morningCast(), 0).procedure?.code ?? '';

async function exported(): Promise<string> {
  const file = join(folder, 'cong.csv');
  const lines = [
    'Mã hồ sơ;Mã thủ tục;Ngày nộp;Người nộp;Số định danh;Điện thoại;Địa chỉ;Cột lạ',
    `H26-260601-0001;${code()};01/06/2026 08:20;Trần Thị Trực Tuyến;001185012345;0912345678;Tổ 5;x`,
    `H26-260601-0002;9.999999;01/06/2026;Người Thứ Hai;;;;x`,
    `H26-260601-0003;${code()};01/06/2026 09:00;Lê Văn Thiếu Giấy;;;Tổ 7;x`,
    `H26-260601-0004;${code()};01/06/2026 10:00;Phạm Văn Sai Chỗ;;;Tổ 9;x`,
  ];
  await writeFile(file, `\uFEFF${lines.join('\r\n')}`);
  return file;
}

describe('filings at the desk', () => {
  it('[N04] imports an export of the portal line by line, once', async () => {
    const { desk } = pages;
    await views(desk, 'Chờ tiếp nhận').first().click();
    await desk.getByText('Không có hồ sơ nào chờ tiếp nhận').waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
    for (const round of [1, 2]) {
      await desk.getByRole('button', { name: 'Nhập tệp từ Cổng' }).click();
      await desk
        .getByLabel('Chọn tệp')
        .first()
        .setInputFiles(await exported());
      await desk.getByText('3 hồ sơ sẵn sàng ghi').waitFor();
      await desk.getByText(/Mã thủ tục “9.999999” không có thủ tục này/).waitFor();
      await desk.getByText('Cột không dùng: Cột lạ').waitFor();
      expect(await breaches(desk)).toEqual([]);
      await picture(desk, `import-${round}`);
      await desk.getByRole('button', { name: 'Ghi 3 hồ sơ' }).press('Enter');
      await desk
        .getByText(round === 1 ? 'Đã ghi 3 hồ sơ' : '3 mã đã có từ trước')
        .waitFor({ timeout: SLOW_MS });
      await desk.getByRole('button', { name: 'Về danh sách' }).click();
    }
    await desk
      .getByText(/Quá hạn \d+ ngày/)
      .first()
      .waitFor();
    expect(await desk.getByRole('row').count()).toBe(4);
    await picture(desk, 'list');
    expect(await breaches(desk)).toEqual([]);
  });

  it('[N04] [R08] receives a filing without typing anybody again, and links both', async () => {
    const { desk } = pages;
    await desk.getByRole('button', { name: /Mở hồ sơ nộp H26-260601-0001/ }).press('Enter');
    await desk.getByText('0912345678').waitFor({ timeout: SLOW_MS });
    await picture(desk, 'filing');
    expect(await breaches(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Tiếp nhận', exact: true }).last().press('Enter');
    const owner = desk.getByRole('group', { name: 'Chủ hồ sơ' });
    await expect.poll(() => owner.getByLabel('Họ và tên').inputValue()).toBe('Trần Thị Trực Tuyến');
    await desk.getByRole('button', { name: 'Tiếp tục' }).click();
    await desk.getByRole('button', { name: 'Tiếp tục' }).click();
    const all = desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' });
    if ((await all.count()) > 0 && (await all.isEnabled())) await all.click();
    await desk.getByRole('button', { name: 'Tiếp tục' }).click();
    await desk.getByRole('button', { name: 'Tiếp nhận và in 2 liên' }).click();
    const received = await shownCode(desk);
    await desk.getByText('in xong').nth(1).waitFor({ timeout: SLOW_MS });
    const events = eventsOf(await settledLines(product.dataDir, desk));
    const [accepted] = bodies<FactBody<'filing-accepted'>>(events, 'filing-accepted');
    const [dossier] = bodies<FactBody<'dossier-received'>>(events, 'dossier-received');
    expect(accepted?.code).toBe(received);
    expect(dossier?.channel).toBe('online');
  });

  it('[R08] asks for papers by Mẫu 02 and refuses by Mẫu 03 before any reception, numbered by itself', async () => {
    const { desk } = pages;
    await views(desk, 'Chờ tiếp nhận').first().click();
    await desk.getByRole('button', { name: /Mở hồ sơ nộp H26-260601-0003/ }).press('Enter');
    await desk.getByRole('button', { name: 'Trả lại để bổ sung (Mẫu 02)' }).press('Enter');
    await desk.getByRole('button', { name: 'Ghi và in Mẫu 02' }).press('Enter');
    await desk.getByText('Có 2 chỗ cần sửa').waitFor();
    await desk.getByLabel('Giấy tờ, nội dung cần bổ sung').fill('Giấy chứng sinh\nTờ khai');
    await desk.getByLabel('Lý do, căn cứ').fill('Điều 16 Luật Hộ tịch');
    await desk.getByText('Xem trước giấy').click();
    expect(await breaches(desk)).toEqual([]);
    await picture(desk, 'mau-02-form');
    await desk.getByRole('button', { name: 'Ghi và in Mẫu 02' }).press('Enter');
    await desk.getByText('in xong').first().waitFor({ timeout: SLOW_MS });
    await picture(desk, 'mau-02');
    await desk.getByRole('button', { name: /Mở hồ sơ nộp H26-260601-0004/ }).press('Enter');
    await desk.getByRole('button', { name: 'Từ chối tiếp nhận (Mẫu 03)' }).press('Enter');
    await desk.getByLabel('Lý do, căn cứ').fill('Không thuộc thẩm quyền của phường');
    await desk.getByRole('button', { name: 'Ghi và in Mẫu 03' }).press('Enter');
    await desk.getByText('in xong').first().waitFor({ timeout: SLOW_MS });
    const forms = await printed('form-printed');
    const request = forms.find(({ paper }) => paper === 'request');
    const refusal = forms.find(({ paper }) => paper === 'refusal');
    expect(request?.text).toContain(bare('Số: 01/HDHS'));
    expect(request?.text).toContain(bare('2. Tờ khai'));
    expect(refusal?.text).toContain(bare('Không thuộc thẩm quyền của phường'));
    if (PICTURES !== '') {
      await writeFile(join(PICTURES, 'mau-02.pdf'), request?.pdf ?? '');
      await writeFile(join(PICTURES, 'mau-03.pdf'), refusal?.pdf ?? '');
    }
  });

  it('[R08] turns back what is being typed, with the missing papers there already', async () => {
    const { desk } = pages;
    const citizen = nth(morningCast(), 1);
    await desk.keyboard.press('F4');
    const owner = desk.getByRole('group', { name: 'Chủ hồ sơ' });
    await owner.getByLabel('Họ và tên').fill('Ngô Văn Chưa Đủ');
    await owner.getByLabel('Địa chỉ').fill('Tổ 1');
    await desk.getByRole('button', { name: 'Tiếp tục' }).click();
    await desk.getByRole('combobox', { name: 'Thủ tục' }).fill(citizen.procedure?.code ?? '');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Trả lại để bổ sung (Mẫu 02)' }).press('Enter');
    await picture(desk, 'mau-02-intake');
    expect(await desk.getByLabel('Giấy tờ, nội dung cần bổ sung').inputValue()).not.toBe('');
    await desk.getByLabel('Lý do, căn cứ').fill('Điều 16 Luật Hộ tịch');
    await desk.getByRole('button', { name: 'Ghi và in Mẫu 02' }).press('Enter');
    await desk.getByText('in xong').first().waitFor({ timeout: SLOW_MS });
    const forms = (await printed('form-printed')).filter(({ paper }) => paper === 'request');
    expect(forms.map(({ formNo }) => formNo).toSorted()).toEqual(['01', '02']);
    expect(forms.every(({ state }) => state === 'confirmed')).toBe(true);
  });

  it('[D13] corrects a wrong reception with a second person, and prints both copies marked', async () => {
    const { desk } = pages;
    await views(desk, 'Sổ theo dõi').first().click();
    await desk
      .getByRole('button', { name: /^Mở hồ sơ H26/ })
      .first()
      .press('Enter');
    await desk.getByRole('button', { name: 'Điều chỉnh tiếp nhận' }).press('Enter');
    await desk.getByLabel('Lý do điều chỉnh').fill('Chọn nhầm thủ tục');
    expect(await breaches(desk)).toEqual([]);
    await picture(desk, 'correction-ask');
    await desk.getByRole('button', { name: 'Mở để sửa' }).press('Enter');
    await desk.getByText(/^Lý do: Chọn nhầm thủ tục$/).waitFor({ timeout: SLOW_MS });
    await desk.getByRole('group', { name: 'Chủ hồ sơ' }).getByLabel('Họ và tên').fill(CORRECTED);
    await desk.getByRole('button', { name: 'Tiếp tục' }).click();
    const other = nth(morningCast(), 2).procedure?.code ?? '';
    await desk.getByRole('combobox', { name: 'Thủ tục' }).fill(other);
    await desk.keyboard.press('Enter');
    await desk
      .getByText(/Đã nhận \d+ \/ \d+ giấy tờ bắt buộc|không yêu cầu giấy tờ/)
      .first()
      .waitFor();
    const all = desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' });
    if ((await all.count()) > 0 && (await all.isEnabled())) await all.click();
    await desk.getByRole('button', { name: 'Tiếp tục' }).click();
    await desk.keyboard.press('F8');
    const dialog = desk.getByRole('dialog');
    await dialog.getByText('Lý do: Chọn nhầm thủ tục').waitFor({ timeout: SLOW_MS });
    await dialog.getByText(/^Thủ tục: .* → /).waitFor();
    await dialog.getByText(`Chủ hồ sơ, họ và tên: Trần Thị Trực Tuyến → ${CORRECTED}`).waitFor();
    expect(await breaches(desk)).toEqual([]);
    await dialog.getByRole('combobox').selectOption('hoa');
    await dialog.getByLabel(/PIN/).fill('8642');
    await picture(desk, 'correction-asked');
    await dialog.locator('[type=submit]').click();
    await desk.getByRole('heading', { name: 'Đã điều chỉnh' }).waitFor({ timeout: SLOW_MS });
    await desk.getByText('Thu lại giấy hẹn cũ của người nộp', { exact: false }).waitFor();
    await desk.getByText('in xong').nth(1).waitFor({ timeout: SLOW_MS });
    await picture(desk, 'corrected');
    await views(desk, 'Sổ theo dõi').first().click();
    await desk.getByText(/^Thủ tục: .* → /).waitFor({ timeout: SLOW_MS });
    await desk.getByText('người đồng ý: Phạm Thu Hòa').waitFor();
    await desk.getByText(`Chủ hồ sơ, họ và tên: Trần Thị Trực Tuyến → ${CORRECTED}`).waitFor();
    await picture(desk, 'trail');
    const slips = await printed('paper-printed');
    const corrected = slips.filter(({ text }) => /ĐIỀUCHỈNHLẦN1/i.test(text));
    expect(corrected.map(({ copyNo, reprint }) => `${copyNo}/${reprint}`).toSorted()).toEqual(['1/0', '2/0']);
    if (PICTURES !== '') await writeFile(join(PICTURES, 'mau-01-corrected.pdf'), corrected[1]?.pdf ?? '');
    const events = eventsOf(await settledLines(product.dataDir, desk));
    const [fact] = bodies<FactBody<'dossier-corrected'>>(events, 'dossier-corrected');
    expect([fact?.correction, fact?.approvedBy, fact?.procedure.code]).toEqual([1, 'hoa', other]);
  });

  it('[D16] hands several dossiers over at once, on one list', async () => {
    const { desk } = pages;
    await receiveDossier(desk, nth(morningCast(), 3));
    await views(desk, 'Sổ theo dõi').first().click();
    await desk.getByRole('button', { name: 'Bàn giao nhiều hồ sơ' }).press('Enter');
    const dialog = desk.getByRole('dialog', { name: 'Bàn giao nhiều hồ sơ' });
    await dialog.getByLabel('Chọn tất cả').check();
    await picture(desk, 'bulk');
    expect(await breaches(desk)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi và in danh sách 2 hồ sơ' }).press('Enter');
    await dialog.getByText('Đã bàn giao 2 hồ sơ').waitFor({ timeout: SLOW_MS });
    await dialog.getByRole('button', { name: 'Xong' }).press('Enter');
    const title = bare('DANH SÁCH GIAO NHẬN HỒ SƠ');
    const lists = (await printed('form-printed')).filter(({ text }) => text.includes(title));
    expect(lists).toHaveLength(2);
    if (PICTURES !== '') await writeFile(join(PICTURES, 'list.pdf'), lists[0]?.pdf ?? '');
    expect(pages.browser.complaints).toEqual([]);
  });
});
