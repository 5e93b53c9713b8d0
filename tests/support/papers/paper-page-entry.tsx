// A page that does nothing but draw papers, for tests: the real hook and the real canvas behind two buttons' worth of API.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { SlipPayload, TicketPayload } from '../../../shared/slip/print-job.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { TicketSlip } from '../../../shared/slip/tickets/ticket.ts';
import { SlipPreview } from '../../../renderer/slip/slip-preview.tsx';
import { drawTicket, ticketPayload } from '../../../renderer/slip/ticket-canvas.ts';
import { usePrintSlip } from '../../../renderer/slip/use-print-slip.ts';

export type PaperPage = {
  readonly printSlip: (slip: Slip) => Promise<SlipPayload>;
  readonly drawTicket: (ticket: TicketSlip) => Promise<TicketPayload>;
  readonly preview: (slip: Slip) => void;
};

const nonce = document.querySelector<HTMLMetaElement>('meta[name=nonce]')?.content ?? '';
const root = createRoot(document.querySelector('#app') ?? document.body);

function Papers({ slip }: { readonly slip: Slip | null }) {
  const printSlip = usePrintSlip<SlipPayload>({ nonce, deliver: async (payload) => payload });
  const page: PaperPage = {
    printSlip: async (drawn) => {
      const result = await printSlip(drawn);
      if (!result.ok) throw new Error(result.error.detail);
      return result.value;
    },
    drawTicket: async (ticket) => ticketPayload(await drawTicket(ticket)),
    preview: show,
  };
  Object.assign(window, { papers: page });
  return (
    <>
      <input aria-label="typing" autoFocus />
      {slip !== null && <SlipPreview slip={slip} nonce={nonce} label="Xem trước" />}
    </>
  );
}

function show(slip: Slip | null): void {
  root.render(
    <StrictMode>
      <Papers slip={slip} />
    </StrictMode>,
  );
}

show(null);
