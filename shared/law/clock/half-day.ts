import { wardDay, wardInstant } from '../../basics/time.ts';
import { sessionsOf } from '../calendar.ts';
import type { Session, WorkCalendar } from '../calendar.ts';
import type { Start } from './whole-days.ts';

type Halves = { readonly morning: Session | null; readonly afternoon: Session | null };

/** The half-day after the one that a count begins in: the same afternoon, else the first half of `nextDay`. */
export function nextHalf(calendar: WorkCalendar, start: Start, nextDay: string): Session | null {
  const { afternoon } = halvesOf(calendar, start.today);
  if (isMorning(calendar, start) && afternoon) return afternoon;
  const next = halvesOf(calendar, nextDay);
  return next.morning ?? next.afternoon;
}

/** End of the same half of another day; a day that lacks this half lends its other one. */
export function sameHalfOn(calendar: WorkCalendar, start: Start, day: string): number | null {
  const { morning, afternoon } = halvesOf(calendar, day);
  const half = isMorning(calendar, start) ? (morning ?? afternoon) : (afternoon ?? morning);
  return half?.endMs ?? null;
}

/** End of the half-day in which a limit ends; an end of session belongs to the half it ends. */
export function endOfHalf(calendar: WorkCalendar, ms: number): number | null {
  const { morning, afternoon } = halvesOf(calendar, wardDay(ms - 1));
  if (morning && ms <= morning.endMs) return morning.endMs;
  return afternoon?.endMs ?? null;
}

/** Sessions that begin before noon make up the morning, the others the afternoon. */
function halvesOf(calendar: WorkCalendar, day: string): Halves {
  const noon = wardInstant(day, '12:00');
  const sessions = sessionsOf(calendar, day);
  const around = (part: readonly Session[]): Session | null => {
    const [first, last] = [part[0], part.at(-1)];
    return first && last ? { startMs: first.startMs, endMs: last.endMs } : null;
  };
  return {
    morning: around(sessions.filter(({ startMs }) => startMs < noon)),
    afternoon: around(sessions.filter(({ startMs }) => startMs >= noon)),
  };
}

/** An end of session, where a step may take over from another, belongs to the half it ends. */
function isMorning(calendar: WorkCalendar, { startMs, today, continues }: Start): boolean {
  const { morning } = halvesOf(calendar, today);
  return morning !== null && (continues ? startMs <= morning.endMs : startMs < morning.endMs);
}
