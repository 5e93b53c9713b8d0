import { parseInstant, wardInstant, wardDay } from '../../basics/time.ts';
import type { Dossier } from '../../project/dossiers.ts';

const DAY_MS = 86_400_000;

/** A result that stands at the desk; `days` are calendar days since the one it came. */
export type WaitingResult = {
  readonly id: string;
  readonly code: string;
  readonly readyAt: string;
  readonly days: number;
};

/** Results that nobody has collected for more than `moreThanDays` days, oldest first (tồn kết quả) [FG8]. */
export function waitingResults(
  dossiers: Iterable<Pick<Dossier, 'id' | 'code' | 'status' | 'readyAt'>>,
  nowMs: number,
  moreThanDays: number,
): readonly WaitingResult[] {
  const today = wardInstant(wardDay(nowMs), '00:00');
  return [...dossiers]
    .flatMap(({ id, code, status, readyAt }) => {
      const readyMs = readyAt === null || status !== 'result-ready' ? null : parseInstant(readyAt);
      if (readyAt === null || readyMs === null) return [];
      const days = Math.round((today - wardInstant(wardDay(readyMs), '00:00')) / DAY_MS);
      return days > moreThanDays ? [{ id, code, readyAt, days }] : [];
    })
    .sort((a, b) => b.days - a.days || (a.code < b.code ? -1 : 1));
}
