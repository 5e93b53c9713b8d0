// Five real procedures of different kinds from the number to the result, by keyboard alone; the wire is cut after the third.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketQr } from '../../../shared/slip/tickets/ticket-qr.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { motcua, runningDistrict } from '../../support/programs.ts';
import { morningCast } from '../morning/cast.ts';
import { shownCode, takeTicket } from '../morning/hands.ts';
import { bodies, eventsOf, linesInDistrict, linesInFiles, printedSlips } from '../morning/outside.ts';
import { pressButton, tabTo, typeInto } from '../stage/keyboard.ts';
import { nth, openPages, settledLines, SLOW_MS } from '../stage/stage.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Page } from 'playwright-core';
import type { DistrictProcess } from '../../support/programs.ts';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

let folder: string;
let districtDir: string;
let district: DistrictProcess;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('five');
  districtDir = join(folder, 'district');
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
  const { code } = JSON.parse(made.out) as { readonly code: string };
  const flags = ['--district-url', district.url, '--enrol', code];
  product = await startProduct({ dataDir: join(folder, 'data'), flags });
  pages = await openPages(product.app, folder);
  const { desk } = pages;
  await desk.bringToFront();
  await typeSignIn(desk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

async function typeSignIn(desk: Page): Promise<void> {
  await tabTo(desk, desk.getByLabel('Cán bộ'));
  // The first clerk, and the counter for all fields.
  for (const key of ['ArrowDown', 'Tab', 'End', 'Tab']) await desk.keyboard.press(key);
  await desk.keyboard.type('1357');
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: /Gọi số tiếp theo/ }).waitFor({ timeout: SLOW_MS });
}

type Visit = { readonly name: string; readonly idNumber: string; readonly submitter?: string };

/** A number at the kiosk, its call, and the person's details. */
async function callAndType(desk: Page, visit: Visit): Promise<void> {
  await takeTicket(pages.kiosk, nth(morningCast(), 0));
  await desk.bringToFront();
  await desk.keyboard.press('F2');
  await desk.getByRole('button', { name: 'Vắng' }).waitFor({ timeout: SLOW_MS });
  await desk.keyboard.press('F4');
  await desk.getByRole('heading', { name: 'Bước 1: Người nộp' }).waitFor({ timeout: SLOW_MS });
  const owner = desk.getByRole('group', { name: 'Chủ hồ sơ' });
  await typeInto(desk, owner.getByLabel('Họ và tên'), visit.name);
  await typeInto(desk, owner.getByLabel('Số định danh'), visit.idNumber);
  await typeInto(desk, owner.getByLabel('Địa chỉ'), 'Tổ 5, phường Thạch Bàn');
  if (visit.submitter !== undefined) {
    await tabTo(desk, desk.getByRole('checkbox', { name: 'Chủ hồ sơ cũng là người nộp' }));
    await desk.keyboard.press('Space');
    const submitter = desk.getByRole('group', { name: 'Người nộp' });
    await typeInto(desk, submitter.getByLabel('Họ và tên'), visit.submitter);
    await typeInto(desk, desk.getByLabel('Nộp thay theo'), 'Giấy ủy quyền số 12/2026');
  }
  await desk.keyboard.press('Control+Enter');
}

/** Procedure and papers, up to the last step. */
async function typeProcedure(desk: Page, code: string): Promise<void> {
  await tabTo(desk, desk.getByRole('combobox', { name: 'Thủ tục' }));
  await desk.keyboard.type(code);
  await desk.keyboard.press('Enter');
  await desk
    .getByText(/Đã nhận \d+ \/ \d+ giấy tờ bắt buộc|không yêu cầu giấy tờ/)
    .first()
    .waitFor({ timeout: SLOW_MS });
  const all = desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' });
  if (await all.isEnabled()) await pressButton(desk, all, true);
  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('heading', { name: 'Bước 4: Hẹn & in' }).waitFor({ timeout: SLOW_MS });
}

/** Receives, prints both copies, and opens the dossier from its page. */
async function receiveAndOpen(desk: Page): Promise<string> {
  await desk.keyboard.press('F8');
  const code = await shownCode(desk);
  await expect.poll(() => desk.getByText('in xong').count(), { timeout: SLOW_MS }).toBeGreaterThan(1);
  return code;
}

