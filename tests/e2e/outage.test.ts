// A cut line at a desk: the page tells, work goes on, the stick brings what the network would have brought, and a drill touches nothing.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutProxy } from '../support/cut-proxy.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { morningCast } from './morning/cast.ts';
import { receiveDossier, signIn, takeTicket } from './morning/hands.ts';
import { linesInDistrict, linesInFiles } from './morning/outside.ts';
import { nth, openPages, SLOW_MS } from './stage/stage.ts';
import type { Page } from 'playwright-core';
import type { CutProxy } from '../support/cut-proxy.ts';
import type { Product } from '../support/product.ts';
import type { DistrictProcess } from '../support/programs.ts';
import type { Pages } from './stage/stage.ts';

const RETRY_MS = 60_000;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const cast = morningCast();
let folder: string;
let districtDir: string;
let district: DistrictProcess;
let line: CutProxy;
let product: Product;
let pages: Pages;
let code: string;

beforeAll(async () => {
  folder = await temporaryFolder('outage');
  districtDir = join(folder, 'district');
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  line = await cutProxy(district.url);
  const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
  const { code: enrol } = JSON.parse(made.out) as { readonly code: string };
  const flags = ['--district-url', line.url, '--enrol', enrol];
  product = await startProduct({ dataDir: join(folder, 'app'), flags });
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  line?.close();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

const pill = (page: Page) => page.getByRole('link', { name: /Kết nối/ });
const to = (page: Page, hash: string) => page.evaluate((next) => void (window.location.hash = next), hash);
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function breaches(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function allArrived(): Promise<void> {
  await expect
    .poll(() => linesInDistrict(districtDir), { timeout: RETRY_MS })
    .toEqual(linesInFiles(product.dataDir));
}

/** Every file of the real journal, byte for byte. */
function journalPrint(): string {
  const journal = join(product.dataDir, 'journal');
  const hash = createHash('sha256');
  for (const name of readdirSync(journal, { recursive: true, encoding: 'utf8' }).toSorted())
    if (name.endsWith('.log')) hash.update(name).update(readFileSync(join(journal, name)));
  return hash.digest('hex');
}

describe('an outage', () => {
  it('[S06] [S16] is told at the pill and on its page with since when, what waits and what still works', async () => {
    const { desk, kiosk } = pages;
    await takeTicket(kiosk, nth(cast, 0));
    await allArrived();
    line.cut();
    await takeTicket(kiosk, nth(cast, 1));
    code = await receiveDossier(desk, nth(cast, 1));
    await pill(desk)
      .filter({ hasText: /Ngoại tuyến từ/ })
      .waitFor({ timeout: RETRY_MS });
    await pill(desk).click();
    await desk.getByRole('heading', { level: 1, name: 'Khi mất mạng' }).waitFor();
    const level = desk.locator('[data-level=line]');
    expect(await level.getAttribute('data-state')).toBe('down');
    expect(await level.innerText()).toMatch(/Gián đoạn[\s\S]*từ \d\d:\d\d[\s\S]*Vẫn làm được[\s\S]*Cần làm/);
    await section(desk, 'Đang chờ gửi lên')
      .getByText(/việc cấp trên chưa xác nhận/)
      .waitFor();
    await section(desk, 'Đối chiếu sau sự cố')
      .getByText('đang diễn ra')
      .first()
      .waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
  });

  it('[E01] [E02] [E03] finds what was received without a line, from anywhere, by keys alone', async () => {
    const { desk } = pages;
    await desk.keyboard.press('Control+k');
    const box = desk.getByRole('combobox', { name: /Tìm hồ sơ/ });
    await box.waitFor();
    await desk.keyboard.type(code.slice(-4));
    await desk.getByRole('option', { name: new RegExp(code) }).waitFor({ timeout: SLOW_MS });
    expect(await breaches(desk)).toEqual([]);
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type(code);
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Đóng hồ sơ' }).waitFor({ timeout: SLOW_MS });
    expect(desk.url()).toContain('#/desk');
  });

  it('[S14] by stick the district holds what the line would have brought, and its answer proves it here', async () => {
    const { desk } = pages;
    // Who opened the dossier is written a moment later; the file must hold that too.
    const noted = () => linesInFiles(product.dataDir).some((one) => one.includes('"why":"opened"'));
    await expect.poll(noted, { timeout: SLOW_MS }).toBe(true);
    await to(desk, '#/outage');
    const usb = section(desk, 'Chuyển dữ liệu bằng USB');
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      usb.getByRole('button', { name: 'Xuất ra USB' }).click(),
    ]);
    const file = join(folder, 'stick.mcusb');
    await download.saveAs(file);
    const passphrase = (await desk.locator('[data-passphrase]').innerText()).trim();
    const reply = join(folder, 'reply.mcusb');
    const args = ['import-journal', file, '--data', districtDir, '--reply', reply, '--passphrase'];
    expect(motcua([...args, 'AAAA-AAAA-AAAA-AAAA']).exitCode).toBe(1);
    const done = motcua([...args, passphrase]);
    expect(done.err).toBe('');
    expect(JSON.parse(done.out)).toMatchObject({ whole: true, refused: {} });
    expect(linesInDistrict(districtDir)).toEqual(linesInFiles(product.dataDir));
    await desk.locator('input[type=file]').setInputFiles(reply);
    await usb.getByText('Cấp trên xác nhận').waitFor({ timeout: SLOW_MS });
    await section(desk, 'Đang chờ gửi lên').getByText('Không có gì chờ gửi').waitFor({ timeout: SLOW_MS });
  });

  it('[S16] [S17] is over: the reconciliation counts what the level above proves, and prints', async () => {
    const { desk } = pages;
    line.mend();
    await to(desk, '#/sync');
    await desk.getByRole('button', { name: 'Thử ngay' }).click();
    await to(desk, '#/outage');
    await pill(desk)
      .filter({ hasText: /Đang kết nối$/ })
      .waitFor({ timeout: RETRY_MS });
    await allArrived();
    const past = section(desk, 'Đối chiếu sau sự cố');
    await past.getByRole('button', { name: /^Đối chiếu: Mất đường truyền/ }).click();
    const report = desk.getByRole('region', { name: /^Đối chiếu: Mất đường truyền/ });
    await report.getByText(/^Khớp: cấp trên đã xác nhận cả \d+ việc/).waitFor({ timeout: SLOW_MS });
    expect(await report.innerText()).toContain(code);
    expect(await breaches(desk)).toEqual([]);
    await report.getByRole('button', { name: 'In biên bản (A4)' }).click();
    await report.getByText('Đã gửi biên bản đến máy in.').waitFor({ timeout: SLOW_MS });
    const printed = join(product.dataDir, 'printed');
    const texts = readdirSync(printed)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => execFileSync('pdftotext', [join(printed, name), '-'], { encoding: 'utf8' }));
    expect(texts.some((one) => one.includes('ĐỐI CHIẾU SAU SỰ CỐ') && one.includes(code))).toBe(true);
  });
});

