// A visit besides the plain number: a wait that is not invented, a stop, an appointment, several matters, a rating, strange codes.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, wardDay } from '../../../shared/basics/time.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { ticketQr } from '../../../shared/slip/tickets/ticket-qr.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { morningCast } from '../morning/cast.ts';
import { callNext, finishTicket, signIn, takeTicket } from '../morning/hands.ts';
import { bodies, eventsOf, linesInFiles } from '../morning/outside.ts';
import { nth, openPages, SLOW_MS } from '../stage/stage.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

let folder: string;
let product: Product;
let pages: Pages;
/** A number that was served to its end. */
let served: string;

beforeAll(async () => {
  folder = await temporaryFolder('kiosk-visit');
  product = await startProduct({ dataDir: join(folder, 'data') });
  pages = await openPages(product.app, folder);
  served = await takeTicket(pages.kiosk, nth(morningCast(), 0));
  await signIn(pages.desk);
  await callNext(pages.desk);
  await finishTicket(pages.desk, 'Xong');
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

const press = (name: string | RegExp) => pages.kiosk.getByRole('button', { name }).first().click();
const seen = (text: string | RegExp) => pages.kiosk.getByText(text).first().waitFor({ timeout: SLOW_MS });

const home = async () => {
  const button = pages.kiosk.getByRole('button', { name: 'Màn hình chính', exact: true });
  if ((await button.count()) > 0) await button.click();
  await pages.kiosk.getByRole('button', { name: /^Tra cứu hồ sơ/ }).waitFor({ timeout: SLOW_MS });
  // The page rests after each step, so that a finger that bounces presses nothing.
  await pages.kiosk.waitForTimeout(500);
};

/** Types as a scanner does. */
const scan = async (text: string) => {
  await pages.kiosk.keyboard.type(text);
  await pages.kiosk.keyboard.press('Enter');
};

/** Types on the keys of the screen. */
const typeKeys = async (group: string, text: string) => {
  const keys = pages.kiosk.getByRole('group', { name: group });
  for (const sign of text) await keys.getByRole('button', { name: sign, exact: true }).click();
};

async function clean(state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: pages.kiosk })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${state}: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual(
    [],
  );
}

const rated = () => bodies<FactBody<'ticket-rated'>>(eventsOf(linesInFiles(product.dataDir)), 'ticket-rated');

describe('waits and stops', () => {
  it('[K12] [KI9] with one call measured no tile says a figure, and the page says why once', async () => {
    await home();
    await press(/^Lấy số/);
    const tile = pages.kiosk.getByRole('button', { name: /^Chứng thực/ });
    await tile.waitFor({ timeout: SLOW_MS });
    const text = await tile.innerText();
    expect(text).toContain('không có ai chờ');
    expect(text).not.toMatch(/chưa đủ số liệu|\d+ phút/);
    const why = pages.kiosk.getByText(/chưa đủ số liệu|ngoài giờ|bắt đầu gọi số/);
    expect(await why.count()).toBe(1);
    await clean('fields');
  });

  it('[K14] several matters are one number, with what comes after the first', async () => {
    await home();
    await press(/^Lấy số/);
    await pages.kiosk.waitForTimeout(500);
    await press('Tôi có nhiều việc');
    await pages.kiosk.waitForTimeout(2200);
    await press(/^Hộ tịch/);
    await press(/^Chứng thực/);
    await clean('several');
    await press('Lấy một số cho 2 việc');
    await seen('Sau đó: Chứng thực');
    await clean('ticket');
    const issued = bodies<FactBody<'ticket-issued'>>(
      eventsOf(linesInFiles(product.dataDir)),
      'ticket-issued',
    );
    expect(issued.filter(({ services }) => services)).toMatchObject([
      { fieldId: 'ho-tich', services: [{ fieldId: 'chung-thuc' }] },
    ]);
    await home();
  });

  it('[K10] [KI10] a stop stands in the place of the button, in the ward’s words, while the rest goes on', async () => {
    const hall = await pages.browser.open(`${product.app}/#/hall`, { width: 1366, height: 768 });
    await hall.getByRole('button', { name: 'Dừng cấp số…' }).click();
    const own = hall.getByRole('form', { name: 'Đăng nhập để làm việc này' });
    await own.getByLabel('Cán bộ').selectOption('hoa');
    await own.getByLabel('Mã PIN').fill('8642');
    await own.getByRole('button', { name: 'Vào' }).click();
    const form = hall.getByRole('form', { name: 'Dừng cấp số' });
    await form.getByLabel('Dừng ở đâu').selectOption('all');
    await form.getByLabel('Dừng ở đâu').selectOption('all');
    await form.getByLabel('Câu thường dùng').selectOption('full');
    await form.getByLabel('Đến khi nào').selectOption('open');
    await form.getByLabel('Đến khi nào').selectOption('open');
    await form.getByRole('button', { name: 'Dừng cấp số' }).click();
    await pages.kiosk.bringToFront();
    await home();
    await pages.kiosk.getByRole('region', { name: 'Tạm dừng cấp số' }).waitFor({ timeout: SLOW_MS });
    await clean('stopped');
    await press(/^Tra cứu hồ sơ/);
    await pages.kiosk.getByLabel('Mã hồ sơ trên giấy hẹn').waitFor({ timeout: SLOW_MS });
    await hall.getByRole('button', { name: /^Cấp số lại/ }).click();
    await home();
    await pages.kiosk.getByRole('button', { name: /^Lấy số/ }).waitFor({ timeout: SLOW_MS });
    await hall.close();
  });
});

