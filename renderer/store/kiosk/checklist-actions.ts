import { toIso } from '../../../shared/basics/time.ts';
import { checklistSlips } from '../../../shared/slip/tickets/checklist.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { TicketSlip } from '../../../shared/slip/tickets/ticket.ts';
import type { Cell } from './cell.ts';
import type { ChecklistFate, KioskDeps, KioskState } from './kiosk-state.ts';

/** A list that is on paper is not printed again by a second tap within this time. */
const AGAIN_MS = 5000;
/** What the paper belongs to, as the printer's book has it; a posted procedure is no subject of the journal. */
const SUBJECT = 'kiosk-checklist';

/** Printing the papers of a procedure; the screen shows them whatever becomes of the paper. */
export function checklistActions(deps: KioskDeps, { get, set }: Cell): Pick<KioskState, 'printChecklist'> {
  const { host, clock } = deps;
  let lastMs = -Infinity;
  return {
    printChecklist: async (input) => {
      const nowMs = clock.nowMs();
      if (get().checklist === 'printing' || (nowMs >= lastMs && nowMs < lastMs + AGAIN_MS)) return;
      if (!host.hello().ward.printers.some(({ purpose }) => purpose === 'tickets'))
        return set({ checklist: 'no-printer' });
      lastMs = nowMs;
      const { visit, procedureCode } = get();
      set({ checklist: 'printing' });
      const checklist = await printAll(deps, checklistSlips(input, toIso(nowMs)));
      if (get().visit === visit && get().procedureCode === procedureCode) set({ checklist });
    },
  };
}

/** Sheet after sheet; one that fails ends it, since half a list is none. */
async function printAll(deps: KioskDeps, slips: readonly TicketSlip[]): Promise<ChecklistFate> {
  for (const slip of slips) {
    // A page that cannot draw says "not printed", like a printer that is out.
    const payload = await deps.drawTicket(slip).catch(() => null);
    if (payload === null) return 'failed';
    const printed = await deps.host.print({
      kind: 'ticket',
      jobId: deps.newId('job'),
      subject: SUBJECT,
      copyNo: 1,
      purpose: 'tickets',
      what: 'checklist',
      payload,
    });
    if (!printed.ok || isBad(printed.value)) return 'failed';
  }
  return 'printed';
}

function isBad({ state }: PrintOutcome): boolean {
  return state === 'failed' || state === 'expired' || state === 'cancelled';
}
