import type { Collection } from 'dexie';
import { err, ok } from '../../shared/basics/result.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { takeNumber, ticketNamespace } from '../../shared/decide/numbers.ts';
import { callTicket, finishTicket, issueTicket, nextWaiting } from '../../shared/decide/tickets.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { NumberSupply } from '../../shared/decide/numbers.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { TicketPlace, TicketWish } from '../../shared/decide/tickets.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, Decision, OwnPlace, StorageFault, Writing } from './transact.ts';

type Outcome<T> = Promise<Result<Committed<T>, Refusal | StorageFault>>;

/** Numbers this storage gives itself when neither a block nor a host is there [N5]; the series carries its own letters. */
const OWN_SERIES_END = 999;

/**
 * Issues a ticket: takes the number, counts who waits ahead, writes. With no block left it answers `supply-empty`, so that
 * the caller may lease one; with `alone` it goes on in the storage's own series instead.
 */
export function issue(db: DeskDatabase, writing: Writing, wish: TicketWish, alone: boolean): Outcome<string> {
  const day = wardDay(writing.nowMs);
  return transact(db, writing, async (place) => {
    const [taken, ahead] = await Promise.all([
      takeFor(db, place, ticketNamespace(day, wish.series), alone),
      standing(db, day, 'waiting', wish.series).count(),
    ]);
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
  return transact(db, writing, async () => {
    const day = wardDay(writing.nowMs);
    const called = await standing(db, day, 'called').toArray();
    const busy = called.find((row) => row.state?.counter === counter);
    if (busy?.state) return err({ code: 'counter-busy' as const, number: busy.state.number });
    const next = nextWaiting(await standing(db, day, 'waiting').toArray(), series);
    if (!next) return err({ code: 'queue-empty' as const });
    return decided(next.id, callTicket(next, counter, writing.nowMs));
  });
}

/** Calls one ticket again, or a chosen waiting one. */
export function callOne(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  counter: string,
): Outcome<string> {
  return transact(db, writing, async () =>
    decided(ticketId, callTicket(await db.tickets.get(ticketId), counter, writing.nowMs)),
  );
}

/** Ends a called ticket. */
export function finish(
  db: DeskDatabase,
  writing: Writing,
  ticketId: string,
  outcome: 'served' | 'absent',
): Outcome<string> {
  return transact(db, writing, async () =>
    decided(ticketId, finishTicket(await db.tickets.get(ticketId), outcome, writing.nowMs)),
  );
}

/** All tickets of one ward-local day, in the order of their numbers. */
export function ticketsOf(db: DeskDatabase, day: string): Promise<Folded<Ticket>[]> {
  return db.tickets.where('[state.day+state.number]').between([day, ''], [day, '\uffff']).toArray();
}

/** Takes the next number of a namespace; `alone` falls back to the storage's own series. */
export async function takeFor(
  db: DeskDatabase,
  place: OwnPlace,
  namespace: string,
  alone: boolean,
): Promise<{ readonly place: TicketPlace; readonly rest: NumberSupply } | null> {
  const granted = takeNumber((await db.supplies.get(namespace)) ?? { namespace, blocks: [] });
  if (granted) return { place: { kind: 'granted', value: granted.value }, rest: granted.rest };
  if (!alone) return null;
  const own = `own/${namespace}`;
  const supply = (await db.supplies.get(own)) ?? {
    namespace: own,
    blocks: [{ from: 1, to: OWN_SERIES_END }],
  };
  const taken = takeNumber(supply);
  if (!taken) return null;
  return {
    place: { kind: 'own', value: taken.value, slot: place.slot, ordinal: place.ordinal },
    rest: taken.rest,
  };
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
