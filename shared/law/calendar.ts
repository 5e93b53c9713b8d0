import { z } from 'zod';
import { addDays, isRealDay, wardInstant, weekdayOf } from '../basics/time.ts';
import { recurringDays, recurringSchema } from './calendar/recurring.ts';
import { isCountedDay, readSessions, refuse, sessionList, WEEKDAYS } from './calendar/sessions.ts';
import type { RecurringData } from './calendar/recurring.ts';
import type { Minutes } from './calendar/sessions.ts';

const MINUTE_MS = 60_000;
const NOON = 720;
const DAY = 1440;

const weekSchema = z.partialRecord(z.enum(WEEKDAYS), sessionList);

const exceptionSchema = z
  .object({
    date: z
      .string()
      .refine(isRealDay, 'a day that exists, YYYY-MM-DD')
      .refine((day) => !isRealDay(day) || isCountedDay(day), {
        message: 'a day of the years 2000-2099',
        params: { code: 'day-out-of-range' },
      }),
    /** `work`: làm bù; `off`: nghỉ, or a shorter day when it has sessions; the others: nghỉ nửa ngày, cut at noon. */
    kind: z.enum(['work', 'off', 'offMorning', 'offAfternoon']),
    sessions: sessionList.optional(),
    reason: z.string().max(200).optional(),
    /** False: taken from a plan or computed, the ward still has to check it. */
    verified: z.boolean().optional(),
  })
  .superRefine(({ kind, sessions }, context) => {
    // "work" with an empty list could mean Monday's hours or none, so it is refused instead of guessed.
    if (kind === 'work' && sessions?.length === 0) {
      refuse(context, ['sessions'], 'exception-without-sessions', 'a working day needs a session');
    }
    if ((kind === 'offMorning' || kind === 'offAfternoon') && sessions) {
      refuse(
        context,
        ['sessions'],
        'half-day-with-sessions',
        'half a day off leaves the other half as it is',
      );
    }
  });

const exceptionList = z.array(exceptionSchema).max(5000).superRefine(checkDates);
const recurringList = z.array(recurringSchema).max(50);
const scopeId = z.string().min(1).max(60);

/** What one office, one field of procedures (lĩnh vực), or one field at one office has of its own. */
const scopeSchema = z
  .strictObject({
    office: scopeId.optional(),
    field: scopeId.optional(),
    sessions: weekSchema.default({}),
    exceptions: exceptionList.default([]),
    recurring: recurringList.optional(),
  })
  .superRefine(({ office, field }, context) => {
    if (office === undefined && field === undefined)
      refuse(context, [], 'scope-of-nobody', 'a scope names an office or a field');
  });

/**
 * Working time of an office: sessions per weekday and single days that differ (DOMAIN 4.6, 4.7; the shape of `motcua due`).
 * A missing weekday has no sessions; `work` without sessions takes Monday's; `off` with sessions leaves exactly these.
 * In a scope, a weekday or a day that it names replaces the office's; the rest stays.
 */
export const calendarSchema = z.object({
  /** Name of this version, as it stands in the traces of due dates. */
  version: z.string().min(1).max(60).optional(),
  sessions: weekSchema,
  exceptions: exceptionList.default([]),
  /** Days that come again and again, such as the first Saturday of a month; a single day above goes before them [A01]. */
  recurring: recurringList.optional(),
  scopes: z.array(scopeSchema).max(100).superRefine(checkScopes).optional(),
});

/** A calendar as data, checked by `calendarSchema`. */
export type CalendarData = z.output<typeof calendarSchema>;
type ExceptionData = z.output<typeof exceptionSchema>;
type ScopeData = z.output<typeof scopeSchema>;
type WeekData = z.output<typeof weekSchema>;

/** A stretch of working time, [start, end), epoch milliseconds. */
export type Session = { readonly startMs: number; readonly endMs: number };

/** One day that differs from its weekday. */
export type DayException = {
  readonly kind: 'work' | 'off' | 'offMorning' | 'offAfternoon';
  readonly sessions: readonly Minutes[];
  readonly reason: string;
};

/** A calendar made ready for counting by `readCalendar`. `weekly` is indexed by weekday, 0 is Sunday. */
export type WorkCalendar = {
  readonly version: string | null;
  readonly weekly: readonly (readonly Minutes[])[];
  readonly exceptions: ReadonlyMap<string, DayException>;
};

