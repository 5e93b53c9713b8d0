// The traffic lights of the waiting room [P17]: a colour that always stands with a word and a shape.
import type { WaitBounds } from '../../law/queue/rules.ts';

/** How long something takes: as usual, long, too long. */
export type Light = 'ok' | 'warn' | 'late';

const MINUTE_MS = 60_000;
/** A service is long beyond twice the mean of its queue today, too long beyond three times. */
const LONG_SERVICE = { warn: 2, late: 3 } as const;
/** Nothing below five minutes is long, however short calls are today: what is taken as usual is at least half of that. */
const LEAST_USUAL_MS = 2.5 * MINUTE_MS;

/** The light of a wait, by the bounds of the ward [HA2]. */
export function waitLight(waitedMs: number, { warnMinutes, lateMinutes }: WaitBounds): Light {
  if (waitedMs >= lateMinutes * MINUTE_MS) return 'late';
  return waitedMs >= warnMinutes * MINUTE_MS ? 'warn' : 'ok';
}

/** The light of a service under way; null where too little was measured to call anything usual [HA4]. */
export function serviceLight(tookMs: number, usualMs: number | null): Light | null {
  if (usualMs === null || usualMs <= 0) return null;
  const usual = Math.max(usualMs, LEAST_USUAL_MS);
  if (tookMs > usual * LONG_SERVICE.late) return 'late';
  return tookMs > usual * LONG_SERVICE.warn ? 'warn' : 'ok';
}
