import { z } from 'zod';
import { err } from '../../shared/basics/result.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { OwnedSearch } from '../db/search/dossier-search.ts';
import type { Sealer } from '../db/seal.ts';
import type { HostCalls } from '../store/deps.ts';
import type { HostLink } from './host-link.ts';
import type { Standing, Started } from './start-page.ts';

/** The host as the stores use it. The ward key goes from the answer of a sign-in straight into the sealer; the search list lives as long. */
export function createHostCalls(
  bridge: Bridge,
  link: HostLink,
  sealer: Sealer,
  started: Started,
  standing: Pick<Standing, 'opened'>,
  search: Pick<OwnedSearch, 'open' | 'close'>,
): HostCalls {
  let session: string | null = null;
  return {
    hello: () => started.hello,
    opened: standing.opened,
    catalogue: () => started.catalogue,
    signIn: async (clerk, pin) => {
      const answer = await bridge.call('sign-in', { clerk, pin });
      if (!answer.ok) return answer;
      session = answer.value.session;
      search.close();
      await sealer.setWardKey(answer.value.wardKey);
      search.open();
      return answer;
    },
    signOut: async () => {
      search.close();
      if (session !== null) await bridge.call('sign-out', { session });
      session = null;
      await sealer.setWardKey(null);
    },
    signSlip: async (facts) =>
      session === null ? err({ code: 'not-signed-in' }) : bridge.call('sign-slip', { session, facts }),
    print: (job) => bridge.call('print', { job }),
    districtFigures: (day) => bridge.call('district-figures', { day }),
    recoverySheet: async () =>
      session === null ? err({ code: 'not-signed-in' }) : bridge.call('recovery-sheet', { session }),
    restoreWardKey: async (words) =>
      session === null ? err({ code: 'not-signed-in' }) : bridge.call('restore-ward-key', { session, words }),
    slides,
    watch: (listener) => link.watch(listener),
  };
}

const slideList = z.object({ slides: z.array(z.string()) });

async function slides(): Promise<readonly string[] | null> {
  try {
    // oxlint-disable-next-line eslint/no-restricted-globals -- pictures are files of the page, like its sounds, and not said over the bridge
    const answer = slideList.safeParse(await (await fetch('/slides.json')).json());
    return answer.success ? answer.data.slides.map((name) => `/slides/${encodeURIComponent(name)}`) : [];
  } catch {
    return null;
  }
}
