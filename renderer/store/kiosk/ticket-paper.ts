// From a tap to a paper: the number stands in the journal before anybody sees it, and no trouble of the printer takes it back.
import { toIso } from '../../../shared/basics/time.ts';
import { ticketSlip } from '../../../shared/slip/ticket.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { TicketRequest, Trouble } from '../deps.ts';
import type { KioskDeps, ShownTicket } from './kiosk-state.ts';

/** Form id of the kiosk's ticket, kept with the record of each paper. */
const TICKET_FORM = 've-80mm/1';

type Steps = {
  readonly refused: (trouble: Trouble) => void;
  readonly issued: (ticket: Ticket) => void;
  readonly paper: (ticket: Ticket, paper: ShownTicket['paper'], fault: Trouble | null) => void;
};

/** Issues a ticket, then prints it and records what became of the paper [K01]. Tells each step as it happens. */
export async function issueAndPrint(deps: KioskDeps, request: TicketRequest, tell: Steps): Promise<void> {
  const issued = await deps.acts.issueTicket(request);
  if (!issued.ok) return tell.refused(issued.error);
  const ticket = issued.value.value;
  tell.issued(ticket);
  const outcome = await printTicket(deps, ticket);
  const bad = outcome.state === 'failed' || outcome.state === 'expired' || outcome.state === 'cancelled';
  const fault = bad ? { code: outcome.code ?? 'print-failed' } : null;
  tell.paper(ticket, bad ? 'failed' : 'printed', fault);
  const record = {
    subject: ticket.id,
    paper: 'ticket',
    form: TICKET_FORM,
    copyNo: 1,
    reprint: 0,
    outcome,
  } as const;
  const recorded = await deps.acts.recordPrint(record, null);
  if (!recorded.ok) tell.paper(ticket, bad ? 'failed' : 'printed', recorded.error);
}

async function printTicket(deps: KioskDeps, ticket: Ticket): Promise<PrintOutcome> {
  const jobId = deps.newId('job');
  const failed = (code: string): PrintOutcome => ({
    jobId,
    state: 'failed',
    code,
    at: toIso(deps.clock.nowMs()),
  });
  const payload = await drawn(deps, ticket);
  if (!payload) return failed('print-not-drawn');
  const printed = await deps.host.print({
    kind: 'ticket',
    jobId,
    subject: ticket.id,
    copyNo: 1,
    purpose: 'tickets',
    payload,
  });
  return printed.ok ? printed.value : failed(printed.error.code);
}

/** Null when the page cannot draw; the caller records it as a failed paper. */
async function drawn({ drawTicket, host, ui }: KioskDeps, ticket: Ticket) {
  const { ward } = host.hello();
  const slip = ticketSlip({
    lang: ui.getState().lang,
    wardName: ward.superior,
    number: ticket.number,
    fieldName: host.catalogue().fields.find(({ id }) => id === ticket.fieldId)?.name ?? '',
    counterText: countersOf(ward.counters, ticket.series)
      .map(({ name }) => name)
      .join(' · '),
    issuedAt: ticket.issuedAt,
    ahead: ticket.ahead,
    estimateText: null,
    priority: ticket.priority !== null,
    lookup: null,
  });
  return drawTicket(slip).catch(() => null);
}

/** Counters that call a series. */
function countersOf<C extends { readonly series: readonly string[] }>(
  counters: readonly C[],
  series: string,
): readonly C[] {
  return counters.filter((counter) => counter.series.includes(series));
}
