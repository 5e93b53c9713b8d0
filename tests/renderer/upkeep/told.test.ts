import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { recordUntold, setAside } from '../../../renderer/db/recovery/branches.ts';
import { noteOpened } from '../../../renderer/db/recovery/own-epoch.ts';
import { keepGrant } from '../../../renderer/db/supplies.ts';
import { issue } from '../../../renderer/db/ticket-acts.ts';
import { namesOf } from '../../../renderer/db/upkeep/subject-names.ts';
import { markTwiceSeen, putOpenedAway, toldOf, watchTold } from '../../../renderer/db/upkeep/told.ts';
import { openedStorage, WARD } from './storage.ts';
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

  it('[J5] [X2] how the storage was opened stands in it until a clerk has read it', async () => {
    const db = await openedStorage('d1', 'epoch-1', nowMs);
    expect((await toldOf(db)).opened).toBeNull();
    const opened = { epoch: 'epoch-1', how: 'restored', recorded: 2 } as const;
    await noteOpened(db, opened);
    expect((await toldOf(db)).opened).toEqual(opened);
    await putOpenedAway(db);
    expect((await toldOf(db)).opened).toBeNull();
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
