import { createServer } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lineChain } from '../../support/events.ts';
import { hostWorld } from '../../support/wire/host-world.ts';
import { oddChain } from '../../support/wire/odd-lines.ts';
import { protocol1Device } from '../../support/wire/protocol-1-device.ts';
import { protocol1District } from '../../support/wire/protocol-1-district.ts';
import type { Host } from '../../../electron/host/host-options.ts';

const LIMIT = { timeout: 20_000, interval: 20 };
const world = hostWorld();

vi.setConfig({ testTimeout: 60_000 });
afterEach(world.cleanUp);

/** All lines a host holds, as a page gets them. */
async function linesOf(host: Host): Promise<readonly string[]> {
  const lines: string[] = [];
  const vector: Record<string, number> = {};
  for (;;) {
    const answer = await host.handle('pull', { vector });
    if (!answer.ok) throw new Error(answer.error.code);
    const { lines: some, more } = answer.value as { lines: readonly string[]; more: boolean };
    for (const line of some) {
      const { device, epoch } = JSON.parse(line.slice(65)) as { device: string; epoch: string };
      vector[`${device}/${epoch}`] = (vector[`${device}/${epoch}`] ?? 0) + 1;
    }
    lines.push(...some);
    if (!more) return lines;
  }
}

const erasure = (subject: string) => ({
  type: 'subject-erased',
  subject,
  body: { keyIds: ['k-old'], ground: 'đơn số 12', at: '2026-06-05T02:00:00.000Z' },
});

describe('versions that differ by one', () => {
  it('[UP3, S12] hosts of today and a district of protocol 1: every event both ways, byte for byte', async () => {
    const old = await protocol1District();
    world.later(old.close);
    const one = await world.host({ districtUrl: old.url, enrolCode: old.code });
    const two = await world.host({ districtUrl: old.url, enrolCode: old.code });
    await Promise.all([one.settled, two.settled]);
    const odd = oddChain('d7-any', 'epoch-odd', 7);
    odd.add(1300);
    const own = lineChain({ device: (await world.deviceOf(one)).id, epoch: 'epoch-0001' });
    own.add(erasure('dossier-1'));
    const lines = [...odd.lines(), ...own.lines()];
    for (let at = 0; at < lines.length; at += 500)
      await one.handle('push', { lines: lines.slice(at, at + 500), keys: odd.keys() });
    await expect.poll(async () => (await linesOf(two)).length, LIMIT).toBe(lines.length);
    expect((await linesOf(two)).toSorted()).toEqual(lines.toSorted());
    expect([...old.lines.values()].flat().toSorted()).toEqual(lines.toSorted());
    const wanted = odd.keys().map(({ keyId }) => keyId);
    expect(await two.handle('keys', { wanted: wanted.slice(0, 100) })).toMatchObject({
      value: { keys: odd.keys().slice(0, 100) },
    });
    expect(one.status().district).toMatchObject({ state: 'online', stopped: {}, level: 'district' });
    expect(new Set(old.refusals)).toEqual(new Set(['protocol-unsupported']));
  });

  it('[UP3, S12] a device of protocol 1 and a district and hosts of today: every event both ways, byte for byte', async () => {
    const server = await world.district();
    const old = await protocol1Device(server.url, await server.code('desk'));
    const host = await world.host({ districtUrl: server.url, enrolCode: await server.code('all') });
    await host.settled;
    const theirs = oddChain(old.device, 'epoch-old', 3);
    theirs.add(900);
    expect((await old.push(theirs.lines())).refused).toEqual([]);
    await old.keys([
      { keyId: 'k-old', subject: 'dossier-1', iv: 'aXY=', ct: 'Y3Q=' },
      ...theirs.keys().slice(0, 200),
    ]);
    const ours = lineChain({ device: (await world.deviceOf(host)).id, epoch: 'epoch-0001' });
    ours.fill(300);
    ours.add(erasure('dossier-1'));
    await host.handle('push', { lines: ours.lines(), keys: [] });
    await expect
      .poll(async () => (await old.pull({ [`${old.device}/epoch-old`]: 900 })).length, LIMIT)
      .toBe(ours.lines().length);
    expect(await old.pull({ [`${old.device}/epoch-old`]: 900 })).toEqual(ours.lines());
    await expect
      .poll(async () => (await linesOf(host)).toSorted(), LIMIT)
      .toEqual([...theirs.lines(), ...ours.lines()].toSorted());
    // An old device that still has a destroyed key brings it back to nobody.
    const row = { keyId: 'k-old', subject: 'dossier-1', iv: 'aXY=', ct: 'Y3Q=' };
    expect(await old.keys([row])).not.toContainEqual(row);
    expect(await server.store.keysNamed('thach-ban', ['k-old'])).toEqual([]);
  });

  it.each([
    ['district-newer', { 'x-motcua-protocol': '9' }],
    ['district-older', { 'x-motcua-protocol': '0' }],
  ])(
    '[UP3] a district that speaks no common version is told as %s, and the desk goes on',
    async (fault, headers) => {
      const server = createServer((_request, response) => {
        response.writeHead(400, headers).end('{"code":"protocol-unsupported","message":""}');
      });
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      world.later(() => {
        server.closeAllConnections();
        server.close();
      });
      const address = server.address();
      const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
      const host = await world.host({ districtUrl: url, enrolCode: 'AAAA-BBBB-CCCC' });
      await expect.poll(() => host.status().district, LIMIT).toMatchObject({ state: 'refused', fault });
      const chain = lineChain({ epoch: 'epoch-0001' });
      chain.fill(3);
      expect(await host.handle('push', { lines: chain.lines(), keys: [] })).toMatchObject({ ok: true });
      expect(await linesOf(host)).toEqual(chain.lines());
    },
  );

  it('[UP3] a device that is too new or too old is refused in words it can read', async () => {
    const server = await world.district();
    const desk = await server.enrol();
    for (const version of ['0', '3', '99', 'x', '1.5']) {
      const answer = await server.post(desk, '/v1/have', '{"vector":{}}', { 'x-motcua-protocol': version });
      expect([answer.statusCode, answer.json().code, answer.headers['x-motcua-protocol']]).toEqual([
        400,
        'protocol-unsupported',
        '2',
      ]);
    }
    for (const version of ['1', '2']) {
      const answer = await server.post(desk, '/v1/have', '{"vector":{}}', { 'x-motcua-protocol': version });
      expect(answer.statusCode).toBe(200);
    }
  });
});
