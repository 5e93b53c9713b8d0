import fc from 'fast-check';
import { describe, it } from 'vitest';
import { addDays, wardDay, wardInstant } from '../../../shared/basics/time.ts';
import { readCalendar, sessionsOf } from '../../../shared/law/calendar.ts';
import { standingOf } from '../../../shared/law/clock/standing.ts';
import { workMinutesBetween } from '../../../shared/law/clock/work-time.ts';
import { dueDate } from '../../../shared/law/due.ts';
import type { WorkCalendar } from '../../../shared/law/calendar.ts';
import type { DueCase, DuePolicy, Limit } from '../../../shared/law/clock/due-case.ts';

const RUNS = { numRuns: 300, seed: 20_260_605 };
const FIRST_DAY = '2026-01-01';
const MINUTE_MS = 60_000;

const sessions = fc.constantFrom<string[]>(
  ['07:30-11:30', '13:00-17:00'],
  ['07:00-11:30', '13:30-17:00'],
  ['07:30-11:30'],
  ['08:00-16:00'],
  ['07:30-09:30', '09:45-11:30', '13:00-17:00'],
);

const dayIn2026 = fc.integer({ min: 0, max: 200 }).map((n) => addDays(FIRST_DAY, n));

const exception = fc.record(
  { date: dayIn2026, kind: fc.constantFrom('work' as const, 'off' as const), sessions },
  { requiredKeys: ['date', 'kind'] },
);

const calendars = fc
  .record({
    sessions: fc.record(
      { mon: sessions, tue: sessions, wed: sessions, thu: sessions, fri: sessions, sat: sessions },
      { requiredKeys: ['mon'] },
    ),
    exceptions: fc.uniqueArray(exception, { maxLength: 20, selector: ({ date }) => date }),
  })
  .map((data) => readCalendar(data));

const instants = fc
  .integer({ min: 0, max: 120 * 24 * 60 })
  .map((minutes) => wardInstant(FIRST_DAY, '00:00') + minutes * MINUTE_MS);

const dayLimits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ value: fc.constantFrom(0, 0.5, 1, 2, 3, 5, 7, 20), unit: fc.constant('workingDay' as const) }),
  fc.record({ value: fc.nat(30), unit: fc.constant('calendarDay' as const) }),
);
const limits: fc.Arbitrary<Limit> = fc.oneof(
  dayLimits,
  fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constant('workingHour' as const) }),
);

const policies: fc.Arbitrary<DuePolicy> = fc.record({
  dueAt: fc.constantFrom('sameTime', 'endOfDay', 'endOfHalfDay'),
  cutoff: fc.constantFrom(null, '15:00', '10:00'),
});

const pauses = fc.array(
  fc
    .tuple(instants, fc.nat(10 * 24 * 60))
    .map(([fromMs, minutes]) => ({ fromMs, toMs: fromMs + minutes * MINUTE_MS })),
  { maxLength: 4 },
);

function dueOf(kase: DueCase, calendar: WorkCalendar, policy: DuePolicy): number {
  const result = dueDate(kase, calendar, policy);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.dueAtMs;
}

