import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  settleTicketConflict,
  ticketConflict,
  watchConflicts,
} from '../../../renderer/db/upkeep/conflicts.ts';
import { admitPulled } from '../../../renderer/db/exchange.ts';
import { keepGrant } from '../../../renderer/db/supplies.ts';
import { issue } from '../../../renderer/db/hall/issue-ticket.ts';
import { callOne, finish } from '../../../renderer/db/ticket-acts.ts';
import { linesOf, openedStorage, WARD } from './storage.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import type { OpenConflicts } from '../../../renderer/store/upkeep/upkeep-state.ts';

const nowMs = Date.UTC(2026, 5, 5, 1, 20);
const writing = (actor: string, afterMs = 0) => ({ ward: WARD, actor, nowMs: nowMs + afterMs });
const wish = { ticketId: 'ticket-1', fieldId: 'ho-tich', series: 'B', procedureCode: null, priority: null };

/** Two desks that both know one waiting ticket and then act on it cut off from each other; afterwards both know everything. */
async function twoDesks(): Promise<readonly [DeskDatabase, DeskDatabase]> {
  const one = await openedStorage('d1', 'epoch-1', nowMs);
  const two = await openedStorage('d2', 'epoch-2', nowMs);
  await keepGrant(one, writing('lan'), 'ticket/2026-06-05/B', { from: 1, to: 50 });
  for (const n of [1, 2, 3])
    expect((await issue(one, writing('lan'), { ...wish, ticketId: `ticket-${n}` }, false)).ok).toBe(true);
  await admitPulled(two, WARD, await linesOf(one));
  expect((await callOne(one, writing('lan', 1000), 'ticket-1', 'q1')).ok).toBe(true);
  expect((await callOne(two, writing('minh', 2000), 'ticket-1', 'q3')).ok).toBe(true);
  await meet(one, two);
  return [one, two];
}

async function meet(one: DeskDatabase, two: DeskDatabase): Promise<void> {
  await admitPulled(two, WARD, await linesOf(one));
  await admitPulled(one, WARD, await linesOf(two));
}

/** What is open now, as the watcher tells it first. */
function openNow(db: DeskDatabase): Promise<OpenConflicts> {
  return new Promise((resolve, reject) => {
    const stop = watchConflicts(db, (open) => (resolve(open), setTimeout(() => stop())), reject);
  });
}

const settled = async (db: DeskDatabase, chosen: string, afterMs: number) => {
  const seen = (await ticketConflict(db, 'ticket-1'))?.branches.map(({ head }) => head) ?? [];
  return settleTicketConflict(db, writing('hoa', afterMs), 'ticket-1', {
    chosen,
    seen,
    note: 'Khách ở quầy 1',
  });
};

describe('conflicts in a storage', () => {
  it('[V6] the index finds the one subject with two heads, the same on both desks', async () => {
    const [one, two] = await twoDesks();
    for (const db of [one, two]) {
      const { tickets, dossiers } = await openNow(db);
      expect([tickets.map(({ id }) => id), dossiers]).toEqual([['ticket-1'], []]);
    }
    expect(await ticketConflict(one, 'ticket-1')).toEqual(await ticketConflict(two, 'ticket-1'));
  });

  it('[V5] settled on one desk, gone on both; the row is the chosen side’s', async () => {
    const [one, two] = await twoDesks();
    const conflict = await ticketConflict(one, 'ticket-1');
    const first = conflict?.branches.find(({ standing }) => standing?.counter === 'q1');
    expect((await settled(one, first?.head ?? '', 10_000)).ok).toBe(true);
    await meet(one, two);
    for (const db of [one, two]) {
      expect((await openNow(db)).tickets).toEqual([]);
      expect((await db.tickets.get('ticket-1'))?.state).toMatchObject({ status: 'called', counter: 'q1' });
    }
    expect((await finish(two, writing('minh', 20_000), 'ticket-1', 'served')).ok).toBe(true);
  });

  it('[V5] a decision about branches that grew meanwhile is refused and writes nothing', async () => {
    const [one, two] = await twoDesks();
    const before = await ticketConflict(one, 'ticket-1');
    const seen = before?.branches.map(({ head }) => head) ?? [];
    expect((await finish(two, writing('minh', 5000), 'ticket-1', 'served')).ok).toBe(true);
    await meet(one, two);
    const held = await one.events.count();
    const wishOld = { chosen: seen[0] ?? '', seen, note: 'Khách ở quầy 1' };
    const late = await settleTicketConflict(one, writing('hoa', 10_000), 'ticket-1', wishOld);
    expect(late).toMatchObject({ ok: false });
    expect(['conflict-changed', 'conflict-none']).toContain(!late.ok && late.error.code);
    expect(await one.events.count()).toBe(held);
  });
});
