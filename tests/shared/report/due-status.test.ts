import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso, wardInstant } from '../../../shared/basics/time.ts';
import { calendarSchema, readCalendar } from '../../../shared/law/calendar.ts';
import { standingOf } from '../../../shared/law/clock/standing.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { dueDate } from '../../../shared/law/due.ts';
import { dossierStates } from '../../../shared/law/life-cycle/states.ts';
import { dueStanding, dueStatus, dueWorldOf } from '../../../shared/report/due-status.ts';
import { shortStandingText, standingText } from '../../../shared/text/working-time.ts';
import type { DossierState } from '../../../shared/law/life-cycle/states.ts';

const dated = (status: DossierState, dueMs: number, fieldId = 'ho-tich') => ({
  status,
  dueAt: toIso(dueMs),
  procedure: { fieldId },
});
const due = wardInstant('2026-06-10', '17:00');

describe('how a dossier stands with its date', () => {
  it('[FG9] says what standingOf says, for any instants, calendars and rules', () => {
    const names = { inTime: 'in-time', nearlyDue: 'soon', overdue: 'late' } as const;
    const start = wardInstant('2026-01-01', '00:00');
    const saturday = calendarSchema.parse({
      ...defaultCalendar,
      scopes: [{ field: 'cu-tru', sessions: { sat: ['07:30-11:30'] } }],
    });
    fc.assert(
      fc.property(
        fc.nat(400 * 1440),
        fc.integer({ min: -30 * 1440, max: 30 * 1440 }),
        fc.nat(1000),
        fc.constantFrom('ho-tich', 'cu-tru'),
        (now, left, nearlyMinutes, field) => {
          const rule = { earlyMinutes: null, nearlyMinutes };
          const nowMs = start + now * 60_000;
          const dossier = dated('in-process', nowMs + left * 60_000, field);
          const status = dueStatus(dossier, nowMs, dueWorldOf({ calendar: saturday, standing: rule }));
          const slow = standingOf({ nowMs }, nowMs + left * 60_000, readCalendar(saturday, { field }), rule);
          expect(status).toBe(names[slow.status as keyof typeof names]);
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('[FG9] a paused dossier is never overdue, a finished one stands by its step', () => {
    const world = dueWorldOf({});
    const late = due + 86_400_000;
    const shown = (Object.keys(dossierStates) as DossierState[]).map((status) => [
      status,
      dueStatus(dated(status, due), late, world),
    ]);
    expect(Object.fromEntries(shown)).toMatchObject({
      received: 'late',
      'to-sign': 'late',
      'awaiting-supplement': 'paused',
      'awaiting-duty': 'paused',
      suspended: 'paused',
      'withdrawal-asked': 'paused',
      'result-ready': 'ready',
      'in-post': 'ready',
      returned: 'returned',
      'returned-electronically': 'returned',
      withdrawn: 'ended',
      stopped: 'ended',
      ineligible: 'ended',
    });
    expect(dueStanding(dated('awaiting-supplement', due), late, world)).toBeNull();
    expect(dueStanding(dated('returned', due), late, world)).toBeNull();
  });

  it('[FG9] of 17,000 open dossiers none walks through the calendar by itself', () => {
    const world = dueWorldOf({});
    const asked = { nearly: 0, calendar: 0 };
    const watched = {
      ...world,
      nearlyUntil: (field: string, nowMs: number) => {
        asked.nearly += 1;
        return world.nearlyUntil(field, nowMs);
      },
      calendarOf: (field: string) => {
        asked.calendar += 1;
        return world.calendarOf(field);
      },
    };
    const rows = Array.from({ length: 17_000 }, (_, n) => dated('in-process', due + (n - 8_500) * 3_600_000));
    const late = rows.filter((row) => dueStatus(row, due + 1, watched) === 'late');
    expect([late.length, asked]).toEqual([8_501, { nearly: 8_499, calendar: 0 }]);
    // Fields without hours of their own share one calendar, and so the one instant that was counted.
    expect(world.calendarOf('ho-tich')).toBe(world.calendarOf('dat-dai'));
  });

  it('[FG9] words of a list are short: whole days from two on, the rest in hours or minutes', () => {
    const world = dueWorldOf({});
    const at = (day: string, clock: string, lang: 'vi' | 'en' = 'vi') => {
      const standing = dueStanding(dated('in-process', due), wardInstant(day, clock), world);
      return standing && shortStandingText(standing, lang);
    };
    expect(at('2026-06-08', '15:00')).toBe('còn 2 ngày làm việc');
    expect(at('2026-06-09', '17:00')).toBe('còn 1 ngày làm việc');
    expect(at('2026-06-09', '13:00')).toBe('còn 1 ngày 4 giờ');
    expect(at('2026-06-10', '13:45')).toBe('còn 3 giờ 15 phút');
    expect(at('2026-06-10', '18:00')).toBe('quá hạn');
    expect(at('2026-06-12', '11:30')).toBe('quá hạn 1 ngày 4 giờ');
    expect(at('2026-06-30', '11:30')).toBe('quá hạn 13 ngày');
    expect(at('2026-06-08', '15:00', 'en')).toBe('2 working days left');
    expect(at('2026-06-12', '11:30', 'en')).toBe('1 day 4 h overdue');
  });

  describe('[DD7] time left while nobody works', () => {
    const MORE_HOURS = ['07:00-11:30', '13:00-17:30'];
    const longDays = calendarSchema.parse({
      ...defaultCalendar,
      sessions: { mon: MORE_HOURS, tue: MORE_HOURS, wed: MORE_HOURS, thu: MORE_HOURS, fri: MORE_HOURS },
    });
    const policy = { dueAt: 'endOfDay', cutoff: null } as const;
    /** Words for a dossier received at an instant with a limit of working days, looked at there and then or later. */
    const said = (
      days: number,
      received: readonly [string, string],
      seen = received,
      { calendar = defaultCalendar, lang = 'vi' as 'vi' | 'en', long = false } = {},
    ) => {
      const receivedAtMs = wardInstant(...received);
      const limit = { value: days, unit: 'workingDay' } as const;
      const result = dueDate({ receivedAtMs, limit, pauses: [] }, readCalendar(calendar), policy);
      if (!result.ok) throw new Error(result.error.code);
      const world = dueWorldOf({ calendar });
      const standing = dueStanding(dated('in-process', result.value.dueAtMs), wardInstant(...seen), world);
      return standing && (long ? standingText : shortStandingText)(standing, lang);
    };
    // 2026-06-08 is a Monday.
    const night = ['2026-06-08', '02:00'] as const;
    const sunday = ['2026-06-07', '10:00'] as const;
    const evening = ['2026-06-08', '18:00'] as const;

    it.each([
      ['the night before opening', night],
      ['Sunday', sunday],
      ['the evening after closing', evening],
    ])('%s: a limit of 3 days is never 4', (_, received) => {
      expect(said(3, received)).toBe('còn 3 ngày làm việc');
      expect(said(3, received, received, { lang: 'en' })).toBe('3 working days left');
      expect(said(3, received, received, { long: true })).toBe('trong hạn, còn 3 ngày làm việc 8 giờ');
      expect(said(3, received, received, { calendar: longDays })).toBe('còn 3 ngày làm việc');
      expect(said(1, received)).toBe('còn 1 ngày 8 giờ');
    });

    it('due today, the night before opening: the hours of today, as during the day', () => {
      expect(said(0, night)).toBe('còn 8 giờ');
      expect(said(0, night, night, { long: true })).toBe('sắp đến hạn, còn 8 giờ');
      expect(said(0, night, ['2026-06-08', '07:30'])).toBe('còn 8 giờ');
      expect(said(0, night, ['2026-06-08', '08:30'])).toBe('còn 7 giờ');
      expect(said(0, night, night, { calendar: longDays })).toBe('còn 9 giờ');
    });

    it('due on the next working day, seen on Sunday or the evening after closing: one day', () => {
      expect(said(0, sunday)).toBe('còn 1 ngày làm việc');
      expect(said(1, ['2026-06-08', '10:00'], evening)).toBe('còn 1 ngày làm việc');
    });

    it('received at any hour of a week, a limit of days never shows more days than it has', () => {
      const daysOf = (words: string | null) => Number(/còn (\d+) ngày/.exec(words ?? '')?.[1] ?? 0);
      for (const calendar of [defaultCalendar, longDays]) {
        for (let hour = 0; hour < 24 * 7; hour += 1) {
          const day = `2026-06-${String(8 + Math.floor(hour / 24)).padStart(2, '0')}`;
          const received = [day, `${String(hour % 24).padStart(2, '0')}:10`] as const;
          for (const limit of [1, 2, 3, 5]) {
            expect(
              daysOf(said(limit, received, received, { calendar })),
              received.join(' '),
            ).toBeLessThanOrEqual(limit);
          }
        }
      }
    });
  });
});
