// A clerk's whole work with the queue, by keys and buttons in the real product, and what of it stands in the journal.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, wardDay } from '../../../shared/basics/time.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { openBrowser } from '../../support/browser.ts';
import { demoWard } from '../../support/demo.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { bodies, eventsOf, linesInFiles, printedTickets } from '../morning/outside.ts';
import { signInAs, signOut, SLOW_MS, waitingAt } from '../stage/stage.ts';
import type { Locator, Page } from 'playwright-core';
import type { FactBody, FactType } from '../../../shared/event/facts.ts';
import type { Browser } from '../../support/browser.ts';
import type { Product } from '../../support/product.ts';

/** A ward that wants a reason for every call out of turn, and allows one recall after three seconds. */
const ward = {
  ...demoWard(),
  queue: {
    ...usualQueueRules,
    calls: { ...usualQueueRules.calls, most: 2, lockSeconds: 3 },
    pick: { roles: null, reason: 'required' },
  },
};

let folder: string;
let product: Product;
let browser: Browser;
let desk: Page;
let other: Page;

beforeAll(async () => {
  folder = await temporaryFolder('counter');
  writeFileSync(join(folder, 'ward.json'), JSON.stringify(ward));
  product = await startProduct({
    dataDir: join(folder, 'data'),
    flags: ['--ward', join(folder, 'ward.json')],
  });
  browser = await openBrowser(join(folder, 'profile'));
  desk = await browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
  other = await browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
  await signInAs(desk, 'lan', '1357', 'q4');
  await signInAs(other, 'minh', '2468', 'q1');
  await desk.bringToFront();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await removeFolder(folder);
});

const queue = (page = desk) => page.getByRole('region', { name: 'Hàng chờ' });
const dialog = () => desk.getByRole('dialog');
const button = (name: string, within: Page | Locator = desk) =>
  within.getByRole('button', { name, exact: true }).first();
const seen = (locator: Locator) => locator.first().waitFor({ timeout: SLOW_MS });
const gone = (locator: Locator) => locator.first().waitFor({ state: 'detached', timeout: SLOW_MS });
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await desk.keyboard.press(key);
};

/** Facts of one kind in the journal files, in the order in which they came about, once there are so many. */
async function facts<T extends FactType>(type: T, count: number): Promise<readonly FactBody<T>[]> {
  const read = () => {
    const events = eventsOf(linesInFiles(product.dataDir));
    return bodies<FactBody<T>>(
      events.toSorted((a, b) => (a.event.hlc < b.event.hlc ? -1 : 1)),
      type,
    );
  };
  await expect.poll(() => read().length, { timeout: SLOW_MS }).toBe(count);
  return read();
}

/** A number given by keys alone: F9, the service, Enter, Enter; read and closed. */
async function give(service: string): Promise<string> {
  await press('F9');
  await seen(dialog());
  await desk.keyboard.type(service);
  await press('Enter', 'Enter');
  const heading = dialog().getByRole('heading', { name: 'Đã cấp số' });
  await seen(heading);
  const number =
    (await dialog()
      .getByText(/^[A-Z]\d{3}$/)
      .textContent()) ?? '';
  await press('Enter');
  await gone(dialog());
  return number;
}

async function called(number: string): Promise<void> {
  await seen(queue().getByRole('button', { name: 'Vắng', exact: true }));
  await seen(queue().getByText(number, { exact: true }));
}

const nobody = () => seen(desk.getByText('Chưa gọi số nào'));

/** The panel of the act on a waiting number, reached by keys from the list. */
async function openAct(digits: string, act: string): Promise<void> {
  await press('F6');
  await desk.keyboard.type(digits);
  await press('ArrowRight');
  await button(act).press('Enter');
}

