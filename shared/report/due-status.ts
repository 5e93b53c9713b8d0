import { parseInstant } from '../basics/time.ts';
import type { Dossier } from '../project/dossiers.ts';

/** How a dossier stands with its due date; `paused` comes with the pauses of a later version. */
export type DueStatus = 'in-time' | 'soon' | 'late' | 'paused' | 'ready' | 'returned';

/** A dossier due within this time is "sắp đến hạn" (DOMAIN 4.6: 24 hours). */
const SOON_MS = 24 * 60 * 60 * 1000;

/** How a dossier stands at an instant: finished ones by their step, the others by the time left. */
export function dueStatus(dossier: Pick<Dossier, 'status' | 'dueAt'>, nowMs: number): DueStatus {
  if (dossier.status === 'returned') return 'returned';
  if (dossier.status === 'result-ready') return 'ready';
  const dueMs = parseInstant(dossier.dueAt);
  if (dueMs === null) return 'in-time';
  if (nowMs > dueMs) return 'late';
  return dueMs - nowMs <= SOON_MS ? 'soon' : 'in-time';
}
