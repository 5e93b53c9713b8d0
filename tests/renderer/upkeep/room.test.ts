import { describe, expect, it } from 'vitest';
import { guardActs, roomOf } from '../../../renderer/sync/upkeep/guard-acts.ts';
import { watchSpace } from '../../../renderer/sync/upkeep/space-watch.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { Room } from '../../../renderer/sync/upkeep/guard-acts.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 1, 14);
const GB = 1_000_000_000;

describe('the browser’s store', () => {
  it('[Q1] the page asks to be kept unless it is already, and shows the answer; a browser that cannot say did not promise', async () => {
    const asked: string[] = [];
    const storage = (kept: boolean, answer: boolean | Error) => ({
      persisted: () => Promise.resolve(kept),
      persist: () => {
        asked.push('persist');
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      estimate: () => Promise.resolve({ usage: 9.9 * GB, quota: 10 * GB }),
    });
    const views = [storage(true, true), storage(false, true), storage(false, new Error('no'))].map(
      watchSpace,
    );
    await new Promise((done) => setTimeout(done));
    expect(views.map(({ view }) => view().persisted)).toEqual([true, true, false]);
    expect(asked).toHaveLength(2);
    expect(views[0]?.view()).toMatchObject({ usedBytes: 9.9 * GB, quotaBytes: 10 * GB, level: 'stop' });
    expect(watchSpace(undefined).view()).toMatchObject({ persisted: null, level: 'fine' });
  });
});

describe('too little room', () => {
  const world = () => createFakeWorld({ ward: demoWard(), catalogue: demoCatalogue(), nowMs: NOW_MS });
  const request = { fieldId: 'chung-thuc', procedureCode: null, priority: null };

  it('[Q3] refuses a new ticket, and lets what is under way end', async () => {
    const { deps } = world();
    const level: { store: ReturnType<Room['store']>; disk: ReturnType<Room['disk']> } = {
      store: 'low',
      disk: 'fine',
    };
    const acts = guardActs(deps.acts, { store: () => level.store, disk: () => level.disk });
    const issued = await acts.issueTicket(request);
    if (!issued.ok) throw new Error('low is a warning');
    level.store = 'stop';
    expect(await acts.issueTicket(request)).toMatchObject({ error: { code: 'storage-nearly-full' } });
    level.store = 'fine';
    level.disk = 'stop';
    expect(await acts.issueTicket(request)).toMatchObject({ error: { code: 'disk-full-guard' } });
    const lan = { id: 'lan', role: 'reception' as const };
    const form = { fieldId: 'ho-tich', procedureCode: null, timeAt: '2026-06-05T02:00:00.000Z' };
    expect(await acts.makeAppointment(form, lan)).toMatchObject({ error: { code: 'disk-full-guard' } });
    const rating = { grade: 'satisfied' as const, reasons: [] };
    expect(await acts.rateTicket(issued.value.value.id, rating)).toMatchObject({
      error: { code: 'disk-full-guard' },
    });
    expect((await acts.callHelp('q1', lan)).ok).toBe(true);
    expect((await acts.callOne(issued.value.value.id, 'q1', 'lan')).ok).toBe(true);
    expect((await acts.finishTicket(issued.value.value.id, 'served', 'lan')).ok).toBe(true);
    expect((await acts.endDay('2026-06-05', lan)).ok).toBe(true);
  });

  it('[Q3] the disk’s level is the host’s word', () => {
    let tell: (disk: HostStatus['disk']['level']) => void = () => undefined;
    const room = roomOf(
      { view: () => ({ persisted: null, usedBytes: null, quotaBytes: null, level: 'fine' }) },
      {
        watch: (listener) => {
          tell = (level) =>
            listener({ up: true, since: '', status: { disk: { freeBytes: 0, level } } as HostStatus });
          return () => undefined;
        },
      },
    );
    expect(room.disk()).toBe('fine');
    tell('stop');
    expect(room.disk()).toBe('stop');
  });
});
