// How replicas talk: pull by vector, push what is missing, over a wire that loses, repeats, delays, cuts and garbles.
import { LINE_LIMIT_BYTES } from '../../shared/event/envelope.ts';
import { missingRanges } from '../../shared/sync/vector.ts';
import { append, linesOf, powerCut, take, vectorOf } from './keeper.ts';
import { promised } from './world.ts';
import type { Admission } from '../../shared/sync/chain.ts';
import type { Keeper } from './keeper.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

/** Lines that arrive at a keeper; null when it died over them. */
function arrive(world: World, to: Keeper, lines: readonly string[]): Admission | null {
  if (!world.healing && world.dice.chance(0.01)) {
    const { fresh } = take(to, lines);
    powerCut(to, world.dice.below(fresh.length + 1));
    world.faults += 1;
    return null;
  }
  return append(to, lines);
}

/** Sends lines; the answer, or null when it did not come back. What was sent may have arrived all the same. */
function send(world: World, to: Keeper, lines: readonly string[]): Admission | null {
  if (world.healing) return arrive(world, to, lines);
  const fate = world.dice.below(100);
  if (fate >= 20) return arrive(world, to, lines);
  world.mishaps += 1;
  if (fate < 5) return null;
  if (fate < 9) {
    world.mail.push({ to, lines });
    return null;
  }
  if (fate < 13) {
    arrive(world, to, lines);
    return null;
  }
  if (fate < 15) {
    arrive(world, to, garbled(world, lines));
    return null;
  }
  arrive(world, to, lines);
  return arrive(world, to, lines);
}

/** Delivers what is still on its way, in whatever order. */
export function deliver(world: World, most: number): void {
  for (let done = 0; done < most && world.mail.length > 0; done += 1) {
    const [mail] = world.mail.splice(world.dice.below(world.mail.length), 1);
    if (mail) arrive(world, mail.to, mail.lines);
  }
}

/** Brings lines to a keeper and takes note of what it promises to hold. True when it took them all. */
function push(world: World, to: Keeper, lines: readonly string[]): boolean {
  const answer = send(world, to, lines);
  if (!answer) return false;
  const refused = new Set(answer.refused.map(({ index }) => index));
  const taken = lines.filter((_, index) => !refused.has(index));
  promised(world, taken, to);
  return refused.size === 0;
}

/** One exchange of a replica with the one above it: pull what it lacks, then push what that one lacks. */
export function exchange(world: World, lower: Keeper, upper: Keeper): void {
  const limit = world.healing ? 1000 : 1 + world.dice.below(40);
  pull(world, lower, upper, limit);
  if (!world.healing && world.dice.chance(0.05)) return;
  const theirs = vectorOf(upper);
  for (const range of missingRanges(vectorOf(lower), theirs)) {
    for (let from = range.from; from < range.to; from += limit) {
      if (!push(world, upper, linesOf(lower, { ...range, from }, limit))) break;
    }
  }
}

/** Fetches what a replica lacks; stops where the wire does. */
function pull(world: World, into: Keeper, from: Keeper, limit: number): void {
  for (;;) {
    const ranges = missingRanges(vectorOf(from), vectorOf(into));
    const lines: string[] = [];
    for (const range of ranges) lines.push(...linesOf(from, range, limit - lines.length));
    if (lines.length === 0) return;
    const before = into.log.length;
    if (send(world, into, lines) === null || into.log.length === before) return;
  }
}

/** The second copy of fresh events: only they are sent, whatever the host may still lack before them. */
export function secondCopy(world: World, page: Page, lines: readonly string[]): void {
  if (!page.link || push(world, page.host.keeper, lines)) return;
  if (world.dice.chance(0.3)) exchange(world, page.keeper, page.host.keeper);
}

function garbled(world: World, lines: readonly string[]): readonly string[] {
  const at = world.dice.below(lines.length);
  const line = lines[at] ?? '';
  const spot = world.dice.below(line.length);
  const kinds = [
    line.slice(0, spot),
    `${line.slice(0, spot)}~${line.slice(spot + 1)}`,
    `${line}${' '.repeat(LINE_LIMIT_BYTES)}`,
  ];
  return lines.with(at, world.dice.pick(kinds) ?? '');
}
