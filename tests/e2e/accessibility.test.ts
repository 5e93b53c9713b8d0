// WCAG 2.2 A and AA as axe checks them, on every page in its main states, as a citizen and a clerk reach them.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../shared/text/messages/index.ts';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import {
  filingsTour,
  lockTour,
  moneyTour,
  pagesTour,
  payTour,
  receiveTour,
  registerTour,
} from './stage/office-tour.ts';
import { startAlone, nth, openPages, SLOW_MS } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { signIn, takeTicket } from './morning/hands.ts';
import type { Page } from 'playwright-core';
import type { Product } from '../support/product.ts';
import type { Words } from './stage/office-tour.ts';
import type { Pages } from './stage/stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LANGS = ['vi', 'en'] as const;
/** The contrast is one mark on the page that nothing but style sheets reads, so each state is looked at in both. */
const CONTRASTS = ['normal', 'high'] as const;

/** Pages that need nobody signed in: a new one is one line. */
const PAGES: readonly {
  readonly name: string;
  readonly heading: (text: Words) => string | RegExp;
  readonly size?: { readonly width: number; readonly height: number };
}[] = [
  { name: 'settings', heading: ({ settings }) => settings.title },
  { name: 'head', heading: ({ head }) => head.title },
  { name: 'hall', heading: ({ hall }) => hall.title },
  { name: 'papers', heading: ({ papers }) => papers.title },
  { name: 'health', heading: ({ sync }) => sync.health.title },
  { name: 'sync', heading: ({ sync }) => sync.title },
  { name: '', heading: ({ common }) => common.home.title },
  { name: 'display', heading: () => /.+/, size: { width: 1920, height: 1080 } },
];

let folder: string;
let product: Product;
let pages: Pages;
let found: string[] = [];

beforeAll(async () => {
  folder = await temporaryFolder('axe');
  product = await startAlone(join(folder, 'data'));
  pages = await openPages(product.app, folder);
  await signIn(pages.desk);
  await takeTicket(pages.kiosk, nth(morningCast(), 0));
  await takeTicket(pages.kiosk, nth(morningCast(), 1));
});

afterEach(() => {
  found = [];
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  await removeFolder(folder);
});

/** Checks what the page shows now, in both contrasts; one line for each element that breaks a rule. */
async function check(page: Page, state: string): Promise<void> {
  for (const contrast of CONTRASTS) {
    await page.evaluate(show, contrast);
    // Legacy mode: everything runs in this page, as its frames are of its own origin.
    // The frame that prints a paper stands for a moment and shows nobody anything.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe');
    // Of all rules only one looks at colours.
    const { violations } = await (
      contrast === 'normal' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])
    ).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(
          `${state}, ${contrast}: ${id} at ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
        );
  }
  await page.evaluate(show, CONTRASTS[0]);
}

/** In the page: a contrast as the product marks it, its colours at once. */
function show(contrast: string): void {
  document.documentElement.dataset['contrast'] = contrast;
  for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
}

/** Goes to another page of the product in the same window, which keeps the language. */
async function goTo(page: Page, name: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), `#/${name}`);
  await page.getByRole('heading', { name: heading, level: 1 }).first().waitFor({ timeout: SLOW_MS });
}

/** Sets the language on the settings page. */
async function speak(page: Page, lang: (typeof LANGS)[number]): Promise<void> {
  await page.evaluate(() => (window.location.hash = '#/settings'));
  const { langs } = messages[lang].common.looks;
  await page.getByRole('radiogroup').getByText(langs[lang], { exact: true }).click();
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
}

it('[G04] the contrast that a person chooses is the mark that is checked here, and nothing else of the page', async () => {
  const page = await pages.browser.open(`${product.app}/#/settings`, { width: 1366, height: 768 });
  const { contrast, contrasts } = messages.vi.common.looks;
  const choice = page.getByRole('radiogroup', { name: contrast });
  await choice.waitFor({ timeout: SLOW_MS });
  const marks = () =>
    page.evaluate(() =>
      [document.documentElement, document.body, document.querySelector('main')].map((one) => [
        one?.className,
        Object.entries(one?.dataset ?? {}),
      ]),
    );
  const before = await marks();
  await choice.getByText(contrasts.high, { exact: true }).click();
  await page.waitForFunction(() => document.documentElement.dataset['contrast'] === 'high');
  const after = await marks();
  expect(before[0]?.[1]).toContainEqual(['contrast', 'normal']);
  await page.evaluate(show, 'normal');
  expect(after).not.toEqual(before);
  expect(await marks()).toEqual(before);
  await page.close();
});

