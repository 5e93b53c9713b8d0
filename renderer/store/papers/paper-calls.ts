// What the host tells of printers and of papers that were given to it.
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault, PrinterStatus } from '../../../shared/bridge.ts';
import type { PaperRecord, PrintOutcome } from '../../../shared/slip/print-job.ts';

/** Calls about printers and papers. */
export type PaperCalls = {
  /** Papers of the last days, newest first. */
  readonly list: () => Promise<Result<readonly PaperRecord[], BridgeFault>>;
  /** Asks every printer now. */
  readonly printers: () => Promise<Result<readonly PrinterStatus[], BridgeFault>>;
  /** Takes a waiting paper out; only for a signed-in clerk. Null: the host does not know it. */
  readonly cancel: (jobId: string) => Promise<Result<PrintOutcome | null, BridgeFault>>;
  /** Called for each paper that came to stand otherwise; returns how to stop. */
  readonly watch: (listener: (outcome: PrintOutcome) => void) => () => void;
};
