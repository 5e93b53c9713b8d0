import type { StoreApi } from 'zustand/vanilla';
import type { StoreDeps } from '../deps.ts';
import type { DossierDeps, DossierState } from '../dossier/dossier-state.ts';
import type { FilingState } from './filing-state.ts';

/** What the store of filings needs: the reception that it opens is that of the dossier store. */
export type FilingDeps = Pick<StoreDeps, 'acts' | 'reads' | 'host' | 'clock' | 'newId'> &
  Pick<DossierDeps, 'session' | 'printForm'> & { readonly dossiers: StoreApi<DossierState> };

/** The store as its actions see it. */
export type FilingCell = Pick<StoreApi<FilingState>, 'getState' | 'setState'>;
