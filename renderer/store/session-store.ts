import { createStore } from 'zustand/vanilla';
import { lockAfterMinutes } from '../../shared/law/people/people-rules.ts';
import type { BridgeFault, SignedIn } from '../../shared/bridge.ts';
import type { StoreDeps } from './deps.ts';

/** Why the page loaded itself anew, which signed the clerk out, and whether a form begun went with it. */
export type ReloadNote = {
  readonly why: 'storage-deleted' | 'storage-newer' | 'host-changed';
  readonly formLost: boolean;
};

/** Who works at this page, and at which counter. */
export type SessionState = {
  readonly clerk: SignedIn['clerk'] | null;
  readonly counter: string | null;
  readonly busy: boolean;
  readonly trouble: BridgeFault | null;
  /** Told until somebody signs in. */
  readonly reloaded: ReloadNote | null;
  /** The page is covered until the own PIN is typed or another clerk comes in; the work behind it stays [PE2]. */
  readonly locked: { readonly because: 'idle' | 'pressed' | 'ended' } | null;
  /** Why an inspector reads records, asked once a session [PE5]; null while it was not said. */
  readonly purpose: string | null;
  /** @param fresh the new PIN in the place of a temporary one [PE3] */
  readonly signIn: (clerk: string, pin: string, counter: string, fresh?: string) => Promise<boolean>;
  readonly signOut: () => Promise<void>;
  readonly lock: (because: 'idle' | 'pressed' | 'ended') => void;
  /** The clerk who locked the page comes back to the work. */
  readonly unlock: (pin: string) => Promise<boolean>;
  /** A hand moved: the page does not lock for a while, and the host hears of it now and then. */
  readonly touch: () => void;
  readonly say: (purpose: string) => void;
  readonly forgetTrouble: () => void;
};

const MINUTE_MS = 60_000;

/** The host hears at most so often that a clerk is there. */
const SAY_EVERY_MS = 20_000;

/** Nobody is signed in. */
const NOBODY = { clerk: null, counter: null, locked: null, purpose: null, trouble: null } as const;

type Deps = Pick<StoreDeps, 'host' | 'clock'>;

/** Builds the store of the signed-in clerk; nothing of it outlives the page. A page where nobody moves is locked [PE2]. */
export function createSessionStore(deps: Deps, reloaded: ReloadNote | null = null) {
  const { host, clock } = deps;
  let touchedMs = clock.nowMs();
  let saidMs = 0;
  const store = createStore<SessionState>()((set, get) => ({
    ...NOBODY,
    busy: false,
    reloaded,
    signIn: async (clerk, pin, counter, fresh) => {
      if (get().busy) return false;
      set({ busy: true, trouble: null });
      const answer = await host.signIn(clerk, pin, fresh);
      touchedMs = clock.nowMs();
      if (answer.ok) {
        const came = { clerk: answer.value.clerk, counter, purpose: null };
        set({ busy: false, ...came, reloaded: null, locked: null });
      } else set({ busy: false, trouble: answer.error });
      return answer.ok;
    },
    signOut: async () => {
      set(NOBODY);
      await host.signOut();
    },
    lock: (because) => {
      if (!get().clerk || get().locked) return;
      set({ locked: { because }, trouble: null });
      host.lock();
    },
    unlock: async (pin) => {
      const { clerk, busy } = get();
      if (!clerk || busy) return false;
      set({ busy: true, trouble: null });
      const answer = await host.unlock(clerk.id, pin);
      touchedMs = clock.nowMs();
      // The role may be another one by now.
      if (answer.ok) set({ busy: false, locked: null, clerk: sameOr(clerk, answer.value.clerk) });
      else set({ busy: false, trouble: answer.error });
      return answer.ok;
    },
    touch: () => {
      const nowMs = clock.nowMs();
      touchedMs = nowMs;
      if (!get().clerk || get().locked || Math.abs(nowMs - saidMs) < SAY_EVERY_MS) return;
      saidMs = nowMs;
      void host.sayPresent().then((present) => {
        if (!present) get().lock('ended');
      });
    },
    say: (purpose) => set({ purpose }),
    forgetTrouble: () => set({ trouble: null }),
  }));
  clock.onTick((nowMs) => {
    // A clock that was set back must not keep a page open for hours.
    if (nowMs < touchedMs) touchedMs = nowMs;
    if (nowMs - touchedMs >= lockAfterMinutes(host.hello().ward) * MINUTE_MS) store.getState().lock('idle');
  });
  return store;
}

function sameOr(before: SignedIn['clerk'], now: SignedIn['clerk']): SignedIn['clerk'] {
  return before.name === now.name && before.role === now.role ? before : now;
}
