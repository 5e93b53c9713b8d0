// What a decision between sides kept and what it set aside: told from the acts alone, so that nothing is stored about it [V5].
import { commutes } from '../../event/facts.ts';
import type { Fact } from '../../event/facts.ts';

/** One event of a subject with what its author had seen; `fact` is null where this program does not know it. */
export type SeenAct = {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly type: string;
  readonly fact: Fact | null;
};

/** What became of the sides of one decision. */
export type Settlement = {
  /** Acts of the chosen side that no other side saw. */
  readonly kept: ReadonlySet<string>;
  /** Acts of the other sides that the chosen one did not see: they count no more. */
  readonly lost: ReadonlySet<string>;
};

/**
 * An act and everything that it follows from, as far as it is here.
 * @param acts acts of one subject by their hashes
 */
export function ancestry(
  acts: ReadonlyMap<string, Pick<SeenAct, 'parents'>>,
  heads: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...heads];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const act = acts.get(hash);
    if (!act || found.has(hash)) continue;
    found.add(hash);
    open.push(...act.parents);
  }
  return found;
}

/**
 * The decisions between sides that hold, by their hashes. Of decisions that did not see each other only those hold that a
 * later one kept. Pure: the same set of events tells the same on every machine, in whatever order they are given.
 */
export function settlementsOf(events: readonly SeenAct[]): ReadonlyMap<string, Settlement> {
  const acts = new Map(events.filter(({ type }) => !commutes(type)).map((one) => [one.hash, one]));
  const decisions = [...acts.values()]
    .flatMap(({ hash, parents, fact }) => {
      const chosen = chosenOf(fact);
      return chosen === null ? [] : [{ hash, parents, chosen, seen: ancestry(acts, [hash]).size }];
    })
    // One that saw another has seen more than it, so it comes first.
    .sort((one, other) => other.seen - one.seen || (one.hash < other.hash ? -1 : 1));
  const settlements = new Map<string, Settlement>();
  for (const { hash, parents, chosen } of decisions) {
    if ([...settlements.values()].some(({ lost }) => lost.has(hash))) continue;
    const right = ancestry(acts, [chosen]);
    const others = ancestry(
      acts,
      parents.filter((parent) => parent !== chosen),
    );
    settlements.set(hash, { kept: without(right, others), lost: without(others, right) });
  }
  return settlements;
}

/** Acts that count no more, since a person decided for another side. */
export function lostActs(events: readonly SeenAct[]): ReadonlySet<string> {
  return new Set([...settlementsOf(events).values()].flatMap(({ lost }) => [...lost]));
}

/** Hash of the act that a decision took for right; null for facts that decide nothing. */
function chosenOf(fact: Fact | null): string | null {
  return fact?.type === 'dossier-conflict-settled' || fact?.type === 'ticket-conflict-settled'
    ? fact.body.chosen
    : null;
}

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((hash) => !others.has(hash)));
}
