import { z } from 'zod';
import { isRealDay, wardInstant, weekdayOf } from '../basics/time.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MINUTE_MS = 60_000;

const sessionText = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a session is written HH:MM-HH:MM');

const sessionList = z.array(sessionText).max(12).superRefine(checkSessions);

const exceptionSchema = z
  .object({
    date: z.string().refine(isRealDay, 'a day that exists, YYYY-MM-DD'),
    /** `work`: làm bù; `off`: nghỉ, or a shorter day when it has sessions. */
    kind: z.enum(['work', 'off']),
    sessions: sessionList.optional(),
    reason: z.string().max(200).optional(),
    /** False: taken from a plan or computed, the ward still has to check it. */
    verified: z.boolean().optional(),
  })
  .superRefine((exception, context) => {
    // "work" with an empty list could mean Monday's hours or none, so it is refused instead of guessed.
    if (exception.kind === 'work' && exception.sessions?.length === 0) {
      refuse(context, ['sessions'], 'exception-without-sessions', 'a working day needs a session');
    }
  });

/**
 * Working time of an office: sessions per weekday and single days that differ (DOMAIN 4.6, 4.7; the shape of `motcua due`).
 * A missing weekday has no sessions; `work` without sessions takes Monday's; `off` with sessions leaves exactly these.
 */
export const calendarSchema = z
  .object({
    sessions: z.partialRecord(z.enum(WEEKDAYS), sessionList),
    exceptions: z.array(exceptionSchema).max(5000).default([]),
  })
  .superRefine(({ exceptions }, context) => {
    const seen = new Set<string>();
    exceptions.forEach(({ date }, index) => {
      if (seen.has(date))
        refuse(context, ['exceptions', index, 'date'], 'exception-twice', `${date} stands twice`);
      seen.add(date);
    });
  });

/** A calendar as data, checked by `calendarSchema`. */
export type CalendarData = z.output<typeof calendarSchema>;

/** A stretch of working time, [start, end), epoch milliseconds. */
export type Session = { readonly startMs: number; readonly endMs: number };

/** One day that differs from its weekday. */
export type DayException = {
  readonly kind: 'work' | 'off';
  readonly sessions: readonly Minutes[];
  readonly reason: string;
};

/** A calendar made ready for counting by `readCalendar`. `weekly` is indexed by weekday, 0 is Sunday. */
export type WorkCalendar = {
  readonly weekly: readonly (readonly Minutes[])[];
  readonly exceptions: ReadonlyMap<string, DayException>;
};

type Minutes = { readonly start: number; readonly end: number };

/** Makes a checked calendar ready for counting. */
export function readCalendar(data: CalendarData): WorkCalendar {
  const weekly = WEEKDAYS.map((name) => readSessions(data.sessions[name] ?? []));
  const monday = weekly[1] ?? [];
  const exceptions = data.exceptions.map(({ date, kind, sessions, reason = '' }): [string, DayException] => {
    const usual = kind === 'work' ? monday : [];
    return [date, { kind, sessions: sessions ? readSessions(sessions) : usual, reason }];
  });
  return { weekly, exceptions: new Map(exceptions) };
}

/** The working sessions of a ward day, first first; empty on a day off. */
export function sessionsOf(calendar: WorkCalendar, day: string): readonly Session[] {
  const sessions = calendar.exceptions.get(day)?.sessions ?? calendar.weekly[weekdayOf(day)] ?? [];
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

function readSessions(texts: readonly string[]): readonly Minutes[] {
  return texts.map(readSession).toSorted((a, b) => a.start - b.start);
}

function readSession(text: string): Minutes {
  const [start = '', end = ''] = text.split('-');
  return { start: minutesOf(start), end: minutesOf(end) };
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

function checkSessions(texts: readonly string[], context: z.core.$RefinementCtx<unknown>): void {
  texts.forEach((text, index) => {
    const { start, end } = readSession(text);
    if (end <= start) refuse(context, [index], 'session-ends-before-start', `${text} ends before it starts`);
  });
  const sorted = readSessions(texts);
  const overlapping = sorted.some((session, index) => session.start < (sorted[index - 1]?.end ?? 0));
  if (overlapping) refuse(context, [], 'sessions-overlap', `${texts.join(', ')} overlap`);
}

function refuse(
  context: z.core.$RefinementCtx<unknown>,
  path: (string | number)[],
  code: string,
  message: string,
): void {
  context.addIssue({ code: 'custom', path, message, params: { code } });
}
