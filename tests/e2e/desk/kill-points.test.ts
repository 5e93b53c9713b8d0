// The host is ended with SIGKILL at a write of its own, between a clerk's press and the paper: receive → print → pay → print.
// Afterwards everything printed is recorded, and one press has made one valid paper. MOTCUA_KILL_POINTS=all tries every write,
// MOTCUA_KILL_FROM=44,3 those of receiving from the 44th and those of paying from the 3rd on.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDice } from '../../simulate/dice.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { bodies, eventsOf, printedSlips } from '../morning/outside.ts';
import { signIn } from '../morning/hands.ts';
import { ALONE, openPages, settledLines, SLOW_MS } from '../stage/stage.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../../support/product.ts';
import type { Pages } from '../stage/stage.ts';

const seed = Number(process.env['MOTCUA_SEED'] ?? Date.now() % 1_000_000);
const all = process.env['MOTCUA_KILL_POINTS'] === 'all';
const [fromReceiving = 0, fromPaying = 0] = (process.env['MOTCUA_KILL_FROM'] ?? '').split(',').map(Number);
/** How many points of each press are tried where not all are. */
const FEW = 3;
const MANY_MS = all ? 3_600_000 : 300_000;
/** Let through by far more writes than a press makes: counts them. */
const COUNT = 10_000;

let folder: string;
let order: string;
let product: Product;
let pages: Pages;
let visits = 0;

