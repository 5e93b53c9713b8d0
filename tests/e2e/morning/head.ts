import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** The head's figures of today by clerk: they agree with the day's report, open into what they count, and are saved as shown [T07] [T08]. */
export async function staffFigures(head: Page, received: number): Promise<void> {
  const section = head.getByRole('region', { name: 'Theo người, thủ tục, giờ, tháng' });
  await section.getByRole('button', { name: 'Hôm nay' }).click();
  await section.getByText('Đã tự kiểm: khớp').waitFor({ timeout: 30_000 });
  const table = section.getByRole('table', { name: 'Theo người' });
  await expect.poll(async () => sumOf(await columnOf(table, 1))).toBe(received);
  const number = table.getByRole('button', { name: /– Tiếp nhận: \d+\. Xem danh sách/ }).first();
  const count = Number(await number.textContent());
  await number.click();
  await expect.poll(() => head.getByRole('complementary').getByRole('listitem').count()).toBe(count);
  await head.keyboard.press('Escape');
  const saving = head.waitForEvent('download');
  await section.getByRole('button', { name: 'Lưu CSV' }).click();
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file.startsWith('\uFEFFCán bộ;Tiếp nhận;')).toBe(true);
  const shown = await table
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
    );
  const saved = file
    .trimEnd()
    .split('\r\n')
    .slice(1, 1 + shown.length);
  expect(saved).toEqual(shown.map((cells) => cells.join(';')));
}

async function columnOf(table: ReturnType<Page['getByRole']>, place: number): Promise<readonly string[]> {
  return table.locator(`tbody tr > :nth-child(${place + 1})`).allTextContents();
}

function sumOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Number(text.replaceAll('.', '')), 0);
}
