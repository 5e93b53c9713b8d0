// How a page stands with its storage: claims, copies, forks, an older storage. Real pages' code, a real host, real districts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseLine } from '../../shared/event/envelope.ts';
import { factOf } from '../../shared/event/facts.ts';
import { heldVector, linesOf } from '../../renderer/db/exchange.ts';
import { setAside } from '../../renderer/db/recovery/branches.ts';
import { ownEpoch } from '../../renderer/db/recovery/own-epoch.ts';
import { markTwiceSeen, putOpenedAway, toldOf } from '../../renderer/db/upkeep/told.ts';
import { copyOf, storageOf } from '../support/recovery/storage.ts';
import { allSettled, copyFolder, districtOn, hostOn } from '../support/recovery/machine.ts';
import { startLife } from '../support/recovery/page-life.ts';
import { DeskDatabase } from '../../renderer/db/desk-database.ts';
import type { Host } from '../../electron/host/host-options.ts';
import type { FactBody, FactType } from '../../shared/event/facts.ts';
import type { PageLife } from '../support/recovery/page-life.ts';

const LIMIT = { timeout: 20_000, interval: 20 };
const works: (() => unknown)[] = [];

vi.setConfig({ testTimeout: 60_000 });
afterEach(async () => {
  for (const work of works.splice(0).reverse()) await work();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'motcua-standing-'));
  works.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function host(dir: string, url = ''): Promise<Host> {
  const made = url === '' ? await hostAlone(dir) : await hostOn(dir, url);
  works.push(made.close);
  return made;
}

/** A host without any district. */
async function hostAlone(dir: string): Promise<Host> {
  const district = await districtOn(join(dir, '..', 'district'));
  const enrolled = await hostOn(dir, district.url, await district.code('all'));
  await enrolled.settled;
  await enrolled.close();
  await district.close();
  return hostOn(dir, 'http://127.0.0.1:9');
}

async function lived(db: DeskDatabase, at: Host): Promise<PageLife> {
  const life = await startLife(db, at);
  if (!life.ok) throw new Error(JSON.stringify(life.error));
  works.push(life.value.end);
  return life.value;
}

async function facts<T extends FactType>(db: DeskDatabase, type: T): Promise<readonly FactBody<T>[]> {
  const rows = await db.events.toArray();
  return rows.flatMap(({ line }) => {
    const parsed = parseLine(line);
    const fact = parsed.ok ? factOf(parsed.value.event) : null;
    return fact?.type === type ? [fact.body as FactBody<T>] : [];
  });
}

const numbersIn = async (db: DeskDatabase) =>
  (await facts(db, 'ticket-issued')).map(({ number }) => number).toSorted();

