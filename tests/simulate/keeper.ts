// A journal in memory that keeps the contract of shared/journal.ts, with what is on the disk told apart from what is not yet.
import { admitLines } from '../../shared/sync/chain.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { digestOf } from './once.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Admission } from '../../shared/sync/chain.ts';
import type { SeqRange, Vector } from '../../shared/sync/vector.ts';
import type { Once } from './once.ts';

/** The ward that every history plays in. */
export const WARD = 'thach-ban';

/** One replica's journal; what stands in `log` beyond `durable` is lost in a crash. */
export type Keeper = {
  readonly name: string;
  readonly once: Once;
  readonly chains: Map<string, LoggedEvent[]>;
  readonly log: LoggedEvent[];
  readonly held: Record<string, number>;
  durable: number;
  /** How much of the log the checks have been through; events never change in their place. */
  checked: number;
  /** Told of events taken, in the same transaction. */
  onFresh: (events: readonly LoggedEvent[]) => void;
  /** Told of those that came from elsewhere, after that. */
  onTaken: (events: readonly LoggedEvent[]) => void;
  /** Told that it started anew without the events `gone`, the last of the log; null: with another log altogether. */
  onRestart: (gone: readonly LoggedEvent[] | null) => void;
};

/** An empty keeper. */
export function createKeeper(name: string, once: Once): Keeper {
  const nothing = (): void => undefined;
  return {
    name,
    once,
    chains: new Map(),
    log: [],
    held: {},
    durable: 0,
    checked: 0,
    onFresh: nothing,
    onTaken: nothing,
    onRestart: nothing,
  };
}

/** How many events of an epoch are held. */
export function heldOf(keeper: Keeper, key: string): number {
  return keeper.chains.get(key)?.length ?? 0;
}

/** What a keeper holds; it follows the keeper. */
export function vectorOf(keeper: Keeper): Vector {
  return keeper.held;
}

/** Lines of one gap, at most `limit`. */
export function linesOf(keeper: Keeper, { device, epoch, from, to }: SeqRange, limit: number): string[] {
  const chain = keeper.chains.get(vectorKey(device, epoch)) ?? [];
  return chain.slice(from, Math.min(to, from + limit)).map(({ line }) => line);
}

/**
 * Takes the strict prefix of a batch; not on the disk before `flush`.
 * @param forgetful the keeper can no longer tell what stood at a place, as one that dropped old years
 */
export function take(keeper: Keeper, lines: readonly string[], forgetful = false): Admission {
  const headOf = (key: string) => {
    const last = keeper.chains.get(key)?.at(-1);
    return last ? { held: last.event.seq + 1, hash: last.hash } : null;
  };
  const hashAt = (key: string, seq: number) => (forgetful ? undefined : keeper.chains.get(key)?.[seq]?.hash);
  const admission = admitLines(WARD, lines, headOf, hashAt, digestOf, keeper.once.read);
  put(keeper, admission.fresh);
  if (admission.fresh.length > 0) keeper.onTaken(admission.fresh);
  return admission;
}

/** Puts events that are known to fit at the end of the log. */
export function put(keeper: Keeper, events: readonly LoggedEvent[]): void {
  if (events.length === 0) return;
  placed(keeper, events);
  keeper.onFresh(events);
}

function placed({ chains, held, log }: Keeper, events: readonly LoggedEvent[]): void {
  for (const logged of events) {
    const key = vectorKey(logged.event.device, logged.event.epoch);
    const chain = chains.get(key);
    if (chain) chain.push(logged);
    else chains.set(key, [logged]);
    held[key] = (held[key] ?? 0) + 1;
    log.push(logged);
  }
}

/** Brings everything to the disk. */
export function flush(keeper: Keeper): void {
  keeper.durable = keeper.log.length;
}

/** Takes, flushes, answers: in this order. */
export function append(keeper: Keeper, lines: readonly string[]): Admission {
  const admission = take(keeper, lines);
  flush(keeper);
  return admission;
}

/** The power fails: of what was not on the disk yet, the first `lucky` events happen to be there. */
export function powerCut(keeper: Keeper, lucky: number): void {
  dropTo(keeper, Math.min(keeper.log.length, keeper.durable + lucky));
}

/** Cuts a log to its first `length` events and starts the keeper anew; what is gone. */
export function dropTo(keeper: Keeper, length: number): readonly LoggedEvent[] {
  const gone = keeper.log.splice(length);
  for (const { event } of gone) {
    const key = vectorKey(event.device, event.epoch);
    const chain = keeper.chains.get(key);
    chain?.pop();
    keeper.held[key] = chain?.length ?? 0;
    if (chain?.length !== 0) continue;
    keeper.chains.delete(key);
    delete keeper.held[key];
  }
  keeper.checked = Math.min(keeper.checked, length);
  flush(keeper);
  keeper.onRestart(gone);
  return gone;
}

/** Takes an epoch's events from a place on out of a journal and starts the keeper anew; what was taken, in order. */
export function cutChain(keeper: Keeper, key: string, from: number): readonly LoggedEvent[] {
  const chain = keeper.chains.get(key);
  const gone = chain?.splice(from) ?? [];
  if (gone.length === 0) return gone;
  const lost = new Set(gone);
  const left = keeper.log.filter((logged) => !lost.has(logged));
  keeper.log.splice(0, keeper.log.length, ...left);
  keeper.held[key] = from;
  if (from === 0) {
    keeper.chains.delete(key);
    delete keeper.held[key];
  }
  keeper.checked = 0;
  flush(keeper);
  keeper.onRestart(gone);
  return gone;
}

/** Puts another log in the place of this one, as from a copy of the disk. */
export function replaceLog(keeper: Keeper, log: readonly LoggedEvent[]): void {
  keeper.log.length = 0;
  keeper.chains.clear();
  for (const key of Object.keys(keeper.held)) delete keeper.held[key];
  keeper.checked = 0;
  placed(keeper, log);
  flush(keeper);
  keeper.onRestart(null);
}
