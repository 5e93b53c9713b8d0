import { describe, expect, it } from 'vitest';
import { wardInstant } from '../../../shared/basics/time.ts';
import { readCalendar, sessionsOf } from '../../../shared/law/calendar.ts';
import { standingOf } from '../../../shared/law/clock/standing.ts';
import { workMinutesBetween } from '../../../shared/law/clock/work-time.ts';
import { defaultCalendar, unverifiedDaysOff } from '../../../shared/law/default-calendar.ts';
import { runDueDocument } from '../../../shared/law/due-document.ts';

const hours = ['07:30-11:30', '13:00-17:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const policy = { dueAt: 'endOfDay', cutoff: '15:00' };
const limit = { value: 0, unit: 'workingDay' };
const good = { id: 'a', receivedAt: '2026-06-05T15:20:00+07:00', limit };

function run(cases: readonly unknown[], calendar: unknown = { sessions: week, exceptions: [] }) {
  const answer = runDueDocument({ calendar, policy, cases });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.results;
}

function faults(document: unknown) {
  const answer = runDueDocument(document);
  return answer.ok ? [] : answer.error.faults.map(({ path, code }) => `${path} ${code}`);
}

describe('motcua due', () => {
  it('[D05] answers with the ward offset and a trace', () => {
    expect(run([good])).toEqual([
      {
        id: 'a',
        dueAt: '2026-06-08T17:00:00+07:00',
        trace: [
          { step: 'received', at: '2026-06-05T15:20:00+07:00' },
          { step: 'after-cutoff', cutoff: '15:00', day: '2026-06-08' },
          { step: 'due', at: '2026-06-08T17:00:00+07:00' },
        ],
      },
    ]);
  });

  it('[D05] one bad case gives its own error and spares the others', () => {
    const results = run([
      good,
      { ...good, id: 'open', pauses: [{ from: '2026-06-05T16:00:00+07:00', to: null }] },
      { ...good, id: 'open2', pauses: [{ from: '2026-06-05T16:00:00+07:00' }] },
      {
        ...good,
        id: 'back',
        pauses: [{ from: '2026-06-05T16:00:00+07:00', to: '2026-06-05T15:00:00+07:00' }],
      },
      { ...good, id: 'one and a half', limit: { value: 1.5, unit: 'workingDay' } },
      { ...good, id: 'negative', limit: { value: -1, unit: 'calendarDay' } },
      { ...good, id: 'unit', limit: { value: 1, unit: 'week' } },
      { ...good, id: 'time', receivedAt: '2026-02-30T10:00:00+07:00' },
      { ...good, id: 'no offset', receivedAt: '2026-06-05T15:20:00' },
      { ...good, id: 'policy', policy: { dueAt: 'never' } },
      { ...good, id: 'far', receivedAt: '9999-06-05T15:20:00+07:00' },
      'nonsense',
      { ...good, id: 'z' },
    ]);
    const codes = results.map((result) => `${result.id} ${'error' in result ? result.error.code : 'ok'}`);
    expect(codes).toEqual([
      'a ok',
      'open paused',
      'open2 paused',
      'back pause-order',
      'one and a half limit-value',
      'negative limit-value',
      'unit case-invalid',
      'time case-invalid',
      'no offset case-invalid',
      'policy case-invalid',
      'far time-out-of-range',
      'null case-invalid',
      'z ok',
    ]);
  });

  it('[D05] a case may have a policy of its own, in part or whole', () => {
    const results = run([
      { ...good, policy: { cutoff: null } },
      { ...good, limit: { value: 1, unit: 'workingDay' }, policy: { dueAt: 'sameTime' } },
    ]);
    expect(results.map((result) => 'dueAt' in result && result.dueAt)).toEqual([
      '2026-06-05T17:00:00+07:00',
      '2026-06-08T15:20:00+07:00',
    ]);
  });

  it('[D05] a calendar without working days ends the search', () => {
    expect(run([good], { sessions: {} })[0]).toMatchObject({ error: { code: 'no-working-time' } });
    expect(run([good], { sessions: { mon: [] }, exceptions: [] })[0]).toMatchObject({
      error: { code: 'no-working-time' },
    });
  });

  it('[D05] a bad document is refused whole, with the place of each fault', () => {
    const calendar = { sessions: week, exceptions: [] };
    expect(faults(null)).toEqual([' invalid_type']);
    expect(faults({ calendar, policy, cases: 'none' })).toEqual(['cases invalid_type']);
    expect(faults({ calendar, policy: { dueAt: 'noon' }, cases: [] })).toEqual([
      'policy.dueAt invalid_value',
    ]);
    const sessions = (mon: unknown) => ({
      calendar: { sessions: { mon }, exceptions: [] },
      policy,
      cases: [],
    });
    expect(faults(sessions(['07:30-11:30', '11:00-12:00']))).toEqual([
      'calendar.sessions.mon sessions-overlap',
    ]);
    expect(faults(sessions(['11:30-07:30']))).toEqual(['calendar.sessions.mon.0 session-ends-before-start']);
    expect(faults(sessions(['7:30-11:30']))).toEqual(['calendar.sessions.mon.0 invalid_format']);
    const weekday = { calendar: { sessions: { monday: hours } }, policy, cases: [] };
    expect(faults(weekday)).toEqual(['calendar.sessions unrecognized_keys']);
    const exceptions = (...list: unknown[]) => ({
      calendar: { sessions: week, exceptions: list },
      policy,
      cases: [],
    });
    expect(faults(exceptions({ date: '2026-02-30', kind: 'off' }))).toEqual([
      'calendar.exceptions.0.date custom',
    ]);
    expect(faults(exceptions({ date: '2026-02-28', kind: 'work', sessions: [] }))).toEqual([
      'calendar.exceptions.0.sessions exception-without-sessions',
    ]);
    const twice = { date: '2026-02-27', kind: 'off' };
    expect(faults(exceptions(twice, twice))).toEqual(['calendar.exceptions.1.date exception-twice']);
  });
});

describe('calendars', () => {
  const clocks = (sessions: ReturnType<typeof sessionsOf>, day: string) =>
    sessions.map(({ startMs, endMs }) =>
      [startMs, endMs].map((ms) => (ms - wardInstant(day, '00:00')) / 3_600_000),
    );

  it('[D05] work without sessions takes Monday, off with sessions leaves exactly these', () => {
    const calendar = readCalendar({
      sessions: { mon: ['08:00-12:00'], tue: hours },
      exceptions: [
        { date: '2026-06-06', kind: 'work' },
        { date: '2026-06-09', kind: 'off', sessions: ['13:00-24:00', '09:00-10:00'] },
        { date: '2026-06-16', kind: 'off' },
      ],
    });
    expect(clocks(sessionsOf(calendar, '2026-06-06'), '2026-06-06')).toEqual([[8, 12]]);
    expect(clocks(sessionsOf(calendar, '2026-06-09'), '2026-06-09')).toEqual([
      [9, 10],
      [13, 24],
    ]);
    expect(sessionsOf(calendar, '2026-06-16')).toEqual([]);
    expect(sessionsOf(calendar, '2026-06-10')).toEqual([]);
  });

  it('[D05] the default calendar knows what is unverified and keeps 24/11 out', () => {
    const calendar = readCalendar(defaultCalendar);
    expect(sessionsOf(calendar, '2026-11-24')).toHaveLength(2);
    expect(unverifiedDaysOff.map(({ date }) => date)).toContain('2026-11-24');
    const unverified = defaultCalendar.exceptions.filter(({ verified }) => verified === false);
    expect(unverified.map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2026-08-22', '2026-08-31', '2027-02-08']),
    );
    expect(sessionsOf(calendar, '2026-02-20')).toEqual([]);
    expect(sessionsOf(calendar, '2026-01-10')).toHaveLength(2);
  });

  it('[D10] working minutes and status follow DOMAIN 4.6', () => {
    const calendar = readCalendar(defaultCalendar);
    const due = wardInstant('2026-06-08', '17:00');
    expect(workMinutesBetween(wardInstant('2026-06-05', '16:00'), due, calendar)).toBe(540);
    expect(workMinutesBetween(due, wardInstant('2026-06-05', '16:00'), calendar)).toBe(-540);
    const finished = (day: string, clock: string) =>
      standingOf({ finishedAtMs: wardInstant(day, clock) }, due, calendar).status;
    expect(finished('2026-06-05', '17:00')).toBe('early');
    expect(finished('2026-06-08', '08:00')).toBe('onTime');
    expect(finished('2026-06-08', '17:00')).toBe('onTime');
    expect(finished('2026-06-08', '17:01')).toBe('late');
    const running = (day: string, clock: string) =>
      standingOf({ nowMs: wardInstant(day, clock) }, due, calendar).status;
    expect(running('2026-06-05', '16:59')).toBe('inTime');
    expect(running('2026-06-05', '17:00')).toBe('nearlyDue');
    expect(running('2026-06-08', '17:00')).toBe('nearlyDue');
    expect(running('2026-06-08', '17:01')).toBe('overdue');
  });
});
