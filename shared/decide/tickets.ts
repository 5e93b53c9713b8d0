import { err, ok } from '../basics/result.ts';
import { toIso } from '../basics/time.ts';
import { ownSeries, ticketNumber } from './numbers.ts';
import type { NumberPlace } from './numbers.ts';
import type { Result } from '../basics/result.ts';
import type { NewFact } from '../event/facts.ts';
import type { PriorityGround } from '../event/ticket-facts.ts';
import type { Ticket } from '../project/tickets.ts';
import type { Folded } from '../project/fold.ts';
import type { Refusal } from './refusal.ts';

/** What a citizen chose at the kiosk. `ticketId` is random, made by the caller. */
export type TicketWish = {
  readonly ticketId: string;
  readonly fieldId: string;
  readonly series: string;
  readonly procedureCode: string | null;
  readonly priority: PriorityGround | null;
};

/** Issues a ticket [K01]: the number stands from now on, printed or not. */
export function issueTicket(
  wish: TicketWish,
  place: NumberPlace,
  day: string,
  ahead: number,
  nowMs: number,
): NewFact {
  const series = place.kind === 'granted' ? wish.series : ownSeries(wish.series, place.slot, place.ordinal);
  return {
    type: 'ticket-issued',
    subject: wish.ticketId,
    parents: [],
    sealed: null,
    body: {
      number: ticketNumber(series, place.value),
      series: wish.series,
      day,
      fieldId: wish.fieldId,
      procedureCode: wish.procedureCode,
      priority: wish.priority,
      ahead,
      at: toIso(nowMs),
    },
  };
}

/**
 * The ticket to call next at a counter [L01]: priority first, then the longest wait; numbers break ties.
 * Tickets of series the counter does not serve are passed over.
 */
export function nextWaiting(
  waiting: readonly Folded<Ticket>[],
  series: readonly string[],
): Folded<Ticket> | null {
  const mine = waiting.filter((row) => row.state?.status === 'waiting' && series.includes(row.state.series));
  return mine.reduce<Folded<Ticket> | null>(
    (best, row) => (best && rank(best) <= rank(row) ? best : row),
    null,
  );
}

/** Calls a waiting ticket to a counter, or calls again one that stands called there [L01, L09]. */
export function callTicket(
  row: Folded<Ticket> | undefined,
  counter: string,
  nowMs: number,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'ticket-unknown' });
  const { status, calls } = row.state;
  const again = status === 'called' && row.state.counter === counter;
  if (status !== 'waiting' && !again) return err({ code: 'ticket-not-waiting', status });
  return ok({
    type: 'ticket-called',
    subject: row.id,
    parents: row.heads,
    sealed: null,
    body: { counter, call: calls + 1, at: toIso(nowMs) },
  });
}

/** Ends a called ticket: served, or the person did not come [P08]. */
export function finishTicket(
  row: Folded<Ticket> | undefined,
  outcome: 'served' | 'absent',
  nowMs: number,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'ticket-unknown' });
  if (row.state.status !== 'called') return err({ code: 'ticket-not-called', status: row.state.status });
  return ok({
    type: 'ticket-finished',
    subject: row.id,
    parents: row.heads,
    sealed: null,
    body: { outcome, at: toIso(nowMs) },
  });
}

function rank(row: Folded<Ticket>): string {
  const { priority, issuedAt, number } = row.state ?? {};
  return `${priority ? 0 : 1}${issuedAt ?? ''}${number ?? ''}`;
}
