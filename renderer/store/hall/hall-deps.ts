// What the waiting room's stores need from the world; part of StoreDeps.
import type { CounterWish } from '../../../shared/decide/queue/counter.ts';
import type { TicketWish } from '../../../shared/decide/queue/wish.ts';
import type { IssuingScope } from '../../../shared/event/ticket-facts.ts';
import type { Handlings } from '../../../shared/law/queue/handling.ts';
import type { CounterDay, IssuingLock } from '../../../shared/project/counters.ts';
import type { Appointment, HelpCall } from '../../../shared/project/hall.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Act, ActingClerk } from '../act.ts';

/** What citizens read while no numbers are given. */
export type StopText = {
  readonly text: { readonly vi: string; readonly en: string };
  readonly until: string | null;
};

/** An appointment as a clerk writes it down; `timeAt` is an instant. */
export type AppointmentForm = {
  readonly fieldId: string;
  readonly procedureCode: string | null;
  readonly timeAt: string;
};

/** What was done at the end of a day, in numbers of tickets. */
export type DayEnd = { readonly closed: number; readonly carried: number };

/** Acts on the waiting room: each is one transaction, then the second copy at the host. */
export type HallActs = {
  /** Everything a clerk does with a ticket but calling the next one; claims it first where it is a call [P11]. */
  actOnTicket(ticketId: string, wish: TicketWish, clerk: ActingClerk): Act<Ticket>;
  /** Opens a counter, sends it on a break, closes it [P12]. */
  actOnCounter(counter: string, wish: CounterWish, clerk: ActingClerk): Act<CounterDay>;
  /** Stops issuing numbers in a scope with a text for citizens; null begins again [K10] [K13]. */
  setIssuing(scope: IssuingScope, stop: StopText | null, clerk: ActingClerk): Act<IssuingLock>;
  /** A clerk asks the others for help at once [P15]; asking again while it stands changes nothing. */
  callHelp(counter: string, clerk: ActingClerk): Act<HelpCall>;
  /** Somebody goes there, or it was a mistake: the call is over everywhere. */
  endHelp(counter: string, how: 'coming' | 'over', clerk: ActingClerk): Act<HelpCall>;
  /** Writes an appointment down under a code that its person gets; holds nothing of the person [K17]. */
  makeAppointment(form: AppointmentForm, clerk: ActingClerk): Act<Appointment>;
  cancelAppointment(appointmentId: string, reason: string, clerk: ActingClerk): Act<Appointment>;
  /** Closes or, where the ward carries them, carries every number that is still open from days before `day` or of it [P13]. */
  endDay(day: string, clerk: ActingClerk): Act<DayEnd>;
};

/** Reading the waiting room; every watcher is called at once and after each change. Returns how to stop. */
export type HallReads = {
  watchCounters(day: string, listener: (counters: readonly CounterDay[]) => void): () => void;
  watchIssuing(listener: (locks: readonly IssuingLock[]) => void): () => void;
  watchHelp(day: string, listener: (calls: readonly HelpCall[]) => void): () => void;
  watchAppointments(day: string, listener: (appointments: readonly Appointment[]) => void): () => void;
  /** The appointment of a code, of any day; null where this storage has none [K17]. */
  appointmentOf(code: string): Promise<Appointment | null>;
  /** How long calls took on the last days before this one: waits are estimated from them until today says more [QU7]. */
  formerHandlings(day: string): Promise<Handlings>;
  /** The tickets of a day that bear a number, and the one of an id, whether they are followed or not. */
  ticketsNumbered(day: string, number: string): Promise<readonly Ticket[]>;
  ticketOf(id: string): Promise<Ticket | null>;
  /** Numbers of days before `day` that are still open, for the end of the day. */
  openBefore(day: string): Promise<readonly Folded<Ticket>[]>;
};
