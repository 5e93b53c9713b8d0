import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { DossierCell, DossierDeps, DossierFollower, DossierState } from './dossier-state.ts';

/** Dossiers as they are read. */
export type Rows = readonly Folded<Dossier>[];

type Change = Parameters<DossierFollower['point']>[0];

type Beside = {
  /** What is read anyway. */
  readonly held: () => Rows;
  readonly show: (change: Partial<DossierState>) => void;
};

/** Follows the dossiers that are open or found and lie outside what is read anyway. */
export function followPointed(
  reads: DossierDeps['reads'],
  { getState, setState }: DossierCell,
  { held, show }: Beside,
): { readonly rows: () => Rows; readonly point: DossierFollower['point']; readonly stop: () => void } {
  let rows: Rows = [];
  let followed = '';
  /** What is shown together with the next rows. */
  let pending: Change = {};
  let stopReading = (): void => undefined;
  const missing = (): readonly string[] => {
    const { openId, found } = { ...getState(), ...pending };
    const ids = new Set(held().map(({ id }) => id));
    const wanted = [...(found?.ids ?? []), ...(openId === null ? [] : [openId])];
    return [...new Set(wanted)].filter((id) => !ids.has(id));
  };
  const take = (read: Rows): void => {
    rows = read;
    const change = pending;
    pending = {};
    show(change);
  };
  const follow = (ids: readonly string[]): void => {
    stopReading();
    followed = ids.join(' ');
    stopReading = (): void => undefined;
    if (ids.length === 0) return take([]);
    stopReading = reads.watchDossiers({ ids }, (part) => take(part.rows));
  };
  return {
    rows: () => rows,
    // Nothing seems not to be there while it is being read: a change is shown with the rows it asks for.
    point: (change) => {
      pending = { ...pending, ...change };
      const ids = missing();
      if (ids.join(' ') !== followed) return follow(ids);
      if (Object.keys(pending).length > 0) setState(pending);
      pending = {};
    },
    stop: () => {
      stopReading();
      stopReading = (): void => undefined;
      [rows, followed, pending] = [[], '', {}];
    },
  };
}
