import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await removeFolder(folder);
});

async function newFolder(): Promise<string> {
  const folder = await temporaryFolder('start');
  folders.push(folder);
  return folder;
}

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the start program until it ends by itself. */
function started(...flags: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['build/start.ts', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  return new Promise((settle) => child.once('exit', (code) => settle({ code, out, err })));
}

/** Processes whose command line names a folder. */
function processesOf(folder: string): readonly string[] {
  const rows = execFileSync('ps', ['-eo', 'pid,args']).toString().split('\n');
  return rows.filter((row) => row.includes(folder) && !row.includes('ps -eo'));
}

describe('npm start', () => {
  it('[W10] says ready once both answer, and a second start finds yesterday’s data and does not ask in again', async () => {
    const dataDir = await newFolder();
    const first = await startProduct({ dataDir });
    const index = await fetch(first.app);
    expect([index.status, (await fetch(`${first.district}/healthz`)).status]).toEqual([200, 200]);
    expect(await index.text()).toMatch(/<meta name="motcua-token" content="[0-9a-f]{48}">/);
    expect(first.output().match(/^ready /gm)).toHaveLength(1);
    const device = JSON.parse(readFileSync(join(dataDir, 'device.json'), 'utf8')) as {
      device: string;
      enrolled: boolean;
    };
    expect(device.enrolled).toBe(true);
    expect(await first.stop()).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);

    const second = await startProduct({ dataDir });
    expect(JSON.parse(readFileSync(join(dataDir, 'device.json'), 'utf8'))).toMatchObject({
      device: device.device,
    });
    const { port } = new URL(second.app);
    const busy = await started('--no-open', '--port', port, '--data', await newFolder());
    expect(busy).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`port ${port} is in use`) });
    const same = await started('--no-open', '--port', '0', '--district-port', '0', '--data', dataDir);
    expect(same).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is in use by another') });
    expect((await fetch(second.app)).status).toBe(200);
    expect(await second.stop()).toBe(0);
  });

  it.each([
    [['--nope'], 'unknown flag --nope'],
    [['word'], 'unexpected word "word"'],
    [['--port'], '--port needs a value'],
    [['--port', '70000'], '--port "70000" is no port'],
    [['--port', '1e3'], '--port "1e3" is no port'],
    [['--port', '4780', '--district-port', '4780'], 'cannot both use port 4780'],
    [['--district-url', 'ftp://x'], 'is no http(s) address'],
    [['--enrol', 'X'], '--enrol needs --district-url'],
    [['--port', '0', '--port', '0'], '--port is given twice'],
    [['--no-open=x'], '--no-open takes no value'],
  ])('[W11] refuses bad flags in one line: %j', async (flags, line) => {
    const ended = await started(...flags);
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining(line) });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });

  it('[W11] refuses data folders and ward files it cannot use in one line, and changes nothing', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'newer'));
    writeFileSync(join(folder, 'newer', 'format.json'), '{"format":99}');
    writeFileSync(join(folder, 'bad.json'), '{"ward":1}');
    const free = ['--no-open', '--port', '0', '--district-port', '0'];
    const cases = [
      [['--data', join(folder, 'file')], 'cannot write to the data folder'],
      [['--data', '/proc/motcua'], 'cannot write to the data folder'],
      [['--data', join(folder, 'newer')], 'newer version'],
      [['--data', join(folder, 'fresh'), '--ward', join(folder, 'none.json')], 'ward file cannot be read'],
      [['--data', join(folder, 'fresh'), '--ward', join(folder, 'bad.json')], 'ward file is not valid'],
    ] as const;
    for (const [flags, line] of cases) {
      const ended = await started(...free, ...flags);
      expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining(line) });
      expect(ended.err.trim().split('\n')).toHaveLength(1);
    }
    expect(readdirSync(join(folder, 'newer'))).toEqual(['format.json']);
    expect(readdirSync(folder).toSorted()).toEqual(['bad.json', 'file', 'newer']);
  });

  it('[W11] says which port of the district server is taken', async () => {
    const taken = createServer();
    await new Promise<void>((settle) => taken.listen(0, '127.0.0.1', settle));
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const ended = await started(
      '--no-open',
      '--port',
      '0',
      '--district-port',
      port,
      '--data',
      await newFolder(),
    );
    taken.close();
    expect(ended).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('--district-port names another'),
    });
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    '[W12] leaves no process when only npm gets %s',
    async (signal) => {
      const dataDir = await newFolder();
      const flags = ['--no-open', '--port', '0', '--district-port', '0', '--data', dataDir];
      const npm = spawn('npm', ['start', '--', ...flags], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
      let out = '';
      npm.stdout.on('data', (part: Buffer) => (out += part.toString()));
      await expect.poll(() => out, { timeout: 90_000 }).toMatch(/^ready app=/m);
      expect(processesOf(dataDir).length).toBeGreaterThan(2);
      npm.kill(signal);
      await expect.poll(() => processesOf(dataDir), { timeout: 6000, interval: 200 }).toEqual([]);
    },
  );

  it('[W12] leaves no process when the start program itself is killed, and the next start goes on', async () => {
    const dataDir = await newFolder();
    const flags = ['build/start.ts', '--no-open', '--port', '0', '--district-port', '0', '--data', dataDir];
    const child = spawn(process.execPath, flags, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    await expect.poll(() => out, { timeout: 90_000 }).toMatch(/^ready app=/m);
    child.kill('SIGKILL');
    await expect.poll(() => processesOf(dataDir), { timeout: 6000, interval: 200 }).toEqual([]);
    const again = await startProduct({ dataDir });
    expect(await again.stop()).toBe(0);
  });

  it('[W13] starts a district server again that died, on the same port', async () => {
    const dataDir = await newFolder();
    const product = await startProduct({ dataDir });
    const district = processesOf(dataDir).find((row) => row.includes('server/main.ts'));
    process.kill(Number(district?.trim().split(' ')[0]), 'SIGKILL');
    await expect
      .poll(() => product.output(), { timeout: 20_000 })
      .toContain('the district server ended unexpectedly');
    const answers = () =>
      fetch(`${product.district}/healthz`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(answers, { timeout: 20_000 }).toBe(200);
    expect(await product.stop()).toBe(0);
  });
});
