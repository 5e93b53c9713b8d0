import { describe, expect, it } from 'vitest';
import { measureTimes, meanMs } from '../../../../shared/law/queue/times.ts';
import { usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { toIso } from '../../../../shared/basics/time.ts';
import { appointmentsNow } from '../../../../shared/report/hall/appointments-now.ts';
import { counterBoard } from '../../../../shared/report/hall/counter-board.ts';
import { queueBoard } from '../../../../shared/report/hall/queue-board.ts';
import { roomNow } from '../../../../shared/report/hall/room-now.ts';
import { roomTimes } from '../../../../shared/report/hall/room-times.ts';
import { minutesPast, served, taken, visit } from './visits.ts';
import type { CounterDay } from '../../../../shared/project/counters.ts';
import type { Appointment } from '../../../../shared/project/hall.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

const DAY = '2026-06-05';
const desks = [
  { id: 'q1', series: ['A'] },
  { id: 'q2', series: ['A', 'B'] },
];

const open = (counter: string, changes: Partial<CounterDay> = {}): CounterDay => ({
  counter,
  day: DAY,
  status: 'open',
  since: '2026-06-05T01:00:00.000Z',
  reason: '',
  until: null,
  clerk: 'lan',
  breaks: [],
  ...changes,
});

const rated = (number: string, grade: 'very-satisfied' | 'satisfied' | 'dissatisfied'): Ticket =>
  visit(number, [taken(0, number), ...served(1, 3), [4, 'ticket-rated', { grade, reasons: [] }]]);

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
    expect(now.absent.map(({ number }) => number)).toEqual(['A004']);
    expect([now.given.kiosk.length, now.given.clerk.length, now.given['paper-roll'].length]).toEqual([
      3, 1, 0,
    ]);
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

describe('the queues', () => {
  it('[HA5] the longest wait first; a newcomer stands behind everybody, and nobody says a figure without data', () => {
    const tickets = [
      visit('A001', [taken(0, 'A001')]),
      visit('A002', [taken(5, 'A002')]),
      visit('B001', [taken(2, 'B001')]),
    ];
    const view = { tickets, desks, rules: usualQueueRules, nowMs: minutesPast(20) };
    const rows = queueBoard({ ...view, counters: [open('q1'), open('q2')] });
    expect(
      rows.map(({ series, waiting, newcomer }) => [series, waiting.length, newcomer.ahead, newcomer.missing]),
    ).toEqual([
      ['A', 2, 2, 'no-data'],
      ['B', 1, 1, 'no-data'],
    ]);
    const shut = queueBoard({ ...view, counters: [open('q1'), open('q2', { status: 'closed' })] });
    expect(shut.find(({ series }) => series === 'B')?.newcomer.missing).toBe('no-counter');
  });

  it('[HA5] with calls measured a newcomer gets a band', () => {
    const done = Array.from({ length: 6 }, (_, at) => {
      const number = `A00${at + 1}`;
      return visit(number, [taken(0, number), ...served(at * 6, at * 6 + 5)]);
    });
    const tickets = [...done, visit('A007', [taken(30, 'A007')]), visit('A008', [taken(31, 'A008')])];
    const view = { tickets, desks, counters: [], rules: usualQueueRules, nowMs: minutesPast(40) };
    const newcomer = queueBoard(view)[0]?.newcomer;
    expect(newcomer?.missing).toBeNull();
    expect(newcomer?.low).toBeLessThanOrEqual(newcomer?.minutes ?? -1);
    expect(newcomer?.high).toBeGreaterThanOrEqual(newcomer?.minutes ?? Infinity);
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
