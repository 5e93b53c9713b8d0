import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../shared/law/default-calendar.ts';
import { dayNumber } from '../oracle/timeline.ts';
import { compareDueDates, oracleAnswers, productAnswers } from './due-agreement.ts';
import type { RandomCase, RandomDocument } from '../oracle/random-document.ts';

/** A longer run: `node tests/oracle/main.ts --cases 1000000 --seed S`. */
const CASES = 3000;

describe('two implementations of the due dates', () => {
  it.each([20_260_605, 147])('[DD1] agree on random cases of seed %i', (seed) => {
    const { difference, compared, met } = compareDueDates(seed, CASES / 2);
    expect(difference, `seed ${seed}`).toBeNull();
    expect(compared).toBe(CASES / 2);
    expect([...met.keys()].toSorted()).toEqual(expect.arrayContaining(everyKind()));
  });
});

/** The vectors of DOMAIN 4.6: limit, received, due, pauses. */
const VECTORS = [
  [1, '0 workingDay', '2026-06-01T09:15', '2026-06-01T17:00'],
  [2, '0 workingDay', '2026-06-05T15:20', '2026-06-08T17:00'],
  [3, '0 workingDay', '2026-06-05T15:00', '2026-06-05T17:00'],
  [4, '3 workingDay', '2026-04-22T10:00', '2026-04-28T17:00'],
  [5, '5 workingDay', '2026-04-28T10:00', '2026-05-07T17:00'],
  [6, '3 workingDay', '2026-01-07T10:00', '2026-01-10T17:00'],
  [7, '15 calendarDay', '2026-02-02T10:00', '2026-02-23T17:00'],
  [8, '7 workingDay', '2026-02-12T10:00', '2026-03-02T17:00'],
  [9, '3 workingDay', '2026-06-06T22:10', '2026-06-11T17:00'],
  [10, '5 workingDay', '2026-06-01T08:00', '2026-06-12T17:00', ['2026-06-03T10:00', '2026-06-08T14:00']],
  [11, '4 workingHour', '2026-06-05T16:00', '2026-06-08T10:30'],
] as const;

describe('the vectors of DOMAIN 4.6 by both implementations', () => {
  it.each(VECTORS)('[D05, DD1] vector %i: %s from %s', (number, limit, received, due, pause?) => {
    const instant = (time: string) => `${time}:00+07:00`;
    const [value, unit] = limit.split(' ');
    const policy = { dueAt: 'endOfDay', cutoff: '15:00' } as const;
    const kase = {
      id: String(number),
      receivedAt: instant(received),
      limit: { value: Number(value), unit: unit as RandomCase['limit']['unit'] },
      policy,
      pauses: pause ? [{ from: instant(pause[0]), to: instant(pause[1]) }] : [],
    };
    const calendar = defaultCalendar as unknown as RandomDocument['calendar'];
    const document = {
      calendar,
      policy,
      cases: [kase],
      firstDay: dayNumber('2025-12-30'),
      secondsPerTick: 60,
    };
    expect([...productAnswers(document), ...oracleAnswers(document)]).toEqual([instant(due), instant(due)]);
  });
});

/** A run that misses a kind of limit under a policy proves less than it says. */
function everyKind(): string[] {
  const days = ['0', '0.5', 'n'].flatMap((value) =>
    ['sameTime', 'endOfDay', 'endOfHalfDay'].map((dueAt) => `workingDay ${value} ${dueAt}`),
  );
  return [...days, 'calendarDay', 'workingHour'].flatMap((kind) => [kind, `${kind} with pauses`]);
}
