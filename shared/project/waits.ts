// When waiting numbers will be called, from what a page reads: tickets, counters, and how the ward leads its queue.
import { estimateWaits } from '../law/queue/estimate.ts';
import { measureHandling, withFormer } from '../law/queue/handling.ts';
import type { OpenDesk, WaitEstimate } from '../law/queue/estimate.ts';
import type { Handlings } from '../law/queue/handling.ts';
import type { QueueDesk } from '../law/queue/order.ts';
import type { QueueRules } from '../law/queue/rules.ts';
import type { QueueTicket } from '../law/queue/stages.ts';
import type { CounterDay } from './counters.ts';

/** A waiting room at a moment. */
export type WaitingRoom = {
  readonly rules: QueueRules;
  /** The ward's counters; null: none is named, so nothing can be said. */
  readonly desks: readonly QueueDesk[] | null;
  /** The day's queue, those included that were served: from them comes how long a call takes. */
  readonly tickets: readonly QueueTicket[];
  /**
   * Counters as they stand; one on a break is not open. One that nobody opened today counts as open only while nobody opened
   * any: at a desk that does not sign in, or before the day begins.
   */
  readonly counters: readonly CounterDay[];
  readonly nowMs: number;
  /** How long calls took on former days (`measureHandling` of their tickets). */
  readonly former?: Handlings;
};

const NOBODY: Handlings = new Map();

/**
 * When every waiting number will be called, by id [QU7].
 * @example
 * const room = { ...queueSetupOf(ward), tickets, counters, nowMs };
 * const said = waitsOf(room).get(ticket.id); // { ahead: 3, minutes: 12, low: 6, high: 20, missing: null }
 */
export function waitsOf(room: WaitingRoom): ReadonlyMap<string, WaitEstimate> {
  const { tickets, rules, nowMs, former = NOBODY } = room;
  const measured = withFormer(measureHandling(tickets), former);
  return estimateWaits({ tickets, rules, nowMs }, openDesks(room), measured);
}

/** When a number would be called that somebody takes now: what a kiosk says before, and on the paper. */
export function waitOfNew(
  room: WaitingRoom,
  asked: Pick<QueueTicket, 'series' | 'fieldId' | 'priority' | 'appointmentAt'>,
): WaitEstimate {
  const place = `${String(room.nowMs).padStart(13, '0')}-ffff`;
  const course = { status: 'waiting', place, boundTo: null, counter: null, stages: [], undone: [] } as const;
  const taken: QueueTicket = { ...asked, ...course, id: NEW, number: NEW, priorityRule: null };
  const known = waitsOf({ ...room, tickets: [...room.tickets, taken] }).get(NEW);
  return known ?? { ahead: 0, minutes: null, low: null, high: null, missing: 'no-data' };
}

/** Sorts after every number. */
const NEW = '~';

/** The counters that call now [QU19]. */
function openDesks({ desks, counters, tickets }: WaitingRoom): readonly OpenDesk[] {
  const opened = new Map(counters.map(({ counter, status }) => [counter, status]));
  const called = callingCounters(tickets);
  const isOpen = (id: string) => {
    const status = opened.get(id);
    return status === undefined ? opened.size === 0 || called.has(id) : status === 'open';
  };
  return (desks ?? []).map((desk) => ({ ...desk, open: isOpen(desk.id) }));
}

/** Counters that somebody was called to today, whether or not anybody opened them. */
export function callingCounters(tickets: readonly Pick<QueueTicket, 'stages'>[]): ReadonlySet<string> {
  const stages = tickets.flatMap((ticket) => ticket.stages);
  return new Set(
    stages.flatMap(({ kind, counter }) =>
      counter !== null && (kind === 'called' || kind === 'serving') ? [counter] : [],
    ),
  );
}
