import { factOf } from '../event/facts.ts';
import type { LoggedEvent } from '../event/envelope.ts';

/** A clerk's call for help from one counter on one day [P15]. */
export type HelpCall = {
  readonly counter: string;
  readonly day: string;
  readonly status: 'called' | 'coming' | 'over';
  /** When it was called last. */
  readonly calledAt: string;
  readonly clerk: string | null;
  /** Who said that he comes, or that it is over. */
  readonly answeredBy: string | null;
};

/** An appointment at the desk, found by its code alone; holds nothing of its person [K17]. */
export type Appointment = {
  readonly id: string;
  /** What its person types or shows: eight letters and digits that nobody mistakes for each other. */
  readonly code: string;
  readonly day: string;
  /** The instant it is for. */
  readonly timeAt: string;
  readonly fieldId: string;
  readonly procedureCode: string | null;
  readonly status: 'made' | 'arrived' | 'cancelled';
  readonly madeAt: string;
  /** The number it became at the check-in. */
  readonly ticketId: string | null;
};

/** Subject of the facts about help at a counter on a day. */
export function helpSubject(counter: string, day: string): string {
  return `help-${counter}-${day}`;
}

/** Folds one event into a counter's call for help. */
export function applyHelp(state: HelpCall | null, logged: LoggedEvent): HelpCall | null {
  const fact = factOf(logged.event);
  const { actor } = logged.event;
  if (fact?.type === 'help-called') {
    const { counter, day, at } = fact.body;
    return { counter, day, status: 'called', calledAt: at, clerk: actor, answeredBy: null };
  }
  if (fact?.type !== 'help-ended' || !state) return state;
  return { ...state, status: fact.body.how, answeredBy: actor };
}

/** Folds one event into an appointment. */
export function applyAppointment(state: Appointment | null, logged: LoggedEvent): Appointment | null {
  const fact = factOf(logged.event);
  if (fact?.type === 'appointment-made') {
    const { code, day, timeAt, fieldId, procedureCode, at } = fact.body;
    const { subject: id } = logged.event;
    return (
      state ?? { id, code, day, timeAt, fieldId, procedureCode, status: 'made', madeAt: at, ticketId: null }
    );
  }
  if (!state) return null;
  // Who came has come, whatever was written down elsewhere.
  if (fact?.type === 'appointment-arrived')
    return { ...state, status: 'arrived', ticketId: state.ticketId ?? fact.body.ticketId };
  return fact?.type === 'appointment-cancelled' && state.status === 'made'
    ? { ...state, status: 'cancelled' }
    : state;
}
