import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDataStore } from '../../../server/open-data.ts';
import { createBatchSize } from '../../../electron/host/uplink/batch-size.ts';
import { createListener } from '../../../electron/host/uplink/doorbell.ts';
import { createSpeech } from '../../../electron/host/uplink/speech.ts';
import { watchNetwork } from '../../../electron/host/uplink/network-watch.ts';
import { lineChain } from '../../support/events.ts';
import { hostWorld } from '../../support/wire/host-world.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';

const HOUR_MS = 3_600_000;
const LIMIT = { timeout: 20_000, interval: 10 };
const world = hostWorld();

vi.setConfig({ testTimeout: 60_000 });
afterEach(world.cleanUp);

/** A district behind a door that a test may answer at: null passes the request on. */
async function behindDoor(
  answer: (
    request: IncomingMessage,
    body: Buffer,
  ) => { readonly status: number; readonly text: string } | null,
) {
  const real = await world.district();
  const door = { answer };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const own = door.answer(request, body);
      if (own) response.writeHead(own.status).end(own.text);
      else void passOn(request, body, response, real.url);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  world.later(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { real, door, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

async function passOn(
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  url: string,
): Promise<void> {
  const {
    host: _host,
    connection: _connection,
    'transfer-encoding': _coding,
    'content-length': _length,
    ...rest
  } = request.headers;
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  for (const [name, value] of Object.entries(rest))
    if (name !== 'accept-encoding' && typeof value === 'string') headers[name] = value;
  const method = request.method ?? 'GET';
  const answer = await fetch(new URL(request.url ?? '/', url), {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function unpacked(request: IncomingMessage, body: Buffer): string {
  const packing = request.headers['content-encoding'];
  if (packing === 'zstd') return zstdDecompressSync(body).toString();
  return packing === 'gzip' ? gunzipSync(body).toString() : body.toString();
}

describe('doorbell at the host', () => {
  it('[U8] an event at one host stands at the other though nobody looks for an hour', async () => {
    const server = await world.district();
    const timing = { timeoutMs: 5000, lookEveryMs: HOUR_MS };
    const one = await world.host({ districtUrl: server.url, enrolCode: await server.code('all'), timing });
    const two = await world.host({ districtUrl: server.url, enrolCode: await server.code('desk'), timing });
    await Promise.all([one.settled, two.settled]);
    const { id } = await world.deviceOf(one);
    const chain = lineChain({ device: id, epoch: 'epoch-0001' });
    for (let count = 1; count <= 5; count += 1) {
      await one.handle('push', { lines: chain.lines(), keys: [] });
      await expect.poll(() => two.status().host.held, LIMIT).toEqual({ [`${id}/epoch-0001`]: count });
      chain.fill(1);
    }
  });

  it('[U8] a bell that is lost is opened again; what another program stored is told', async () => {
    const server = await world.district();
    const timing = { timeoutMs: 5000, lookEveryMs: HOUR_MS };
    const one = await world.host({ districtUrl: server.url, enrolCode: await server.code('all'), timing });
    await one.settled;
    server.app.server.closeAllConnections();
    const beside = openDataStore(server.data, () => server.clock.ms);
    if (!beside.ok) throw new Error(beside.error.message);
    await beside.value.journal('thach-ban').append(lineChain({ device: 'd9-other' }).lines());
    await beside.value.close();
    await expect.poll(() => one.status().host.held, LIMIT).toEqual({ 'd9-other/epoch-test': 1 });
  });
});

/** Answers the bell and falls silent; counts how often it is rung at. */
async function deadBell() {
  const calls = { count: 0 };
  const server = createServer((_request, response) => {
    calls.count += 1;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': here\n\n');
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  world.later(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { calls, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

describe('a line that is dead without saying so', () => {
  it('[U8] silence ends the bell, and another is opened', async () => {
    const { calls, url } = await deadBell();
    const heard: string[] = [];
    const speech = { ...createSpeech(), protocol: () => 2 };
    const listener = createListener({
      url,
      wire: { ask: () => Promise.reject(new Error('not asked')), proof: () => ({}), speech },
      device: () => 'd1',
      random: () => 0,
      silentMs: 50,
      onRing: () => heard.push('ring'),
      onLost: () => heard.push('lost'),
    });
    listener.listen();
    await expect.poll(() => [calls.count, heard.slice(0, 3)], LIMIT).toEqual([2, ['ring', 'lost', 'ring']]);
    listener.rest();
    expect(listener.open()).toBe(false);
  });
});

describe('waiting', () => {
  it('[U7] tells when it tries again; asking for it tries at once and starts the waiting over', async () => {
    const { door, real, url } = await behindDoor(() => ({ status: 500, text: '{}' }));
    const code = await real.code('all');
    // The longest draws: waits of 1, 2, 4 … seconds, far longer than this test waits for anything.
    const one = await world.host({ districtUrl: url, enrolCode: code, random: () => 1 });
    const district = () => one.status().district;
    await expect
      .poll(district, LIMIT)
      .toMatchObject({ fault: 'district-broken', nextTryAt: expect.any(String) });
    for (let press = 0; press < 6; press += 1) {
      const before = district().nextTryAt;
      await one.handle('try-now', {});
      await expect.poll(() => district().nextTryAt, LIMIT).not.toBe(before);
    }
    door.answer = () => null;
    await one.handle('try-now', {});
    await expect.poll(district, LIMIT).toMatchObject({ state: 'online', fault: null, nextTryAt: null });
  });

  it('[U7] a plugged cable is noticed', () => {
    vi.useFakeTimers();
    try {
      const lo = {
        address: '127.0.0.1',
        netmask: '',
        family: 'IPv4',
        mac: '',
        internal: true,
        cidr: '127.0.0.1/8',
      };
      const lan = { ...lo, internal: false, cidr: '10.0.0.7/24' };
      let now: Record<string, never[]> = { lo: [lo as never] };
      let changes = 0;
      const stop = watchNetwork(
        () => (changes += 1),
        () => now,
      );
      vi.advanceTimersByTime(10_000);
      now = { lo: [lo as never], eth0: [lan as never] };
      vi.advanceTimersByTime(10_000);
      now = { eth0: [lan as never] };
      vi.advanceTimersByTime(10_000);
      stop();
      expect([changes, vi.getTimerCount()]).toEqual([1, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('requests that are too large', () => {
  it('[U9] batches shrink until they go, grow again slowly, and a line that never goes stops only its epoch', async () => {
    const sizes: number[] = [];
    const { real, url } = await behindDoor((request, body) => {
      if (request.url !== '/v1/events') return null;
      const size = unpacked(request, body).length;
      sizes.push(size);
      return size > 20_000 ? { status: 413, text: '<html>413 Request Entity Too Large' } : null;
    });
    const one = await world.host({ districtUrl: url, enrolCode: await real.code('all') });
    await one.settled;
    const { id } = await world.deviceOf(one);
    const [good, poor] = [
      lineChain({ device: id, epoch: 'epoch-0002' }),
      lineChain({ device: id, epoch: 'epoch-0001' }),
    ];
    good.fill(400, 500);
    poor.fill(2);
    poor.add({ type: 'note', subject: 's', body: { text: 'x'.repeat(30_000) } });
    poor.fill(2);
    await one.handle('push', { lines: [...poor.lines(), ...good.lines()], keys: [] });
    await expect
      .poll(() => one.status().district, LIMIT)
      .toMatchObject({
        state: 'online',
        fault: 'district-refused-line',
        stopped: { [`${id}/epoch-0001`]: 'district-too-large' },
        held: { [`${id}/epoch-0001`]: 3, [`${id}/epoch-0002`]: 401 },
        level: 'district',
      });
    const range = { device: id, epoch: 'epoch-0002', from: 0, to: 401 };
    expect(await real.store.journal('thach-ban').read(range, 401)).toEqual(good.lines());
    // Few requests are lost on the limit once it was met.
    expect(sizes.filter((size) => size > 20_000).length).toBeLessThan(20);
  });

  it('[U9] the size that went is remembered, and grows again when it goes well', () => {
    const size = createBatchSize();
    size.tooLarge({ lines: 1000, bytes: 1_000_000 });
    size.tooLarge({ lines: 500, bytes: 500_000 });
    expect([size.lines(), size.bytes()]).toEqual([250, 250_000]);
    for (let count = 0; count < 7; count += 1) size.went({ lines: 240, bytes: 240_000 });
    expect(size.bytes()).toBe(250_000);
    size.went({ lines: 240, bytes: 240_000 });
    expect([size.lines(), size.bytes()]).toEqual([313, 312_500]);
    for (let count = 0; count < 200; count += 1) size.went({ lines: size.lines(), bytes: size.bytes() });
    expect([size.lines(), size.bytes()]).toEqual([1000, 1_048_576]);
    size.tooLarge({ lines: 1, bytes: 60_000 });
    size.alone();
    expect([size.lines(), size.bytes()]).toEqual([1000, 1_048_576]);
  });

  it('[UP2] a push that is refused whole is halved down to the line, which stops alone', async () => {
    const { real, url } = await behindDoor((request, body) =>
      request.url === '/v1/events' && unpacked(request, body).includes('DROP TABLE')
        ? { status: 400, text: 'blocked by policy 7' }
        : null,
    );
    const one = await world.host({ districtUrl: url, enrolCode: await real.code('all') });
    await one.settled;
    const { id } = await world.deviceOf(one);
    const [good, poor] = [
      lineChain({ device: id, epoch: 'epoch-0002' }),
      lineChain({ device: id, epoch: 'epoch-0001' }),
    ];
    good.fill(30);
    poor.fill(30);
    poor.add({ type: 'note', subject: 's', body: { text: "'; DROP TABLE" } });
    poor.fill(30);
    await one.handle('push', { lines: [...poor.lines(), ...good.lines()], keys: [] });
    await expect
      .poll(() => one.status().district, LIMIT)
      .toMatchObject({
        stopped: { [`${id}/epoch-0001`]: 'http-400' },
        held: { [`${id}/epoch-0001`]: 31, [`${id}/epoch-0002`]: 31 },
      });
  });
});

describe('what travels', () => {
  it('[UP1] both directions are packed, in zstd once both know it', async () => {
    const seen = new Set<string>();
    const { real, url } = await behindDoor((request) => {
      if (request.method === 'POST') seen.add(request.headers['content-encoding'] ?? 'none');
      return null;
    });
    const one = await world.host({ districtUrl: url, enrolCode: await real.code('all') });
    await one.settled;
    const { id } = await world.deviceOf(one);
    const chain = lineChain({ device: id, epoch: 'epoch-0001' });
    chain.fill(50);
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await expect.poll(() => one.status().district.held, LIMIT).toEqual({ [`${id}/epoch-0001`]: 51 });
    expect([...seen].sort()).toEqual(['gzip', 'zstd']);
  });

  it('[UP2] what another branch of an epoch holds blocks nothing that comes after it', async () => {
    const server = await world.district();
    const owner = { device: 'd5-other', epoch: 'epoch-0001' };
    const theirs = lineChain({ ...owner, startMs: 1_800_000_000_000 });
    theirs.fill(1500, 20);
    const behind = lineChain({ device: 'z9-other' });
    behind.fill(3);
    await server.store.journal('thach-ban').append([...theirs.lines(), ...behind.lines()]);
    const dir = world.folder();
    const before = await world.host({}, dir);
    await before.handle('push', { lines: lineChain(owner).lines(), keys: [] });
    await before.close();
    const one = await world.host({ districtUrl: server.url, enrolCode: await server.code('all') }, dir);
    await expect
      .poll(() => one.status().host.held, LIMIT)
      .toEqual({ 'd5-other/epoch-0001': 1, 'z9-other/epoch-test': 4 });
    await expect
      .poll(() => one.status().district.stopped, LIMIT)
      .toEqual({ 'd5-other/epoch-0001': 'line-forked' });
  });

  it('[UP5] a district that was set back gets again what it lost, keys too', async () => {
    const [old, fresh] = [await world.district(), await world.district()];
    let now = old;
    const code = await old.code('all');
    const { url, cut } = await world.relay(() => now.url);
    const one = await world.host({ districtUrl: url, enrolCode: code });
    await one.settled;
    const { id } = await world.deviceOf(one);
    const chain = lineChain({ device: id, epoch: 'epoch-0001' });
    chain.fill(20);
    const key = { keyId: 'k1', subject: 'dossier-1', iv: 'aXY=', ct: 'Y3Q=' };
    await one.handle('push', { lines: chain.lines(), keys: [key] });
    await expect.poll(() => one.status().district.held, LIMIT).toEqual({ [`${id}/epoch-0001`]: 21 });
    // The copy knows the device, but of its events only the first ten.
    const device = await old.store.device(id);
    await fresh.adopt(device);
    await fresh.store.journal('thach-ban').append(chain.lines().slice(0, 10));
    now = fresh;
    cut();
    await expect
      .poll(() => fresh.store.journal('thach-ban').vector(), LIMIT)
      .toEqual({ [`${id}/epoch-0001`]: 21 });
    expect(await fresh.store.keysNamed('thach-ban', ['k1'])).toEqual([key]);
    expect(
      await fresh.store.journal('thach-ban').read({ device: id, epoch: 'epoch-0001', from: 0, to: 99 }, 99),
    ).toEqual(chain.lines());
  });
});

describe('what is shown', () => {
  it('[UP7] held is what the named level told as durable, and a failed attempt is not online', async () => {
    const { door, real, url } = await behindDoor(() => null);
    const one = await world.host({ districtUrl: url, enrolCode: await real.code('all') });
    const district = () => one.status().district;
    await expect.poll(() => district().state, LIMIT).toBe('online');
    expect(district()).toMatchObject({ held: {}, stopped: {}, nextTryAt: null });
    door.answer = (request) =>
      request.url === '/v1/events' ? { status: 503, text: '{"code":"journal-full","message":""}' } : null;
    const { id } = await world.deviceOf(one);
    const chain = lineChain({ device: id, epoch: 'epoch-0001' });
    chain.fill(4);
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await expect
      .poll(district, LIMIT)
      .toMatchObject({ state: 'offline', fault: 'district-broken', held: {} });
    door.answer = () => null;
    await one.handle('try-now', {});
    await expect
      .poll(district, LIMIT)
      .toMatchObject({ state: 'online', fault: null, level: 'district', held: { [`${id}/epoch-0001`]: 5 } });
  });
});

describe('erasure at the host', () => {
  it('[UP4] destroys keys on the disk, on every desk, for good; also when it comes before them', async () => {
    const server = await world.district();
    const dir = world.folder();
    const one = await world.host({ districtUrl: server.url, enrolCode: await server.code('all') }, dir);
    const two = await world.host({ districtUrl: server.url, enrolCode: await server.code('desk') });
    await Promise.all([one.settled, two.settled]);
    const { id } = await world.deviceOf(one);
    const row = (keyId: string, subject: string) => ({ keyId, subject, iv: 'aXY=', ct: `c2VjcmV0${keyId}` });
    const chain = lineChain({ device: id, epoch: 'epoch-0001' });
    const sealed = (keyId: string) => ({ keyId, iv: 'aXY=', ct: 'Y3Q=' });
    chain.add({ type: 'dossier-received', subject: 'dossier-1', body: {}, sealed: sealed('k1') });
    chain.add({ type: 'dossier-received', subject: 'dossier-2', body: {}, sealed: sealed('k2') });
    await one.handle('push', {
      lines: chain.lines(),
      keys: [row('k1', 'dossier-1'), row('k2', 'dossier-2')],
    });
    const keysAt = async (host: typeof one) =>
      (
        (await host.handle('keys', { wanted: ['k1', 'k2', 'k3'] })) as {
          value: { keys: { keyId: string }[] };
        }
      ).value.keys.map(({ keyId }) => keyId);
    await expect.poll(() => keysAt(two), LIMIT).toEqual(['k1', 'k2']);
    const order = { keyIds: ['k1'], ground: 'đơn số 12', at: '2026-06-05T02:00:00.000Z' };
    chain.add({ type: 'subject-erased', subject: 'dossier-1', body: order });
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await expect.poll(() => keysAt(two), LIMIT).toEqual(['k2']);
    await expect.poll(() => keysAt(one), LIMIT).toEqual(['k2']);
    const text = () => readFileSync(join(dir, 'keys.jsonl'), 'utf8');
    expect([text().includes('c2VjcmV0k1'), text().includes('c2VjcmV0k2')]).toEqual([false, true]);
    await one.handle('push', { lines: [], keys: [row('k1', 'dossier-1'), row('k3', 'dossier-1')] });
    expect([await keysAt(one), text().includes('c2VjcmV0k3')]).toEqual([['k2'], false]);
    await one.close();
    const again = await world.host({}, dir);
    await again.handle('push', { lines: [], keys: [row('k1', 'dossier-1')] });
    expect(await keysAt(again)).toEqual(['k2']);
  });
});
