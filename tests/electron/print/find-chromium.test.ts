import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../../electron/host/find-chromium.ts';

describe('finding a browser', () => {
  it('[C04] takes the one that CHROMIUM names, and no other in its place', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'motcua-find-'));
    const mine = join(dir, 'my-chromium');
    await writeFile(mine, '');
    expect(findChromium({ platform: 'linux', env: { CHROMIUM: mine } })).toBeNull();
    await chmod(mine, 0o755);
    expect(findChromium({ platform: 'linux', env: { CHROMIUM: mine } })).toBe(mine);
    await rm(dir, { recursive: true });
  });

  it('[C04] on Windows looks into the program folders and says so when there is none', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'motcua-find-'));
    const where = { platform: 'win32', env: { PROGRAMFILES: dir } };
    expect(findChromium(where)).toBeNull();
    expect(findChromium({ platform: 'win32', env: {} })).toBeNull();
    // Names with backslashes stay one name where this test runs.
    const edge = join(dir, 'Microsoft\\Edge\\Application\\msedge.exe');
    await writeFile(edge, '', { mode: 0o755 });
    expect(findChromium(where)).toBe(edge);
    await rm(dir, { recursive: true });
  });
});
