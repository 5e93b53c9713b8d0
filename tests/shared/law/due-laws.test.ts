import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, wardInstant } from '../../../shared/basics/time.ts';
import { readCalendar, sessionsOf } from '../../../shared/law/calendar.ts';
import { nextWorkingDay, workingInstant, workMinutesBetween } from '../../../shared/law/clock/work-time.ts';
import { dueDate } from '../../../shared/law/due.ts';
import { EXPLANATION_MAX, explainDue } from '../../../shared/text/explain.ts';
import type { WorkCalendar } from '../../../shared/law/calendar.ts';
import type { DueCase, DuePolicy, Limit } from '../../../shared/law/clock/due-case.ts';

const RUNS = { numRuns: 400, seed: 20_260_422 };
const FIRST_DAY = '2026-01-01';
const MINUTE_MS = 60_000;

const dayIn2026 = fc.integer({ min: 0, max: 250 }).map((n) => addDays(FIRST_DAY, n));
const instants = fc
  .integer({ min: 0, max: 150 * 24 * 60 })
  .map((minutes) => wardInstant(FIRST_DAY, '00:00') + minutes * MINUTE_MS);
const policies: fc.Arbitrary<DuePolicy> = fc.record({
  dueAt: fc.constantFrom('sameTime', 'endOfDay', 'endOfHalfDay'),
  cutoff: fc.constantFrom(null, '15:00'),
});

/** Days off and make-up days, all of the same eight hours: where a day has one length, a day is its hours. */
const evenCalendars = fc
  .tuple(
    fc.constantFrom<string[]>(
      ['07:30-11:30', '13:00-17:00'],
      ['07:00-11:00', '13:30-17:30'],
      ['08:00-16:00'],
    ),
    fc.uniqueArray(dayIn2026, { maxLength: 25 }),
    fc.uniqueArray(dayIn2026, { maxLength: 6 }),
  )
  .map(([hours, off, work]) =>
    readCalendar({
      sessions: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
      exceptions: [
        ...off.map((date) => ({
          date,
          kind: 'off' as const,
          reason: 'một ngày nghỉ có tên rất dài để thử phiếu',
        })),
        ...work.filter((date) => !off.includes(date)).map((date) => ({ date, kind: 'work' as const })),
      ],
    }),
  );

/** Any sessions on any day. */
const oddCalendars = fc
  .tuple(
    fc.constantFrom<string[]>(
      ['07:30-11:30', '13:00-17:00'],
      ['07:30-11:30'],
      ['09:00-10:00', '14:00-24:00'],
    ),
    fc.constantFrom<string[]>(['07:30-11:30', '13:00-17:00'], ['13:00-17:00'], []),
    fc.uniqueArray(dayIn2026, { maxLength: 20 }),
    fc.constantFrom('off' as const, 'work' as const, 'offMorning' as const, 'offAfternoon' as const),
  )
  .map(([mon, thu, days, kind]) =>
    readCalendar({
      sessions: { mon, tue: ['07:30-11:30', '13:00-17:00'], thu, sat: thu },
      exceptions: days.map((date) => ({ date, kind })),
    }),
  );

function dueOf(kase: DueCase, calendar: WorkCalendar, policy: DuePolicy): number {
  const due = dueDate(kase, calendar, policy);
  if (!due.ok) throw new Error(JSON.stringify(due.error));
  return due.value.dueAtMs;
}

const plain = (receivedAtMs: number, value: number, unit: Limit['unit']): DueCase => ({
  receivedAtMs,
  limit: { value, unit },
  pauses: [],
});

