// A data folder and a browser profile with 100,000 events in them, kept under out/cache: filling takes a minute or two.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { startProduct } from '../support/product.ts';
import { deskWork } from './corpus.ts';
import { openBenchPage, pageCode } from './page-code.ts';
import type { AddressInfo } from 'node:net';
import type { Product } from '../support/product.ts';
import type { StartPage } from './pages/start-entry.ts';

const CACHE = 'out/cache/bench-start';
/** What decides how a storage looks; a change here makes the fill anew. */
const SOURCES = ['renderer/db', 'renderer/sync', 'shared/event', 'shared/project', 'tests/bench/corpus.ts'];
const FILL_LIMIT_MS = 300_000;
const PEERS = 4;

/** A filled desk: the product runs on it, and its profile opens in any browser of this machine. */
export type FilledDesk = { readonly product: Product; readonly profile: string; readonly code: string };

/** Starts the product on a filled folder, filling it first where that was not done yet. */
export async function openFilledDesk(events: number): Promise<FilledDesk> {
  const code = await pageCode('tests/bench/pages/start-entry.ts');
  const folder = join(CACHE, fingerprint(events));
  if (existsSync(join(folder, 'port'))) {
    const port = await readFile(join(folder, 'port'), 'utf8');
    // The storage belongs to the origin, and so to the port it was filled at.
    if (await isFree(Number(port))) return { ...(await start(folder, Number(port))), code };
  }
  await rm(CACHE, { recursive: true, force: true });
  const port = await freePort();
  const began = performance.now();
  await fillJournal(join(folder, 'data'), events);
  const desk = { ...(await start(folder, port)), code };
  try {
    await pullAll(desk, events);
  } catch (error) {
    await desk.product.stop();
    throw error;
  }
  await writeFile(join(folder, 'port'), String(port));
  console.log(`filled with ${events} events in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return desk;
}

async function start(
  folder: string,
  port: number,
): Promise<{ readonly product: Product; readonly profile: string }> {
  const product = await startProduct({ dataDir: join(folder, 'data'), flags: ['--port', String(port)] });
  return { product, profile: join(folder, 'profile') };
}

/** Peers' months in the host's files; the page fills itself from there at its first start. */
async function fillJournal(dataDir: string, events: number): Promise<void> {
  const peers = join(dataDir, 'journal', 'peers');
  await mkdir(peers, { recursive: true });
  for (let peer = 1; peer <= PEERS; peer += 1) {
    const writer = { ward: 'thach-ban', device: `d${peer}-peer`, epoch: `months-${peer}` };
    const lines = deskWork(writer, peer, events / PEERS).map(({ line }) => line);
    await writeFile(join(peers, `${writer.device}_${writer.epoch}.log`), `${lines.join('\n')}\n`);
  }
}

async function pullAll({ product, profile, code }: FilledDesk, events: number): Promise<void> {
  const browser = await openBrowser(profile);
  try {
    const page = await openBenchPage(browser, `${product.app}/#/desk`, code);
    const limit = performance.now() + FILL_LIMIT_MS;
    for (;;) {
      const held = await page.evaluate(() => (window as unknown as { start: StartPage }).start.count());
      if (held >= events) break;
      if (performance.now() > limit) throw new Error(`only ${held} of ${events} events were pulled in time`);
      await page.waitForTimeout(500);
    }
    await page.getByRole('textbox', { name: 'Mã PIN' }).waitFor({ timeout: FILL_LIMIT_MS });
  } finally {
    await browser.close();
  }
}

function fingerprint(events: number): string {
  const hash = createHash('sha256').update(String(events));
  for (const file of SOURCES.flatMap(filesBelow)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
