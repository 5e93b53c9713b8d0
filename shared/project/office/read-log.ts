import { factOf } from '../../event/facts.ts';
import type { LoggedEvent } from '../../event/envelope.ts';
import type { FactBody } from '../../event/facts.ts';

/** Who read which record on one day at one machine (promise 7). */
export type ReadLog = {
  readonly day: string;
  /** Every dossier that was read, once. */
  readonly dossierIds: readonly string[];
  readonly reads: readonly (Omit<FactBody<'readlog-noted'>, 'day'> & { readonly by: string | null })[];
};

/** Subject of the facts about what was read on a day at a machine. */
export function readLogSubject(day: string, device: string): string {
  return `readlog-${day}-${device}`;
}

/** Folds one event into a day's log. */
export function applyReadLog(state: ReadLog | null, { event }: LoggedEvent): ReadLog | null {
  const fact = factOf(event);
  if (fact?.type !== 'readlog-noted') return state;
  const { day, ...read } = fact.body;
  const before = state ?? { day, dossierIds: [], reads: [] };
  const known = before.dossierIds.includes(read.dossierId);
  return {
    day,
    dossierIds: known ? before.dossierIds : [...before.dossierIds, read.dossierId],
    reads: [...before.reads, { ...read, by: event.actor }],
  };
}
