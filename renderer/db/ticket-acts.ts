import { ok } from '../../shared/basics/result.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { callNextAt, decideTicket } from '../../shared/decide/queue/act.ts';
import { decideRating } from '../../shared/decide/queue/rating.ts';
import { deskOf, usualSetup } from '../../shared/decide/queue/world.ts';
import { countersOf, queueOf, statesOf, ticketsOf } from './hall/queue-rows.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { Rating } from '../../shared/decide/queue/rating.ts';
import type { QueueSetup, QueueWorld } from '../../shared/decide/queue/world.ts';
import type { TicketWish } from '../../shared/decide/queue/wish.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, Decision, StorageFault, Writing } from './transact.ts';

type Outcome<T> = Promise<Result<Committed<T>, Refusal | StorageFault>>;

/** By what acts on the queue are judged: how the ward leads it, and the role of who acts, where it is known. */
export type ActingSetup = QueueSetup & { readonly role?: QueueWorld['role'] };

/**
 * Calls who is next at a counter that serves the given series; refuses while the counter still serves one or is not open.
 * `choose` picks among the rows as they stand in the transaction, where not simply the next is called [CL6].
 */
export function callNext(
  db: DeskDatabase,
  writing: Writing,
  counter: string,
  series: readonly string[],
  setup: ActingSetup = usualSetup,
  choose: typeof callNextAt = callNextAt,
): Outcome<string> {
  const day = wardDay(writing.nowMs);
  const read = () => Promise.all([queueOf(db, day, setup), countersOf(db, day)]);
  return transact(db, writing, read, ([rows, counters]) => {
    const world = { role: null, ...setup, nowMs: writing.nowMs, counters };
    const desk = { ...deskOf(setup, counter, series), id: counter, series };
    const fact = choose(rows, desk, world);
    return fact.ok ? decided(fact.value.subject, fact) : fact;
  });
}

/** Calls one ticket again, or a chosen waiting one; refuses while the counter still serves another. */
export function callOne(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  counter: string,
  setup: ActingSetup = usualSetup,
): Outcome<string> {
  return actOnTicket(db, writing, ticketId, { act: 'call', counter, reason: '' }, setup);
}

/** Ends a called ticket. */
export function finish(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  outcome: 'served' | 'absent',
): Outcome<string> {
  return actOnTicket(db, writing, ticketId, { act: 'finish', outcome });
}

/** Does with a ticket what a clerk wants, as far as the ward's rules allow it. */
export function actOnTicket(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  wish: TicketWish,
  setup: ActingSetup = usualSetup,
): Outcome<string> {
  const { nowMs } = writing;
  const day = wardDay(nowMs);
  const read = () =>
    Promise.all([
      db.tickets.get(ticketId),
      othersFor(db, day, wish, setup),
      wish.act === 'call' ? countersOf(db, day) : [],
    ]);
  return transact(db, writing, read, ([row, rows, counters]) => {
    const world = { role: null, ...setup, nowMs, tickets: statesOf(rows), counters };
    return decided(ticketId, decideTicket(row, wish, world));
  });
}

/** Writes down what the person of a number thinks of the visit, once [QU17]. */
export function rate(db: DeskDatabase, writing: Writing, ticketId: string, rating: Rating): Outcome<string> {
  return transact(
    db,
    writing,
    () => db.tickets.get(ticketId),
    (row) => decided(ticketId, decideRating(row, rating, writing.nowMs)),
  );
}

/** Only these acts ask how the others stand. */
function othersFor(db: DeskDatabase, day: string, { act }: TicketWish, setup: QueueSetup) {
  if (act === 'readmit') return ticketsOf(db, day);
  if (act === 'call') return queueOf(db, day, setup);
  return [];
}

function decided(value: string, fact: Result<NewFact, Refusal>): Result<Decision<string>, Refusal> {
  return fact.ok ? ok({ value, facts: [fact.value] }) : fact;
}
