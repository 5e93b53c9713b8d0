import { describe, expect, it } from 'vitest';
import { measureHandling } from '../../../../shared/law/queue/handling.ts';
import { measureTimes, meanMs } from '../../../../shared/law/queue/times.ts';
import { toIso } from '../../../../shared/basics/time.ts';
import { appointmentsNow } from '../../../../shared/report/hall/appointments-now.ts';
import { counterBoard } from '../../../../shared/report/hall/counter-board.ts';
import { roomNow } from '../../../../shared/report/hall/room-now.ts';
import { roomTimes } from '../../../../shared/report/hall/room-times.ts';
import { desks, minutesPast, open, served, taken, visit } from './visits.ts';
import type { Happening } from './visits.ts';
import type { Appointment } from '../../../../shared/project/hall.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

const DAY = '2026-06-05';

const rated = (number: string, grade: 'very-satisfied' | 'satisfied' | 'dissatisfied'): Ticket =>
  visit(number, [taken(0, number), ...served(1, 3), [4, 'ticket-rated', { grade, reasons: [] }]]);

const numbersOf = (tickets: readonly Ticket[]) => tickets.map(({ number }) => number).toSorted();

describe('the room now', () => {
  it('[HA1] counts each number once, by how it stands, and the given ones by where they were given', () => {
    const tickets = [
      visit('A001', [taken(0, 'A001'), ...served(2, 8)]),
      visit('A002', [taken(1, 'A002', { via: 'clerk' }), [9, 'ticket-called', { counter: 'q1', call: 1 }]]),
      visit('A003', [taken(2, 'A003')]),
      visit('A004', [
        taken(3, 'A004'),
        [9, 'ticket-called', { counter: 'q2', call: 1 }],
        [11, 'ticket-finished', { outcome: 'absent' }],
        [15, 'ticket-readmitted', { place: 'kept', passed: 0 }],
      ]),
      visit('A005', [
        taken(3, 'A005'),
        [9, 'ticket-called', { counter: 'q2', call: 1 }],
        [11, 'ticket-finished', { outcome: 'absent' }],
      ]),
      visit('A006', [
        taken(3, 'A006'),
        [9, 'ticket-called', { counter: 'q2', call: 1 }],
        [11, 'ticket-finished', { outcome: 'absent' }],
        [18, 'ticket-closed', { because: 'end-of-day', note: '' }],
      ]),
      visit('A007', [taken(3, 'A007'), [18, 'ticket-closed', { because: 'end-of-day', note: '' }]]),
      visit('A008', [
        taken(3, 'A008'),
        [10, 'ticket-called', { counter: 'q2', call: 1 }],
        [18, 'ticket-closed', { because: 'end-of-day', note: '' }],
      ]),
      visit('A009', [
        taken(3, 'A009'),
        [12, 'ticket-held', { where: '', reason: 'Thiếu giấy tờ', counter: null }],
      ]),
      visit('A900', [taken(4, 'A900', { via: 'paper-roll', day: '2026-06-04' })]),
    ];
    const now = roomNow(tickets, DAY, minutesPast(20));
    expect(now.waiting.map(({ ticket, waitedMs }) => [ticket.number, waitedMs / 60_000])).toEqual([
      ['A003', 18],
      ['A900', 16],
      ['A004', 5],
    ]);
    expect(now.atCounter.map(({ number }) => number)).toEqual(['A002']);
    expect(now.done.map(({ number }) => number)).toEqual(['A001']);
    expect(now.absent.map(({ number }) => number)).toEqual(['A005', 'A006']);
    expect(now.closed.map(({ number }) => number)).toEqual(['A007', 'A008']);
    expect(now.held.map(({ number }) => number)).toEqual(['A009']);
    expect([now.given.kiosk.length, now.given.clerk.length, now.given['paper-roll'].length]).toEqual([
      8, 1, 0,
    ]);
    expect(now.carried.map(({ number }) => number)).toEqual(['A900']);
    // Every number stands in exactly one tile: together they are the day's queue, and so are those given and carried over.
    const tiles = [
      now.waiting.map(({ ticket }) => ticket),
      now.atCounter,
      now.held,
      now.done,
      now.absent,
      now.closed,
    ];
    const numbers = tickets.map(({ number }) => number).toSorted();
    expect(numbersOf(tiles.flat())).toEqual(numbers);
    expect(numbersOf([...Object.values(now.given).flat(), ...now.carried])).toEqual(numbers);
    // What the counters served is what is done.
    const services = counterBoard(desks, [], tickets, minutesPast(20)).flatMap((row) => row.services);
    expect(numbersOf(services.map(({ ticket }) => ticket))).toEqual(numbersOf(now.done));
  });

  it('[HA1] a transfer does not begin the wait anew', () => {
    const ticket = visit('A001', [
      taken(0, 'A001'),
      [
        10,
        'ticket-transferred',
        { to: { fieldId: 'ho-tich', series: 'B', procedureCode: null }, counter: null, reason: '' },
      ],
    ]);
    expect(roomNow([ticket], DAY, minutesPast(25)).waiting[0]?.waitedMs).toBe(25 * 60_000);
  });

  it('[HA1] four answers give no percentage, five do; the rate is of who was served', () => {
    const four = ['A001', 'A002', 'A003', 'A004'].map((number) => rated(number, 'satisfied'));
    expect(roomNow(four, DAY, minutesPast(9)).ratings).toMatchObject({ answers: 4, asked: 4, enough: false });
    const silent = visit('A009', [taken(0, 'A009'), ...served(1, 3)]);
    const { ratings } = roomNow([...four, rated('A005', 'dissatisfied'), silent], DAY, minutesPast(9));
    expect(ratings).toMatchObject({ answers: 5, asked: 6, enough: true });
    expect(ratings.byGrade.dissatisfied.map(({ number }) => number)).toEqual(['A005']);
  });

  it('[HA1] a clock set back gives no negative wait', () => {
    expect(roomNow([visit('A001', [taken(30, 'A001')])], DAY, minutesPast(0)).waiting[0]?.waitedMs).toBe(0);
  });
});

