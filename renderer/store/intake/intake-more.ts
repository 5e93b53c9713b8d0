import { draftActions, keepDrafts, readDrafts } from './draft-actions.ts';
import { followKnown, knownActions } from './known-actions.ts';
import { scanActions } from './scan-actions.ts';
import { visitActions } from './visit-actions.ts';
import { visitPrint } from './visit-print.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { DossierCell, DossierDeps, DossierState } from '../dossier/dossier-state.ts';
import type { IntakeMore } from './intake-state.ts';

/** What stands in the store while nobody is signed in. */
export const NOTHING_TYPED = {
  scan: null,
  known: [],
  twins: [],
  drafts: [],
  keeping: null,
  visit: [],
  lastForm: null,
} satisfies Partial<IntakeMore>;

/** Everything that helps a reception along. */
export function intakeMore(deps: DossierDeps, cell: DossierCell): IntakeMore {
  return {
    ...NOTHING_TYPED,
    ...scanActions(deps, cell),
    ...knownActions(deps, cell),
    ...draftActions(deps, cell),
    ...visitActions(deps, cell),
    ...visitPrint(deps, cell),
  };
}

/** Lets the store follow what is typed, who signs in, and the scanner behind the host. */
export function followIntake(deps: DossierDeps, store: StoreApi<DossierState>): void {
  followKnown(deps, store);
  keepDrafts(deps, store);
  store.subscribe(({ received }, before) => {
    // What was received, given up or put aside changes what can be gone on with.
    if (received !== before.received) void readDrafts(deps, store);
  });
}
