import { err, ok } from '../basics/result.ts';
import { toIso } from '../basics/time.ts';
import { waitOfNew } from '../project/waits.ts';
import { ownSeries, ticketNumber } from './numbers.ts';
import { refuseCounter } from './queue/act.ts';
import { checkIn } from './queue/appointments.ts';
import { refuseIssue } from './queue/issue.ts';
import type { Result } from '../basics/result.ts';
import type { NumberPlace } from './numbers.ts';
import type { NewFact } from '../event/facts.ts';
import type { IssueWay } from '../event/ticket-facts.ts';
import type { TicketService } from '../event/ticket-standing.ts';
import type { WorkCalendar } from '../law/calendar.ts';
import type { PriorityGround } from '../law/queue/rules.ts';
import type { CounterDay, IssuingLock } from '../project/counters.ts';
import type { Folded } from '../project/fold.ts';
import type { Appointment } from '../project/hall.ts';
import type { Ticket } from '../project/tickets.ts';
import type { QueueSetup } from './queue/world.ts';
import type { Refusal } from './refusal.ts';

/** What a citizen chose at the kiosk, or a clerk for him. `ticketId` is random, made by the caller. */
export type IssueWish = TicketService & {
  readonly ticketId: string;
  readonly priority: PriorityGround | null;
  /** What a plain ticket at a kiosk does not say; nothing of it is written then. */
  readonly more?: {
    readonly via?: IssueWay;
    readonly priorityRule?: string | null;
    readonly services?: TicketService[];
    readonly appointmentAt?: string | null;
    readonly person?: string | null;
    readonly direct?: string | null;
  };
};

/** A number that stands on a paper of the roll already; nothing is taken for it. */
export type RollPlace = { readonly kind: 'roll'; readonly number: string };

/** Issues a ticket [K01]: the number stands from now on, printed or not. */
export function issueTicket(
  wish: IssueWish,
  place: NumberPlace | RollPlace,
  day: string,
  ahead: number,
  nowMs: number,
): NewFact {
  return {
    type: 'ticket-issued',
    subject: wish.ticketId,
    parents: [],
    sealed: null,
    body: {
      number: numberAt(wish.series, place),
      series: wish.series,
      day,
      fieldId: wish.fieldId,
      procedureCode: wish.procedureCode,
      priority: wish.priority,
      ahead,
      at: toIso(nowMs),
      ...wish.more,
    },
  };
}

function numberAt(series: string, place: NumberPlace | RollPlace): string {
  if (place.kind === 'roll') return place.number;
  const own = place.kind === 'own' ? ownSeries(series, place.slot, place.ordinal) : series;
  return ticketNumber(own, place.value);
}

/** By what a number is given, and where. */
export type IssuingOffice = QueueSetup & {
  /** The working time of the field. */
  readonly calendar: WorkCalendar;
  /** The issuing machine. */
  readonly device: string;
  /** By a clerk, who is bound by stops alone [QU13]. */
  readonly byClerk: boolean;
  /** The appointment that its person checks in with. */
  readonly appointmentId: string | null;
};

/** The waiting room as whoever issues sees it. Tickets and counters of the day, as far as the ward bounds anything by them. */
export type IssueHall = {
  readonly locks: readonly IssuingLock[];
  readonly tickets: readonly Ticket[];
  readonly counters: readonly CounterDay[];
  readonly appointment: Folded<Appointment> | undefined;
  /** The ticket that the appointment became. */
  readonly became: Folded<Ticket> | undefined;
};

/**
 * Whether a number is given now [QU10] [QU13], with what is written beside it: a check-in makes it the number of its
 * appointment, once [QU14]. Who is served at once needs a counter that is open and free.
 */
export function allowIssue(
  wish: IssueWish,
  office: IssuingOffice,
  hall: IssueHall,
  nowMs: number,
): Result<{ readonly wish: IssueWish; readonly facts: readonly NewFact[] }, Refusal> {
  const { rules, calendar, device, byClerk, desks, appointmentId } = office;
  const byHand = wish.more?.via === 'paper-roll' ? 'roll' : 'clerk';
  const given = byClerk ? byHand : appointmentId === null ? 'kiosk' : 'check-in';
  const request = { fieldId: wish.fieldId, device, person: wish.more?.person ?? null, given } as const;
  const callAtMs = given === 'kiosk' ? latestCall(wish, office, hall, nowMs) : null;
  const refusal = refuseIssue(request, { ...hall, nowMs, rules, calendar, callAtMs });
  if (refusal) return err(refusal);
  const counter = wish.more?.direct ?? null;
  if (counter !== null && desks !== null && !desks.some(({ id }) => id === counter))
    return err({ code: 'counter-unknown', counter });
  const busy = counter === null ? null : refuseCounter(counter, null, hall);
  if (busy) return err(busy);
  if (appointmentId === null) return ok({ wish, facts: [] });
  const { became } = hall;
  const arrived = checkIn(hall.appointment, wish.ticketId, nowMs, became?.state?.number ?? '–');
  if (!arrived.ok) return arrived;
  const { timeAt, fact } = arrived.value;
  return ok({ wish: { ...wish, more: { ...wish.more, appointmentAt: timeAt } }, facts: [fact] });
}

/** When the number would be called at the latest; null where the ward does not ask or nobody can say. */
function latestCall(
  { series, fieldId, priority }: IssueWish,
  { rules, desks }: QueueSetup,
  { tickets, counters }: IssueHall,
  nowMs: number,
): number | null {
  if (!rules.issuing.stopBeforeClosing) return null;
  const asked = { series, fieldId, priority, appointmentAt: null };
  const { high } = waitOfNew({ rules, desks, tickets, counters, nowMs }, asked);
  return high === null ? null : nowMs + high * MINUTE_MS;
}

const MINUTE_MS = 60_000;