describe('the counters', () => {
  it('[HA3] a counter that nobody opened stands open once it has called, and unmanned before', () => {
    const tickets = [
      visit('A001', [taken(0, 'A001'), [2, 'ticket-called', { counter: 'q1', call: 1 }, 'lan']]),
    ];
    const [one, two] = counterBoard(desks, [], tickets, minutesPast(5));
    expect(one).toMatchObject({ state: 'open', clerk: 'lan' });
    expect(one?.now).toMatchObject({ ticket: { number: 'A001' }, tookMs: 3 * 60_000, light: null });
    expect(two).toMatchObject({ state: 'unmanned', clerk: null, now: null, meanMs: null });
  });

  it('[HA3] a break says why and until when, and that the time is over', () => {
    const away = open('q1', { status: 'break', reason: 'Họp', until: '2026-06-05T01:15:00.000Z' });
    expect(counterBoard(desks, [away], [], minutesPast(10))[0]).toMatchObject({
      state: 'break',
      overdue: false,
    });
    expect(counterBoard(desks, [away], [], minutesPast(16))[0]).toMatchObject({
      reason: 'Họp',
      overdue: true,
    });
  });

  it('[HA4] [QU7] a call that was set aside or closed is no service; a closed one says nothing of how long calls take', () => {
    const cut = (number: string, end: Happening) =>
      visit(number, [taken(0, number), [2, 'ticket-called', { counter: 'q1', call: 1 }], end]);
    const closed = cut('A001', [10, 'ticket-closed', { because: 'end-of-day', note: '' }]);
    const held = cut('A002', [5, 'ticket-held', { where: '', reason: '', counter: 'q1' }]);
    const [row] = counterBoard(desks, [], [closed, held], minutesPast(12));
    expect(row).toMatchObject({ state: 'open', services: [], meanMs: null });
    expect(measureHandling([closed]).size).toBe(0);
    const gone = cut('A003', [4, 'ticket-finished', { outcome: 'absent' }]);
    expect(measureHandling([held, gone]).get('A')?.count).toBe(2);
    const back = visit('A004', [
      taken(0, 'A004'),
      ...served(1, 4).slice(0, 2),
      [4, 'ticket-held', { where: '', reason: '', counter: 'q1' }],
      [5, 'ticket-released', { counter: null }],
      [6, 'ticket-called', { counter: 'q1', call: 1 }],
      [9, 'ticket-closed', { because: 'left', note: '' }],
    ]);
    expect(measureHandling([back]).get('A')).toEqual({ count: 1, sum: 3, squares: 9 });
  });

  it('[HA4] counts each stay that somebody came to, with its mean; the one under way has a light by the usual time', () => {
    const usual = ['A001', 'A002', 'A003', 'A004', 'A005'].map((number, at) =>
      visit(number, [taken(0, number), ...served(at * 6, at * 6 + 5)]),
    );
    const gone = visit('A006', [
      taken(0, 'A006'),
      [31, 'ticket-called', { counter: 'q1', call: 1 }],
      [33, 'ticket-finished', { outcome: 'absent' }],
    ]);
    const here = visit('A007', [taken(0, 'A007'), [40, 'ticket-called', { counter: 'q1', call: 1 }]]);
    const at = (minutes: number) =>
      counterBoard(desks, [open('q1')], [...usual, gone, here], minutesPast(minutes))[0];
    expect(at(45)?.services).toHaveLength(5);
    expect(at(45)?.meanMs).toBe(4 * 60_000);
    expect(at(44)?.now?.light).toBe('ok');
    expect(at(52)?.now?.light).toBe('warn');
    expect(at(60)?.now?.light).toBe('late');
  });
});

