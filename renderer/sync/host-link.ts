import { toIso } from '../../shared/basics/time.ts';
import { missingCount, missingRanges } from '../../shared/sync/vector.ts';
import { admitPulled, heldVector, keepKeys, linesOf } from '../db/exchange.ts';
import type { Bridge, HostStatus } from '../../shared/bridge.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskDatabase } from '../db/desk-database.ts';

/** Lines pushed in one call at the most. */
const PUSH_LINES = 500;

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
  /** Called at once and at each change; returns how to stop. */
  watch(listener: (link: LinkView) => void): () => void;
};

type Deps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly ward: string;
  readonly nowMs: () => number;
};

/** Builds the link; it follows the bridge's news for the life of the page. */
export function createHostLink(deps: Deps): HostLink {
  const { db, bridge, ward } = deps;
  const nowIso = () => toIso(deps.nowMs());
  const listeners = new Set<(link: LinkView) => void>();
  let view: LinkView = { up: true, since: nowIso(), status: null };
  const show = (change: Partial<LinkView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener(view);
  };
  const exchange = oneAtATime(() => exchangeOnce(db, bridge, ward));

  /** The host tells every page of every event; a page that already holds it has nothing to ask. */
  const exchangeIfLacking = async (hostHolds: Vector) => {
    if (missingCount(hostHolds, await heldVector(db)) > 0) await exchange();
  };

  bridge.onLink((up) => {
    if (up !== view.up) show({ up, since: nowIso() });
    if (up) void exchange();
  });
  bridge.onNews((news) => {
    if (news.news === 'status') show({ status: news.status });
    if (news.news === 'journal') void exchangeIfLacking(news.vector);
  });
  void bridge.call('status', {}).then((answer) => answer.ok && show({ status: answer.value }));
  setInterval(() => void exchange(), HEARTBEAT_MS);

  return {
    exchange,
    fetchKey: async (keyId) => void (await pullKeys(db, bridge, [keyId])),
    secondCopy: async (logged, keys) => {
      if (logged.length === 0) return true;
      const pushed = bridge.call('push', { lines: logged.map((one) => one.line), keys: [...keys] });
      const late = new Promise<null>((done) => setTimeout(() => done(null), SECOND_COPY_WAIT_MS));
      const answer = await Promise.race([pushed, late]);
      const copied = answer?.ok === true && answer.value.refused.length === 0;
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

async function exchangeOnce(db: DeskDatabase, bridge: Bridge, ward: string): Promise<void> {
  const held = await pullAll(db, bridge, ward);
  if (held) await pushAll(db, bridge, held);
}

/** Fetches wrapped keys that this storage lacks; false when the host does not answer. A key may still be on its way. */
async function pullKeys(db: DeskDatabase, bridge: Bridge, ids: readonly string[]): Promise<boolean> {
  const rows = await db.keys.bulkGet([...ids]);
  const wanted = ids.filter((_, index) => rows[index] === undefined);
  if (wanted.length === 0) return true;
  const answer = await bridge.call('keys', { wanted });
  if (answer.ok) await keepKeys(db, answer.value.keys);
  return answer.ok;
}

/** Pulls until the host has nothing new; what the host holds afterwards, or null when it does not answer. */
export async function pullAll(db: DeskDatabase, bridge: Bridge, ward: string): Promise<Vector | null> {
  for (;;) {
    const answer = await bridge.call('pull', { vector: await heldVector(db) });
    if (!answer.ok) return null;
    // Keys first: a dossier that stands in the register must never be one that nobody here can open yet.
    if (!(await pullKeys(db, bridge, keyIdsIn(answer.value.lines)))) return null;
    const { fresh } = await admitPulled(db, ward, answer.value.lines);
    if (!answer.value.more || fresh === 0) {
      const status = await bridge.call('status', {});
      return status.ok ? status.value.host.held : null;
    }
  }
}

async function pushAll(db: DeskDatabase, bridge: Bridge, hostHeld: Vector): Promise<void> {
  for (const range of missingRanges(await heldVector(db), hostHeld)) {
    for (let from = range.from; from < range.to; from += PUSH_LINES) {
      const lines = await linesOf(db, { ...range, from }, PUSH_LINES);
      const subjects = await keysFor(db, lines);
      const answer = await bridge.call('push', { lines: [...lines], keys: subjects });
      if (!answer.ok || answer.value.refused.length > 0) break;
    }
  }
}

/** Keys named by these lines: a key always travels before its event. */
async function keysFor(db: DeskDatabase, lines: readonly string[]): Promise<WrappedKey[]> {
  const rows = await db.keys.bulkGet(keyIdsIn(lines));
  return rows.filter((row) => row !== undefined);
}

function keyIdsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /"sealed":\{"keyId":"([0-9a-f]{32})"/.exec(line)?.[1] ?? []);
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