/** Whose working time is asked for: an office and a field of procedures, as the calendar's scopes name them. */
export type CalendarPlace = { readonly office?: string | undefined; readonly field?: string | undefined };

/** Whether a year has a working day. */
export function worksInYear(calendar: WorkCalendar, year: number): boolean {
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1))
    if (minutesOn(calendar, day).length > 0) return true;
  return false;
}

/** Makes a checked calendar ready for counting, as it holds at a place: office, then field, then both decide last. */
export function readCalendar(data: CalendarData, place: CalendarPlace = {}): WorkCalendar {
  const own = scopesAt(data, place);
  const sessions = Object.assign({}, data.sessions, ...own.map((scope) => scope.sessions)) as WeekData;
  const weekly = WEEKDAYS.map((name) => readSessions(sessions[name] ?? []));
  const recurring = [...(data.recurring ?? []), ...own.flatMap((scope) => scope.recurring ?? [])];
  const days = [...data.exceptions, ...own.flatMap((scope) => scope.exceptions)];
  return {
    version: data.version ?? null,
    weekly,
    exceptions: new Map([
      ...recurring.flatMap((rule) => [...recurringDays(rule)].map((day) => [day, opened(rule)] as const)),
      ...days.map((day) => [day.date, readException(day, weekly)] as const),
    ]),
  };
}

function scopesAt({ scopes = [] }: CalendarData, place: CalendarPlace): readonly ScopeData[] {
  const rank = ({ office, field }: ScopeData) => (office === undefined ? 1 : field === undefined ? 0 : 2);
  const holds = ({ office, field }: ScopeData) =>
    (office === undefined || office === place.office) && (field === undefined || field === place.field);
  return scopes.filter(holds).toSorted((a, b) => rank(a) - rank(b));
}

function readException(
  { date, kind, sessions, reason = '' }: ExceptionData,
  weekly: WorkCalendar['weekly'],
): DayException {
  const usual = weekly[weekdayOf(date)] ?? [];
  switch (kind) {
    case 'work':
      return { kind, reason, sessions: sessions ? readSessions(sessions) : (weekly[1] ?? []) };
    case 'off':
      return { kind, reason, sessions: readSessions(sessions ?? []) };
    case 'offMorning':
      return { kind, reason, sessions: between(usual, NOON, DAY) };
    case 'offAfternoon':
      return { kind, reason, sessions: between(usual, 0, NOON) };
  }
}

function opened({ sessions, reason = '' }: RecurringData): DayException {
  return { kind: sessions.length > 0 ? 'work' : 'off', reason, sessions: readSessions(sessions) };
}

function between(sessions: readonly Minutes[], from: number, to: number): readonly Minutes[] {
  return sessions
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => start < end);
}

/** The working sessions of a ward day in minutes of the day; empty on a day off. */
export function minutesOn(calendar: WorkCalendar, day: string): readonly Minutes[] {
  return calendar.exceptions.get(day)?.sessions ?? calendar.weekly[weekdayOf(day)] ?? [];
}

/** The working sessions of a ward day, first first; empty on a day off. */
export function sessionsOf(calendar: WorkCalendar, day: string): readonly Session[] {
  const sessions = minutesOn(calendar, day);
  if (sessions.length === 0) return [];
  const midnight = wardInstant(day, '00:00');
  return sessions.map(({ start, end }) => ({
    startMs: midnight + start * MINUTE_MS,
    endMs: midnight + end * MINUTE_MS,
  }));
}

/** Whether the weekly pattern alone gives the day working time. */
export function isUsualWorkday(calendar: WorkCalendar, day: string): boolean {
  return (calendar.weekly[weekdayOf(day)] ?? []).length > 0;
}

function checkDates(
  exceptions: readonly { readonly date: string }[],
  context: z.core.$RefinementCtx<unknown>,
): void {
  const seen = new Set<string>();
  exceptions.forEach(({ date }, index) => {
    if (seen.has(date)) refuse(context, [index, 'date'], 'exception-twice', `${date} stands twice`);
    seen.add(date);
  });
}

function checkScopes(scopes: readonly CalendarPlace[], context: z.core.$RefinementCtx<unknown>): void {
  const seen = new Set<string>();
  scopes.forEach(({ office, field }, index) => {
    const place = JSON.stringify([office, field]);
    if (seen.has(place)) refuse(context, [index], 'scope-twice', 'an office or field has one scope');
    seen.add(place);
  });
}
