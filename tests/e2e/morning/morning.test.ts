import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wardDay } from '../../../shared/basics/time.ts';
import { openBrowser } from '../../support/browser.ts';
import { cutProxy } from '../../support/cut-proxy.ts';
import { districtProcess, motcua } from '../../support/programs.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { morningCast } from './cast.ts';
import { callNext, finishTicket, receiveDossier, signIn, takeTicket, tapForTicket } from './hands.ts';
import { staffFigures } from './head.ts';
import { bodies, eventsOf, linesInDistrict, linesInFiles, printedSlips, printedTickets } from './outside.ts';
import type { Page } from 'playwright-core';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Browser } from '../../support/browser.ts';
import type { CutProxy } from '../../support/cut-proxy.ts';
import type { DistrictProcess } from '../../support/programs.ts';
import type { Product } from '../../support/product.ts';

const CUT_AFTER = 10;
const KILL_DURING = 20;
const MEND_AFTER = 30;

type Pages = { readonly browser: Browser; readonly kiosk: Page; readonly desk: Page; readonly display: Page };

let folder: string;
let district: DistrictProcess;
let wire: CutProxy;
let product: Product;
let pages: Pages;
const cast = morningCast();
const shownNumbers: string[] = [];
const shownCodes: string[] = [];
const served: string[] = [];
const complaints: string[] = [];
let unsentWords = '';

async function openPages(): Promise<Pages> {
  const browser = await openBrowser(join(folder, 'profile'));
  const kiosk = await browser.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
  const display = await browser.open(`${product.app}/#/display`, { width: 1920, height: 1080 });
  const desk = await browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
  await signIn(desk);
  return { browser, kiosk, desk, display };
}

/** The browser dies between the tap and the paper; what was issued must stand, and the morning goes on. */
async function killDuring(no: number): Promise<void> {
  const citizen = cast[no - 1];
  if (!citizen) throw new Error('the cast has 40 citizens');
  await tapForTicket(pages.kiosk, citizen);
  pages.browser.kill();
  complaints.push(...pages.browser.complaints);
  pages = await openPages();
  // Killed before the number was durable, the citizen has seen nothing and takes one now.
  const issued = bodies(eventsOf(linesInFiles(product.dataDir)), 'ticket-issued').length;
  if (issued < no) shownNumbers.push(await takeTicket(pages.kiosk, citizen));
}

/** The kiosk's side of the morning; the wire is cut after the tenth citizen and mended after the thirtieth. */
async function kioskTakes(from: number, to: number): Promise<void> {
  for (const citizen of cast.slice(from - 1, to)) {
    shownNumbers.push(await takeTicket(pages.kiosk, citizen));
    if (citizen.no === CUT_AFTER) wire.cut();
    if (citizen.no === MEND_AFTER) {
      const pill = pages.desk.getByRole('link', { name: /Ngoại tuyến từ \d\d:\d\d/ });
      await pill.waitFor({ timeout: 20_000 });
      unsentWords = (await pill.textContent()) ?? '';
      wire.mend();
    }
  }
}

/** The desk's side: calls and serves until as many people as `until` have been served, however they come. */
async function deskServes(until: number): Promise<void> {
  while (served.length < until) {
    await pages.desk.getByText(/^[1-9]\d* người đang chờ$/).waitFor({ timeout: 60_000 });
    const number = await callNext(pages.desk);
    await expect.poll(() => pages.display.getByText(number).count(), { timeout: 15_000 }).toBeGreaterThan(0);
    const citizen = cast[served.length];
    if (!citizen) throw new Error('the cast has 40 citizens');
    if (citizen.procedure) shownCodes.push(await receiveDossier(pages.desk, citizen));
    await finishTicket(pages.desk, citizen.procedure || citizen.no % 2 === 0 ? 'Xong' : 'Vắng');
    served.push(number);
  }
}

beforeAll(async () => {
  folder = await temporaryFolder('morning');
  const started = await districtProcess(['--port', '0', '--data', join(folder, 'district')]);
  if (!('url' in started)) throw new Error(started.err);
  district = started;
  wire = await cutProxy(district.url);
  const code = motcua([
    'enrol-code',
    '--data',
    join(folder, 'district'),
    '--ward',
    'thach-ban',
    '--role',
    'all',
  ]);
  const enrol = (JSON.parse(code.out) as { readonly code: string }).code;
  product = await startProduct({
    dataDir: join(folder, 'app'),
    flags: ['--district-url', wire.url, '--enrol', enrol],
  });
  pages = await openPages();
});

afterAll(async () => {
  await pages.browser.close();
  await product.stop();
  wire.close();
  district.child.kill();
  await district.ended;
  await removeFolder(folder);
});