describe('the appointments', () => {
  it('[HA5] are to come, came, or past their time; those taken back are none', () => {
    const one = (at: number, status: Appointment['status']): Appointment => ({
      id: `appointment-${at}`,
      code: 'ABCD2345',
      day: DAY,
      timeAt: toIso(minutesPast(at)),
      fieldId: 'ho-tich',
      procedureCode: null,
      status,
      madeAt: toIso(minutesPast(0)),
      ticketId: null,
    });
    const all = [one(10, 'made'), one(30, 'made'), one(31, 'made'), one(5, 'arrived'), one(40, 'cancelled')];
    expect(appointmentsNow(all, minutesPast(30))).toEqual({ toCome: 2, came: 1, overdue: 1 });
  });
});

describe('the times', () => {
  it('[HA6] each mean is that of the rows it opens into, and all queues together are what measuring them gives', () => {
    const tickets = [
      visit('A001', [taken(0, 'A001'), ...served(4, 10)]),
      visit('A002', [taken(0, 'A002'), ...served(10, 20)]),
      visit('B001', [
        taken(3, 'B001'),
        [9, 'ticket-called', { counter: 'q2', call: 1 }],
        [12, 'ticket-finished', { outcome: 'served' }],
      ]),
    ];
    const rows = roomTimes(tickets);
    expect(rows.map(({ series }) => series)).toEqual([null, 'A', 'B']);
    const measured = measureTimes(tickets);
    for (const part of ['waiting', 'way', 'service', 'unparted', 'held', 'away'] as const) {
      expect(rows[0]?.parts[part].meanMs).toBe(meanMs(measured[part]));
      expect(rows[0]?.parts[part].rows).toHaveLength(measured[part].count);
    }
    expect(rows[2]?.parts.service.meanMs).toBeNull();
    expect(rows[2]?.parts.unparted.meanMs).toBe(3 * 60_000);
    expect(roomTimes([])).toEqual([]);
  });
});
