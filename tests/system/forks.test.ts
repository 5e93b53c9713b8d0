// An epoch of this machine that the district holds differently, and what a torn file leaves for people to see.
import { appendFile, readFile, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lineChain } from '../support/events.ts';
import { hostWorld } from '../support/wire/host-world.ts';
import { motcua } from '../support/programs.ts';
import type { BridgeAnswers, HostHello, QuarantineRow } from '../../shared/bridge.ts';
import type { Host } from '../../electron/host/host-options.ts';

const world = hostWorld();
const LIMIT = { timeout: 20_000, interval: 20 };
const EPOCH = 'epoch-0001';

vi.setConfig({ testTimeout: 60_000 });
afterEach(world.cleanUp);

async function rowsAt(host: Host): Promise<readonly QuarantineRow[]> {
  const answer = await host.handle('quarantine', { limit: 1000 });
  return answer.ok ? (answer.value as BridgeAnswers['quarantine']).rows : [];
}

/** A host whose epoch goes on differently at the district: 3 events are the same, then each side has its own. */
async function forked(ours: number, theirs: number) {
  const district = await world.district();
  const dir = world.folder();
  const enrolled = await world.host(
    { districtUrl: district.url, enrolCode: await district.code('all') },
    dir,
  );
  await enrolled.settled;
  const hello = await enrolled.handle('hello', {});
  const { device, publicKey } = hello.ok ? (hello.value as HostHello) : { device: { id: '' }, publicKey: '' };
  await enrolled.close();
  const owner = { device: device.id, epoch: EPOCH, opened: { publicKey, reason: 'first', previous: [] } };
  const [own, above] = [lineChain(owner), lineChain(owner)];
  own.fill(2);
  above.fill(2);
  above.add({ type: 'other', subject: 's', body: 1 });
  own.fill(ours);
  above.fill(theirs - 1);
  const alone = await world.host({}, dir);
  await alone.handle('push', { lines: own.lines(), keys: [] });
  await alone.close();
  await district.store.journal('thach-ban').append(above.lines());
  return { district, dir, key: `${device.id}/${EPOCH}`, owner, own: own.lines(), above: above.lines() };
}

describe('forks of own epochs', () => {
  it.each([
    ['shorter than', 2, 6],
    ['as long as', 4, 4],
    ['longer than', 7, 2],
  ])(
    '[J12] [J7] a branch %s the district’s: its version stands, ours is kept whole and offered to it',
    async (_how, ours, theirs) => {
      const { district, dir, key, owner, own, above } = await forked(ours, theirs);
      const host = await world.host({ districtUrl: district.url }, dir);
      // One that is as long is noticed when something is to be brought or fetched; so one more event is written.
      const more = lineChain(owner);
      more.fill(2 + ours + 1);
      const next = ours === theirs ? more.lines().slice(-1) : [];
      await host.handle('push', { lines: next, keys: [] });
      await expect.poll(() => host.status().host.held, LIMIT).toEqual({ [key]: above.length });
      await expect.poll(async () => (await rowsAt(host)).every(({ relayed }) => relayed), LIMIT).toBe(true);
      const rows = (await rowsAt(host)).filter(({ code }) => code === 'line-forked');
      expect(rows.length).toBeGreaterThanOrEqual(ours);
      expect(rows[0]).toMatchObject({ epoch: EPOCH, type: 'note-of-tomorrow', relayed: true });
      expect(host.status().quarantined).toBe((await rowsAt(host)).length);
      await expect.poll(() => host.status().district.stopped, LIMIT).toEqual({});
      const kept = (await district.store.quarantined('thach-ban')).map(({ line }) => line);
      expect(own.slice(3).filter((line) => !kept.includes(line))).toEqual([]);
      await host.close();
      const [aside = ''] = await readdir(join(dir, 'journal', 'forked'));
      expect(aside).toBe(`${EPOCH}.1.log`);
      const setAside = (await readFile(join(dir, 'journal', 'forked', aside), 'utf8')).split('\n');
      expect(own.filter((line) => !setAside.includes(line))).toEqual([]);
      const file = (await readFile(join(dir, 'journal', `${EPOCH}.log`), 'utf8')).split('\n');
      expect(file.filter((line) => line !== '' && !line.startsWith('#'))).toEqual(above);
    },
  );

  it('[J12] what was kept apart is told again after a restart, each line once, newest first', async () => {
    const { district, dir, own } = await forked(4, 6);
    const host = await world.host({ districtUrl: district.url }, dir);
    await expect.poll(async () => (await rowsAt(host)).length, LIMIT).toBeGreaterThanOrEqual(4);
    await host.handle('push', { lines: own, keys: [] });
    await host.handle('push', { lines: ['no event'], keys: [] });
    const before = await rowsAt(host);
    await host.close();
    const again = await world.host({}, dir);
    const after = await rowsAt(again);
    const plain = (rows: readonly QuarantineRow[]) =>
      rows.map(({ code, seq, seenAt }) => ({ code, seq, seenAt }));
    expect(plain(after)).toEqual(plain(before));
    expect(after.map(({ seenAt }) => seenAt)).toEqual(
      after
        .map(({ seenAt }) => seenAt)
        .toSorted()
        .reverse(),
    );
    expect(after.filter(({ code }) => code === 'line-malformed')).toMatchObject([{ epoch: null, seq: null }]);
    const two = (await again.handle('quarantine', { limit: 2 })) as { value: BridgeAnswers['quarantine'] };
    expect([two.value.rows.length, two.value.total]).toEqual([2, after.length]);
  });

  it('[J12] a file that was set aside proves itself', async () => {
    const { district, dir } = await forked(4, 6);
    const host = await world.host({ districtUrl: district.url }, dir);
    await expect.poll(async () => (await rowsAt(host)).length, LIMIT).toBeGreaterThanOrEqual(4);
    await host.close();
    const aside = motcua(['verify', join(dir, 'journal', 'forked', `${EPOCH}.1.log`)]);
    expect([aside.exitCode, JSON.parse(aside.out)]).toMatchObject([0, { ok: true, events: 7 }]);
  });
});

describe('torn files', () => {
  it('[H2] a torn last line is told to people with what it was, and stays told', async () => {
    const dir = world.folder();
    const host = await world.host({}, dir);
    const { id: device } = await world.deviceOf(host);
    await host.handle('open-epoch', { epoch: EPOCH, tenancy: 't'.repeat(32) });
    const chain = lineChain({ device, epoch: EPOCH });
    chain.fill(3);
    await host.handle('push', { lines: chain.lines(), keys: [] });
    await host.close();
    const path = join(dir, 'journal', `${EPOCH}.log`);
    const text = (await readFile(path, 'utf8')).replace(/(#[^\n]*\n)+$/, '');
    await truncate(path, Buffer.byteLength(text) - 40);
    for (const _start of [1, 2]) {
      const again = await world.host({}, dir);
      expect(await rowsAt(again)).toMatchObject([
        {
          code: 'line-torn',
          device,
          epoch: EPOCH,
          seq: 3,
          type: 'note-of-tomorrow',
          subject: 's-3',
          relayed: false,
        },
      ]);
      expect(again.status()).toMatchObject({ quarantined: 1, host: { held: { [`${device}/${EPOCH}`]: 3 } } });
      await again.close();
    }
    await appendFile(path, '\0\0\0');
    const third = await world.host({}, dir);
    expect((await rowsAt(third)).map(({ code, epoch }) => [code, epoch])).toEqual([
      ['line-torn', null],
      ['line-torn', EPOCH],
    ]);
  });
});
