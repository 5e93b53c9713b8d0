import { toIso } from '../../shared/basics/time.ts';
import { missingCount } from '../../shared/sync/vector.ts';
import { heldVector } from '../db/exchange.ts';
import { pullKeys, pushFresh, tradeAll } from './trade.ts';
import type { Bridge, HostStatus } from '../../shared/bridge.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskDatabase } from '../db/desk-database.ts';
import type { Standing } from './start-page.ts';

/** How long an act waits for the second copy before the desk goes on without it and says so. */
const SECOND_COPY_WAIT_MS = 2_000;

/** Between two comparisons of page and host when nothing else asks for one. */
const HEARTBEAT_MS = 15_000;

/** Link to the host as screens see it. */
export type LinkView = { readonly up: boolean; readonly since: string; readonly status: HostStatus | null };

/** The page's side of the exchange with its host, the nearest server. */
export type HostLink = {
  /** Brings freshly written events and keys to the host; true when it holds them durably before the wait is over. */
  secondCopy(logged: readonly LoggedEvent[], keys: readonly WrappedKey[]): Promise<boolean>;
  /** Asks the host once for one key; for a dossier whose key arrived there after the dossier did. */
  readonly fetchKey: (keyId: string) => Promise<void>;
  /** Exchanges what either side lacks; runs once at a time, a call during a run asks for one more. */
  exchange(): Promise<void>;
  /** The link as it is now. */
  readonly view: () => LinkView;
  /** Called at once and at each change; returns how to stop. */
  watch(listener: (link: LinkView) => void): () => void;
};

type Deps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly ward: string;
  readonly nowMs: () => number;
  /** Without one, nothing is claimed again and forks stay as they are. */
  readonly standing?: Pick<Standing, 'reopen' | 'hostCameBack'>;
};

/** Builds the link; it follows the bridge's news for the life of the page. */
export function createHostLink(deps: Deps): HostLink {
  const { db, bridge } = deps;
  const nowIso = () => toIso(deps.nowMs());
  const listeners = new Set<(link: LinkView) => void>();
  let view: LinkView = { up: true, since: nowIso(), status: null };
  const show = (change: Partial<LinkView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener(view);
  };
  const { settle, settled } = createGate(deps.standing);
  const exchange = oneAtATime(() => settled().then(() => exchangeOnce(deps)));

  /** The host tells every page of every event; a page that already holds it has nothing to ask. */
  const exchangeIfLacking = async (hostHolds: Vector) => {
    if (missingCount(hostHolds, await heldVector(db)) > 0) await exchange();
  };

  let met = false;
  bridge.onLink((up) => {
    if (up !== view.up) show({ up, since: nowIso() });
    if (up && met) void settle((standing) => standing.hostCameBack());
    met ||= up;
    if (up) void exchange();
  });
  const showStatus = (status: HostStatus) => {
    const before = view.status?.quarantined ?? status.quarantined;
    show({ status });
    // Lines were put aside: this storage may hold them in its journal, and even as many as the host.
    if (status.quarantined > before) void settle((standing) => standing.reopen()).then(exchange);
  };
  bridge.onNews((news) => {
    if (news.news === 'status') showStatus(news.status);
    if (news.news === 'journal') void exchangeIfLacking(news.vector);
  });
  void bridge.call('status', {}).then((answer) => answer.ok && showStatus(answer.value));
  setInterval(() => void exchange(), HEARTBEAT_MS);

  return {
    exchange,
    view: () => view,
    fetchKey: async (keyId) => void (await pullKeys(deps, [keyId])),
    secondCopy: async (logged, keys) => {
      if (logged.length === 0) return true;
      const late = new Promise<false>((done) => setTimeout(() => done(false), SECOND_COPY_WAIT_MS));
      const copied = await Promise.race([settled().then(() => pushFresh(deps, logged, keys)), late]);
      if (!copied) void exchange();
      return copied;
    },
    watch: (listener) => {
      listeners.add(listener);
      listener(view);
      return () => listeners.delete(listener);
    },
  };
}

/** What a page has to settle with its host before it brings anything [J11], one after another. */
function createGate(standing: Deps['standing']) {
  let last: Promise<unknown> = Promise.resolve();
  return {
    settled: () => last,
    settle: (work: (standing: NonNullable<Deps['standing']>) => Promise<unknown>): Promise<unknown> => {
      if (!standing) return last;
      const done = last.then(() => work(standing));
      // What failed is told where it was asked; it stands in nobody's way.
      last = done.catch(() => undefined);
      return done;
    },
  };
}

/** Gives and takes; an epoch that the host holds differently is settled, and what became of it goes along. */
async function exchangeOnce(deps: Deps): Promise<void> {
  const { forked } = await tradeAll(deps);
  if (forked.size > 0 && (await deps.standing?.reopen(forked))) await tradeAll(deps);
}

/** Runs `work` once at a time; calls during a run share one further run. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  const start = () => {
    running = work().finally(() => (running = null));
    return running;
  };
  return () => {
    if (!running) return start();
    queued ??= running.then(() => {
      queued = null;
      return start();
    });
    return queued;
  };
}
