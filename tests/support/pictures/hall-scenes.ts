// What the waiting room adds: the counter's acts, the hall's page, and the rest of the kiosk.
import { button, SLOW_MS, take } from './camera.ts';
import type { Page } from 'playwright-core';

/** The counter's own acts, each with its panel open; nothing of it is done. */
export async function counterActs(desk: Page): Promise<void> {
  await desk.bringToFront();
  await desk.keyboard.press('F9');
  await desk.getByRole('dialog').waitFor({ timeout: SLOW_MS });
  await take(desk, 'desk-give-number');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('?');
  await desk.getByRole('dialog').waitFor();
  await take(desk, 'desk-keys');
  await desk.keyboard.press('Escape');
  await button(desk, 'Nghỉ, đóng…').click();
  await take(desk, 'desk-break');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('F6');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await desk.getByText(/^Vượt \d+ người đang đứng trước/).waitFor({ timeout: SLOW_MS });
  await take(desk, 'desk-out-of-turn');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Shift+F1');
  await desk.keyboard.press('Enter');
  await button(desk, 'Đã xong').waitFor({ timeout: SLOW_MS });
}

/** The manager's view while a counter calls for help; then issuing is stopped, and begins again. */
export async function hallPages(hall: Page, kiosk: Page): Promise<void> {
  await hall.getByRole('button', { name: 'Tôi đến ngay: Quầy 4' }).waitFor({ timeout: SLOW_MS });
  await take(hall, 'hall');
  await hall.setViewportSize({ width: 1366, height: 2200 });
  await take(hall, 'hall-whole');
  await hall.setViewportSize({ width: 1366, height: 768 });
  await hall.getByRole('button', { name: 'Dừng cấp số…' }).click();
  const form = hall.getByRole('form', { name: 'Đăng nhập để làm việc này' });
  await form.getByLabel('Cán bộ').selectOption('hoa');
  await form.getByLabel('Mã PIN').fill('8642');
  await form.getByRole('button', { name: 'Vào' }).click();
  const stop = hall.getByRole('form', { name: 'Dừng cấp số' });
  await stop.getByLabel('Dừng ở đâu').selectOption('all');
  await stop.getByLabel('Câu thường dùng').selectOption('full');
  await stop.getByLabel('Đến khi nào').selectOption('open');
  await take(hall, 'hall-stop');
  await stop.getByRole('button', { name: 'Dừng cấp số' }).click();
  await kiosk.bringToFront();
  await kiosk.getByRole('region', { name: 'Tạm dừng cấp số' }).waitFor({ timeout: SLOW_MS });
  await take(kiosk, 'kiosk-stopped');
  await hall.bringToFront();
  await hall.getByRole('button', { name: /^Cấp số lại/ }).click();
  await hall.getByRole('button', { name: 'Đã xong: Quầy 4' }).click();
  await kiosk.bringToFront();
  await button(kiosk, /^Lấy số/).waitFor({ timeout: SLOW_MS });
}

/** Look-up, check-in, rating, suggestions, several matters and the low layout; no number is taken. */
export async function kioskVisits(kiosk: Page): Promise<void> {
  const home = async () => {
    await button(kiosk, 'Màn hình chính').click();
    await button(kiosk, /^Lấy số/).waitFor({ timeout: SLOW_MS });
    await kiosk.waitForTimeout(500);
  };
  await kiosk.bringToFront();
  await button(kiosk, /^Tra cứu hồ sơ/).click();
  await take(kiosk, 'kiosk-look-up');
  await home();
  await button(kiosk, /^Đã hẹn, đã nộp trực tuyến/).click();
  await take(kiosk, 'kiosk-check-in');
  await home();
  await button(kiosk, /^Góp ý, đánh giá/).click();
  await take(kiosk, 'kiosk-feedback');
  await home();
  await button(kiosk, /^Lấy số/).click();
  await kiosk.waitForTimeout(500);
  await button(kiosk, 'Tôi có nhiều việc').click();
  await kiosk.waitForTimeout(2200);
  await button(kiosk, /^Hộ tịch/).click();
  await button(kiosk, /^Chứng thực/).click();
  await take(kiosk, 'kiosk-several');
  await home();
  await button(kiosk, 'Tầm thấp').click();
  await take(kiosk, 'kiosk-low');
  await button(kiosk, 'Tầm thấp').click();
}
