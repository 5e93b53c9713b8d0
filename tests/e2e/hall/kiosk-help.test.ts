// What a citizen does at the kiosk besides taking a number: looks a dossier up, types, prints a list, presses clumsily.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { morningCast } from '../morning/cast.ts';
import { callNext, receiveDossier, signIn, takeTicket } from '../morning/hands.ts';
import { printedQrs } from '../morning/outside.ts';
import { issuedNumbers, nth, openPages, SLOW_MS } from '../stage/stage.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

let folder: string;
let product: Product;
let pages: Pages;
let code: string;

beforeAll(async () => {
  folder = await temporaryFolder('kiosk-help');
  product = await startProduct({ dataDir: join(folder, 'data') });
  pages = await openPages(product.app, folder);
  const citizen = nth(morningCast(), 0);
  await takeTicket(pages.kiosk, citizen);
  await signIn(pages.desk);
  await callNext(pages.desk);
  code = await receiveDossier(pages.desk, citizen);
  await pages.kiosk.bringToFront();
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

const home = async (kiosk: Page) => {
  const button = kiosk.getByRole('button', { name: 'Màn hình chính' });
  if ((await button.count()) > 0) await button.click();
  await kiosk.getByRole('button', { name: /^Lấy số/ }).waitFor({ timeout: SLOW_MS });
};

/** Types as a scanner does: at once, wherever the focus is, with Enter at the end. */
const scan = async (kiosk: Page, text: string) => {
  await kiosk.keyboard.type(text);
  await kiosk.keyboard.press('Enter');
};

describe('looking up a dossier', () => {
  it('[E04] [KI1] the slip as it was printed, scanned on the home page, shows state and due date in words, and no person', async () => {
    const { kiosk } = pages;
    await home(kiosk);
    const [qr = ''] = printedQrs(product.dataDir);
    expect(qr).toMatch(/^MCS1\*/);
    await scan(kiosk, qr);
    const result = kiosk.getByRole('region', { name: 'Kết quả tra cứu' });
    await result.waitFor({ timeout: SLOW_MS });
    const shown = await result.innerText();
    const { name, idNumber } = nth(morningCast(), 0);
    expect(shown).toContain(code);
    expect(shown).toMatch(/Trong hạn|Sắp đến hạn/);
    expect(shown).toMatch(/còn \d+/i);
    expect(shown).toContain('Đã tiếp nhận');
    expect(shown).toContain('Giấy hẹn thật');
    expect(await kiosk.locator('body').innerText()).not.toContain(name);
    expect(await kiosk.content()).not.toContain(idNumber);
  });

  it('[KI2] a changed slip is called forged', async () => {
    const { kiosk } = pages;
    await home(kiosk);
    const [qr = ''] = printedQrs(product.dataDir);
    await scan(kiosk, qr.replace(/\*(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)\*/, '*2020-01-01T08:00*'));
    await kiosk.getByText('Giấy hẹn này không phải do nơi đây cấp').waitFor({ timeout: SLOW_MS });
  });

  it('[E04] [KI2] the end of the code is typed on the screen; an unknown and a wrong one get the same answer', async () => {
    const { kiosk } = pages;
    await home(kiosk);
    await kiosk.getByRole('button', { name: /^Tra cứu hồ sơ/ }).click();
    const keys = kiosk.getByRole('group', { name: 'Bàn phím' });
    const type = async (text: string) => {
      for (const sign of text) {
        const name = sign === '-' ? 'Dấu gạch ngang' : sign;
        await keys.getByRole('button', { name, exact: true }).click();
      }
      await keys.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    };
    const answers: string[] = [];
    for (const text of ['260605-9999', '77']) {
      await type(text);
      await kiosk.getByText('Không có hồ sơ với mã này ở đây.').waitFor({ timeout: SLOW_MS });
      answers.push(await kiosk.getByRole('status').first().innerText());
    }
    expect(answers[0]).toBe(answers[1]);
    await type(code.split('-').slice(1).join('-'));
    await kiosk.getByText(`Mã hồ sơ ${code}`).waitFor({ timeout: SLOW_MS });
    expect(pages.browser.complaints).toEqual([]);
  });
});

describe('typing and printing', () => {
  it('[K19] [KI7] Telex and Vietnamese keys find a procedure; every key is large enough for a finger', async () => {
    const { kiosk } = pages;
    await home(kiosk);
    await kiosk.getByRole('button', { name: /^Thủ tục & lệ phí/ }).click();
    const keys = kiosk.getByRole('group', { name: 'Bàn phím' });
    const press = (name: string) => keys.getByRole('button', { name, exact: true }).click();
    for (const key of ['k', 'ê', 't', 'Dấu sắc', 'Dấu cách', 'h', 'ô', 'n']) await press(key);
    const box = kiosk.getByRole('searchbox');
    expect(await box.inputValue()).toBe('kết hôn');
    await press('Xóa hết');
    await press('Gõ Telex');
    for (const key of 'keets') await press(key);
    await press('Dấu cách');
    for (const key of 'hoon') await press(key);
    expect(await box.inputValue()).toBe('kết hôn');
    await kiosk
      .getByRole('button', { name: /^Đăng ký kết hôn/ })
      .first()
      .waitFor({ timeout: SLOW_MS });
    await press('Xóa hết');
    await box.focus();
    await kiosk.keyboard.type('ddaats', { delay: 20 });
    expect(await box.inputValue()).toBe('đất');
    // 15 mm on a 15.6-inch portrait panel of 1080 × 1920, larger on every other.
    const sizes = await keys
      .getByRole('button')
      .evaluateAll((all) =>
        all.map((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height)),
      );
    expect(sizes.length).toBeGreaterThan(50);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(84);
  });

  it('[N02] [KI8] the list of papers comes out of the ticket printer', async () => {
    const { kiosk } = pages;
    await home(kiosk);
    await kiosk.getByRole('button', { name: /^Thủ tục & lệ phí/ }).click();
    await kiosk.getByRole('searchbox').fill('khai sinh');
    await kiosk
      .getByRole('button', { name: /^Đăng ký khai sinh/ })
      .first()
      .click();
    await kiosk.getByRole('button', { name: 'In danh mục giấy tờ' }).click();
    await kiosk.getByText('Mời Ông/Bà nhận danh mục ở khe bên dưới.').waitFor({ timeout: SLOW_MS });
    expect(pages.browser.complaints).toEqual([]);
  });
});

describe('clumsy hands', () => {
  it('[K20] [KI4] a long press, a finger that slips on its button and one beside a resting palm each take one ticket; one that slips off takes none', async () => {
    const { kiosk } = pages;
    const touch = await kiosk.context().newCDPSession(kiosk);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    type Point = { readonly x: number; readonly y: number; readonly id: number };
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly Point[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
    const middle = async (name: RegExp) => {
      const box = await kiosk.getByRole('button', { name }).first().boundingBox();
      if (!box) throw new Error(`no ${name.source}`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const ticketsOf = async (press: (at: { x: number; y: number }) => Promise<void>): Promise<number> => {
      await home(kiosk);
      await kiosk.waitForTimeout(500);
      await kiosk.getByRole('button', { name: /^Lấy số/ }).click();
      await kiosk.waitForTimeout(2500);
      const before = issuedNumbers(product.dataDir).length;
      await press(await middle(/^Chứng thực/));
      await kiosk.waitForTimeout(2500);
      const done = kiosk.getByRole('button', { name: 'Xong, về màn hình chính' });
      if ((await done.count()) > 0) await done.click();
      await kiosk.waitForTimeout(500);
      return issuedNumbers(product.dataDir).length - before;
    };
    const long = await ticketsOf(async (at) => {
      await send('touchStart', [{ ...at, id: 1 }]);
      await kiosk.waitForTimeout(1500);
      await send('touchEnd', []);
    });
    const slip = await ticketsOf(async (at) => {
      await send('touchStart', [{ ...at, id: 1 }]);
      for (const by of [8, 20, 32]) await send('touchMove', [{ x: at.x + by, y: at.y + by / 2, id: 1 }]);
      await send('touchEnd', []);
    });
    const off = await ticketsOf(async (at) => {
      await send('touchStart', [{ ...at, id: 1 }]);
      for (const by of [100, 300, 420]) await send('touchMove', [{ x: at.x + by, y: at.y, id: 1 }]);
      await send('touchEnd', []);
    });
    const palm = { x: 700, y: 60, id: 2 };
    const palmed = await ticketsOf(async (at) => {
      await send('touchStart', [palm]);
      await send('touchStart', [palm, { ...at, id: 1 }]);
      await send('touchMove', [palm]);
      await kiosk.waitForTimeout(300);
      await send('touchEnd', []);
    });
    const doubled = await ticketsOf(async (at) => {
      for (let tap = 0; tap < 3; tap += 1) {
        await send('touchStart', [{ ...at, id: 1 }]);
        await send('touchEnd', []);
        await kiosk.waitForTimeout(60);
      }
    });
    expect({ long, slip, off, palmed, doubled }).toEqual({ long: 1, slip: 1, off: 0, palmed: 1, doubled: 1 });
    expect(pages.browser.complaints).toEqual([]);
  });
});

describe('people who walk away', () => {
  it('[K21] [KI3] what was typed is gone after 45 seconds, counted down on the screen', async () => {
    const { kiosk } = pages;
    await home(kiosk);
    await kiosk.getByRole('button', { name: 'Tầm thấp' }).click();
    await kiosk.getByRole('button', { name: /^Tra cứu hồ sơ/ }).click();
    await kiosk.getByLabel('Mã hồ sơ trên giấy hẹn').fill('260605-0001');
    await kiosk.getByRole('region', { name: 'Ông/Bà còn ở đây không?' }).waitFor({ timeout: 40_000 });
    await kiosk.getByRole('button', { name: /^Lấy số/ }).waitFor({ timeout: 25_000 });
    expect(await kiosk.getByRole('button', { name: 'Tầm thấp' }).getAttribute('aria-pressed')).toBe('false');
    await kiosk.getByRole('button', { name: /^Tra cứu hồ sơ/ }).click();
    expect(await kiosk.getByLabel('Mã hồ sơ trên giấy hẹn').inputValue()).toBe('');
  });
});
