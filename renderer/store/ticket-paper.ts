// From a tap to a paper: the number stands in the journal before anybody sees it, and no trouble of the printer takes it back.
import { toIso } from '../../shared/basics/time.ts';
import { shortCounterName } from '../../shared/law/ward.ts';
import { ticketSlip } from '../../shared/slip/ticket.ts';
import type { PrintOutcome, TicketPayload } from '../../shared/slip/print-job.ts';
import type { TicketSlip } from '../../shared/slip/ticket.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { StoreDeps, TicketRequest, Trouble } from './deps.ts';
import type { UiState } from './ui-store.ts';

/** Form id of the kiosk's ticket, kept with the record of each paper. */
const TICKET_FORM = 've-80mm/1';

/** What became of the paper of a ticket, as the kiosk shows it. */
export type PaperFate = 'printing' | 'printed' | 'failed';

type Steps = {
  readonly refused: (trouble: Trouble) => void;
  readonly issued: (ticket: Ticket) => void;
  readonly paper: (ticket: Ticket, paper: PaperFate, fault: Trouble | null) => void;
};

/** What printing a ticket needs; `drawTicket` rejects when the paper cannot be drawn. */
export type TicketPaperDeps = Pick<StoreDeps, 'acts' | 'host' | 'clock' | 'newId'> & {
  readonly ui: Pick<StoreApi<UiState>, 'getState'>;
  readonly drawTicket: (slip: TicketSlip) => Promise<TicketPayload>;
};

/** Issues a ticket, then prints it and records what became of the paper [K01]. Tells each step as it happens. */
export async function issueAndPrint(
  deps: TicketPaperDeps,
  request: TicketRequest,
  tell: Steps,
): Promise<void> {
  const issued = await deps.acts.issueTicket(request);
  if (!issued.ok) return tell.refused(issued.error);
  const ticket = issued.value.value;
  tell.issued(ticket);
  const { outcome, fault, unrecorded } = await printAndRecord(deps, ticket, { reprint: 0, clerk: null });
  tell.paper(ticket, isBad(outcome) ? 'failed' : 'printed', unrecorded ?? fault);
}

/** Prints one ticket and records what became of the paper, whoever asks for it [R04]. */
export async function printAndRecord(
  deps: TicketPaperDeps,
  ticket: Ticket,
  { reprint, clerk }: { readonly reprint: number; readonly clerk: string | null },
): Promise<{
  readonly outcome: PrintOutcome;
  readonly fault: Trouble | null;
  readonly unrecorded: Trouble | null;
}> {
  const outcome = await printTicket(deps, ticket, reprint);
  const fault = isBad(outcome) ? { code: outcome.code ?? 'print-failed' } : null;
  const record = {
    subject: ticket.id,
    paper: 'ticket',
    form: TICKET_FORM,
    copyNo: 1,
    reprint,
    outcome,
  } as const;
  const recorded = await deps.acts.recordPrint(record, clerk);
  return { outcome, fault, unrecorded: recorded.ok ? null : recorded.error };
}

function isBad({ state }: PrintOutcome): boolean {
  return state === 'failed' || state === 'expired' || state === 'cancelled';
}

async function printTicket(deps: TicketPaperDeps, ticket: Ticket, reprint: number): Promise<PrintOutcome> {
  const jobId = deps.newId('job');
  const failed = (code: string): PrintOutcome => ({
    jobId,
    state: 'failed',
    code,
    at: toIso(deps.clock.nowMs()),
  });
  const payload = await drawn(deps, ticket, reprint);
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
async function drawn({ drawTicket, host, ui }: TicketPaperDeps, ticket: Ticket, reprint: number) {
  const { ward } = host.hello();
  const slip = ticketSlip({
    lang: ui.getState().lang,
    wardName: ward.superior,
    number: ticket.number,
    fieldName: host.catalogue().fields.find(({ id }) => id === ticket.fieldId)?.name ?? '',
    counterText: countersOf(ward.counters, ticket.series)
      .map(({ name }) => shortCounterName(name))
      .join(' · '),
    issuedAt: ticket.issuedAt,
    ahead: ticket.ahead,
    estimateText: null,
    priority: ticket.priority !== null,
    reprint,
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
