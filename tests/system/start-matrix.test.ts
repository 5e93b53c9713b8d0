// Every combination of browser storage, host files and district that a page can meet at its start (docs/recovery.md).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseLine } from '../../shared/event/envelope.ts';
import { factOf } from '../../shared/event/facts.ts';
import { copyOf, makeNewer, storageOf } from '../support/recovery/storage.ts';
import {
  NOWHERE,
  allSettled,
  copyFolder,
  damage,
  districtOn,
  dropJournal,
  hostOn,
  tear,
} from '../support/recovery/machine.ts';
import { startLife } from '../support/recovery/page-life.ts';
import type { Host } from '../../electron/host/host-options.ts';
import { DATABASE_VERSION } from '../../renderer/db/desk-database.ts';
import type { DeskDatabase } from '../../renderer/db/desk-database.ts';
import type { Opened } from '../../renderer/store/deps.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { FilesState } from '../support/recovery/machine.ts';
import type { PageLife } from '../support/recovery/page-life.ts';
import type { StorageCopy } from '../support/recovery/storage.ts';

type StorageState = 'whole' | 'short' | 'gone' | 'newer' | 'forked';
type Outcome = Opened['how'] | 'refused';

/** What a start comes to: with the district in reach, and cut off from it. */
const OUTCOMES: Readonly<Record<StorageState, Readonly<Record<FilesState, readonly [Outcome, Outcome]>>>> = {
  whole: {
    whole: ['continued', 'continued'],
    // The host’s book is older than the storage: it cannot tell it from a copy.
    short: ['new-storage', 'new-storage'],
    torn: ['continued', 'continued'],
    damaged: ['continued', 'continued'],
    gone: ['continued', 'continued'],
  },
  short: {
    whole: ['restored', 'restored'],
    // Both copies are old and nobody is there who knows: the one thing that cannot be noticed at the start.
    short: ['restored', 'continued'],
    torn: ['restored', 'restored'],
    damaged: ['restored', 'cloned'],
    gone: ['restored', 'cloned'],
  },
  gone: {
    whole: ['new-storage', 'new-storage'],
    short: ['new-storage', 'new-storage'],
    torn: ['new-storage', 'new-storage'],
    damaged: ['new-storage', 'new-storage'],
    gone: ['new-storage', 'new-storage'],
  },
  newer: {
    whole: ['refused', 'refused'],
    short: ['refused', 'refused'],
    torn: ['refused', 'refused'],
    damaged: ['refused', 'refused'],
    gone: ['refused', 'refused'],
  },
  forked: {
    whole: ['forked', 'forked'],
    short: ['forked', 'continued'],
    torn: ['forked', 'forked'],
    damaged: ['forked', 'cloned'],
    gone: ['forked', 'cloned'],
  },
};

type World = {
  readonly earlier: { readonly data: string; readonly storage: StorageCopy };
  readonly last: { readonly data: string; readonly storage: StorageCopy; readonly district: string };
  /** The earlier storage after it went on alone. */
  readonly branch: StorageCopy;
  /** Lines that people were shown something of, and the subjects of the branch. */
  readonly acknowledged: readonly string[];
  readonly branchSubjects: readonly string[];
};

const folder = mkdtempSync(join(tmpdir(), 'motcua-matrix-'));
const works: (() => unknown)[] = [];
let world: World;
let cells = 0;

