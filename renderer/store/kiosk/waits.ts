// How long a wait may be, as the kiosk says it [K12]: from what was measured today, never from nothing.
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { sessionsOf } from '../../../shared/law/calendar.ts';
import { waitOfNew, waitsOf } from '../../../shared/project/waits.ts';
import { dueWorldAt } from '../../../shared/report/due-status.ts';
import type { Session } from '../../../shared/law/calendar.ts';
import type { WaitEstimate } from '../../../shared/law/queue/estimate.ts';
import type { Handlings } from '../../../shared/law/queue/handling.ts';
import type { QueueTicket } from '../../../shared/law/queue/stages.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { CounterDay } from '../../../shared/project/counters.ts';
import type { WaitingRoom } from '../../../shared/project/waits.ts';

/** What is said of a wait. Minutes are rounded to five, downwards and upwards; instants are ms. */
export type SaidWait = { readonly ahead: number } & (
  | { readonly kind: 'band'; readonly low: number; readonly high: number; readonly latestMs: number }
  /** Too few calls were measured. */
  | { readonly kind: 'no-data' }
  /** Nobody calls this queue; `backMs`: when the first counter on a break means to be back. */
  | { readonly kind: 'no-counter'; readonly backMs: number | null }
  /** Outside working hours, and nobody calls all the same. */
  | { readonly kind: 'closed'; readonly opensMs: number | null }
  /** The band reaches beyond the end of this session. */
  | { readonly kind: 'after-break'; readonly opensMs: number | null; readonly latestMs: number }
);

/** What a wait is estimated from: the day as this machine sees it. */
export type WaitWorld = {
  readonly ward: WardConfig;
  readonly tickets: readonly QueueTicket[];
  readonly counters: readonly CounterDay[];
  readonly former: Handlings;
  readonly nowMs: number;
};

const MINUTE_MS = 60_000;
const ROUND = 5;
/** A call that is not older shows that the desk works, whatever the calendar says. */
const LATELY_MS = 30 * MINUTE_MS;
/** What is said to somebody who would take a number of a queue now. */
export function waitIfTaken(
  world: WaitWorld,
  asked: { readonly series: string; readonly fieldId: string; readonly hasPriority: boolean },
): SaidWait {
  const { series, fieldId, hasPriority } = asked;
  const priority = hasPriority ? 'asked' : null;
  return said(world, waitOfNew(roomOf(world), { series, fieldId, priority, appointmentAt: null }), asked);
}

/** What is said to somebody who waits; null for one that does not. */
export function waitOf(world: WaitWorld, ticket: QueueTicket): SaidWait | null {
  if (ticket.status !== 'waiting') return null;
  const others = world.tickets.filter(({ id }) => id !== ticket.id);
  const waits = waitsOf(roomOf({ ...world, tickets: [...others, ticket] }));
  return said(world, withAhead(ticket, waits, others), ticket);
}

/** Those of the same queue alone: whom another counter calls meanwhile takes nobody's turn. */
function withAhead(
  { id, series }: QueueTicket,
  waits: ReadonlyMap<string, WaitEstimate>,
  others: readonly QueueTicket[],
): WaitEstimate | undefined {
  const own = waits.get(id);
  if (!own || own.missing !== null) return own;
  const isBefore = (other: QueueTicket) => (waits.get(other.id)?.ahead ?? Infinity) < own.ahead;
  return { ...own, ahead: others.filter((other) => other.series === series && isBefore(other)).length };
}

function roomOf({ ward, ...room }: WaitWorld): WaitingRoom {
  return { ...queueSetupOf(ward), ...room };
}

function said(world: WaitWorld, estimate: WaitEstimate | undefined, at: Place): SaidWait {
  const { ward, counters, nowMs } = world;
  const ahead = estimate?.ahead ?? 0;
  const sessions = sessionsOf(dueWorldAt(ward).calendarOf(at.fieldId), wardDay(nowMs));
  const session = sessions.find(({ startMs, endMs }) => nowMs >= startMs && nowMs < endMs);
  if (!session && !isWorking(world)) return { kind: 'closed', ahead, opensMs: opensAfter(sessions, nowMs) };
  if (estimate?.missing === 'no-counter')
    return { kind: 'no-counter', ahead, backMs: backAt(ward, counters, at, nowMs) };
  return banded(estimate, session, sessions, nowMs);
}

/** Which queue a wait is in. */
type Place = Pick<QueueTicket, 'series' | 'fieldId'>;

function banded(
  own: WaitEstimate | undefined,
  session: Session | undefined,
  sessions: readonly Session[],
  nowMs: number,
): SaidWait {
  const ahead = own?.ahead ?? 0;
  if (!own || own.low === null || own.high === null) return { kind: 'no-data', ahead };
  const low = Math.floor(own.low / ROUND) * ROUND;
  const high = Math.max(ROUND, Math.ceil(own.high / ROUND) * ROUND);
  const latestMs = nowMs + own.high * MINUTE_MS;
  if (session && latestMs > session.endMs)
    return { kind: 'after-break', ahead, opensMs: opensAfter(sessions, nowMs), latestMs };
  return { kind: 'band', ahead, low, high, latestMs };
}

/** When the first counter of a queue that is on a break means to be back; null where nobody said so, or it has passed. */
function backAt(
  { counters: all }: WardConfig,
  counters: readonly CounterDay[],
  { series }: Place,
  nowMs: number,
): number | null {
  const back = all
    .filter((counter) => counter.series.includes(series))
    .map(({ id }) => counters.find(({ counter, status }) => counter === id && status === 'break')?.until)
    .flatMap((until) => parseInstant(until ?? '') ?? [])
    .filter((ms) => ms > nowMs);
  return back.length === 0 ? null : Math.min(...back);
}

function opensAfter(sessions: readonly Session[], nowMs: number): number | null {
  return sessions.find(({ startMs }) => startMs > nowMs)?.startMs ?? null;
}

/** Whether somebody calls outside the calendar's hours: a counter was opened, or called lately. */
function isWorking({ counters, tickets, nowMs }: WaitWorld): boolean {
  if (counters.some(({ status }) => status === 'open')) return true;
  return tickets.some(({ stages }) =>
    stages.some(
      ({ kind, from }) =>
        (kind === 'called' || kind === 'serving') && nowMs - (parseInstant(from) ?? 0) < LATELY_MS,
    ),
  );
}
