// A whole reception without a pointer: no click and no focus() in this file.
import { createPublicKey, verify } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slipKeyId, verifySlipQr } from '../../shared/slip/slip-qr.ts';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import { startAlone, issuedCodes, openPages, SLOW_MS } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { takeTicket } from './morning/hands.ts';
import { bodies, eventsOf, linesInFiles, printedQrs, printedSlips } from './morning/outside.ts';
import type { Product } from '../support/product.ts';
import type { Pages } from './stage/stage.ts';

let folder: string;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('keys');
  product = await startAlone(join(folder, 'data'));
  pages = await openPages(product.app, folder);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

/** Both copies carry a code that any desk with the journal can verify, with no server [R10]. */
async function expectSigned(dataDir: string, code: string): Promise<void> {
  const opened = bodies<{ publicKey: string }>(eventsOf(linesInFiles(dataDir)), 'epoch-opened');
  const keys = new Map(
    opened.map(({ publicKey }) => [
      slipKeyId(publicKey),
      createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
    ]),
  );
  const qrs = printedQrs(dataDir);
  expect(qrs).toHaveLength(2);
  for (const qr of qrs) {
    const verified = await verifySlipQr(qr, {
      keyOf: (keyId) => keys.get(keyId),
      verify: (key, signature, text) => Promise.resolve(verify(null, Buffer.from(text), key, signature)),
    });
    expect(verified).toMatchObject({ ok: true, value: { code, procedure: '1.001193' } });
  }
}

describe('keyboard alone', () => {
  it('[D01] [G04] from sign-in over call, four steps and two copies to the opened dossier and the next number', async () => {
    const [citizen] = morningCast();
    if (!citizen) throw new Error('the cast has citizens');
    const number = await takeTicket(pages.kiosk, citizen);
    const { desk } = pages;
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await desk.keyboard.press(key);
    };
    const focused = () =>
      desk.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName,
      );
    await desk.bringToFront();

    await press('ArrowDown', 'Tab', 'End', 'Tab'); // first clerk, last counter
    await desk.keyboard.type('1357');
    await press('Enter');
    const queue = desk.getByRole('region', { name: 'Hàng chờ' });
    await queue.getByText(number).waitFor({ timeout: SLOW_MS });
    await press('F2');
    await desk.getByRole('button', { name: 'Vắng' }).waitFor({ timeout: SLOW_MS });

    await press('F4');
    await desk.getByRole('heading', { name: 'Bước 1: Người nộp' }).waitFor({ timeout: SLOW_MS });
    for (const text of ['Đặng Thị Hòa', '001185012345', '12/03/1985', '0912345678', '', 'Tổ 5']) {
      await desk.keyboard.type(text);
      await press('Enter');
    }
    await press('Control+Enter');
    await desk.getByRole('heading', { name: 'Bước 2: Thủ tục' }).waitFor({ timeout: SLOW_MS });
    await desk.keyboard.type('1.001193');
    await press('Enter');
    await desk.getByRole('heading', { name: 'Bước 3: Giấy tờ' }).waitFor({ timeout: SLOW_MS });
    await press('Shift+Tab', 'Enter'); // "Nhận đủ giấy tờ bắt buộc" stands before the first paper
    await desk.getByText(/Đã nhận (\d+) \/ \1 giấy tờ bắt buộc/).waitFor({ timeout: SLOW_MS });
    expect(await focused()).not.toBe('BODY');
    await press('Control+Enter');
    await desk.getByRole('heading', { name: 'Bước 4: Hẹn & in' }).waitFor({ timeout: SLOW_MS });
    await press('F8');
    await expect.poll(() => desk.getByText('in xong').count(), { timeout: SLOW_MS }).toBe(2);

    const [code = ''] = issuedCodes(product.dataDir);
    const copies = [...printedSlips(product.dataDir).values()].filter((text) => text.includes(code));
    expect(copies).toHaveLength(2);
    await expectSigned(product.dataDir, code);
    await press('Escape', '/');
    await desk.keyboard.type('dang thi hoa');
    await press('ArrowDown');
    await expect.poll(focused, { timeout: SLOW_MS }).toBe(`Mở hồ sơ ${code}`);
    await press('Enter');
    await desk.getByRole('heading', { name: code }).waitFor({ timeout: SLOW_MS });
    await press('Escape', 'F2');
    await queue.getByText(`Quầy đang phục vụ số ${number}.`).waitFor({ timeout: SLOW_MS });
    expect(pages.browser.complaints).toEqual([]);
  });
});
