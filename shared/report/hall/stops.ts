// What stands stopped, and how long a stop is to last.
import { parseInstant, toIso, wardDay, wardInstant } from '../../basics/time.ts';
import type { IssuingLock } from '../../project/counters.ts';

/** Stops that stand at a moment, the widest first; one whose time has come is over by itself, as the rules take it [QU10]. */
export function standingStops(locks: readonly IssuingLock[], nowMs: number): readonly IssuingLock[] {
  const rank = ({ scope }: IssuingLock) => ['all', 'field', 'kiosk'].indexOf(scope.kind);
  return locks
    .filter(({ locked, until }) => {
      const untilMs = until === null ? null : parseInstant(until);
      return locked && (untilMs === null || nowMs < untilMs);
    })
    .toSorted((a, b) => rank(a) - rank(b) || (a.since < b.since ? -1 : 1));
}

/** How long a stop is to last, as a clerk chooses it. */
export const stopLengths = ['open', 'quarter', 'half', 'hour', 'next', 'clock'] as const;

/** How long a stop is to last. */
export type StopLength = (typeof stopLengths)[number];

const MINUTE_MS = 60_000;
const minutes = { quarter: 15, half: 30, hour: 60 } as const;

/**
 * Until when a stop lasts; null: until somebody begins again. Undefined where the time that was typed is none of today, or
 * not later than now.
 * @param clock `HH:MM`, asked only for the length `clock`
 * @param nextMs the next opening, asked only for the length `next`
 */
export function stopUntil(
  length: StopLength,
  {
    clock,
    nextMs,
    nowMs,
  }: { readonly clock: string; readonly nextMs: number | null; readonly nowMs: number },
): string | null | undefined {
  switch (length) {
    case 'open':
      return null;
    case 'next':
      return nextMs === null ? null : toIso(nextMs);
    case 'clock': {
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return undefined;
      const atMs = wardInstant(wardDay(nowMs), clock);
      return atMs > nowMs ? toIso(atMs) : undefined;
    }
    case 'quarter':
    case 'half':
    case 'hour':
      return toIso(nowMs + minutes[length] * MINUTE_MS);
  }
}
