import { describe, expect, it } from 'vitest';
import { createUpkeepStore } from '../../../renderer/store/upkeep/upkeep-store.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import type { Conflict } from '../../../shared/project/conflicts.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { OpenConflicts, Sides, Told } from '../../../renderer/store/upkeep/upkeep-state.ts';

const branch = (head: string) => ({ head, acts: [], standing: null, provisional: head === 'a' });
const conflict: Conflict<Ticket> = {
  subject: 't1',
  shared: [],
  beside: [],
  branches: [branch('a'), branch('b')],
  standing: null,
  because: 'later',
};

/** A world whose answers a test chooses. */
function world() {
  const state = {
    sides: { kind: 'ticket', conflict } as Sides | null,
    refuse: false,
    clerk: { id: 'lan' } as { readonly id: string } | null,
    putAway: 0,
    marked: 0,
    looked: [] as readonly string[],
    tell: (_told: Told) => undefined as void,
    settled: [] as unknown[],
    tries: 0,
    changed: (_open: OpenConflicts) => undefined as void,
  };
  const nothing = () => () => undefined;
  const store = createUpkeepStore({
    session: { getState: () => ({ clerk: state.clerk }) } as never,
    host: { opened: () => ({ epoch: 'e1', how: 'continued', recorded: 0 }) },
    watchTold: (listener) => {
      state.tell = listener;
      return () => undefined;
    },
    putOpenedAway: () => {
      state.putAway += 1;
      return Promise.resolve();
    },
    markTwiceSeen: () => {
      state.marked += 1;
      return Promise.resolve();
    },
    markDamageSeen: (pieces) => {
      state.looked = pieces;
      return Promise.resolve();
    },
    namesOf: () => Promise.resolve(new Map()),
    watchClock: nothing,
    confirmClock: () => undefined,
    watchSpace: nothing,
    watchConflicts: (listener) => {
      state.changed = listener;
      return () => undefined;
    },
    sidesOf: () => Promise.resolve(state.sides),
    settle: (...given) => {
      state.settled.push(given);
      return Promise.resolve(
        state.refuse ? err({ code: 'conflict-changed' }) : ok({ value: null, secondCopy: true }),
      );
    },
    beginNumbers: () => Promise.resolve(ok({ value: null, secondCopy: true })),
    ownNotes: () => Promise.resolve({ jumps: [], forks: [] }),
    quarantine: () => Promise.resolve(err({ code: 'host-away' })),
    tryNow: () => {
      state.tries += 1;
      return Promise.resolve(err({ code: 'host-away' }));
    },
  });
  return { store, state };
}

describe('what needs a person', () => {
  it('[V5] a decision carries every head the clerk saw; afterwards nothing is in view', async () => {
    const { store, state } = world();
    await store.getState().open('ticket', 't1');
    expect(await store.getState().settle('b', 'vì sao')).toBe(true);
    expect(state.settled).toEqual([
      ['ticket', 't1', { chosen: 'b', seen: ['a', 'b'], note: 'vì sao' }, 'lan'],
    ]);
    expect(store.getState().inView).toBeNull();
  });

  it('[V5] a refused decision reads the sides anew and says why; nobody decides unsigned', async () => {
    const { store, state } = world();
    await store.getState().open('ticket', 't1');
    state.refuse = true;
    expect(await store.getState().settle('a', '')).toBe(false);
    expect(store.getState()).toMatchObject({ trouble: { code: 'conflict-changed' }, inView: { id: 't1' } });
    state.clerk = null;
    expect(await store.getState().settle('a', '')).toBe(false);
    expect(store.getState().trouble).toEqual({ code: 'not-signed-in' });
    expect(state.settled).toHaveLength(1);
  });

  it('[V5] what another place settled while it was looked at says so', async () => {
    const { store, state } = world();
    await store.getState().open('ticket', 't1');
    state.sides = null;
    state.changed({ tickets: [], dossiers: [], filings: [] });
    await new Promise((done) => setTimeout(done));
    expect(store.getState().inView).toEqual({ kind: 'ticket', id: 't1', sides: 'gone' });
  });

  it('[X1] "try now" asks at once and tells when nobody can be asked; a list that cannot be read says so', async () => {
    const { store, state } = world();
    await store.getState().tryNow();
    expect([state.tries, store.getState().trouble]).toEqual([1, { code: 'host-away' }]);
    await store.getState().look();
    expect(store.getState()).toMatchObject({ setAside: null, setAsideFault: { code: 'host-away' } });
  });

  it('[X2] what is told of the storage is what stands in it, for every window; only the storage takes it away', () => {
    const { store, state } = world();
    const opened = { epoch: 'e2', how: 'restored', recorded: 3 } as const;
    const twice = [{ number: 'A052', day: '2026-06-05', seen: false }];
    expect(store.getState().damageSeen).toBeNull();
    state.tell({ opened, twice, damageSeen: ['old'] });
    store.getState().putOpenedAway();
    store.getState().markTwiceSeen();
    store.getState().markDamageSeen(['piece']);
    expect([state.putAway, state.marked, state.looked]).toEqual([1, 1, ['piece']]);
    expect(store.getState()).toMatchObject({ opened, twice, damageSeen: ['old'] });
    state.tell({ opened: null, twice: [], damageSeen: [] });
    expect(store.getState()).toMatchObject({ opened: { how: 'continued' }, twice: [] });
  });
});
