// What the waiting room sees and hears: two desks call, the display says every call to its end, and knows when it is cut off.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcementOf } from '../../../shared/text/voice/calls.ts';
import { CHIME, clipNames } from '../../../shared/text/voice/clips.ts';
import { openBrowser } from '../../support/browser.ts';
import { demoWard } from '../../support/demo.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { callNext, finishTicket, takeTicket } from '../morning/hands.ts';
import { nth, openPages, signInAs, SLOW_MS } from '../stage/stage.ts';
import { morningCast } from '../morning/cast.ts';
import { countStarted, heardAgainst, keepSilent, listen, startedCalls } from '../stage/listen.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

/** A ward whose ground floor has a display of its own, which another one speaks for. */
const ward = {
  ...demoWard(),
  voice: { repeat: 2, rate: 1.3, volume: 60 },
  displays: [{ id: 'tang-1', name: 'Tầng 1', nameEn: 'Ground floor', counters: ['q1'], sound: false }],
  notices: [{ vi: 'Chiều thứ Sáu không nhận hồ sơ đất đai.', en: 'No land files on Friday afternoon.' }],
};

let folder: string;
let product: Product;
let pages: Pages;
let display: Page;
let other: Page;

const start = (flags: readonly string[] = []): Promise<Product> =>
  startProduct({ dataDir: join(folder, 'data'), flags: ['--ward', join(folder, 'ward.json'), ...flags] });

