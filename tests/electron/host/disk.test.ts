import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskGuard } from '../../../electron/host/disk.ts';
import { openReserve } from '../../../electron/host/reserve.ts';
import { temporaryFolder } from '../../support/district.ts';

const noLog = () => undefined;
const WHOLE = 4_194_304;

let folder: ReturnType<typeof temporaryFolder>;
const sizeNow = () => statSync(join(folder.path, 'reserve')).size;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('the reserve', () => {
  it('[H11] stands whole, gives way step by step to its end, and is taken back where there is room', async () => {
    const reserve = await openReserve(folder.path, noLog);
    expect([sizeNow(), reserve.given()]).toEqual([WHOLE, false]);
    expect(await reserve.release()).toBe(true);
    expect([sizeNow(), reserve.given()]).toEqual([WHOLE - WHOLE / 16, true]);
    for (let step = 1; step < 16; step += 1) expect(await reserve.release()).toBe(true);
    expect([sizeNow(), await reserve.release()]).toEqual([0, false]);
    await reserve.refill();
    expect([sizeNow(), reserve.given()]).toEqual([WHOLE, false]);
  });

  it('[H11] goes on with what an earlier run left of it', async () => {
    await openReserve(folder.path, noLog);
    truncateSync(join(folder.path, 'reserve'), WHOLE / 2);
    await openReserve(folder.path, noLog);
    expect(sizeNow()).toBe(WHOLE);
  });

  it('[H11] a guard whose reserve gave way says stop, whatever else it sees, until it is whole again', async () => {
    const levels: string[] = [];
    const guard = await openDiskGuard(
      folder.path,
      () => Promise.resolve(10_000_000_000),
      () => levels.push(guard.state().level),
      noLog,
    );
    expect(guard.state().level).toBe('fine');
    expect(await guard.release()).toBe(true);
    expect(guard.state().level).toBe('stop');
    await expect.poll(() => levels, { timeout: 20_000 }).toEqual(['stop', 'fine']);
    guard.close();
  }, 30_000);
});