describe('numbers that a clerk gives', () => {
  it('[K15] a number with its paper, by keys alone', async () => {
    expect([await give('chung thuc'), await give('chung thuc'), await give('ho tich')]).toEqual([
      'A001',
      'A002',
      'B001',
    ]);
    await expect.poll(() => printedTickets(product.dataDir).length, { timeout: SLOW_MS }).toBe(3);
    const issued = await facts('ticket-issued', 3);
    expect(issued.map(({ via }) => via)).toEqual(['clerk', 'clerk', 'clerk']);
  });

  it('[K15] [K14] one visit for two services', async () => {
    await press('F9');
    await dialog().getByRole('combobox', { name: 'Lĩnh vực hoặc thủ tục' }).fill('khai sinh');
    await press('Enter');
    await button('Thêm việc khác', dialog()).click();
    await dialog().getByRole('combobox', { name: 'Lĩnh vực hoặc thủ tục' }).fill('chung thuc');
    await press('Enter');
    await seen(dialog().getByRole('list', { name: 'Làm thêm trong cùng lượt' }));
    await button('Cấp số và in vé', dialog()).click();
    await seen(dialog().getByText('B002', { exact: true }));
    await press('Escape');
    const last = (await facts('ticket-issued', 4)).at(-1);
    expect(last?.services).toEqual([{ fieldId: 'chung-thuc', series: 'A', procedureCode: null }]);
  });

  it('[K22] a number of the paper roll is taken over as it stands on the paper; no other text is', async () => {
    await press('F9');
    await dialog().getByRole('radio', { name: 'Số giấy cuộn' }).check();
    await dialog().getByRole('textbox', { name: 'Số giấy cuộn' }).fill('A12');
    await press('Enter');
    await seen(dialog().getByText('Nhập chữ cái của một hàng chờ'));
    await dialog().getByRole('textbox', { name: 'Số giấy cuộn' }).fill('a 1012');
    await press('Enter');
    await seen(dialog().getByText('A1012', { exact: true }));
    await press('Escape');
    const last = (await facts('ticket-issued', 5)).at(-1);
    expect(last).toMatchObject({ number: 'A1012', via: 'paper-roll', series: 'A' });
    expect(printedTickets(product.dataDir)).toHaveLength(4);
  });
});

describe('calls', () => {
  it('[P02] a call out of turn says whom it overtakes, and is not made without a reason', async () => {
    await press('F6', 'ArrowDown', 'ArrowDown', 'Enter');
    const form = desk.getByRole('form', { name: 'Gọi B001 trước lượt' });
    await seen(form.getByText('Vượt 2 người đang đứng trước: A001, A002'));
    await press('Enter');
    await seen(form.getByText('Chọn hoặc ghi một lý do.'));
    await press('2', 'Enter');
    await called('B001');
    const [call] = await facts('ticket-called', 1);
    expect(call).toMatchObject({ counter: 'q4', why: 'chosen', reason: 'Đi cùng người đã gọi' });
  });

  it('[P07] a mistaken call is taken back by one key, and the number stands where it stood', async () => {
    await press('Shift+F3');
    await nobody();
    await seen(desk.getByText('Đã hoàn tác: số B001 chờ ở chỗ cũ.'));
    const rows = queue().getByRole('listitem');
    await expect
      .poll(async () => (await rows.allInnerTexts()).map((text) => /[A-Z]\d{3,4}/.exec(text)?.[0]))
      .toEqual(['A001', 'A002', 'B001', 'B002', 'A1012']);
    await facts('ticket-call-undone', 1);
  });

  it('[P08] [P09] called again after the lock-out, as often as the ward allows, and then it says why not', async () => {
    await press('F2');
    await called('A001');
    await seen(desk.getByText(/^Gọi lại được sau \d s\.$/));
    expect(await button('Gọi lại').isDisabled()).toBe(true);
    await expect.poll(() => button('Gọi lại').isEnabled(), { timeout: SLOW_MS }).toBe(true);
    await press('Shift+F2');
    await seen(desk.getByText(/lần 2\/2/));
    await seen(desk.getByText(/^Đã gọi đủ 2 lần\./));
    expect(await button('Gọi lại').isDisabled()).toBe(true);
  });

  it('[P08] [P10] who does not come is listed, and taken back at the old place', async () => {
    await press('Shift+F7');
    await nobody();
    await button('Lỡ lượt 1').click();
    const list = queue().getByRole('list', { name: 'Đã gọi, vắng mặt' });
    await seen(list.getByText('Giữ chỗ cũ: chưa gọi thêm số nào'));
    await button('Nhận lại số A001').click();
    await seen(desk.getByText('Đã nhận lại số A001, giữ chỗ cũ.'));
    await press('F6', 'F2');
    await called('A001');
  });

  it('[P08] the way and the service are apart: F3 starts, F7 ends', async () => {
    await press('F3');
    await seen(desk.getByText('Đang phục vụ'));
    expect(await queue().getByRole('button', { name: 'Vắng', exact: true }).count()).toBe(0);
    await press('F7');
    await nobody();
    await facts('ticket-started', 1);
  });

  it('[K16] somebody is served at once, without number call and paper', async () => {
    await press('Shift+F9');
    await seen(dialog().getByRole('option').first());
    await press('Enter', 'Enter');
    await gone(dialog());
    await seen(desk.getByText('Đang phục vụ'));
    await press('F7');
    await nobody();
    expect((await facts('ticket-issued', 6)).at(-1)).toMatchObject({ direct: 'q4', via: 'clerk' });
  });
});

