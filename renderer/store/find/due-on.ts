import { toIso, wardInstant } from '../../../shared/basics/time.ts';
import { phaseOf } from '../../../shared/law/life-cycle/acts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { DossierState } from '../dossier-store.ts';
import type { FindReads } from './find-deps.ts';

type Deps = {
  readonly find: Pick<FindReads, 'dueOn'>;
  readonly dossiers: { readonly getState: () => Pick<DossierState, 'dossiers' | 'whole'> };
};

/** Dossiers at work that fall due on a ward day. All of them stand in memory soon after the sign-in; until then the storage is asked. */
export async function dueOn(
  { find, dossiers }: Deps,
  day: string,
  limit: number,
): Promise<readonly Dossier[]> {
  const { dossiers: rows, whole } = dossiers.getState();
  if (rows === null || !whole) return find.dueOn(day, limit);
  const [from, to] = [toIso(wardInstant(day, '00:00')), toIso(wardInstant(day, '24:00'))];
  return rows
    .flatMap(({ state }) => (state && state.dueAt >= from && state.dueAt < to ? [state] : []))
    .filter(({ status }) => ['working', 'ready'].includes(phaseOf(status)))
    .slice(0, limit);
}
