import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { recordUntold, setAside } from '../../../renderer/db/recovery/branches.ts';
import { noteOpened } from '../../../renderer/db/recovery/own-epoch.ts';
import { admitPulled } from '../../../renderer/db/exchange.ts';
import { leftBecause } from '../../../renderer/db/recovery/own-epoch.ts';
import { keepGrant } from '../../../renderer/db/supplies.ts';
import { issue } from '../../../renderer/db/hall/issue-ticket.ts';
import { namesOf } from '../../../renderer/db/upkeep/subject-names.ts';
import {
  markDamageSeen,
  markTwiceSeen,
  putOpenedAway,
  toldOf,
  watchTold,
} from '../../../renderer/db/upkeep/told.ts';
import { linesOf, openedStorage, WARD } from './storage.ts';
import type { Told } from '../../../renderer/store/upkeep/upkeep-state.ts';

const nowMs = Date.UTC(2026, 5, 5, 1, 20);
const DAY = '2026-06-05';
const writing = { ward: WARD, actor: null, nowMs };
const wish = { fieldId: 'ho-tich', series: 'B', procedureCode: null, priority: null };

/** A storage that gave B001 to one person while another place of its epoch, gone on differently, gave it to a second one. */
async function forkedStorage() {
  const db = await openedStorage('d1', 'epoch-1', nowMs);
  const grant = async () => (await keepGrant(db, writing, `ticket/${DAY}/B`, { from: 1, to: 50 })) as unknown;
  await grant();
  expect((await issue(db, writing, { ...wish, ticketId: 'ticket-old' }, false)).ok).toBe(true);
  expect(await setAside(db, { device: 'd1', epoch: 'epoch-1' }, 1)).toBe(2);
  const names = await namesOf(db, ['ticket-old', 'ticket-unknown']);
  await db.supplies.clear();
  await grant();
  expect((await issue(db, writing, { ...wish, ticketId: 'ticket-new' }, false)).ok).toBe(true);
  expect(await recordUntold(db, WARD, { nowMs, adopt: true })).toBe(2);
  return { db, names };
}

describe('what a storage tells of itself', () => {
  it('[J13] a number that stands twice is told with its day until a clerk has looked into it', async () => {
    const { db } = await forkedStorage();
    expect((await toldOf(db)).twice).toEqual([{ number: 'B001', day: DAY, seen: false }]);
    const heard: Told[] = [];
    const faults: unknown[] = [];
    const stop = watchTold(
      db,
      (told) => heard.push(told),
      (fault) => faults.push(fault),
    );
    await markTwiceSeen(db);
    await expect.poll(() => heard.at(-1)?.twice).toEqual([{ number: 'B001', day: DAY, seen: true }]);
    stop();
    expect(faults).toEqual([]);
  });

  it('[J15] a number that comes in behind a second subject is told, and the storage opened on forgotten books is left', async () => {
    const before = await openedStorage('d1', 'epoch-before', nowMs, 1);
    const after = await openedStorage('d1', 'epoch-after', nowMs, 0);
    for (const [db, ticketId] of [
      [before, 'ticket-before'],
      [after, 'ticket-after'],
    ] as const) {
      await keepGrant(db, writing, `ticket/${DAY}/B`, { from: 1, to: 50 });
      expect((await issue(db, writing, { ...wish, ticketId }, false)).ok).toBe(true);
    }
    const { left } = await admitPulled(after, WARD, await linesOf(before));
    expect(left).toBe('d1/epoch-after');
    expect([await after.supplies.count(), await leftBecause(after)]).toEqual([0, 'restored']);
    expect((await toldOf(after)).twice).toEqual([{ number: 'B001', day: DAY, seen: false }]);
    await markTwiceSeen(after);
    expect((await toldOf(after)).twice).toEqual([{ number: 'B001', day: DAY, seen: true }]);
    // A third storage that holds neither yet finds it in one batch; another machine's numbers are its own.
    const third = await openedStorage('d2', 'epoch-1', nowMs);
    const { left: stays } = await admitPulled(third, WARD, await linesOf(after));
    expect([stays, (await toldOf(third)).twice]).toEqual([null, [{ number: 'B001', day: DAY, seen: false }]]);
  });

  it('[J15] another browser of the machine, with a number and a block of its own, makes no storage leave', async () => {
    const one = await openedStorage('d1', 'epoch-1', nowMs, 0);
    const two = await openedStorage('d1', 'epoch-2', nowMs, 1);
    await keepGrant(one, writing, `ticket/${DAY}/B`, { from: 1, to: 50 });
    await keepGrant(two, writing, `ticket/${DAY}/B`, { from: 51, to: 100 });
    expect((await issue(two, writing, { ...wish, ticketId: 'ticket-two' }, false)).ok).toBe(true);
    expect((await admitPulled(one, WARD, await linesOf(two))).left).toBeNull();
    expect((await toldOf(one)).twice).toEqual([]);
    const same = await openedStorage('d1', 'epoch-3', nowMs, 0);
    expect((await admitPulled(one, WARD, await linesOf(same))).left).toBe('d1/epoch-1');
  });

  it('[J5] [X2] how the storage was opened stands in it until a clerk has read it', async () => {
    const db = await openedStorage('d1', 'epoch-1', nowMs);
    expect((await toldOf(db)).opened).toBeNull();
    const opened = { epoch: 'epoch-1', how: 'restored', recorded: 2 } as const;
    await noteOpened(db, opened);
    expect((await toldOf(db)).opened).toEqual(opened);
    await putOpenedAway(db);
    expect((await toldOf(db)).opened).toBeNull();
  });

  it('[H2] [X2] a damaged journal file is told until a clerk has looked into it; one that comes later is told again', async () => {
    const db = await openedStorage('d1', 'epoch-1', nowMs);
    expect((await toldOf(db)).damageSeen).toEqual([]);
    await markDamageSeen(db, ['one']);
    await markDamageSeen(db, ['two', 'one']);
    expect((await toldOf(db)).damageSeen).toEqual(['one', 'two']);
  });

  it('[X1] a line that was set aside is named by its ticket, from the branch itself while no other place knows it', async () => {
    const { db, names } = await forkedStorage();
    const name = { kind: 'ticket', number: 'B001', day: DAY };
    expect([...names]).toEqual([['ticket-old', name]]);
    expect([...(await namesOf(db, ['ticket-new', 'ticket-old']))]).toEqual([
      ['ticket-new', name],
      ['ticket-old', name],
    ]);
  });
});
