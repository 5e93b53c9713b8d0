// From a tap to a paper: the number stands in the journal before anybody sees it, and no trouble of the printer takes it back.
import { toIso } from '../../shared/basics/time.ts';
import { shortCounterName } from '../../shared/law/ward.ts';
import { labelOf } from '../../shared/slip/paper-about.ts';
import { ticketLink, ticketQr } from '../../shared/slip/tickets/ticket-qr.ts';
import { ticketSlip } from '../../shared/slip/tickets/ticket.ts';
import { messages } from '../../shared/text/messages/index.ts';
import { waitWords } from './kiosk/wait-words.ts';
import type { PrintOutcome, TicketPayload } from '../../shared/slip/print-job.ts';
import type { TicketSlip } from '../../shared/slip/tickets/ticket.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { WardConfig } from '../../shared/law/ward.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Trouble } from './act.ts';
import type { StoreDeps, TicketRequest } from './deps.ts';
import type { SaidWait } from './kiosk/waits.ts';
import type { UiState } from './ui-store.ts';

/** Form id of the kiosk's ticket, kept with the record of each paper. */
const TICKET_FORM = 've-80mm/1';

/** What became of the paper of a ticket, as the kiosk shows it. */
export type PaperFate = 'printing' | 'printed' | 'failed';

type Steps = {
  readonly refused: (trouble: Trouble) => void;
  /** What is said of its wait, on the screen and on the paper alike. */
  readonly waitOf: (ticket: Ticket) => SaidWait | null;
  readonly issued: (ticket: Ticket, wait: SaidWait | null) => void;
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
  const wait = tell.waitOf(ticket);
  tell.issued(ticket, wait);
  const printing = { reprint: 0, clerk: null, wait };
  const { outcome, fault, unrecorded } = await printAndRecord(deps, ticket, printing);
  tell.paper(ticket, isBad(outcome) ? 'failed' : 'printed', unrecorded ?? fault);
}

/** Why a ticket is printed; `clerk`: who asked for it. A reprint says nothing of the wait, which was said before. */
type Printing = {
  readonly reprint: number;
  readonly clerk: string | null;
  readonly wait?: SaidWait | null;
};

/** Prints one ticket and records what became of the paper, whoever asks for it [R04]. */
export async function printAndRecord(
  deps: TicketPaperDeps,
  ticket: Ticket,
  { reprint, clerk, wait = null }: Printing,
): Promise<{
  readonly outcome: PrintOutcome;
  readonly fault: Trouble | null;
  readonly unrecorded: Trouble | null;
}> {
  const outcome = await printTicket(deps, ticket, reprint, wait);
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

async function printTicket(
  deps: TicketPaperDeps,
  ticket: Ticket,
  reprint: number,
  wait: SaidWait | null,
): Promise<PrintOutcome> {
  const jobId = deps.newId('job');
  const failed = (code: string): PrintOutcome => ({
    jobId,
    state: 'failed',
    code,
    at: toIso(deps.clock.nowMs()),
  });
  const payload = await drawn(deps, ticket, reprint, wait);
  if (!payload) return failed('print-not-drawn');
  const printed = await deps.host.print({
    kind: 'ticket',
    jobId,
    subject: ticket.id,
    copyNo: 1,
    purpose: 'tickets',
    what: 'ticket',
    ...labelOf(ticket.number),
    payload,
  });
  return printed.ok ? printed.value : failed(printed.error.code);
}

/** Null when the page cannot draw; the caller records it as a failed paper. */
async function drawn(
  { drawTicket, host, ui }: TicketPaperDeps,
  ticket: Ticket,
  reprint: number,
  wait: SaidWait | null,
) {
  const { ward } = host.hello();
  const words = { vi: messages.vi.kiosk, en: messages.en.kiosk };
  const slip = ticketSlip({
    lang: ui.getState().lang,
    wardName: ward.superior,
    number: ticket.number,
    fieldName: host.catalogue().fields.find(({ id }) => id === ticket.fieldId)?.name ?? '',
    counterText: countersOf(ward.counters, ticket.series)
      .map(({ name }) => shortCounterName(name))
      .join(' · '),
    issuedAt: ticket.issuedAt,
    ahead: wait?.ahead ?? ticket.ahead,
    estimateText: wait && waitWords(wait, words.vi.waits),
    ...(wait && { estimateTextEn: waitWords(wait, words.en.waits) }),
    priority: ticket.priority !== null,
    reprint,
    lookup: lookupOf(ward, ticket, words),
  });
  return drawTicket(slip).catch(() => null);
}

/** What the code on the paper is for: to follow the number by phone where phones reach the upper level, else to rate. */
function lookupOf({ publicUrl, ward }: WardConfig, ticket: Ticket, { vi, en }: KioskWords) {
  if (publicUrl === undefined) return { qr: ticketQr(ticket), text: vi.ticket.qr, textEn: en.ticket.qr };
  const qr = ticketLink(ticket, { publicUrl, ward });
  return { qr, text: vi.ticket.qrFollow, textEn: en.ticket.qrFollow };
}

type KioskWords = { readonly [L in 'vi' | 'en']: (typeof messages)[L]['kiosk'] };

/** Counters that call a series. */
function countersOf<C extends { readonly series: readonly string[] }>(
  counters: readonly C[],
  series: string,
): readonly C[] {
  return counters.filter((counter) => counter.series.includes(series));
}
