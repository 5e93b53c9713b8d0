// News to the pages: what changes often is gathered for a moment and told once.
import type { BridgeNews, HostStatus } from '../../../shared/bridge.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Vector } from '../../../shared/sync/vector.ts';

/** Where the host's parts leave their news. */
export type Newsroom = {
  readonly statusChanged: () => void;
  readonly journalGrew: () => void;
  readonly printed: (outcome: PrintOutcome) => void;
  readonly scanned: (text: string) => void;
  readonly wardChanged: () => void;
  readonly onNews: (listener: (news: BridgeNews) => void) => () => void;
  readonly close: () => void;
};

/** What is told. */
type Latest = { readonly status: HostStatus; readonly vector: Vector };

/** Changes within this time of the last news are told together; after a quiet moment news goes out at once. */
const GATHER_MS = 20;

/** Opens the newsroom; `latest` is asked when the news goes out, null while the host is still starting. */
export function createNewsroom(latest: () => Latest | null): Newsroom {
  const listeners = new Set<(news: BridgeNews) => void>();
  const due = new Set<'status' | 'journal'>();
  let timer: NodeJS.Timeout | null = null;
  let toldMs = -GATHER_MS;
  const tell = (news: BridgeNews): void => {
    for (const listener of listeners) listener(news);
  };
  const goOut = (): void => {
    timer = null;
    toldMs = performance.now();
    const now = latest();
    if (now === null) return;
    const { status, vector } = now;
    if (due.has('journal')) tell({ news: 'journal', vector });
    // Held vectors are part of the status, so a grown journal is a changed status too.
    tell({ news: 'status', status });
    due.clear();
  };
  const gather = (what: 'status' | 'journal'): void => {
    due.add(what);
    timer ??= setTimeout(goOut, Math.max(0, toldMs + GATHER_MS - performance.now()));
  };
  return {
    statusChanged: () => gather('status'),
    journalGrew: () => gather('journal'),
    printed: (outcome) => tell({ news: 'printed', outcome }),
    scanned: (text) => tell({ news: 'scanned', text }),
    wardChanged: () => tell({ news: 'ward' }),
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      listeners.clear();
    },
  };
}
