// What became of a paper after its printer's system took it: asked gently until it is known.
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrintOutcome } from '../../../../shared/slip/print-job.ts';
import { stopCodeOf } from '../../../../shared/slip/printer.ts';
import type { IppPlace } from './ipp-ask.ts';
import { askJob, askPrinter, marksOfReasons } from './ipp-printer.ts';

/** How a followed paper stands; `ended`: it will not change any more. */
export type Fate = Pick<PrintOutcome, 'state' | 'code'> & { readonly ended: boolean };

type Follow = {
  readonly place: IppPlace;
  readonly job: number;
  readonly signal: AbortSignal;
  /** Told each time it changed. */
  readonly onFate: (fate: Fate) => Promise<void>;
  readonly pauseMs?: number;
};

const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const ASK_LIMIT_MS = 5_000;
/** A held paper may wait over a weekend; afterwards nobody looks for it. */
const FOLLOW_MS = 3 * 86_400_000;

/** Follows one job until it ended or the signal says stop. */
export async function followJob({ place, job, signal, onFate, pauseMs = PAUSE_MS }: Follow): Promise<void> {
  let known = '';
  let pause = pauseMs;
  for (let waited = 0; waited < FOLLOW_MS && !signal.aborted; waited += pause) {
    const fate = await fateOf(place, job, AbortSignal.any([signal, AbortSignal.timeout(ASK_LIMIT_MS)]));
    if (signal.aborted) return;
    const said = fate === null ? known : JSON.stringify(fate);
    if (fate !== null && said !== known) await onFate(fate);
    if (fate?.ended === true) return;
    pause = said === known ? Math.min(pause * 1.25, Math.max(pauseMs, LONGEST_PAUSE_MS)) : pauseMs;
    known = said;
    // Called off in the middle of a pause: the loop sees the signal.
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** How a job stands now; null while the printer's system does not answer: what is not known is not said. */
async function fateOf(place: IppPlace, job: number, signal: AbortSignal): Promise<Fate | null> {
  const asked = await askJob(place, job, signal);
  if (!asked.ok) return null;
  const { state, reasons } = asked.value;
  switch (state) {
    case 'completed':
      return { state: 'confirmed', ended: true };
    case 'cancelled':
      return { state: 'cancelled', ended: true };
    case 'aborted':
      return { state: 'failed', code: 'print-aborted-at-printer', ended: true };
    case 'gone':
      return { state: 'spooled', code: 'print-job-forgotten', ended: true };
    case 'waiting':
    case 'held':
    case 'printing': {
      const printer = await askPrinter(place, signal);
      const marks = [...marksOfReasons(reasons), ...(printer.ok ? printer.value.marks : [])];
      const stopped = printer.ok && printer.value.isStopped ? 'printer-paused' : null;
      const code = stopCodeOf(marks) ?? stopped;
      return { state: 'spooled', ...(code === null ? {} : { code }), ended: false };
    }
  }
}
