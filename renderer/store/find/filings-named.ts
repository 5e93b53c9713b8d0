import { foldVietnamese, matchWords } from '../../../shared/text/fold.ts';
import { openedPersons } from '../filings/filing-state.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Filing } from '../../../shared/project/filings.ts';
import type { FilingState } from '../filings/filing-state.ts';
import type { SessionState } from '../session-store.ts';

type Deps = {
  readonly filings: Pick<StoreApi<Pick<FilingState, 'filings' | 'persons' | 'openPersons'>>, 'getState'>;
  readonly session: Pick<StoreApi<SessionState>, 'getState'>;
};

/** Shorter texts would open everybody's names. */
const SHORTEST = 2;

/**
 * Filings that wait for the desk whose submitter or owner has every word of a text in the name: what came by post may have no
 * code to be found by [E01]. Nothing for a role that reads no persons.
 */
export async function filingsNamed({ filings, session }: Deps, query: string, limit: number) {
  const text = foldVietnamese(query);
  const { clerk } = session.getState();
  if (!clerk || clerk.role === 'admin' || text.length < SHORTEST || /\d/.test(query)) return [];
  const waiting = (filings.getState().filings ?? []).flatMap(({ state }): readonly Filing[] =>
    state ? [state] : [],
  );
  await filings.getState().openPersons(waiting.map(({ id }) => id));
  const { persons } = filings.getState();
  return waiting
    .filter(({ id }) => {
      const opened = openedPersons(persons[id]);
      return (
        opened !== null && matchWords(text, foldVietnamese(`${opened.submitter.name} ${opened.owner.name}`))
      );
    })
    .slice(0, limit);
}
