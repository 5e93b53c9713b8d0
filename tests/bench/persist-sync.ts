import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { plainEvents } from './corpus.ts';
import { median, report } from './numbers.ts';
import { openBenchPage, pageCode } from './page-code.ts';
import { openRivals } from './rivals-page.ts';
import type { Page } from 'playwright-core';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { PersistPage, PersistTimes } from './pages/persist-entry.ts';
import type { Rival, RivalRecord } from './rivals-page.ts';

const RECORDS = 10_000;
const ROUNDS = 3;
const WARM_UP_RECORDS = 1000;

type Times = { readonly persist: number; readonly sync: number };

/**
 * 10,000 records of a kilobyte into IndexedDB and then to the server: the product (page → host's files → district) beside
 * RxDB, PouchDB and the raw path, in turn, in one Chromium.
 */
export async function benchPersistSync(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const product = await startProduct();
  const browser = await openBrowser(join(folder, 'profile'));
  const rivals = await openRivals(browser, join(folder, 'rivals'));
  try {
    const code = await pageCode('tests/bench/pages/persist-entry.ts');
    // No screen runs beside: the rivals have none either.
    const page = await openBenchPage(browser, `${product.app}/bench`, code);
    const run = async (round: number, count: number) => ({
      ours: await ours(page, recordsOf(round, count)),
      raw: await rivalRound(rivals.page, 'raw', recordsOf(round, count)),
      rxdb: await rivalRound(rivals.page, 'rxdb', recordsOf(round, count)),
      pouch: await rivalRound(rivals.page, 'pouch', recordsOf(round, count)),
    });
    await run(0, WARM_UP_RECORDS);
    const rounds = [];
    for (let round = 1; round <= ROUNDS; round += 1) rounds.push(await run(round, RECORDS));
    tell(rounds, rivals.versions);
  } finally {
    await rivals.close();
    await browser.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}

type Round = {
  readonly ours: PersistTimes;
  readonly raw: Times;
  readonly rxdb: Times;
  readonly pouch: Times;
};

function tell(rounds: readonly Round[], versions: Readonly<Record<string, string>>): void {
  const of = (who: keyof Round, part: (times: Times) => number) =>
    median(rounds.map((round) => part(round[who])));
  const total = ({ persist, sync }: Times): number => persist + sync;
  const row = (against: keyof Round, againstName: string, atMost: number) => ({
    name: 'persist + sync 10,000 × 1 KB',
    unit: 'ms',
    ours: of('ours', total),
    against: of(against, total),
    againstName,
    goal: { atMost },
  });
  const part = (name: string, of_: (times: Times) => number) => ({
    name,
    unit: 'ms',
    ours: of('ours', of_),
    against: of('raw', of_),
    againstName: 'raw path',
    goal: null,
  });
  const files = median(rounds.map(({ ours: times }) => times.host));
  report(
    'persist-sync',
    'Records go into IndexedDB by the thousand and then to the server: in the product through its journal transaction, over the bridge into the host’s files and from there, signed and compressed, into the district’s SQLite. Medians of rounds taken in turn.',
    [
      row('rxdb', 'RxDB', 0.45),
      row('pouch', 'PouchDB', 0.3),
      row('raw', 'raw path', 1.3),
      part('persist alone', ({ persist }) => persist),
      part('sync alone', ({ sync }) => sync),
    ],
    {
      rounds: rounds.length,
      'of the product’s sync, until the host’s files hold all': `${Math.round(files)} ms`,
      'raw path': `Dexie ${versions['dexie']}, strict, same indexes; NDJSON × 1000 uncompressed to node:sqlite, WAL, FULL`,
      RxDB: `${versions['rxdb']}, Dexie storage with its default durability (relaxed), push replication × 1000 to node:sqlite, WAL, FULL`,
      PouchDB: `${versions['pouchdb']}, idb (relaxed), replication × 1000 to express-pouchdb ${versions['express-pouchdb']} on LevelDB (no flush)`,
      product:
        'strict IndexedDB, fdatasync at the host, district WAL FULL: each hop durable before it answers',
    },
  );
}

const epochOf = (round: number): string => `round-${round}`;

function recordsOf(round: number, count: number): readonly LoggedEvent[] {
  return plainEvents({ ward: 'thach-ban', device: 'd9-bench', epoch: epochOf(round) }, round, count);
}

async function ours(page: Page, events: readonly LoggedEvent[]): Promise<PersistTimes> {
  const records = events.map(({ event: { subject, body } }) => ({ subject, body }));
  return page.evaluate(
    (given) => (window as unknown as { persist: PersistPage }).persist.persistSync(given),
    records,
  );
}

async function rivalRound(page: Page, rival: Rival, events: readonly LoggedEvent[]): Promise<Times> {
  const records = events.map(({ event: { device, epoch, seq, subject }, line }): RivalRecord => ({
    device,
    epoch,
    seq,
    subject,
    line,
  }));
  type RivalsPage = { persistSync(name: Rival, given: readonly RivalRecord[]): Promise<Times> };
  return page.evaluate(
    ([name, given]) => (window as unknown as { rivals: RivalsPage }).rivals.persistSync(name, given),
    [rival, records] as const,
  );
}
