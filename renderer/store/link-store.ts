import { createStore } from 'zustand/vanilla';
import { toIso } from '../../shared/basics/time.ts';
import { mergeVectors, missingCount } from '../../shared/sync/vector.ts';
import type { HostStatus } from '../../shared/bridge.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { StoreDeps } from './deps.ts';

/** How this page stands with its host and the district: what the connection pill and the sync page show. */
export type LinkState = {
  /** Whether the host answers. */
  readonly hostUp: boolean;
  /** Since when `hostUp` holds, UTC ISO. */
  readonly hostSince: string;
  readonly status: HostStatus | null;
  /** What this page's storage holds. */
  readonly held: Vector;
  /** Facts held here that the host's files lack. */
  readonly unsavedAtHost: number;
  /** Facts held here or at the host that the district has not acknowledged. */
  readonly unsent: number;
  /** What the pill says: everything well, or since when not (UTC ISO). */
  readonly pill: Pill;
};

/** The connection pill. `online` and `sending` mean that the district answers. */
export type Pill = {
  readonly kind: 'online' | 'sending' | 'offline' | 'refused' | 'not-enrolled' | 'host-away';
  readonly since: string;
};

/** Builds the store of links. */
export function createLinkStore(deps: Pick<StoreDeps, 'reads' | 'host' | 'clock'>) {
  const store = createStore<LinkState>()(() => ({
    hostUp: true,
    hostSince: toIso(deps.clock.nowMs()),
    status: null,
    held: {},
    unsavedAtHost: 0,
    unsent: 0,
    pill: { kind: 'sending', since: toIso(deps.clock.nowMs()) },
  }));
  const refresh = (change: Partial<LinkState>) => {
    const next = { ...store.getState(), ...change };
    store.setState({ ...change, ...derived(next) });
  };
  deps.reads.watchHeld((held) => refresh({ held }));
  deps.host.watch(({ up, since, status }) => refresh({ hostUp: up, hostSince: since, status }));
  return store;
}

function derived(state: LinkState): Pick<LinkState, 'unsavedAtHost' | 'unsent' | 'pill'> {
  const { status, held, hostUp, hostSince } = state;
  const atHost = status?.host.held ?? {};
  const atDistrict = status?.district.held ?? {};
  const unsent = missingCount(mergeVectors(atHost, held), atDistrict);
  const pill: Pill = !hostUp
    ? { kind: 'host-away', since: hostSince }
    : { kind: status?.district.state ?? 'sending', since: status?.district.since ?? hostSince };
  return { unsavedAtHost: missingCount(held, atHost), unsent, pill };
}
