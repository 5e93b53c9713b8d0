import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { percentile, report } from './numbers.ts';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const DOSSIERS = 100_000;
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
    await fill(page);
    await page.reload();
    await signIn(page);
    await page.keyboard.press('F4');
    await page.getByRole('group', { name: 'Chủ hồ sơ' }).waitFor();
    await listen(page);
    for (let round = 0; round < ROUNDS; round += 1) await type(page);
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
      },
    );
  } finally {
    await browser.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Cán bộ').selectOption('lan');
  await page.getByLabel('Quầy', { exact: true }).selectOption('q4');
  await page.getByRole('textbox', { name: 'Mã PIN' }).fill('1357');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: /Gọi số tiếp theo/ }).waitFor({ timeout: 60_000 });
}

/** One real dossier, of which the others are copies. */
async function receiveOne(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  const owner = page.getByRole('group', { name: 'Chủ hồ sơ' });
  await owner.getByLabel('Họ và tên').fill('Nguyễn Thị Hạnh');
  await owner.getByLabel('Số định danh').fill('001190012345');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('combobox', { name: 'Thủ tục' }).fill('1.001193');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Nhận đủ giấy tờ bắt buộc' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Tiếp nhận và in 2 liên' }).click();
  await page.getByText('Đã tiếp nhận', { exact: true }).waitFor({ timeout: 60_000 });
}

/** Copies of the dossier, most of them returned long ago, every twentieth still open, each with tokens of its own. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(new Error(request.error?.message));
      });
    const db = await asked(indexedDB.open('mot-cua'));
    type Row = { readonly id: string; readonly state: Record<string, unknown> };
    const [first] = await asked<Row[]>(db.transaction('dossiers').objectStore('dossiers').getAll());
    if (!first) throw new Error('no dossier to copy');
    const token = (no: number) => no.toString(16).padStart(32, '0');
    for (let from = 0; from < count; from += 5_000) {
      const transaction = db.transaction('dossiers', 'readwrite', { durability: 'relaxed' });
      const done = new Promise((end) => (transaction.oncomplete = end));
      for (let no = from; no < from + 5_000; no += 1) {
        const id = `dossier-${token(no)}`;
        const at = new Date(Date.UTC(2020, 0, 1) + no * 1_500_000).toISOString();
        const returned = no % 20 === 0 ? {} : { status: 'returned', readyAt: at, returnedAt: at };
        const own = {
          id,
          code: `H26.19.05-200101-${no}`,
          day: at.slice(0, 10),
          receivedAt: at,
          persons: null,
        };
        const state = { ...first.state, ...own, ...returned, tokens: [token(no), token(no + count)] };
        transaction.objectStore('dossiers').put({ ...first, id, state });
      }
      await done;
    }
    db.close();
  }, DOSSIERS);
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
