import { addDays, wardDay, wardInstant } from '../../basics/time.ts';
import { minutesOn, sessionsOf } from '../calendar.ts';
import type { Session, WorkCalendar } from '../calendar.ts';

/** A stretch of time, [from, to), epoch milliseconds. */
export type Span = { readonly fromMs: number; readonly toMs: number };

/** A calendar that has a year without a working day is taken to have none: every search ends, and the calendar is refused. */
const SEARCH_DAYS = 365;
const MINUTE_MS = 60_000;

/** Whether any working time lies on the day. */
export function isWorkingDay(calendar: WorkCalendar, day: string): boolean {
  return minutesOn(calendar, day).length > 0;
}

/** The first working day after `day`; null when the calendar has none within the search limit. */
export function nextWorkingDay(calendar: WorkCalendar, day: string): string | null {
  for (let n = 1; n <= SEARCH_DAYS; n += 1) {
    const candidate = addDays(day, n);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  return null;
}

/** First working instant of a day, or null on a day off. */
export function startOfWork(calendar: WorkCalendar, day: string): number | null {
  return sessionsOf(calendar, day)[0]?.startMs ?? null;
}

/** Last working instant of a day, or null on a day off. */
export function endOfWork(calendar: WorkCalendar, day: string): number | null {
  return sessionsOf(calendar, day).at(-1)?.endMs ?? null;
}

/** The instant itself when it is working time, else the next one that is; null when none comes. An end of session is not working time. */
export function workingInstant(calendar: WorkCalendar, ms: number): number | null {
  const day = wardDay(ms);
  const today = sessionsOf(calendar, day).find((session) => ms < session.endMs);
  if (today) return Math.max(ms, today.startMs);
  const next = nextWorkingDay(calendar, day);
  return next === null ? null : startOfWork(calendar, next);
}

/** Milliseconds of working time in [from, to); 0 when `to` is not after `from`. */
export function workMsBetween(calendar: WorkCalendar, fromMs: number, toMs: number): number {
  let total = 0;
  for (let day = wardDay(fromMs); wardInstant(day, '00:00') < toMs; day = addDays(day, 1)) {
    for (const { startMs, endMs } of sessionsOf(calendar, day)) {
      total += Math.max(0, Math.min(endMs, toMs) - Math.max(startMs, fromMs));
    }
  }
  return total;
}

/** Whole minutes of working time from one instant to another; negative when the second comes first. */
export function workMinutesBetween(fromMs: number, toMs: number, calendar: WorkCalendar): number {
  if (toMs < fromMs) return -workMinutesBetween(toMs, fromMs, calendar);
  return Math.floor(workMsBetween(calendar, fromMs, toMs) / MINUTE_MS);
}

/**
 * Working days that begin after the one that runs, or after the next one while nobody works, to the day of `toMs`: as the
 * law counts days, in which the day that one starts from is none.
 */
export function daysToCome(calendar: WorkCalendar, fromMs: number, toMs: number): number {
  const startMs = workingInstant(calendar, fromMs);
  if (startMs === null) return 0;
  let days = 0;
  // An instant of 24:00 still belongs to the day it ends.
  const last = wardDay(toMs - 1);
  for (let day = addDays(wardDay(startMs), 1); day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) days += 1;
  }
  return days;
}

/**
 * The earliest instant by which `workMs` of working time outside the pauses have passed since `fromMs`. It may be the end
 * of a session (a limit may end at an end). Null when the calendar runs dry.
 * @param pauses merged and in order
 */
export function advance(
  calendar: WorkCalendar,
  fromMs: number,
  workMs: number,
  pauses: readonly Span[],
): number | null {
  let left = workMs;
  if (left === 0) return fromMs;
  for (let day = wardDay(fromMs), empty = 0; empty < SEARCH_DAYS; day = addDays(day, 1)) {
    const sessions = sessionsOf(calendar, day);
    empty = sessions.length === 0 ? empty + 1 : 0;
    for (const { startMs, endMs } of sessions.flatMap((session) => without(session, pauses))) {
      const start = Math.max(startMs, fromMs);
      if (endMs - start >= left) return start + left;
      left -= Math.max(0, endMs - start);
    }
  }
  return null;
}

function without(session: Session, pauses: readonly Span[]): readonly Session[] {
  const free: Session[] = [];
  let startMs = session.startMs;
  for (const { fromMs, toMs } of pauses) {
    if (toMs <= startMs || fromMs >= session.endMs) continue;
    if (fromMs > startMs) free.push({ startMs, endMs: fromMs });
    startMs = toMs;
  }
  if (startMs < session.endMs) free.push({ startMs, endMs: session.endMs });
  return free;
}
