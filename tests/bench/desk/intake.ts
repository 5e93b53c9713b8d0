import { openBrowser } from '../../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../../support/product.ts';
import { DOSSIERS, fillDossiers, receiveOne, signIn } from './many-dossiers.ts';
import { percentile, report } from '../numbers.ts';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A quick typist; each key waits for its own picture, so that no key is measured behind another. */
const BETWEEN_MS = 40;
const LIMIT_MS = 50;
const FIELDS = [
  ['Họ và tên', 'Nguyen Thi Hanh Phuc '],
  ['Số định danh', '001190012345'],
  ['Số điện thoại', '0912345678'],
  ['Địa chỉ', 'To 5, phuong Thach Ban, quan Long Bien, thanh pho Ha Noi'],
] as const;
const ROUNDS = 3;

/** A key pressed in the reception until its picture stands, with 100,000 dossiers in the storage. */
export async function benchIntake(): Promise<void> {
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
    await page.keyboard.press('F4');
    await page.getByRole('group', { name: 'Chủ hồ sơ' }).waitFor();
    await listen(page);
    const work = await mainThread(page);
    for (let round = 0; round < ROUNDS; round += 1) await type(page);
    const busyMs = await work();
    const painted = await page.evaluate(() => (window as unknown as { painted: number[] }).painted);
    report(
      'intake',
      'A key is pressed in a field of the reception until the frame with it has been handed to the screen; every key is kept as a draft, whole numbers look for earlier dossiers, and the slip beside it is drawn anew.',
      [
        {
          name: `reception, keystroke → painted with ${DOSSIERS.toLocaleString('en-US')} dossiers, p95`,
          unit: 'ms',
          ours: percentile(painted, 0.95),
          against: LIMIT_MS,
          againstName: 'limit',
          goal: { atMost: 1 },
        },
      ],
      {
        keys: painted.length,
        p50: `${percentile(painted, 0.5).toFixed(1)} ms`,
        'between two keys': `${BETWEEN_MS} ms`,
        'the page at work for one key': `${(busyMs / painted.length).toFixed(1)} ms of its own processor time`,
      },
    );
  } finally {
    await browser.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}

/** How long the page's thread has worked since; unlike the time on the wall it is nearly the same on a busy machine. */
async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await read();
  return async () => (await read()) - before;
}

/** From the instant the key was pressed until the frame after the next animation frame has begun. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    window.addEventListener(
      'keydown',
      (event) => {
        const pressed = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => void painted.push(performance.now() - pressed);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

async function type(page: Page): Promise<void> {
  const owner = page.getByRole('group', { name: 'Chủ hồ sơ' });
  for (const [label, text] of FIELDS) {
    await owner.getByLabel(label).fill('');
    await owner.getByLabel(label).focus();
    await page.keyboard.type(text, { delay: BETWEEN_MS });
  }
}
