import type { Collection } from 'dexie';
import { err, ok } from '../../shared/basics/result.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { takePlace, ticketNamespace } from '../../shared/decide/numbers.ts';
import { callNextAt, decideTicket } from '../../shared/decide/queue/act.ts';
import { usualSetup } from '../../shared/decide/queue/world.ts';
import { issueTicket } from '../../shared/decide/tickets.ts';
import { readSupplies } from './supplies.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { QueueSetup } from '../../shared/decide/queue/world.ts';
import type { TicketWish } from '../../shared/decide/queue/wish.ts';
import type { IssueWish } from '../../shared/decide/tickets.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, Decision, StorageFault, Writing } from './transact.ts';

type Outcome<T> = Promise<Result<Committed<T>, Refusal | StorageFault>>;

/**
 * Issues a ticket: takes the number, counts who waits ahead, writes. With no block left it answers `supply-empty`, so that
 * the caller may lease one; with `alone` it goes on in the storage's own series instead.
 */
export function issue(db: DeskDatabase, writing: Writing, wish: IssueWish, alone: boolean): Outcome<string> {
  const day = wardDay(writing.nowMs);
  const read = () =>
    Promise.all([
      readSupplies(db, ticketNamespace(day, wish.series), alone),
      waitingAhead(db, day, wish.series, wish.priority !== null),
    ]);
  return transact(db, writing, read, ([supplies, ahead], place) => {
    const taken = takePlace(supplies, place, alone);
    if (!taken) return err({ code: 'supply-empty' as const });
    const fact = issueTicket(wish, taken.place, day, ahead, writing.nowMs);
    return ok({ value: wish.ticketId, facts: [fact], supplies: [taken.rest] });
  });
}

/**
 * Calls who is next at a counter that serves the given series; refuses while the counter still serves one. `choose` picks
 * among the rows as they stand in the transaction, where not simply the next is called [CL6].
 */
export function callNext(
  db: DeskDatabase,
  writing: Writing,
  counter: string,
  series: readonly string[],
  setup: QueueSetup = usualSetup,
  choose: typeof callNextAt = callNextAt,
): Outcome<string> {
  return transact(
    db,
    writing,
    () => queueOf(db, wardDay(writing.nowMs), setup),
    (rows) => {
      const world = { ...setup, nowMs: writing.nowMs, role: null };
      const fact = choose(rows, { id: counter, series }, world);
      return fact.ok ? decided(fact.value.subject, fact) : fact;
    },
  );
}

/** Calls one ticket again, or a chosen waiting one; refuses while the counter still serves another. */
export function callOne(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  counter: string,
  setup: QueueSetup = usualSetup,
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
function actOnTicket(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  wish: TicketWish,
  setup: QueueSetup = usualSetup,
): Outcome<string> {
  const { nowMs } = writing;
  // Only these ask how the others stand.
  const asks = wish.act === 'call' || wish.act === 'readmit';
  const day = wardDay(nowMs);
  const queue = wish.act === 'readmit' ? () => ticketsOf(db, day) : () => queueOf(db, day, setup);
  const read = () => Promise.all([db.tickets.get(ticketId), asks ? queue() : []]);
  return transact(db, writing, read, ([row, rows]) => {
    const tickets = rows.flatMap(({ state }) => (state ? [state] : []));
    return decided(ticketId, decideTicket(row, wish, { ...setup, nowMs, role: null, tickets }));
  });
}

/** What the order of a day's queue is made from: who waits and who stands at a counter; all where former calls count. */
export function queueOf(db: DeskDatabase, day: string, { rules }: QueueSetup): PromiseLike<Folded<Ticket>[]> {
  if (rules.mode === 'interleaved' || rules.calls.absentAgain) return ticketsOf(db, day);
  const states = ['waiting', 'called', 'serving'] as const;
  return Promise.all(states.map((status) => standing(db, day, status).toArray())).then((parts) =>
    parts.flat(),
  );
}

/** All tickets of one ward-local day, in the order of their numbers. */
export function ticketsOf(db: DeskDatabase, day: string): Promise<Folded<Ticket>[]> {
  return db.tickets.where('[state.day+state.number]').between([day, ''], [day, '\uffff']).toArray();
}

/** Who will be called before a new ticket of a series: everybody waiting, or those with priority when it has priority too. */
function waitingAhead(db: DeskDatabase, day: string, series: string, priority: boolean): PromiseLike<number> {
  const waiting = standing(db, day, 'waiting', series);
  return priority ? waiting.filter((row) => row.state?.priority !== null).count() : waiting.count();
}

/** Tickets of a day in one state, of one series or of all. */
function standing(
  db: DeskDatabase,
  day: string,
  status: Ticket['status'],
  series?: string,
): Collection<Folded<Ticket>, string> {
  const index = db.tickets.where('[state.day+state.status+state.series]');
  return index.between([day, status, series ?? ''], [day, status, series ?? '\uffff'], true, true);
}

function decided(value: string, fact: Result<NewFact, Refusal>): Result<Decision<string>, Refusal> {
  return fact.ok ? ok({ value, facts: [fact.value] }) : fact;
}