describe('numbers that go elsewhere', () => {
  it('[P06] held with who and where, and back at its place', async () => {
    await openAct('002', 'Tạm giữ…');
    const form = desk.getByRole('form', { name: 'Tạm giữ số A002' });
    await form.getByLabel('Người dân đang ở đâu').fill('phòng photo');
    await form.getByRole('radio', { name: 'Đi photo, chụp ảnh' }).check();
    await press('Enter');
    await seen(desk.getByText('Đã tạm giữ số A002.'));
    await button('Giữ 1').click();
    const list = queue().getByRole('list', { name: 'Tạm giữ' });
    await seen(list.getByText('Ở: phòng photo'));
    await seen(list.getByText(/^Nguyễn Thị Lan giữ từ \d\d:\d\d$/));
    await button('Cho vào hàng chờ: số A002').click();
    await seen(desk.getByText('Số A002 đã vào hàng chờ, giữ nguyên chỗ.'));
    await press('F6');
    await expect.poll(() => waitingAt(desk)).toEqual(['A002', 'A1012', 'B001', 'B002']);
  });

  it('[P05] sent to one counter, which alone calls it then; the place is kept', async () => {
    await openAct('001', 'Chuyển…');
    const form = desk.getByRole('form', { name: 'Chuyển số B001' });
    await form.getByLabel('Quầy', { exact: true }).selectOption('q1');
    await form.getByRole('button', { name: 'Chuyển', exact: true }).click();
    await seen(desk.getByText('Đã chuyển số B001 sang Quầy 1, giữ nguyên chỗ.'));
    await seen(queue(other).getByText('Chỉ quầy này gọi'));
    await other.getByRole('button', { name: 'Gọi số B001', exact: true }).waitFor({ timeout: SLOW_MS });
    await expect.poll(() => waitingAt(desk)).not.toContain('B001');
  });

  it('[P01] priority is given with a reason, and goes first', async () => {
    await openAct('1012', 'Ưu tiên…');
    const form = desk.getByRole('form', { name: 'Ưu tiên của số A1012' });
    await form.getByLabel('Diện ưu tiên').selectOption('pregnant');
    await form.getByRole('radio', { name: 'Nhìn thấy rõ' }).check();
    await press('Enter');
    await seen(desk.getByText('Đã ghi ưu tiên của số A1012.'));
    await expect.poll(() => queue().getByRole('listitem').first().innerText()).toMatch(/A1012[\s\S]*Ưu tiên/);
    const [set] = await facts('ticket-priority-set', 1);
    expect(set).toMatchObject({ priority: 'pregnant', priorityRule: 'pregnant', reason: 'Nhìn thấy rõ' });
  });

  it('[K14] a visit goes on with its next service', async () => {
    await openAct('1012', 'Bỏ số…');
    await press('Enter');
    await seen(desk.getByText('Đã bỏ số A1012.'));
    await press('F2');
    await called('A002');
    await press('F7');
    await nobody();
    await press('F2');
    await called('B002');
    await seen(desk.getByText('Tiếp theo: Chứng thực'));
    await button('Xong phần này').click();
    await nobody();
    await expect.poll(() => waitingAt(desk)).toEqual(['B002']);
  });
});

