import { toWardIso, wardInstant } from '../../basics/time.ts';
import type { Span } from './work-time.ts';

/** A legal time limit. `campaign` and a null value mean: no number in law, an officer enters the date. */
export type Limit = {
  readonly value: number | null;
  readonly unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'hour' | 'campaign';
};

/** At which time of the due day a limit in working days ends, and until when "within the day" means today (DOMAIN 4.4). */
export type DuePolicy = {
  readonly dueAt: 'sameTime' | 'endOfDay' | 'endOfHalfDay';
  readonly cutoff: string | null;
};

/** A complete dossier's receipt, its limit and its pauses; a pause with `toMs` null is still open. */
export type DueCase = {
  readonly receivedAtMs: number;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
};

/** Why no due time can be given. */
export type DueRefusal =
  | { readonly code: 'paused'; readonly since: string }
  | { readonly code: 'pause-order'; readonly from: string; readonly to: string }
  | { readonly code: 'limit-by-officer' }
  | { readonly code: 'limit-value'; readonly value: number; readonly unit: string }
  | { readonly code: 'no-working-time'; readonly after: string }
  | { readonly code: 'time-out-of-range'; readonly at: string };

type Pause = { readonly fromMs: number; readonly toMs: number | null };

/** Longer limits and times outside these years are slips of the pen; the bounds keep every count short. */
const MAX_LIMIT = 5000;
const FIRST_MS = wardInstant('1970-01-02', '00:00');
const LAST_MS = wardInstant('2200-01-01', '00:00');

/** What makes a case impossible to count, before the calendar is asked; null when nothing does. */
export function refuseCase({ receivedAtMs, limit, pauses }: DueCase): DueRefusal | null {
  const times = [
    receivedAtMs,
    ...pauses.flatMap(({ fromMs, toMs }) => (toMs === null ? [fromMs] : [fromMs, toMs])),
  ];
  const strange = times.find((ms) => ms < FIRST_MS || ms > LAST_MS);
  if (strange !== undefined) return { code: 'time-out-of-range', at: toWardIso(strange) };
  const { value, unit } = limit;
  if (value === null || unit === 'campaign') return { code: 'limit-by-officer' };
  if (!isCountable(value, unit)) return { code: 'limit-value', value, unit };
  const open = pauses.find(({ toMs }) => toMs === null);
  if (open) return { code: 'paused', since: toWardIso(open.fromMs) };
  const reversed = pauses.find(({ fromMs, toMs }) => toMs !== null && toMs < fromMs);
  if (!reversed) return null;
  return {
    code: 'pause-order',
    from: toWardIso(reversed.fromMs),
    to: toWardIso(reversed.toMs ?? reversed.fromMs),
  };
}

/** Closed pauses in order, half-open, those that touch or overlap made one; empty ones vanish. */
export function mergePauses(pauses: readonly Pause[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { fromMs, toMs } of pauses.toSorted((a, b) => a.fromMs - b.fromMs)) {
    if (toMs === null || toMs <= fromMs) continue;
    const last = merged.at(-1);
    if (last && fromMs <= last.toMs)
      merged[merged.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, toMs) };
    else merged.push({ fromMs, toMs });
  }
  return merged;
}

function isCountable(value: number, unit: Limit['unit']): boolean {
  if (!(value >= 0 && value <= MAX_LIMIT)) return false;
  if (unit === 'workingHour' || unit === 'hour') return true;
  return Number.isInteger(value) || (unit === 'workingDay' && value === 0.5);
}
