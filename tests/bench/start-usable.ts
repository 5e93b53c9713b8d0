import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { lineChain } from '../support/events.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { percentile, report } from './numbers.ts';

const EVENTS = 20_000;
const ROUNDS = 5;
/** Goal: a usable desk within a second. */
const LIMIT_MS = 1000;

/** Opening the desk on a storage that holds a year's work: navigation → the sign-in can be used, beside reading every event. */
export async function benchStart(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const dataDir = join(folder, 'data');
  await fillJournal(dataDir);
  const product = await startProduct({ dataDir });
  const browser = await openBrowser(join(folder, 'profile'));
  const times: number[] = [];
  const reads: number[] = [];
  try {
    const page = await browser.open(`${product.app}/#/desk`);
    const usable = () => page.getByRole('textbox', { name: 'Mã PIN' }).waitFor({ timeout: 120_000 });
    await usable();
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = Date.now();
      await page.reload();
      await usable();
      times.push(Date.now() - start);
      reads.push(await page.evaluate(readEverything));
    }
    const ours = percentile(times, 0.5);
    report(
      'start-usable',
      [
        {
          name: `start → usable desk with ${EVENTS} events`,
          unit: 'ms',
          ours,
          against: LIMIT_MS,
          againstName: 'limit',
          goal: '≤ 1',
        },
        {
          name: 'the same beside reading them all',
          unit: 'ms',
          ours,
          against: percentile(reads, 0.5),
          againstName: 'getAll of the journal',
          goal: '≤ 0.5 at 100,000',
        },
      ],
      { events: EVENTS, rounds: ROUNDS },
    );
  } finally {
    await browser.close();
    await product.stop();
    await removeFolder(folder);
  }
}

/** A peer's year in the host's files, so that the page's storage fills itself from there at the first start. */
async function fillJournal(dataDir: string): Promise<void> {
  const chain = lineChain({ device: 'd9-peer', epoch: 'year' });
  chain.fill(EVENTS, 700);
  await mkdir(join(dataDir, 'journal', 'peers'), { recursive: true });
  await writeFile(join(dataDir, 'journal', 'peers', 'd9-peer_year.log'), `${chain.lines().join('\n')}\n`);
}

/** Runs in the page: how long reading the whole journal takes. */
function readEverything(): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('mot-cua');
    open.onerror = () => reject(open.error ?? new Error('no database'));
    open.onsuccess = () => {
      const all = open.result.transaction('events').objectStore('events').getAll();
      all.onsuccess = () => {
        open.result.close();
        resolve(performance.now() - start);
      };
    };
  });
}
