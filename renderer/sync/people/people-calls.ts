import { err } from '../../../shared/basics/result.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Bridge, BridgeFault } from '../../../shared/bridge.ts';
import type { OwnedSearch } from '../../db/search/dossier-search.ts';
import type { Sealer } from '../../db/seal.ts';
import type { PeopleCalls } from '../../store/people/people-deps.ts';
import type { Started } from '../start-page.ts';

/** The session of this page. */
export type OwnSession = {
  /** Does a call in the session; without one nobody is signed in. */
  readonly within: <T>(
    call: (session: string) => Promise<Result<T, BridgeFault>>,
  ) => Promise<Result<T, BridgeFault>>;
};

/** What was begun before the page locked, such as a slip to be signed, still ends in its session. */
const END_AFTER_MS = 10_000;

/** Sign-in and everything that goes with a session. The ward key goes from the answer of a sign-in straight into the sealer; the search list lives as long. */
export function createPeopleCalls(
  bridge: Bridge,
  sealer: Sealer,
  search: Pick<OwnedSearch, 'open' | 'close'>,
  started: Started,
): { readonly calls: PeopleCalls; readonly own: OwnSession } {
  let session: string | null = null;
  const within: OwnSession['within'] = (call) =>
    session === null ? Promise.resolve(err({ code: 'not-signed-in' })) : call(session);
  const calls: PeopleCalls = {
    signIn: async (clerk, pin, fresh) => {
      const answer = await bridge.call('sign-in', { clerk, pin, ...(fresh === undefined ? {} : { fresh }) });
      if (!answer.ok) return answer;
      session = answer.value.session;
      search.close();
      await sealer.setWardKey(answer.value.wardKey);
      search.open();
      return answer;
    },
    signOut: async () => {
      search.close();
      const ended = session;
      session = null;
      await sealer.setWardKey(null);
      if (ended !== null) await bridge.call('sign-out', { session: ended });
    },
    lock: () => {
      const ended = session;
      session = null;
      if (ended !== null) setTimeout(() => void bridge.call('sign-out', { session: ended }), END_AFTER_MS);
    },
    unlock: async (clerk, pin) => {
      const answer = await bridge.call('sign-in', { clerk, pin });
      if (answer.ok) ({ session } = answer.value);
      return answer;
    },
    sayPresent: async () => {
      const answer = await within((own) => bridge.call('session-alive', { session: own }));
      // Only a host that says so has ended the session; one that is away has not.
      return answer.ok || answer.error.code !== 'session-unknown';
    },
    approve: (clerk, pin, what) =>
      within((own) => bridge.call('approve', { session: own, clerk, pin, what })),
    changePin: (old, fresh) => within((own) => bridge.call('change-pin', { session: own, old, fresh })),
    resetPin: (clerk, reason, approval) =>
      within((own) =>
        bridge.call('reset-pin', {
          session: own,
          clerk,
          reason,
          ...(approval === undefined ? {} : { approval }),
        }),
      ),
    people: () => within((own) => bridge.call('people', { session: own })),
    keptSettings: () => bridge.call('settings-kept', {}),
    changeSettings: (wish) => within((own) => bridge.call('change-settings', { session: own, ...wish })),
    onSettings: followWard(bridge, started),
  };
  return { calls, own: { within } };
}

/** Keeps what the page knows of its ward: whoever reads `hello` after news of the ward reads the new one. */
function followWard(bridge: Bridge, started: Started): PeopleCalls['onSettings'] {
  const listeners = new Set<() => void>();
  const take = async (): Promise<void> => {
    const answer = await bridge.call('hello', {});
    if (!answer.ok || answer.value.device.id !== started.hello.device.id) return;
    const { ward, wardRevision } = answer.value;
    if (JSON.stringify(ward) === JSON.stringify(started.hello.ward)) return;
    // One object for the life of the page: everything that works with the ward holds it and looks when it acts.
    Object.assign(started.hello, { ward, wardRevision });
    for (const listener of listeners) listener();
  };
  bridge.onNews(({ news }) => {
    if (news === 'ward') void take();
  });
  // What changed while the host was away was told to nobody.
  bridge.onLink((up) => {
    if (up) void take();
  });
  return (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}
