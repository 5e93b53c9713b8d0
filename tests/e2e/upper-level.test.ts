// The level above is ill, gone, a day ahead or wants us no more: the desk works on, says so, and every fact arrives once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultyDistrict } from './stage/faulty-district.ts';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { nth } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { takeTicket } from './morning/hands.ts';
import { linesInDistrict, linesInFiles } from './morning/outside.ts';
import type { Page } from 'playwright-core';
import type { Browser } from '../support/browser.ts';
import type { FaultyDistrict } from './stage/faulty-district.ts';
import type { Product } from '../support/product.ts';
import type { DistrictProcess } from '../support/programs.ts';

/** The longest rest between two attempts, and one that times out. */
const RETRY_MS = 45_000;

const cast = morningCast();
const shown: string[] = [];
let folder: string;
let districtDir: string;
let district: DistrictProcess;
let between: FaultyDistrict;
let product: Product;
let browser: Browser;
let kiosk: Page;
let sync: Page;

beforeAll(async () => {
  folder = await temporaryFolder('upper');
  districtDir = join(folder, 'district');
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  between = await faultyDistrict(district.url);
  const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
  const { code } = JSON.parse(made.out) as { readonly code: string };
  product = await startProduct({
    dataDir: join(folder, 'app'),
    flags: ['--district-url', between.url, '--enrol', code],
  });
  browser = await openBrowser(join(folder, 'profile'));
  kiosk = await browser.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
  sync = await browser.open(`${product.app}/#/sync`);
  await said('Đang kết nối');
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  between?.close();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

const said = (words: string | RegExp) => sync.getByText(words).first().waitFor({ timeout: RETRY_MS });
const ticket = async () => void shown.push(await takeTicket(kiosk, nth(cast, shown.length)));
const pill = () => sync.getByRole('link', { name: /Kết nối/ });

async function allArrived(): Promise<void> {
  await pill()
    .filter({ hasText: /Đang kết nối$/ })
    .waitFor({ timeout: RETRY_MS });
  await expect
    .poll(() => linesInDistrict(districtDir), { timeout: RETRY_MS })
    .toEqual(linesInFiles(product.dataDir));
}

describe('the level above', () => {
  it('[S02] [S06] [S09] answers 500, garbage, nothing: the desk issues on and says since when and how much is unsent', async () => {
    await allArrived();
    between.mood = 'error';
    await ticket();
    await said('Máy chủ cấp trên đang gặp lỗi.');
    between.mood = 'garbage';
    await said('Máy chủ cấp trên trả lời không đọc được.');
    between.mood = 'hang';
    await said('Máy chủ cấp trên không trả lời kịp.');
    await ticket();
    const words = /Ngoại tuyến từ \d\d:\d\d.*còn (\d+) việc chưa gửi/;
    await pill().filter({ hasText: words }).waitFor({ timeout: RETRY_MS });
    const told = words.exec((await pill().innerText()).replaceAll('\n', ' '))?.[1];
    expect(Number(told)).toBe(linesInFiles(product.dataDir).length - linesInDistrict(districtDir).length);
  });

  it('[C06] [J3] [J4] is well again, a day ahead: all facts arrive once, nothing is blocked, and the clock is told', async () => {
    between.mood = 'tomorrow';
    await allArrived();
    await said(/Đồng hồ máy này chậm hơn cấp trên 24 giờ\./);
    await ticket();
    await allArrived();
    between.mood = 'well';
  });

  it('[C06] [J3] is killed and started again: nothing lost, nothing twice', async () => {
    district.child.kill('SIGKILL');
    await district.ended;
    await ticket();
    await said('Ngoại tuyến');
    district = await runningDistrict(['--port', new URL(district.url).port, '--data', districtDir]);
    await allArrived();
    const lines = linesInDistrict(districtDir);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('[U01] shuts this device out: the pages say so in words, and the desk goes on', async () => {
    const { device } = JSON.parse(readFileSync(join(product.dataDir, 'device.json'), 'utf8')) as {
      readonly device: string;
    };
    expect(motcua(['revoke', '--data', districtDir, '--device', device]).exitCode).toBe(0);
    await ticket();
    await pill()
      .filter({ hasText: /Cấp trên không nhận máy này từ \d\d:\d\d/ })
      .waitFor({ timeout: RETRY_MS });
    await said('Báo người quản trị: cần mã ghi danh mới cho máy này.');
    await ticket();
    expect(new Set(shown).size).toBe(shown.length);
    expect(browser.complaints).toEqual([]);
  });
});
