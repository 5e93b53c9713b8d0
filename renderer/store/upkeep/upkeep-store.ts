import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Act } from '../act.ts';
import type { HostCalls } from '../deps.ts';
import type { SessionState } from '../session-store.ts';
import type { ConflictInView, UpkeepDeps, UpkeepState } from './upkeep-state.ts';

/** Lines set aside that the page lists at the most; the total is told beside them. */
const LISTED_ASIDE = 200;

type Deps = UpkeepDeps & {
  readonly session: Pick<StoreApi<SessionState>, 'getState'>;
  readonly host: Pick<HostCalls, 'opened'>;
};
type Cell = Pick<StoreApi<UpkeepState>, 'getState' | 'setState'>;

/** Builds the store of what needs a person besides the day's work. */
export function createUpkeepStore(deps: Deps): StoreApi<UpkeepState> {
  const store = createStore<UpkeepState>()((set, get) => ({
    clock: null,
    space: null,
    opened: deps.host.opened(),
    twice: [],
    damageSeen: null,
    conflicts: null,
    inView: null,
    notes: null,
    setAside: null,
    asideNames: new Map(),
    setAsideFault: null,
    busy: false,
    trouble: null,
    putOpenedAway: () => void deps.putOpenedAway(),
    markTwiceSeen: () => void deps.markTwiceSeen(),
    markDamageSeen: (pieces) => void deps.markDamageSeen(pieces),
    confirmClock: () => deps.confirmClock(),
    look: async () => {
      const [notes, aside] = await Promise.all([deps.ownNotes(), deps.quarantine(LISTED_ASIDE)]);
      if (!aside.ok) return set({ notes, setAsideFault: aside.error });
      const subjects = aside.value.rows.flatMap(({ subject }) => subject ?? []);
      const asideNames = await deps.namesOf([...new Set(subjects)]);
      set({ notes, setAside: aside.value, asideNames, setAsideFault: null });
    },
    close: () => set({ inView: null, trouble: null }),
    forgetTrouble: () => set({ trouble: null }),
    tryNow: async () => {
      const asked = await deps.tryNow();
      set({ trouble: asked.ok ? null : asked.error });
    },
    ...conflictActions(deps, { getState: get, setState: set }),
  }));
  deps.watchTold(({ opened, twice, damageSeen }) => {
    const { epoch } = deps.host.opened();
    store.setState({ opened: opened ?? { epoch, how: 'continued', recorded: 0 }, twice, damageSeen });
  });
  deps.watchClock((clock) => store.setState({ clock }));
  deps.watchSpace((space) => store.setState({ space }));
  deps.watchConflicts((conflicts) => {
    store.setState({ conflicts });
    // What is in view may have been settled elsewhere, or have got a third side.
    const { inView } = store.getState();
    if (inView) void readSides(deps, store, inView);
  });
  return store;
}

function conflictActions(deps: Deps, cell: Cell): Pick<UpkeepState, 'open' | 'settle' | 'beginNumbers'> {
  const during = async (act: (clerk: string) => Act<null>): Promise<boolean> => {
    if (cell.getState().busy) return false;
    const { clerk } = deps.session.getState();
    if (!clerk) {
      cell.setState({ trouble: { code: 'not-signed-in' } });
      return false;
    }
    cell.setState({ busy: true, trouble: null });
    const outcome = await act(clerk.id);
    cell.setState({ busy: false, trouble: outcome.ok ? null : outcome.error });
    return outcome.ok;
  };
  return {
    open: async (kind, id) => {
      const inView = { kind, id, sides: null };
      cell.setState({ inView, trouble: null });
      await readSides(deps, cell, inView);
    },
    settle: async (chosen, note) => {
      const { inView } = cell.getState();
      if (!inView || inView.sides === null || inView.sides === 'gone') return false;
      const seen = inView.sides.conflict.branches.map(({ head }) => head);
      const settled = await during((clerk) =>
        deps.settle(inView.kind, inView.id, { chosen, seen, note }, clerk),
      );
      if (settled) cell.setState({ inView: null });
      else await readSides(deps, cell, inView);
      return settled;
    },
    beginNumbers: (wish) => during((clerk) => deps.beginNumbers(wish, clerk)),
  };
}

async function readSides(deps: Deps, cell: Cell, { kind, id }: ConflictInView): Promise<void> {
  const sides = (await deps.sidesOf(kind, id)) ?? ('gone' as const);
  const { inView } = cell.getState();
  if (inView?.kind === kind && inView.id === id) cell.setState({ inView: { kind, id, sides } });
}