async function pay(desk: Page): Promise<void> {
  await desk.keyboard.press('Shift+F4');
  const shift = desk.getByRole('button', { name: 'Mở ca thu' });
  const form = desk.getByRole('form', { name: 'Thu phí, lệ phí' });
  await shift.or(form).first().waitFor({ timeout: SLOW_MS });
  if (await shift.isVisible()) await pressButton(desk, shift);
  await form.waitFor({ timeout: SLOW_MS });
  await pressButton(desk, desk.getByRole('button', { name: 'Thu tiền và in phiếu' }));
  const fees = desk.getByRole('region', { name: 'Phí, lệ phí' });
  await fees.getByText('Đã thu', { exact: true }).first().waitFor({ timeout: SLOW_MS });
}

/** From the page of the dossier just received to the dossier itself. */
const goToDossier = (desk: Page) =>
  pressButton(desk, desk.getByRole('button', { name: 'Mở trong sổ theo dõi' }));

const steps = (desk: Page) => desk.getByRole('region', { name: 'Bước tiếp theo' });

/** Opens an act: its own button, or the menu of the others. */
async function choose(desk: Page, short: string): Promise<void> {
  const button = steps(desk).getByRole('button', { name: short, exact: true });
  await steps(desk).getByRole('button').first().waitFor({ timeout: SLOW_MS });
  if ((await button.count()) > 0) return pressButton(desk, button);
  await pressButton(desk, steps(desk).getByRole('button', { name: 'Việc khác' }));
  const item = desk.getByRole('menuitem', { name: `${short}…`, exact: true });
  // What was done last may be read only now: the act then stands in front, and no longer in the list.
  await item.or(button).first().waitFor({ timeout: SLOW_MS });
  if (await button.isVisible()) {
    await desk.keyboard.press('Escape');
    return pressButton(desk, button);
  }
  for (let press = 0; press < 30; press += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await desk.keyboard.press('ArrowDown');
  }
  await desk.keyboard.press('Enter');
}

/** Does an act with what it asks for; its fresh paper is printed by Enter. */
async function doAct(
  desk: Page,
  short: string,
  fields: Readonly<Record<string, string>>,
  submit: string,
  prints = true,
): Promise<void> {
  await choose(desk, short);
  const form = desk.getByRole('form').last();
  await form.waitFor({ timeout: SLOW_MS });
  for (const [label, text] of Object.entries(fields)) await typeInto(desk, form.getByLabel(label), text);
  await pressButton(desk, form.getByRole('button', { name: submit, exact: true }));
  await form.waitFor({ state: 'detached', timeout: SLOW_MS });
  if (prints) await printFresh(desk);
}

async function printFresh(desk: Page): Promise<void> {
  const papers = desk.getByRole('region', { name: 'Giấy của hồ sơ' });
  const button = papers.getByRole('button', { name: /^In (\d liên|giấy)$/ }).first();
  await button.waitFor({ timeout: SLOW_MS });
  await pressButton(desk, button);
  await papers.getByText('in xong').first().waitFor({ timeout: SLOW_MS });
}

/** Ends the visit at the counter and leaves the dossier. */
async function endVisit(desk: Page): Promise<void> {
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('F7');
  await desk.getByText('Chưa gọi số nào').waitFor({ timeout: SLOW_MS });
}

const over = (desk: Page) => desk.getByText('Không còn bước nào').first().waitFor({ timeout: SLOW_MS });