describe.each(LANGS)('%s, both contrasts', (lang) => {
  const text = messages[lang];
  const { desk: words, kiosk: citizen } = text;

  it('[G04] the kiosk: start, fields, search, a procedure, a ticket, a look-up in the low layout', async () => {
    const page = await pages.browser.open(`${product.app}/#/settings`, { width: 1080, height: 1920 });
    await speak(page, lang);
    await goTo(page, 'kiosk', citizen.hello);
    await check(page, 'kiosk start');
    await page.getByRole('button', { name: citizen.tiles.procedures }).click();
    await page.getByRole('searchbox').fill('khai sinh');
    await page
      .getByText(/^(Tìm thấy|Found|\d+)/)
      .first()
      .waitFor({ timeout: SLOW_MS });
    await check(page, 'kiosk search');
    await page.getByRole('region', { name: citizen.search.results }).getByRole('button').first().click();
    const take = page.getByRole('button', { name: citizen.procedure.take });
    await take.waitFor({ timeout: SLOW_MS });
    await check(page, 'kiosk procedure');
    await take.click();
    await page.getByText(citizen.ticket.printed).waitFor({ timeout: SLOW_MS });
    await check(page, 'kiosk ticket');
    await page.reload();
    await speak(page, lang);
    await goTo(page, 'kiosk', citizen.hello);
    await page.getByRole('button', { name: citizen.tiles.ticket }).first().click();
    await page.getByRole('heading', { name: citizen.fields.title }).waitFor({ timeout: SLOW_MS });
    await check(page, 'kiosk fields');
    await page.getByRole('button', { name: citizen.back }).click();
    await page.getByRole('button', { name: citizen.ways.low }).click();
    await page.getByRole('button', { name: citizen.tiles.lookUp }).first().click();
    await page.getByLabel(citizen.lookUp.label).fill('260605-9999');
    await check(page, 'kiosk look-up, low');
    await page.getByRole('button', { name: citizen.lookUp.find, exact: true }).click();
    await page.getByText(citizen.lookUp.answers['not-here'].title).waitFor({ timeout: SLOW_MS });
    await check(page, 'kiosk look-up, nothing');
    await page.getByRole('button', { name: citizen.ways.read }).click();
    await check(page, 'kiosk, asked to read aloud');
    await page.close();
    expect(found).toEqual([]);
  });

  it('[G04] the kiosk’s other visits: check-in, feedback, rating, suggestions, several matters', async () => {
    const page = await pages.browser.open(`${product.app}/#/settings`, { width: 1080, height: 1920 });
    await speak(page, lang);
    await goTo(page, 'kiosk', citizen.hello);
    const { visit, feedback } = citizen;
    const open = async (tile: string, title: string) => {
      await page
        .getByRole('button', { name: new RegExp(`^${tile}`) })
        .first()
        .click();
      await page.getByRole('heading', { name: title }).first().waitFor({ timeout: SLOW_MS });
      await page.waitForTimeout(500); // the page rests after each step
    };
    const home = async () => {
      await page.getByRole('button', { name: citizen.home, exact: true }).click();
      // At home it speaks to the next person, who has not chosen a language yet.
      await speak(page, lang);
      await goTo(page, 'kiosk', citizen.hello);
      await page.waitForTimeout(500);
    };
    await open(visit.checkIn.tile, visit.checkIn.title);
    await check(page, 'kiosk check-in');
    await home();
    await open(feedback.tile, feedback.title);
    await check(page, 'kiosk feedback');
    await open(feedback.rate, feedback.number.title);
    await check(page, 'kiosk rating');
    await home();
    await open(feedback.tile, feedback.title);
    await open(feedback.suggest, feedback.ways.title);
    await check(page, 'kiosk suggestions');
    await home();
    await open(citizen.tiles.ticket, citizen.fields.title);
    await open(visit.several.open, visit.several.title);
    await check(page, 'kiosk several matters');
    await page.close();
    expect(found).toEqual([]);
  });

  it('[G04] the counter: giving a number, all keys, a break, a call for help, appointments, the end of the day', async () => {
    const page = await pages.browser.open(`${product.app}/#/settings`, { width: 1366, height: 768 });
    await speak(page, lang);
    await goTo(page, 'desk', words.signIn.title);
    await page.getByLabel(words.signIn.clerk).selectOption('hoa');
    await page.getByLabel(words.signIn.counter, { exact: true }).selectOption('q3');
    await page.getByRole('textbox', { name: words.signIn.pin }).fill('8642');
    await page.getByRole('button', { name: words.signIn.submit }).click();
    await page.getByRole('button', { name: words.queue.next }).waitFor({ timeout: SLOW_MS });
    const dialog = page.getByRole('dialog');
    const look = async (state: string) => {
      await dialog.waitFor({ timeout: SLOW_MS });
      await check(page, state);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    };
    for (const key of ['F9', 'Shift+F9', '?', 'Shift+F1']) {
      await page.keyboard.press(key);
      await look(`desk, ${key}`);
    }
    for (const name of [words.giving.appointments.open, words.counterDay.end.open]) {
      await page.getByRole('button', { name, exact: true }).click();
      await look(`desk, ${name}`);
    }
    await page.getByRole('button', { name: words.counterDay.change }).click();
    await page.getByRole('heading', { name: words.counterDay.pauseTitle }).waitFor({ timeout: SLOW_MS });
    await check(page, 'desk, a break');
    await page.close();
    expect(found).toEqual([]);
  });

  it('[G04] the desk and the clerk’s pages: sign-in, four steps, money, the register, filings, search, papers, settings', async () => {
    const page = await pages.browser.open(`${product.app}/#/settings`, { width: 1366, height: 768 });
    await speak(page, lang);
    await goTo(page, 'desk', words.signIn.title);
    await page.getByRole('button', { name: words.signIn.submit }).click();
    await check(page, 'sign-in');
    await page.getByLabel(words.signIn.clerk).selectOption('minh');
    await page.getByLabel(words.signIn.counter, { exact: true }).selectOption('q4');
    await page.getByRole('textbox', { name: words.signIn.pin }).fill('2468');
    await page.getByRole('button', { name: words.signIn.submit }).click();
    await page.getByRole('button', { name: words.queue.next }).click(); // the second time the counter is busy, and says so
    await page
      .getByRole('button', { name: words.queue.absent })
      .or(page.getByRole('button', { name: words.queue.done }))
      .first()
      .waitFor({ timeout: SLOW_MS });
    await check(page, 'desk, a number called');
    await page.keyboard.press('F4');
    const look = (state: string) => check(page, state);
    await receiveTour(page, text, look);
    await payTour(page, text, look);
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /^(Mở hồ sơ|Open dossier)/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^(H26|TAM)/ }).waitFor({ timeout: SLOW_MS });
    await check(page, 'register, a dossier open');
    await registerTour(page, text, look);
    await filingsTour(page, text, look);
    await lockTour(page, text, look);
    const covered = page.getByRole('dialog');
    await covered.getByRole('textbox').fill('2468');
    await page.keyboard.press('Enter');
    await covered.waitFor({ state: 'detached' });
    await moneyTour(page, text, look);
    await pagesTour(page, text, look);
    await page.close();
    expect(found).toEqual([]);
  });

  it('[G04] every page that needs nobody signed in', async () => {
    const page = await pages.browser.open(`${product.app}/#/settings`, { width: 1366, height: 768 });
    await speak(page, lang);
    for (const { name, heading, size } of PAGES) {
      if (size) await page.setViewportSize(size);
      await goTo(page, name, heading(text));
      await check(page, name === '' ? 'home' : name);
    }
    await page.close();
    expect(found).toEqual([]);
  });
});
