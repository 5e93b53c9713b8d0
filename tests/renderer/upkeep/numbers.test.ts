import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { admitPulled } from '../../../renderer/db/exchange.ts';
import { highestSeen, highestTaken, keepGrant, leftIn } from '../../../renderer/db/supplies.ts';
import { issue } from '../../../renderer/db/hall/issue-ticket.ts';
import { noteBegunNumbers } from '../../../renderer/db/upkeep/begin-numbers.ts';
import { lastOwnWall, recordClockJump } from '../../../renderer/db/upkeep/clock-notes.ts';
import { ownNotes } from '../../../renderer/db/upkeep/own-notes.ts';
import { createQueueStore } from '../../../renderer/store/queue-store.ts';
import { linesOf, openedStorage, WARD } from './storage.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';

const DAY = 86_400_000;
const today = Date.UTC(2026, 5, 5, 1, 20);
const writing = (nowMs: number) => ({ ward: WARD, actor: 'hoa', nowMs });
const range = { from: 1, to: 499 };
const series = (day: string) => `ticket/${day}/B`;
let tickets = 0;

/** Issues a ticket as the acts of a page do: out of the day's supply, with a block leased first where there is none. */
async function take(db: DeskDatabase, nowMs: number): Promise<string> {
  const ticketId = `ticket-${(tickets += 1)}`;
  const wish = { ticketId, fieldId: 'ho-tich', series: 'B', procedureCode: null, priority: null };
  const first = await issue(db, writing(nowMs), wish, false);
  if (!first.ok) {
    const namespace = series(new Date(nowMs + 7 * 3_600_000).toISOString().slice(0, 10));
    const from = (await highestSeen(db, namespace, { from: 1, to: 499 })) + 1;
    await keepGrant(db, writing(nowMs), namespace, { from, to: from + 49 });
    await issue(db, writing(nowMs), wish, false);
  }
  const row = await db.tickets.get(ticketId);
  return `${row?.state?.day ?? ''} ${row?.state?.number ?? ''}`;
}

describe('numbers and days', () => {
  it('[N8] numbers begin anew with each ward-local day, and a clock set back a day gives none of either day again', async () => {
    const db = await openedStorage('d1', 'epoch-1', today);
    const given: string[] = [];
    for (const nowMs of [today, today, today + DAY, today, today + DAY, today + DAY, today])
      given.push(await take(db, nowMs));
    expect(given).toEqual([
      '2026-06-05 B001',
      '2026-06-05 B002',
      '2026-06-06 B001',
      '2026-06-05 B003',
      '2026-06-06 B002',
      '2026-06-06 B003',
      '2026-06-05 B004',
    ]);
    expect(new Set(given).size).toBe(given.length);
  });

  it('[N8] the day is the ward’s: midnight in Hanoi, not in Greenwich', async () => {
    const db = await openedStorage('d1', 'epoch-1', today);
    const midnight = Date.UTC(2026, 5, 5, 17);
    expect([await take(db, midnight - 1), await take(db, midnight)]).toEqual([
      '2026-06-05 B001',
      '2026-06-06 B001',
    ]);
  });

  it('[N8] at midnight the queue goes over to the new day by itself, and back with a clock that is set back', () => {
    const watched: string[] = [];
    let tick: (nowMs: number) => void = () => undefined;
    const deps = {
      clock: { nowMs: () => today, onTick: (listener: typeof tick) => ((tick = listener), () => undefined) },
      reads: { watchTickets: (day: string) => (watched.push(day), () => watched.push(`left ${day}`)) },
    };
    const store = createQueueStore(deps as unknown as Parameters<typeof createQueueStore>[0]);
    tick(Date.UTC(2026, 5, 5, 16, 59, 59));
    expect(store.getState().day).toBe('2026-06-05');
    tick(Date.UTC(2026, 5, 5, 17));
    expect([store.getState().day, store.getState().tickets]).toEqual(['2026-06-06', null]);
    tick(today);
    expect(watched).toEqual(['2026-06-05', 'left 2026-06-05', '2026-06-06', 'left 2026-06-06', '2026-06-05']);
  });
});

