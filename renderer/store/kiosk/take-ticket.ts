import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { issueAndPrint } from '../ticket-paper.ts';
import { whyNoNumber } from './issuing.ts';
import { ticketsNow } from './kiosk-state.ts';
import { waitIfTaken, waitOf } from './waits.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { TicketRequest } from '../deps.ts';
import type { Cell } from './cell.ts';
import type { NoNumber } from './issuing.ts';
import type { KioskDeps } from './kiosk-state.ts';
import type { SaidWait, WaitWorld } from './waits.ts';

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
  const { clock } = deps;
  return async (request) => {
    const { step, ready } = get();
    if (!ready || step === 'printing' || step === 'shown') return;
    if (restOwed(visit, clock.nowMs()) > 0) return;
    const shut = shutFor(deps, request);
    if (shut) return set({ trouble: shut });
    if (asksPerson(deps, request))
      return goTo('person', { wanted: request, wantedOn: step, typed: '', wrongPerson: false });
    visit.lastTicketMs = clock.nowMs();
    visit.request = request;
    goTo('printing');
    await issueAndPrint(deps, request, {
      waitOf: (ticket) => waitSaid(deps, ticket),
      // A stop that came between tap and act is said in the ward's own words, if they are here.
      refused: (trouble) => goTo(step, { trouble: shutFor(deps, request) ?? trouble }),
      issued: (ticket, wait) => {
        visit.request = null;
        goTo('shown', { shown: { ticket, paper: 'printing', fault: null, wait } });
      },
      paper: (ticket, paper, fault) => {
        const { shown, unprinted } = get();
        set({ unprinted: paper === 'failed' ? unprinted + 1 : 0 });
        // The person may have gone home meanwhile; then another's visit must not show this ticket.
        if (shown?.ticket.id !== ticket.id) return;
        set({ shown: { ...shown, paper, fault } });
        visit.touchedMs = clock.nowMs();
      },
    });
  };
}

/** Where the ward bounds numbers by person, nobody gets one unasked [K08]; who has an appointment was promised one. */
function asksPerson({ host }: KioskDeps, { person, checkIn }: TicketRequest): boolean {
  return (
    person === undefined &&
    checkIn === undefined &&
    queueSetupOf(host.hello().ward).rules.issuing.perPerson !== null
  );
}

/** Why no number is given for a wish, by what is seen here; what the act itself refuses comes later. */
function shutFor(deps: KioskDeps, { fieldId, priority, checkIn }: TicketRequest): NoNumber | null {
  const { clock, hall, host } = deps;
  const hello = host.hello();
  const nowMs = clock.nowMs();
  const series = host.catalogue().fields.find(({ id }) => id === fieldId)?.series;
  const { stopBeforeClosing } = queueSetupOf(hello.ward).rules.issuing;
  const wait =
    stopBeforeClosing && series !== undefined
      ? waitIfTaken(worldOf(deps), { series, fieldId, hasPriority: priority !== null })
      : null;
  const callAtMs = wait && 'latestMs' in wait ? wait.latestMs : null;
  const locks = hall.getState().locks ?? [];
  const given = checkIn ? 'check-in' : 'kiosk';
  return whyNoNumber(hello, fieldId, ticketsNow(deps), nowMs, { locks, callAtMs, given });
}

/** What is said of a ticket's wait; null while the queue is not read yet, which is no reason to keep anybody waiting. */
function waitSaid(deps: KioskDeps, ticket: Ticket): SaidWait | null {
  const isRead = deps.queue.getState().tickets !== null && deps.hall.getState().counters !== null;
  return isRead ? waitOf(worldOf(deps), ticket) : null;
}

function worldOf(deps: KioskDeps): WaitWorld {
  const { clock, hall, host } = deps;
  const { counters, former } = hall.getState();
  const nowMs = clock.nowMs();
  return { ward: host.hello().ward, tickets: ticketsNow(deps), counters: counters ?? [], former, nowMs };
}

/** What is left of the rest after the last ticket. A clock set back since then tells nothing, so at most one rest is owed. */
export function restOwed(visit: Visit, nowMs: number): number {
  if (visit.lastTicketMs > nowMs) visit.lastTicketMs = nowMs;
  return Math.max(0, visit.lastTicketMs + TICKET_REST_MS - nowMs);
}
