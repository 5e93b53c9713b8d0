import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ATTACHMENT_PIECE_BYTES } from '../../../../shared/bridge/attachments.ts';
import { lineChain } from '../../../support/events.ts';
import { hostWorld } from '../../../support/wire/host-world.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Host } from '../../../../electron/host/host-options.ts';

const LIMIT = { timeout: 30_000, interval: 20 };
const world = hostWorld();

vi.setConfig({ testTimeout: 90_000 });
afterEach(world.cleanUp);

type Scan = { readonly sha256: string; readonly bytes: Buffer };

function scan(length: number): Scan {
  const bytes = randomBytes(length);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function added({ sha256, bytes }: Scan, subject = 'dossier-1') {
  const body = {
    attachmentId: `a-${sha256.slice(0, 8)}`,
    sha256,
    bytes: bytes.length,
    mime: 'application/pdf',
  };
  const more = { pages: null, paper: '', at: '2026-06-05T02:00:00.000Z', role: 'reception' };
  return { type: 'dossier-attachment-added', subject, body: { ...body, ...more } };
}

async function put(host: Host, { sha256, bytes }: Scan): Promise<void> {
  for (let offset = 0; offset < bytes.length; offset += ATTACHMENT_PIECE_BYTES) {
    const data = bytes.subarray(offset, offset + ATTACHMENT_PIECE_BYTES).toString('base64');
    const answer = await host.handle('attachment-put', { sha256, total: bytes.length, offset, data });
    expect(answer).toMatchObject({ ok: true });
  }
}

async function got(host: Host, { sha256, bytes }: Scan): Promise<boolean> {
  const parts: Buffer[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const answer = await host.handle('attachment-get', { sha256, offset });
    if (!answer.ok) return false;
    const part = Buffer.from((answer.value as { data: string }).data, 'base64');
    parts.push(part);
    offset += part.length;
  }
  return Buffer.concat(parts).equals(bytes);
}

/** Whole files below a folder. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}

type Door = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A district behind a door: what the door handles itself does not come through. */
async function behindDoor() {
  const real = await world.district();
  const state: { door: Door; readonly seen: string[] } = { door: () => false, seen: [] };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      state.seen.push(`${request.method} ${request.url}`);
      if (!state.door(request, response)) void passOn(real.url, request, Buffer.concat(parts), response);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  world.later(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { real, state, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

async function passOn(url: string, request: IncomingMessage, body: Buffer, response: ServerResponse) {
  const { host: _host, connection: _kept, 'content-length': _length, ...rest } = request.headers;
  const { 'transfer-encoding': _coding, ...headers } = rest;
  const method = request.method ?? 'GET';
  const answer = await fetch(new URL(request.url ?? '/', url), {
    method,
    headers: { ...(headers as Record<string, string>), 'accept-encoding': 'identity' },
    ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  const isBell = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
  response.end(isBell ? '' : Buffer.from(await answer.arrayBuffer()));
}

describe('scans between a host and the district', () => {
  it('[D18] [ATT1] follow their facts, go on where the line was cut, and hold up no fact', async () => {
    const { real, state, url } = await behindDoor();
    const one = await world.host({ districtUrl: url, enrolCode: await real.code() });
    const file = scan(1_000_000);
    let cuts = 0;
    state.door = (request) => {
      if (request.method !== 'PUT' || !request.url?.endsWith('offset=524288') || cuts > 0) return false;
      cuts += 1;
      request.socket.destroy();
      return true;
    };
    const { id: device } = await world.deviceOf(one);
    const chain = lineChain({ device });
    chain.add(added(file));
    await put(one, file);
    expect(state.seen.filter((line) => line.startsWith('PUT'))).toEqual([]);
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await vi.waitFor(() => expect(filesBelow(join(real.data, 'attachments'))).toEqual([file.sha256]), LIMIT);
    const offsets = state.seen
      .filter((line) => line.startsWith('PUT'))
      .map((line) => Number(line.split('offset=')[1]));
    expect(cuts).toBe(1);
    expect(offsets).toEqual([0, 262_144, 524_288, 524_288, 786_432]);
    expect(state.seen.findIndex((line) => line.startsWith('PUT'))).toBeGreaterThan(
      state.seen.indexOf('POST /v1/events'),
    );
    await vi.waitFor(() => expect(one.status().attachmentsWaiting).toBe(0), LIMIT);
  });

  it('[D18] [ATT1] a file that the district refuses holds up no other, and no fact', async () => {
    const { real, state, url } = await behindDoor();
    const one = await world.host({ districtUrl: url, enrolCode: await real.code() });
    const [bad, good] = [scan(1000), scan(2000)];
    state.door = (request, response) => {
      if (request.method !== 'PUT' || !request.url?.includes(bad.sha256)) return false;
      response.writeHead(422).end(JSON.stringify({ code: 'attachment-damaged', message: '' }));
      return true;
    };
    const chain = lineChain({ device: (await world.deviceOf(one)).id });
    chain.add(added(bad));
    chain.add(added(good));
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await put(one, bad);
    await put(one, good);
    await vi.waitFor(() => expect(filesBelow(join(real.data, 'attachments'))).toEqual([good.sha256]), LIMIT);
    chain.fill(3);
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await vi.waitFor(
      () => expect(Object.values(one.status().district.held)).toContain(chain.lines().length),
      LIMIT,
    );
    // Refused only for now: it is tried again by itself.
    state.door = () => false;
    await vi.waitFor(
      () => expect(filesBelow(join(real.data, 'attachments'))).toEqual([bad.sha256, good.sha256].toSorted()),
      LIMIT,
    );
  });

  it('[D18] [ATT2] another machine’s page gets the bytes through its host, which keeps them', async () => {
    const real = await world.district();
    const one = await world.host({ districtUrl: real.url, enrolCode: await real.code() });
    const folder = world.folder();
    const other = await world.host({ districtUrl: real.url, enrolCode: await real.code() }, folder);
    const file = scan(900_000);
    expect(await other.handle('attachment-get', { sha256: file.sha256, offset: 0 })).toMatchObject({
      error: { code: 'attachment-away' },
    });
    const chain = lineChain({ device: (await world.deviceOf(one)).id });
    chain.add(added(file));
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await put(one, file);
    await vi.waitFor(() => expect(filesBelow(join(real.data, 'attachments'))).toEqual([file.sha256]), LIMIT);
    await vi.waitFor(() => expect(other.status().district.state).toBe('online'), LIMIT);
    expect(await got(other, file)).toBe(true);
    expect(filesBelow(join(folder, 'attachments'))).toEqual([file.sha256]);
  });

  it('[ATT3] the files of an erased dossier go from every machine and from the district, those of others stay', async () => {
    const real = await world.district();
    const folder = world.folder();
    const one = await world.host({ districtUrl: real.url, enrolCode: await real.code() }, folder);
    const [gone, stays] = [scan(1000), scan(1000)];
    const chain = lineChain({ device: (await world.deviceOf(one)).id });
    chain.add(added(gone));
    chain.add(added(stays, 'dossier-2'));
    await one.handle('push', { lines: chain.lines(), keys: [] });
    await put(one, gone);
    await put(one, stays);
    const both = [gone.sha256, stays.sha256].toSorted();
    await vi.waitFor(() => expect(filesBelow(join(real.data, 'attachments'))).toEqual(both), LIMIT);
    expect(filesBelow(join(folder, 'attachments'))).toEqual(both);
    chain.add({
      type: 'subject-erased',
      subject: 'dossier-1',
      body: { keyIds: ['k1'], ground: 'đơn số 12', at: '2026-06-05T03:00:00.000Z' },
    });
    await one.handle('push', { lines: chain.lines(), keys: [] });
    for (const at of [folder, real.data])
      await vi.waitFor(() => expect(filesBelow(join(at, 'attachments'))).toEqual([stays.sha256]), LIMIT);
  });
});
