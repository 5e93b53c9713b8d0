// A machine whose clock says 2010 works all the same: tickets carry the true day, the page says whose time it follows and what
// to do, and paper numbers from before are not given again.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { nth, signInAs, SLOW_MS } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { takeTicket } from './morning/hands.ts';
import { bodies, eventsOf, linesInFiles } from './morning/outside.ts';
import { wardDay } from '../../shared/basics/time.ts';
import type { FactBody } from '../../shared/event/facts.ts';
import type { Page } from 'playwright-core';
import type { Browser } from '../support/browser.ts';
import type { Product } from '../support/product.ts';
import type { DistrictProcess } from '../support/programs.ts';

/** 1 January 2010, some minutes past midnight: where many boards begin when their battery is gone. */
const behindMs = Date.UTC(2010, 0, 1, 0, 7) - Date.now();

/** Moves `Date` of a program or page. */
const DEAD_CLOCK = `{
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length === 0 ? [Real.now() + ${behindMs}] : given)); }
    static now() { return Real.now() + ${behindMs}; }
  };
}`;

const cast = morningCast();
let folder: string;
let district: DistrictProcess;
let product: Product;
let browser: Browser;
let kiosk: Page;
let desk: Page;

beforeAll(async () => {
  folder = await temporaryFolder('battery');
  const districtDir = join(folder, 'district');
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
  const { code } = JSON.parse(made.out) as { readonly code: string };
  const before = process.env['NODE_OPTIONS'];
  process.env['NODE_OPTIONS'] = `--import=data:text/javascript,${encodeURIComponent(DEAD_CLOCK)}`;
  product = await startProduct({
    dataDir: join(folder, 'app'),
    flags: ['--district-url', district.url, '--enrol', code],
  });
  process.env['NODE_OPTIONS'] = before ?? '';
  browser = await openBrowser(join(folder, 'profile'));
  await browser.context.addInitScript(DEAD_CLOCK);
  kiosk = await browser.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
  desk = await browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

describe('a dead clock battery', () => {
  it('[C2] [C5] the desk says so, follows the level above, and every ticket is of the true day', async () => {
    await signInAs(desk, 'hoa', '8642', 'q4');
    const note = desk.getByRole('status').filter({ hasText: 'pin đồng hồ' });
    await note.filter({ hasText: 'Trang đang theo giờ của cấp trên' }).waitFor({ timeout: SLOW_MS });
    await takeTicket(kiosk, nth(cast, 2));
    const issued = bodies<FactBody<'ticket-issued'>>(
      eventsOf(linesInFiles(product.dataDir)),
      'ticket-issued',
    );
    expect(issued.map(({ day }) => day)).toEqual([wardDay(Date.now())]);
  });

  it('[C1] the jump stands in the journal, once for all windows of the browser', async () => {
    const jumps = () =>
      bodies<FactBody<'clock-jumped'>>(eventsOf(linesInFiles(product.dataDir)), 'clock-jumped');
    await expect.poll(() => jumps().length, { timeout: SLOW_MS }).toBe(1);
    expect(jumps()[0]).toMatchObject({ found: 'start' });
  });

  it('[D19] [N9] 37 paper numbers of the morning: the next ticket is 038', async () => {
    await desk.getByRole('button', { name: 'Thêm', exact: true }).click();
    await desk.getByRole('link', { name: 'Cài đặt', exact: true }).click();
    const begin = desk.getByRole('region', { name: 'Số đã cấp trên giấy' });
    const taken = bodies<FactBody<'ticket-issued'>>(eventsOf(linesInFiles(product.dataDir)), 'ticket-issued');
    const series = taken[0]?.series ?? '';
    await begin
      .getByRole('combobox', { name: 'Loại số của hôm nay' })
      .selectOption(`Số thứ tự dãy ${series}`);
    await begin.getByRole('textbox', { name: 'Số cuối đã cấp trên giấy' }).fill('37');
    await begin.getByRole('textbox', { name: 'Lý do' }).fill('Mất điện buổi sáng');
    await begin.getByRole('button', { name: 'Ghi số giấy' }).click();
    await begin.getByText('Đã ghi. Số tiếp theo máy cấp từ 38.').waitFor({ timeout: SLOW_MS });
    expect(await takeTicket(kiosk, nth(cast, 2))).toBe(`${series}038`);
    await begin.getByRole('textbox', { name: 'Số cuối đã cấp trên giấy' }).fill('20');
    await begin.getByRole('textbox', { name: 'Lý do' }).fill('Nhầm');
    await begin.getByRole('button', { name: 'Ghi số giấy' }).click();
    await begin.getByText('Máy đã cấp đến số 38 nên không thể bắt đầu từ số thấp hơn.').waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
