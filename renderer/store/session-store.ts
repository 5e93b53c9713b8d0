import { createStore } from 'zustand/vanilla';
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
  readonly signIn: (clerk: string, pin: string, counter: string) => Promise<boolean>;
  readonly signOut: () => Promise<void>;
};

/** Builds the store of the signed-in clerk; nothing of it outlives the page. */
export function createSessionStore(deps: Pick<StoreDeps, 'host'>, reloaded: ReloadNote | null = null) {
  return createStore<SessionState>()((set) => ({
    clerk: null,
    counter: null,
    busy: false,
    trouble: null,
    reloaded,
    signIn: async (clerk, pin, counter) => {
      set({ busy: true, trouble: null });
      const answer = await deps.host.signIn(clerk, pin);
      if (answer.ok) set({ busy: false, clerk: answer.value.clerk, counter, reloaded: null });
      else set({ busy: false, trouble: answer.error });
      return answer.ok;
    },
    signOut: async () => {
      await deps.host.signOut();
      set({ clerk: null, counter: null });
    },
  }));
}
