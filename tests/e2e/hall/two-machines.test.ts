// A ward's hall on two machines: a kiosk and a desk on one, a desk on the other, a wire between that is cut, and a district that dies in the middle of a call.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutProxy } from '../../support/cut-proxy.ts';
import { openBrowser } from '../../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { motcua, runningDistrict } from '../../support/programs.ts';
import { nth, openPages, signInAs, SLOW_MS, waitingAt } from '../stage/stage.ts';
import { morningCast } from '../morning/cast.ts';
import { finishTicket, takeTicket } from '../morning/hands.ts';
import { bodies, eventsOf, linesInDistrict, linesInFiles } from '../morning/outside.ts';
import type { Page } from 'playwright-core';
import type { Browser } from '../../support/browser.ts';
import type { CutProxy } from '../../support/cut-proxy.ts';
import type { Product } from '../../support/product.ts';
import type { DistrictProcess } from '../../support/programs.ts';
import type { Pages } from '../stage/stage.ts';

/** The longest rest between two attempts, and one that times out. */
const RETRY_MS = 45_000;
const ROUNDS = 10;

let folder: string;
let districtDir: string;
let district: DistrictProcess;
let wire: CutProxy;
let products: readonly [Product, Product];
let near: Pages;
let doubled = '';
let far: { readonly browser: Browser; readonly desk: Page };

beforeAll(async () => {
  folder = await temporaryFolder('two-machines');
  districtDir = join(folder, 'district');
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  wire = await cutProxy(district.url);
  products = [await machine('near', district.url), await machine('far', wire.url)];
  near = await openPages(products[0].app, folder, 'near-profile');
  const browser = await openBrowser(join(folder, 'far-profile'));
  far = { browser, desk: await browser.open(`${products[1].app}/#/desk`) };
  await signInAs(near.desk, 'lan', '1357', 'q4');
  await signInAs(far.desk, 'minh', '2468', 'q1');
});

afterAll(async () => {
  await near?.browser.close();
  await far?.browser.close();
  for (const product of products ?? []) await product.stop();
  wire?.close();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

async function machine(name: string, url: string): Promise<Product> {
  const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
  const { code } = JSON.parse(made.out) as { readonly code: string };
  return startProduct({ dataDir: join(folder, name), flags: ['--district-url', url, '--enrol', code] });
}

const queue = (desk: Page) => desk.getByRole('region', { name: 'Hàng chờ' });
const pill = (desk: Page) => desk.getByRole('link', { name: /Kết nối/ });
const decide = (desk: Page) => desk.getByRole('region', { name: 'Cần người quyết định' });
const desks = () => [near.desk, far.desk] as const;

/** Takes numbers of series A at the kiosk until both desks list them. */
async function issue(count: number): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (let at = 0; at < count; at += 1) numbers.push(await takeTicket(near.kiosk, nth(morningCast(), 2)));
  for (const desk of desks()) await listed(desk, numbers);
  return numbers;
}

async function listed(desk: Page, numbers: readonly string[]): Promise<void> {
  await expect.poll(() => waitingAt(desk), { timeout: RETRY_MS }).toEqual(numbers.toSorted());
}

/** The number a desk serves, once its call came back. */
async function served(desk: Page): Promise<string> {
  await queue(desk).getByRole('button', { name: 'Vắng' }).waitFor({ timeout: SLOW_MS });
  const number = queue(desk)
    .getByText(/^[A-Z]{1,3}\d{3}$/)
    .first();
  return (await number.textContent()) ?? '';
}

/** Numbers by the calls that stand in the district's journal, one for each call. */
function calledNumbers(): readonly string[] {
  const events = eventsOf(linesInDistrict(districtDir));
  const issued = bodies<{ readonly number: string }>(events, 'ticket-issued');
  const numbers = new Map(issued.map(({ subject, number }) => [subject, number]));
  return bodies(events, 'ticket-called').map(({ subject }) => numbers.get(subject) ?? subject);
}

/** Whatever either machine wrote stands in the district and on the other machine too. */
async function allAgree(): Promise<void> {
  const written = () => products.flatMap(({ dataDir }) => linesInFiles(dataDir)).toSorted();
  await expect.poll(() => linesInDistrict(districtDir), { timeout: RETRY_MS }).toEqual(written());
  for (const { dataDir } of products)
    await expect.poll(() => linesHeld(dataDir), { timeout: RETRY_MS }).toEqual(written());
}

/** What a machine wrote and what it has of others. */
function linesHeld(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'journal', 'peers');
  const theirs = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const events = theirs.filter((line) => line !== '' && !line.startsWith('#'));
  return [...linesInFiles(dataDir), ...events].toSorted();
}