beforeAll(async () => {
  console.log(`kill points: seed ${seed}`);
  folder = await temporaryFolder('kill-points');
  order = join(folder, 'order');
  await (await startProduct({ dataDir: join(folder, 'data') })).stop();
  product = await startAgain('0');
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

function startAgain(port: string): Promise<Product> {
  const hook = pathToFileURL(join(import.meta.dirname, '../../support/kill-points/hook.ts')).href;
  const env = { NODE_OPTIONS: `--import=${hook}`, MOTCUA_KILL_ORDER: order };
  return startProduct({ dataDir: join(folder, 'data'), flags: [...ALONE, '--port', port], env });
}

type Said = { readonly received: number; readonly paid: number };

/** Types a reception up to the button that receives it; each has a person of its own. */
async function typeReception(desk: Page): Promise<void> {
  visits += 1;
  await desk.keyboard.press('F4');
  const owner = desk.getByRole('group', { name: 'Chủ hồ sơ' });
  await owner.getByLabel('Họ và tên').fill('Phạm Minh Quân');
  await owner.getByLabel('Số định danh').fill(`0010950${String(20_000 + visits)}`);
  await owner.getByLabel('Địa chỉ').fill('Tổ 3, phường Thạch Bàn');
  await desk.getByRole('button', { name: 'Tiếp tục' }).click();
  await desk.getByRole('combobox', { name: 'Thủ tục' }).fill('1.010038');
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' }).click();
  await desk.getByRole('button', { name: 'Tiếp tục' }).click();
  await desk.getByRole('button', { name: 'Tiếp nhận và in 2 liên' }).waitFor();
}

const receiveNow = (desk: Page) => desk.getByRole('button', { name: 'Tiếp nhận và in 2 liên' }).click();

/** Both copies of the slip are out; a press prints what is missing. */
async function slipsOut(desk: Page): Promise<void> {
  await expect.poll(() => desk.getByText('in xong').count(), { timeout: SLOW_MS }).toBeGreaterThan(1);
}

async function openPayment(desk: Page): Promise<void> {
  await desk.keyboard.press('Shift+F4');
  const shift = desk.getByRole('form', { name: 'Mở ca thu' });
  const form = desk.getByRole('form', { name: 'Thu phí, lệ phí' });
  await shift.or(form).waitFor({ timeout: SLOW_MS });
  if (await shift.isVisible()) await shift.getByRole('button', { name: 'Mở ca thu' }).click();
  await form.waitFor({ timeout: SLOW_MS });
}

const payNow = (desk: Page) => desk.getByRole('button', { name: 'Thu tiền và in phiếu' }).click();

/** Ends the host at the n-th write after `press`; false when the press had come to its end before. */
async function killedAfter(
  n: number,
  press: () => Promise<void>,
  done: () => Promise<boolean>,
): Promise<boolean> {
  rmSync(`${order}.done`, { force: true });
  writeFileSync(order, String(n));
  await press();
  for (let waited = 0; waited < SLOW_MS; waited += 50) {
    if (existsSync(`${order}.done`)) return true;
    if (await done()) break;
    await sleep(50);
  }
  // What follows a shown outcome is written a moment later; a busy machine takes its time.
  for (let before = ''; ; await sleep(1500)) {
    if (existsSync(`${order}.done`)) return true;
    const left = readFileSync(order, 'utf8');
    if (left === before) break;
    before = left;
  }
  rmSync(order, { force: true });
  return false;
}

/** The program is started again on its port, sooner than the one that keeps the host would; the clerk comes back. */
async function backAtWork(): Promise<void> {
  const { desk } = pages;
  await product.stop();
  product = await startAgain(new URL(product.app).port);
  await desk.reload();
  await signIn(desk);
}

/** What is written, and what lies in the printer's tray: every paper is of a record, and unmarked only once per copy. */
async function judge(): Promise<Said> {
  const events = eventsOf(await settledLines(product.dataDir, pages.desk));
  const codes = bodies<FactBody<'dossier-received'>>(events, 'dossier-received').map(({ code }) => code);
  const numbers = bodies<FactBody<'payment-taken'>>(events, 'payment-taken').map(({ number }) => number);
  const unmarked = new Map<string, number>();
  for (const printed of printedSlips(product.dataDir).values()) {
    // A long number breaks over two lines of its box.
    const text = printed.replaceAll(/\s/g, '');
    const of = codes.find((code) => text.includes(code));
    expect(of, `printed and not recorded:\n${printed.slice(0, 600)}`).toBeDefined();
    const fee = /PHIẾUTHU/i.test(text);
    const booked = numbers.some((number) => text.includes(number) || text.includes(number.slice(-6)));
    expect(!fee || booked, `paid and not recorded:\n${printed.slice(0, 600)}`).toBe(true);
    if (/inlại/i.test(text)) continue;
    const key = `${of} ${fee ? 'phiếu thu' : 'giấy hẹn'} liên ${/Liên(\d)/.exec(text)?.[1] ?? '?'}`;
    unmarked.set(key, (unmarked.get(key) ?? 0) + 1);
  }
  expect([...unmarked].filter(([, count]) => count > 1)).toEqual([]);
  expect(new Set([...codes, ...numbers]).size).toBe(codes.length + numbers.length);
  return { received: codes.length, paid: numbers.length };
}

/** How many writes a press makes, and some of them or all. */
function chosen(count: number, from: number, dice: ReturnType<typeof createDice>): readonly number[] {
  const every = Array.from({ length: count }, (_, n) => n);
  if (all) return every.slice(from);
  const picked = new Set<number>();
  while (picked.size < Math.min(FEW, count)) picked.add(dice.below(count));
  return [...picked].toSorted((a, b) => a - b);
}

const passed = (): number => COUNT - Number(readFileSync(order, 'utf8'));

/** The clerk looks what stands: a draft is received, a recorded dossier gets the copies that it lacks. */
async function finishReception(): Promise<void> {
  const { desk } = pages;
  const { received } = await judge();
  if (received < visits) {
    await desk
      .getByRole('button', { name: /^Nhập tiếp/ })
      .first()
      .click({ timeout: SLOW_MS });
    const receive = desk.getByRole('button', { name: 'Tiếp nhận và in 2 liên' });
    for (let step = 0; step < 4 && !(await receive.isVisible()); step += 1)
      await desk.keyboard.press('Control+Enter');
    await receiveNow(desk);
    return slipsOut(desk);
  }
  await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
  await desk
    .getByRole('button', { name: /^Mở hồ sơ/ })
    .first()
    .click();
  const again = desk.getByRole('button', { name: /^In lại 2 liên/ }).first();
  const missing = desk.getByRole('button', { name: /^(In 2 liên|In liên còn thiếu)/ }).first();
  await again.or(missing).waitFor({ timeout: SLOW_MS });
  // What the host wrote down of a paper is recorded a moment after the dossier is opened.
  await sleep(1500);
  if (await missing.isVisible()) {
    await missing.click();
    await desk.getByText('in xong').first().waitFor({ timeout: SLOW_MS });
  }
}

/** A payment that stands gets its slip; one that was not written is taken again. */
async function finishPayment(before: number): Promise<void> {
  const { desk } = pages;
  const { paid } = await judge();
  await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
  await desk
    .getByRole('button', { name: /^Mở hồ sơ/ })
    .first()
    .click();
  const fees = desk.getByRole('region', { name: 'Phí, lệ phí' });
  if (paid === before) {
    await openPayment(desk);
    await payNow(desk);
  }
  await fees.getByText('Đã thu', { exact: true }).first().waitFor({ timeout: SLOW_MS });
  const missing = fees.getByRole('button', { name: 'In phiếu', exact: true });
  const again = fees.getByRole('button', { name: /In lại/ });
  await missing.or(again).first().waitFor({ timeout: SLOW_MS });
  if (await missing.isVisible()) {
    await missing.click();
    await again.first().waitFor({ timeout: SLOW_MS });
  }
}

describe('SIGKILL at the writes of the host', () => {
  it(
    '[R03] [F02] [J1] [PQ7] what is printed is recorded, one press is one dossier and one valid paper, through receive, print and pay',
    { timeout: MANY_MS },
    async () => {
      const { desk } = pages;
      const dice = createDice(seed);
      const shown = async () => (await desk.getByText('in xong').count()) > 1;
      const paid = async () => desk.getByText('Đã thu', { exact: true }).first().isVisible();

      // Once through without a death, counting.
      await typeReception(desk);
      writeFileSync(order, String(COUNT));
      await receiveNow(desk);
      await slipsOut(desk);
      await sleep(400);
      const receiving = passed();
      rmSync(order);
      await openPayment(desk);
      writeFileSync(order, String(COUNT));
      await payNow(desk);
      await desk.getByText('Đã thu', { exact: true }).first().waitFor({ timeout: SLOW_MS });
      await sleep(1500);
      const paying = passed();
      rmSync(order);
      console.log(`kill points: ${receiving} while receiving, ${paying} while paying`);
      expect(receiving).toBeGreaterThan(10);
      expect(paying).toBeGreaterThan(5);

      for (const n of chosen(receiving, fromReceiving, dice)) {
        await desk.keyboard.press('Escape');
        await typeReception(desk);
        const killed = await killedAfter(n, () => receiveNow(desk), shown);
        console.log(
          `receiving, write ${n}: ${killed ? readFileSync(`${order}.done`, 'utf8') : 'came through'}`,
        );
        if (killed) await backAtWork();
        if (killed) await finishReception();
        expect((await judge()).received).toBe(visits);
      }
      for (const n of chosen(paying, fromPaying, dice)) {
        const before = (await judge()).paid;
        await desk.keyboard.press('Escape');
        await typeReception(desk);
        await receiveNow(desk);
        await slipsOut(desk);
        await openPayment(desk);
        const killed = await killedAfter(n, () => payNow(desk), paid);
        console.log(`paying, write ${n}: ${killed ? readFileSync(`${order}.done`, 'utf8') : 'came through'}`);
        if (killed) await backAtWork();
        if (killed) await finishPayment(before);
        expect(await judge()).toEqual({ received: visits, paid: before + 1 });
      }
    },
  );
});
