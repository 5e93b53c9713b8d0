import { describe, expect, it } from 'vitest';
import { wardInstant } from '../../../../shared/basics/time.ts';
import { calendarSchema, readCalendar } from '../../../../shared/law/calendar.ts';
import { clerkRoles } from '../../../../shared/law/people/clerk-roles.ts';
import { queueRulesSchema, usualQueueRules, waitBoundsOf } from '../../../../shared/law/queue/rules.ts';
import { mayStop } from '../../../../shared/law/queue/who-stops.ts';
import { fairReport } from '../../../../shared/report/hall/fair-rows.ts';
import { serviceLight, waitLight } from '../../../../shared/report/hall/lights.ts';
import { standingStops, stopUntil } from '../../../../shared/report/hall/stops.ts';
import { todayHours } from '../../../../shared/report/hall/today-hours.ts';
import { minutesPast, taken, visit } from './visits.ts';
import type { ClerkRole } from '../../../../shared/law/people/clerk-roles.ts';
import type { IssuingLock } from '../../../../shared/project/counters.ts';

const MINUTE = 60_000;

describe('the lights', () => {
  it('[HA2] a wait is yellow and red from the ward’s bounds on, and by the usual ones where it says nothing', () => {
    const usual = waitBoundsOf(usualQueueRules);
    expect([14, 15, 29, 30].map((minutes) => waitLight(minutes * MINUTE, usual))).toEqual([
      'ok',
      'warn',
      'warn',
      'late',
    ]);
    const own = waitBoundsOf({ standing: { warnMinutes: 5, lateMinutes: 10 } });
    expect([4, 5, 10].map((minutes) => waitLight(minutes * MINUTE, own))).toEqual(['ok', 'warn', 'late']);
    const wrong = { ...usualQueueRules, standing: { warnMinutes: 20, lateMinutes: 10 } };
    expect(queueRulesSchema.safeParse(wrong).success).toBe(false);
  });

  it('[HA4] nothing below five minutes is long, however short calls are', () => {
    const at = (minutes: number) => serviceLight(minutes * MINUTE, MINUTE / 3);
    expect([1, 5, 5.1, 7.5, 7.6].map(at)).toEqual(['ok', 'ok', 'warn', 'warn', 'late']);
  });

  it('[HA4] a service has no light where nothing is usual', () => {
    expect(serviceLight(90 * MINUTE, null)).toBeNull();
    expect([10, 11, 16].map((minutes) => serviceLight(minutes * MINUTE, 5 * MINUTE))).toEqual([
      'ok',
      'warn',
      'late',
    ]);
  });
});

describe('the fairness report', () => {
  const waiting = (number: string, at: number) => visit(number, [taken(at, number)]);
  const called = (number: string, why: string | undefined, reason = '') =>
    visit(number, [
      taken(5, number),
      [10, 'ticket-called', { counter: 'q1', call: 1, ...(why && { why }), reason }, 'lan'],
    ]);

  it('[HA7] what nothing explains stands first, then what a clerk chose without a word', () => {
    const { rows, calls, counts } = fairReport([
      waiting('A001', 0),
      called('A002', 'priority'),
      called('A003', 'chosen', 'khai tử gấp'),
      called('A004', 'chosen'),
      called('A005', undefined),
      called('A006', 'next'),
    ]);
    expect(calls).toBe(5);
    expect(rows.map(({ because }) => because)).toEqual([
      'nothing',
      'nothing',
      'unreasoned',
      'reasoned',
      'rule',
    ]);
    expect(counts).toEqual({ nothing: 2, unreasoned: 1, reasoned: 1, rule: 1, mistake: 0 });
    expect(rows.every(({ overtaken }) => overtaken.some(({ number }) => number === 'A001'))).toBe(true);
    expect(rows[0]?.longestMs).toBe(10 * MINUTE);
  });

  it('[HA7] in order of arrival there is no row', () => {
    const first = visit('A001', [
      taken(0, 'A001'),
      [1, 'ticket-called', { counter: 'q1', call: 1, why: 'next' }],
    ]);
    expect(fairReport([first, waiting('A002', 2)])).toMatchObject({ calls: 1, rows: [] });
  });
});

