import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../server/db/sqlite-store.ts';
import { openAttachmentFiles } from '../../server/files/attachment-files.ts';
import { temporaryFolder, testDistrict } from '../support/district.ts';
import { lineChain, signedHeaders } from '../support/events.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';

vi.setConfig({ testTimeout: 30_000 });

const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 251));
const nameOf = (some: Buffer): string => createHash('sha256').update(some).digest('hex');
const sha256 = nameOf(bytes);
const added = (subject: string, file: string, length: number) => ({
  type: 'dossier-attachment-added',
  subject,
  body: {
    attachmentId: `attachment-${file.slice(0, 8)}`,
    sha256: file,
    bytes: length,
    mime: 'application/pdf',
    pages: null,
    paper: '',
    at: '2026-06-05T02:00:00.000Z',
    role: 'reception',
  },
});
const erased = (subject: string) => ({
  type: 'subject-erased',
  subject,
  body: { keyIds: ['k1'], ground: 'đơn số 12', at: '2026-06-05T03:00:00.000Z' },
});

/** Names of all files below a folder. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

describe('encrypted scans at the district', () => {
  let district: TestDistrict;
  let desk: TestDevice;
  beforeEach(async () => {
    district = await testDistrict();
    desk = await district.enrol();
  });
  afterEach(() => district.close());

  const push = (as: TestDevice, chain: { readonly lines: () => readonly string[] }) =>
    district.post(as, '/v1/events', `${chain.lines().join('\n')}\n`);
  const asked = async (
    as: TestDevice,
    method: 'GET' | 'PUT',
    path: string,
    body: Buffer = Buffer.alloc(0),
  ) => {
    const request = { method, path, device: as.device, body };
    const headers = signedHeaders(as.keys, request, { nonce: randomBytes(16).toString('hex') });
    const sent = body.length === 0 ? {} : { payload: body };
    const type = { 'content-type': 'application/octet-stream' };
    const answer = await district.app.inject({
      method,
      url: path,
      ...sent,
      headers: { ...type, ...headers },
    });
    return { status: answer.statusCode, ...answer.json<Record<string, unknown>>() };
  };
  const put = (as: TestDevice, file: string, offset: number, body: Buffer) =>
    asked(as, 'PUT', `/v1/attachments/${file}?offset=${offset}`, body);
  const lacks = async (as: TestDevice, held: readonly string[]) =>
    (await district.post(as, '/v1/attachments', JSON.stringify({ held }))).json<unknown>();
  const kept = () => filesBelow(join(district.data, 'attachments'));
  const named = async (file = sha256, length = bytes.length) => {
    const chain = lineChain({ device: desk.device, keys: desk.keys });
    chain.add(added('dossier-1', file, length));
    await push(desk, chain);
    return chain;
  };

  it('[D18] [ATT1] are taken in pieces after their fact, go on where they were cut, and stand whole or not at all', async () => {
    expect(await lacks(desk, [sha256])).toEqual({ kept: [], lacking: [] });
    expect(await put(desk, sha256, 0, bytes)).toMatchObject({ status: 404, code: 'attachment-unknown' });
    await named();
    expect(await lacks(desk, [sha256])).toEqual({ kept: [], lacking: [{ sha256, have: 0 }] });
    expect(await put(desk, sha256, 0, bytes.subarray(0, 2000))).toEqual({
      status: 200,
      have: 2000,
      kept: false,
    });
    // Lost on the way and sent again, or from another machine: the answer tells where to go on.
    expect(await put(desk, sha256, 0, bytes.subarray(0, 2000))).toEqual({
      status: 200,
      have: 2000,
      kept: false,
    });
    expect(await lacks(desk, [sha256])).toEqual({ kept: [], lacking: [{ sha256, have: 2000 }] });
    expect(await asked(desk, 'GET', `/v1/attachments/${sha256}`)).toMatchObject({ status: 404 });
    expect(await put(desk, sha256, 2000, bytes.subarray(2000))).toEqual({
      status: 200,
      have: 5000,
      kept: true,
    });
    expect(await lacks(desk, [sha256])).toEqual({ kept: [sha256], lacking: [] });
    expect(kept()).toEqual([sha256]);
  });

  it('[D18] [ATT2] another desk of the ward gets them; a kiosk, another ward and strangers do not', async () => {
    await named();
    await put(desk, sha256, 0, bytes);
    const path = `/v1/attachments/${sha256}?offset=1000`;
    const other = await asked(await district.enrol(), 'GET', path);
    expect(other).toEqual({ status: 200, total: 5000, data: bytes.subarray(1000).toString('base64') });
    expect(await asked(await district.enrol('kiosk'), 'GET', path)).toMatchObject({
      status: 403,
      code: 'attachment-not-allowed',
    });
    const away = await district.enrol('desk', 'long-bien');
    expect(await asked(away, 'GET', path)).toMatchObject({ status: 404, code: 'attachment-unknown' });
    expect(await lacks(away, [sha256])).toEqual({ kept: [], lacking: [] });
    expect((await district.app.inject({ method: 'GET', url: path })).statusCode).toBe(401);
  });

  it('[D18] [ATT1] what is not what its name says is thrown away; too much and malformed is refused', async () => {
    await named();
    expect(await put(desk, sha256, 0, Buffer.alloc(5000, 'x'))).toMatchObject({
      status: 422,
      code: 'attachment-damaged',
    });
    expect(kept()).toEqual([]);
    expect(await put(desk, sha256, 0, Buffer.alloc(1_000_001))).toMatchObject({ status: 413 });
    expect(await put(desk, 'no-name', 0, bytes)).toMatchObject({ status: 400, code: 'request-malformed' });
    expect(await put(desk, sha256, 0, bytes)).toMatchObject({ status: 200, kept: true });
    const large = nameOf(Buffer.from('large'));
    const chain = lineChain({ device: desk.device, epoch: 'large', keys: desk.keys });
    chain.add(added('dossier-2', large, 80 * 1024 * 1024 + 17));
    await push(desk, chain);
    expect(await put(desk, large, 0, bytes)).toMatchObject({ status: 413, code: 'attachment-too-large' });
    expect(await lacks(desk, [large])).toEqual({ kept: [], lacking: [] });
  });

  it('[ATT3] the files of an erased dossier go, and are neither taken nor named again', async () => {
    const chain = await named();
    await put(desk, sha256, 0, bytes);
    chain.add(erased('dossier-1'));
    await push(desk, chain);
    await vi.waitFor(() => expect(kept()).toEqual([]), { timeout: 10_000 });
    chain.add(added('dossier-1', sha256, bytes.length));
    await push(desk, chain);
    expect(await put(desk, sha256, 0, bytes)).toMatchObject({ status: 404, code: 'attachment-unknown' });
    expect(await asked(desk, 'GET', `/v1/attachments/${sha256}`)).toMatchObject({ status: 404 });
  });
});

it('[ATT1] no scan is taken where the journal would lose its last room, and half a file is begun anew', async () => {
  const folder = temporaryFolder();
  const quiet = pino({ level: 'silent' });
  const file = { ward: 'thach-ban', sha256, total: bytes.length };
  const store = { attachments: () => Promise.resolve([file]) };
  const full = openAttachmentFiles(folder.path, store, quiet, () => Promise.resolve(2_000_000_000));
  expect(await full.put(file, 0, bytes)).toEqual({ ok: false, error: { code: 'attachment-space' } });
  const files = openAttachmentFiles(folder.path, store, quiet, () => Promise.resolve(9e9));
  const [one, other] = await Promise.all([files.put(file, 0, bytes), files.put(file, 0, bytes)]);
  expect([one, other]).toEqual([
    { ok: true, value: { have: 5000, kept: true } },
    { ok: true, value: { have: 5000, kept: true } },
  ]);
  await Promise.all([full.close(), files.close()]);
  folder.remove();
});

it('[ATT1] a database of the version before names the files of its events', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'district.sqlite');
  const store = openSqliteStore(path, () => '');
  if (!store.ok) throw new Error(store.error.detail);
  const chain = lineChain();
  chain.add(added('dossier-1', sha256, 5000));
  chain.add(added('dossier-2', nameOf(Buffer.from('b')), 10));
  chain.add(erased('dossier-2'));
  await store.value.journal('thach-ban').append(chain.lines());
  await store.value.close();
  const db = new DatabaseSync(path);
  db.exec('DROP TABLE attachments');
  db.exec('PRAGMA user_version = 4');
  db.close();
  const again = openSqliteStore(path, () => '');
  if (!again.ok) throw new Error(again.error.detail);
  expect(await again.value.attachments()).toEqual([{ ward: 'thach-ban', sha256 }]);
  await again.value.close();
  folder.remove();
});
