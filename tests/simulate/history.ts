// One history: a world, a few hundred steps that the dice choose, and a heal with all checks in the middle and at the end.
import { act } from './acts.ts';
import { openPage } from './opening.ts';
import { healAndCheck } from './check.ts';
import { deliver, exchange } from './exchange.ts';
import { backUp, strike } from './faults.ts';
import { digestOf } from './once.ts';
import { createPage } from './page.ts';
import { lookAtRules } from './rules/all.ts';
import { createWorld, keepersOf, newId } from './world.ts';
import type { World } from './world.ts';

/** What a history came to. The same seed gives the same, `fingerprint` and all. */
export type History = {
  readonly seed: number;
  readonly events: number;
  readonly replicas: number;
  readonly faults: number;
  readonly mishaps: number;
  readonly fingerprint: string;
  /** Rule and detail of the first broken promise; null when all were kept. */
  readonly violation: string | null;
  /** How often something worth knowing was met. */
  readonly met: ReadonlyMap<string, number>;
  /** What struck, in order. */
  readonly story: readonly string[];
};

/** Steps between two heals. */
const STEPS = 77;

/** Plays the history of a seed. */
export function playHistory(seed: number): History {
  const world = createWorld(seed);
  const violation = brokenIn(world);
  return {
    seed,
    events: world.written.size,
    replicas: keepersOf(world).length,
    faults: world.faults,
    mishaps: world.mishaps,
    fingerprint: digestOf(`${world.hub.log.map(({ hash }) => hash).join('')} ${violation ?? ''}`).slice(
      0,
      16,
    ),
    violation,
    met: world.met,
    story: world.story,
  };
}

function brokenIn(world: World): string | null {
  try {
    lookAtRules(world.seed);
    for (const host of world.hosts) {
      const page = createPage(host, newId(world, 'page'));
      world.pages.push(page);
      openPage(world, page);
    }
    for (let part = 0; part < 2; part += 1) {
      for (let step = 0; step < STEPS; step += 1) takeStep(world);
      healAndCheck(world);
    }
    return null;
  } catch (error) {
    // A promise that does not hold and a bug that throws are both findings of this seed.
    return error instanceof Error ? error.message : String(error);
  }
}

function takeStep(world: World): void {
  const { dice } = world;
  world.nowMs += dice.below(120_000);
  const kind = dice.below(1000);
  if (kind < 760) {
    const page = dice.pick(world.pages);
    if (page) act(world, page);
  } else if (kind < 840) {
    const page = dice.pick(world.pages);
    if (page?.link) exchange(world, page.keeper, page.host.keeper);
  } else if (kind < 890) {
    const host = dice.pick(world.hosts);
    if (host?.upLink) exchange(world, host.keeper, world.hub);
  } else if (kind < 915) {
    if (world.hubLink && world.upper) exchange(world, world.hub, world.upper);
  } else if (kind < 935) deliver(world, 2);
  else if (kind < 955) backUp(world);
  else strike(world);
}
