import { openBrowser } from '../../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { DOSSIERS, fillDossiers, receiveOne, signIn } from './many-dossiers.ts';
import { percentile, report } from '../numbers.ts';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A quick typist; a name is asked for anew at every key. */
const BETWEEN_MS = 60;
/** An answer that comes so soon is felt as one with the key. */
const ANSWER_MS = 100;
/** A page that rests longer than this between two answers is felt to stand still. */
const TASK_MS = 200;
const SEARCH_TASK_MS = 100;
const MONTH_MS = 3000;
/** What is typed: names (of nobody and of the one that is here), the end of a code, a due date, a number. */
const QUERIES = {
  name: ['nguyen thi hanh', 'tran van', 'khai sinh'],
  code: ['200101-4711', '0001', '19999'],
  day: ['5/6', '20/12/2026'],
} as const;

/** The search from anywhere and the head's figures over 100,000 dossiers: how soon, and how long the page stood still. */
export async function benchEverywhere(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const product = await startProduct();
  const browser = await openBrowser(join(folder, 'profile'));
  try {
    const page = await browser.open(`${product.app}/#/desk`, { width: 1366, height: 768 });
    await signIn(page);
    await receiveOne(page);
    await fillDossiers(page);
    await page.reload();
    await signIn(page);
    await watchTasks(page);
    await listStands(page);
    const answers = await searched(page);
    const figures = await figuresRead(page, product.app);
    const count = DOSSIERS.toLocaleString('en-US');
    const row = (name: string, ours: number, against: number) => ({
      name,
      unit: 'ms',
      ours,
      against,
      againstName: 'limit',
      goal: { atMost: 1 },
    });
    report(
      'everywhere',
      'Ctrl+K at the desk: a key is pressed until the answer to what stands in the box is on the screen. The head\u2019s page: until the figures of the month are counted and checked. Tasks are the stretches in which the page answers nothing.',
      [
        ...Object.entries(answers.shown).map(([kind, times]) =>
          row(
            `${kind}: key \u2192 answer shown with ${count} dossiers, p95`,
            percentile(times, 0.95),
            ANSWER_MS,
          ),
        ),
        row('longest task while searching', answers.longest, SEARCH_TASK_MS),
        row(`figures of the month with ${count} dossiers`, figures.shown, MONTH_MS),
        row('longest task meanwhile', figures.longest, TASK_MS),
      ],
      { 'tasks over 50 ms while searching': answers.tasks, 'tasks over 50 ms while counting': figures.tasks },
    );
  } finally {
    await browser.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}

type Watched = { tasks: number[]; shown: number[] };

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { tasks: [], shown: [] };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** What was seen since the last time. */
function take(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const page = window as unknown as { watched: Watched };
    const { tasks, shown } = page.watched;
    Object.assign(page.watched, { tasks: [], shown: [] });
    return { tasks, shown };
  });
}

/** The list of names is made in the worker after the sign-in. */
async function listStands(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  const box = page.getByRole('dialog', { name: 'Tìm mọi thứ' });
  await box.waitFor();
  await page.getByText('Danh sách tên đang được lập').waitFor({ state: 'detached', timeout: 240_000 });
  await page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched };
    const dialog = document.querySelector('dialog');
    dialog?.addEventListener(
      'input',
      (event) => {
        const pressed = event.timeStamp;
        // Answered once the foot of the box says so, drawn once the next frame has begun.
        const look = (): void => {
          const isAsking = /Đang tìm/.test(dialog.querySelector('[role=status]')?.textContent ?? '');
          if (isAsking) requestAnimationFrame(look);
          else watched.shown.push(performance.now() - pressed);
        };
        requestAnimationFrame(() => requestAnimationFrame(look));
      },
      { capture: true },
    );
  });
}

async function searched(page: Page) {
  await take(page);
  const shown: Record<string, readonly number[]> = {};
  const tasks: number[] = [];
  for (const [kind, texts] of Object.entries(QUERIES)) {
    for (const text of [...texts, ...texts]) {
      await page.getByRole('combobox').fill('');
      await page.keyboard.type(text, { delay: BETWEEN_MS });
      await page.waitForTimeout(300);
    }
    const seen = await take(page);
    shown[kind] = seen.shown;
    tasks.push(...seen.tasks);
  }
  await page.keyboard.press('Escape');
  return { shown, tasks: tasks.length, longest: Math.max(0, ...tasks) };
}

async function figuresRead(page: Page, app: string) {
  await take(page);
  const begun = performance.now();
  await page.goto(`${app}/#/head`);
  const section = page.getByRole('region', { name: 'Theo người, thủ tục, giờ, tháng' });
  await section.getByText('Đã tự kiểm: khớp').waitFor({ timeout: 120_000 });
  const shown = performance.now() - begun;
  const { tasks } = await take(page);
  return { shown, tasks: tasks.length, longest: Math.max(0, ...tasks) };
}