beforeAll(async () => {
  folder = await temporaryFolder('display');
  writeFileSync(join(folder, 'ward.json'), JSON.stringify(ward));
  product = await start();
  pages = await openPages(product.app, folder);
  await listen(pages.browser.context);
  await signInAs(pages.desk, 'lan', '1357', 'q1');
  other = await pages.browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
  await signInAs(other, 'minh', '2468', 'q2');
  display = await pages.browser.open(`${product.app}/#/display`, { width: 1920, height: 1080 });
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

const citizen = (fieldName: string) => ({ ...nth(morningCast(), 0), fieldName });
const takeAt = async (fieldName: string) => takeTicket(pages.kiosk, citizen(fieldName));

/** What is to be heard for a call at a counter of this ward. */
const soundsOf = (number: string, counter: string) =>
  announcementOf(
    { number, counter: ward.counters.find(({ id }) => id === counter) ?? { id: counter, name: '' } },
    ward.voice.repeat,
    (clip) => clip === CHIME || clipNames.includes(clip),
  );

describe('the waiting room', () => {
  it('[L05] a browser that keeps the page silent shows a button, and one touch opens the sound', async () => {
    const strict = await openBrowser(join(folder, 'strict'));
    await keepSilent(strict.context);
    const silent = await strict.open(`${product.app}/#/display`, { width: 1920, height: 1080 });
    const button = silent.getByRole('button', { name: 'Bật tiếng' });
    await button.waitFor({ timeout: SLOW_MS });
    const { violations } = await new AxeBuilder({ page: silent })
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .setLegacyMode(true)
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await button.click();
    await button.waitFor({ state: 'detached', timeout: SLOW_MS });
    expect(strict.complaints).toEqual([]);
    await strict.close();
    // Any touch is one, not only of the button.
    await display.getByRole('main').click();
    await display.getByRole('button', { name: 'Bật tiếng' }).waitFor({ state: 'detached', timeout: SLOW_MS });
    expect(await countStarted(display)).toBe(0);
  });

  it('[CA1] [L08] two desks call in one second: both calls are said whole, one after the other', async () => {
    const first = await takeAt('Chứng thực');
    const second = await takeAt('Hộ tịch');
    const numbers = await Promise.all([callNext(pages.desk), callNext(other)]);
    expect([...numbers].toSorted()).toEqual([first, second].toSorted());
    await expect.poll(() => countStarted(display), { timeout: 60_000 }).toBe(2);
    const calls = await startedCalls(display);
    const [one, two] = calls;
    expect((two?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual((one?.ms ?? Infinity) - 50);
    const large = display.getByRole('heading', { name: 'Đang gọi' });
    await large.waitFor();
    // The samples that were played, clip by clip, against the files as the host serves them.
    const wanted = [soundsOf(first, 'q1'), soundsOf(second, 'q2')];
    const heardAt = async (nth: number): Promise<string> => {
      const tries = await Promise.all(wanted.map((sounds) => heardAgainst(display, nth, sounds)));
      return tries.map((clips) => clips.join(' ')).join('');
    };
    const heard = [await heardAt(0), await heardAt(1)];
    const words = wanted.map((sounds) => sounds.map(({ clip }) => clip).join(' '));
    expect(heard.toSorted()).toEqual(words.toSorted());
  });

  it('[CA2] a call that is over before its turn is not said, the one under way goes to its end', async () => {
    await finishTicket(pages.desk, 'Xong');
    await finishTicket(other, 'Xong');
    await takeAt('Chứng thực');
    await takeAt('Hộ tịch');
    const before = await countStarted(display);
    await callNext(pages.desk);
    await expect.poll(() => countStarted(display), { timeout: 30_000 }).toBe(before + 1);
    const overtaken = await callNext(other);
    await display.getByRole('listitem').filter({ hasText: overtaken }).first().waitFor({ timeout: SLOW_MS });
    await finishTicket(other, 'Vắng');
    const [under] = (await startedCalls(display)).slice(-1);
    await display.waitForTimeout((under?.ms ?? 0) + 3000);
    expect(await countStarted(display)).toBe(before + 1);
    await finishTicket(pages.desk, 'Xong');
  });

  it('[CA2] once nobody is awaited no number is called any more, also after a reload; the last ones are listed', async () => {
    await takeAt('Chứng thực');
    const absent = await callNext(pages.desk);
    const large = display.getByRole('heading', { name: 'Đang gọi' });
    await large.waitFor({ timeout: SLOW_MS });
    await finishTicket(pages.desk, 'Vắng');
    const rest = display.getByRole('heading', { name: 'Xin chờ gọi số tiếp theo' });
    await rest.waitFor({ timeout: 60_000 });
    expect(await large.count()).toBe(0);
    await display.reload();
    await rest.waitFor({ timeout: SLOW_MS });
    await display.getByRole('listitem').filter({ hasText: absent }).first().waitFor({ timeout: SLOW_MS });
    expect(await large.count()).toBe(0);
    // As before: any touch opens the sound of the page that was opened anew.
    await display.getByRole('main').click();
  });

  it('[L12] [L11] a display of a part of the room shows its own calls, notices, and that it stays silent', async () => {
    await takeAt('Hộ tịch');
    const floor = await pages.browser.open(`${product.app}/#/display?zone=tang-1`, {
      width: 1920,
      height: 1080,
    });
    await floor.getByText('Trung tâm Phục vụ hành chính công · Tầng 1').waitFor({ timeout: SLOW_MS });
    await floor.getByText('Tiếng phát ở bảng khác').waitFor();
    const upstairs = await callNext(other);
    await display.getByText(upstairs).first().waitFor({ timeout: SLOW_MS });
    await takeAt('Chứng thực');
    const here = await callNext(pages.desk);
    await floor.getByText(here).first().waitFor({ timeout: SLOW_MS });
    expect(await floor.getByText(upstairs).count()).toBe(0);
    expect(await countStarted(floor)).toBe(0);
    await floor.emulateMedia({ reducedMotion: 'reduce' });
    await floor.getByText('Chiều thứ Sáu không nhận hồ sơ đất đai.').waitFor();
    await floor.close();
    await finishTicket(other, 'Xong');
    await finishTicket(pages.desk, 'Xong');
  });

  it('[CA5] a broken file of the ward’s own voice is told on the health page, and the bundled clip speaks', async () => {
    const own = join(folder, 'data', 'voice', 'north');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'so-0.mp3'), 'no sound');
    writeFileSync(join(own, 'so-khong.wav'), 'a name of no clip');
    const health = await pages.browser.open(`${product.app}/#/health`);
    const line = health.getByRole('listitem').filter({ hasText: 'Giọng gọi số' });
    await line.getByText(/Không phát được tệp so-0.*so-khong\.wav/).waitFor({ timeout: SLOW_MS });
    await health.close();
    const settings = await pages.browser.open(`${product.app}/#/settings`);
    await settings.getByText(`${clipNames.length} / ${clipNames.length}`).waitFor({ timeout: SLOW_MS });
    await settings.getByRole('button', { name: 'Nghe thử' }).click();
    await expect.poll(() => countStarted(settings), { timeout: SLOW_MS }).toBe(1);
    const sounds = soundsOf('A012', 'q1');
    expect(await heardAgainst(settings, 0, sounds)).toEqual(sounds.map(({ clip }) => clip));
    await settings.close();
  });

  it('[L14] [L15] without its host the display keeps its last state and says so; it comes back by itself', async () => {
    const last = await takeAt('Chứng thực');
    await callNext(pages.desk);
    await display.getByText(last).first().waitFor({ timeout: SLOW_MS });
    await expect.poll(() => pages.browser.complaints, { timeout: 1000 }).toEqual([]);
    const { port } = new URL(product.app);
    await product.stop();
    await display.getByText(/Mất kết nối với máy chủ của quầy từ \d\d:\d\d/).waitFor({ timeout: SLOW_MS });
    expect(await display.getByText(last).count()).toBeGreaterThan(0);
    product = await start(['--port', port]);
    await display.getByText(/Mất kết nối/).waitFor({ state: 'detached', timeout: SLOW_MS });
    await finishTicket(pages.desk, 'Xong');
    const next = await takeAt('Chứng thực');
    await callNext(pages.desk);
    await display.getByText(next).first().waitFor({ timeout: SLOW_MS });
  });
});