describe('the counter itself', () => {
  it('[P12] on a break nobody is called; it says why, and opens again', async () => {
    await button('Nghỉ, đóng…').click();
    await press('2', 'Enter');
    await seen(desk.getByText(/Nghỉ trưa · quay lại khoảng \d\d:\d\d/));
    await press('F2');
    const note = queue().getByRole('alert');
    await seen(note.getByText(/Quầy đang tạm nghỉ hoặc đã đóng \(lý do: Nghỉ trưa\)/));
    await button('Mở lại quầy').click();
    await seen(desk.getByText('Đang mở'));
    await gone(note);
    // One from each sign-in, and the one of this button.
    await facts('counter-opened', 3);
  });

  it('[P15] one key calls no help, two do; others see it, answer it, and it ends', async () => {
    await press('Shift+F1');
    await seen(dialog().getByText('Gọi hỗ trợ ngay?'));
    await press('Escape');
    await gone(dialog());
    expect(await facts('help-called', 0)).toEqual([]);
    await press('Shift+F1', 'Enter');
    await seen(other.getByText(/Quầy 4 cần hỗ trợ từ \d\d:\d\d\./));
    await other.getByRole('button', { name: 'Tôi đến ngay' }).click();
    await seen(desk.getByText(/Trần Văn Minh đang đến quầy này\./));
    await button('Đã xong').click();
    await gone(desk.getByText(/Cần hỗ trợ/));
    await gone(other.getByText(/Cần hỗ trợ/));
  });

  it('[K17] an appointment of another day is found on its day, read out again, and cancelled', async () => {
    const list = (name: string) => dialog().getByRole('region', { name });
    const tomorrow = formatDay(addDays(wardDay(Date.now()), 1));
    await button('Lịch hẹn').click();
    await dialog().getByRole('combobox', { name: 'Lĩnh vực hoặc thủ tục' }).fill('khai sinh');
    await press('Enter');
    const [day, time] = (['Ngày', 'Giờ'] as const).map((name) =>
      dialog().getByRole('textbox', { name, exact: true }),
    );
    await day?.fill('30/02/2027');
    await press('Enter');
    await seen(dialog().getByText('Ghi ngày/tháng/năm, ví dụ 30/11/2026.'));
    await day?.fill(tomorrow);
    await time?.fill('2:30 PM');
    await press('Enter');
    await seen(dialog().getByText('Ghi giờ:phút theo 24 giờ, ví dụ 14:30.'));
    await time?.fill('14h30');
    await press('Enter');
    await seen(dialog().getByText('Mã lịch hẹn'));
    await press('Escape');
    const [made] = await facts('appointment-made', 1);
    await button('Lịch hẹn').click();
    await seen(list('Lịch hẹn hôm nay').getByText('Ngày này không có lịch hẹn nào'));
    await button('Ngày sau').click();
    await seen(list(tomorrow).getByText('14:30', { exact: true }));
    await button(`Hủy hẹn ${made?.code ?? ''}`).click();
    await dialog().getByLabel('Lý do hủy').fill('Người dân báo bận');
    await press('Enter');
    await seen(list(tomorrow).getByText('Đã hủy'));
    await press('Escape');
    expect(await facts('appointment-cancelled', 1)).toMatchObject([{ reason: 'Người dân báo bận' }]);
  });

  it('[P13] the end of the day shows what is open, asks once more, and tells what it did', async () => {
    // The head of the desk may end it at any hour.
    await signOut(desk);
    await signInAs(desk, 'hoa', '8642', 'q4');
    await button('Kết thúc ngày').click();
    const open = dialog().getByRole('table', { name: 'Hôm nay' });
    await seen(open.getByRole('row', { name: /Đang chờ B001, B002 2/ }));
    await seen(dialog().getByText(/^Phường đóng các số còn mở/));
    await button('Kết thúc ngày', dialog()).click();
    await button('Vâng, kết thúc 2 số', dialog()).click();
    await seen(dialog().getByText('Đã đóng 2 số.'));
    await press('Escape');
    await seen(desk.getByText('Không có ai chờ ở quầy này'));
    await expect.poll(() => waitingAt(other), { timeout: SLOW_MS }).toEqual([]);
    const closed = await facts('ticket-closed', 3);
    expect(closed.map(({ because }) => because)).toEqual(['left', 'end-of-day', 'end-of-day']);
    expect(browser.complaints).toEqual([]);
  });
});