describe('a ward’s morning', () => {
  it('[C01] [K01] [L01] [D01] [R07] 40 citizens and 25 dossiers go through kiosk, display and desk, with an outage and a killed browser', async () => {
    await Promise.all([kioskTakes(1, KILL_DURING - 1), deskServes(KILL_DURING - 1)]);
    await killDuring(KILL_DURING);
    await Promise.all([kioskTakes(KILL_DURING + 1, cast.length), deskServes(cast.length)]);
    expect(shownNumbers.length).toBeGreaterThanOrEqual(39);
    expect(new Set(served).size).toBe(40);
    expect(shownCodes).toHaveLength(25);
    expect(new Set(cast.flatMap(({ procedure }) => procedure?.code ?? [])).size).toBeGreaterThanOrEqual(12);
  });

  it('[S06] while the wire was cut the pill said since when, and how much was unsent', () => {
    expect(unsentWords).toMatch(/còn \d+ việc chưa gửi/);
  });

  it('[C06] [J3] [J4] server and journal files hold exactly the same events', async () => {
    await expect
      .poll(() => linesInDistrict(join(folder, 'district')).length, { timeout: 60_000 })
      .toBe(linesInFiles(product.dataDir).length);
    expect(linesInDistrict(join(folder, 'district'))).toEqual(linesInFiles(product.dataDir));
  });

  it('[S04] every number that was shown stands in the journal, and none exists twice', () => {
    const events = eventsOf(linesInFiles(product.dataDir));
    const issued = bodies<FactBody<'ticket-issued'>>(events, 'ticket-issued').map(({ number }) => number);
    expect(new Set(issued).size).toBe(issued.length);
    expect(issued).toEqual(expect.arrayContaining(shownNumbers));
    const codes = bodies<FactBody<'dossier-received'>>(events, 'dossier-received').map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...codes].sort()).toEqual([...shownCodes].sort());
  });

  it('[R03] each printed paper belongs to one event, each ticket and each copy was printed once', () => {
    const events = eventsOf(linesInFiles(product.dataDir));
    const papers = bodies<FactBody<'paper-printed'>>(events, 'paper-printed').filter(
      ({ state }) => state === 'confirmed',
    );
    const recorded = new Set(papers.map(({ jobId }) => jobId));
    const tickets = printedTickets(product.dataDir);
    expect(tickets.filter((jobId) => !recorded.has(jobId)).length).toBeLessThanOrEqual(1); // the paper the killed browser could not record
    const ticketPapers = papers.filter(({ paper }) => paper === 'ticket').map(({ subject }) => subject);
    expect(new Set(ticketPapers).size).toBe(ticketPapers.length);
    const slips = printedSlips(product.dataDir);
    for (const code of shownCodes) {
      const copies = [...slips.values()].filter((text) => text.includes(code));
      expect(copies.filter((text) => text.includes('Liên 1')).length).toBe(1);
      expect(copies.filter((text) => text.includes('Liên 2')).length).toBe(1);
    }
  });

  it('[U06] [J2] no person stands in clear in any line', () => {
    const all = linesInFiles(product.dataDir).join('\n');
    for (const { name, idNumber } of cast) {
      expect(all).not.toContain(name.normalize('NFC'));
      expect(all).not.toContain(idNumber);
    }
  });

  it('[T11] the day’s figures agree on desk and server', async () => {
    const day = wardDay(Date.now());
    const ask = (dir: string) => motcua(['report', '--from', day, '--to', day, '--data', dir]).out;
    const [ours, theirs] = [product.dataDir, join(folder, 'district')].map(
      (dir) => JSON.parse(ask(dir)) as { total: { received: number }; wrongRows: string[] },
    );
    expect(ours).toEqual(theirs);
    expect(ours?.total.received).toBe(shownCodes.length);
    expect(ours?.wrongRows).toEqual([]);
    const head = await pages.browser.open(`${product.app}/#/head`);
    await head.getByText('Số liệu khớp').first().waitFor({ timeout: 20_000 });
    const figures = head.getByRole('region', { name: 'Số liệu trong ngày theo lĩnh vực' });
    const total = figures.getByRole('row', { name: /Cộng|Tổng/ }).last();
    await expect
      .poll(async () => ((await total.textContent()) ?? '').includes(String(shownCodes.length)))
      .toBe(true);
    await staffFigures(head, shownCodes.length);
  });

  it('[U07] no page broke its security policy or threw', () => {
    const unexpected = [...complaints, ...pages.browser.complaints].filter(
      (text) => !/WebSocket|ERR_CONNECTION/.test(text),
    );
    expect(unexpected).toEqual([]);
  });

  it('[U05] the journal files verify', () => {
    const { events } = { events: eventsOf(linesInFiles(product.dataDir)) };
    const epochs = new Set(events.map(({ event }: LoggedEvent) => event.epoch));
    for (const epoch of epochs) {
      const verified = JSON.parse(
        motcua(['verify', join(product.dataDir, 'journal', `${epoch}.log`)]).out,
      ) as { ok: boolean };
      expect(verified.ok).toBe(true);
    }
  });
});
