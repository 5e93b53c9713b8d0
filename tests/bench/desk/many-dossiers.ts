// A desk whose storage holds 100,000 dossiers; they are copies of one that was really received.
import type { Page } from 'playwright-core';

export const DOSSIERS = 100_000;

/** Signs the clerk in at the desk. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Cán bộ').selectOption('lan');
  await page.getByLabel('Quầy', { exact: true }).selectOption('q4');
  await page.getByRole('textbox', { name: 'Mã PIN' }).fill('1357');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: /Gọi số tiếp theo/ }).waitFor({ timeout: 60_000 });
}

/** One real dossier, of which the others are copies. */
export async function receiveOne(page: Page): Promise<void> {
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
export async function fillDossiers(page: Page): Promise<void> {
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
      // Rows of the benchmark only, before anything is measured: nothing is lost with them.
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