describe('laws of the clock', () => {
  it('[DD3] additive: a limit cut in two and counted on ends where the whole ends', () => {
    const sum = (
      calendar: WorkCalendar,
      policy: DuePolicy,
      unit: Limit['unit'],
      at: number,
      a: number,
      b: number,
    ) => {
      const first = dueOf(plain(at, a, unit), calendar, policy);
      const second = dueOf({ ...plain(first, b, unit), continues: true }, calendar, policy);
      return second === dueOf(plain(at, a + b, unit), calendar, policy);
    };
    const some = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(evenCalendars, policies, instants, some, some, (calendar, policy, at, a, b) =>
        sum(calendar, policy, 'workingDay', at, a, b),
      ),
      RUNS,
    );
    fc.assert(
      fc.property(oddCalendars, instants, some, some, (calendar, at, a, b) =>
        sum(calendar, { dueAt: 'endOfDay', cutoff: null }, 'workingDay', at, a, b),
      ),
      RUNS,
    );
    fc.assert(
      fc.property(oddCalendars, policies, instants, some, some, (calendar, policy, at, a, b) =>
        sum(calendar, policy, 'workingHour', at, a, b),
      ),
      RUNS,
    );
  });

  it('[DD3] a day equals its hours', () => {
    const property = (calendar: WorkCalendar, at: number, days: number) => {
      const byDays = dueOf(plain(at, days, 'workingDay'), calendar, { dueAt: 'sameTime', cutoff: null });
      const byHours = dueOf(plain(at, days * 8, 'workingHour'), calendar, {
        dueAt: 'endOfDay',
        cutoff: null,
      });
      // The end of a session and the start of the next are one instant of working time.
      return workingInstant(calendar, byHours) === byDays && byHours <= byDays;
    };
    fc.assert(fc.property(evenCalendars, instants, fc.integer({ min: 1, max: 15 }), property), RUNS);
  });

  it('[DD3] monotone: a later receipt or a longer limit is never due earlier, whatever the unit', () => {
    const units = fc.constantFrom('workingDay' as const, 'calendarDay' as const, 'workingHour' as const);
    const property = (
      calendar: WorkCalendar,
      policy: DuePolicy,
      unit: Limit['unit'],
      at: number,
      laterBy: number,
      value: number,
    ) => {
      const due = dueOf(plain(at, value, unit), calendar, policy);
      const later = dueOf(plain(at + laterBy * MINUTE_MS, value, unit), calendar, policy);
      return due <= later && due <= dueOf(plain(at, value + 1, unit), calendar, policy);
    };
    const values = fc.integer({ min: 1, max: 20 });
    fc.assert(fc.property(evenCalendars, policies, units, instants, fc.nat(5000), values, property), RUNS);
  });

  it('[DD3, DD4] a longer pause never brings a limit of days forward', () => {
    const property = (
      calendar: WorkCalendar,
      at: number,
      value: number,
      from: number,
      lasts: number,
      more: number,
    ) => {
      const due = (minutes: number) =>
        dueOf(
          {
            receivedAtMs: at,
            limit: { value, unit: 'calendarDay' },
            pauses: [{ fromMs: from, toMs: from + minutes * MINUTE_MS }],
          },
          calendar,
          { dueAt: 'endOfDay', cutoff: null },
        );
      return due(lasts) <= due(lasts + more);
    };
    const minutes = fc.nat(9 * 1440);
    fc.assert(fc.property(oddCalendars, instants, fc.nat(12), instants, minutes, minutes, property), RUNS);
  });

  it('[DD3, DD4] a pause in which nobody works is neutral for limits in working time', () => {
    const units = fc.constantFrom('workingDay' as const, 'workingHour' as const);
    const property = (
      calendar: WorkCalendar,
      policy: DuePolicy,
      unit: Limit['unit'],
      at: number,
      value: number,
      day: string,
    ) => {
      const end = sessionsOf(calendar, day).at(-1)?.endMs ?? wardInstant(day, '00:00');
      const start = sessionsOf(calendar, nextWorkingDay(calendar, day) ?? day)[0]?.startMs ?? end;
      const rest = { fromMs: Math.min(end, start), toMs: Math.max(end, start) };
      if (workMinutesBetween(rest.fromMs, rest.toMs, calendar) > 0) return true;
      const kase = plain(at, value, unit);
      return dueOf({ ...kase, pauses: [rest] }, calendar, policy) === dueOf(kase, calendar, policy);
    };
    fc.assert(fc.property(oddCalendars, policies, units, instants, fc.nat(12), dayIn2026, property), RUNS);
  });

  it('[D06, DD6] every explanation fits on the slip, in both languages', () => {
    const pauses = fc.array(
      fc.tuple(instants, fc.nat(5000)).map(([fromMs, n]) => ({ fromMs, toMs: fromMs + n * MINUTE_MS })),
      { maxLength: 12 },
    );
    const units = fc.constantFrom('workingDay' as const, 'calendarDay' as const, 'workingHour' as const);
    fc.assert(
      fc.property(
        evenCalendars,
        policies,
        units,
        instants,
        fc.nat(120),
        pauses,
        (calendar, policy, unit, at, value, paused) => {
          const due = dueDate({ ...plain(at, value, unit), pauses: paused }, calendar, policy);
          if (!due.ok) throw new Error(due.error.code);
          const { trace } = due.value;
          for (const language of ['vi', 'en'] as const) {
            const text = explainDue(trace, language);
            expect(text.length).toBeLessThanOrEqual(EXPLANATION_MAX);
            expect(text).toContain(language === 'vi' ? 'hẹn trả' : 'due');
          }
          expect(trace[0]?.step).toBe('received');
          expect(trace.at(-1)?.step).toBe('due');
        },
      ),
      RUNS,
    );
  });
});
