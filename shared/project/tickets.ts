import { factOf } from '../event/facts.ts';
import { courseAfter, courseOf, courseSettled } from './ticket-course.ts';
import type { LoggedEvent } from '../event/envelope.ts';
import type { FactBody } from '../event/facts.ts';
import type { IssueWay } from '../event/ticket-facts.ts';
import type { TicketCourse } from '../event/ticket-standing.ts';
import type { PriorityGround } from '../law/queue/rules.ts';
import type { UndoneCall } from '../law/queue/stages.ts';

/** A queue ticket as it stands. Holds no personal data. Its series, field and procedure are those it waits for now. */
export type Ticket = TicketCourse & {
  readonly id: string;
  readonly number: string;
  /** The day that its number belongs to. */
  readonly day: string;
  readonly priority: PriorityGround | null;
  /** The line of the ward's own list that it was taken under. */
  readonly priorityRule: string | null;
  readonly appointmentAt: string | null;
  readonly via: IssueWay;
  /** Keyed token of its person, where the ward bounds numbers by person. */
  readonly person: string | null;
  readonly ahead: number;
  readonly issuedAt: string;
  /** How it stood before it was called, as long as that can be undone. */
  readonly before: TicketCourse | null;
  /** Calls that were taken back. */
  readonly undone: readonly UndoneCall[];
  /** What became of its last paper; null while no outcome is known. */
  readonly printed: FactBody<'paper-printed'>['state'] | null;
  /** Papers that may be in somebody's hand. */
  readonly papers: number;
  /** What its person said of the visit; the first answer stays [E05]. */
  readonly rating: TicketRating | null;
};

/** What a person said of a visit. */
export type TicketRating = FactBody<'ticket-rated'>;

/** A ticket's paper is out, or known not to be, within this time. */
const PAPER_WAIT_MS = 20_000;

/** How often a ticket may be on paper already; an unknown fate counts as one [R03]. */
export function papersOut(ticket: Ticket): number {
  return ticket.printed === null ? 1 : ticket.papers;
}

/** Version of this fold; a change rebuilds the rows from the journal. */
export const TICKET_FOLD_VERSION = 4;

/** Folds one event into a ticket. */
export function applyTicket(state: Ticket | null, logged: LoggedEvent): Ticket | null {
  const fact = factOf(logged.event);
  if (!fact) return state;
  if (fact.type === 'ticket-issued') return state ?? issued(logged, fact.body);
  if (!state) return null;
  if (fact.type === 'paper-printed') {
    return { ...state, printed: fact.body.state, papers: state.papers + (isOut(fact.body.state) ? 1 : 0) };
  }
  if (fact.type === 'ticket-rated') return { ...state, rating: state.rating ?? fact.body };
  if (fact.type === 'ticket-priority-set') {
    const { priority, priorityRule } = fact.body;
    return { ...state, priority, priorityRule };
  }
  if (fact.type === 'ticket-conflict-settled') {
    const { standing, at } = fact.body;
    return { ...state, ...courseSettled(courseIn(state), standing, at, logged.event.hlc), before: null };
  }
  const course = courseAfter(courseIn(state), state.before, fact, logged);
  if (!course) return state;
  const undone =
    fact.type === 'ticket-call-undone' ? undoneBy(state, fact.body.reason, logged) : state.undone;
  return { ...state, ...course, before: beforeCall(state, course), undone };
}

/** The call that is taken back, with its repeats: from its first fact to the one that takes it back. */
function undoneBy(
  { before, stages, undone }: Ticket,
  reason: string,
  { event }: LoggedEvent,
): readonly UndoneCall[] {
  const first = before && stages[before.stages.length];
  if (!first) return undone;
  return [...undone, { key: first.key, toKey: event.hlc, counter: first.counter ?? '', reason }];
}

/** Everything that acts can change. */
export function courseIn(ticket: Ticket): TicketCourse {
  const { status, counter, fieldId, series, procedureCode, services, queueDay, place, boundTo } = ticket;
  const { clerk, calls, calledAt, startedAt, finishedAt, hold, stages } = ticket;
  return {
    status,
    counter,
    fieldId,
    series,
    procedureCode,
    services,
    queueDay,
    place,
    boundTo,
    clerk,
    calls,
    calledAt,
    startedAt,
    finishedAt,
    hold,
    stages,
  };
}

/** As it stood when it was called, for as long as it stands at a counter. */
function beforeCall(state: Ticket, next: TicketCourse): TicketCourse | null {
  const isAtCounter = (status: Ticket['status']) => status === 'called' || status === 'serving';
  if (!isAtCounter(next.status)) return null;
  return isAtCounter(state.status) ? state.before : courseIn(state);
}

/**
 * Whether a citizen may stand there without a paper: the last try failed, or nothing was heard of it for a while (the
 * program died between number and paper).
 */
export function lacksPaper(ticket: Ticket, waitedMs: number): boolean {
  if (ticket.status !== 'waiting') return false;
  return ticket.printed === null ? waitedMs > PAPER_WAIT_MS : !isOut(ticket.printed);
}

function isOut(state: FactBody<'paper-printed'>['state']): boolean {
  return state === 'confirmed' || state === 'spooled' || state === 'queued';
}

function issued(logged: LoggedEvent, body: FactBody<'ticket-issued'>): Ticket {
  const { number, day, priority, ahead, at } = body;
  const { priorityRule = null, appointmentAt = null, via = 'kiosk', person = null } = body;
  return {
    id: logged.event.subject,
    number,
    day,
    priority,
    priorityRule,
    appointmentAt,
    via,
    person,
    ahead,
    issuedAt: at,
    ...courseOf(body, logged),
    before: null,
    undone: [],
    printed: null,
    papers: 0,
    rating: null,
  };
}
