import { addDays, parseInstant, toIso, wardDay } from '../../basics/time.ts';
import { sessionsOf } from '../../law/calendar.ts';
import type { Session, WorkCalendar } from '../../law/calendar.ts';
import type { QueueRules } from '../../law/queue/rules.ts';
import type { IssuingLock } from '../../project/counters.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { QueueRefusal } from './refusal.ts';

/** Who asks for a number, and where. */
export type IssueRequest = {
  readonly fieldId: string;
  /** The issuing machine. */
  readonly device: string;
  /** Keyed token of the person; null where none was asked for. */
  readonly person: string | null;
  /** Who gives it; the kiosk where it is not said. `roll`: a clerk enters a number of the paper roll. */
  readonly given?: 'kiosk' | 'check-in' | 'clerk' | 'roll';
};

/** By what a number is given or not. */
export type IssueWorld = {
  readonly nowMs: number;
  readonly rules: QueueRules;
  readonly calendar: WorkCalendar;
  /** The day's tickets; read only where the ward bounds them. */
  readonly tickets: readonly Ticket[];
  readonly locks: readonly IssuingLock[];
  /** When the new number would be called at the latest; null: nobody can say. */
  readonly callAtMs: number | null;
};

const MINUTE_MS = 60_000;
/** How far ahead the next session is looked for, in days. */
const LOOK_AHEAD = 31;

/**
 * Why no number is given now; null when it is. A stop of the field, the kiosk or the whole desk comes first (its text is for
 * the citizen), then the hours, the day's bounds, and last whether it would still be its turn today (DOMAIN 8.2) [QU10].
 * A stop of the field or of everything binds a clerk too, who lifts it or sends nobody into a queue that nobody calls; hours
 * and bounds do not. A number of the paper roll is in its person's hand already, so a stop of the field comes too late for it.
 * Whoever checks in for an appointment has been promised a turn, so only stops and hours count [QU13].
 */
export function refuseIssue(request: IssueRequest, world: IssueWorld): QueueRefusal | null {
  const { given = 'kiosk' } = request;
  const stop = stopped(request, world);
  if (stop || given === 'clerk' || given === 'roll') return stop;
  if (given === 'check-in') return shut(world);
  return shut(world) ?? contingent(request, world) ?? ofPerson(request, world) ?? late(world);
}

function stopped(
  { fieldId, device, given }: IssueRequest,
  { locks, nowMs }: IssueWorld,
): QueueRefusal | null {
  const lock = locks.find(({ scope, locked, until }) => {
    const untilMs = until === null ? null : parseInstant(until);
    if (!locked || (untilMs !== null && nowMs >= untilMs)) return false;
    if (scope.kind === 'all') return true;
    if (scope.kind === 'field') return given !== 'roll' && scope.fieldId === fieldId;
    // What is stopped is the machine that people stand before, not the clerk who works on the same one.
    return given !== 'clerk' && given !== 'roll' && scope.device === device;
  });
  return lock ? { code: 'issuing-stopped', text: lock.text.vi } : null;
}

function shut({ rules, nowMs, calendar }: IssueWorld): QueueRefusal | null {
  const { hours } = rules.issuing;
  if (hours === null || hoursToday(rules, calendar, wardDay(nowMs)).some((one) => isWithin(one, nowMs)))
    return null;
  return { code: 'issuing-shut', opensAt: opensNext(rules, calendar, nowMs) };
}

function contingent({ fieldId }: IssueRequest, { rules, tickets }: IssueWorld): QueueRefusal | null {
  const max = rules.issuing.contingents.find((one) => one.fieldId === fieldId)?.perDay;
  if (max === undefined) return null;
  const given = tickets.filter(
    (ticket) => firstField(ticket) === fieldId && ticket.status !== 'closed',
  ).length;
  return given >= max ? { code: 'contingent-used', max } : null;
}

/** The field that a number was taken for, wherever it was sent since. */
function firstField({ fieldId, stages, series }: Ticket): string {
  const [first] = stages;
  return first === undefined || first.series === series ? fieldId : '';
}

function ofPerson({ person }: IssueRequest, { rules, tickets }: IssueWorld): QueueRefusal | null {
  const max = rules.issuing.perPerson;
  if (max === null || person === null) return null;
  const given = tickets.filter((ticket) => ticket.person === person && ticket.status !== 'closed').length;
  return given >= max ? { code: 'person-limit', max } : null;
}

/** Its turn would come after the desk closes. */
function late({ rules, nowMs, calendar, callAtMs }: IssueWorld): QueueRefusal | null {
  if (!rules.issuing.stopBeforeClosing || callAtMs === null) return null;
  const end = sessionsOf(calendar, wardDay(nowMs)).at(-1)?.endMs;
  if (end === undefined || callAtMs <= end) return null;
  return { code: 'issuing-too-late', opensAt: opensNext(rules, calendar, end) };
}

function hoursToday({ issuing }: QueueRules, calendar: WorkCalendar, day: string): readonly Session[] {
  const { opensBefore = 0, closesBefore = 0 } = issuing.hours ?? {};
  return sessionsOf(calendar, day).map(({ startMs, endMs }) => ({
    startMs: startMs - opensBefore * MINUTE_MS,
    endMs: endMs - closesBefore * MINUTE_MS,
  }));
}

function isWithin({ startMs, endMs }: Session, nowMs: number): boolean {
  return nowMs >= startMs && nowMs < endMs;
}

/** When numbers are given next; null when not within a month. */
function opensNext(rules: QueueRules, calendar: WorkCalendar, afterMs: number): string | null {
  const today = wardDay(afterMs);
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1) {
    const sessions = hoursToday(rules, calendar, addDays(today, ahead));
    const next = sessions.find(({ startMs, endMs }) => startMs > afterMs && endMs > startMs);
    if (next) return toIso(next.startMs);
  }
  return null;
}
