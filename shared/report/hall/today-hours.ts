// When the desk is open today, and why it differs from the weekday [A01] [A02].
import { addDays, wardDay } from '../../basics/time.ts';
import { isUsualWorkday, sessionsOf } from '../../law/calendar.ts';
import type { Session, WorkCalendar } from '../../law/calendar.ts';

/** Today's hours. */
export type TodayHours = {
  readonly sessions: readonly Session[];
  /** `off`: a holiday or another day off; `free`: a weekday without work; `make-up`: làm bù; `changed`: other hours than usual. */
  readonly kind: 'usual' | 'off' | 'free' | 'make-up' | 'changed';
  /** Why the day differs; empty where the calendar does not say. */
  readonly reason: string;
  /** How the desk stands at this moment; `over`: closed for the rest of the day. */
  readonly now: 'open' | 'before' | 'between' | 'over' | 'closed';
  /** The begin of the next session, today or later; null when not within two months. */
  readonly nextMs: number | null;
};

const LOOK_AHEAD = 62;

/** The hours of the day that an instant lies in [HA8]. */
export function todayHours(calendar: WorkCalendar, nowMs: number): TodayHours {
  const day = wardDay(nowMs);
  const sessions = sessionsOf(calendar, day);
  const exception = calendar.exceptions.get(day);
  return {
    sessions,
    kind: kindOf(calendar, day, sessions.length),
    reason: exception?.reason ?? '',
    now: nowIn(sessions, nowMs),
    nextMs: nextSession(calendar, nowMs),
  };
}

function kindOf(calendar: WorkCalendar, day: string, sessions: number): TodayHours['kind'] {
  const differs = calendar.exceptions.has(day);
  if (sessions === 0) return differs ? 'off' : 'free';
  if (!differs) return 'usual';
  return isUsualWorkday(calendar, day) ? 'changed' : 'make-up';
}

function nowIn(sessions: readonly Session[], nowMs: number): TodayHours['now'] {
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return 'closed';
  if (sessions.some(({ startMs, endMs }) => nowMs >= startMs && nowMs < endMs)) return 'open';
  if (nowMs < first.startMs) return 'before';
  return nowMs >= last.endMs ? 'over' : 'between';
}

function nextSession(calendar: WorkCalendar, nowMs: number): number | null {
  const today = wardDay(nowMs);
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1) {
    const next = sessionsOf(calendar, addDays(today, ahead)).find(({ startMs }) => startMs > nowMs);
    if (next) return next.startMs;
  }
  return null;
}
