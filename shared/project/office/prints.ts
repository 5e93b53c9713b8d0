// How often a paper may lie in somebody's hands, told from what became of its prints (promise 2).
import type { FactBody } from '../../event/facts.ts';

type Print = Pick<FactBody<'form-printed'>, 'jobId' | 'copyNo' | 'state' | 'fault'>;

/** Failures after which a paper may lie in the tray all the same: the bytes were on their way when it was lost sight of. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  'print-outcome-unknown',
  'print-job-forgotten',
  'print-aborted-at-printer',
  'printer-aborted',
  'printer-broke-off',
  'printer-timeout',
]);

/** Whether a print may be on paper: only a failure that is certain says no [R03]. */
export function mayBeOut({ state, fault }: Pick<Print, 'state' | 'fault'>): boolean {
  if (state === 'failed' || state === 'cancelled') return fault !== null && UNCERTAIN.has(fault);
  return state !== 'expired';
}

/**
 * Prints that may be out, one more outcome later. A job that came to stand otherwise, e.g. given up by its printer, is still
 * the same print. Each stands as copy number and end of the job's id.
 */
export function outsAfter(outs: readonly string[], print: Print): readonly string[] {
  const key = `${print.copyNo}/${print.jobId.slice(-12)}`;
  const others = outs.filter((out) => out !== key);
  return mayBeOut(print) ? [...others, key] : others;
}

/** How many of the prints are of one copy (liên, from 1). */
export function outsOf(outs: readonly string[], copyNo: number): number {
  return outs.filter((out) => out.startsWith(`${copyNo}/`)).length;
}
