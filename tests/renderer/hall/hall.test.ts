import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { wardDay } from '../../../shared/basics/time.ts';
import { describe, expect, it } from 'vitest';
import { rebuildIfFoldsChanged } from '../../../renderer/db/exchange.ts';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { createDeskReads } from '../../../renderer/db/reads/desk-reads.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { setAside } from '../../../renderer/db/recovery/branches.ts';
import { DAY, hallDesk, HEAD, HOUR_MS, LAN, NOW_MS, saidOf } from './hall-desk.ts';
import type { CounterDay } from '../../../shared/project/counters.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const readsOf = (db: DeskDatabase) =>
  createDeskReads(
    db,
    createSealer(),
    'thach-ban',
    () => Promise.resolve(),
    (error) => {
      throw error;
    },
  );
const codeOf = (done: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  done.ok ? 'done' : done.error?.code;

describe('counters', () => {
  it('[QU11] one on a break calls nobody, neither the next nor a chosen one; open again it does', async () => {
    const { acts, take } = await hallDesk();
    const ticket = await take();
    saidOf(await acts.actOnCounter('q2', { act: 'pause', reason: 'Ăn trưa', until: null }, LAN));
    expect(codeOf(await acts.callNext('q2', ['B'], 'lan'))).toBe('counter-not-open');
    expect(codeOf(await acts.callOne(ticket.id, 'q2', 'lan'))).toBe('counter-not-open');
    const call = { act: 'call', counter: 'q2', reason: '' } as const;
    expect(codeOf(await acts.actOnTicket(ticket.id, call, LAN))).toBe('counter-not-open');
    saidOf(await acts.actOnCounter('q2', { act: 'open' }, LAN));
    expect(saidOf(await acts.callNext('q2', ['B'], 'lan')).id).toBe(ticket.id);
    const close = { act: 'close', reason: '' } as const;
    expect(codeOf(await acts.actOnCounter('q2', close, LAN))).toBe('counter-busy');
    expect(codeOf(await acts.actOnCounter('q99', close, LAN))).toBe('counter-unknown');
  });

  it('[L02] who may call out of turn is asked by the clerk’s role, at both doors', async () => {
    const pick = { roles: ['head' as const], reason: 'required' as const };
    const { acts, take } = await hallDesk({ pick });
    await take();
    const second = await take();
    const call = { act: 'call', counter: 'q2', reason: 'Cần gấp' } as const;
    expect(codeOf(await acts.actOnTicket(second.id, call, LAN))).toBe('pick-not-allowed');
    expect(codeOf(await acts.actOnTicket(second.id, { ...call, reason: '' }, HEAD))).toBe(
      'pick-reason-missing',
    );
    expect(saidOf(await acts.actOnTicket(second.id, call, HEAD)).stages.at(-1)).toMatchObject({
      why: 'chosen',
      reason: 'Cần gấp',
    });
  });
});

describe('tickets', () => {
  it('[QU5] are held, released, transferred and taken back by the same door', async () => {
    const { acts, take } = await hallDesk();
    const { id } = await take();
    const act = async (wish: Parameters<typeof acts.actOnTicket>[1]) =>
      saidOf(await acts.actOnTicket(id, wish, LAN)).status;
    expect(await act({ act: 'hold', where: 'Phòng photo', reason: 'Sao giấy', counter: null })).toBe('held');
    expect(await act({ act: 'release', counter: null })).toBe('waiting');
    expect(await act({ act: 'call', counter: 'q2', reason: '' })).toBe('called');
    expect(await act({ act: 'undo-call', reason: 'Nhầm' })).toBe('waiting');
    const to = { fieldId: 'chung-thuc', series: 'A', procedureCode: null };
    expect(await act({ act: 'transfer', to, counter: null, reason: '' })).toBe('waiting');
    expect(await act({ act: 'close', because: 'left', note: '' })).toBe('closed');
  });

  it('[QU17] a number is rated once, after it was served', async () => {
    const { acts, take } = await hallDesk();
    const { id } = await take();
    const said = { grade: 'dissatisfied' as const, reasons: ['late' as const] };
    expect(codeOf(await acts.rateTicket(id, said))).toBe('rating-too-early');
    saidOf(await acts.callNext('q2', ['B'], 'lan'));
    saidOf(await acts.finishTicket(id, 'served', 'lan'));
    expect(saidOf(await acts.rateTicket(id, said)).rating).toMatchObject(said);
    expect(codeOf(await acts.rateTicket(id, said))).toBe('rating-given');
  });
});

describe('help', () => {
  it('[QU16] pressed again it writes nothing, and an answer is for everybody', async () => {
    const { acts, db } = await hallDesk();
    expect(saidOf(await acts.callHelp('q1', LAN))).toMatchObject({ status: 'called', clerk: 'lan' });
    const before = await db.events.count();
    saidOf(await acts.callHelp('q1', LAN));
    expect(await db.events.count()).toBe(before);
    expect(saidOf(await acts.endHelp('q1', 'coming', HEAD))).toMatchObject({
      status: 'coming',
      answeredBy: 'truong',
    });
    expect(codeOf(await acts.endHelp('q2', 'over', HEAD))).toBe('help-none');
  });
});

describe('who stops issuing', () => {
  it('[K10] is whom the desk’s rules let: not a specialist', async () => {
    const { acts } = await hallDesk();
    const text = { vi: 'Nghỉ.', en: '' };
    const stop = { text, until: null };
    const specialist = { id: 'ha', role: 'specialist' as const };
    expect(codeOf(await acts.setIssuing({ kind: 'all' }, stop, specialist))).toBe('not-allowed');
    expect(codeOf(await acts.setIssuing({ kind: 'all' }, stop, LAN))).toBe('not-allowed');
    expect(saidOf(await acts.setIssuing({ kind: 'kiosk', device: 'd1' }, stop, LAN)).locked).toBe(true);
  });
});

describe('the end of a day', () => {
  it('[QU18] five hundred open numbers are closed, in several transactions, those of before too', async () => {
    const { acts, take, at, db, copied } = await hallDesk();
    for (let n = 0; n < 3; n += 1) await take();
    at.nowMs += 24 * HOUR_MS;
    for (let n = 0; n < 497; n += 1) await take();
    const writes: number[] = [];
    db.events.hook('creating', (_key, { seq }) => void writes.push(seq));
    const before = copied.length;
    expect(saidOf(await acts.endDay('2026-06-06', HEAD))).toEqual({ closed: 500, carried: 0 });
    expect([writes.length, copied.length - before]).toEqual([500, 500]);
    expect(await readsOf(db).openBefore('2026-06-07')).toEqual([]);
    expect(saidOf(await acts.endDay('2026-06-06', HEAD))).toEqual({ closed: 0, carried: 0 });
    // A day that has not begun does not end.
    await take();
    const tomorrow = saidOf(await acts.endDay('2026-06-09', HEAD));
    expect(tomorrow.closed).toBe(1);
  }, 60_000);

  it('[QU18] in the hours of the desk only who leads it sends people home', async () => {
    const { acts, take, at } = await hallDesk();
    expect(saidOf(await acts.endDay(DAY, LAN)), 'nobody is there').toEqual({ closed: 0, carried: 0 });
    await take();
    expect(await acts.endDay(DAY, LAN)).toMatchObject({
      error: { code: 'day-not-over', open: 1, until: '17:00' },
    });
    expect(saidOf(await acts.endDay(DAY, HEAD)).closed).toBe(1);
    await take();
    at.nowMs += 9 * HOUR_MS;
    expect(saidOf(await acts.endDay(DAY, LAN)).closed, 'after the last session').toBe(1);
  });

  it('[QU18] [K06] carried numbers stand in the queue of Monday, before those that come then', async () => {
    const { acts, take, at, db } = await hallDesk({ overnight: 'carry' });
    const [first, second] = [await take(), await take()];
    const heard: (readonly Ticket[])[] = [];
    const friday = () =>
      new Promise<readonly string[]>((done) => {
        const stop = readsOf(db).watchTickets(DAY, (rows) => {
          setTimeout(() => stop());
          done(rows.map(({ id }) => id));
        });
      });
    expect(await friday()).toEqual([first.id, second.id]);
    expect(saidOf(await acts.endDay(DAY, HEAD))).toEqual({ closed: 0, carried: 2 });
    expect(await friday()).toEqual([]);
    at.nowMs += 3 * 24 * HOUR_MS;
    const fresh = await take();
    const stop = readsOf(db).watchTickets('2026-06-08', (rows) =>
      heard.push(rows.flatMap(({ state }) => state ?? [])),
    );
    await expect.poll(() => heard.at(-1)?.length).toBe(3);
    stop();
    expect(fresh.ahead).toBe(2);
    expect(heard.at(-1)?.map(({ day }) => day)).toEqual(expect.arrayContaining([DAY, '2026-06-08']));
    expect(saidOf(await acts.callNext('q2', ['B'], 'lan')).id).toBe(first.id);
  });
});

describe('the storage', () => {
  it('[V7] what stands in the waiting room is followed as it changes', async () => {
    const { acts, db } = await hallDesk();
    const heard: { counters: readonly CounterDay[]; locks: number; help: number; appointments: string[] } = {
      counters: [],
      locks: -1,
      help: -1,
      appointments: [],
    };
    const reads = readsOf(db);
    const stops = [
      reads.watchCounters(DAY, (counters) => (heard.counters = counters)),
      reads.watchIssuing((locks) => (heard.locks = locks.length)),
      reads.watchHelp(DAY, (help) => (heard.help = help.length)),
      reads.watchAppointments(DAY, (some) => (heard.appointments = some.map(({ timeAt }) => timeAt))),
    ];
    const times = [2, 1].map((hours) => new Date(NOW_MS + hours * HOUR_MS).toISOString());
    for (const timeAt of times)
      saidOf(await acts.makeAppointment({ fieldId: 'ho-tich', procedureCode: null, timeAt }, LAN));
    saidOf(await acts.actOnCounter('q1', { act: 'open' }, LAN));
    saidOf(await acts.setIssuing({ kind: 'kiosk', device: 'd1' }, null, LAN));
    saidOf(await acts.callHelp('q1', LAN));
    await expect
      .poll(() => [heard.counters[0]?.status, heard.locks, heard.help, heard.appointments])
      .toEqual(['open', 1, 1, times.toReversed()]);
    stops.forEach((stop) => stop());
    const made = (await db.appointments.toArray())[0]?.state;
    expect((await reads.appointmentOf(made?.code ?? ''))?.id).toBe(made?.id);
    expect(await reads.appointmentOf('AAAAAAAA')).toBeNull();
  });

  it('[QU7] how long calls took on the last days with calls, each measured by itself', async () => {
    const { acts, take, at, db } = await hallDesk();
    const DAY_MS = 24 * HOUR_MS;
    const serve = async (minutes: number) => {
      await take();
      const ticket = saidOf(await acts.callNext('q2', ['B'], 'lan'));
      at.nowMs += minutes * 60_000;
      saidOf(await acts.finishTicket(ticket.id, 'served', 'lan'));
    };
    await serve(10);
    await serve(6);
    at.nowMs += 3 * DAY_MS;
    await serve(8);
    const former = async (ahead: number) =>
      (await readsOf(db).formerHandlings(wardDay(NOW_MS + ahead * DAY_MS))).get('B');
    expect(await former(4)).toMatchObject({ count: 3, sum: 24 });
    expect(await former(3), 'a day says nothing of itself').toMatchObject({ count: 2 });
    expect(await former(40), 'long ago').toBeUndefined();
  });

  it('[G09] a page that runs for weeks follows what is open and what ended last', async () => {
    const { acts, take, db } = await hallDesk();
    for (let one = 0; one < 30; one += 1) await take();
    saidOf(await acts.endDay(DAY, HEAD));
    const many = (await db.tickets.toArray()).flatMap((row) =>
      Array.from({ length: 20 }, (_, copy) => ({ ...row, id: `${row.id}-${copy}` })),
    );
    await db.tickets.bulkPut(many);
    const open = await take();
    const read = async (part: 'all' | 'near') => {
      let rows: readonly string[] = [];
      const stop = readsOf(db).watchTickets(DAY, (found) => (rows = found.map(({ id }) => id)), part);
      await expect.poll(() => rows.length).toBeGreaterThan(0);
      stop();
      return rows;
    };
    expect(await read('all')).toHaveLength(631);
    const near = await read('near');
    expect(near).toHaveLength(201);
    expect(near).toContain(open.id);
  });

  it('[J14] one of version 3 fills the new tables from its journal and finds carried numbers', async () => {
    const { acts, take, db } = await hallDesk({ overnight: 'carry' });
    await take();
    saidOf(await acts.actOnCounter('q1', { act: 'pause', reason: 'Họp', until: null }, LAN));
    saidOf(await acts.callHelp('q1', LAN));
    saidOf(await acts.endDay(DAY, HEAD));
    const old = new Dexie('hall-of-version-3', { chromeTransactionDurability: 'strict' });
    old.version(3).stores({
      events: '[device+epoch+seq], subject',
      heads: 'key',
      tickets: 'id, [state.day+state.status+state.series], [state.day+state.number], heads.length',
      dossiers:
        'id, state.code, state.day, state.status, *state.tokens, heads.length, state.readyAt, state.returnedAt',
      supplies: 'namespace',
      keys: 'keyId, subject',
      meta: 'key',
      forked: 'hash, branch',
      searchBlocks: 'no',
    });
    for (const table of old.tables) await table.bulkPut(await db.table(table.name).toArray());
    await old.table('meta').put({ key: 'folds', value: 'tickets 3, dossiers 5' });
    old.close();
    const upgraded = new DeskDatabase('hall-of-version-3');
    expect(await rebuildIfFoldsChanged(upgraded)).toBe(true);
    expect(await upgraded.counters.toArray()).toEqual(await db.counters.toArray());
    expect(await upgraded.help.toArray()).toEqual(await db.help.toArray());
    expect(await upgraded.tickets.toArray()).toEqual(await db.tickets.toArray());
    expect((await readsOf(upgraded).openBefore('2026-06-09')).length).toBe(1);
    expect(await rebuildIfFoldsChanged(upgraded)).toBe(false);
  });

  it('[J13] lines that are set aside leave the waiting room too', async () => {
    const { acts, db } = await hallDesk();
    saidOf(await acts.actOnCounter('q1', { act: 'open' }, LAN));
    const opened = await db.counters.toArray();
    saidOf(await acts.actOnCounter('q1', { act: 'close', reason: '' }, LAN));
    saidOf(await acts.callHelp('q1', LAN));
    expect(await setAside(db, { device: 'd1', epoch: 'e-d1' }, 2)).toBe(2);
    expect(await db.counters.toArray()).toEqual(opened);
    expect(await db.help.count()).toBe(0);
  });
});
