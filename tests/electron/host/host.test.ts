import { createPublicKey, verify } from 'node:crypto';
import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BRIDGE_VERSION } from '../../../shared/bridge.ts';
import { personTokens } from '../../../electron/host/keys/person-token.ts';
import { createHost } from '../../../electron/host/host.ts';
import { encodeSlipQr, slipKeyId, verifySlipQr } from '../../../shared/slip/slip-qr.ts';
import { temporaryFolder } from '../../support/district.ts';
import { lineChain } from '../../support/events.ts';
import type { Host, HostOptions } from '../../../electron/host/host-options.ts';
import type { BridgeAnswers, BridgeMethod } from '../../../shared/bridge.ts';

const demoDir = fileURLToPath(new URL('../../../build/demo', import.meta.url));
const TENANCY = 't'.repeat(32);
const cleanUp: (() => unknown)[] = [];

vi.setConfig({ testTimeout: 60_000 });

afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

function folder(): string {
  const made = temporaryFolder();
  cleanUp.push(made.remove);
  return made.path;
}

function options(dataDir: string, more: Partial<HostOptions> = {}): HostOptions {
  return {
    dataDir,
    wardFile: null,
    demoDir,
    fontsDir: dataDir,
    districtUrl: null,
    enrolCode: null,
    shell: 'browser',
    appVersion: '0.1.0',
    ...more,
  };
}

async function started(dataDir: string, more: Partial<HostOptions> = {}): Promise<Host> {
  const host = await createHost(options(dataDir, more));
  if (!host.ok) throw new Error(host.error.code);
  cleanUp.push(host.value.close);
  return host.value;
}

