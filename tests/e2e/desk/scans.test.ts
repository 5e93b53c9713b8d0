// Scanners at the desk wherever the keys go: nothing is pressed or recorded by a scan, and a slip is told for what it is.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { morningCast } from '../morning/cast.ts';
import { receiveDossier, signIn } from '../morning/hands.ts';
import { bodies, eventsOf, printedQrs } from '../morning/outside.ts';
import { nth, openPages, settledLines, SLOW_MS } from '../stage/stage.ts';
import { wedge } from './wedge.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

let folder: string;
let product: Product;
let pages: Pages;
const codes: string[] = [];
const slips = new Map<string, string>();

beforeAll(async () => {
  folder = await temporaryFolder('scans');
  product = await startProduct({ dataDir: join(folder, 'data') });
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
  for (const place of [0, 1]) codes.push(await receiveDossier(pages.desk, nth(morningCast(), place)));
  for (const text of printedQrs(product.dataDir)) slips.set(text.split('*')[1] ?? '', text);
}, 180_000);

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

const slipOf = (place: number): string => slips.get(codes[place] ?? '') ?? '';
const verdict = (desk: Page, name: string) =>
  desk.locator(`[data-verdict="${name}"]`).waitFor({ timeout: SLOW_MS });
const shut = (desk: Page) => desk.getByRole('button', { name: 'Đóng ghi chú về phiếu' }).click();

async function returned(desk: Page): Promise<number> {
  return bodies(eventsOf(await settledLines(product.dataDir, desk)), 'dossier-returned').length;
}

describe('a scanner at the desk', { timeout: 180_000 }, () => {
  it('[R10] a slip opens its dossier from the register, the search box and anywhere; others are told', async () => {
    const { desk } = pages;
    expect(slips.size).toBe(2);
    await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).focus();
    await wedge(desk, slipOf(0));
    await verdict(desk, 'genuine');
    await desk.getByRole('button', { name: 'Đóng hồ sơ' }).waitFor();
    await shut(desk);
    await desk.keyboard.press('/');
    // A hand takes the scanner only then.
    await desk.waitForTimeout(200);
    await wedge(desk, slipOf(1));
    await verdict(desk, 'genuine');
    expect(await desk.getByRole('searchbox').inputValue()).toBe('');
    await shut(desk);
    await wedge(desk, slipOf(0).slice(0, -3) + 'AAA');
    await verdict(desk, 'forged');
    await wedge(desk, 'H26.99.01-261122-0001');
    await verdict(desk, 'other-ward');
    await wedge(desk, codes[0] ?? '');
    await verdict(desk, 'named');
    await wedge(desk, '8934567890123456789');
    await verdict(desk, 'unread');
    await shut(desk);
    await desk.getByText('Ctrl+K').waitFor();
  });

  it('[R10] [D11] with the form of giving back open, no scan and no bare Enter gives anything back', async () => {
    const { desk } = pages;
    await wedge(desk, slipOf(0));
    await verdict(desk, 'genuine');
    const acts = desk.getByRole('region', { name: 'Bước tiếp theo' });
    await acts.getByRole('button', { name: 'Có kết quả' }).press('Enter');
    const form = desk.getByRole('form');
    await form.getByLabel('Số kết quả').fill('142/KS');
    await wedge(desk, 'H26.99.01-261122-0001');
    await verdict(desk, 'other-ward');
    expect(await form.getByLabel('Số kết quả').inputValue()).toBe('142/KS');
    await form.getByRole('button', { name: 'Ghi có kết quả', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached', timeout: SLOW_MS });

    await acts.getByRole('button', { name: 'Trả kết quả' }).press('Enter');
    const back = form.getByRole('checkbox', { name: 'Đã thu lại giấy hẹn' });
    await back.uncheck();
    const button = form.getByRole('button', { name: 'Trả kết quả', exact: true });
    const [own, other] = [slipOf(0), slipOf(1)];
    for (const focus of [back, form.getByRole('combobox'), button]) {
      await focus.focus();
      for (const [text, name] of [
        ['H26.99.01-261122-0001', 'other-ward'],
        [codes[0] ?? '', 'named'],
        [`${own.slice(0, -3)}AAA`, 'forged'],
        [other, 'genuine'],
      ] as const) {
        await wedge(desk, text);
        await verdict(desk, name);
        expect(await back.isChecked()).toBe(false);
      }
    }
    await form.getByText(`Đây là phiếu của hồ sơ ${codes[1] ?? ''}`).waitFor();
    await form.getByRole('checkbox').first().focus();
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter');
    expect(await form.count()).toBe(1);
    expect(await returned(desk)).toBe(0);

    await wedge(desk, own);
    await verdict(desk, 'own');
    expect(await back.isChecked()).toBe(true);
    expect(await returned(desk)).toBe(0);
    await button.press('Enter');
    await form.waitFor({ state: 'detached', timeout: SLOW_MS });
    expect(await returned(desk)).toBe(1);
  });

  it('[D01] [D05] a card that comes as slowly as a hand is read; a sign that is no digit leaves a count alone', async () => {
    const { desk } = pages;
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F4');
    const name = desk.getByRole('group', { name: 'Chủ hồ sơ' }).getByLabel('Họ và tên');
    await name.focus();
    await desk.keyboard.type('089202017098|352576714|Lê Văn Lương|23052002|Nam|Tổ 5|31122021', { delay: 70 });
    await desk.keyboard.press('Enter');
    await expect.poll(() => name.inputValue()).toBe('Lê Văn Lương');
    await desk.keyboard.press('Control+Enter');
    await desk.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
    await desk.keyboard.type('1.001193');
    await desk.keyboard.press('Enter');
    await desk.getByText(/Đã nhận \d+ \/ \d+ giấy tờ/).waitFor({ timeout: SLOW_MS });
    await desk.keyboard.press('Control+Enter');
    await desk.getByRole('alert').filter({ hasText: 'chỗ cần sửa' }).waitFor();
    const focused = () => desk.evaluate(() => document.activeElement?.id ?? '');
    expect(await focused()).toMatch(/^f-papers\./);
    const count = desk.locator('tbody tr').first().getByRole('textbox').first();
    await count.focus();
    await desk.keyboard.type('2');
    for (const sign of ['a', '?', ' ']) await desk.keyboard.press(sign);
    expect(await count.inputValue()).toBe('2');
    expect(await desk.getByRole('dialog').count()).toBe(0);
  });
});
