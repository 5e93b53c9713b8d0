import { wardDay } from '../../basics/time.ts';
import { workMinutesBetween } from './work-time.ts';
import type { WorkCalendar } from '../calendar.ts';

/** Where a dossier stands against its due time (DOMAIN 4.6): the first three finished, the last three running. */
export type DueStatus = 'early' | 'onTime' | 'late' | 'inTime' | 'nearlyDue' | 'overdue';

/**
 * A dossier's status and the working minutes from then to the due time; negative once it has passed. `mostDays`: of the time
 * left at most so many days are said as days, the rest in hours; no bound where it is left out.
 */
export type Standing = {
  readonly status: DueStatus;
  readonly workMinutes: number;
  readonly mostDays?: number;
};

/** What a ward calls early and nearly due, in working minutes. `earlyMinutes` null: finished on a day before the due day. */
export type StandingRule = { readonly earlyMinutes: number | null; readonly nearlyMinutes: number };

/** The instant a result was ready at the desk, or now while it is not. */
export type Moment = { readonly finishedAtMs: number } | { readonly nowMs: number };

/** Early by the day, nearly due within one working day of 8 hours (DOMAIN 4.6 [DESIGN]; a ward may set others). */
export const usualStandingRule: StandingRule = { earlyMinutes: null, nearlyMinutes: 480 };

/**
 * Finished: early, on time (to the due minute) or late, by when the result was ready, not by when the citizen comes.
 * Running: in time, nearly due (sắp đến hạn) or overdue (DOMAIN 4.6).
 */
export function standingOf(
  moment: Moment,
  dueAtMs: number,
  calendar: WorkCalendar,
  rule: StandingRule = usualStandingRule,
): Standing {
  const atMs = 'finishedAtMs' in moment ? moment.finishedAtMs : moment.nowMs;
  const workMinutes = workMinutesBetween(atMs, dueAtMs, calendar);
  if ('nowMs' in moment) {
    if (atMs > dueAtMs) return { status: 'overdue', workMinutes };
    return { status: workMinutes <= rule.nearlyMinutes ? 'nearlyDue' : 'inTime', workMinutes };
  }
  return { status: finishedStatus(atMs, dueAtMs, () => calendar, rule.earlyMinutes), workMinutes };
}

/**
 * Early, on time or late, without counting working time where the days decide it.
 * @param calendarOf asked only where early is a matter of working minutes
 */
export function finishedStatus(
  atMs: number,
  dueAtMs: number,
  calendarOf: () => WorkCalendar,
  earlyMinutes: number | null,
): 'early' | 'onTime' | 'late' {
  if (atMs > dueAtMs) return 'late';
  // A due time of 24:00 still belongs to the day it ends.
  const early =
    earlyMinutes === null
      ? wardDay(atMs) < wardDay(dueAtMs - 1)
      : workMinutesBetween(atMs, dueAtMs, calendarOf()) >= earlyMinutes;
  return early ? 'early' : 'onTime';
}
