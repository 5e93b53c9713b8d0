// What the acts and lists of the waiting room read: tickets by the day in whose queue they stand, and the counters of a day.
import { addDays } from '../../../shared/basics/time.ts';
import { addHandlings, measureHandling } from '../../../shared/law/queue/handling.ts';
import { allTicketStates, openStates } from '../../../shared/law/queue/stages.ts';
import type { Collection } from 'dexie';
import type { Handlings } from '../../../shared/law/queue/handling.ts';
import type { QueueSetup } from '../../../shared/decide/queue/world.ts';
import type { TicketState } from '../../../shared/law/queue/stages.ts';
import type { CounterDay } from '../../../shared/project/counters.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { DeskDatabase } from '../desk-database.ts';

type Rows = PromiseLike<readonly Folded<Ticket>[]>;

/** All tickets in the queue of one ward-local day, those that were carried to it too, in the order of their numbers. */
export function ticketsOf(db: DeskDatabase, day: string): Rows {
  return inStates(db, day, allTicketStates).then((rows) => rows.toSorted(byNumber));
}

/** What the order of a day's queue is made from: who waits and who stands at a counter; all where former calls count. */
export function queueOf(db: DeskDatabase, day: string, { rules }: Pick<QueueSetup, 'rules'>): Rows {
  const countsFormer = rules.mode === 'interleaved' || rules.calls.absentAgain;
  return inStates(db, day, countsFormer ? allTicketStates : ['waiting', 'called', 'serving']);
}

/** Who stands at a counter. */
export function atCounters(db: DeskDatabase, day: string): Rows {
  return inStates(db, day, ['called', 'serving']);
}

/** Former days that say how long calls take: the last ones with calls, not from longer ago than this. */
const FORMER_DAYS = 5;
const FORMER_REACH = 14;

/** How long calls took on the last days before this one. */
export async function formerHandlings(db: DeskDatabase, day: string): Promise<Handlings> {
  const found: Handlings[] = [];
  for (let back = 1; back <= FORMER_REACH && found.length < FORMER_DAYS; back += 1) {
    const measured = measureHandling(statesOf(await inStates(db, addDays(day, -back), ['served'])));
    if (measured.size > 0) found.push(measured);
  }
  return addHandlings(found);
}

/** Tickets that are still open in the queue of a day before this one; an index knows them, nothing else is read. */
export async function openBefore(db: DeskDatabase, day: string): Promise<readonly Folded<Ticket>[]> {
  const parts = await Promise.all(
    openStates.map((status) =>
      db.tickets
        .where('[state.status+state.queueDay+state.series]')
        .between([status, ''], [status, day], true, false)
        .toArray(),
    ),
  );
  return parts.flat().toSorted(byNumber);
}

/** Who will be called before a new ticket of a series: everybody waiting, or those with priority when it has priority too. */
export function waitingAhead(
  db: DeskDatabase,
  day: string,
  series: string,
  priority: boolean,
): PromiseLike<number> {
  const waiting = standing(db, day, 'waiting', series);
  return priority ? waiting.filter((row) => row.state?.priority !== null).count() : waiting.count();
}

/** The counters of a day of which something was said. */
export function countersOf(db: DeskDatabase, day: string): PromiseLike<readonly CounterDay[]> {
  return db.counters.where('state.day').equals(day).toArray().then(statesOf);
}

/** What stands in rows; a subject whose first fact has not arrived has nothing yet. */
export function statesOf<S>(rows: readonly Folded<S>[]): readonly S[] {
  return rows.flatMap(({ state }) => (state === null ? [] : [state]));
}

function inStates(
  db: DeskDatabase,
  day: string,
  states: readonly TicketState[],
): PromiseLike<Folded<Ticket>[]> {
  return Promise.all(states.map((status) => standing(db, day, status).toArray())).then((parts) =>
    parts.flat(),
  );
}

/** Tickets in the queue of a day in one state, of one series or of all. */
function standing(
  db: DeskDatabase,
  day: string,
  status: TicketState,
  series?: string,
): Collection<Folded<Ticket>, string> {
  const index = db.tickets.where('[state.status+state.queueDay+state.series]');
  return index.between([status, day, series ?? ''], [status, day, series ?? '\uffff'], true, true);
}

/** In the order of a day's numbers. */
export function byNumber(one: Folded<Ticket>, other: Folded<Ticket>): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

function keyOf({ state }: Folded<Ticket>): string {
  return `${state?.queueDay ?? ''} ${state?.number ?? ''}`;
}
