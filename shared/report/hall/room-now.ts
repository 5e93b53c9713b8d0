// The waiting room at this moment, counted from the day's tickets. Every figure keeps the rows it counts.
import { elapsedMs, parseInstant } from '../../basics/time.ts';
import { issueWays, ratingGrades } from '../../event/ticket-facts.ts';
import type { IssueWay } from '../../event/ticket-facts.ts';
import type { Stage } from '../../law/queue/stages.ts';
import type { Ticket } from '../../project/tickets.ts';

/** Somebody who waits, and for how long by now. */
export type Waiter = { readonly ticket: Ticket; readonly since: string; readonly waitedMs: number };

/** An answer to the counter's question. */
export type RatingGrade = (typeof ratingGrades)[number];

/** What people thought of their visits today. `enough` is false while there are fewer answers than a percentage may be made of. */
export type Ratings = {
  readonly answers: number;
  readonly byGrade: Readonly<Record<RatingGrade, readonly Ticket[]>>;
  readonly enough: boolean;
  /** Who could answer: visits that ended in a service, and the few that were rated without. */
  readonly asked: number;
};

/**
 * The waiting room as it stands. Every number of the day's queue is in exactly one of `waiting`, `atCounter`, `held`, `done`,
 * `absent` and `closed`, and in one of `given` or in `carried`.
 */
export type RoomNow = {
  /** Longest wait first. */
  readonly waiting: readonly Waiter[];
  readonly atCounter: readonly Ticket[];
  readonly held: readonly Ticket[];
  readonly done: readonly Ticket[];
  /** Called without coming, and not back: those closed since, at the end of the day, among them. */
  readonly absent: readonly Ticket[];
  /** Closed without a service and without having been called in vain last. */
  readonly closed: readonly Ticket[];
  /** Numbers of days before that stand in this day's queue. */
  readonly carried: readonly Ticket[];
  readonly given: Readonly<Record<IssueWay, readonly Ticket[]>>;
  readonly ratings: Ratings;
};

/** Fewer answers give no percentage (DOMAIN 6.3). */
export const LEAST_ANSWERS = 5;

/** Counts the room [HA1]. `day`: numbers carried over from days before were not given today. */
export function roomNow(tickets: readonly Ticket[], day: string, nowMs: number): RoomNow {
  const having = (...statuses: readonly Ticket['status'][]) =>
    tickets.filter(({ status }) => statuses.includes(status));
  const done = having('served');
  const given = (way: IssueWay) => tickets.filter((ticket) => ticket.day === day && ticket.via === way);
  return {
    waiting: having('waiting')
      .map((ticket) => waiterOf(ticket, nowMs))
      .toSorted((a, b) => b.waitedMs - a.waitedMs || (a.ticket.number < b.ticket.number ? -1 : 1)),
    atCounter: having('called', 'serving'),
    held: having('held'),
    done,
    absent: tickets.filter(stayedAway),
    closed: tickets.filter((ticket) => ticket.status === 'closed' && !stayedAway(ticket)),
    carried: tickets.filter((ticket) => ticket.day !== day),
    given: Object.fromEntries(issueWays.map((way) => [way, given(way)])) as Record<IssueWay, Ticket[]>,
    ratings: ratingsOf(tickets),
  };
}

/** Was called, did not come, and that was the last of it. */
function stayedAway({ status, stages }: Ticket): boolean {
  return status === 'absent' || (status === 'closed' && stages.at(-1)?.kind === 'absent');
}

/** Since when somebody waits this time: a transfer inside the queue does not begin the wait anew. */
export function waiterOf(ticket: Ticket, nowMs: number): Waiter {
  const since = waitingSince(ticket.stages) ?? ticket.issuedAt;
  return { ticket, since, waitedMs: elapsedMs(parseInstant(since) ?? nowMs, nowMs) };
}

function waitingSince(stages: readonly Stage[]): string | undefined {
  const last = stages.findLastIndex(({ kind }) => kind !== 'waiting');
  return stages[last + 1]?.from;
}

function ratingsOf(tickets: readonly Ticket[]): Ratings {
  const asked = tickets.filter((ticket) => ticket.status === 'served' || ticket.rating).length;
  const of = (grade: RatingGrade) => tickets.filter((ticket) => ticket.rating?.grade === grade);
  const byGrade = Object.fromEntries(ratingGrades.map((grade) => [grade, of(grade)])) as Record<
    RatingGrade,
    Ticket[]
  >;
  const answers = ratingGrades.reduce((sum, grade) => sum + byGrade[grade].length, 0);
  return { answers, byGrade, enough: answers >= LEAST_ANSWERS, asked };
}