beforeAll(async () => {
  world = await makeWorld();
});
afterEach(async () => {
  for (const work of works.splice(0).reverse()) await work();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A morning in two parts, with a copy of the whole machine in between, and a storage that went on from that copy alone. */
async function makeWorld(): Promise<World> {
  const [data, above] = [join(folder, 'data'), join(folder, 'district')];
  const district = await districtOn(above);
  const first = await hostOn(data, district.url, await district.code('all'));
  await first.settled;
  const morning = await lived(await storageOf(null), first);
  for (let n = 0; n < 3; n += 1) await morning.ticket();
  await morning.dossier();
  await allSettled(morning.db, first, morning.link.exchange);
  morning.end();
  await first.close();
  const earlier = { data: copyFolder(data, join(folder, 'earlier')), storage: await copyOf(morning.db) };

  const branch = await lonely(earlier, district.url);
  const second = await hostOn(data, district.url);
  const noon = await lived(await storageOf(earlier.storage), second);
  expect(noon.opened().how).toBe('continued');
  for (let n = 0; n < 6; n += 1) await noon.ticket();
  for (let n = 0; n < 2; n += 1) await noon.dossier();
  await allSettled(noon.db, second, noon.link.exchange);
  noon.end();
  await second.close();
  const storage = await copyOf(noon.db);
  const acknowledged = (await noon.db.events.toArray()).map(({ line }) => line);
  await district.close();
  const last = { data, storage, district: above };
  return { earlier, last, acknowledged, ...branch };
}

/** The earlier storage goes on while no host is there: two people get numbers that others get too. */
async function lonely(
  earlier: World['earlier'],
  url: string,
): Promise<Pick<World, 'branch' | 'branchSubjects'>> {
  const host = await hostOn(copyFolder(earlier.data, join(folder, 'lonely')), url);
  const life = await lived(await storageOf(earlier.storage), host);
  life.end();
  await host.close();
  const subjects = [(await life.ticket()).id, (await life.ticket()).id];
  // Its claim was made on a copy of the folder, so the secret goes back to the one the first folder knows.
  const copy = new Map([...(await copyOf(life.db)), ['meta', earlier.storage.get('meta') ?? []]]);
  return { branch: copy, branchSubjects: subjects };
}

async function lived(db: DeskDatabase, host: Host): Promise<PageLife> {
  const life = await startLife(db, host);
  if (!life.ok) throw new Error(JSON.stringify(life.error));
  return life.value;
}

async function storageIn(state: StorageState): Promise<DeskDatabase> {
  const { earlier, last, branch } = world;
  const copies = {
    whole: last.storage,
    newer: last.storage,
    short: earlier.storage,
    forked: branch,
    gone: null,
  };
  const db = await storageOf(copies[state]);
  if (state === 'newer') await makeNewer(db);
  return db;
}

function filesIn(state: FilesState, to: string): string {
  copyFolder(state === 'short' ? world.earlier.data : world.last.data, to);
  if (state === 'torn') tear(to);
  if (state === 'damaged') damage(to);
  if (state === 'gone') dropJournal(to);
  return to;
}

/** A machine of its own with a district of its own. */
async function machineWith(files: FilesState, reach: boolean) {
  cells += 1;
  const at = join(folder, `cell-${cells}`);
  const data = filesIn(files, join(at, 'data'));
  const district = await districtOn(copyFolder(world.last.district, join(at, 'district')));
  works.push(district.close);
  return { data, district, host: await started(data, reach ? district.url : NOWHERE) };
}

async function started(data: string, url: string): Promise<Host> {
  const host = await hostOn(data, url);
  works.push(host.close);
  return host;
}

/** A page works three times, whatever it found. */
async function works3(life: PageLife): Promise<readonly string[]> {
  return [(await life.ticket()).id, await life.dossier(), (await life.ticket()).id];
}

function eventsIn(lines: readonly string[]): readonly LoggedEvent[] {
  return lines.flatMap((line) => {
    const parsed = parseLine(line);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** Subjects by official number; what a `fork-found` names may stand twice. */
function numbersTwice(events: readonly LoggedEvent[]): {
  readonly twice: readonly string[];
  readonly told: readonly string[];
} {
  const subjects = new Map<string, Set<string>>();
  const told: string[] = [];
  for (const { event } of events) {
    const fact = factOf(event);
    if (fact?.type === 'fork-found') told.push(...fact.body.numbers);
    const number =
      fact?.type === 'ticket-issued'
        ? fact.body.number
        : fact?.type === 'dossier-received'
          ? fact.body.code
          : null;
    if (number !== null) subjects.set(number, (subjects.get(number) ?? new Set()).add(event.subject));
  }
  const twice = [...subjects].filter(([, of]) => of.size > 1).map(([number]) => number);
  return { twice: twice.toSorted(), told: [...new Set(told)].toSorted() };
}

const states = Object.entries(OUTCOMES).flatMap(([storage, byFiles]) =>
  Object.entries(byFiles).flatMap(([files, [near, far]]) => [
    { storage: storage as StorageState, files: files as FilesState, reach: true, outcome: near },
    { storage: storage as StorageState, files: files as FilesState, reach: false, outcome: far },
  ]),
);

describe('start and recovery', () => {
  it.each(states.filter(({ outcome }) => outcome === 'refused'))(
    '[J5] [J14] storage newer, files $files, district in reach $reach: refused and untouched',
    async ({ files, reach }) => {
      const { host } = await machineWith(files, reach);
      const db = await storageIn('newer');
      expect(await startLife(db, host)).toEqual({ ok: false, error: { code: 'storage-newer' } });
      const found = (await indexedDB.databases()).find(({ name }) => name === db.name);
      expect(found?.version).toBe((DATABASE_VERSION + 1) * 10);
    },
  );

  it.each(states.filter(({ outcome }) => outcome !== 'refused'))(
    '[J5] [J11] [J13] storage $storage, files $files, district in reach $reach: $outcome',
    async ({ storage, files, reach, outcome }) => {
      const { host, district, data } = await machineWith(files, reach);
      const db = await storageIn(storage);
      const life = await startLife(db, host);
      if (!life.ok) throw new Error(JSON.stringify(life.error));
      expect(life.value.started.opened.how).toBe(outcome);
      const told = host.status().damaged;
      expect(told).toHaveLength(files === 'damaged' ? 1 : 0);
      // With neither a page nor the district that holds them, nobody is told that they are back.
      const nowhere = storage === 'gone' && files === 'damaged' && !reach;
      expect((told[0]?.missing ?? 0) > 5 || !nowhere).toBe(true);
      const made = await works3(life.value);

      // However it began: once the district is back, everything is everywhere, and a number that stands twice is told.
      const end = reach ? { life: life.value, host } : await comeBack(life.value, host, data, district.url);
      await allSettled(end.life.db, end.host, end.life.link.exchange);
      const above = await linesAbove(district);
      const here = (await end.life.db.events.toArray()).map(({ line }) => line);
      expect(here.toSorted()).toEqual(above.toSorted());
      // What was set aside as damaged came back by itself, from the page or the district, and is told so.
      for (const { events, missing } of end.host.status().damaged)
        expect([events > 5, missing]).toEqual([true, 0]);
      expect(world.acknowledged.filter((line) => !above.includes(line))).toEqual([]);
      const events = eventsIn(above);
      const subjects = new Set(events.map(({ event }) => event.subject));
      const codes = new Set(
        events.flatMap(({ event }) => {
          const fact = factOf(event);
          return fact?.type === 'dossier-received' ? [fact.body.code] : [];
        }),
      );
      const mustStand = [...made, ...(storage === 'forked' ? world.branchSubjects : [])];
      expect(mustStand.filter((id) => !subjects.has(id) && !codes.has(id))).toEqual([]);
      const { twice, told: named } = numbersTwice(events);
      expect(named).toEqual(twice);
      // Only who was cut off from every witness can have given a number out twice.
      const cutOff = storage === 'forked' || (storage === 'short' && files === 'short' && !reach);
      expect(cutOff ? [] : twice).toEqual([]);
      expect(await end.life.db.tickets.count()).toBe(
        [...subjects].filter((id) => id.startsWith('ticket-')).length,
      );
    },
  );
});

/** The machine is started again with the district in reach. */
async function comeBack(
  life: PageLife,
  host: Host,
  data: string,
  url: string,
): Promise<{ readonly life: PageLife; readonly host: Host }> {
  life.end();
  await host.close();
  const again = await started(data, url);
  return { host: again, life: await lived(await storageOf(await copyOf(life.db)), again) };
}

async function linesAbove({ store }: Awaited<ReturnType<typeof districtOn>>): Promise<readonly string[]> {
  const journal = store.journal('thach-ban');
  const lines: string[] = [];
  for (const [key, held] of Object.entries(await journal.vector())) {
    const [device = '', epoch = ''] = key.split('/');
    lines.push(...(await journal.read({ device, epoch, from: 0, to: held }, held)));
  }
  return lines;
}
