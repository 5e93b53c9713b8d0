// Tickets and acts on them for tests that need some, by the usual rules of a ward.
import { toIso } from '../../../shared/basics/time.ts';
import { decideTicket } from '../../../shared/decide/queue/act.ts';
import { usualSetup } from '../../../shared/decide/queue/world.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { TicketWish } from '../../../shared/decide/queue/wish.ts';
import type { QueueWorld } from '../../../shared/decide/queue/world.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** 2026-06-05 08:00 at the ward. */
export const EIGHT_MS = Date.UTC(2026, 5, 5, 1);

/** A place in the queue at a moment. */
export function placeAt(ms: number): string {
  return `${String(ms).padStart(13, '0')}-0000`;
}

/** A ticket that waits since eight, but for what the test says. */
export function ticketWith(changes: Partial<Ticket> = {}): Ticket {
  const number = changes.number ?? 'A001';
  const issuedAt = changes.issuedAt ?? toIso(EIGHT_MS);
  const service = { series: number.slice(0, 1), fieldId: 'chung-thuc', procedureCode: null, services: [] };
  return {
    id: number,
    number,
    day: '2026-06-05',
    priority: null,
    priorityRule: null,
    appointmentAt: null,
    via: 'kiosk',
    person: null,
    ahead: 0,
    issuedAt,
    ...service,
    status: 'waiting',
    counter: null,
    queueDay: '2026-06-05',
    place: placeAt(Date.parse(issuedAt)),
    boundTo: null,
    clerk: null,
    calls: 0,
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    hold: null,
    stages: [],
    before: null,
    undone: [],
    printed: null,
    papers: 0,
    rating: null,
    ...changes,
  };
}

/** The row of a ticket. */
export function rowOf(state: Ticket): Folded<Ticket> {
  return { id: state.id, state, heads: ['h'], lastKey: 'k', events: 2 };
}

/** How a ward of the usual rules sees an act. */
export function queueWorld(nowMs: number, changes: Partial<QueueWorld> = {}): QueueWorld {
  return { ...usualSetup, nowMs, role: null, tickets: [], ...changes };
}

type Row = Folded<Ticket> | undefined;

/** An act on a ticket by the usual rules. */
function actOn(row: Row, wish: TicketWish, nowMs: number): Result<NewFact, Refusal> {
  return decideTicket(row, wish, queueWorld(nowMs));
}

/** A call of one ticket. */
export function callTicket(row: Row, counter: string, nowMs: number): Result<NewFact, Refusal> {
  return actOn(row, { act: 'call', counter, reason: '' }, nowMs);
}

/** The end of a call. */
export function finishTicket(
  row: Row,
  outcome: 'served' | 'absent',
  nowMs: number,
): Result<NewFact, Refusal> {
  return actOn(row, { act: 'finish', outcome }, nowMs);
}
