import { addDays, toIso, wardDay } from '../../basics/time.ts';
import { mayFollow } from '../../law/queue/acts.ts';
import { isOpen } from '../../law/queue/stages.ts';
import { sessionsOf } from '../../law/calendar.ts';
import { formatTime } from '../../text/dates.ts';
import type { NewFact } from '../../event/facts.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { WorkCalendar } from '../../law/calendar.ts';
import type { QueueRules } from '../../law/queue/rules.ts';
import type { Folded } from '../../project/fold.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { QueueRefusal } from './refusal.ts';

/** What becomes of the open numbers when a day ends. */
export type DayEnding = {
  readonly facts: readonly NewFact[];
  readonly closed: number;
  readonly carried: number;
};

/** How far ahead the next day of work is looked for; holidays are far shorter. */
const LOOK_AHEAD = 60;

/**
 * Ends a day for every open number of it or of a day before [P13] [QU18]. A ward that carries numbers lets those that wait
 * or are held go on in the queue of its next working day, with their place; all others are closed because of the day's end.
 * One that goes on later than that already is left as it is.
 */
export function endOfDay(
  rows: readonly Folded<Ticket>[],
  day: string,
  by: { readonly rules: QueueRules; readonly calendar: WorkCalendar; readonly nowMs: number },
): DayEnding {
  const at = toIso(by.nowMs);
  const next = nextWorkday(by.calendar, day, wardDay(by.nowMs));
  const isCarried = ({ status }: Ticket) => by.rules.overnight === 'carry' && mayFollow('carry', status);
  const open = rows.flatMap(({ id, heads, state }) =>
    state && isOpen(state.status) && state.queueDay <= day ? [{ id, heads, state }] : [],
  );
  const facts = open.map(({ id, heads, state }): NewFact => {
    const place = { subject: id, parents: heads, sealed: null };
    return isCarried(state)
      ? { type: 'ticket-carried', body: { day: next, at }, ...place }
      : { type: 'ticket-closed', body: { because: 'end-of-day', note: '', at }, ...place };
  });
  const carried = facts.filter(({ type }) => type === 'ticket-carried').length;
  return { facts, carried, closed: facts.length - carried };
}

/** Who may send people home while the desk is in its hours: DOMAIN 4.3 gives them its supervision. */
const leaders: readonly ActorRole[] = ['head', 'leader', 'admin'];

/**
 * Why a day is not ended now: the desk is in its hours and numbers of that day are open, so that who waits would be sent home.
 * Whoever leads the desk may all the same [QU18].
 * @param role null where the roles are not asked
 */
export function refuseDayEnd(
  tickets: readonly Ticket[],
  day: string,
  by: { readonly role: ActorRole | null; readonly calendar: WorkCalendar; readonly nowMs: number },
): QueueRefusal | null {
  const end = sessionsOf(by.calendar, day).at(-1)?.endMs;
  if (by.role === null || leaders.includes(by.role) || end === undefined || by.nowMs >= end) return null;
  const open = tickets.filter(({ status, queueDay }) => isOpen(status) && queueDay === day).length;
  return open === 0 ? null : { code: 'day-not-over', open, until: formatTime(end) };
}

/** The first day of work after a day, and not before today. */
function nextWorkday(calendar: WorkCalendar, day: string, today: string): string {
  const first = addDays(day, 1) > today ? addDays(day, 1) : today;
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1) {
    const one = addDays(first, ahead);
    if (sessionsOf(calendar, one).length > 0) return one;
  }
  return first;
}
