// What a citizen and a clerk do, through the pages' controls only.
import type { Page } from 'playwright-core';
import type { Citizen } from './cast.ts';

const SLOW_MS = 20_000;

/** Two taps at the kiosk: Lấy số, then the field. Does not wait for the number. */
export async function tapForTicket(kiosk: Page, citizen: Citizen): Promise<void> {
  await kiosk.getByRole('button', { name: /^Lấy số/ }).click();
  await kiosk.getByRole('button', { name: citizen.fieldName, exact: false }).first().click();
}

/** Takes a ticket and goes back to the start; the number as the kiosk shows it. */
export async function takeTicket(kiosk: Page, citizen: Citizen): Promise<string> {
  await tapForTicket(kiosk, citizen);
  const number = kiosk.getByText(/^[A-Z]{1,3}\d{3}$/).first();
  await number.waitFor({ timeout: SLOW_MS });
  const shown = (await number.textContent()) ?? '';
  await kiosk.getByRole('button', { name: 'Xong, về màn hình chính' }).click();
  await kiosk.getByRole('button', { name: /^Lấy số/ }).waitFor({ timeout: SLOW_MS });
  return shown;
}

/** Signs in at the desk with the demo PIN, at the counter for all fields. */
export async function signIn(desk: Page): Promise<void> {
  await desk.getByLabel('Cán bộ').selectOption('lan');
  await desk.getByLabel('Quầy', { exact: true }).selectOption('q4');
  await desk.getByRole('textbox', { name: 'Mã PIN' }).fill('1357');
  await desk.getByRole('button', { name: 'Đăng nhập' }).click();
  await desk.getByRole('button', { name: /Gọi số tiếp theo/ }).waitFor({ timeout: SLOW_MS });
}

/** Calls the next ticket; the number as the desk shows it. */
export async function callNext(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: /Gọi số tiếp theo/ }).click();
  const number = desk
    .getByRole('region', { name: 'Hàng chờ' })
    .getByText(/^[A-Z]{1,3}\d{3}$/)
    .first();
  await desk.getByRole('button', { name: 'Vắng' }).waitFor({ timeout: SLOW_MS });
  return (await number.textContent()) ?? '';
}

/** Ends the called ticket, until the desk shows none. */
export async function finishTicket(desk: Page, how: 'Xong' | 'Vắng'): Promise<void> {
  await desk.getByRole('button', { name: how, exact: true }).click();
  await desk.getByText('Chưa gọi số nào').waitFor({ timeout: SLOW_MS });
}

/** Receives one dossier in four steps and waits until both copies of Mẫu 01 are out; the code as the desk shows it. */
export async function receiveDossier(desk: Page, citizen: Citizen): Promise<string> {
  await fillDossier(desk, citizen);
  const code = await shownCode(desk);
  await desk.getByText('in xong').nth(1).waitFor({ timeout: SLOW_MS });
  return code;
}

/** The code of the dossier just received, as soon as the desk shows it; its slips may still be printing. */
export async function shownCode(desk: Page): Promise<string> {
  const code = desk.getByText(/^(H26\.19\.05|TAM-[A-Z0-9]+)-\d{6}-\d+$/).first();
  await code.waitFor({ timeout: SLOW_MS });
  return (await code.textContent()) ?? '';
}

/** The four steps up to the button that receives and prints; does not wait for what follows. */
export async function fillDossier(desk: Page, citizen: Citizen): Promise<void> {
  await desk.keyboard.press('F4');
  await fillPeople(desk, citizen);
  await desk.getByRole('combobox', { name: 'Thủ tục' }).fill(citizen.procedure?.code ?? '');
  await desk.keyboard.press('Enter');
  await desk
    .getByText(/Đã nhận \d+ \/ \d+ giấy tờ bắt buộc|không yêu cầu giấy tờ/)
    .first()
    .waitFor({ timeout: SLOW_MS });
  const all = desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' });
  if ((await all.count()) > 0 && (await all.isEnabled())) await all.click();
  await desk.getByRole('button', { name: 'Tiếp tục' }).click();
  await desk.getByRole('button', { name: 'Tiếp nhận và in 2 liên' }).click();
}

async function fillPeople(desk: Page, citizen: Citizen): Promise<void> {
  const owner = desk.getByRole('group', { name: 'Chủ hồ sơ' });
  await owner.getByLabel('Họ và tên').fill(citizen.name);
  await owner.getByLabel('Số định danh').fill(citizen.idNumber);
  await owner.getByLabel('Địa chỉ').fill('Tổ 5, phường Thạch Bàn');
  if (citizen.submitter !== null) {
    await desk.getByRole('checkbox', { name: 'Chủ hồ sơ cũng là người nộp' }).uncheck();
    const submitter = desk.getByRole('group', { name: 'Người nộp' });
    await submitter.getByLabel('Họ và tên').fill(citizen.submitter);
    await desk.getByLabel('Nộp thay theo').fill('Giấy ủy quyền số 12/2026');
  }
  await desk.getByRole('button', { name: 'Tiếp tục' }).click();
}
