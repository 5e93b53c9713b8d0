// What is seen at the desk.
import { callNext, finishTicket, signIn } from '../../e2e/morning/hands.ts';
import { clerkMenu } from '../../e2e/stage/stage.ts';
import { button, SLOW_MS, take } from './camera.ts';
import { minutesAgo, openDossier, receiveAndGoOn, visitors } from './morning.ts';
import type { Page } from 'playwright-core';

/** A wrong PIN, then the right one. */
export async function signingIn(desk: Page): Promise<void> {
  await desk.bringToFront();
  await take(desk, 'desk-sign-in');
  await desk.getByLabel('Cán bộ').selectOption('lan');
  await desk.getByRole('textbox', { name: 'Mã PIN' }).fill('9999');
  await button(desk, 'Đăng nhập').click();
  await desk.getByRole('alert').first().waitFor({ timeout: SLOW_MS });
  await take(desk, 'desk-sign-in-wrong');
  await minutesAgo(desk, 40);
  await signIn(desk);
}

/** The dossiers before the watched one, served in order. */
export async function earlyMorning(desk: Page): Promise<void> {
  for (const [at, visitor] of visitors.entries()) {
    await minutesAgo(desk, 40 - at * 5);
    await callNext(desk);
    await receiveAndGoOn(desk, visitor);
    await finishTicket(desk, 'Xong');
  }
  await minutesAgo(desk, 0);
  await desk.waitForTimeout(1500);
  await button(desk, 'Sổ theo dõi').click();
}

/** The one dossier that is watched step by step: a father registers the birth of his daughter. */
export async function watchedDossier(desk: Page): Promise<string> {
  await button(desk, 'Gọi số B004').click();
  await desk.getByText('Đi cùng người đã gọi').click();
  await button(desk, 'Gọi B004 ngay').click();
  await button(desk, 'Vắng').waitFor();
  await desk.keyboard.press('F4');
  const owner = desk.getByRole('group', { name: 'Chủ hồ sơ' });
  await owner.getByLabel('Họ và tên').fill('Nguyễn Thúy Hằng');
  await owner.getByLabel('Số định danh').fill('00118501234');
  await owner.getByLabel('Ngày sinh').fill('31/02/2026');
  await owner.getByLabel('Số điện thoại').fill('0912 abc 678');
  await owner.getByLabel('Địa chỉ').fill('Số 12, ngõ 68 phố Thạch Bàn, tổ 5, phường Thạch Bàn');
  await button(desk, 'Tiếp tục').click();
  await desk.getByText(/Có \d+ chỗ cần sửa/).waitFor();
  await take(desk, 'desk-intake-errors');
  await owner.getByLabel('Số định danh').fill('001326012345');
  await owner.getByLabel('Ngày sinh').fill('05/11/2026');
  await owner.getByLabel('Số điện thoại').fill('0912 345 678');
  await desk.getByRole('checkbox', { name: 'Chủ hồ sơ cũng là người nộp' }).uncheck();
  const submitter = desk.getByRole('group', { name: 'Người nộp' });
  await submitter.getByLabel('Họ và tên').fill('Nguyễn Văn Hùng');
  await submitter.getByLabel('Số định danh').fill('001090004321');
  await submitter.getByLabel('Số điện thoại').fill('0987 654 321');
  await submitter.getByLabel('Địa chỉ').fill('Số 12, ngõ 68 phố Thạch Bàn, tổ 5, phường Thạch Bàn');
  await desk.getByLabel('Nộp thay theo').fill('là cha của chủ hồ sơ');
  await owner.getByLabel('Họ và tên').focus();
  await take(desk, 'desk-intake-1-people');
  await button(desk, 'Tiếp tục').click();
  await desk.getByRole('combobox', { name: 'Thủ tục' }).fill('khai sinh');
  await take(desk, 'desk-intake-2-procedure');
  await desk.getByRole('combobox', { name: 'Thủ tục' }).press('Enter');
  await button(desk, 'Nhận đủ giấy tờ bắt buộc').click();
  await take(desk, 'desk-intake-3-papers');
  await button(desk, 'Tiếp tục').click();
  await button(desk, 'Tiếp nhận và in 2 liên').waitFor();
  await take(desk, 'desk-intake-4-finish');
  await button(desk, 'Tiếp nhận và in 2 liên').click();
  await desk.getByText('in xong').nth(1).waitFor({ timeout: SLOW_MS });
  await take(desk, 'desk-received');
  return (
    (await desk
      .getByText(/^H26\.19\.05-\d{6}-\d+$/)
      .first()
      .textContent()) ?? ''
  );
}

/** The call on the display, and the watched dossier in the register. */
export async function afterwards(desk: Page, display: Page, code: string): Promise<void> {
  await take(display, 'display-calls');
  await button(desk, 'Sổ theo dõi').click();
  await take(desk, 'desk-register');
  await openDossier(desk, code);
  await take(desk, 'desk-dossier');
  await desk.keyboard.press('Control+k');
  await desk.getByRole('combobox', { name: /^Tìm hồ sơ/ }).fill('nguyen');
  await desk.getByRole('option').first().waitFor({ timeout: SLOW_MS });
  await take(desk, 'desk-search');
  await desk.keyboard.press('Escape');
  await button(desk, /^Chờ tiếp nhận/).click();
  await button(desk, 'Ghi hồ sơ nộp').click();
  await take(desk, 'desk-filings');
  await button(desk, 'Sổ theo dõi').click();
  await desk.keyboard.press('Control+l');
  await take(desk, 'desk-locked');
  await desk.getByRole('dialog').getByRole('textbox').fill('1357');
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await clerkMenu(desk).click();
  await button(desk, 'English').click();
  await take(desk, 'desk-en');
  await clerkMenu(desk).click();
  await button(desk, 'Tiếng Việt').click();
  await button(desk, 'Đóng hồ sơ').click();
  await finishTicket(desk, 'Xong');
}

/** The same work in high contrast, chosen in the settings. */
export async function contrast(desk: Page): Promise<void> {
  const choose = async (looks: string): Promise<void> => {
    await button(desk, /^Thêm$/).click();
    await desk.getByRole('link', { name: 'Cài đặt' }).click();
    await desk.getByRole('radiogroup', { name: 'Độ tương phản' }).getByText(looks, { exact: true }).click();
    await desk.getByRole('link', { name: 'Quầy', exact: true }).click();
  };
  await desk.bringToFront();
  await choose('Cao');
  await take(desk, 'desk-contrast');
  await choose('Thường');
}
