// A whole machine is put back to an earlier state while the network is down, and a new browser opens on it.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { nth, openPages, SLOW_MS } from './stage/stage.ts';
import { morningCast } from './morning/cast.ts';
import { signIn, takeTicket } from './morning/hands.ts';
import { linesInDistrict, linesInFiles } from './morning/outside.ts';
import type { Product } from '../support/product.ts';
import type { DistrictProcess } from '../support/programs.ts';
import type { Pages } from './stage/stage.ts';

const cast = morningCast();
let folder: string;
let dataDir: string;
let districtDir: string;
let district: DistrictProcess;
let product: Product;
let pages: Pages;

beforeAll(async () => {
  folder = await temporaryFolder('put-back');
  [dataDir, districtDir] = [join(folder, 'data'), join(folder, 'district')];
  district = await runningDistrict(['--port', '0', '--data', districtDir]);
  const made = motcua(['enrol-code', '--data', districtDir, '--ward', 'thach-ban', '--role', 'all']);
  const { code } = JSON.parse(made.out) as { readonly code: string };
  product = await startProduct({ dataDir, flags: ['--district-url', district.url, '--enrol', code] });
  await product.stop();
  cpSync(dataDir, join(folder, 'backup'), { recursive: true });
});

afterAll(async () => {
  await pages?.browser.close();
  await product?.stop();
  district?.child.kill();
  await district?.ended;
  await removeFolder(folder);
});

async function startAgain(profile: string): Promise<void> {
  product = await startProduct({ dataDir, flags: ['--district-url', district.url] });
  pages = await openPages(product.app, folder, profile);
}

describe('a machine put back', () => {
  it('[J15] [N2] [N3] gives numbers from a book that forgot them, tells both bearers, and gives none of them a third time', async () => {
    await startAgain('before');
    const before = [await takeTicket(pages.kiosk, nth(cast, 0)), await takeTicket(pages.kiosk, nth(cast, 0))];
    const lines = () => linesInFiles(dataDir).length;
    await expect.poll(() => linesInDistrict(districtDir).length === lines(), { timeout: SLOW_MS }).toBe(true);
    await pages.browser.close();
    await product.stop();
    district.child.kill();
    await district.ended;

    rmSync(dataDir, { recursive: true });
    cpSync(join(folder, 'backup'), dataDir, { recursive: true });
    await startAgain('after');
    await signIn(pages.desk);
    const [twice = ''] = before;
    expect(await takeTicket(pages.kiosk, nth(cast, 0))).toBe(twice);
    const note = pages.desk.getByRole('status', { name: 'Có số bị trùng' });
    expect(await note.count()).toBe(0);

    const port = new URL(district.url).port;
    district = await runningDistrict(['--port', port, '--data', districtDir]);
    await note.waitFor({ timeout: 90_000 });
    expect(await note.innerText()).toContain(twice);
    const queue = pages.desk.getByRole('region', { name: 'Hàng chờ' });
    await expect.poll(() => queue.getByText('Trùng số').count(), { timeout: SLOW_MS }).toBe(2);
    const next = await takeTicket(pages.kiosk, nth(cast, 0));
    expect(before).not.toContain(next);
    await note.getByRole('button', { name: 'Đã xem và xử lý' }).click();
    await note.waitFor({ state: 'detached', timeout: SLOW_MS });
  });
});
