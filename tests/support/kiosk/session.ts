// One long day at one kiosk: the real page in Chromium is tapped through ticket after ticket, and its heap is weighed between.
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openBrowser } from '../browser.ts';
import { signInAs } from '../../e2e/stage/stage.ts';
import { removeFolder, startProduct, temporaryFolder } from '../product.ts';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'playwright-core';

/** What the page held after a collection, at home, with so many tickets behind it. */
export type Weighed = {
  readonly tickets: number;
  /** JavaScript objects, bytes. */
  readonly heapBytes: number;
  /** DOM nodes and listeners, the detached ones too. */
  readonly nodes: number;
  readonly listeners: number;
};

/** A day that is over. */
export type KioskDay = {
  readonly weighed: readonly Weighed[];
  /** Every number as the page showed it, in order. */
  readonly numbers: readonly string[];
  /** Papers that came whole to the printer. */
  readonly papers: number;
  readonly complaints: readonly string[];
};

/** What a day is made of. */
export type DayPlan = {
  /** After so many tickets the page is weighed, in rising order; the last one ends the day. */
  readonly weighAt: readonly number[];
  /** Fields that people choose in turn, by a part of their names. */
  readonly fields: readonly string[];
  readonly say?: (weighed: Weighed) => void;
};

/** Tickets of one round trip between the driver and the page. */
const BATCH = 50;
/** After so many tickets those who wait are sent home. */
const SENT_HOME = 250;
const LAPSE = { faster: 20, restMs: 2500 };

/** Lives through the day on a product of its own. @throws when a ticket does not come within half a minute */
export async function kioskDay({ weighAt, fields, say }: DayPlan): Promise<KioskDay> {
  const folder = await temporaryFolder('kiosk-day');
  const printer = await countingPrinter();
  const flags = ['--ward', await wardWithPrinter(folder, printer.port)];
  const product = await startProduct({ dataDir: join(folder, 'data'), flags });
  const browser = await openBrowser(join(folder, 'profile'));
  const weighed: Weighed[] = [];
  const numbers: string[] = [];
  try {
    await browser.context.addInitScript(lapse, LAPSE);
    const page = await browser.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
    await page.getByRole('button', { name: /^Lấy số/ }).waitFor();
    const cdp = await browser.context.newCDPSession(page);
    const desk = await browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
    await signInAs(desk, 'lan', '1357', 'q4');
    for (const goal of weighAt) {
      while (numbers.length < goal) {
        const names = Array.from(
          { length: Math.min(BATCH, goal - numbers.length) },
          (_, at) => fields[(numbers.length + at) % fields.length] ?? '',
        );
        numbers.push(...(await page.evaluate(takeTickets, names)));
        await desk.evaluate(skipRests, names.length);
        if (numbers.length % SENT_HOME < BATCH) await sendHome(desk);
      }
      await sendHome(desk);
      const one = await weigh(page, cdp, numbers.length);
      weighed.push(one);
      say?.(one);
    }
    return { weighed, numbers, papers: printer.papers(), complaints: browser.complaints };
  } finally {
    await browser.close();
    await product.stop();
    printer.close();
    await removeFolder(folder);
  }
}

/**
 * In the page, before anything of it: between two tickets the kiosk rests (two seconds, and a third of a second at each step),
 * which would make five hours of ten thousand. `skip` lets the page's clocks go on by a rest without waiting for it, and
 * what is put off by less than a rest comes `faster` times sooner.
 */
function lapse({ faster, restMs }: { readonly faster: number; readonly restMs: number }): void {
  let skippedMs = 0;
  const [wall, steady] = [Date, performance.now.bind(performance)];
  const wallNow = wall.now.bind(wall);
  Object.defineProperty(globalThis, 'skip', { value: () => (skippedMs += restMs) });
  performance.now = () => steady() + skippedMs;
  globalThis.Date = new Proxy(wall, {
    construct: (target, args: []) =>
      args.length === 0 ? new target(wallNow() + skippedMs) : Reflect.construct(target, args),
    get: (target, name) =>
      name === 'now' ? () => wallNow() + skippedMs : (Reflect.get(target, name) as unknown),
  });
  const later = globalThis.setTimeout.bind(globalThis);
  globalThis.setTimeout = ((work: () => void, ms = 0, ...rest: unknown[]) =>
    later(work, ms <= restMs ? ms / faster : ms, ...rest)) as typeof setTimeout;
}

