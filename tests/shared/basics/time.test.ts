import { describe, expect, it } from 'vitest';
import { addDays, wardDay, wardInstant, weekdayOf } from '../../../shared/basics/time.ts';

const DAY_MS = 86_400_000;

describe('days as texts', () => {
  it('[DD2] are the days of the platform’s own calendar, from 1805 to 2298', () => {
    const wrong = [];
    for (let number = -60_000; number < 120_000; number += 1) {
      const midnight = new Date(number * DAY_MS);
      const day = midnight.toISOString().slice(0, 10);
      const wardMidnightMs = number * DAY_MS - 7 * 3_600_000;
      const agrees =
        addDays('1970-01-01', number) === day &&
        weekdayOf(day) === midnight.getUTCDay() &&
        wardInstant(day, '00:00') === wardMidnightMs &&
        wardDay(wardMidnightMs) === day &&
        wardDay(wardMidnightMs - 1) < day;
      if (!agrees) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
  });

  it('[DD8] a day or an instant that is none throws instead of giving some day', () => {
    expect(() => addDays('', 1)).toThrow(RangeError);
    expect(() => wardDay(Number.NaN)).toThrow(RangeError);
  });
});
