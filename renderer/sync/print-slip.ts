import { toIso } from '../../shared/basics/time.ts';
import { receiptOfDossier } from '../../shared/slip/receipt-of-dossier.ts';
import { receiptSlip } from '../../shared/slip/receipt-slip.ts';
import type { WardConfig } from '../../shared/law/ward.ts';
import type { PrintDoorCall } from '../slip/print-door.tsx';
import type { DossierDeps } from '../store/dossier/dossier-state.ts';
import type { HostCalls } from '../store/deps.ts';

type Deps = {
  readonly ward: WardConfig;
  readonly host: Pick<HostCalls, 'print'>;
  readonly door: PrintDoorCall;
  readonly newId: (prefix: string) => string;
  readonly nowMs: () => number;
};

/** How the dossier store prints one copy of Mẫu 01: draw it, hand the document to the host, answer what became of it. */
export function createPrintSlip(deps: Deps): DossierDeps['printSlip'] {
  return async (dossier, persons, copyNo, reprint) => {
    const mark = reprint === 0 ? null : { n: reprint, at: toIso(deps.nowMs()) };
    const slip = receiptSlip(receiptOfDossier(dossier, persons, deps.ward, { copyNo, reprint: mark }));
    const jobId = deps.newId('job');
    const printed = await deps.door(slip, (payload) =>
      deps.host.print({ kind: 'slip', jobId, subject: dossier.id, copyNo, purpose: 'slips', payload }),
    );
    return printed.ok ? printed.value : printed;
  };
}