/** In the desk's page: its clock goes along with the kiosk's. */
function skipRests(count: number): void {
  for (let rest = 0; rest < count; rest += 1) (globalThis as unknown as { readonly skip: () => void }).skip();
}

/** Closes every open number at the desk, as its clerk does at the end of a day: a room never holds thousands. */
async function sendHome(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Kết thúc ngày' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog
    .getByRole('button', { name: 'Kết thúc ngày' })
    .or(dialog.getByText(/Không còn số nào/))
    .first()
    .waitFor();
  const end = dialog.getByRole('button', { name: 'Kết thúc ngày' });
  if (await end.isVisible()) {
    await end.click();
    await dialog.getByRole('button', { name: /^Vâng, kết thúc/ }).click();
    await dialog.getByText(/^Đã đóng \d+ số/).waitFor({ timeout: 120_000 });
  }
  await desk.keyboard.press('Escape');
}

/** In the page: one ticket after another, each with the taps of a citizen; gives the numbers as shown. */
async function takeTickets(fields: readonly string[]): Promise<readonly string[]> {
  const until = async <T>(find: () => T | undefined): Promise<T> => {
    const endsAt = performance.now() + 30_000;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (performance.now() > endsAt) throw new Error(`no ticket: ${document.body.innerText.slice(0, 500)}`);
      await new Promise((again) => setTimeout(again, 4));
    }
  };
  const button = (name: string) => () =>
    [...document.querySelectorAll('button')].find((one) => one.innerText.includes(name));
  const isAwake = () => document.querySelector('[inert]') === null;
  const number = () =>
    [...document.querySelectorAll('h1 span')]
      .map((one) => one.textContent)
      .find((text) => /^[A-Z]{1,4}\d{3}$/.test(text));
  const tap = async (name: string) => {
    const found = await until(() => (isAwake() ? button(name)() : undefined));
    found.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
    found.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'touch' }));
    found.click();
  };
  const numbers: string[] = [];
  for (const field of fields) {
    (globalThis as unknown as { readonly skip: () => void }).skip();
    await tap('Chạm để lấy số thứ tự');
    await tap(field);
    numbers.push(await until(number));
    await tap('Xong, về màn hình chính');
  }
  await until(button('Chạm để lấy số thứ tự'));
  return numbers;
}

/** Weighs the page when it has come to rest. */
async function weigh(page: Page, cdp: CDPSession, tickets: number): Promise<Weighed> {
  await page.waitForTimeout(3000);
  await cdp.send('HeapProfiler.enable');
  // What a first collection lets go (weak references, finalisers) is gone only after another one.
  for (let round = 0; round < 3; round += 1) {
    await cdp.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(300);
  }
  await cdp.send('HeapProfiler.disable');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { tickets, heapBytes: usedSize, nodes, listeners: jsEventListeners };
}

/** A network printer that swallows everything. */
async function countingPrinter() {
  let papers = 0;
  const server = createServer((socket) => {
    socket
      .resume()
      .on('end', () => (papers += 1))
      .on('error', () => socket.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { port, papers: () => papers, close: () => server.close() };
}

async function wardWithPrinter(folder: string, port: number): Promise<string> {
  const demo = JSON.parse(
    await readFile(new URL('../../../build/demo/ward.json', import.meta.url), 'utf8'),
  ) as object;
  const target = { kind: 'tcp', host: '127.0.0.1', port };
  const printers = [{ id: 've', name: 'Máy in vé', purpose: 'tickets', target }];
  const file = join(folder, 'ward.json');
  await writeFile(file, JSON.stringify({ ...demo, printers }));
  return file;
}
