// What the rules of the queue say to one counter, before anything is asked of the store.
import { decideTicket } from '../../../../../shared/decide/queue/act.ts';
import { callOf, serves } from '../../../../../shared/law/queue/order.ts';
import { stageNow } from '../../../../../shared/law/queue/stages.ts';
import { waiterOf } from '../../../../../shared/report/hall/room-now.ts';
import { waitLight } from '../../../../../shared/report/hall/lights.ts';
import type { Refusal } from '../../../../../shared/decide/refusal.ts';
import type { QueueWorld } from '../../../../../shared/decide/queue/world.ts';
import type { QueueDesk } from '../../../../../shared/law/queue/order.ts';
import type { QueueRules, WaitBounds } from '../../../../../shared/law/queue/rules.ts';
import type { OpenState } from '../../../../../shared/law/queue/stages.ts';
import type { Folded } from '../../../../../shared/project/fold.ts';
import type { HelpCall } from '../../../../../shared/project/hall.ts';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { Light } from '../../../../../shared/report/hall/lights.ts';

/** Whether a chosen number may be called, what has to be said first, and the numbers that it goes before. */
export type Pick = {
  readonly need: 'nothing' | 'asked' | 'required' | 'not-allowed';
  readonly overtaken: readonly string[];
};

/** What a counter has to say to call this number now [L02] [P02]; the act itself decides once more. */
export function pickOf(world: QueueWorld, desk: QueueDesk, ticket: Ticket): Pick {
  const wide = serves(desk, ticket) ? desk : { ...desk, series: [...desk.series, ticket.series] };
  const { why, overtaken } = callOf(world, wide, ticket);
  if (why !== 'chosen' || ticket.status !== 'waiting' || overtaken.length === 0)
    return { need: 'nothing', overtaken: [] };
  const numbers = overtaken.map((id) => world.tickets.find((one) => one.id === id)?.number ?? id);
  const { roles, reason } = world.rules.pick;
  const isAllowed = roles === null || (roles as readonly unknown[]).includes(world.role);
  return { need: isAllowed ? reason : 'not-allowed', overtaken: numbers };
}

/** The first of many numbers in words: `A001, A002, A003…`. */
export function firstNumbers(numbers: readonly string[], most = 4): string {
  const shown = numbers.slice(0, most).join(', ');
  return numbers.length > most ? `${shown}…` : shown;
}

/** How a called number stands with its calls. */
export type Recall = {
  /** Calls so far at this counter. */
  readonly call: number;
  /** Null: as often as the clerk likes. */
  readonly most: number | null;
  readonly state: 'ready' | 'locked' | 'used';
  /** Until it may be called again. */
  readonly seconds: number;
};

/** Whether a called number may be called again now, and if not, why [P08] [P09]. */
export function recallOf(ticket: Ticket, rules: QueueRules, nowMs: number): Recall {
  const { most } = rules.calls;
  const call = stageNow(ticket)?.calls ?? 0;
  const wish = { act: 'call', counter: ticket.counter ?? '', reason: '' } as const;
  const row = { id: ticket.id, state: ticket, heads: [], lastKey: '', events: 0 };
  const decided = decideTicket(row, wish, { rules, nowMs, role: null, tickets: [], desks: null });
  if (decided.ok) return { call, most, state: 'ready', seconds: 0 };
  if (decided.error.code === 'call-locked')
    return { call, most, state: 'locked', seconds: decided.error.seconds };
  return { call, most, state: 'used', seconds: 0 };
}

/** What becomes of somebody who did not come and is back [P10]: the place that the number gets, or why it gets none. */
export type Readmission =
  { readonly place: 'kept' | 'end'; readonly passed: number } | { readonly refused: Refusal };

/** What taking an absent number back would do now. */
export function readmissionOf(row: Folded<Ticket>, world: QueueWorld): Readmission {
  const decided = decideTicket(row, { act: 'readmit' }, world);
  if (!decided.ok) return { refused: decided.error };
  const fact = decided.value;
  return fact.type === 'ticket-readmitted' ? fact.body : { place: 'kept', passed: 0 };
}

/** A waiting number with its time and light. */
export type WaitMark = { readonly waitedMs: number; readonly light: Light; readonly carried: boolean };

/** How long somebody waits, and how that looks [P17]; a number of an earlier day is late whatever the clock says. */
export function waitMark(ticket: Ticket, bounds: WaitBounds, nowMs: number): WaitMark {
  const { waitedMs } = waiterOf(ticket, nowMs);
  const carried = ticket.queueDay !== ticket.day;
  return { waitedMs, carried, light: carried ? 'late' : waitLight(waitedMs, bounds) };
}

/** How many of each light wait. */
export function countLights(marks: readonly WaitMark[]): Readonly<Record<Light, number>> {
  const counts = { ok: 0, warn: 0, late: 0 };
  for (const { light } of marks) counts[light] += 1;
  return counts;
}

/** Numbers that are set aside, those for this counter first, the oldest first; those for other counters last. */
export function heldFor(tickets: readonly Ticket[], desk: QueueDesk): readonly Ticket[] {
  const rank = ({ hold, series }: Ticket) => {
    if (hold?.counter === desk.id) return 0;
    if (hold?.counter === null && desk.series.includes(series)) return 1;
    return 2;
  };
  const since = ({ hold }: Ticket) => hold?.since ?? '';
  return tickets
    .filter(({ status }) => status === 'held')
    .toSorted((a, b) => rank(a) - rank(b) || (since(a) < since(b) ? -1 : 1));
}

/** Who was called and did not come, as far as this counter serves them or called them; the latest first. */
export function absentFor(tickets: readonly Ticket[], desk: QueueDesk): readonly Ticket[] {
  const since = (ticket: Ticket) => stageNow(ticket)?.from ?? '';
  return tickets
    .filter((ticket) => ticket.status === 'absent' && (serves(desk, ticket) || ticket.counter === desk.id))
    .toSorted((a, b) => (since(a) > since(b) ? -1 : 1));
}

/** Calls for help that stand, one's own last: it is the others' that one has to answer. */
export function standingHelp(calls: readonly HelpCall[], own: string): readonly HelpCall[] {
  const isOwn = ({ counter }: HelpCall) => Number(counter === own);
  return calls
    .filter(({ status }) => status !== 'over')
    .toSorted((a, b) => isOwn(a) - isOwn(b) || (a.calledAt < b.calledAt ? -1 : 1));
}

/** Open numbers of one state, for the end of the day. */
export type OpenGroup = { readonly status: OpenState; readonly numbers: readonly string[] };

const endOrder: readonly OpenState[] = ['serving', 'called', 'waiting', 'held', 'absent'];

/** Numbers that are still open, by state, those at counters first [P13]. */
export function openGroups(tickets: readonly Ticket[]): readonly OpenGroup[] {
  return endOrder
    .map((status) => ({
      status,
      numbers: tickets
        .filter((ticket) => ticket.status === status)
        .map(({ number }) => number)
        .toSorted(),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}
