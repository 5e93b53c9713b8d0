import { describe, expect, it } from 'vitest';
import { calendarSchema, readCalendar, sessionsOf } from '../../../shared/law/calendar.ts';
import { recurringDays, recurringSchema } from '../../../shared/law/calendar/recurring.ts';

const week = { mon: ['07:30-11:30', '13:00-17:00'] };
const daysOf = (rule: object) => [
  ...recurringDays(recurringSchema.parse({ to: '2026-12-31', sessions: [], ...rule })),
];

describe('hours that come again and again', () => {
  it('[A01] every n weeks, counted from the first such weekday', () => {
    const days = daysOf({ weekday: 'sat', from: '2026-11-01', to: '2026-12-31', everyWeeks: 2 });
    expect(days).toEqual(['2026-11-07', '2026-11-21', '2026-12-05', '2026-12-19']);
  });

  it('[A01] the n-th weekday of a month, and its last one', () => {
    const nth = (ofMonth: readonly number[]) => daysOf({ weekday: 'tue', from: '2026-10-01', ofMonth });
    expect(nth([1])).toEqual(['2026-10-06', '2026-11-03', '2026-12-01']);
    expect(nth([-1])).toEqual(['2026-10-27', '2026-11-24', '2026-12-29']);
    expect(nth([5]), 'not every month has a fifth one').toEqual(['2026-12-29']);
    expect(nth([1, -1])).toHaveLength(6);
  });

  it('[A01] a single day goes before a series, a series before the weekday, also in the scope of a field', () => {
    const data = calendarSchema.parse({
      sessions: week,
      exceptions: [{ date: '2026-12-05', kind: 'off', reason: 'Kiểm kê' }],
      recurring: [{ weekday: 'mon', from: '2026-01-01', ofMonth: [1], sessions: ['13:00-17:00'] }],
      scopes: [
        {
          field: 'cu-tru',
          recurring: [{ weekday: 'sat', from: '2026-01-01', ofMonth: [1], sessions: ['07:30-11:30'] }],
        },
      ],
    });
    const office = readCalendar(data);
    const field = readCalendar(data, { field: 'cu-tru' });
    expect(sessionsOf(office, '2026-11-02'), 'the first Monday').toHaveLength(1);
    expect(sessionsOf(office, '2026-11-09'), 'another Monday').toHaveLength(2);
    expect(sessionsOf(office, '2026-11-07'), 'no Saturday for everybody').toHaveLength(0);
    expect(sessionsOf(field, '2026-11-07'), 'the first Saturday for residence').toHaveLength(1);
    expect(sessionsOf(field, '2026-12-05'), 'a single day off').toHaveLength(0);
  });

  it('[A01] a series that says neither or both ways, or ends before it begins, is refused', () => {
    const refused = (rule: object) =>
      !recurringSchema.safeParse({ weekday: 'sat', from: '2026-01-01', sessions: [], ...rule }).success;
    expect(refused({})).toBe(true);
    expect(refused({ everyWeeks: 2, ofMonth: [1] })).toBe(true);
    expect(refused({ everyWeeks: 2, to: '2025-12-31' })).toBe(true);
    expect(refused({ everyWeeks: 2 })).toBe(false);
  });
});
