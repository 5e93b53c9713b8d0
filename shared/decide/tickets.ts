import { toIso } from '../basics/time.ts';
import { ownSeries, ticketNumber } from './numbers.ts';
import type { NumberPlace } from './numbers.ts';
import type { NewFact } from '../event/facts.ts';
import type { IssueWay } from '../event/ticket-facts.ts';
import type { TicketService } from '../event/ticket-standing.ts';
import type { PriorityGround } from '../law/queue/rules.ts';

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

/** Issues a ticket [K01]: the number stands from now on, printed or not. */
export function issueTicket(
  wish: IssueWish,
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
      ...wish.more,
    },
  };
}
