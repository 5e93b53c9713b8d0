import { commutes } from '../event/facts.ts';
import { foldAll, foldKey } from './fold.ts';
import { ancestry } from './office/settlements.ts';
import type { LoggedEvent } from '../event/envelope.ts';
import type { Apply } from './fold.ts';

/** One of several ways a subject went on, unseen by the others. */
export type Branch<S> = {
  /** Hash of its last act; names the branch. */
  readonly head: string;
  /** Its acts since what all branches share, in the order of the fold. */
  readonly acts: readonly LoggedEvent[];
  /** How the subject stands when only this branch and what it follows from had happened. */
  readonly standing: S | null;
  /** Whether the fold puts its last act last: the provisional result follows it. */
  readonly provisional: boolean;
};

/** A subject with acts that did not see each other [V3]. */
export type Conflict<S> = {
  readonly subject: string;
  /** Acts that every branch follows from, in the order of the fold. */
  readonly shared: readonly LoggedEvent[];
  /** What commutes with every act, e.g. prints, in the order of the fold: each follows from the acts that it names. */
  readonly beside: readonly LoggedEvent[];
  /** Provisional branch first, then by their last acts, latest first. */
  readonly branches: readonly Branch<S>[];
  /** How the subject stands on every screen until a person decides: the fold of everything. */
  readonly standing: S | null;
  /** Why the provisional branch is: the later logical time, or at the same time the greater hash. Deterministic everywhere. */
  readonly because: 'later' | 'hash';
};

/**
 * The branches of a subject whose facts have more than one head; null when they have not. Pure: the same set of events
 * gives the same branches in the same order on every machine.
 * @param events all events of one subject, in any order
 */
export function conflictOf<S>(apply: Apply<S>, events: readonly LoggedEvent[]): Conflict<S> | null {
  const whole = foldAll(apply, events);
  if (!whole || whole.heads.length < 2) return null;
  const acts = new Map(events.filter(({ event }) => !commutes(event.type)).map((one) => [one.hash, one]));
  const links = new Map([...acts].map(([hash, { event }]) => [hash, event]));
  const heads = whole.heads
    .flatMap((head) => acts.get(head) ?? [])
    .sort((a, b) => (foldKey(a) < foldKey(b) ? 1 : -1));
  const lines = heads.map((head) => ancestry(links, [head.hash]));
  const common = [...acts.keys()].filter((hash) => lines.every((line) => line.has(hash)));
  const beside = events.filter(({ event }) => commutes(event.type));
  const [first, second] = heads;
  return {
    subject: whole.id,
    shared: inOrder(acts, common),
    beside: [...beside].sort((a, b) => (foldKey(a) < foldKey(b) ? -1 : 1)),
    branches: heads.map(({ hash }, index) => {
      const line = [...(lines[index] ?? [])];
      return {
        head: hash,
        acts: inOrder(
          acts,
          line.filter((one) => !common.includes(one)),
        ),
        standing: foldAll(apply, [...inOrder(acts, line), ...beside])?.state ?? null,
        provisional: index === 0,
      };
    }),
    standing: whole.state,
    because: first?.event.hlc === second?.event.hlc ? 'hash' : 'later',
  };
}

function inOrder(acts: ReadonlyMap<string, LoggedEvent>, hashes: readonly string[]): readonly LoggedEvent[] {
  return hashes.flatMap((hash) => acts.get(hash) ?? []).sort((a, b) => (foldKey(a) < foldKey(b) ? -1 : 1));
}