describe('numbers given out on paper before', () => {
  const begin = (db: DeskDatabase, after: number) =>
    noteBegunNumbers(db, writing(today), { namespace: series('2026-06-05'), after, why: 'Mất điện' }, range);

  it('[D19] [N9] the supply loses them in the same transaction, and the machine goes on with the next', async () => {
    const db = await openedStorage('d1', 'epoch-1', today);
    await keepGrant(db, writing(today), series('2026-06-05'), { from: 1, to: 50 });
    expect((await begin(db, 37)).ok).toBe(true);
    expect([await leftIn(db, series('2026-06-05')), await take(db, today)]).toEqual([13, '2026-06-05 B038']);
    expect(await begin(db, 37)).toMatchObject({ error: { code: 'numbers-begin-low', highest: 38 } });
    expect((await begin(db, 60)).ok).toBe(true);
    expect(await take(db, today)).toBe('2026-06-05 B061');
  });

  it('[N2] the highest of one’s own is not hidden by another machine’s higher numbers', async () => {
    const [range, others] = [
      { from: 1, to: 499 },
      { from: 500, to: 799 },
    ];
    const db = await openedStorage('d1', 'epoch-1', today);
    const other = await openedStorage('d2', 'epoch-2', today);
    await keepGrant(other, writing(today), series('2026-06-05'), { from: 500, to: 549 });
    await take(db, today);
    await take(other, today);
    await admitPulled(db, WARD, await linesOf(other));
    expect(await highestSeen(db, series('2026-06-05'), range)).toBe(1);
    expect(await highestTaken(db, series('2026-06-05'), range)).toBe(50);
    expect(await highestSeen(db, series('2026-06-05'), others)).toBe(500);
  });

  it('[D19] [N9] a block granted before the host heard of it loses them too', async () => {
    const db = await openedStorage('d1', 'epoch-1', today);
    await begin(db, 37);
    await keepGrant(db, writing(today), series('2026-06-05'), { from: 1, to: 50 });
    expect(await take(db, today)).toBe('2026-06-05 B038');
  });

  it('[D19] [N9] another storage of this machine loses them when it hears of it; another machine’s range is its own', async () => {
    const one = await openedStorage('d1', 'epoch-1', today);
    const same = await openedStorage('d1', 'epoch-2', today, 1);
    const other = await openedStorage('d2', 'epoch-3', today);
    for (const db of [same, other])
      await keepGrant(db, writing(today), series('2026-06-05'), { from: 1, to: 50 });
    await begin(one, 37);
    for (const db of [same, other]) await admitPulled(db, WARD, await linesOf(one));
    expect(await take(same, today)).toBe('2026-06-05 B038');
    expect(await take(other, today)).toBe('2026-06-05 B001');
  });
});

describe('the clock in the journal', () => {
  it('[C1] a jump is an event; the last own event tells where the device’s time stood, other devices are no witness', async () => {
    const db = await openedStorage('d1', 'epoch-1', today);
    expect(await lastOwnWall(db)).toBeNull();
    await take(db, today + 60_000);
    const ahead = await openedStorage('d2', 'epoch-2', today + 300 * DAY);
    await admitPulled(db, WARD, await linesOf(ahead));
    expect(await lastOwnWall(db)).toBe(today + 60_000);
    const jump = { byMs: -7_200_000, before: 'a', after: 'b', found: 'running' } as const;
    expect((await recordClockJump(db, writing(today), jump)).ok).toBe(true);
    expect((await ownNotes(db)).jumps).toMatchObject([{ ...jump, device: 'd1' }]);
  });

  it('[C1] an epoch that has only begun is judged by the one before it', async () => {
    const db = await openedStorage('d1', 'epoch-2', today - DAY, 1);
    const before = await openedStorage('d1', 'epoch-1', today);
    await take(before, today);
    await admitPulled(db, WARD, await linesOf(before));
    expect(await lastOwnWall(db)).toBe(today);
  });
});
