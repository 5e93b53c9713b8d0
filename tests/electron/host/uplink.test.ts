import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHost } from '../../../electron/host/host.ts';
import { createBackOff, LONGEST_MS } from '../../../electron/host/uplink/back-off.ts';
import { temporaryFolder, testDistrict } from '../../support/district.ts';
import { lineChain } from '../../support/events.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Host, HostOptions } from '../../../electron/host/host-options.ts';
import type { HostHello } from '../../../shared/bridge.ts';

const demoDir = fileURLToPath(new URL('../../../build/demo', import.meta.url));
const cleanUp: (() => unknown)[] = [];

vi.setConfig({ testTimeout: 60_000 });

afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

async function host(more: Partial<HostOptions>, dataDir = newFolder()): Promise<Host> {
  const made = await createHost({
    dataDir,
    wardFile: null,
    demoDir,
    fontsDir: dataDir,
    districtUrl: null,
    enrolCode: null,
    shell: 'browser',
    appVersion: '0.1.0',
    timing: { timeoutMs: 800, lookEveryMs: 100 },
    random: () => 0,
    ...more,
  });
  if (!made.ok) throw new Error(made.error.code);
  cleanUp.push(made.value.close);
  return made.value;
}

function newFolder(): string {
  const made = temporaryFolder();
  cleanUp.push(made.remove);
  return join(made.path, 'data');
}

async function district() {
  const made = await testDistrict();
  cleanUp.push(made.close);
  return { ...made, url: await made.app.listen({ port: 0, host: '127.0.0.1' }) };
}

async function deviceOf(of: Host): Promise<HostHello['device']> {
  const hello = await of.handle('hello', {});
  return hello.ok ? (hello.value as HostHello).device : { id: '', name: '', role: 'all', slot: 0 };
}

