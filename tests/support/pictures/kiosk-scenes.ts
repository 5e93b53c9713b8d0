// What is seen at the kiosk.
import { takeTicket, tapForTicket } from '../../e2e/morning/hands.ts';
import { button, SLOW_MS, take } from './camera.ts';
import { minutesAgo, visitors, waiting } from './morning.ts';
import type { Page } from 'playwright-core';

/** Everybody who comes this morning takes a number. */
export async function people(kiosk: Page): Promise<void> {
  await kiosk.bringToFront(); // a page behind others is drawn once a second only, and clicks wait for drawing
  for (const [at, citizen] of [...visitors, ...waiting].entries()) {
    await minutesAgo(kiosk, 45 - at * 3);
    await takeTicket(kiosk, citizen);
  }
  await minutesAgo(kiosk, 0);
}

/** The kiosk in both shapes, both languages and high contrast, and its way to a ticket. */
export async function kioskScreens(kiosk: Page): Promise<void> {
  await kiosk.waitForTimeout(1500); // until its clock has ticked
  await take(kiosk, 'kiosk-home');
  await kiosk.setViewportSize({ width: 1366, height: 768 });
  await take(kiosk, 'kiosk-home-landscape');
  await kiosk.setViewportSize({ width: 1080, height: 1920 });
  await button(kiosk, 'Tương phản cao').click();
  await take(kiosk, 'kiosk-home-contrast');
  await button(kiosk, 'Tương phản cao').click();
  await button(kiosk, 'English').click();
  await take(kiosk, 'kiosk-home-en');
  await button(kiosk, 'Tiếng Việt').click();
  await button(kiosk, /^Lấy số/).click();
  await take(kiosk, 'kiosk-fields');
  await button(kiosk, 'Màn hình chính').click();
  await button(kiosk, /^Thủ tục & lệ phí/).click();
  for (const letter of 'khai sinh') {
    await button(kiosk, letter === ' ' ? 'Dấu cách' : new RegExp(`^${letter}$`)).click();
  }
  await take(kiosk, 'kiosk-search');
  await button(kiosk, /^Đăng ký khai sinh/).click();
  await take(kiosk, 'kiosk-procedure');
  await button(kiosk, 'Màn hình chính').click();
  const [, second] = waiting;
  if (second) await tapForTicket(kiosk, second);
  await kiosk.getByText('Mời Ông/Bà nhận vé').waitFor({ timeout: SLOW_MS });
  await kiosk.getByText(/Tự về màn hình chính sau/).waitFor({ timeout: SLOW_MS });
  await take(kiosk, 'kiosk-ticket');
  await button(kiosk, 'Xong, về màn hình chính').click();
}

/** Taken last and called next: it stands first in the queue. */
export async function priorityTicket(kiosk: Page): Promise<void> {
  await kiosk.bringToFront();
  await button(kiosk, /^Người cao tuổi/).click();
  await take(kiosk, 'kiosk-priority');
  await button(kiosk, 'Cấp, quản lý căn cước').click();
  await button(kiosk, 'Xong, về màn hình chính').click();
}
