import { createStore } from 'zustand/vanilla';
import { err } from '../../shared/basics/result.ts';
import { followIntake, intakeMore, NOTHING_TYPED } from './intake/intake-more.ts';
import { formActions } from './dossier/form-actions.ts';
import { intakeActions } from './dossier/intake-actions.ts';
import { reopenCorrected } from './dossier/open-persons.ts';
import { readReceiver } from './dossier/read-receiver.ts';
import { eraseDossier, forgetErased } from './dossier/erase-action.ts';
import { followDossiers } from './dossier/follow-dossiers.ts';
import { followSearch, searchActions } from './dossier/search-actions.ts';
import { readArrivals, slipActions } from './dossier/slip-actions.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { DossierCell, DossierDeps, DossierFollower, DossierState } from './dossier/dossier-state.ts';
import type { Act, ActingClerk } from './act.ts';

export type { DossierState } from './dossier/dossier-state.ts';

const NOTHING_OPEN = {
  persons: {},
  receivers: {},
  formers: {},
  correctionAsked: null,
  intake: null,
  received: null,
  prints: {},
  formPrints: {},
  arrivals: {},
  openId: null,
  search: '',
  found: null,
  trouble: null,
  ...NOTHING_TYPED,
};

/** Builds the store of dossiers. When the clerk signs out, everything personal leaves the memory of the page. */
export function createDossierStore(deps: DossierDeps) {
  let follower: DossierFollower | null = null;
  const point: DossierFollower['point'] = (change) => follower?.point(change);
  const store = createStore<DossierState>()((set, get) => {
    const cell: DossierCell = { getState: get, setState: set };
    return {
      dossiers: null,
      older: false,
      whole: false,
      ...NOTHING_OPEN,
      busy: false,
      ...intakeActions(deps, cell),
      ...intakeMore(deps, cell),
      ...slipActions(deps, cell, point),
      ...stepActions(deps, cell),
      ...formActions(deps, cell),
      ...searchActions(deps, cell, point),
      searchState: 'closed',
      showOlder: () => follower?.showOlder(),
      attend: () => follower?.attend() ?? (() => undefined),
      erase: (dossierId, ground, approvedBy) => eraseDossier(deps, cell, dossierId, ground, approvedBy),
      forgetTrouble: () => set({ trouble: null }),
    };
  });
  // Before the memory is wiped: what was typed last is still on its way to the drafts.
  followIntake(deps, store);
  deps.session.subscribe((now, before) => {
    if (before.clerk && now.clerk?.id !== before.clerk.id) store.setState(NOTHING_OPEN);
  });
  follower = followDossiers(deps, store, (dossiers, before) => {
    forgetErased(store, dossiers, before);
    void reopenCorrected(deps, store, dossiers, before);
    const { openId, openPersons } = store.getState();
    if (openId !== null) void openPersons([openId]);
    void readArrivals(deps, store);
    void readReceiver(deps, store);
  });
  followSearch(deps, store, point);
  return store;
}

/** The steps after reception; one at a time. */
function stepActions(
  deps: DossierDeps,
  { getState, setState }: DossierCell,
): Pick<DossierState, 'act' | 'giveBack'> {
  const during = async (act: (clerk: ActingClerk) => Act<Dossier>): Promise<boolean> => {
    if (getState().busy) return false;
    const { clerk } = deps.session.getState();
    setState({ busy: true, trouble: null });
    const outcome = clerk ? await act(clerk) : err({ code: 'not-signed-in' } as const);
    setState({ busy: false, trouble: outcome.ok ? null : outcome.error });
    return outcome.ok;
  };
  return {
    act: (dossierId, wish) => during((clerk) => deps.acts.act(dossierId, wish, clerk)),
    giveBack: (dossierId, form) => during((clerk) => deps.acts.giveBack(dossierId, form, clerk)),
  };
}
