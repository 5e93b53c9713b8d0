import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDistrict } from '../support/district.ts';
import { lineChain } from '../support/events.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';

type Have = {
  readonly vector: Record<string, number>;
  readonly lines: readonly string[];
  readonly more: boolean;
};

describe('pulls', () => {
  let district: TestDistrict;
  let desk: TestDevice;
  beforeEach(async () => {
    district = await testDistrict();
    desk = await district.enrol();
  });
  afterEach(() => district.close());

  const keep = (lines: readonly string[], ward = 'thach-ban') => district.store.journal(ward).append(lines);
  const have = async (as: TestDevice, vector: Record<string, number>) =>
    (await district.post(as, '/v1/have', JSON.stringify({ vector }))).json<Have>();

  it('brings what the asker lacks, in batches, until nothing is missing', async () => {
    const chains = ['a', 'b'].map((device) => lineChain({ device }));
    for (const chain of chains) {
      chain.fill(899);
      await keep(chain.lines());
    }
    const held: Record<string, number> = { 'a/epoch-test': 10, 'unknown/epoch': 5 };
    const first = await have(desk, held);
    expect([first.lines.length, first.more]).toEqual([1000, true]);
    expect(first.vector).toEqual({ 'a/epoch-test': 900, 'b/epoch-test': 900 });
    expect(first.lines).toEqual([
      ...(chains[0]?.lines().slice(10) ?? []),
      ...(chains[1]?.lines().slice(0, 110) ?? []),
    ]);
    const rest = await have(desk, { 'a/epoch-test': 900, 'b/epoch-test': 110 });
    expect([rest.lines.length, rest.more]).toEqual([790, false]);
    expect(await have(desk, rest.vector)).toEqual({ vector: rest.vector, lines: [], more: false });
  });

  it('stays within the batch’s bytes', async () => {
    for (const device of ['a', 'b', 'c']) {
      const chain = lineChain({ device });
      chain.fill(15, 40_000);
      await keep(chain.lines());
    }
    const answer = await have(desk, {});
    expect(answer.more).toBe(true);
    expect(Buffer.byteLength(answer.lines.join('\n'))).toBeLessThanOrEqual(1_048_576);
  });

  it('shows a ward to its own devices only, and a kiosk nothing but its own', async () => {
    const kiosk = await district.enrol('kiosk');
    const neighbour = await district.enrol('desk', 'long-bien');
    await keep(lineChain({ device: desk.device }).lines());
    await keep(lineChain({ device: kiosk.device }).lines());
    expect((await have(desk, {})).lines).toHaveLength(2);
    expect((await have(kiosk, {})).lines).toEqual(lineChain({ device: kiosk.device }).lines());
    expect(await have(neighbour, {})).toEqual({ vector: {}, lines: [], more: false });
  });

  it('answers in gzip when asked to', async () => {
    const chain = lineChain();
    chain.fill(20);
    await keep(chain.lines());
    const answer = await district.post(desk, '/v1/have', '{"vector":{}}', {
      'accept-encoding': 'gzip, deflate',
    });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(answer.rawPayload).toString())).toMatchObject({ lines: chain.lines() });
  });

  it('refuses a malformed question', async () => {
    for (const wrong of ['', '{}', '{"vector":{"a/b":-1}}', '{"vector":[]}', 'null']) {
      const answer = await district.post(desk, '/v1/have', wrong);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'request-malformed']);
    }
  });

  it('exchanges wrapped keys within the ward; the first copy of a key stays', async () => {
    const wrapped = (keyId: string, ct = 'Y2lwaGVy') => ({
      keyId,
      subject: `ho-so-${keyId}`,
      iv: 'aXY=',
      ct,
    });
    const exchange = async (as: TestDevice, keys: unknown, held: readonly string[] = []) =>
      (await district.post(as, '/v1/keys', JSON.stringify({ keys, held }))).json();
    const other = await district.enrol();
    const neighbour = await district.enrol('desk', 'long-bien');
    expect(await exchange(desk, [wrapped('k1'), wrapped('k2')])).toMatchObject({ keys: [] });
    expect(await exchange(other, [wrapped('k1', 'Zm9yZ2Vk')], ['k2'])).toMatchObject({ keys: [] });
    expect(await exchange(other, [])).toMatchObject({ keys: [wrapped('k1'), wrapped('k2')] });
    expect(await exchange(neighbour, [])).toMatchObject({ keys: [] });
    for (const role of ['kiosk', 'display'] as const) {
      expect(await exchange(await district.enrol(role), [])).toMatchObject({ keys: [] });
    }
    expect((await exchange(desk, [{ keyId: 'k' }])).code).toBe('request-malformed');
  });
});
