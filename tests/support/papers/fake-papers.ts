import { toIso } from '../../../shared/basics/time.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import type { PrinterStatus } from '../../../shared/bridge.ts';
import type { PrintJob } from '../../../shared/slip/print-job.ts';
import type { PaperCalls } from '../../../renderer/store/papers/paper-calls.ts';

/** Papers of a host that prints everything at once. */
export function fakePapers(
  jobs: readonly PrintJob[],
  nowMs: () => number,
  printers: () => readonly PrinterStatus[],
): PaperCalls {
  return {
    list: () =>
      Promise.resolve(
        ok(
          jobs
            .map(({ jobId, kind, subject, copyNo, what, label }) => ({
              jobId,
              kind,
              subject,
              copyNo,
              what,
              label,
              state: 'confirmed' as const,
              at: toIso(nowMs()),
            }))
            .toReversed(),
        ),
      ),
    printers: () => Promise.resolve(ok(printers())),
    cancel: () => Promise.resolve(err({ code: 'not-signed-in' })),
    watch: () => () => undefined,
  };
}
