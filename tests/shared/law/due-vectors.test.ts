import { describe, expect, it } from 'vitest';
import { wardInstant } from '../../../shared/basics/time.ts';
import { readCalendar } from '../../../shared/law/calendar.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { dueDate } from '../../../shared/law/due.ts';
import { explainDue } from '../../../shared/text/explain.ts';
import type { DueCase, DuePolicy, Limit } from '../../../shared/law/clock/due-case.ts';

const calendar = readCalendar(defaultCalendar);
const endOfDay: DuePolicy = { dueAt: 'endOfDay', cutoff: '15:00' };

/** "05/06/2026 15:20" in the ward. */
function at(text: string): number {
  const [date = '', clock = ''] = text.split(' ');
  return wardInstant(date.split('/').toReversed().join('-'), clock);
}

function due(
  limit: Limit,
  received: string,
  pauses: readonly (readonly [string, string])[] = [],
  policy = endOfDay,
) {
  const kase: DueCase = {
    receivedAtMs: at(received),
    limit,
    pauses: pauses.map(([from, to]) => ({ fromMs: at(from), toMs: at(to) })),
  };
  const result = dueDate(kase, calendar, policy);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const workingDays = (value: number): Limit => ({ value, unit: 'workingDay' });
const calendarDays = (value: number): Limit => ({ value, unit: 'calendarDay' });
const workingHours = (value: number): Limit => ({ value, unit: 'workingHour' });

describe('the eleven vectors of DOMAIN 4.6', () => {
  it.each([
    [1, workingDays(0), '01/06/2026 09:15', '01/06/2026 17:00'],
    [2, workingDays(0), '05/06/2026 15:20', '08/06/2026 17:00'],
    [3, workingDays(0), '05/06/2026 15:00', '05/06/2026 17:00'],
    [4, workingDays(3), '22/04/2026 10:00', '28/04/2026 17:00'],
    [5, workingDays(5), '28/04/2026 10:00', '07/05/2026 17:00'],
    [6, workingDays(3), '07/01/2026 10:00', '10/01/2026 17:00'],
    [7, calendarDays(15), '02/02/2026 10:00', '23/02/2026 17:00'],
    [8, workingDays(7), '12/02/2026 10:00', '02/03/2026 17:00'],
    [9, workingDays(3), '06/06/2026 22:10', '11/06/2026 17:00'],
    [11, workingHours(4), '05/06/2026 16:00', '08/06/2026 10:30'],
  ] as const)('[D05] vector %i', (_number, limit, received, expected) => {
    expect(due(limit, received).dueAtMs).toBe(at(expected));
  });

  it('[D07] vector 10: a pause gives the working minutes back, then the end of that day', () => {
    const pause = ['03/06/2026 10:00', '08/06/2026 14:00'] as const;
    expect(due(workingDays(5), '01/06/2026 08:00', [pause]).dueAtMs).toBe(at('12/06/2026 17:00'));
  });

  it('[D05] vector 6 without the made-up Saturday falls on Monday', () => {
    const exceptions = defaultCalendar.exceptions.filter(({ date }) => date !== '2026-01-10');
    const without = readCalendar({ ...defaultCalendar, exceptions });
    const kase = { receivedAtMs: at('07/01/2026 10:00'), limit: workingDays(3), pauses: [] };
    const result = dueDate(kase, without, endOfDay);
    expect(result.ok && result.value.dueAtMs).toBe(at('12/01/2026 17:00'));
  });
});

describe('the clock beyond the vectors', () => {
  it.each([
    [
      'one second after the cutoff is after it',
      workingDays(0),
      at('05/06/2026 15:00') + 1000,
      '08/06/2026 17:00',
    ],
    ['an end of session is the next start', workingDays(0), at('05/06/2026 17:00'), '08/06/2026 17:00'],
    [
      'an evening filing is not after the next cutoff',
      workingDays(0),
      at('04/06/2026 20:00'),
      '05/06/2026 17:00',
    ],
    ['half a day from the morning', workingDays(0.5), at('05/06/2026 09:00'), '05/06/2026 17:00'],
    ['half a day from the afternoon', workingDays(0.5), at('05/06/2026 13:00'), '08/06/2026 11:30'],
    ['half a day from noon', workingDays(0.5), at('05/06/2026 12:00'), '08/06/2026 11:30'],
    [
      'calendar days count from the next opening',
      calendarDays(1),
      at('06/06/2026 10:00'),
      '09/06/2026 17:00',
    ],
    ['hours may end at the end of a session', workingHours(2), at('05/06/2026 09:30'), '05/06/2026 11:30'],
    [
      'clock hours run through the night',
      { value: 12, unit: 'hour' } as const,
      at('05/06/2026 20:00'),
      '06/06/2026 08:00',
    ],
  ])('[D05] %s', (_what, limit, receivedAtMs, expected) => {
    const result = dueDate({ receivedAtMs, limit, pauses: [] }, calendar, endOfDay);
    expect(result.ok && result.value.dueAtMs).toBe(at(expected));
  });

  it.each([
    ['sameTime', '05/06/2026 10:20', '08/06/2026 10:20'],
    ['endOfHalfDay', '05/06/2026 10:20', '08/06/2026 11:30'],
    ['endOfHalfDay', '05/06/2026 13:00', '08/06/2026 17:00'],
  ] as const)('[D05] one working day under %s from %s', (dueAt, received, expected) => {
    expect(due(workingDays(1), received, [], { dueAt, cutoff: null }).dueAtMs).toBe(at(expected));
  });

  it.each([
    ['15:00', '11:30', 'lacks the time: its last working instant before'],
    ['07:30', '09:00', 'lacks the time and all before: its first'],
    ['11:00', '11:00', 'has the time'],
  ])('[D05] sameTime from %s ends at %s on a day that %s', (received, expected) => {
    const short = readCalendar({
      ...defaultCalendar,
      exceptions: [{ date: '2026-06-08', kind: 'off', sessions: ['09:00-11:30'] }],
    });
    const kase = { receivedAtMs: at(`05/06/2026 ${received}`), limit: workingDays(1), pauses: [] };
    const result = dueDate(kase, short, { dueAt: 'sameTime', cutoff: null });
    expect(result.ok && result.value.dueAtMs).toBe(at(`08/06/2026 ${expected}`));
  });

  it('[D07] overlapping pauses count once, touching ones are one, order does not matter', () => {
    const split = [
      ['04/06/2026 08:00', '08/06/2026 14:00'],
      ['03/06/2026 10:00', '03/06/2026 16:00'],
      ['03/06/2026 16:00', '04/06/2026 09:00'],
    ] as const;
    expect(due(workingDays(5), '01/06/2026 08:00', split).dueAtMs).toBe(at('12/06/2026 17:00'));
  });

  it('[D07] three short pauses give back their sum, not a day each', () => {
    const hour = (day: string) => [`${day}/06/2026 08:00`, `${day}/06/2026 09:00`] as const;
    const kase = due(workingDays(5), '01/06/2026 08:00', [hour('02'), hour('03'), hour('04')]);
    expect(kase.dueAtMs).toBe(at('09/06/2026 17:00'));
  });

  it('[D07] a pause in the hours granted by rounding keeps a waiting dossier from falling due', () => {
    const first = ['03/06/2026 10:00', '08/06/2026 14:00'] as const;
    const second = ['12/06/2026 11:00', '15/06/2026 10:00'] as const;
    expect(due(workingDays(5), '01/06/2026 08:00', [first, second]).dueAtMs).toBe(at('15/06/2026 17:00'));
  });

  it('[D07] a pause after the due time changes nothing', () => {
    const late = ['09/06/2026 08:00', '12/06/2026 08:00'] as const;
    expect(due(workingDays(5), '01/06/2026 08:00', [late]).dueAtMs).toBe(at('08/06/2026 17:00'));
  });

  it('[D07, DD1] found by the oracle: a pause in the days off after the last day counted takes only what comes after them', () => {
    // Saturday 13/06 is the last day; the end moves to Monday 15/06.
    const until = (from: string, to: string) =>
      due(calendarDays(5), '08/06/2026 08:00', [[`${from}/06/2026 10:00`, `${to}/06/2026 10:00`]]).dueAtMs;
    expect(until('13', '16')).toBe(at('16/06/2026 17:00'));
    expect(until('14', '16')).toBe(at('16/06/2026 17:00'));
    expect(until('15', '17')).toBe(at('17/06/2026 17:00'));
    expect(until('14', '15')).toBe(at('15/06/2026 17:00'));
  });

  it('[D07, DD1] found by the oracle: a year of rest counts from the day on which the pauses have ended', () => {
    const seldom = readCalendar({
      sessions: {},
      exceptions: [
        { date: '2032-05-24', kind: 'off', sessions: ['08:00-12:00'] },
        { date: '2033-06-10', kind: 'off', sessions: ['13:00-17:00'] },
      ],
    });
    const pauses = [{ fromMs: at('04/04/2032 15:00'), toMs: at('10/07/2032 13:25') }];
    const kase = { receivedAtMs: at('13/05/2032 00:01'), limit: calendarDays(1), pauses };
    expect(dueDate(kase, seldom, endOfDay)).toMatchObject({ value: { dueAtMs: at('10/06/2033 17:00') } });
  });

  it('[D07] calendar limits get whole days back, hours get minutes back', () => {
    const pause = ['03/06/2026 10:00', '05/06/2026 14:00'] as const;
    expect(due(calendarDays(7), '01/06/2026 08:00', [pause]).dueAtMs).toBe(at('10/06/2026 17:00'));
    const lunch = ['05/06/2026 11:00', '05/06/2026 13:30'] as const;
    expect(due(workingHours(2), '05/06/2026 10:00', [lunch]).dueAtMs).toBe(at('05/06/2026 14:30'));
  });
});

describe('explanations', () => {
  it('[D06] says why in one line', () => {
    expect(explainDue(due(workingDays(0), '05/06/2026 15:20').trace, 'vi')).toBe(
      'Nhận 15:20 thứ Sáu 05/06/2026 (sau 15:00) → tính sang ngày làm việc kế tiếp, thứ Hai 08/06/2026 → hẹn trả 17:00 cùng ngày',
    );
    expect(explainDue(due(workingDays(0), '05/06/2026 15:20').trace, 'en')).toBe(
      'Received 15:20 Friday 05/06/2026 (after 15:00) → the next working day, Monday 08/06/2026 → due 17:00 that day',
    );
  });

  it('[D06] names holidays, made-up days and pauses', () => {
    expect(explainDue(due(workingDays(7), '12/02/2026 10:00').trace, 'vi')).toBe(
      'Nhận 10:00 thứ Năm 12/02/2026 → 7 ngày làm việc từ ngày kế tiếp (không tính thứ Bảy, Chủ nhật, 16/02–20/02 Tết Nguyên đán), đến thứ Hai 02/03/2026 → hẹn trả 17:00 cùng ngày',
    );
    expect(explainDue(due(workingDays(3), '07/01/2026 10:00').trace, 'vi')).toContain('tính cả 10/01 làm bù');
    const pause = ['03/06/2026 10:00', '08/06/2026 14:00'] as const;
    expect(explainDue(due(workingDays(5), '01/06/2026 08:00', [pause]).trace, 'vi')).toContain(
      'tạm dừng 10:00 03/06–14:00 08/06, cộng lại 26 giờ 30 phút làm việc → hẹn trả 17:00 thứ Sáu 12/06/2026',
    );
  });

  it('[D06] a filing outside hours and a day off at the end are explained', () => {
    expect(explainDue(due(calendarDays(6), '06/06/2026 22:10').trace, 'vi')).toBe(
      'Nhận 22:10 thứ Bảy 06/06/2026 (ngoài giờ làm việc) → tính từ 07:30 thứ Hai 08/06/2026 → 6 ngày, đến Chủ nhật 14/06/2026 → trùng ngày nghỉ, chuyển sang thứ Hai 15/06/2026 → hẹn trả 17:00 cùng ngày',
    );
  });

  it('[D06] fits the record whatever the limit and the language', () => {
    for (const language of ['vi', 'en'] as const) {
      expect(explainDue(due(workingDays(250), '05/01/2026 10:00').trace, language).length).toBeLessThan(600);
    }
  });
});
