import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { percentile, report } from './numbers.ts';
import type { AddressInfo } from 'node:net';

const ROUNDS = 20;
/** Goal: p95 ≤ 300 ms from the tap to the last byte at the printer. */
const LIMIT_MS = 300;

/** Tap on a field at the kiosk → the whole ticket has arrived at a network printer, through every real part. */
export async function benchTicket(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const printer = await listeningPrinter();
  const product = await startProduct({ flags: ['--ward', await wardWithPrinter(folder, printer.port)] });
  const browser = await openBrowser(join(folder, 'profile'));
  const times: number[] = [];
  try {
    const page = await browser.open(`${product.app}/#/kiosk`, { width: 1080, height: 1920 });
    await page.evaluate(noteTaps);
    for (let round = -3; round < ROUNDS; round += 1) {
      await page.getByRole('button', { name: /^Lấy số/ }).click();
      const field = page.getByRole('button', { name: /Hộ tịch/ }).first();
      await field.waitFor();
      const printed = printer.next();
      await field.click();
      const arrivedMs = await printed;
      if (round >= 0) times.push(arrivedMs - (await page.evaluate(lastTapMs)));
      await page.getByRole('button', { name: 'Xong, về màn hình chính' }).click();
    }
    const figures = [0.5, 0.95].map((share) => ({
      name: `tap → ticket bytes at the printer, p${share * 100}`,
      unit: 'ms',
      ours: percentile(times, share),
      against: LIMIT_MS,
      againstName: 'limit',
      goal: share === 0.95 ? { atMost: 1 } : null,
    }));
    const about =
      'From the tap on a field at the kiosk until the last byte of the ticket has arrived at a network printer, through every real part: act, both copies, drawing, bridge, queue, TCP.';
    report('tap-ticket', about, figures, { rounds: ROUNDS });
  } finally {
    await browser.close();
    printer.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}

/** In the page: remembers when the last tap happened, since a driver's click waits for its control first. */
function noteTaps(): void {
  document.addEventListener('click', () => (document.body.dataset['tapMs'] = String(Date.now())), {
    capture: true,
  });
}

function lastTapMs(): number {
  return Number(document.body.dataset['tapMs']);
}

async function wardWithPrinter(folder: string, port: number): Promise<string> {
  const demo = JSON.parse(
    await readFile(new URL('../../build/demo/ward.json', import.meta.url), 'utf8'),
  ) as object;
  const target = { kind: 'tcp', host: '127.0.0.1', port };
  const file = join(folder, 'ward.json');
  await writeFile(
    file,
    JSON.stringify({ ...demo, printers: [{ id: 've', name: 'Máy in vé', purpose: 'tickets', target }] }),
  );
  return file;
}

/** A printer that takes every byte; `next` resolves when the next whole job is in, with the instant. */
async function listeningPrinter() {
  const waiting: ((atMs: number) => void)[] = [];
  const server = createServer((socket) => {
    socket.resume();
    socket.on('end', () => waiting.shift()?.(Date.now()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    next: () => new Promise<number>((resolve) => waiting.push(resolve)),
    close: () => server.close(),
  };
}