async function asked<M extends BridgeMethod>(
  host: Host,
  method: M,
  params: unknown,
): Promise<BridgeAnswers[M]> {
  const answer = await host.handle(method, params);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${answer.error.detail ?? ''}`);
  return answer.value as BridgeAnswers[M];
}

describe('host', () => {
  it('[K08] makes tokens of persons: the same under one ward key, others on a machine that has none', async () => {
    const host = await started(folder());
    const value = { value: 'queue-person 2026-06-05 001185012345' };
    const { token } = await asked(host, 'person-token', value);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await asked(host, 'person-token', value)).toEqual({ token });
    expect(
      (await asked(host, 'person-token', { value: 'queue-person 2026-06-06 001185012345' })).token,
    ).not.toBe(token);
    const [one, other] = [personTokens({ key: () => null }), personTokens({ key: () => null })];
    expect(one('thach-ban', value.value)).toBe(one('thach-ban', value.value));
    expect(one('thach-ban', value.value)).not.toBe(other('thach-ban', value.value));
  });

  it('[H6] has a data folder for itself, takes over the lock of a dead program, and refuses a newer folder untouched', async () => {
    const dir = join(folder(), 'data');
    const first = await started(dir);
    expect(await createHost(options(dir))).toMatchObject({ ok: false, error: { code: 'data-in-use' } });
    await first.close();
    await writeFile(join(dir, 'host.lock'), JSON.stringify({ pid: 4_000_000, started: '1' }));
    await (await started(dir)).close();
    await writeFile(join(dir, 'format.json'), '{"format":99}');
    expect(await createHost(options(dir))).toMatchObject({ ok: false, error: { code: 'data-newer' } });
    expect(await readFile(join(dir, 'format.json'), 'utf8')).toBe('{"format":99}');
  });

  it('[H6] says so when the data folder cannot be one, or belongs to another ward', async () => {
    const place = folder();
    await writeFile(join(place, 'file'), '');
    expect(await createHost(options(join(place, 'file')))).toMatchObject({
      ok: false,
      error: { code: 'data-unwritable' },
    });
    const dir = join(place, 'data');
    await (await started(dir)).close();
    const other = join(place, 'other.json');
    await writeFile(
      other,
      (await readFile(join(demoDir, 'ward.json'), 'utf8')).replace('"thach-ban"', '"hai-chau"'),
    );
    expect(await createHost(options(dir, { wardFile: other }))).toMatchObject({
      ok: false,
      error: { code: 'ward-other' },
    });
    await writeFile(other, '{"ward":');
    expect(await createHost(options(dir, { wardFile: other }))).toMatchObject({
      ok: false,
      error: { code: 'ward-file-invalid' },
    });
  });

  it('[H7] tells who and where it is, and demo PINs only of a demo ward', async () => {
    const host = await started(folder());
    const hello = await asked(host, 'hello', {});
    expect(hello).toMatchObject({
      bridge: BRIDGE_VERSION,
      shell: 'browser',
      enrolled: false,
      device: { role: 'all', slot: 1 },
    });
    expect(hello.catalogue.procedures).toBeGreaterThan(0);
    expect(hello.ward.clerks[0]?.pin).toBe('1357');
    await host.close();
    const place = folder();
    const real = join(place, 'ward.json');
    await writeFile(
      real,
      (await readFile(join(demoDir, 'ward.json'), 'utf8')).replace('"demo": true', '"demo": false'),
    );
    const other = await started(join(place, 'data'), { wardFile: real });
    expect(JSON.stringify(await asked(other, 'hello', {}))).not.toContain('"pin"');
    expect((await asked(other, 'sign-in', { clerk: 'lan', pin: '1357' })).clerk.id).toBe('lan');
  });

  it('[H8] keeps pushed lines and keys over a restart and gives them back by vector', async () => {
    const dir = folder();
    const host = await started(dir);
    const { device } = await asked(host, 'hello', {});
    const chain = lineChain({ device: device.id, epoch: 'epoch-0001' });
    chain.fill(1500);
    const key = { keyId: 'k1', subject: 's', iv: 'aXY=', ct: 'Y3Q=' };
    const news: string[] = [];
    host.onNews(({ news: what }) => news.push(what));
    expect(await asked(host, 'open-epoch', { epoch: 'epoch-0001', tenancy: TENANCY })).toEqual({
      ordinal: 0,
      known: false,
    });
    const pushed = await asked(host, 'push', { lines: chain.lines(), keys: [key, key] });
    expect(pushed).toEqual({ vector: { [`${device.id}/epoch-0001`]: 1501 }, refused: [] });
    await expect.poll(() => news, { timeout: 10_000 }).toContain('journal');
    await host.close();

    const again = await started(dir);
    expect(await asked(again, 'open-epoch', { epoch: 'epoch-0001', tenancy: TENANCY })).toEqual({
      ordinal: 0,
      known: true,
    });
    expect(await asked(again, 'open-epoch', { epoch: 'epoch-0002', tenancy: TENANCY })).toEqual({
      ordinal: 1,
      known: false,
    });
    const first = await asked(again, 'pull', { vector: {} });
    const rest = await asked(again, 'pull', { vector: { [`${device.id}/epoch-0001`]: first.lines.length } });
    expect([first.more, rest.more]).toEqual([true, false]);
    expect([...first.lines, ...rest.lines]).toEqual(chain.lines());
    expect((await asked(again, 'keys', { wanted: ['k1', 'k2'] })).keys).toEqual([key]);
    expect((await asked(again, 'keys', { wanted: ['k2'] })).keys).toEqual([]);
  });

  it('[N2] grants each number once, over restarts and whatever else a page says', async () => {
    const dir = folder();
    const namespace = 'ticket/2026-06-05/A';
    const host = await started(dir);
    const { device } = await asked(host, 'hello', {});
    await asked(host, 'open-epoch', { epoch: 'epoch-0001', tenancy: TENANCY });
    const wish = { epoch: 'epoch-0001', namespace, highest: 0 };
    const both = await Promise.all([asked(host, 'lease', wish), asked(host, 'lease', wish)]);
    expect(both).toEqual([
      { from: 1, to: 50 },
      { from: 51, to: 100 },
    ]);
    const chain = lineChain({ device: device.id, epoch: 'epoch-0001' });
    const body = {
      number: 'A230',
      series: 'A',
      day: '2026-06-05',
      fieldId: 'f',
      procedureCode: null,
      priority: null,
      ahead: 0,
      at: 'x',
    };
    chain.add({ type: 'ticket-issued', subject: 't', body });
    await asked(host, 'push', { lines: chain.lines(), keys: [] });
    await host.close();
    const again = await started(dir);
    expect(await again.handle('lease', wish)).toMatchObject({ error: { code: 'epoch-not-claimed' } });
    await asked(again, 'open-epoch', { epoch: 'epoch-0001', tenancy: TENANCY });
    expect(await asked(again, 'lease', wish)).toEqual({ from: 231, to: 280 });
    expect(await asked(again, 'lease', { ...wish, highest: 490 })).toEqual({ from: 491, to: 499 });
    expect(await again.handle('lease', wish)).toMatchObject({ error: { code: 'numbers-exhausted' } });
    expect(await again.handle('lease', { ...wish, namespace: '../x' })).toMatchObject({
      error: { code: 'namespace-unknown' },
    });
    expect(await again.handle('lease', { ...wish, epoch: 'unheard-of' })).toMatchObject({
      error: { code: 'epoch-unknown' },
    });
  });

  it('[H9] lets clerks in by PIN, locks a name after five wrong ones, and tells nobody which names there are', async () => {
    let nowMs = Date.UTC(2026, 5, 5, 1);
    const host = await started(folder(), { now: () => new Date(nowMs) });
    const signIn = (clerk: string, pin: string) => host.handle('sign-in', { clerk, pin });
    for (const clerk of ['lan', 'nobody']) {
      for (let wrong = 1; wrong <= 4; wrong += 1)
        expect(await signIn(clerk, '0000')).toEqual({ ok: false, error: { code: 'sign-in-refused' } });
      const until = new Date(nowMs + 60_000).toISOString();
      expect(await signIn(clerk, '0000')).toEqual({
        ok: false,
        error: { code: 'sign-in-locked', detail: until },
      });
      expect(await signIn(clerk, '1357')).toEqual({
        ok: false,
        error: { code: 'sign-in-locked', detail: until },
      });
    }
    nowMs += 61_000;
    expect(await signIn('lan', '1357')).toMatchObject({
      ok: true,
      value: { clerk: { id: 'lan', role: 'reception' } },
    });
  });

  it('[R10] signs what a slip says for a clerk who is signed in, and nothing else', async () => {
    const host = await started(folder());
    const { publicKey } = await asked(host, 'hello', {});
    const facts = {
      code: 'H26.19.05-260605-0001',
      procedure: '1.001193',
      received: '2026-06-05T15:20',
      due: '2026-06-08T17:00',
      fee: 8000,
      office: 'H26.19.05',
      keyId: slipKeyId(publicKey),
    };
    expect(await host.handle('sign-slip', { session: 'x', facts })).toMatchObject({
      error: { code: 'session-unknown' },
    });
    const { session } = await asked(host, 'sign-in', { clerk: 'lan', pin: '1357' });
    const { signature } = await asked(host, 'sign-slip', { session, facts });
    const code = encodeSlipQr(facts, Buffer.from(signature, 'base64'));
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const verifier = {
      keyOf: () => key,
      verify: (one: typeof key, signed: Uint8Array, text: string) =>
        Promise.resolve(verify(null, Buffer.from(text), one, signed)),
    };
    expect(await verifySlipQr(code, verifier)).toEqual({ ok: true, value: facts });
    for (const change of [{ keyId: '0'.repeat(16) }, { code: 'motcua-request' }, { due: '2026-06-31T17:00' }])
      expect(await host.handle('sign-slip', { session, facts: { ...facts, ...change } })).toMatchObject({
        error: { code: 'slip-facts-wrong' },
      });
    await host.close();
  });

  it('[H10] gives the ward key to those who may read, the recovery sheet to head and admin, and keeps both to the owner', async () => {
    const dir = folder();
    const host = await started(dir);
    const clerk = await asked(host, 'sign-in', { clerk: 'lan', pin: '1357' });
    const head = await asked(host, 'sign-in', { clerk: 'hoa', pin: '8642' });
    const admin = await asked(host, 'sign-in', { clerk: 'quan-tri', pin: '97531' });
    expect(Buffer.from(clerk.wardKey ?? '', 'base64')).toHaveLength(32);
    expect([head.wardKey, admin.wardKey]).toEqual([clerk.wardKey, null]);
    expect(await host.handle('recovery-sheet', { session: clerk.session })).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await host.handle('recovery-sheet', { session: 'x' })).toMatchObject({
      error: { code: 'session-unknown' },
    });
    const sheet = await asked(host, 'recovery-sheet', { session: admin.session });
    expect(sheet.words).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    await asked(host, 'sign-out', { session: admin.session });
    expect(await host.handle('recovery-sheet', { session: admin.session })).toMatchObject({
      error: { code: 'session-unknown' },
    });
    expect((await stat(join(dir, 'secrets', 'ward-key'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'secrets'))).mode & 0o777).toBe(0o700);
    await host.close();
    expect((await asked(await started(dir), 'sign-in', { clerk: 'lan', pin: '1357' })).wardKey).toBe(
      clerk.wardKey,
    );
  });

  it('[H9] a real ward’s PINs are hashed and stand nowhere; a ward file given later sets new ones', async () => {
    const dir = folder();
    const demo = JSON.parse(await readFile(join(demoDir, 'ward.json'), 'utf8')) as {
      readonly clerks: readonly { readonly id: string }[];
    };
    const wardFile = `${dir}-ward.json`;
    const give = (pin: string) =>
      writeFile(
        wardFile,
        JSON.stringify({ ...demo, demo: false, clerks: demo.clerks.map((clerk) => ({ ...clerk, pin })) }),
      );
    await give('4321');
    await (await started(dir, { wardFile })).close();
    expect(await readFile(join(dir, 'ward.json'), 'utf8')).not.toContain('4321');
    const again = await started(dir);
    expect((await again.handle('sign-in', { clerk: 'lan', pin: '4321' })).ok).toBe(true);
    await again.close();
    await give('8765');
    const changed = await started(dir, { wardFile });
    expect((await changed.handle('sign-in', { clerk: 'lan', pin: '4321' })).ok).toBe(false);
    expect((await changed.handle('sign-in', { clerk: 'lan', pin: '8765' })).ok).toBe(true);
    await rm(wardFile);
  });

  it('[H10] gives secrets to the system’s store where there is one', async () => {
    const dir = folder();
    const secretStore = {
      protect: (plain: string) => Promise.resolve(Buffer.from(plain).map((byte) => byte ^ 255) as Buffer),
      reveal: (cipher: Buffer) => Promise.resolve(Buffer.from(cipher.map((byte) => byte ^ 255)).toString()),
    };
    const host = await started(dir, { secretStore });
    const { wardKey } = await asked(host, 'sign-in', { clerk: 'lan', pin: '1357' });
    expect((await asked(host, 'hello', {})).wardKey).toBe('system-store');
    expect(await readFile(join(dir, 'secrets', 'ward-key'), 'utf8')).not.toContain(wardKey);
  });

  it('[H11] tells that the disk is nearly full, takes what was acknowledged all the same, and says what is wrong with a call', async () => {
    const host = await started(folder(), { freeBytes: () => Promise.resolve(100_000_000) });
    const chain = lineChain();
    expect(host.status().disk).toEqual({ freeBytes: 100_000_000, level: 'stop' });
    expect(await host.handle('push', { lines: chain.lines(), keys: [] })).toMatchObject({ ok: true });
    expect(await host.handle('push', { lines: 'x' })).toMatchObject({ error: { code: 'params-invalid' } });
    expect(await host.handle('toString', {})).toMatchObject({ error: { code: 'method-unknown' } });
    expect(await host.handle('constructor', {})).toMatchObject({ error: { code: 'method-unknown' } });
  });

  it('[H12] reads a replaced catalogue, and keeps the last good one when the file breaks', async () => {
    const dir = folder();
    const host = await started(dir);
    const before = await asked(host, 'catalogue', {});
    await writeFile(join(dir, 'catalogue.json'), JSON.stringify({ ...before, source: 'another' }));
    expect((await asked(host, 'catalogue', {})).source).toBe('another');
    await writeFile(join(dir, 'catalogue.json'), '{');
    expect((await asked(host, 'catalogue', {})).source).toBe('another');
  });

  it('[H6] follows a linked data folder to one and the same lock', async () => {
    const place = folder();
    await mkdir(join(place, 'data'));
    await symlink(join(place, 'data'), join(place, 'link'));
    await started(join(place, 'data'));
    expect(await createHost(options(join(place, 'link')))).toMatchObject({
      ok: false,
      error: { code: 'data-in-use' },
    });
  });
});
