/** `npm run pictures`: takes a picture of every screen and state of the running product into docs/pictures. */
import { join } from 'node:path';
import { callNext } from '../e2e/morning/hands.ts';
import { openBrowser } from './browser.ts';
import { cutProxy } from './cut-proxy.ts';
import { button, closeAlbum, openAlbum, papers, SLOW_MS, take } from './pictures/camera.ts';
import { afterwards, contrast, earlyMorning, signingIn, watchedDossier } from './pictures/desk-scenes.ts';
import { counterActs, hallPages, kioskVisits } from './pictures/hall-scenes.ts';
import { kioskScreens, people, priorityTicket } from './pictures/kiosk-scenes.ts';
import { MOVE_CLOCK, moveClockOfPrograms } from './pictures/moved-clock.ts';
import { removeFolder, startProduct, temporaryFolder } from './product.ts';
import { motcua, runningDistrict } from './programs.ts';
import type { Page } from 'playwright-core';

moveClockOfPrograms();
const folder = await temporaryFolder('pictures');
const district = await runningDistrict(['--port', '0', '--data', join(folder, 'district')]);
const wire = await cutProxy(district.url);
const enrol = motcua([
  'enrol-code',
  '--data',
  join(folder, 'district'),
  '--ward',
  'thach-ban',
  '--role',
  'all',
]);
const { code: enrolCode } = JSON.parse(enrol.out) as { readonly code: string };
const dataDir = join(folder, 'app');
const product = await startProduct({ dataDir, flags: ['--district-url', wire.url, '--enrol', enrolCode] });
const browser = await openBrowser(join(folder, 'profile'));
await browser.context.addInitScript(MOVE_CLOCK);

const open = (page: string, width: number, height: number): Promise<Page> =>
  browser.open(`${product.app}/#/${page}`, { width, height });
const desktop = (page: string): Promise<Page> => open(page, 1366, 768);

try {
  await takeAll();
} finally {
  await browser.close();
  await product.stop();
  wire.close();
  district.child.kill();
  await district.ended;
  await removeFolder(folder);
}

async function takeAll(): Promise<void> {
  await openAlbum();
  const display = await open('display', 1920, 1080);
  await display.emulateMedia({ reducedMotion: 'reduce' });
  const kiosk = await open('kiosk', 1080, 1920);
  const desk = await desktop('desk');
  await emptyHouse(display);
  await people(kiosk);
  await kioskScreens(kiosk);
  await signingIn(desk);
  await earlyMorning(desk);
  await priorityTicket(kiosk);
  await desk.bringToFront();
  await take(desk, 'desk-queue');
  await counterActs(desk);
  const hall = await desktop('hall');
  await hallPages(hall, kiosk);
  await hall.close();
  await kioskVisits(kiosk);
  await desk.bringToFront();
  const code = await watchedDossier(desk);
  await papers(code, dataDir);
  await afterwards(desk, display, code);
  await officePages();
  await contrast(desk);
  await outage(desk, kiosk, display);
  closeAlbum();
}

async function emptyHouse(display: Page): Promise<void> {
  const home = await desktop('');
  await home.getByRole('heading', { level: 1 }).waitFor();
  await take(home, 'home');
  await home.close();
  await display.getByText('Chưa gọi số nào hôm nay').waitFor();
  await take(display, 'display-empty');
}

async function officePages(): Promise<void> {
  const head = await desktop('head');
  await head.getByText('Hai nơi có cùng số liệu').waitFor({ timeout: SLOW_MS });
  await take(head, 'head');
  await button(head, /^Tổng số – .*Xem danh sách$/).click();
  await take(head, 'head-list');
  await head.close();
  for (const [page, name] of [
    ['money', 'money'],
    ['papers', 'papers'],
    ['settings', 'settings'],
    ['health', 'health'],
    ['sync', 'sync-online'],
  ] as const) {
    const opened = await desktop(page);
    await opened.waitForTimeout(1500);
    await take(opened, name);
    await opened.close();
  }
}

async function outage(desk: Page, kiosk: Page, display: Page): Promise<void> {
  wire.cut();
  await callNext(desk);
  await desk.getByRole('link', { name: /Ngoại tuyến từ \d\d:\d\d/ }).waitFor({ timeout: SLOW_MS });
  await take(desk, 'desk-offline');
  for (const [page, name] of [
    ['sync', 'sync-offline'],
    ['outage', 'outage'],
    ['head', 'head-offline'],
  ] as const) {
    const opened = await desktop(page);
    await opened
      .getByText(/Ngoại tuyến từ/)
      .first()
      .waitFor({ timeout: SLOW_MS });
    await take(opened, name);
    await opened.close();
  }
  await product.stop();
  await display.getByText(/Mất kết nối với máy chủ của quầy/).waitFor({ timeout: SLOW_MS });
  await take(desk, 'desk-host-away');
  await take(kiosk, 'kiosk-host-away');
  await take(display, 'display-host-away');
}