describe('appointments', () => {
  it('[K17] [KI11] a code that nobody has, and one of another day that the desk wrote down', async () => {
    await home();
    await press(/^Đã hẹn, đã nộp trực tuyến/);
    await pages.kiosk.waitForTimeout(500);
    await typeKeys('Bàn phím', 'AACC447');
    await press('Kiểm tra');
    await seen('Mã còn thiếu 1 ký tự.');
    await clean('check-in, too short');
    await typeKeys('Bàn phím', '7');
    await press('Kiểm tra');
    await seen('Không có lịch hẹn với mã này.');
    // What was typed stays, to be compared and put right.
    expect(await pages.kiosk.getByLabel('Mã hẹn', { exact: true }).inputValue()).toBe('AACC4477');
    await clean('check-in, unknown');

    const { desk } = pages;
    await desk.bringToFront();
    await desk.getByRole('button', { name: 'Lịch hẹn' }).first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Lĩnh vực hoặc thủ tục' }).fill('khai sinh');
    await desk.keyboard.press('Enter');
    await dialog.getByLabel('Giờ', { exact: true }).fill('09:00');
    // Read out large, and in the list of its day.
    const code = dialog.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/).first();
    const day = wardDay(Date.now());
    // The first day on which the desk works; days off and Sundays are refused with the day.
    for (let ahead = 1; ahead < 15 && (await code.count()) === 0; ahead += 1) {
      await dialog.getByLabel('Ngày', { exact: true }).fill(formatDay(addDays(day, ahead)));
      await dialog.getByRole('button', { name: 'Ghi lịch hẹn', exact: true }).click();
      await code.or(dialog.getByRole('alert')).first().waitFor({ timeout: SLOW_MS });
    }
    const written = (await code.textContent()) ?? '';
    await desk.keyboard.press('Escape');

    await pages.kiosk.bringToFront();
    await home();
    await scan(written.replace(' ', ''));
    await seen('Chưa đến ngày hẹn.');
    await seen(/^09:00, /);
    await clean('check-in, later');
  });
});

describe('ratings', () => {
  it('[E05] [KI12] the number of a served visit is typed, rated in one tap, thanked for, and rated once', async () => {
    await home();
    await press(/^Góp ý, đánh giá/);
    await pages.kiosk.waitForTimeout(500);
    await clean('feedback');
    await press('Đánh giá');
    await pages.kiosk.waitForTimeout(500);
    await typeKeys('Bàn phím số vé', served);
    await clean('rating, number');
    await press('Tiếp tục');
    await seen('Ông/Bà đánh giá như thế nào về thái độ công chức');
    await clean('rating, question');
    await pages.kiosk.waitForTimeout(500);
    await press('Rất hài lòng');
    await seen('Cảm ơn Ông/Bà');
    await seen(/^Tự về màn hình chính sau \d+ giây$/);
    await clean('rating, thanks');
    await expect.poll(rated, { timeout: SLOW_MS }).toMatchObject([{ grade: 'very-satisfied', reasons: [] }]);
    await home();
    await scan(ticketQr({ number: served, day: wardDay(Date.now()) }));
    await seen('Số này đã được đánh giá rồi.');
  });

  it('[E05] [KI12] reasons go with dissatisfaction; a number that waits reads how it stands', async () => {
    const number = await takeAgain();
    await scan(ticketQr({ number, day: wardDay(Date.now()) }));
    await seen('Số này chưa được phục vụ xong.');
    await seen(new RegExp(`^${number}\\. `));
    await clean('rating, not yet');
    await pages.desk.bringToFront();
    while ((await callNext(pages.desk)) !== number) await finishTicket(pages.desk, 'Vắng');
    await finishTicket(pages.desk, 'Xong');
    await pages.kiosk.bringToFront();
    await home();
    await scan(ticketQr({ number, day: wardDay(Date.now()) }));
    await pages.kiosk.getByRole('button', { name: 'Không hài lòng' }).waitFor({ timeout: SLOW_MS });
    await pages.kiosk.waitForTimeout(500);
    await press('Không hài lòng');
    await press('Chờ lâu');
    await clean('rating, reasons');
    await pages.kiosk.waitForTimeout(500);
    await press('Gửi đánh giá');
    await seen('Cảm ơn Ông/Bà');
    await expect.poll(() => rated().length, { timeout: SLOW_MS }).toBe(2);
    expect(rated().find(({ grade }) => grade === 'dissatisfied')?.reasons).toEqual(['long-wait']);
    await press('Xem cách góp ý');
    await seen('024 3675 0000');
    await clean('suggestions');
    expect(await pages.kiosk.getByRole('textbox').count()).toBe(0);
  });

  const takeAgain = async () => {
    await home();
    return takeTicket(pages.kiosk, nth(morningCast(), 0));
  };
});

describe('codes that are not for this machine', () => {
  it('[KI13] a card’s QR scanned into a search is named, and nothing of it stays on the page', async () => {
    await home();
    await press(/^Thủ tục & lệ phí/);
    await pages.kiosk.getByRole('searchbox').click();
    await scan('001085012345|012345678|Nguyen Van An|01011985|Nam|Thach Ban|01012021');
    await seen('Đây là mã trên thẻ căn cước.');
    await clean('card');
    expect(await pages.kiosk.getByRole('searchbox').inputValue()).toBe('');
    expect(await pages.kiosk.content()).not.toContain('001085012345');
    await press('Đóng');
    await scan('https://dichvucong.gov.vn/p/home');
    await seen('Đây là mã mở một trang web.');
    expect(pages.browser.complaints).toEqual([]);
  });
});