describe('a hall on two machines', () => {
  it('[P11] [CL6] in reach both desks press F2 at once, ten times over: never the same number, and nobody is passed over', async () => {
    const waiting = await issue(2 * ROUNDS);
    const called: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(desks().map((desk) => desk.keyboard.press('F2')));
      const both = await Promise.all(desks().map(served));
      expect(both.toSorted()).toEqual(waiting.slice(2 * round, 2 * round + 2));
      called.push(...both);
      await Promise.all(desks().map((desk) => finishTicket(desk, 'Xong')));
    }
    expect(called.toSorted()).toEqual(waiting.toSorted());
    await allAgree();
    expect(calledNumbers().toSorted()).toEqual(waiting.toSorted());
  });

  it('[P11] [CL6] cut off, a desk takes no number of another machine by itself, but calls the one that is shown to it', async () => {
    const waiting = await issue(3);
    doubled = waiting[0] ?? '';
    wire.cut();
    await pill(far.desk)
      .filter({ hasText: /Ngoại tuyến/ })
      .waitFor({ timeout: RETRY_MS });
    await far.desk.keyboard.press('F2');
    await far.desk.getByText(/Còn 3 người cầm số do máy khác cấp/).waitFor({ timeout: SLOW_MS });
    expect(await waitingAt(far.desk)).toEqual(waiting);
    await queue(far.desk)
      .getByRole('button', { name: `Gọi số ${doubled}`, exact: true })
      .click();
    expect(await served(far.desk)).toBe(doubled);
    // The kiosk's own machine is in reach, knows nothing of that call, and has issued the number itself.
    await near.desk.keyboard.press('F2');
    expect(await served(near.desk)).toBe(doubled);
  });

  it('[HA10] the hall’s page says that it is cut off, since when, and when others were heard last', async () => {
    const hall = await far.browser.open(far.desk.url().replace('desk', 'hall'));
    const away = hall.getByText(/^Ngoại tuyến từ \d\d:\d\d: các số dưới đây chỉ gồm việc máy này biết\./);
    await away.waitFor({ timeout: SLOW_MS });
    expect(await away.innerText()).toMatch(/Nghe tin máy khác lần cuối lúc \d\d:\d\d\./);
    await hall.close();
  });

  it('[P11] [CL6] [V5] the double call stands as a conflict at both desks; one person settles it, and all agree', async () => {
    wire.mend();
    for (const desk of desks()) {
      await desk.evaluate(() => void (window.location.hash = '#/sync'));
      await desk.getByRole('button', { name: 'Thử ngay' }).click();
    }
    for (const desk of desks())
      await decide(desk)
        .getByRole('button', { name: new RegExp(`^Xem hai bên: Số ${doubled}`) })
        .waitFor({ timeout: RETRY_MS });
    await decide(far.desk)
      .getByRole('button', { name: new RegExp(`^Xem hai bên: Số ${doubled}`) })
      .click();
    const sideOf = async (counter: string) => {
      const text = await decide(far.desk).getByRole('region', { name: 'Bên A' }).innerText();
      return text.includes(counter) ? 'A' : 'B';
    };
    await decide(far.desk).getByRole('region', { name: 'Bên B' }).waitFor({ timeout: SLOW_MS });
    const ours = await sideOf('Quầy 1');
    await decide(far.desk)
      .getByRole('radio', { name: `Bên ${ours} đúng` })
      .check();
    await decide(far.desk).getByRole('textbox', { name: 'Ghi chú khi chốt' }).fill('Người dân ở quầy 1');
    await decide(far.desk)
      .getByRole('button', { name: `Chốt bên ${ours}` })
      .click();
    for (const desk of desks())
      await decide(desk).getByText('Không có việc nào phải quyết định.').waitFor({ timeout: RETRY_MS });
    for (const desk of desks()) await desk.getByRole('link', { name: 'Quầy', exact: true }).click();
    expect(await served(far.desk)).toBe(doubled);
    await near.desk.getByText('Chưa gọi số nào').waitFor({ timeout: RETRY_MS });
    await allAgree();
    await finishTicket(far.desk, 'Xong');
  });

  it('[P11] [CL4] [CL5] the district dies in the middle of two calls and comes back: nobody is called twice, nobody is lost', async () => {
    const waiting = await waitingAt(near.desk);
    const [own = '', other = ''] = waiting;
    await listed(far.desk, waiting);
    district.child.kill('SIGSTOP');
    await Promise.all(desks().map((desk) => desk.keyboard.press('F2')));
    district.child.kill('SIGKILL');
    await district.ended;
    expect(await served(near.desk)).toBe(own);
    await far.desk.getByText(/người cầm số do máy khác cấp/).waitFor({ timeout: SLOW_MS });
    district = await runningDistrict(['--port', new URL(district.url).port, '--data', districtDir]);
    for (const desk of desks())
      await pill(desk)
        .filter({ hasText: /Đang kết nối$/ })
        .waitFor({ timeout: RETRY_MS });
    await listed(far.desk, [other]);
    await far.desk.keyboard.press('F2');
    expect(await served(far.desk)).toBe(other);
    await allAgree();
    expect(calledNumbers().filter((number) => number === own || number === other)).toHaveLength(2);
    expect([...near.browser.complaints, ...far.browser.complaints]).toEqual([]);
  });
});
