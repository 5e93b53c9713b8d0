// Two machines act on the same ticket and the same dossier while the district is cut off: people see both sides, one settles, it is gone on both.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { faultyDistrict } from './stage/faulty-district.ts';
import { nth, openPages, signInAs, SLOW_MS, waitingAt } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { takeTicket } from './morning/hands.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../support/product.ts';
import type { DistrictProcess } from '../support/programs.ts';
import type { FaultyDistrict } from './stage/faulty-district.ts';
import type { Pages } from './stage/stage.ts';

/** The longest rest between two attempts, and one that times out. */
const RETRY_MS = 45_000;

const cast = morningCast();
let folder: string;
let district: DistrictProcess;
let between: FaultyDistrict;
let products: readonly [Product, Product];
let one: Pages;
let two: Pages;
let number: string;

beforeAll(async () => {
  folder = await temporaryFolder('conflict');
  const districtDir = join(folder, 'district');
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  between = await faultyDistrict(district.url);
  const machine = async (name: string) => {
    const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
    const { code } = JSON.parse(made.out) as { readonly code: string };
    return startProduct({
      dataDir: join(folder, name),
      flags: ['--district-url', between.url, '--enrol', code],
    });
  };
  products = [await machine('app-1'), await machine('app-2')];
  one = await openPages(products[0].app, folder, 'one');
  two = await openPages(products[1].app, folder, 'two');
  await signInAs(one.desk, 'lan', '1357', 'q1');
  await signInAs(two.desk, 'minh', '2468', 'q4');
});

afterAll(async () => {
  await one?.browser.close();
  await two?.browser.close();
  for (const product of products ?? []) await product.stop();
  between?.close();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

const pill = (page: Page) => page.getByRole('link', { name: /Kết nối/ });
const decide = (page: Page) => page.getByRole('region', { name: 'Cần người quyết định' });

/** Calls the one waiting ticket at the desk and waits until it is served there. */
async function call(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: `Gọi số ${number}`, exact: true }).click();
  const queue = desk.getByRole('region', { name: 'Hàng chờ' });
  await queue.getByRole('button', { name: 'Vắng' }).waitFor({ timeout: SLOW_MS });
}

/** Goes to the page about the data without loading anew, so that the clerk stays signed in. */
async function toSync(page: Page): Promise<void> {
  await page.evaluate(() => void (window.location.hash = '#/sync'));
  await page.getByRole('heading', { name: 'Nơi dữ liệu đã đến' }).waitFor();
}

describe('a conflict between two machines', () => {
  it('[S03] [V3] both call the same number while the district is gone; neither is blocked', async () => {
    number = await takeTicket(one.kiosk, nth(cast, 2));
    await expect.poll(() => waitingAt(two.desk), { timeout: RETRY_MS }).toEqual([number]);
    between.mood = 'error';
    await pill(one.desk)
      .filter({ hasText: /Ngoại tuyến/ })
      .waitFor({ timeout: RETRY_MS });
    await pill(two.desk)
      .filter({ hasText: /Ngoại tuyến/ })
      .waitFor({ timeout: RETRY_MS });
    await call(one.desk);
    await call(two.desk);
  });

  it('[V6] [X1] "try now" brings them together: both machines show the same two sides, in words', async () => {
    between.mood = 'well';
    for (const { desk } of [one, two]) {
      await toSync(desk);
      await desk.getByRole('button', { name: 'Thử ngay' }).click();
    }
    for (const { desk } of [one, two]) {
      await decide(desk).getByText('1 việc đang chờ quyết định').waitFor({ timeout: RETRY_MS });
      await decide(desk)
        .getByRole('button', { name: new RegExp(`^Xem hai bên: Số ${number}`) })
        .click();
      await decide(desk).getByRole('region', { name: 'Bên A' }).waitFor();
      const sides = await Promise.all(
        ['Bên A', 'Bên B'].map((name) => decide(desk).getByRole('region', { name }).innerText()),
      );
      expect(sides[0]).toMatch(/Đang tạm theo[\s\S]*Gọi đến Quầy 4[\s\S]*Trần Văn Minh/);
      expect(sides[1]).toMatch(/Gọi đến Quầy 1[\s\S]*Nguyễn Thị Lan/);
    }
  });

  it('[V5] settled on one machine, gone on both, and the number stands where the person decided', async () => {
    const here = decide(one.desk);
    await here.getByRole('radio', { name: 'Bên B đúng' }).check();
    await here.getByRole('textbox', { name: 'Ghi chú khi chốt' }).fill('Người dân đang ở quầy 1');
    await here.getByRole('button', { name: 'Chốt bên B' }).click();
    await here.getByText('Không có việc nào phải quyết định.').waitFor({ timeout: SLOW_MS });
    await decide(two.desk)
      .getByText('Việc này đã được chốt ở nơi khác. Không cần làm gì thêm.')
      .waitFor({ timeout: RETRY_MS });
    await decide(two.desk).getByRole('button', { name: 'Về danh sách' }).click();
    await decide(two.desk).getByText('Không có việc nào phải quyết định.').waitFor();
    await one.desk.getByRole('link', { name: 'Quầy', exact: true }).click();
    const queue = one.desk.getByRole('region', { name: 'Hàng chờ' });
    await queue.getByText(number).first().waitFor({ timeout: SLOW_MS });
    await queue.getByRole('button', { name: 'Vắng' }).waitFor();
    expect([...one.browser.complaints, ...two.browser.complaints]).toEqual([]);
  });
});
