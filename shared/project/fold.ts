import { commutes } from '../event/facts.ts';
import type { LoggedEvent } from '../event/envelope.ts';

/** One subject as the events so far make it; `state` is null while its first fact has not arrived. */
export type Folded<S> = {
  readonly id: string;
  readonly state: S | null;
  /** Hashes of the latest facts; more than one means that two places acted without seeing each other. */
  readonly heads: readonly string[];
  /** Place of the last folded event in the order of the fold. */
  readonly lastKey: string;
  readonly events: number;
};

/** Applies one event to a subject's state. Pure; unknown types return the state as it is. */
export type Apply<S> = (state: S | null, logged: LoggedEvent) => S | null;

/**
 * Place of an event in the fold: logical time, then hash. Parents always come before their children [V2]. An erasure comes
 * after everything, so that no fact that was recorded again later brings back what it took away [E5].
 */
export function foldKey({ event, hash }: LoggedEvent): string {
  return event.type === 'subject-erased' ? `${ERASED}${event.hlc}${hash}` : `${event.hlc}${hash}`;
}

/** Sorts after every logical time. */
const ERASED = '~';

/** Whether the persons of a subject were erased, even where its first fact has not arrived. */
export function isErased({ lastKey }: Folded<unknown>): boolean {
  return lastKey.startsWith(ERASED);
}

/**
 * Folds one more event; null when it belongs before events already folded, so that the subject must be folded anew.
 * Invariant: any order of arrival ends in the same row [V1].
 */
export function foldNext<S>(apply: Apply<S>, row: Folded<S> | null, logged: LoggedEvent): Folded<S> | null {
  const key = foldKey(logged);
  if (row && key <= row.lastKey) return key === row.lastKey ? row : null;
  return {
    id: logged.event.subject,
    state: apply(row?.state ?? null, logged),
    heads: nextHeads(row?.heads ?? [], logged),
    lastKey: key,
    events: (row?.events ?? 0) + 1,
  };
}

/** Folds all events of one subject, in whatever order they are given; repeats count once. */
export function foldAll<S>(apply: Apply<S>, events: readonly LoggedEvent[]): Folded<S> | null {
  const ordered = [...events].sort((a, b) => (foldKey(a) < foldKey(b) ? -1 : 1));
  return ordered.reduce<Folded<S> | null>((row, logged) => foldNext(apply, row, logged), null);
}

function nextHeads(heads: readonly string[], logged: LoggedEvent): readonly string[] {
  if (commutes(logged.event.type)) return heads;
  return [...heads.filter((head) => !logged.event.parents.includes(head)), logged.hash].sort();
}
