import { issueAndPrint } from '../ticket-paper.ts';
import { whyNoNumber } from './issuing.ts';
import type { TicketRequest } from '../deps.ts';
import type { Cell } from './cell.ts';
import type { KioskDeps } from './kiosk-state.ts';

/** After a ticket was asked for, the next one waits this long. */
const TICKET_REST_MS = 2000;

/** What the store remembers of one person besides what it shows. */
export type Visit = {
  touchedMs: number;
  lastTicketMs: number;
  /** The last ticket asked for, to be asked for again. */
  request: TicketRequest | null;
};

/** One tap, one ticket: what comes while one is taken, or too soon after, is no second wish. */
export function ticketTaker(
  deps: KioskDeps,
  visit: Visit,
  { get, set, goTo }: Cell,
): (request: TicketRequest) => Promise<void> {
  const { clock, host } = deps;
  return async (request) => {
    const { step, ready } = get();
    if (!ready || step === 'printing' || step === 'shown') return;
    if (restOwed(visit, clock.nowMs()) > 0) return;
    const shut = whyNoNumber(host.hello(), request.fieldId, [], clock.nowMs());
    if (shut) return set({ trouble: shut });
    visit.lastTicketMs = clock.nowMs();
    visit.request = request;
    goTo('printing');
    await issueAndPrint(deps, request, {
      refused: (trouble) => goTo(step, { trouble }),
      issued: (ticket) => goTo('shown', { shown: { ticket, paper: 'printing', fault: null } }),
      paper: (ticket, paper, fault) => {
        // The person may have gone home meanwhile; then another's visit must not show this ticket.
        if (get().shown?.ticket.id !== ticket.id) return;
        set({ shown: { ticket, paper, fault } });
        visit.touchedMs = clock.nowMs();
      },
    });
  };
}

/** What is left of the rest after the last ticket. A clock set back since then tells nothing, so at most one rest is owed. */
export function restOwed(visit: Visit, nowMs: number): number {
  if (visit.lastTicketMs > nowMs) visit.lastTicketMs = nowMs;
  return Math.max(0, visit.lastTicketMs + TICKET_REST_MS - nowMs);
}
