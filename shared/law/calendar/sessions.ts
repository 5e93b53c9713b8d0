// Hours of one day as an office writes them down.
import { z } from 'zod';

/** Names of the weekdays, Sunday first. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Days outside these years are slips of the pen; the bounds keep every count short. */
const FIRST_DAY = '2000-01-01';
/** The last day that is counted. */
export const LAST_DAY = '2099-12-31';

/** Whether a ward day lies in the years that calendars and due dates are counted in. */
export function isCountedDay(day: string): boolean {
  return FIRST_DAY <= day && day <= LAST_DAY;
}

/** A stretch of one day, in minutes from its midnight. */
export type Minutes = { readonly start: number; readonly end: number };

const sessionText = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a session is written HH:MM-HH:MM');

/** The sessions of a day, `HH:MM-HH:MM`, in any order; none of them overlap. */
export const sessionList = z.array(sessionText).max(12).superRefine(checkSessions);

/** Checked sessions in minutes, first first. */
export function readSessions(texts: readonly string[]): readonly Minutes[] {
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

/** Refuses a place of a document under a code. */
export function refuse(
  context: z.core.$RefinementCtx<unknown>,
  path: (string | number)[],
  code: string,
  message: string,
): void {
  context.addIssue({ code: 'custom', path, message, params: { code } });
}