describe('five procedures by keyboard alone', () => {
  it('[D01] [D12] a birth: received, ready the same day, given back against the slip', async () => {
    const { desk } = pages;
    await callAndType(desk, { name: 'Lê Minh Anh', idNumber: '001225000123' });
    await typeProcedure(desk, '1.001193');
    await receiveAndOpen(desk);
    await goToDossier(desk);
    await doAct(desk, 'Có kết quả', { 'Số kết quả': '142/KS' }, 'Ghi có kết quả');
    await doAct(desk, 'Trả kết quả', {}, 'Trả kết quả');
    await over(desk);
    await endVisit(desk);
  });

  it('[D14] [F02] certified copies: received and given back in one press, the fee by pages taken', async () => {
    const { desk } = pages;
    await callAndType(desk, { name: 'Trần Quốc Khánh', idNumber: '001085012345' });
    await typeProcedure(desk, '2.000815');
    await pressButton(desk, desk.getByRole('button', { name: /^Nhận và trả ngay/ }));
    await desk.getByText('Đã nhận và trả kết quả').waitFor({ timeout: SLOW_MS });
    await pay(desk);
    await endVisit(desk);
  });

  it('[D07] [D10] a marriage: a paper is missing, comes later, and the result goes home', async () => {
    const { desk } = pages;
    await callAndType(desk, { name: 'Vũ Đức Thượng', idNumber: '001092054321' });
    await typeProcedure(desk, '1.000894');
    await receiveAndOpen(desk);
    await goToDossier(desk);
    const missing = {
      'Giấy tờ, nội dung': 'Giấy xác nhận tình trạng hôn nhân',
      'Lý do': 'Điều 10 Luật Hộ tịch',
    };
    await doAct(desk, 'Yêu cầu bổ sung', missing, 'Yêu cầu bổ sung');
    await doAct(desk, 'Nhận giấy tờ bổ sung', {}, 'Nhận giấy tờ bổ sung');
    await doAct(desk, 'Có kết quả', { 'Số kết quả': '88/KH' }, 'Ghi có kết quả');
    await choose(desk, 'Trả kết quả');
    const form = desk.getByRole('form').last();
    await tabTo(desk, form.getByLabel('Cách trả'));
    await desk.keyboard.press('ArrowDown');
    await pressButton(desk, form.getByRole('button', { name: 'Trả kết quả', exact: true }));
    await form.waitFor({ state: 'detached', timeout: SLOW_MS });
    await over(desk);
    await endVisit(desk);
  });

  it('[S01] [D12] [F02] with the wire cut, a household business for somebody else: fee, hand-over, result by post', async () => {
    const { desk } = pages;
    district.child.kill('SIGKILL');
    await district.ended;
    await callAndType(desk, {
      name: 'Phạm Thị Ngọc Ánh',
      idNumber: '001180077777',
      submitter: 'Hoàng Văn Thụ',
    });
    await typeProcedure(desk, '1.001612');
    await receiveAndOpen(desk);
    await pay(desk);
    await goToDossier(desk);
    await doAct(desk, 'Bàn giao', {}, 'Bàn giao hồ sơ');
    await doAct(desk, 'Có kết quả', { 'Số kết quả': '01D8-77' }, 'Ghi có kết quả');
    const parcel = { 'Đơn vị bưu chính': 'Bưu điện Long Biên', 'Mã bưu gửi': 'EE123456789VN' };
    await doAct(desk, 'Gửi kết quả qua bưu chính', parcel, 'Gửi kết quả qua bưu chính', false);
    await choose(desk, 'Bưu chính đã phát kết quả');
    const form = desk.getByRole('form').last();
    await pressButton(desk, form.getByRole('button', { name: 'Trả kết quả', exact: true }));
    await form.waitFor({ state: 'detached', timeout: SLOW_MS });
    await over(desk);
    await endVisit(desk);
  });

  it('[D09] [D12] [S02] still cut off, a household is split: another agency, a duty paid, a delegate without the slip', async () => {
    const { desk } = pages;
    await callAndType(desk, { name: 'Đặng Thị Hòa', idNumber: '001185012345' });
    await typeProcedure(desk, '1.010038');
    await receiveAndOpen(desk);
    await goToDossier(desk);
    await doAct(
      desk,
      'Chuyển liên thông',
      { 'Cơ quan liên thông': 'Công an phường Thạch Bàn' },
      'Chuyển liên thông',
    );
    await doAct(
      desk,
      'Nhận lại từ cơ quan liên thông',
      { 'Kết quả, ý kiến trả lời': 'Đồng ý tách hộ' },
      'Nhận lại từ cơ quan liên thông',
      // It is one more line on the sheet that is printed already.
      false,
    );
    const notice = { 'Số thông báo': '15/TB', 'Căn cứ': 'Thông báo của cơ quan thuế' };
    await doAct(desk, 'Thông báo nghĩa vụ tài chính', notice, 'Thông báo nghĩa vụ tài chính', false);
    const proof = { 'Chứng từ đã nộp': 'GNT 0042' };
    await doAct(desk, 'Đã thực hiện nghĩa vụ tài chính', proof, 'Đã thực hiện nghĩa vụ tài chính', false);
    await doAct(desk, 'Có kết quả', { 'Số kết quả': '12/TH' }, 'Ghi có kết quả');
    await choose(desk, 'Trả kết quả');
    const form = desk.getByRole('form').last();
    await tabTo(desk, form.getByRole('checkbox', { name: 'Người nộp tự nhận' }));
    await desk.keyboard.press('Space');
    await typeInto(desk, form.getByLabel('Người nhận', { exact: true }), 'Bùi Thị Xuân');
    await typeInto(desk, form.getByLabel('Số định danh người nhận'), '001160033333');
    await tabTo(desk, form.getByRole('checkbox', { name: 'Đã thu lại giấy hẹn' }));
    await desk.keyboard.press('Space');
    await pressButton(desk, form.getByRole('button', { name: 'Trả kết quả', exact: true }));
    await form.waitFor({ state: 'detached', timeout: SLOW_MS });
    await over(desk);
    await endVisit(desk);
  });

  it('[C06] [S07] the wire is back: the district holds the same events, every paper is recorded, every link stands', async () => {
    const { desk } = pages;
    const port = new URL(district.url).port;
    district = await runningDistrict(['--port', port, '--data', districtDir]);
    await settledLines(product.dataDir, desk);
    await expect
      .poll(() => linesInDistrict(districtDir).length, { timeout: 90_000 })
      .toBe(linesInFiles(product.dataDir).length);
    expect(linesInDistrict(districtDir)).toEqual(linesInFiles(product.dataDir));
    const events = eventsOf(linesInFiles(product.dataDir));
    const dossiers = bodies<FactBody<'dossier-received'>>(events, 'dossier-received');
    const payments = bodies<FactBody<'payment-taken'>>(events, 'payment-taken');
    expect(dossiers.map(({ procedure }) => procedure.code)).toHaveLength(5);
    // Number, dossier and payment of one visit are one chain [D20].
    for (const dossier of dossiers) expect(dossier.ticketId).not.toBeNull();
    expect(payments.map(({ dossierId }) => dossiers.some(({ subject }) => subject === dossierId))).toEqual([
      true,
      true,
    ]);
    const jobs = [
      ...bodies<FactBody<'paper-printed'>>(events, 'paper-printed'),
      ...bodies<FactBody<'form-printed'>>(events, 'form-printed'),
    ].map(({ jobId }) => jobId);
    for (const jobId of printedSlips(product.dataDir).keys()) expect(jobs).toContain(jobId);
    expect(pages.browser.complaints.filter((line) => !line.includes('net::ERR'))).toEqual([]);
  });

  it('[D20] [E05] a visit is rated at the kiosk: number, dossier, money and rating stand together at the desk', async () => {
    const { desk, kiosk } = pages;
    const events = eventsOf(linesInFiles(product.dataDir));
    const paid = bodies<FactBody<'payment-taken'>>(events, 'payment-taken').at(-1);
    const dossier = bodies<FactBody<'dossier-received'>>(events, 'dossier-received').find(
      ({ subject }) => subject === paid?.dossierId,
    );
    const ticket = bodies<FactBody<'ticket-issued'>>(events, 'ticket-issued').find(
      ({ subject }) => subject === dossier?.ticketId,
    );
    await kiosk.bringToFront();
    await kiosk.getByRole('button', { name: /^Tra cứu hồ sơ/ }).waitFor({ timeout: SLOW_MS });
    await kiosk.waitForTimeout(500);
    await kiosk.keyboard.type(ticketQr({ number: ticket?.number ?? '', day: ticket?.day ?? '' }));
    await kiosk.keyboard.press('Enter');
    const grade = kiosk.getByRole('button', { name: 'Rất hài lòng' });
    await grade.waitFor({ timeout: SLOW_MS });
    // The page rests after each step, so that a finger that bounces presses nothing.
    await kiosk.waitForTimeout(500);
    await grade.click();
    await kiosk.getByText('Cảm ơn Ông/Bà').waitFor({ timeout: SLOW_MS });
    await desk.bringToFront();
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type(dossier?.code ?? '');
    await desk.keyboard.press('Enter');
    const fees = desk.getByRole('region', { name: 'Phí, lệ phí' });
    await fees.getByText('Đã thu', { exact: true }).first().waitFor({ timeout: SLOW_MS });
    await fees
      .getByText(new RegExp(`Lượt đến số ${ticket?.number} · đánh giá: Rất hài lòng`))
      .waitFor({ timeout: SLOW_MS });
  });
});
