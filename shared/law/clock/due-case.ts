import { toWardIso, wardDay } from '../../basics/time.ts';
import { isCountedDay } from '../calendar/sessions.ts';
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
  /** True: `receivedAtMs` is where the limit of the step before ended, so no day of receipt is left out again. */
  readonly continues?: boolean;
};

/** Why no due time can be given; `field` names what is wrong as `motcua due` writes it. */
export type DueRefusal =
  | { readonly code: 'paused'; readonly field: string; readonly since: string }
  | { readonly code: 'pause-order'; readonly field: string; readonly from: string; readonly to: string }
  | { readonly code: 'limit-by-officer'; readonly field: string }
  | { readonly code: 'limit-value'; readonly field: string; readonly value: number; readonly unit: string }
  | { readonly code: 'no-working-time'; readonly field: string; readonly after: string }
  | { readonly code: 'time-out-of-range'; readonly field: string; readonly at: string };

/** A stretch during which the clock stands still; open while `toMs` is null. */
export type Pause = { readonly fromMs: number; readonly toMs: number | null };

/** Longer limits are slips of the pen. */
export const MAX_LIMIT = 5000;

/** What makes a case impossible to count, before the calendar is asked; null when nothing does. */
export function refuseCase({ receivedAtMs, limit, pauses }: DueCase): DueRefusal | null {
  const strange = timesOf(receivedAtMs, pauses).find(({ ms }) => !isCountedDay(wardDay(ms)));
  if (strange) return { code: 'time-out-of-range', field: strange.field, at: toWardIso(strange.ms) };
  const { value, unit } = limit;
  if (value === null || unit === 'campaign') return { code: 'limit-by-officer', field: 'limit' };
  if (!isCountable(value, unit)) return { code: 'limit-value', field: 'limit.value', value, unit };
  return pauses.map(refusePause).find((refusal) => refusal !== null) ?? null;
}

/** The calendar has no working day in the year after the day. */
export function noWorkingTime(after: string): DueRefusal {
  return { code: 'no-working-time', field: 'calendar.sessions', after };
}

function refusePause({ fromMs, toMs }: Pause, index: number): DueRefusal | null {
  if (toMs === null) return { code: 'paused', field: `pauses.${index}.to`, since: toWardIso(fromMs) };
  if (toMs >= fromMs) return null;
  return { code: 'pause-order', field: `pauses.${index}.to`, from: toWardIso(fromMs), to: toWardIso(toMs) };
}

function timesOf(
  receivedAtMs: number,
  pauses: readonly Pause[],
): readonly { readonly field: string; readonly ms: number }[] {
  const ends = pauses.flatMap(({ fromMs, toMs }, index) => [
    { field: `pauses.${index}.from`, ms: fromMs },
    { field: `pauses.${index}.to`, ms: toMs ?? fromMs },
  ]);
  return [{ field: 'receivedAt', ms: receivedAtMs }, ...ends];
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

/** Whether the clock can count a limit of so much: hours and parts of them, whole days, or half a working day (DOMAIN 4.4). */
export function isCountable(value: number, unit: Limit['unit']): boolean {
  if (!(value >= 0 && value <= MAX_LIMIT)) return false;
  if (unit === 'workingHour' || unit === 'hour') return true;
  return Number.isInteger(value) || (unit === 'workingDay' && value === 0.5);
}
