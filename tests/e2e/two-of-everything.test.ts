// Two windows, two browsers, two ports: no number twice, nobody called twice, everybody sees everything.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import {
  ALONE,
  startAlone,
  issuedCodes,
  issuedNumbers,
  nth,
  openPages,
  registerAt,
  signInAs,
  SLOW_MS,
  waitingAt,
} from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { finishTicket, receiveDossier, signIn, takeTicket } from './morning/hands.ts';
import { bodies, eventsOf, linesInFiles } from './morning/outside.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../support/product.ts';
import type { Pages } from './stage/stage.ts';

const cast = morningCast();
const shown: string[] = [];
let folder: string;
let product: Product;
let one: Pages;
let two: Pages;
/** A second window beside the desk of the first browser. */
let beside: Page;

beforeAll(async () => {
  folder = await temporaryFolder('two');
  product = await startAlone(join(folder, 'data'));
  one = await openPages(product.app, folder, 'one');
  two = await openPages(product.app, folder, 'two');
  beside = await one.browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
  await signIn(one.desk);
  await signIn(two.desk);
  await signInAs(beside, 'minh', '2468', 'q1');
});

afterAll(async () => {
  await one?.browser.close();
  await two?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

describe('two of everything', () => {
  it('[N1] [N2] [J5] two browsers on one data folder issue at once, never the same number, and see each other’s', async () => {
    for (let round = 0; round < 2; round += 1) {
      shown.push(...(await Promise.all([one, two].map(({ kiosk }) => takeTicket(kiosk, nth(cast, 2))))));
    }
    expect(new Set(shown).size).toBe(4);
    for (const desk of [one.desk, two.desk]) {
      await expect.poll(() => waitingAt(desk), { timeout: SLOW_MS }).toEqual(shown.toSorted());
    }
    expect(issuedNumbers(product.dataDir).toSorted()).toEqual(shown.toSorted());
  });

  it('[D01] [N2] dossiers received in two browsers at once have two codes; names come into open registers with them: keys travel before events', async () => {
    await registerAt(beside);
    const codes = await Promise.all([one, two].map(({ desk }, at) => receiveDossier(desk, nth(cast, at))));
    expect(new Set(codes).size).toBe(2);
    expect(issuedCodes(product.dataDir).toSorted()).toEqual(codes.toSorted());
    const lines = codes.map((code, at) => `${code} · ${nth(cast, at).name.normalize('NFC')}`);
    for (const desk of [beside, one.desk, two.desk]) {
      await expect.poll(() => registerAt(desk), { timeout: SLOW_MS }).toEqual(lines.toSorted());
    }
  });

  it('[C01] two clerks who press “Gọi số tiếp theo” in two windows at once never get the same ticket', async () => {
    expect(shown.join(' ')).toMatch(/^(A\d{3} ?)+$/); // both counters call this series
    const called: string[] = [];
    const desks = [one.desk, beside];
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(desks.map((desk) => desk.getByRole('button', { name: /Gọi số tiếp theo/ }).click()));
      called.push(...(await Promise.all(desks.map(servedAt))));
      await Promise.all(desks.map((desk) => finishTicket(desk, 'Vắng')));
    }
    expect(called.toSorted()).toEqual(shown.toSorted());
    const events = bodies<{ readonly counter: string }>(
      eventsOf(linesInFiles(product.dataDir)),
      'ticket-called',
    );
    expect(new Set(events.map(({ subject }) => subject)).size).toBe(4);
    expect(events).toHaveLength(4);
  });

  it('[J5] [N2] the same data folder on another port: all is there, no number comes twice', async () => {
    const register = await registerAt(one.desk);
    await product.stop();
    await one.browser.close();
    product = await startProduct({ dataDir: product.dataDir, flags: ALONE });
    one = await openPages(product.app, folder, 'one');
    await signIn(one.desk);
    await expect.poll(() => registerAt(one.desk), { timeout: SLOW_MS }).toEqual(register);
    shown.push(await takeTicket(one.kiosk, nth(cast, 0)));
    await receiveDossier(one.desk, nth(cast, 4));
    const [numbers, codes] = [issuedNumbers(product.dataDir), issuedCodes(product.dataDir)];
    expect(numbers.toSorted()).toEqual(shown.toSorted());
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(codes).toHaveLength(3);
    expect(new Set(codes).size).toBe(3);
  });
});

/** The number a desk serves after its call came back. */
async function servedAt(desk: Page): Promise<string> {
  const queue = desk.getByRole('region', { name: 'Hàng chờ' });
  await queue.getByRole('button', { name: 'Vắng' }).waitFor({ timeout: SLOW_MS });
  const number = queue.getByText(/^[A-Z]{1,3}\d{3}$/).first();
  return (await number.textContent()) ?? '';
}