describe('due dates of random cases', () => {
  it('[D05] a later receipt is never due earlier', () => {
    const property = (calendar: WorkCalendar, policy: DuePolicy, limit: Limit, a: number, b: number) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const early = dueOf({ receivedAtMs: first, limit, pauses: [] }, calendar, policy);
      return early <= dueOf({ receivedAtMs: second, limit, pauses: [] }, calendar, policy);
    };
    fc.assert(fc.property(calendars, policies, limits, instants, instants, property), RUNS);
  });

  it('[D05] nothing is due outside working time, nor before its receipt', () => {
    fc.assert(
      fc.property(
        calendars,
        policies,
        limits,
        instants,
        pauses,
        (calendar, policy, limit, receivedAtMs, paused) => {
          const due = dueOf({ receivedAtMs, limit, pauses: paused }, calendar, policy);
          const today = sessionsOf(calendar, wardDay(due - 1));
          return due >= receivedAtMs && today.some(({ startMs, endMs }) => startMs <= due && due <= endMs);
        },
      ),
      RUNS,
    );
  });

  it('[D05] a longer limit is never due earlier', () => {
    const values = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(
        calendars,
        policies,
        values,
        instants,
        pauses,
        (calendar, policy, value, receivedAtMs, paused) => {
          const due = (n: number) =>
            dueOf(
              { receivedAtMs, limit: { value: n, unit: 'workingDay' }, pauses: paused },
              calendar,
              policy,
            );
          return due(value) <= due(value + 1);
        },
      ),
      RUNS,
    );
  });

  it('[D07] a pause never brings the due time forward', () => {
    fc.assert(
      fc.property(
        calendars,
        policies,
        limits,
        instants,
        pauses,
        (calendar, policy, limit, receivedAtMs, paused) => {
          const unpaused = dueOf({ receivedAtMs, limit, pauses: [] }, calendar, policy);
          return dueOf({ receivedAtMs, limit, pauses: paused }, calendar, policy) >= unpaused;
        },
      ),
      RUNS,
    );
  });

  it('[D07] a limit in working time never ends while its clock stands still', () => {
    const working = limits.filter(({ unit }) => unit !== 'calendarDay');
    fc.assert(
      fc.property(
        calendars,
        policies,
        working,
        instants,
        pauses,
        (calendar, policy, limit, receivedAtMs, paused) => {
          const due = dueOf({ receivedAtMs, limit, pauses: paused }, calendar, policy);
          const unpaused = dueOf({ receivedAtMs, limit, pauses: [] }, calendar, policy);
          const around = paused.filter(({ fromMs, toMs }) => fromMs < due && due < toMs);
          return (
            due === unpaused || around.every(({ fromMs }) => workMinutesBetween(fromMs, due, calendar) <= 0)
          );
        },
      ),
      RUNS,
    );
  });

  it('[D07] a pause outside working time is neutral', () => {
    fc.assert(
      fc.property(
        calendars,
        policies,
        limits,
        instants,
        dayIn2026,
        (calendar, policy, limit, receivedAtMs, day) => {
          const lastEnd = sessionsOf(calendar, day).at(-1)?.endMs ?? wardInstant(day, '00:00');
          const night = { fromMs: lastEnd, toMs: wardInstant(day, '24:00') - MINUTE_MS };
          const without = dueOf({ receivedAtMs, limit, pauses: [] }, calendar, policy);
          return dueOf({ receivedAtMs, limit, pauses: [night] }, calendar, policy) === without;
        },
      ),
      RUNS,
    );
  });

  it('[D07] a pause cut in two is the same pause', () => {
    fc.assert(
      fc.property(
        calendars,
        policies,
        limits,
        instants,
        pauses,
        (calendar, policy, limit, receivedAtMs, paused) => {
          const halves = paused.flatMap(({ fromMs, toMs }) => {
            const middle = Math.floor((fromMs + toMs) / 2);
            return [
              { fromMs: middle, toMs },
              { fromMs, toMs: middle },
            ];
          });
          const whole = dueOf({ receivedAtMs, limit, pauses: paused }, calendar, policy);
          return dueOf({ receivedAtMs, limit, pauses: halves }, calendar, policy) === whole;
        },
      ),
      RUNS,
    );
  });

  it('[D05] endOfDay is at or after sameTime and endOfHalfDay, on the same day when nothing pauses', () => {
    fc.assert(
      fc.property(calendars, dayLimits, instants, (calendar, limit, receivedAtMs) => {
        const due = (dueAt: DuePolicy['dueAt']) =>
          dueOf({ receivedAtMs, limit, pauses: [] }, calendar, { dueAt, cutoff: '15:00' });
        const end = due('endOfDay');
        const others = [due('sameTime'), due('endOfHalfDay')];
        return others.every((other) => other <= end && wardDay(other) === wardDay(end));
      }),
      RUNS,
    );
  });

  it('[D05] working hours count as many working minutes as the limit says', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 1, max: 60 }), instants, (calendar, value, receivedAtMs) => {
        const limit: Limit = { value, unit: 'workingHour' };
        const due = dueOf({ receivedAtMs, limit, pauses: [] }, calendar, { dueAt: 'endOfDay', cutoff: null });
        return workMinutesBetween(receivedAtMs, due, calendar) === value * 60;
      }),
      RUNS,
    );
  });

  it('[D10] a status never improves as time passes', () => {
    const order = ['inTime', 'nearlyDue', 'overdue'];
    fc.assert(
      fc.property(calendars, instants, instants, instants, (calendar, due, a, b) => {
        const rank = (nowMs: number) => order.indexOf(standingOf({ nowMs }, due, calendar).status);
        return rank(Math.min(a, b)) <= rank(Math.max(a, b));
      }),
      RUNS,
    );
  });
});
