// Two machines act on the same ticket and the same dossier while the district is cut off: people see both sides, one settles, it is gone on both.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { faultyDistrict } from './stage/faulty-district.ts';
import { nth, openPages, signInAs, SLOW_MS, waitingAt } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { receiveDossier, takeTicket } from './morning/hands.ts';
import type { Locator, Page } from 'playwright-core';
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

const steps = (desk: Page): Locator => desk.getByRole('region', { name: 'Bước tiếp theo' });
const papersOf = (desk: Page): Locator => desk.getByRole('region', { name: 'Giấy của hồ sơ' });
const trailOf = (desk: Page): Locator => desk.getByRole('region', { name: 'Diễn biến' });

async function toDesk(desk: Page): Promise<void> {
  await desk.getByRole('link', { name: 'Quầy', exact: true }).click();
  await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
}

/** Opens a dossier in the register, once it is there. */
async function openDossier(desk: Page, code: string): Promise<void> {
  await desk.getByRole('button', { name: `Mở hồ sơ ${code}` }).click({ timeout: RETRY_MS });
  await steps(desk).waitFor();
}

/** Presses the button that does what the open form is about. */
async function record(desk: Page, name: string): Promise<void> {
  const form = desk.getByRole('form');
  await form.getByRole('button', { name, exact: true }).press('Enter');
  await form.waitFor({ state: 'detached', timeout: SLOW_MS });
}

async function cutOff(): Promise<void> {
  between.mood = 'error';
  for (const { desk } of [one, two])
    await pill(desk)
      .filter({ hasText: /Ngoại tuyến/ })
      .waitFor({ timeout: RETRY_MS });
}

async function goOn(): Promise<void> {
  between.mood = 'well';
  for (const { desk } of [one, two]) {
    await toSync(desk);
    await desk.getByRole('button', { name: 'Thử ngay' }).click();
  }
}

describe('a dossier that two machines dealt with', () => {
  let code: string;

  it('[S03] [V3] one asks for papers and prints Mẫu 02 for the citizen, the other hands it over', async () => {
    code = await receiveDossier(one.desk, nth(cast, 0));
    for (const { desk } of [one, two]) {
      await toDesk(desk);
      await openDossier(desk, code);
    }
    await cutOff();
    await steps(one.desk).getByRole('button', { name: 'Việc khác' }).press('Enter');
    await one.desk.getByRole('menuitem', { name: 'Yêu cầu bổ sung…', exact: true }).click();
    const form = one.desk.getByRole('form', { name: 'Yêu cầu bổ sung' });
    await form.getByLabel('Giấy tờ, nội dung').fill('Giấy chứng sinh');
    await form.getByLabel('Lý do').fill('Điều 16 Luật Hộ tịch');
    await record(one.desk, 'Yêu cầu bổ sung');
    await papersOf(one.desk).getByRole('button', { name: 'In giấy', exact: true }).press('Enter');
    await papersOf(one.desk).getByText('in xong').waitFor({ timeout: SLOW_MS });
    await steps(two.desk).getByRole('button', { name: 'Bàn giao' }).press('Enter');
    await record(two.desk, 'Bàn giao hồ sơ');
  });

  it('[V6] the register marks it, its band leads to the page that decides, and that page names the papers of each side', async () => {
    await goOn();
    for (const { desk } of [one, two])
      await decide(desk)
        .getByRole('button', { name: `Xem hai bên: Hồ sơ ${code}` })
        .waitFor({ timeout: RETRY_MS });
    await toDesk(one.desk);
    const row = one.desk.getByRole('row').filter({ hasText: code });
    await row.getByText('Cần chốt').waitFor();
    if ((await steps(one.desk).count()) === 0) await openDossier(one.desk, code);
    await one.desk.getByText('Hai nơi đã xử lý khác nhau: cần người quyết định.').waitFor();
    await one.desk.getByRole('link', { name: 'Xem hai bên và chốt' }).click();
    const here = decide(one.desk);
    await here.getByRole('heading', { name: `Hồ sơ ${code}` }).waitFor();
    await here
      .getByRole('region', { name: 'Bên B' })
      .getByText(/Phiếu yêu cầu bổ sung.* số /)
      .waitFor();
    const handing = here.getByRole('region', { name: 'Bên A' });
    expect(await handing.getByText('Giấy đã in ở bên này').count()).toBe(0);
  });

  it('[V5] choosing a side says what must be taken back, and nothing is settled without a reason', async () => {
    const here = decide(one.desk);
    await here.getByRole('radio', { name: 'Bên A đúng' }).check();
    const warning = here.getByRole('status');
    await warning.getByText('giấy đã in của bên B không còn giá trị, phải thu lại').waitFor();
    await warning.getByText(/Phiếu yêu cầu bổ sung/).waitFor();
    const settle = here.getByRole('button', { name: 'Chốt bên A' });
    expect(await settle.isDisabled()).toBe(true);
    await here.getByRole('textbox', { name: 'Ghi chú khi chốt' }).fill('   ');
    expect(await settle.isDisabled()).toBe(true);
    await here.getByRole('textbox', { name: 'Ghi chú khi chốt' }).fill('Người dân đã đủ giấy tờ');
    await settle.click();
    await here.getByText('Không có việc nào phải quyết định.').waitFor({ timeout: SLOW_MS });
    await decide(two.desk).getByText('Không có việc nào phải quyết định.').waitFor({ timeout: RETRY_MS });
  });

  it('[V5] [R04] on both machines the trail says which side was kept, and the paper of the other is void and not printed again', async () => {
    for (const { desk } of [one, two]) {
      await toDesk(desk);
      if ((await steps(desk).count()) === 0) await openDossier(desk, code);
      const trail = trailOf(desk);
      await trail.getByText('Giữ: Bàn giao – Trần Văn Minh').waitFor({ timeout: RETRY_MS });
      await trail.getByText('Không tính: Yêu cầu bổ sung – Nguyễn Thị Lan').waitFor();
      const asked = trail.getByRole('listitem').filter({ hasText: 'không tính – đã chốt theo bên kia' });
      expect(await asked.count()).toBe(1);
      await trail.getByText('giấy không còn giá trị, thu lại').waitFor();
      const paper = papersOf(desk).getByRole('listitem').filter({ hasText: 'Phiếu yêu cầu bổ sung' });
      await paper.getByText('không còn giá trị, thu lại').waitFor();
      await paper.getByRole('button', { name: /^Xem: Phiếu yêu cầu/ }).click();
      await paper.getByText(/Gọi người nộp và thu lại bản đã giao/).waitFor();
      expect(await paper.getByRole('button', { name: /^In/ }).count()).toBe(0);
      expect(await desk.getByText('Hai nơi đã xử lý khác nhau').count()).toBe(0);
    }
  });
});

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
