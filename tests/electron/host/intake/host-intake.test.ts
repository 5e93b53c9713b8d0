import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHost } from '../../../../electron/host/host.ts';
import { temporaryFolder } from '../../../support/district.ts';
import type { Host } from '../../../../electron/host/host-options.ts';
import type { BridgeNews } from '../../../../shared/bridge.ts';

const demoDir = fileURLToPath(new URL('../../../../build/demo', import.meta.url));
const CARD = '089202017098||Lê Văn Lương|23052002|Nam|Tổ 5, Thạch Bàn|31122021';
const cleanUp: (() => unknown)[] = [];

vi.setConfig({ testTimeout: 60_000 });
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

async function startedWith(more: object): Promise<{ readonly host: Host; readonly folder: string }> {
  const made = temporaryFolder();
  cleanUp.push(made.remove);
  const ward: unknown = JSON.parse(await readFile(join(demoDir, 'ward.json'), 'utf8'));
  const wardFile = join(made.path, 'ward-here.json');
  await writeFile(wardFile, JSON.stringify({ ...(ward as object), ...more }));
  const host = await createHost({
    dataDir: join(made.path, 'data'),
    wardFile,
    demoDir,
    fontsDir: made.path,
    districtUrl: null,
    enrolCode: null,
    shell: 'browser',
    appVersion: '0.1.0',
  });
  if (!host.ok) throw new Error(host.error.code);
  cleanUp.push(host.value.close);
  return { host: host.value, folder: made.path };
}

describe('a host at the counter', () => {
  it('[D01] [IN1] tells its pages what the scanner of the ward file reads', async () => {
    const made = temporaryFolder();
    cleanUp.push(made.remove);
    const path = join(made.path, 'scanner');
    execFileSync('mkfifo', [path]);
    const { host } = await startedWith({ scanner: { path } });
    const news: BridgeNews[] = [];
    cleanUp.push(host.onNews((one) => news.push(one)));
    await appendFile(path, `${CARD}\r\n`);
    await vi.waitFor(() => expect(news).toContainEqual({ news: 'scanned', text: CARD }), { timeout: 10_000 });
  });

  it('[D18] [IN7] keeps the pieces of a scan and gives them back by the bridge', async () => {
    const { host, folder } = await startedWith({});
    const bytes = Buffer.alloc(100_000, 'bản mã ');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const put = { sha256, total: bytes.length, offset: 0, data: bytes.toString('base64') };
    expect(await host.handle('attachment-put', put)).toEqual({
      ok: true,
      value: { have: bytes.length, kept: true },
    });
    expect(await host.handle('attachment-get', { sha256, offset: 0 })).toMatchObject({
      ok: true,
      value: { total: bytes.length },
    });
    expect((await readFile(join(folder, 'data', 'attachments', sha256))).equals(bytes)).toBe(true);
    expect(await host.handle('attachment-put', { ...put, sha256: '../../x' })).toMatchObject({
      ok: false,
      error: { code: 'params-invalid' },
    });
  });
});
