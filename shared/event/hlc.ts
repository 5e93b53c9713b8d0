/** The logical time before anything happened. */
export const HLC_START = '0000000000000-0000';

/**
 * The next hybrid logical time: after `last` whatever the clock says, and never behind the clock.
 * `last` is the highest time this replica has issued or received, so an event is always after its parents.
 * It orders for display only; concurrency is told by `parents`.
 */
export function nextHlc(last: string, nowMs: number): string {
  const lastMs = Number(last.slice(0, 13));
  const counter = Number.parseInt(last.slice(14), 16);
  if (nowMs > lastMs) return written(nowMs, 0);
  return counter < 0xffff ? written(lastMs, counter + 1) : written(lastMs + 1, 0);
}

/** The later of two logical times. */
export function maxHlc(a: string, b: string): string {
  return a > b ? a : b;
}

function written(ms: number, counter: number): string {
  return `${String(ms).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}`;
}