/** A server that does as it is told: `answer` may be changed at any time. */
async function fickle(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const door = { answer };
  const server = createServer((request, response) => door.answer(request, response));
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  cleanUp.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { door, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

describe('uplink', () => {
  it('[UP7] a restart while the district is away forgets nothing of what it acknowledged, and says since when it is silent', async () => {
    const server = await district();
    const dataDir = newFolder();
    const code = await server.code('all');
    const before = await host({ districtUrl: server.url, enrolCode: code }, dataDir);
    await before.settled;
    const device = await deviceOf(before);
    const chain = lineChain({ device: device.id, epoch: 'epoch-0001' });
    chain.fill(3);
    await before.handle('push', { lines: chain.lines(), keys: [] });
    const held = { [`${device.id}/epoch-0001`]: 4 };
    await expect.poll(() => before.status().district.held, { timeout: 20_000 }).toEqual(held);
    await before.close();
    const after = await host({ districtUrl: 'http://127.0.0.1:9' }, dataDir);
    await after.settled;
    const { state, lastAnswerAt, held: said } = after.status().district;
    expect([state, said]).toEqual(['offline', held]);
    expect(lastAnswerAt).not.toBeNull();
  });

  it('[U1] asks in, brings everything exactly once, and a second desk gets it', async () => {
    const server = await district();
    const one = await host({ districtUrl: server.url, enrolCode: await server.code('all') });
    await one.settled;
    const device = await deviceOf(one);
    const chain = lineChain({ device: device.id, epoch: 'epoch-0001' });
    chain.fill(2300);
    const key = { keyId: 'k1', subject: 's', iv: 'aXY=', ct: 'Y3Q=' };
    for (let at = 0; at < 2301; at += 800)
      await one.handle('push', { lines: chain.lines().slice(at, at + 800), keys: [key] });
    const held = { [`${device.id}/epoch-0001`]: 2301 };
    await expect
      .poll(() => one.status().district, { timeout: 10_000 })
      .toMatchObject({ state: 'online', held, fault: null });
    expect(await server.store.journal('thach-ban').vector()).toEqual(held);

    const two = await host({ districtUrl: server.url, enrolCode: await server.code('desk') });
    await expect.poll(() => two.status().host.held, { timeout: 10_000 }).toEqual(held);
    const keys = await two.handle('keys', { wanted: ['k1'] });
    expect(keys).toMatchObject({ ok: true, value: { keys: [key] } });
    expect((await deviceOf(two)).slot).toBe(2);
  });

  it('[N7] a device that is not let in yet issues nothing official and makes no ward key, until it is', async () => {
    const server = await district();
    const dir = newFolder();
    const one = await host({ districtUrl: 'http://127.0.0.1:9', enrolCode: 'AAAA-BBBB-CCCC' }, dir);
    await one.settled;
    const hello = (await one.handle('hello', {})) as {
      value: { enrolled: boolean; device: { slot: number } };
    };
    expect(hello.value.enrolled).toBe(false);
    expect(hello.value.device.slot).toBeGreaterThanOrEqual(1000);
    await one.handle('open-epoch', { epoch: 'epoch-0001', tenancy: 't'.repeat(32) });
    const asked = { epoch: 'epoch-0001', namespace: 'ticket/2026-06-05/A', highest: 0 };
    expect(await one.handle('lease', asked)).toMatchObject({ ok: false, error: { code: 'numbers-none' } });
    expect(await one.handle('sign-in', { clerk: 'lan', pin: '1357' })).toMatchObject({
      value: { wardKey: null },
    });
    await one.close();
    const two = await host({ districtUrl: server.url, enrolCode: await server.code('all') }, dir);
    await two.settled;
    await two.handle('open-epoch', { epoch: 'epoch-0002', tenancy: 't'.repeat(32) });
    expect(await two.handle('lease', { ...asked, epoch: 'epoch-0002' })).toMatchObject({
      ok: true,
      value: { from: 1 },
    });
  });

  it('[U2] a server that answers 500, garbage or nothing is offline with its reason; nothing is lost and it heals', async () => {
    const real = await district();
    const code = await real.code('all');
    const { door, url } = await fickle((_request, response) => response.writeHead(500).end('{}'));
    const one = await host({ districtUrl: url, enrolCode: code });
    const fault = () => one.status().district;
    await expect
      .poll(fault, { timeout: 10_000 })
      .toMatchObject({ state: 'offline', fault: 'district-broken' });
    door.answer = (_request, response) => response.writeHead(200).end('<html>welcome');
    await one.handle('try-now', {});
    await expect
      .poll(fault, { timeout: 5000 })
      .toMatchObject({ state: 'offline', fault: 'district-garbage' });
    door.answer = () => undefined;
    await one.handle('try-now', {});
    await expect.poll(fault, { timeout: 8000 }).toMatchObject({ state: 'offline', fault: 'district-silent' });
    const device = await deviceOf(one);
    const chain = lineChain({ device: device.id, epoch: 'epoch-0001' });
    chain.fill(10);
    expect(await one.handle('push', { lines: chain.lines(), keys: [] })).toMatchObject({ ok: true });
    door.answer = (request, response) => pass(request, response, real.url);
    await expect.poll(fault, { timeout: 20_000 }).toMatchObject({ state: 'online', fault: null });
    expect(await real.store.journal('thach-ban').vector()).toEqual({ [`${device.id}/epoch-0001`]: 11 });
  }, 40_000);

  it('[U3] a district that is not there is unreachable, and one that knows no such code refuses', async () => {
    const away = await host({ districtUrl: 'http://127.0.0.1:9', enrolCode: 'CODE-1234' });
    await expect
      .poll(() => away.status().district, { timeout: 10_000 })
      .toMatchObject({ state: 'offline', fault: 'district-unreachable' });
    const server = await district();
    const one = await host({ districtUrl: server.url, enrolCode: 'CODE-1234' });
    await expect
      .poll(() => one.status().district, { timeout: 10_000 })
      .toMatchObject({ state: 'refused', fault: 'district-refused' });
    const none = await host({ districtUrl: server.url });
    await expect.poll(() => none.status().district.state, { timeout: 10_000 }).toBe('not-enrolled');
  });

  it('[U4] an epoch the district will not take stops alone', async () => {
    const server = await district();
    const one = await host({ districtUrl: server.url, enrolCode: await server.code('all') });
    await one.settled;
    const device = await deviceOf(one);
    const first = lineChain({ device: 'd9-other', epoch: 'epoch-0001' });
    await server.store.push({
      ward: 'thach-ban',
      from: device.id,
      lines: first.lines(),
      checkpoints: [],
      nowIso: '2026-06-05T01:00:00.000Z',
    });
    // Another's epoch: one of this device would be settled [J12].
    const forked = lineChain({ device: 'd9-other', epoch: 'epoch-0001', startMs: 1_800_000_000_000 });
    forked.fill(3);
    const good = lineChain({ device: device.id, epoch: 'epoch-0002' });
    good.fill(3);
    await one.handle('push', { lines: [...forked.lines(), ...good.lines()], keys: [] });
    await expect
      .poll(() => one.status().district, { timeout: 5000 })
      .toMatchObject({
        state: 'online',
        fault: 'district-refused-line',
        held: { [`${device.id}/epoch-0002`]: 4 },
      });
  });

  it('[U5] measures a clock that is a day ahead and goes on', async () => {
    const server = await district();
    const nowMs = Date.UTC(2026, 5, 5, 1);
    server.clock.ms = nowMs + 86_400_000;
    const one = await host({
      districtUrl: server.url,
      enrolCode: await server.code('all'),
      now: () => new Date(nowMs),
    });
    await expect.poll(() => one.status().district.state, { timeout: 10_000 }).toBe('online');
    expect(one.status().district.clockAheadMs).toBe(86_400_000);
  });

  it('[U6] shows the district’s figures of a day', async () => {
    const server = await district();
    const one = await host({ districtUrl: server.url, enrolCode: await server.code('all') });
    await one.settled;
    const answer = await one.handle('district-figures', { day: '2026-06-05' });
    expect(answer).toMatchObject({ ok: true, value: { figures: { from: '2026-06-05', wrongRows: [] } } });
  });

  it('[U7] waits longer after each failure, never beyond a minute', () => {
    const backOff = createBackOff(() => 1);
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(() => backOff.next(LONGEST_MS))).toEqual([
      1e3, 2e3, 4e3, 8e3, 16e3, 32e3, 6e4, 6e4,
    ]);
    backOff.reset();
    expect(backOff.next(LONGEST_MS)).toBe(1000);
  });
});

/** Hands a request on to the real server and its answer back. */
function pass(request: IncomingMessage, response: ServerResponse, url: string): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const {
      host: _host,
      connection: _connection,
      'transfer-encoding': _coding,
      'content-length': _length,
      ...headers
    } = request.headers;
    const init = {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      body: Buffer.concat(parts),
    };
    void fetch(new URL(request.url ?? '/', url), init).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
}
