// The next citizen sits down while the last one's slips still print: the clerk types on, nothing is lost.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { morningCast } from './morning/cast.ts';
import { callNext, fillDossier, shownCode, signIn, takeTicket } from './morning/hands.ts';
import { printedSlips } from './morning/outside.ts';
import { issuedCodes, nth, openPages, SLOW_MS } from './stage/stage.ts';
import type { Product } from '../support/product.ts';
import type { Pages } from './stage/stage.ts';

/** Takes longer to type than two copies take to draw. */
const LONG_NAME = 'Công Tằng Tôn Nữ Thị Thanh Nhàn '.repeat(4).trim();
const KEY_MS = 50;

let folder: string;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('typing');
  product = await startProduct({ dataDir: join(folder, 'data') });
  pages = await openPages(product.app, folder);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

describe('typing while a slip prints', () => {
  it('[G04] [R07] every key of the next dossier arrives in its field, and both copies come out', async () => {
    const { desk, kiosk, browser } = pages;
    const citizen = nth(morningCast(), 0);
    await takeTicket(kiosk, citizen);
    await desk.bringToFront();
    await signIn(desk);
    await callNext(desk);
    await fillDossier(desk, citizen);
    await shownCode(desk);
    await desk.keyboard.press('F4');
    await desk.getByRole('heading', { name: 'Bước 1: Người nộp' }).waitFor({ timeout: SLOW_MS });
    await desk.keyboard.type(LONG_NAME, { delay: KEY_MS });

    const name = desk.getByRole('group', { name: 'Chủ hồ sơ' }).getByLabel('Họ và tên');
    expect(await name.inputValue()).toBe(LONG_NAME);
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    const [code = ''] = issuedCodes(product.dataDir);
    const copies = () => [...printedSlips(product.dataDir).values()].filter((text) => text.includes(code));
    await expect.poll(() => copies().length, { timeout: SLOW_MS }).toBe(2);
    expect(await name.inputValue()).toBe(LONG_NAME);
    expect(browser.complaints).toEqual([]);
  });
});
