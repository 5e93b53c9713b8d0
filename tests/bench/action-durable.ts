import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { WebSocketServer } from 'ws';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { percentile, report } from './numbers.ts';
import type { AddressInfo } from 'node:net';
import type { ActionTimes, BenchPage } from './page-entry.ts';

const ROUNDS = 300;

/**
 * Clerk action → durable at both copies, against a bare strict commit plus a bare round trip with `fdatasync` of the same
 * bytes, taken in turn in one page. Goal: p50 and p95 ≤ 1.5 ×.
 */
export async function benchActions(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const product = await startProduct();
  const raw = await rawServer(join(folder, 'raw.log'));
  const browser = await openBrowser(join(folder, 'profile'));
  try {
    const page = await browser.open(`${product.app}/#/health`);
    const session = await browser.context.newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    await page.evaluate(await bundle());
    const times = await page.evaluate(
      ([rounds, port]) => (window as unknown as { bench: BenchPage }).bench.actions(rounds, port),
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
    name: `action → durable, p${share * 100}`,
    unit: 'ms',
    ours: percentile(times.act, share),
    against: percentile(times.raw, share),
    againstName: 'bare strict commit + bare round trip with fdatasync',
    goal: '≤ 1.5',
  }));
  const parts = [
    {
      name: 'first part (transaction), p50',
      ours: percentile(times.act, 0.5) - percentile(times.copy, 0.5),
      against: percentile(times.commit, 0.5),
      againstName: 'bare strict commit',
    },
    {
      name: 'second part (copy at the host), p50',
      ours: percentile(times.copy, 0.5),
      against: percentile(times.raw, 0.5) - percentile(times.commit, 0.5),
      againstName: 'bare round trip',
    },
  ].map((part) => ({ ...part, unit: 'ms', goal: 'for information' }));
  report('action-durable', [...figures, ...parts], { rounds: ROUNDS, lineBytes: times.bytes });
}

/** The page's own modules as one script, to be run in the product's page. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: 'tests/bench/page-entry.ts', output: { format: 'iife' } },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk =
    output && 'output' in output ? output.output.find((part) => part.type === 'chunk') : undefined;
  if (!chunk || chunk.type !== 'chunk') throw new Error('the bench page was not built');
  return chunk.code;
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