describe('claims of pages', () => {
  it('[J11] a copy of a running profile gets an epoch and numbers of its own; the original goes on', async () => {
    const at = await host(join(folder(), 'data'));
    const original = await lived(await storageOf(null), at);
    await original.ticket();
    const copy = await lived(await storageOf(await copyOf(original.db)), at);
    expect([original.opened().how, copy.opened().how]).toEqual(['first', 'cloned']);
    const issued = [original, copy, original, copy].map((life) => life.ticket());
    const numbers = (await Promise.all(issued)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(4);
    await original.link.exchange();
    await copy.link.exchange();
    expect(await heldVector(original.db)).toEqual(await heldVector(copy.db));
    expect((await facts(copy.db, 'epoch-opened')).map(({ reason, ordinal }) => [reason, ordinal])).toEqual(
      expect.arrayContaining([
        ['first', 0],
        ['cloned', 1],
      ]),
    );
  });

  it('[J11] a second window joins; a page whose host comes back claims again before it brings anything', async () => {
    const dir = join(folder(), 'data');
    const at = await host(dir);
    const one = await lived(await storageOf(null), at);
    const two = await lived(one.db, at);
    expect(two.opened()).toMatchObject({ how: 'continued', epoch: one.opened().epoch });
    await one.ticket();
    one.bridge.lose();
    two.bridge.lose();
    await one.ticket();
    await at.close();
    const again = await hostOn(dir, 'http://127.0.0.1:9');
    works.push(again.close);
    two.bridge.meet(again);
    one.bridge.meet(again);
    await expect.poll(async () => again.status().host.held, LIMIT).toEqual(await heldVector(one.db));
    await two.ticket();
    expect([one.opened().how, two.opened().how]).toEqual(['first', 'continued']);
    expect((await ownEpoch(one.db))?.epoch).toBe(one.opened().epoch);
  });

  it('[J11] while the host is away a copy took the epoch: the page that comes back opens another, and nothing is lost', async () => {
    const at = await host(join(folder(), 'data'));
    const original = await lived(await storageOf(null), at);
    await original.ticket();
    const taken = await copyOf(original.db);
    original.bridge.lose();
    const copy = await lived(await storageOf(taken), at);
    expect(copy.opened().how).toBe('continued');
    const shown = [await original.ticket(), await copy.ticket(), await original.ticket()];
    original.bridge.meet(at);
    await expect.poll(() => original.opened().how, LIMIT).toBe('forked');
    await original.link.exchange();
    await copy.link.exchange();
    const ids = (await original.db.tickets.toArray()).map(({ id }) => id);
    expect(shown.filter(({ id }) => !ids.includes(id))).toEqual([]);
    expect(await copy.db.tickets.count()).toBe(ids.length);
    // Both were cut off from each other, so one number was handed out twice: people are told which.
    expect(await facts(copy.db, 'fork-found')).toMatchObject([{ lines: 2, numbers: [shown[0]?.number] }]);
  });

  it('[J11] [N3] after a crash between claim and answer the page goes on, and changes its secret once more', async () => {
    const at = await host(join(folder(), 'data'));
    const first = await lived(await storageOf(null), at);
    await first.ticket();
    first.end();
    const own = await ownEpoch(first.db);
    const next = 'a'.repeat(32);
    const half = await storageOf(await copyOf(first.db));
    await half.meta.put({ ...(own ?? never()), next });
    const [copy, again] = [await storageOf(await copyOf(half)), await lived(half, at)];
    expect(again.opened().how).toBe('continued');
    expect((await ownEpoch(half))?.tenancy).not.toBe(next);
    again.end();
    expect((await lived(copy, at)).opened().how).toBe('cloned');
    expect(await copy.supplies.count()).toBe(0);
  });
});

function never(): never {
  throw new Error('the storage has an epoch');
}

describe('forks', () => {
  /** A machine that was put back to an earlier state, went on alone, and meets its district again while pages are open. */
  async function putBack() {
    const place = folder();
    const [dir, above] = [join(place, 'data'), join(place, 'district')];
    const district = await districtOn(above);
    works.push(district.close);
    const first = await hostOn(dir, district.url, await district.code('all'));
    await first.settled;
    const morning = await lived(await storageOf(null), first);
    await morning.ticket();
    await allSettled(morning.db, first, morning.link.exchange);
    morning.end();
    await first.close();
    const [old, storage] = [copyFolder(dir, join(place, 'old')), await copyOf(morning.db)];
    const second = await hostOn(dir, district.url);
    const noon = await lived(await storageOf(storage), second);
    for (let n = 0; n < 3; n += 1) await noon.ticket();
    await allSettled(noon.db, second, noon.link.exchange);
    noon.end();
    await second.close();
    return { old, storage, district, later: await numbersIn(noon.db) };
  }

  it('[J12] [J13] a machine put back goes on alone; when the district is back its pages settle the fork while they run', async () => {
    const { old, storage, district } = await putBack();
    const alone = await host(old, 'http://127.0.0.1:9');
    const page = await lived(await storageOf(storage), alone);
    // Another profile of this machine: it holds the branch without having written it.
    const other = await lived(await storageOf(null), alone);
    expect([page.opened().how, other.opened().how]).toEqual(['continued', 'new-storage']);
    const shown = [await page.ticket(), await page.ticket(), await other.ticket()];
    await other.link.exchange();
    page.bridge.lose();
    other.bridge.lose();
    await alone.close();
    const near = await host(old, district.url);
    await near.settled;
    page.bridge.meet(near);
    other.bridge.meet(near);
    await expect.poll(() => page.opened().how, LIMIT).toBe('forked');
    await allSettled(page.db, near, page.link.exchange);
    await allSettled(other.db, near, other.link.exchange);
    await allSettled(page.db, near, page.link.exchange);
    for (const { db } of [page, other]) {
      const ids = (await db.tickets.toArray()).map(({ id }) => id);
      expect(shown.filter(({ id }) => !ids.includes(id))).toEqual([]);
      expect(ids).toHaveLength(4 + shown.length);
      const [found, ...more] = await facts(db, 'fork-found');
      expect(more).toEqual([]);
      expect(found?.numbers.toSorted()).toEqual(twice(await numbersIn(db)));
      // Both tickets are found by what is told, until a clerk of this storage has looked into it; also after a restart.
      const told = await toldOf(await storageOf(await copyOf(db)));
      expect(told.twice.map(({ number }) => number).toSorted()).toEqual(found?.numbers.toSorted());
      for (const { number, day, seen } of told.twice) {
        const bearing = await db.tickets
          .where('[state.day+state.number]')
          .equals([day ?? '', number])
          .count();
        expect([bearing, seen]).toEqual([2, false]);
      }
    }
    await markTwiceSeen(page.db);
    const seen = async ({ db }: PageLife) => (await toldOf(db)).twice.map((one) => one.seen);
    expect([new Set(await seen(page)), new Set(await seen(other))]).toEqual([
      new Set([true]),
      new Set([false]),
    ]);
    expect(page.opened().recorded).toBeGreaterThan(0);
    // Every window of the storage tells how it was opened, until a clerk has read it.
    expect((await toldOf(page.db)).opened).toEqual(page.opened());
    const window = await lived(new DeskDatabase(page.db.name), near);
    expect(window.opened().how).toBe('continued');
    expect((await toldOf(window.db)).opened).toEqual(page.opened());
    await putOpenedAway(window.db);
    expect((await toldOf(page.db)).opened).toBeNull();
    const again = await page.ticket();
    expect((await numbersIn(page.db)).filter((number) => number === again.number)).toHaveLength(1);
  });

  it('[J13] a crash between setting aside and recording again loses and doubles nothing', async () => {
    const at = await host(join(folder(), 'data'));
    const page = await lived(await storageOf(null), at);
    const kept = await page.ticket();
    const { epoch } = page.opened();
    const device = (await ownEpoch(page.db))?.device ?? '';
    const before = await linesOf(page.db, { device, epoch, from: 0, to: 99 }, 99);
    page.bridge.lose();
    const lost = await page.ticket();
    expect(await setAside(page.db, { device, epoch }, before.length)).toBe(1);
    expect(await ownEpoch(page.db)).toBeNull();
    expect((await page.db.tickets.toArray()).map(({ id }) => id)).toEqual([kept.id]);
    // The power goes here. Whoever starts next on this storage ends the work; the one after has nothing to do.
    const next = await lived(await storageOf(await copyOf(page.db)), at);
    expect(next.opened()).toMatchObject({ how: 'forked', recorded: 1 });
    expect((await next.db.tickets.toArray()).map(({ id }) => id).toSorted()).toEqual(
      [kept.id, lost.id].toSorted(),
    );
    next.end();
    const last = await lived(await storageOf(await copyOf(next.db)), at);
    expect(last.opened()).toMatchObject({ how: 'continued', recorded: 0 });
    expect(await facts(last.db, 'fork-found')).toHaveLength(1);
    expect(await facts(last.db, 'ticket-issued')).toHaveLength(2);
    expect(await last.db.forked.count()).toBe(1);
  });

  it('[J13] a branch whose storage is gone is recorded by another storage that held it, at its next start', async () => {
    const at = await host(join(folder(), 'data'));
    const page = await lived(await storageOf(null), at);
    await page.ticket();
    const lost = await page.ticket();
    page.end();
    const other = await lived(await storageOf(null), at);
    const [key = ''] = Object.keys(await heldVector(other.db)).filter((one) =>
      one.endsWith(page.opened().epoch),
    );
    const [device = '', epoch = ''] = key.split('/');
    const held = (await heldVector(other.db))[key] ?? 0;
    await setAside(other.db, { device, epoch }, held - 1);
    expect(await ownEpoch(other.db)).not.toBeNull();
    other.end();
    const next = await lived(await storageOf(await copyOf(other.db)), at);
    expect(next.opened()).toMatchObject({ how: 'forked', recorded: 1 });
    expect((await next.db.tickets.get(lost.id))?.state?.number).toBe(lost.number);
  });
});

function twice(numbers: readonly string[]): readonly string[] {
  return [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))];
}

