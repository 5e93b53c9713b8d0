import type { DossierCell, DossierDeps, DossierFollower, DossierState } from './dossier-state.ts';

type Point = DossierFollower['point'];

/** Longest text that is searched for; a slip's signed code has about 200 signs. */
const MAX_TYPED = 300;

/** Typing into the search box: the answer to the last text wins. */
export function searchActions(
  deps: DossierDeps,
  cell: DossierCell,
  point: Point,
): Pick<DossierState, 'setSearch'> {
  return {
    setSearch: (typed) => {
      const search = typed.slice(0, MAX_TYPED);
      cell.setState({ search });
      if (search.trim() === '') point({ found: null });
      void findAgain(deps, cell, point);
    },
  };
}

/** Asks anew for what stands in the box: after each key, and when the list grew. */
async function findAgain(deps: DossierDeps, { getState }: DossierCell, point: Point): Promise<void> {
  const query = getState().search;
  if (query.trim() === '' || !deps.session.getState().clerk) return;
  const { ids, more } = await deps.search.find(query);
  if (getState().search === query && deps.session.getState().clerk) point({ found: { query, ids, more } });
}

/** Follows the list: how far it is, and what it finds now. */
export function followSearch(deps: DossierDeps, cell: DossierCell, point: Point): void {
  deps.search.watch((searchState) => {
    cell.setState({ searchState });
    void findAgain(deps, cell, point);
  });
}
