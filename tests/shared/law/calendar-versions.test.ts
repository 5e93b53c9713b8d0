import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, wardInstant } from '../../../shared/basics/time.ts';
import { calendarSchema, readCalendar, sessionsOf } from '../../../shared/law/calendar.ts';
import { affectedDossiers } from '../../../shared/law/calendar/affected.ts';
import { computedDaysOff } from '../../../shared/law/calendar/days-off.ts';
import { lunarDay } from '../../../shared/law/calendar/lunar.ts';
import { calendarAt, publishCalendar } from '../../../shared/law/calendar/versions.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { runDueDocument } from '../../../shared/law/due-document.ts';
import { faultsOf } from '../../../shared/law/faults.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { demoWard } from '../../support/demo.ts';
import type { CalendarData } from '../../../shared/law/calendar.ts';
import type { Promised } from '../../../shared/law/calendar/affected.ts';
import type { CalendarVersion } from '../../../shared/law/calendar/versions.ts';

const hours = ['07:30-11:30', '13:00-17:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };

function read(json: unknown): CalendarData {
  return calendarSchema.parse(json);
}

function clocks(data: CalendarData, day: string, place = {}): readonly string[] {
  const clock = (ms: number) => {
    const minute = (ms - wardInstant(day, '00:00')) / 60_000;
    return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  };
  return sessionsOf(readCalendar(data, place), day).map(
    ({ startMs, endMs }) => `${clock(startMs)}-${clock(endMs)}`,
  );
}

describe('days that differ', () => {
  it('[DD2] half a day off is cut at noon and leaves the other half as it is', () => {
    const day = (kind: string, sessions: readonly string[] = hours) =>
      clocks(read({ sessions: { tue: sessions }, exceptions: [{ date: '2026-06-09', kind }] }), '2026-06-09');
    expect(day('offMorning')).toEqual(['13:00-17:00']);
    expect(day('offAfternoon')).toEqual(['7:30-11:30']);
    expect(day('offMorning', ['08:00-16:00'])).toEqual(['12:00-16:00']);
    expect(day('offAfternoon', ['08:00-16:00'])).toEqual(['8:00-12:00']);
    expect(day('offAfternoon', ['13:00-17:00'])).toEqual([]);
  });

  it('[DD2] an office, a field, and a field at an office have working time of their own; the rest stays', () => {
    const data = read({
      sessions: week,
      exceptions: [{ date: '2026-06-10', kind: 'off' }],
      scopes: [
        { field: 'cu-tru', office: 'cong-an', exceptions: [{ date: '2026-06-13', kind: 'off' }] },
        { field: 'cu-tru', sessions: { sat: ['07:30-11:30'] } },
        {
          office: 'cong-an',
          sessions: { sat: ['08:00-10:00'], mon: [] },
          exceptions: [{ date: '2026-06-10', kind: 'work', sessions: hours }],
        },
      ],
    });
    expect(clocks(data, '2026-06-06')).toEqual([]);
    expect(clocks(data, '2026-06-06', { field: 'cu-tru' })).toEqual(['7:30-11:30']);
    expect(clocks(data, '2026-06-06', { office: 'cong-an' })).toEqual(['8:00-10:00']);
    // The field decides after the office, both together last.
    expect(clocks(data, '2026-06-06', { office: 'cong-an', field: 'cu-tru' })).toEqual(['7:30-11:30']);
    expect(clocks(data, '2026-06-13', { office: 'cong-an', field: 'cu-tru' })).toEqual([]);
    expect(clocks(data, '2026-06-10', { field: 'cu-tru' })).toEqual([]);
    expect(clocks(data, '2026-06-10', { office: 'cong-an' })).toHaveLength(2);
    expect(clocks(data, '2026-06-08', { office: 'cong-an' })).toEqual([]);
    expect(clocks(data, '2026-06-08', { office: 'khac', field: 'khac' })).toHaveLength(2);
  });
});

describe('bad calendars, limits and times', () => {
  const faults = (calendar: unknown) => {
    const parsed = calendarSchema.safeParse(calendar);
    return parsed.success ? [] : faultsOf(parsed.error).map(({ path, code }) => `${path} ${code}`);
  };
  const withException = (exception: unknown) => faults({ sessions: week, exceptions: [exception] });

  it('[DD8] every refusal of a calendar names its field', () => {
    expect(faults({ sessions: { tue: ['07:30-11:30', '11:00-12:00'] } })).toEqual([
      'sessions.tue sessions-overlap',
    ]);
    expect(faults({ sessions: { tue: ['07:30-24:01'] } })).toEqual(['sessions.tue.0 invalid_format']);
    expect(withException({ date: '1900-01-01', kind: 'off' })).toEqual([
      'exceptions.0.date day-out-of-range',
    ]);
    expect(withException({ date: '2100-01-01', kind: 'off' })).toEqual([
      'exceptions.0.date day-out-of-range',
    ]);
    expect(withException({ date: '2099-12-31', kind: 'off' })).toEqual([]);
    expect(withException({ date: '2026-02-29', kind: 'off' })).toEqual(['exceptions.0.date custom']);
    expect(withException({ date: '2026-06-09', kind: 'offMorning', sessions: hours })).toEqual([
      'exceptions.0.sessions half-day-with-sessions',
    ]);
    const scopes = (...list: unknown[]) => faults({ sessions: week, scopes: list });
    expect(scopes({ sessions: week })).toEqual(['scopes.0 scope-of-nobody']);
    expect(scopes({ field: 'a' }, { field: 'a' })).toEqual(['scopes.1 scope-twice']);
    expect(scopes({ field: 'a', sessions: { sat: ['10:00-09:00'] } })).toEqual([
      'scopes.0.sessions.sat.0 session-ends-before-start',
    ]);
    expect(scopes({ feild: 'a' })).toEqual(expect.arrayContaining(['scopes.0 unrecognized_keys']));
  });

  it.each([
    ['limit −1', { limit: { value: -1, unit: 'workingDay' } }, 'limit-value', 'limit.value: -1'],
    ['limit 10,000', { limit: { value: 10_000, unit: 'calendarDay' } }, 'limit-value', 'limit.value: 10000'],
    ['a day and a half', { limit: { value: 1.5, unit: 'workingDay' } }, 'limit-value', 'limit.value: 1.5'],
    [
      'received 1900',
      { receivedAt: '1900-06-05T08:00:00+07:00' },
      'time-out-of-range',
      'receivedAt: 1900-06-05',
    ],
    [
      'received 2100',
      { receivedAt: '2100-06-05T08:00:00+07:00' },
      'time-out-of-range',
      'receivedAt: 2100-06-05',
    ],
    [
      'paused 1900',
      { pauses: [{ from: '1900-06-05T08:00:00+07:00', to: '2026-06-05T09:00:00+07:00' }] },
      'time-out-of-range',
      'pauses.0.from: ',
    ],
    [
      'resumed 2100',
      { pauses: [{ from: '2026-06-05T08:00:00+07:00', to: '2100-06-05T09:00:00+07:00' }] },
      'time-out-of-range',
      'pauses.0.to: ',
    ],
    ['an open pause', { pauses: [{ from: '2026-06-05T08:00:00+07:00' }] }, 'paused', 'pauses.0.to: '],
    ['no time at all', { receivedAt: 'yesterday' }, 'case-invalid', 'receivedAt: '],
  ])('[DD8] %s is refused by the name of its field', (_what, wrong, code, message) => {
    const kase = {
      id: 'a',
      receivedAt: '2026-06-05T08:00:00+07:00',
      limit: { value: 1, unit: 'workingDay' },
      ...wrong,
    };
    const answer = runDueDocument({
      calendar: { sessions: week },
      policy: { dueAt: 'endOfDay' },
      cases: [kase],
    });
    expect(answer.ok && answer.value.results[0]).toMatchObject({
      id: 'a',
      error: { code, message: expect.stringContaining(message) },
    });
  });

  it('[DD8] a year without working days ends the count, whether always or once', () => {
    const year = (first: string, days: number) =>
      Array.from({ length: days }, (_, n) => ({ date: addDays(first, n), kind: 'off' }));
    const run = (calendar: unknown, unit: string) => {
      const cases = [
        {
          id: 'a',
          receivedAt: '2026-12-31T08:00:00+07:00',
          limit: { value: unit === 'workingHour' ? 9 : 1, unit },
        },
      ];
      const answer = runDueDocument({ calendar, policy: { dueAt: 'endOfDay' }, cases });
      return answer.ok && answer.value.results[0];
    };
    const refused = {
      error: { code: 'no-working-time', message: expect.stringContaining('calendar.sessions') },
    };
    for (const unit of ['workingDay', 'calendarDay', 'workingHour']) {
      expect(run({ sessions: {} }, unit)).toMatchObject(refused);
      expect(run({ sessions: week, exceptions: year('2027-01-01', 365) }, unit)).toMatchObject(refused);
      expect(run({ sessions: week, exceptions: year('2027-01-01', 360) }, unit)).toHaveProperty('dueAt');
      // The next year begins within the search, but nobody works in the year of the receipt.
      expect(run({ sessions: week, exceptions: year('2026-01-01', 365) }, unit)).toMatchObject(refused);
    }
    const ward = demoWard();
    for (const calendar of [{ sessions: {} }, { sessions: week, exceptions: year('2027-01-01', 365) }])
      expect(faultsOf(wardSchema.safeParse({ ...ward, calendar }).error!)).toMatchObject([
        { path: 'calendar.sessions', code: 'calendar-year-empty' },
      ]);
    expect(wardSchema.safeParse({ ...ward, calendar: { sessions: week } }).success).toBe(true);
    const cutoff = { ...ward.duePolicy, cutoff: '99:99' };
    expect(faultsOf(wardSchema.safeParse({ ...ward, duePolicy: cutoff }).error!)).toMatchObject([
      { path: 'duePolicy.cutoff' },
    ]);
  });
});

describe('versions of a calendar', () => {
  const version = (name: string, day: string, more: Partial<CalendarData> = {}): CalendarVersion => ({
    calendar: { ...read({ sessions: week }), ...more, version: name },
    publishedAtMs: wardInstant(day, '08:00'),
    by: 'quan-tri',
    ground: 'VB 12729/VPCP-KGVX',
  });
  const first = version('2026-1', '2026-01-02');

  it('[DD9] dates are counted by the version in force at the time, and say which', () => {
    const history = publishCalendar([first], version('2026-2', '2026-03-01'));
    const versions = history.ok ? history.value : [];
    const at = (day: string) => calendarAt(versions, wardInstant(day, '09:00'))?.calendar.version ?? null;
    expect(['2026-01-01', '2026-01-02', '2026-02-28', '2026-03-01', '2027-01-01'].map(at)).toEqual([
      null,
      '2026-1',
      '2026-1',
      '2026-2',
      '2026-2',
    ]);
    const answer = runDueDocument({
      calendar: { ...first.calendar },
      policy: { dueAt: 'endOfDay' },
      cases: [{ id: 'a', receivedAt: '2026-06-05T08:00:00+07:00', limit: { value: 1, unit: 'workingDay' } }],
    });
    expect(answer.ok && answer.value.results[0]).toHaveProperty(
      'trace',
      expect.arrayContaining([{ step: 'calendar', version: '2026-1' }]),
    );
  });

  it('[DD9] a version is never changed: a name, a time or a ground that does not fit is refused by field', () => {
    expect(publishCalendar([first], version('2026-1', '2026-03-01'))).toMatchObject({
      error: { code: 'calendar-version-twice', field: 'version' },
    });
    expect(publishCalendar([first], version('2026-2', '2026-01-02'))).toMatchObject({
      error: { code: 'calendar-version-order', field: 'publishedAt' },
    });
    expect(publishCalendar([], { ...first, ground: ' ' })).toMatchObject({
      error: { code: 'calendar-ground-missing', field: 'ground' },
    });
    expect(publishCalendar([], version('x', '2026-01-02', { sessions: {} }))).toMatchObject({
      error: { code: 'calendar-year-empty', field: 'sessions', year: 2026 },
    });
    const scopes = read({
      sessions: {},
      scopes: [{ field: 'a', sessions: { mon: [], tue: [], wed: [], thu: [], fri: [] } }],
    }).scopes;
    expect(publishCalendar([], version('x', '2026-01-02', scopes ? { scopes } : {}))).toMatchObject({
      error: { code: 'calendar-year-empty', field: 'scopes.0.sessions', year: 2026 },
    });
  });
});

describe('a calendar that changes', () => {
  const swapped = {
    ...defaultCalendar,
    exceptions: defaultCalendar.exceptions.filter(({ date }) => date !== '2026-01-10'),
  };
  const promised = (id: string, day: string, value: number): Promised => ({
    id,
    kase: { receivedAtMs: wardInstant(day, '10:00'), limit: { value, unit: 'workingDay' }, pauses: [] },
    policy: { dueAt: 'endOfDay', cutoff: '15:00' },
    place: {},
  });
  const list = [
    promised('trước', '2026-01-06', 2),
    promised('qua', '2026-01-07', 4),
    promised('đúng ngày', '2026-01-07', 3),
    promised('sau', '2026-01-12', 3),
  ];
  const [before, after] = [readCalendar(defaultCalendar), readCalendar(swapped)];

  it('[DD9] lists the dossiers that it would move, and by how much, and changes none', () => {
    const frozen = structuredClone(list);
    expect(
      affectedDossiers(
        list,
        () => before,
        () => after,
      ),
    ).toEqual([
      {
        id: 'qua',
        dueAt: '2026-01-12T17:00:00+07:00',
        newDueAt: '2026-01-13T17:00:00+07:00',
        workMinutes: 480,
      },
      {
        id: 'đúng ngày',
        dueAt: '2026-01-10T17:00:00+07:00',
        newDueAt: '2026-01-12T17:00:00+07:00',
        workMinutes: 480,
      },
    ]);
    expect(list).toEqual(frozen);
    expect(
      affectedDossiers(
        list,
        () => after,
        () => before,
      ).map(({ id }) => id),
    ).toEqual(['qua', 'đúng ngày']);
    expect(
      affectedDossiers(
        list,
        () => before,
        () => before,
      ),
    ).toEqual([]);
    const never = readCalendar({ sessions: {}, exceptions: [] });
    expect(
      affectedDossiers(
        list.slice(0, 1),
        () => before,
        () => never,
      ),
    ).toMatchObject([{ id: 'trước', refusal: { code: 'no-working-time' } }]);
  });

  it('[DD9] motcua due answers with them when the document brings the changed calendar', () => {
    const cases = [
      { id: 'a', receivedAt: '2026-01-07T10:00:00+07:00', limit: { value: 3, unit: 'workingDay' } },
      { id: 'b' },
    ];
    const document = { calendar: defaultCalendar, policy: { dueAt: 'endOfDay' }, cases };
    const plain = runDueDocument(document);
    expect(plain.ok && Object.keys(plain.value)).toEqual(['results']);
    const answer = runDueDocument({ ...document, changedCalendar: swapped });
    expect(answer.ok && answer.value.affected).toEqual([
      {
        id: 'a',
        dueAt: '2026-01-10T17:00:00+07:00',
        newDueAt: '2026-01-12T17:00:00+07:00',
        workMinutes: 480,
      },
    ]);
    expect(answer.ok && plain.ok && answer.value.results).toEqual(plain.ok && plain.value.results);
  });
});

describe('lunar defaults', () => {
  it('[DD10] Tết and giỗ Tổ as in DOMAIN 4.7', () => {
    const years = [2025, 2026, 2027, 2028, 2029, 2030];
    expect(years.map((year) => `${lunarDay(year, 1, 1)} ${lunarDay(year, 3, 10)}`)).toEqual([
      '2025-01-29 2025-04-07',
      '2026-02-17 2026-04-26',
      '2027-02-06 2027-04-16',
      '2028-01-26 2028-04-04',
      '2029-02-13 2029-04-23',
      '2030-02-02 2030-04-12',
    ]);
  });

  it('[DD10] the midnight is Vietnam’s: in 1968, 1985, 2007 and 2030 the Chinese new year is another day', () => {
    expect([1968, 1985, 2007, 2030].map((year) => [lunarDay(year, 1, 1), lunarDay(year, 1, 1, 8)])).toEqual([
      ['1968-01-29', '1968-01-30'],
      ['1985-01-21', '1985-02-20'],
      ['2007-02-17', '2007-02-18'],
      ['2030-02-02', '2030-02-03'],
    ]);
  });

  it('[DD10] by the Chinese midnight it agrees with the calendar of ICU, but for new moons within minutes of midnight', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    const wanted = Array.from({ length: 100 }, (_, n) => 2000 + n).flatMap((year) =>
      [1, 3, 7, 12].map((month) => ({ year, month })),
    );
    const other = wanted.filter(({ year, month }) => {
      const day = new Date(`${lunarDay(year, month, 10, 8)}T12:00:00Z`);
      return icu.format(day) !== `${month}/10`;
    });
    expect(other.length).toBeLessThanOrEqual(6);
  });

  it('[DD10] the first of the year lies between 20 January and 21 February, 12 or 13 moons apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2098 }), (year) => {
        const [first, next] = [lunarDay(year, 1, 1), lunarDay(year + 1, 1, 1)];
        const days = (wardInstant(next, '00:00') - wardInstant(first, '00:00')) / 86_400_000;
        return (
          `${year}-01-20` <= first &&
          first <= `${year}-02-21` &&
          [353, 354, 355, 383, 384, 385].includes(days)
        );
      }),
      { numRuns: 199, seed: 4 },
    );
  });

  it('[DD10] the days off of a year: moved from weekends, marked as defaults where the moon or the Government decides', () => {
    const rule = { tetDaysBefore: 1, weeklyRest: [0, 6] };
    const days = computedDaysOff(2028, rule).map(
      ({ date, reason, verified }) => `${date} ${reason}${verified ? '' : ' ?'}`,
    );
    expect(days).toEqual(
      expect.arrayContaining([
        '2028-01-01 Tết Dương lịch',
        '2028-01-03 nghỉ bù Tết Dương lịch',
        '2028-01-25 Tết Nguyên đán ?',
        '2028-01-31 nghỉ bù Tết Nguyên đán ?',
        '2028-04-04 Giỗ Tổ Hùng Vương ?',
        '2028-05-02 nghỉ bù Ngày Chiến thắng 30/4',
        '2028-09-01 Quốc khánh (ngày liền trước) ?',
        '2028-09-04 nghỉ bù Quốc khánh 2/9',
      ]),
    );
    expect(new Set(defaultCalendar.exceptions.map(({ date }) => date)).size).toBe(
      defaultCalendar.exceptions.length,
    );
    expect(calendarSchema.safeParse(defaultCalendar).success).toBe(true);
  });
});