describe('the drill', () => {
  it('[G05] [DR2] runs beside the desk, says that nothing has any value, and leaves the real journal as it was', async () => {
    const { desk, browser } = pages;
    await allArrived();
    const before = journalPrint();
    const drill = section(desk, 'Diễn tập mất mạng');
    await drill.getByRole('button', { name: 'Bắt đầu diễn tập' }).click();
    const link = drill.getByRole('link', { name: 'Mở cửa sổ diễn tập' });
    await link.waitFor({ timeout: RETRY_MS });
    const url = new URL((await link.getAttribute('href')) ?? '').origin;
    expect(url).not.toBe(product.app);
    const kiosk = await browser.open(`${url}/#/kiosk`, { width: 1080, height: 1920 });
    await kiosk.getByText('DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ').waitFor({ timeout: SLOW_MS });
    await takeTicket(kiosk, nth(cast, 2));
    const trained = await browser.open(`${url}/#/desk`, { width: 1366, height: 768 });
    await signIn(trained);
    const panel = trained.getByRole('complementary', { name: 'Bảng diễn tập' });
    const step = (name: string) => panel.locator(`[data-step=${name}][data-done]`);
    await step('ticket').waitFor({ timeout: SLOW_MS });
    await panel.getByRole('button', { name: 'Cắt đường truyền' }).click();
    await step('cut').waitFor({ timeout: RETRY_MS });
    await takeTicket(kiosk, nth(cast, 3));
    await step('offlineTicket').waitFor({ timeout: SLOW_MS });
    expect(await breaches(trained)).toEqual([]);
    await panel.getByRole('button', { name: 'Thu gọn bảng diễn tập' }).click();
    await receiveDossier(trained, nth(cast, 3));
    await panel.getByRole('button', { name: 'Mở bảng diễn tập' }).click();
    await step('receive').waitFor({ timeout: SLOW_MS });
    await step('print').waitFor({ timeout: SLOW_MS });
    await panel.getByRole('button', { name: 'Tắt máy in' }).click();
    await takeTicket(kiosk, nth(cast, 4));
    await panel.getByRole('button', { name: 'Bật lại máy in' }).click();
    await takeTicket(kiosk, nth(cast, 5));
    await step('printerGone').waitFor({ timeout: RETRY_MS });
    await panel.getByRole('button', { name: 'Nối lại đường truyền' }).click();
    await step('restore').waitFor({ timeout: RETRY_MS });
    await step('reconcile').waitFor({ timeout: RETRY_MS });
    await panel.getByText('Đạt: đủ các bước').waitFor({ timeout: SLOW_MS });
    const printed = join(product.dataDir, 'drill', 'printed');
    const slips = readdirSync(printed).filter((name) => name.endsWith('.pdf'));
    expect(slips.length).toBeGreaterThan(0);
    for (const name of slips)
      expect(execFileSync('pdftotext', [join(printed, name), '-'], { encoding: 'utf8' })).toContain(
        'DIỄN TẬP',
      );
    await drill.getByRole('button', { name: 'Kết thúc diễn tập' }).click();
    await drill.getByRole('button', { name: 'Kết thúc, bỏ dữ liệu diễn tập' }).click();
    await drill.getByRole('button', { name: 'Bắt đầu diễn tập' }).waitFor({ timeout: SLOW_MS });
    expect(journalPrint()).toBe(before);
  });
});
