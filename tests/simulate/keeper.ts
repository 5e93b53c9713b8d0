// A journal in memory that keeps the contract of shared/journal.ts, with what is on the disk told apart from what is not yet.
import { hash } from 'node:crypto';
import { admitLines } from '../../shared/sync/chain.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Admission, RefusedLine } from '../../shared/sync/chain.ts';
import type { SeqRange, Vector } from '../../shared/sync/vector.ts';

/** The ward that every history plays in. */
export const WARD = 'thach-ban';

/** One replica's journal; what stands in `log` beyond `durable` is lost in a crash. */
export type Keeper = {
  readonly name: string;
  readonly chains: Map<string, LoggedEvent[]>;
  readonly log: LoggedEvent[];
  durable: number;
  /** Told of events taken, in the same transaction; and that everything that follows from the log must be made anew. */
  onFresh: (events: readonly LoggedEvent[]) => void;
  onRestart: () => void;
};

/** What an append answers: only what is durable. */
export type Answer = { readonly vector: Vector; readonly refused: readonly RefusedLine[] };

/** An empty keeper. */
export function createKeeper(name: string): Keeper {
  const nothing = (): void => undefined;
  return { name, chains: new Map(), log: [], durable: 0, onFresh: nothing, onRestart: nothing };
}

/** SHA-256 by the platform; the same digits as the portable one. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}

/** How many events of an epoch are held. */
export function heldOf(keeper: Keeper, key: string): number {
  return keeper.chains.get(key)?.length ?? 0;
}

/** What a keeper holds. */
export function vectorOf(keeper: Keeper): Vector {
  const vector: Record<string, number> = {};
  for (const [key, chain] of keeper.chains) vector[key] = chain.length;
  return vector;
}

/** Lines of one gap, at most `limit`. */
export function linesOf(keeper: Keeper, { device, epoch, from, to }: SeqRange, limit: number): string[] {
  const chain = keeper.chains.get(vectorKey(device, epoch)) ?? [];
  return chain.slice(from, Math.min(to, from + limit)).map(({ line }) => line);
}

/** Takes the strict prefix of a batch; not on the disk before `flush`. */
export function take(keeper: Keeper, lines: readonly string[]): Admission {
  const headOf = (key: string) => {
    const last = keeper.chains.get(key)?.at(-1);
    return last ? { held: last.event.seq + 1, hash: last.hash } : null;
  };
  const hashAt = (key: string, seq: number) => keeper.chains.get(key)?.[seq]?.hash;
  const admission = admitLines(WARD, lines, headOf, hashAt, digestOf);
  put(keeper, admission.fresh);
  return admission;
}

/** Puts events that are known to fit at the end of the log. */
export function put(keeper: Keeper, events: readonly LoggedEvent[]): void {
  for (const logged of events) {
    const key = vectorKey(logged.event.device, logged.event.epoch);
    const chain = keeper.chains.get(key);
    if (chain) chain.push(logged);
    else keeper.chains.set(key, [logged]);
    keeper.log.push(logged);
  }
  if (events.length > 0) keeper.onFresh(events);
}

/** Brings everything to the disk. */
export function flush(keeper: Keeper): void {
  keeper.durable = keeper.log.length;
}

/** Takes, flushes, answers: in this order. */
export function append(keeper: Keeper, lines: readonly string[]): Answer {
  const { refused } = take(keeper, lines);
  flush(keeper);
  return { vector: vectorOf(keeper), refused };
}

/** The power fails: of what was not on the disk yet, the first `lucky` events happen to be there. */
export function powerCut(keeper: Keeper, lucky: number): void {
  dropTo(keeper, Math.min(keeper.log.length, keeper.durable + lucky));
}

/** Cuts a log to its first `length` events and starts the keeper anew; what is gone. */
export function dropTo(keeper: Keeper, length: number): readonly LoggedEvent[] {
  const gone = keeper.log.slice(length);
  replaceLog(keeper, keeper.log.slice(0, length));
  return gone;
}

/** Puts another log in the place of this one, as from a copy of the disk. */
export function replaceLog(keeper: Keeper, log: readonly LoggedEvent[]): void {
  keeper.log.length = 0;
  keeper.chains.clear();
  const { onFresh } = keeper;
  keeper.onFresh = () => undefined;
  put(keeper, log);
  keeper.onFresh = onFresh;
  flush(keeper);
  keeper.onRestart();
}
