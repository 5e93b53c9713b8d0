// People at the desk, through the pages' controls: locking, taking over, PINs, two people, settings with history, who read what.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { morningCast } from '../morning/cast.ts';
import { receiveDossier } from '../morning/hands.ts';
import { bodies, eventsOf, linesInFiles } from '../morning/outside.ts';
import { nth, openPages, signInAs, signOut, SLOW_MS } from '../stage/stage.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Where pictures of the run are put when somebody wants to look at them. */
const SHOTS = process.env['PEOPLE_SHOTS'];

let folder: string;
let dataDir: string;
let product: Product;
let pages: Pages;
let code: string;

beforeAll(async () => {
  folder = await temporaryFolder('people');
  dataDir = join(folder, 'data');
  product = await startProduct({ dataDir });
  pages = await openPages(product.app, folder);
  await signInAs(pages.desk, 'lan', '1357', 'q1');
  code = await receiveDossier(pages.desk, nth(morningCast(), 0));
}, 120_000);

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

async function looked(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

const factsOf = <T>(type: string): readonly T[] => bodies<T>(eventsOf(linesInFiles(dataDir)), type);
const lockOf = (desk: Page) => desk.getByRole('dialog', { name: 'Màn hình đã khóa' });

async function openDossier(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
  await desk.getByRole('button', { name: `Mở hồ sơ ${code}` }).click();
  await desk.getByRole('button', { name: 'Đóng hồ sơ' }).waitFor();
}

async function leave(desk: Page): Promise<void> {
  await signOut(desk);
  await desk.getByRole('button', { name: 'Đăng nhập' }).waitFor();
}

async function agree(desk: Page, clerk: string, pin: string): Promise<void> {
  const dialog = desk.getByRole('dialog', { name: 'Cần người thứ hai xác nhận' });
  await dialog.getByLabel('Người xác nhận', { exact: true }).selectOption(clerk);
  await dialog.getByLabel('Mã PIN của người xác nhận').fill(pin);
  await desk.keyboard.press('Enter');
}

describe('people at the desk', { timeout: 120_000 }, () => {
  it('[PE2] Ctrl+L covers the page, the own PIN brings the work back as it was', async () => {
    const { desk } = pages;
    const citizen = nth(morningCast(), 0);
    await openDossier(desk);
    await desk.getByRole('searchbox').first().fill('chưa xong');
    await desk.keyboard.press('Control+l');
    await lockOf(desk).waitFor();
    expect(await desk.getByText(citizen.name).filter({ visible: true }).count()).toBe(0);
    await looked(desk, 'lock');
    await desk.keyboard.type('0000');
    await desk.keyboard.press('Enter');
    await lockOf(desk).getByText('Tên hoặc mã PIN chưa đúng.').waitFor();
    await lockOf(desk).getByRole('textbox', { name: 'Mã PIN' }).fill('1357');
    await desk.keyboard.press('Enter');
    await lockOf(desk).waitFor({ state: 'detached' });
    expect(await desk.getByRole('searchbox').first().inputValue()).toBe('chưa xong');
  });

  it('[PE2] another clerk takes over and sees nothing of what stood there', async () => {
    const { desk } = pages;
    await desk.keyboard.press('Control+l');
    await lockOf(desk).getByRole('button', { name: 'Người khác vào làm việc' }).click();
    await looked(desk, 'switch');
    await lockOf(desk).getByLabel('Cán bộ').selectOption('minh');
    await lockOf(desk).getByRole('textbox', { name: 'Mã PIN' }).fill('2468');
    await desk.keyboard.press('Enter');
    await lockOf(desk).waitFor({ state: 'detached' });
    await desk.getByText('Trần Văn Minh').first().waitFor();
    expect(await desk.getByRole('searchbox').first().inputValue()).toBe('');
    expect(await desk.getByRole('button', { name: 'Đóng hồ sơ' }).count()).toBe(0);
  });

  it('[PE3] a clerk changes the own PIN; the page of the demo shows the old one no more', async () => {
    const { desk } = pages;
    await desk.evaluate(() => void (location.hash = '#/settings/clerks'));
    await desk.getByRole('button', { name: 'Đổi mã PIN của tôi' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Đổi mã PIN của tôi' });
    await dialog.getByLabel('Mã PIN đang dùng').fill('2468');
    await dialog.getByLabel('Mã PIN mới', { exact: true }).fill('1234');
    await dialog.getByLabel('Nhập lại mã PIN mới').fill('1234');
    await desk.keyboard.press('Enter');
    await dialog.getByText(/dễ đoán/).waitFor();
    await looked(desk, 'pin');
    await dialog.getByLabel('Mã PIN mới', { exact: true }).fill('4820');
    await dialog.getByLabel('Nhập lại mã PIN mới').fill('4820');
    await desk.keyboard.press('Enter');
    await dialog.getByText(/Đã đổi mã PIN/).waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await desk.evaluate(() => void (location.hash = '#/desk'));
    await leave(desk);
    await expect.poll(() => desk.getByRole('button', { name: /Trần Văn Minh/ }).count()).toBe(0);
    const [fact] = factsOf<FactBody<'setting-changed'>>('setting-changed');
    expect(fact).toMatchObject({ setting: 'pins', after: '{"clerk":"minh","pin":"own"}' });
    expect(linesInFiles(dataDir).join('\n')).not.toContain('4820');
  });

  it('[SE1] [G01] [PE4] the head changes a setting with a reason; it holds at once and stands in the history', async () => {
    const { desk } = pages;
    await signInAs(desk, 'hoa', '8642', 'q1');
    await desk.evaluate(() => void (location.hash = '#/settings/edit'));
    await desk.getByLabel('Điện thoại').fill('024 1111 2222');
    await desk.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await desk.getByText('Ghi lý do.').waitFor();
    await desk.getByLabel('Lý do thay đổi').fill('<b>Đổi</b> số máy');
    await looked(desk, 'settings');
    await desk.keyboard.press('Enter');
    await desk
      .getByText(/Điện thoại/)
      .first()
      .waitFor();
    await expect.poll(() => desk.getByLabel('Điện thoại').inputValue()).toBe('024 1111 2222');
    await desk.evaluate(() => void (location.hash = '#/settings/history'));
    await desk.getByText('Điện thoại: 024 3675 0000 → 024 1111 2222').waitFor({ timeout: SLOW_MS });
    await desk.getByText('Lý do: <b>Đổi</b> số máy').waitFor();
    await looked(desk, 'history');
    await desk.evaluate(() => void (location.hash = '#/settings'));
    await desk.getByText('024 1111 2222').waitFor();
  });

  it('[SE1] [G01] a weighty change takes a second person', async () => {
    const { desk } = pages;
    await desk.evaluate(() => void (location.hash = '#/settings/edit'));
    await desk.getByLabel('Mục cài đặt').selectOption('people');
    await desk.getByLabel('Khóa máy khi không ai thao tác (phút)').fill('9');
    await desk.getByLabel('Lý do thay đổi').fill('Quầy đông');
    await desk.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await looked(desk, 'approve');
    await agree(desk, 'quan-tri', '97531');
    await desk.getByText('Đã lưu. Có hiệu lực ngay trên máy này.').waitFor({ timeout: SLOW_MS });
    await expect
      .poll(
        () =>
          factsOf<FactBody<'setting-changed'>>('setting-changed').map(
            ({ setting, approvedBy }) => `${setting} ${approvedBy}`,
          ),
        { timeout: SLOW_MS },
      )
      .toContain('people quan-tri');
    for (const part of ['clerks', 'rights', 'keep', 'reads']) {
      await desk.evaluate((name) => void (location.hash = `#/settings/${name}`), part);
      await desk.getByRole('heading', { level: 2 }).first().waitFor();
      await looked(desk, part);
    }
  });

  it('[PE5] the head sees who read which dossier; an inspector’s reads bear the purpose', async () => {
    const { desk } = pages;
    await desk.evaluate(() => void (location.hash = '#/settings/reads'));
    await desk.getByRole('cell', { name: code }).first().waitFor({ timeout: SLOW_MS });
    await desk.evaluate(() => void (location.hash = '#/desk'));
    await leave(desk);
    await desk.getByLabel('Cán bộ').selectOption('thanh');
    await desk.getByRole('textbox', { name: 'Mã PIN' }).fill('3690');
    await desk.keyboard.press('Enter');
    await desk.getByLabel('Căn cứ, mục đích kiểm tra').fill('Quyết định 15/QĐ');
    await looked(desk, 'purpose');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: `Mở hồ sơ ${code}` }).click();
    await desk.getByRole('button', { name: 'Đóng hồ sơ' }).waitFor();
    await expect
      .poll(
        () => factsOf<FactBody<'readlog-noted'>>('readlog-noted').find(({ why }) => why === 'inspection'),
        {
          timeout: SLOW_MS,
        },
      )
      .toMatchObject({ code, note: 'Quyết định 15/QĐ', role: 'inspector' });
    await looked(desk, 'inspection');
    await leave(desk);
  });

  it('[PE1] [E5] erasing takes a second person, who stands in the fact', async () => {
    const { desk } = pages;
    await signInAs(desk, 'hoa', '8642', 'q1');
    await openDossier(desk);
    await desk.getByText('Ai đã xem').click();
    await desk
      .getByRole('list', { name: 'Ai đã xem' })
      .getByText(/Đỗ Minh Thanh/)
      .waitFor();
    await desk.getByRole('button', { name: /Xoá thông tin cá nhân/ }).click();
    await desk.getByLabel('Căn cứ xoá').fill('Đơn số 12');
    await desk.getByRole('button', { name: 'Tiếp tục' }).click();
    await desk.getByRole('button', { name: /Xoá vĩnh viễn|Vâng/ }).click();
    await agree(desk, 'son', '0000');
    await desk.getByRole('dialog').getByText('Mã PIN của người xác nhận chưa đúng.').waitFor();
    expect(factsOf('subject-erased')).toEqual([]);
    await agree(desk, 'son', '7413');
    await expect
      .poll(() => factsOf<FactBody<'subject-erased'>>('subject-erased').at(-1)?.approvedBy, {
        timeout: SLOW_MS,
      })
      .toBe('son');
  });
});