describe('the hours of today', () => {
  const calendar = readCalendar(
    calendarSchema.parse({
      sessions: { mon: ['07:30-11:30', '13:00-17:00'], fri: ['07:30-11:30', '13:00-17:00'] },
      exceptions: [
        { date: '2026-06-06', kind: 'work', reason: 'làm bù cho 8/6' },
        { date: '2026-06-08', kind: 'off', reason: 'nghỉ bù' },
        { date: '2026-06-12', kind: 'offAfternoon', reason: 'họp toàn phường' },
      ],
    }),
  );
  const at = (day: string, clock: string) => todayHours(calendar, wardInstant(day, clock));

  it('[HA8] tells the session, the pause between two, and the next opening', () => {
    expect(at('2026-06-05', '07:00')).toMatchObject({ kind: 'usual', now: 'before' });
    expect(at('2026-06-05', '11:29').now).toBe('open');
    expect(at('2026-06-05', '11:30')).toMatchObject({
      now: 'between',
      nextMs: wardInstant('2026-06-05', '13:00'),
    });
    expect(at('2026-06-05', '17:00')).toMatchObject({
      now: 'over',
      nextMs: wardInstant('2026-06-06', '07:30'),
    });
  });

  it('[HA8] a day off, a make-up day, a shorter day and a free weekday are told apart, with the reason', () => {
    expect(at('2026-06-06', '08:00')).toMatchObject({
      kind: 'make-up',
      reason: 'làm bù cho 8/6',
      now: 'open',
    });
    expect(at('2026-06-08', '08:00')).toMatchObject({ kind: 'off', reason: 'nghỉ bù', now: 'closed' });
    expect(at('2026-06-12', '14:00')).toMatchObject({
      kind: 'changed',
      reason: 'họp toàn phường',
      now: 'over',
    });
    expect(at('2026-06-07', '08:00')).toMatchObject({ kind: 'free', reason: '', now: 'closed' });
  });
});

describe('stops', () => {
  const all = { kind: 'all' } as const;
  const field = { kind: 'field', fieldId: 'dat-dai' } as const;
  const kiosk = { kind: 'kiosk', device: 'd1' } as const;

  it('[HA9] head, leader and admin stop everything, the reception its own fields and a kiosk, nobody else anything', () => {
    const every = [true, true, true, true];
    const none = [false, false, false, false];
    const wanted: Partial<Record<ClerkRole, readonly boolean[]>> = {
      head: every,
      leader: every,
      admin: every,
      reception: [false, false, true, true],
    };
    for (const role of clerkRoles) {
      const may = [all, field, kiosk].map((scope) => mayStop(role, scope, ['chung-thuc']));
      expect([...may, mayStop(role, field, ['dat-dai'])], role).toEqual(wanted[role] ?? none);
    }
  });

  it('[HA9] a stop whose time has come stands no more; the widest stands first', () => {
    const lock = (scope: IssuingLock['scope'], until: string | null, locked = true): IssuingLock => ({
      scope,
      locked,
      until,
      text: { vi: 'Hết số', en: '' },
      since: '2026-06-05T01:00:00.000Z',
      clerk: 'hoa',
    });
    const locks = [lock(kiosk, null), lock(field, '2026-06-05T01:30:00.000Z'), lock(all, null)];
    expect(standingStops(locks, minutesPast(29)).map(({ scope }) => scope.kind)).toEqual([
      'all',
      'field',
      'kiosk',
    ]);
    expect(standingStops(locks, minutesPast(30)).map(({ scope }) => scope.kind)).toEqual(['all', 'kiosk']);
    expect(standingStops([lock(all, null, false)], minutesPast(0))).toEqual([]);
  });

  it('[HA9] a stop lasts as long as was chosen; a time that is over or none is refused', () => {
    const nowMs = wardInstant('2026-06-05', '11:00');
    const nextMs = wardInstant('2026-06-05', '13:00');
    const until = (length: Parameters<typeof stopUntil>[0], clock = '') =>
      stopUntil(length, { clock, nextMs, nowMs });
    expect(until('open')).toBeNull();
    expect(until('half')).toBe('2026-06-05T04:30:00.000Z');
    expect(until('next')).toBe('2026-06-05T06:00:00.000Z');
    expect(until('clock', '16:15')).toBe('2026-06-05T09:15:00.000Z');
    expect(until('clock', '10:59')).toBeUndefined();
    expect(until('clock', '25:00')).toBeUndefined();
  });
});
