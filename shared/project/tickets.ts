import { factOf } from '../event/facts.ts';
import type { LoggedEvent } from '../event/envelope.ts';
import type { FactBody } from '../event/facts.ts';
import type { PriorityGround } from '../event/ticket-facts.ts';

/** A queue ticket as it stands. Holds no personal data. */
export type Ticket = {
  readonly id: string;
  readonly number: string;
  readonly series: string;
  readonly day: string;
  readonly fieldId: string;
  readonly procedureCode: string | null;
  readonly priority: PriorityGround | null;
  readonly ahead: number;
  readonly issuedAt: string;
  readonly status: 'waiting' | 'called' | 'served' | 'absent';
  readonly counter: string | null;
  readonly clerk: string | null;
  /** How often it was called. */
  readonly calls: number;
  readonly calledAt: string | null;
  readonly finishedAt: string | null;
  /** What became of its last paper; null while no outcome is known. */
  readonly printed: FactBody<'paper-printed'>['state'] | null;
  /** Papers that may be in somebody's hand. */
  readonly papers: number;
};

/** A ticket's paper is out, or known not to be, within this time. */
const PAPER_WAIT_MS = 20_000;

/** How often a ticket may be on paper already; an unknown fate counts as one [R03]. */
export function papersOut(ticket: Ticket): number {
  return ticket.printed === null ? 1 : ticket.papers;
}

/** Version of this fold; a change rebuilds the rows from the journal. */
export const TICKET_FOLD_VERSION = 2;

/** Folds one event into a ticket. */
export function applyTicket(state: Ticket | null, logged: LoggedEvent): Ticket | null {
  const fact = factOf(logged.event);
  if (!fact) return state;
  if (fact.type === 'ticket-issued') return state ?? issued(logged.event.subject, fact.body);
  if (!state) return null;
  if (fact.type === 'ticket-called') {
    const { counter, call, at } = fact.body;
    return {
      ...state,
      status: 'called',
      counter,
      clerk: logged.event.actor,
      calls: Math.max(state.calls, call),
      calledAt: at,
    };
  }
  if (fact.type === 'ticket-finished') {
    return { ...state, status: fact.body.outcome, finishedAt: fact.body.at };
  }
  if (fact.type === 'ticket-conflict-settled') return settled(state, fact.body.standing);
  if (fact.type === 'paper-printed') {
    return { ...state, printed: fact.body.state, papers: state.papers + (isOut(fact.body.state) ? 1 : 0) };
  }
  return state;
}

/**
 * Whether a citizen may stand there without a paper: the last try failed, or nothing was heard of it for a while (the
 * program died between number and paper).
 */
export function lacksPaper(ticket: Ticket, waitedMs: number): boolean {
  if (ticket.status !== 'waiting') return false;
  return ticket.printed === null ? waitedMs > PAPER_WAIT_MS : !isOut(ticket.printed);
}

/** An end that the other branch had written does not stay where the chosen one has none. */
function settled(state: Ticket, standing: FactBody<'ticket-conflict-settled'>['standing']): Ticket {
  const ended = standing.status === 'served' || standing.status === 'absent';
  return { ...state, ...standing, finishedAt: ended ? state.finishedAt : null };
}

function isOut(state: FactBody<'paper-printed'>['state']): boolean {
  return state === 'confirmed' || state === 'spooled' || state === 'queued';
}

function issued(id: string, body: FactBody<'ticket-issued'>): Ticket {
  const { number, series, day, fieldId, procedureCode, priority, ahead, at } = body;
  return {
    id,
    number,
    series,
    day,
    fieldId,
    procedureCode,
    priority,
    ahead,
    issuedAt: at,
    status: 'waiting',
    counter: null,
    clerk: null,
    calls: 0,
    calledAt: null,
    finishedAt: null,
    printed: null,
    papers: 0,
  };
}