describe('upgrade', () => {
  /** The tables as version 1 of the program made them. */
  const VERSION_1 = {
    events: '[device+epoch+seq], subject',
    heads: 'key',
    tickets: 'id, [state.day+state.status+state.series], [state.day+state.number]',
    dossiers: 'id, state.code, state.day, state.status',
    supplies: 'namespace',
    keys: 'keyId, subject',
    meta: 'key',
  };

  it('[J14] a storage of version 1 with unsent lines is upgraded, keeps every row, goes on and sends them', async () => {
    const at = await host(join(folder(), 'data'));
    const page = await lived(await storageOf(null), at);
    await page.ticket();
    page.bridge.lose();
    const unsent = [await page.ticket(), await page.ticket()];
    const copy = await copyOf(page.db);
    const old = new Dexie('desk-of-version-1');
    old.version(1).stores(VERSION_1);
    for (const table of old.tables) await table.bulkPut([...(copy.get(table.name) ?? [])]);
    const own = await ownEpoch(page.db);
    const { tenancy: _tenancy, next: _next, ...row } = own ?? never();
    await old.table('meta').clear();
    await old.table('meta').put(row);
    const rows = await old.table('events').toArray();
    old.close();
    // The host of version 1 knew no secrets either.
    const before = {};
    const answer = await at.handle('claim-epoch', claimOf(own ?? never(), await heldVector(page.db)), before);
    at.gone(before);
    expect(answer).toMatchObject({ value: { verdict: 'yours' } });
    const upgraded = await lived(new DeskDatabase('desk-of-version-1'), at);
    expect(upgraded.opened().how).toBe('continued');
    expect((await upgraded.db.events.toArray()).slice(0, rows.length)).toEqual(rows);
    expect(at.status().host.held).toEqual(await heldVector(upgraded.db));
    const ids = (await upgraded.db.tickets.toArray()).map(({ id }) => id);
    expect(unsent.filter(({ id }) => !ids.includes(id))).toEqual([]);
    await upgraded.ticket();
    expect(new Set(await numbersIn(upgraded.db)).size).toBe(4);
  });
});

/** Makes the secret of an epoch the one that a storage of version 1 counts as having. */
function claimOf(
  own: { readonly device: string; readonly epoch: string; readonly tenancy: string },
  held: Readonly<Record<string, number>>,
) {
  const { device, epoch, tenancy } = own;
  const count = held[`${device}/${epoch}`] ?? 0;
  return { epoch, held: count, headHash: 'f'.repeat(64), tenancy, next: '0'.repeat(32), join: false };
}
