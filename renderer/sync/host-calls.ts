import { z } from 'zod';
import { createPaperCalls } from './papers/paper-calls.ts';
import { createPeopleCalls } from './people/people-calls.ts';
import type { OwnSession } from './people/people-calls.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { OwnedSearch } from '../db/search/dossier-search.ts';
import type { Sealer } from '../db/seal.ts';
import type { HostCalls } from '../store/deps.ts';
import type { HostLink } from './host-link.ts';
import type { Standing, Started } from './start-page.ts';

/** The host as the stores use it. */
export function createHostCalls(
  bridge: Bridge,
  link: HostLink,
  sealer: Sealer,
  started: Started,
  standing: Pick<Standing, 'opened'>,
  search: Pick<OwnedSearch, 'open' | 'close'>,
): HostCalls & OwnSession {
  const { calls, own } = createPeopleCalls(bridge, sealer, search, started);
  const { within } = own;
  return {
    ...calls,
    within,
    hello: () => started.hello,
    opened: standing.opened,
    catalogue: () => started.catalogue,
    signSlip: (facts) => within((session) => bridge.call('sign-slip', { session, facts })),
    print: (job) => bridge.call('print', { job }),
    papers: createPaperCalls(bridge, within),
    districtFigures: (day) => bridge.call('district-figures', { day }),
    recoverySheet: () => within((session) => bridge.call('recovery-sheet', { session })),
    restoreWardKey: (words) => within((session) => bridge.call('restore-ward-key', { session, words })),
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
