import { spaceLevel } from '../../../shared/decide/space.ts';
import type { SpaceView } from '../../store/upkeep/upkeep-state.ts';

/** Between two looks at the quota. */
const LOOK_EVERY_MS = 30_000;

/** The browser's storage manager as far as it is used here; older shells lack it. */
export type StorageManagerLike = {
  persist(): Promise<boolean>;
  persisted(): Promise<boolean>;
  estimate(): Promise<{ readonly usage?: number; readonly quota?: number }>;
};

/** Watches the browser's storage. */
export type SpaceWatch = {
  readonly view: () => SpaceView;
  /** Called at once and at each look; returns how to stop. */
  readonly watch: (listener: (space: SpaceView) => void) => () => void;
};

const UNKNOWN: SpaceView = { persisted: null, usedBytes: null, quotaBytes: null, level: 'fine' };

/** Asks the browser to keep the storage [Q1], then looks at the quota now and every half minute [Q2]. */
export function watchSpace(storage: StorageManagerLike | undefined): SpaceWatch {
  const listeners = new Set<(space: SpaceView) => void>();
  let current = UNKNOWN;
  const show = (change: Partial<SpaceView>) => {
    current = { ...current, ...change };
    for (const listener of listeners) listener(current);
  };
  const look = async () => {
    const { usage, quota } = (await storage?.estimate().catch(() => null)) ?? {};
    if (usage === undefined || quota === undefined) return;
    show({ usedBytes: usage, quotaBytes: quota, level: spaceLevel(usage, quota) });
  };
  void look();
  void storage
    ?.persisted()
    .then((kept) => kept || storage.persist())
    .then((persisted) => show({ persisted }))
    // A browser that cannot say counts as one that did not promise.
    .catch(() => show({ persisted: false }));
  setInterval(() => void look(), LOOK_EVERY_MS);
  return {
    view: () => current,
    watch: (listener) => {
      listeners.add(listener);
      listener(current);
      return () => listeners.delete(listener);
    },
  };
}
