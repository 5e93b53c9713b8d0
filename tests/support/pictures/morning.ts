// The morning that the pictures show: who comes, and what becomes of their dossiers.
import type { Page } from 'playwright-core';
import { receiveDossier } from '../../e2e/morning/hands.ts';
import { demoCatalogue } from '../demo.ts';
import type { Citizen } from '../../e2e/morning/cast.ts';

const MINUTE_MS = 60_000;

/** What happens to a dossier before the picture: handed over to an office, its result ready, given back. */
type Way = { readonly office?: string; readonly resultNo?: string; readonly returned?: true };
type Visit = readonly [code: string, name: string, way: Way];

const OFFICES = ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Công an phường', 'Lãnh đạo UBND phường'] as const;

/** Dossiers received before the one that is watched, oldest first. */
const VISITS: readonly Visit[] = [
  ['2.000815', 'Trần Quốc Khánh', { resultNo: '142/CTBS', returned: true }],
  ['1.000894', 'Phạm Thị Ngọc Ánh', { office: OFFICES[2], resultNo: '37/2026' }],
  ['1.001612', 'Hoàng Văn Thụ', { office: OFFICES[0] }],
  ['1.004222', 'Đặng Thị Hòa', { office: OFFICES[1] }],
  ['2.000635', 'Vũ Đức Thượng', { resultNo: '91/TLKS-BS', returned: true }],
  ['1.004873', 'Bùi Thị Xuân', {}],
  ['1.014159', 'Lê Minh Mẫn', {}],
];

/** Fields chosen at the kiosk by those who wait, after the visitors above. */
const WAITING: readonly string[] = ['1.001193', '2.000884', '1.004194', '1.013225', '1.001776', '2.000815'];

const citizenOf = (code: string, name: string, no: number): Citizen => {
  const { procedures, fields } = demoCatalogue();
  const procedure = procedures.find((each) => each.code === code);
  if (!procedure) throw new Error(`the catalogue has ${code}`);
  const fieldName = fields.find(({ id }) => id === procedure.fieldId)?.name ?? '';
  return { no, fieldName, procedure, name, idNumber: `00118500${1000 + no * 37}`, submitter: null };
};

/** Who brings a dossier before the watched one, with what becomes of it. */
export const visitors: readonly (Citizen & { readonly way: Way })[] = VISITS.map(([code, name, way], at) => ({
  ...citizenOf(code, name, at + 1),
  way,
}));

/** Who waits when the watched dossier is received; the first of them brings it. */
export const waiting: readonly Citizen[] = WAITING.map((code, at) =>
  citizenOf(code, 'Người Đang Chờ', 50 + at),
);

/** A clerk who lets less time pass than this without a touch stays signed in. */
const TOUCHED_MINUTES = 4;

/**
 * Puts the clock of one page so many minutes before the others', so that a morning passes in a minute. Whoever works there
 * touches it on the way.
 */
export async function minutesAgo(page: Page, minutes: number): Promise<void> {
  const before = await page.evaluate(() => ((globalThis as { movedMore?: number }).movedMore ?? 0) / -60_000);
  const steps = Math.max(1, Math.ceil((before - minutes) / TOUCHED_MINUTES));
  for (let step = 1; step <= steps; step += 1) {
    const ago = before + ((minutes - before) * step) / steps;
    await page.evaluate((ms) => Object.assign(globalThis, { movedMore: -ms }), ago * MINUTE_MS);
    await page.mouse.move(2 + step, 2);
  }
}

/** Receives a dossier and takes it along its way in the register. */
export async function receiveAndGoOn(desk: Page, visitor: Citizen & { readonly way: Way }): Promise<string> {
  const code = await receiveDossier(desk, visitor);
  const { office, resultNo, returned } = visitor.way;
  await openDossier(desk, code);
  const step = desk.getByRole('region', { name: 'Bước tiếp theo' });
  if (office !== undefined) {
    await step.getByRole('button', { name: 'Bàn giao' }).click();
    await step.getByLabel('Bộ phận nhận').selectOption(office);
    await step.getByRole('button', { name: 'Bàn giao hồ sơ' }).click();
    await desk.getByText('Bàn giao', { exact: true }).waitFor();
  }
  if (resultNo !== undefined) {
    await step.getByRole('button', { name: 'Có kết quả' }).click();
    await step.getByLabel('Số kết quả').fill(resultNo);
    await step.getByRole('button', { name: 'Ghi có kết quả' }).click();
  }
  if (returned) {
    await step.getByRole('button', { name: 'Trả kết quả' }).click();
    await step.getByRole('button', { name: 'Trả kết quả' }).click();
    await desk.getByText('Không còn bước nào').waitFor();
  }
  await desk.getByRole('button', { name: 'Đóng hồ sơ' }).click();
  return code;
}

/** Opens a dossier in the register. */
export async function openDossier(desk: Page, code: string): Promise<void> {
  await desk.getByRole('button', { name: 'Sổ theo dõi', exact: true }).click();
  await desk.getByRole('button', { name: `Mở hồ sơ ${code}` }).click();
  await desk.getByRole('button', { name: 'Đóng hồ sơ' }).waitFor();
}
