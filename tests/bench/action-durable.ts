import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { percentile, report } from './numbers.ts';
import { openBenchPage, pageCode } from './page-code.ts';
import type { AddressInfo } from 'node:net';
import type { ActionTimes, ActsPage } from './pages/acts-entry.ts';

const ROUNDS = 300;

/**
 * Clerk action → durable at both copies, against a bare strict commit plus a bare round trip with `fdatasync` of the same
 * bytes, taken in turn in one page in which the product's own screens run.
 */
export async function benchActions(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const product = await startProduct();
  const raw = await rawServer(join(folder, 'raw.log'));
  const browser = await openBrowser(join(folder, 'profile'));
  try {
    const code = await pageCode('tests/bench/pages/acts-entry.ts');
    const page = await openBenchPage(browser, `${product.app}/#/health`, code);
    const times = await page.evaluate(
      ([rounds, port]) => (window as unknown as { acts: ActsPage }).acts.actions(rounds, port),
      [ROUNDS, raw.port] as const,
    );
    tell(times);
  } finally {
    await browser.close();
    await raw.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}

function tell(times: ActionTimes): void {
  const figures = [0.5, 0.95].map((share) => ({
    name: `clerk action → durable, p${share * 100}`,
    unit: 'ms',
    ours: percentile(times.act, share),
    against: percentile(times.raw, share),
    againstName: 'bare strict commit + bare round trip with fdatasync',
    goal: { atMost: 1.5 },
  }));
  const parts = [
    {
      name: 'of it the transaction, p50',
      ours: percentile(times.act, 0.5) - percentile(times.copy, 0.5),
      against: percentile(times.commit, 0.5),
      againstName: 'bare strict commit',
    },
    {
      name: 'of it the copy at the host, p50',
      ours: percentile(times.copy, 0.5),
      against: percentile(times.raw, 0.5) - percentile(times.commit, 0.5),
      againstName: 'bare round trip',
    },
  ].map((part) => ({ ...part, unit: 'ms', goal: null }));
  report(
    'action-durable',
    'A ticket is issued (number taken, event, fold and heads in one strict transaction) and copied to the host’s file, beside one strict put of the same line into one store and one WebSocket frame that is appended and flushed. Taken in turn.',
    [...figures, ...parts],
    { 'flush rule': 'IndexedDB strict, journal file fdatasync', rounds: ROUNDS, 'bytes a line': times.bytes },
  );
}

async function rawServer(
  file: string,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const handle = await open(file, 'a');
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((ready) => server.once('listening', ready));
  server.on('connection', (socket) => {
    socket.on('message', (line: Buffer) => {
      void handle
        .appendFile(`${line.toString()}\n`)
        .then(() => handle.datasync())
        .then(() => socket.send('1'));
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      await handle.close();
    },
  };
}
