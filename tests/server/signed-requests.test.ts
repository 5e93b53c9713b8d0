import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nonceBook } from '../../server/auth/nonces.ts';
import { testDistrict } from '../support/district.ts';
import { deviceKeys, signedHeaders } from '../support/events.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';

const PATHS = ['/v1/events', '/v1/have', '/v1/keys'] as const;
const BODY = Buffer.from('{"vector":{}}');

describe('signed requests', () => {
  let district: TestDistrict;
  let desk: TestDevice;
  beforeEach(async () => {
    district = await testDistrict();
    desk = await district.enrol();
  });
  afterEach(() => district.close());

  const headersFor = (
    path: string,
    made: { time?: string; nonce?: string } = {},
    keys = desk.keys,
    body = BODY,
  ) =>
    signedHeaders(
      keys,
      { method: 'POST', path, device: desk.device, body },
      { nonce: randomBytes(16).toString('hex'), ...made },
    );
  const send = async (path: string, headers: Record<string, string | undefined>, body = BODY) => {
    const sent = Object.fromEntries(
      Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const answer = await district.app.inject({ method: 'POST', url: path, payload: body, headers: sent });
    return [answer.statusCode, answer.json().code];
  };

  it.each(PATHS)('%s answers 401 to everything that no enrolled device signed', async (path) => {
    const good = headersFor(path);
    const other = PATHS.find((one) => one !== path) ?? path;
    expect(await send(path, {})).toEqual([401, 'signature-missing']);
    for (const name of Object.keys(good)) {
      expect(await send(path, { ...good, [name]: undefined })).toEqual([401, 'signature-missing']);
    }
    expect(await send(path, { ...good, 'x-motcua-nonce': 'short' })).toEqual([401, 'signature-missing']);
    expect(await send(path, { ...good, 'x-motcua-device': 'd9-nobody' })).toEqual([401, 'device-unknown']);
    expect(await send(path, headersFor(path, {}, deviceKeys('thief')))).toEqual([401, 'signature-wrong']);
    expect(await send(path, headersFor(other))).toEqual([401, 'signature-wrong']);
    expect(await send(path, { ...good, 'x-motcua-time': '2026-06-05T01:20:00.001Z' })).toEqual([
      401,
      'signature-wrong',
    ]);
    expect(await send(path, { ...good, 'x-motcua-nonce': '0'.repeat(32) })).toEqual([401, 'signature-wrong']);
    expect(await send(`${path}?x=1`, good)).toEqual([401, 'signature-wrong']);
    expect(await send(path, { ...good, 'x-motcua-signature': 'AAAA' })).toEqual([401, 'signature-wrong']);
  });

  it('one changed byte of the body breaks the signature', async () => {
    const headers = headersFor('/v1/have');
    expect(await send('/v1/have', headers, Buffer.from('{"vector":{} }'))).toEqual([401, 'signature-wrong']);
    expect((await send('/v1/have', headers))[0]).toBe(200);
  });

  it('a repeated nonce is refused, one of another device is not', async () => {
    const headers = headersFor('/v1/have');
    expect((await send('/v1/have', headers))[0]).toBe(200);
    expect(await send('/v1/have', headers)).toEqual([401, 'nonce-repeated']);
    const other = await district.enrol();
    const request = { method: 'POST', path: '/v1/have', device: other.device, body: BODY };
    const nonce = headers['x-motcua-nonce'] ?? '';
    expect((await send('/v1/have', signedHeaders(other.keys, request, { nonce })))[0]).toBe(200);
  });

  it('nonces are remembered per device within a bound', () => {
    const book = nonceBook(10);
    const all = Array.from({ length: 30 }, (_none, n) => String(n));
    expect(all.every((nonce) => book.take('d', nonce))).toBe(true);
    expect(book.take('d', '29')).toBe(false);
    expect(book.take('d', '0')).toBe(true);
  });

  it('the clock of a device is never a reason to refuse, and the answer tells the server’s', async () => {
    for (const time of ['1970-01-01T00:00:00.000Z', '2099-12-31T23:59:59.999Z', 'broken clock']) {
      const answer = await district.app.inject({
        method: 'POST',
        url: '/v1/have',
        payload: BODY,
        headers: headersFor('/v1/have', { time }),
      });
      expect([answer.statusCode, answer.headers['x-motcua-time']]).toEqual([200, '2026-06-05T03:00:00.000Z']);
    }
  });

  it('a revoked device is shut out, with its reports token', async () => {
    const authorization = `Bearer ${desk.reportsToken}`;
    const url = '/v1/reports/day?from=2026-06-05&to=2026-06-05';
    expect((await district.app.inject({ url, headers: { authorization } })).statusCode).toBe(200);
    expect(await district.store.revoke(desk.device, '2026-06-05T03:00:00.000Z')).toBe(true);
    expect(await send('/v1/have', headersFor('/v1/have'))).toEqual([401, 'device-revoked']);
    expect((await district.app.inject({ url, headers: { authorization } })).statusCode).toBe(401);
  });
});
