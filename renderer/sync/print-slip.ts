import { toIso } from '../../shared/basics/time.ts';
import { codeOnSlip, kindOfSlip, labelOf } from '../../shared/slip/paper-about.ts';
import { receiptOfDossier } from '../../shared/slip/receipt-of-dossier.ts';
import { receiptSlip } from '../../shared/slip/receipt-slip.ts';
import { slipFactsOf } from '../../shared/slip/slip-facts.ts';
import { encodeSlipQr } from '../../shared/slip/slip-qr.ts';
import { fromBase64 } from '../db/keys/base64.ts';
import type { WardConfig } from '../../shared/law/ward.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { PaperMark, PrintJob, SlipPayload } from '../../shared/slip/print-job.ts';
import type { Slip } from '../../shared/slip/slip.ts';
import type { PrintDoorCall } from '../slip/print-door.tsx';
import type { DossierDeps } from '../store/dossier/dossier-state.ts';
import type { HostCalls } from '../store/deps.ts';

type Deps = {
  readonly ward: WardConfig;
  readonly host: Pick<HostCalls, 'hello' | 'print' | 'signSlip'>;
  readonly door: PrintDoorCall;
  readonly newId: (prefix: string) => string;
  readonly nowMs: () => number;
  /** The printer that the clerk chose; null lets the host choose. */
  readonly printer: () => string | null;
};

/** How the dossier store prints one copy of Mẫu 01: draw it, hand the document to the host, answer what became of it. */
export function createPrintSlip(deps: Deps): DossierDeps['printSlip'] {
  return async (dossier, persons, copyNo, reprint) => {
    const mark = reprint === 0 ? null : { n: reprint, at: toIso(deps.nowMs()) };
    const signedCode = await signedCodeOf(dossier, deps);
    const copy = { copyNo, reprint: mark, signedCode };
    const slip = receiptSlip(receiptOfDossier(dossier, persons, deps.ward, copy));
    const jobId = deps.newId('job');
    const printed = await deps.door(slip, (payload) =>
      deps.host.print(
        slipJob(
          {
            jobId,
            subject: dossier.id,
            copyNo,
            slip,
            printer: deps.printer(),
            record: { paper: 'receipt-slip', form: dossier.form, formNo: '', reprint },
          },
          payload,
        ),
      ),
    );
    return printed.ok ? printed.value : printed;
  };
}

/** How the dossier store prints one copy of an act's paper that is drawn already. */
export function createPrintForm({
  host,
  door,
  newId,
  printer,
}: Omit<Deps, 'ward' | 'nowMs'>): DossierDeps['printForm'] {
  return async (dossierId, slip, copyNo, record) => {
    const jobId = newId('job');
    const printed = await door(slip, (payload) =>
      host.print(slipJob({ jobId, subject: dossierId, copyNo, slip, printer: printer(), record }, payload)),
    );
    return printed.ok ? printed.value : printed;
  };
}

/** One slip as the host takes it; its list says what it is and of which dossier. */
function slipJob(
  {
    jobId,
    subject,
    copyNo,
    slip,
    printer,
    record,
  }: {
    readonly jobId: string;
    readonly subject: string;
    readonly copyNo: number;
    readonly slip: Slip;
    readonly printer: string | null;
    readonly record: PaperMark | undefined;
  },
  payload: SlipPayload,
): PrintJob {
  return {
    kind: 'slip',
    jobId,
    subject,
    copyNo,
    purpose: 'slips',
    what: kindOfSlip(slip),
    ...labelOf(labelled(slip, record)),
    ...(printer === null ? {} : { printer }),
    ...(record ? { record } : {}),
    payload,
  };
}

/** A slip of money is known by its own number, any other paper by its dossier's code. */
function labelled(slip: Slip, record: PaperMark | undefined): string {
  const own = record?.formNo ?? '';
  return record?.paper === 'fee' ? own : codeOnSlip(slip) || own;
}

/** The signed code of a slip. Where it cannot be had the paper is printed all the same, its QR with the plain code [R10]. */
async function signedCodeOf(dossier: Dossier, { ward, host }: Deps): Promise<string | null> {
  const facts = slipFactsOf(dossier, ward, host.hello().publicKey);
  if (!facts) return null;
  const signed = await host.signSlip(facts);
  return signed.ok ? encodeSlipQr(facts, fromBase64(signed.value.signature)) : null;
}
