import type { Collection } from 'dexie';
import { err, ok } from '../../shared/basics/result.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { takePlace, ticketNamespace } from '../../shared/decide/numbers.ts';
import { callTicket, finishTicket, issueTicket, nextWaiting } from '../../shared/decide/tickets.ts';
import { readSupplies } from './supplies.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { TicketWish } from '../../shared/decide/tickets.ts';
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
export function issue(db: DeskDatabase, writing: Writing, wish: TicketWish, alone: boolean): Outcome<string> {
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

/** Calls the next waiting ticket of the given series to a counter; refuses while the counter still serves one. */
export function callNext(
  db: DeskDatabase,
  writing: Writing,
  counter: string,
  series: readonly string[],
): Outcome<string> {
  const day = wardDay(writing.nowMs);
  const read = () =>
    Promise.all([standing(db, day, 'called').toArray(), standing(db, day, 'waiting').toArray()]);
  return transact(db, writing, read, ([called, waiting]) => {
    const busy = called.find((row) => row.state?.counter === counter);
    if (busy?.state) return err({ code: 'counter-busy' as const, number: busy.state.number });
    const next = nextWaiting(waiting, series);
    if (!next) return err({ code: 'queue-empty' as const });
    return decided(next.id, callTicket(next, counter, writing.nowMs));
  });
}

/** Calls one ticket again, or a chosen waiting one; refuses while the counter still serves another. */
export function callOne(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  counter: string,
): Outcome<string> {
  const day = wardDay(writing.nowMs);
  const read = () => Promise.all([db.tickets.get(ticketId), standing(db, day, 'called').toArray()]);
  return transact(db, writing, read, ([row, called]) => {
    const busy = called.find((other) => other.state?.counter === counter && other.id !== ticketId);
    if (busy?.state) return err({ code: 'counter-busy' as const, number: busy.state.number });
    return decided(ticketId, callTicket(row, counter, writing.nowMs));
  });
}

/** Ends a called ticket. */
export function finish(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  outcome: 'served' | 'absent',
): Outcome<string> {
  const read = () => db.tickets.get(ticketId);
  return transact(db, writing, read, (row) => decided(ticketId, finishTicket(row, outcome, writing.nowMs)));
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
