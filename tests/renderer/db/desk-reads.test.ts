import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { createDeskReads } from '../../../renderer/db/reads/desk-reads.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import { addDays } from '../../../shared/basics/time.ts';
import type { DossierPart, DossierRows } from '../../../renderer/store/deps.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';

const TODAY = '2026-06-05';
const NOW = Date.UTC(2026, 5, 5, 3, 0);
const COUNT = 1600;
let databases = 0;

/** A dossier of `age` days ago; most of the old ones went out long ago, a few stay open, a few moved today. */
function row(n: number): Folded<Dossier> {
  const age = Math.floor(n / 4);
  const day = addDays(TODAY, -age);
  const id = `dossier-${String(n).padStart(5, '0')}`;
  const kind = n % 97 === 5 ? 'open' : n % 89 === 7 ? 'back-today' : n % 83 === 9 ? 'waits' : 'past';
  const readyAt =
    kind === 'open' ? null : kind === 'past' ? `${day}T02:00:00.000Z` : `${TODAY}T01:00:00.000Z`;
  const state = {
    id,
    day,
    code: `H26-${n}`,
    status: kind === 'open' ? 'in-process' : kind === 'waits' ? 'result-ready' : 'returned',
    channel: 'counter',
    procedure: { fieldId: 'ho-tich', fieldName: 'Hộ tịch' },
    receivedAt: `${day}T01:30:00.000Z`,
    dueAt: `${addDays(day, 3)}T10:00:00.000Z`,
    firstDueAt: `${addDays(day, 3)}T10:00:00.000Z`,
    dueDates: [],
    readyAt,
    returnedAt: kind === 'open' || kind === 'waits' ? null : readyAt,
  } as unknown as Dossier;
  return { id, state, heads: ['a'], lastKey: '', events: 1 };
}

async function desk() {
  const db = new DeskDatabase(`reads-${(databases += 1)}`);
  const rows = Array.from({ length: COUNT }, (_, n) => row(n));
  await db.dossiers.bulkPut(rows);
  const faults: unknown[] = [];
  const reads = createDeskReads(
    db,
    createSealer(),
    'thach-ban',
    () => Promise.resolve(),
    (e) => faults.push(e),
  );
  const watch = (part: DossierPart) => {
    const heard: DossierRows[] = [];
    return { heard, stop: reads.watchDossiers(part, (rowsNow) => heard.push(rowsNow)) };
  };
  const whole = async (part: DossierPart): Promise<DossierRows> => {
    const { heard, stop } = watch(part);
    await expect.poll(() => heard.at(-1)?.whole).toBe(true);
    stop();
    return heard.at(-1)!;
  };
  return { db, rows, watch, whole, faults };
}

const idsOf = (rows: DossierRows['rows']): string[] => rows.map(({ id }) => id).sort();

describe('the work at hand', () => {
  it('[V7] holds every dossier that a figure of the day counts, and not the years before', async () => {
    const { rows, whole } = await desk();
    const read = await whole({ day: TODAY, recent: 50 });
    const states = (some: DossierRows['rows']) => some.flatMap(({ state }) => (state ? [state] : []));
    expect(periodFigures(states(read.rows), TODAY, TODAY, NOW)).toEqual(
      periodFigures(states(rows), TODAY, TODAY, NOW),
    );
    const open = rows.filter(({ state }) => state?.status !== 'returned');
    expect(idsOf(read.rows)).toEqual(expect.arrayContaining(idsOf(open)));
    expect(read.older).toBe(true);
    expect(read.rows.length).toBeLessThan(150);
  });

  it('[V7] reading on comes to every dossier, and says when there is no other', async () => {
    const { rows, whole } = await desk();
    for (let recent = 50; ; recent *= 2) {
      const read = await whole({ day: TODAY, recent });
      if (read.older) continue;
      expect(idsOf(read.rows)).toEqual(idsOf(rows));
      break;
    }
  });

  it('[E1] named dossiers are read however old they are', async () => {
    const { whole } = await desk();
    expect(idsOf((await whole({ ids: ['dossier-01599', 'dossier-00003', 'nobody'] })).rows)).toEqual([
      'dossier-00003',
      'dossier-01599',
    ]);
  });
});

it('[V7] a moved dossier is followed, also one from before, and a deleted one leaves', async () => {
  const { db, rows, watch, faults } = await desk();
  const { heard, stop } = watch({ day: TODAY, recent: 50 });
  const named = watch({ ids: ['dossier-01599'] });
  await expect.poll(() => [heard.at(-1)?.whole, named.heard.length]).toEqual([true, 1]);
  const statusOf = (id: string) => heard.at(-1)?.rows.find((one) => one.id === id)?.state?.status;
  expect(statusOf('dossier-01599')).toBeUndefined();
  const old = rows[1599]!;
  await db.dossiers.put({ ...old, state: { ...old.state!, status: 'in-process' } });
  await expect.poll(() => statusOf('dossier-01599')).toBe('in-process');
  await expect.poll(() => named.heard.at(-1)?.rows[0]?.state?.status).toBe('in-process');
  await db.dossiers.delete('dossier-00001');
  await expect.poll(() => statusOf('dossier-00001')).toBeUndefined();
  await db.dossiers.bulkPut(rows.slice(0, 300));
  await expect.poll(() => statusOf('dossier-00001')).toBe('returned');
  expect(statusOf('dossier-01599')).toBe('in-process');
  stop();
  named.stop();
  expect(faults).toEqual([]);
});

it('[V7] acts on tickets do not read the dossiers again', async () => {
  const { db, watch } = await desk();
  const { heard, stop } = watch({ day: TODAY, recent: 50 });
  await expect.poll(() => heard.at(-1)?.whole).toBe(true);
  const before = heard.length;
  await db.tickets.put({ id: 'ticket-1', state: null, heads: ['a'], lastKey: '', events: 1 });
  await db.dossiers.put(row(2));
  await expect.poll(() => heard.length).toBe(before + 1);
  stop();
});
