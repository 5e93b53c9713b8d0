// Vectors and logical time, event by event instead of by ranges.
import { maxHlc, nextHlc } from '../../../shared/event/hlc.ts';
import { mergeVectors, missingCount, missingRanges } from '../../../shared/sync/vector.ts';
import { expectSame } from './expect.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { Dice } from '../dice.ts';

/** Looks at the arithmetic of vectors and of logical time with what the dice choose. */
export function vectorRules(dice: Dice): void {
  const mine = vectorOf(dice);
  const theirs = vectorOf(dice);
  const ranges = missingRanges(mine, theirs);
  const held = new Set(eventsOf(theirs));
  const missing = eventsOf(mine).filter(
    (event) => !held.has(event) && !NO_KEYS.includes(event.split(' ')[0] ?? ''),
  );
  const found = ranges.flatMap(({ device, epoch, from, to }) =>
    Array.from({ length: to - from }, (_, index) => `${device}/${epoch} ${from + index}`),
  );
  expectSame('J3', 'what is missing', found, missing);
  expectSame(
    'J3',
    'a range without an event',
    ranges.some(({ from, to }) => from >= to),
    false,
  );
  expectSame('J3', 'how much is missing', missingCount(mine, theirs), missing.length);
  const both = [...new Set([...eventsOf(mine), ...eventsOf(theirs)])].sort();
  expectSame('J3', 'two vectors together', [...eventsOf(mergeVectors(mine, theirs))].sort(), both);
  logicalTime(dice);
}

/** Names no epoch; nothing can be asked for under it. */
const NO_KEYS = ['d1/', '/e', 'd1'];

function vectorOf(dice: Dice): Vector {
  const keys = ['d1/e', 'd1/a', 'd2/e', 'd10/b', 'd/x', ...NO_KEYS].filter(() => dice.chance(0.6));
  // The order in which epochs were met differs from replica to replica.
  if (dice.chance(0.5)) keys.reverse();
  return Object.fromEntries(keys.map((key) => [key, dice.below(4)]));
}

/** Every event of a vector, epochs in the order of their keys. */
function eventsOf(vector: Vector): readonly string[] {
  return Object.entries(vector)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, held]) => Array.from({ length: held }, (_, seq) => `${key} ${seq}`));
}

function logicalTime(dice: Dice): void {
  const lastMs = 1_780_000_000_000 + dice.below(3);
  const counter = dice.pick([0, 1, 9, 0xfffe, 0xffff]) ?? 0;
  const last = `${lastMs}-${counter.toString(16).padStart(4, '0')}`;
  const nowMs = lastMs + dice.below(5) - 2;
  const later = nowMs > lastMs ? nowMs : lastMs + (counter === 0xffff ? 1 : 0);
  const next = later === lastMs ? counter + 1 : 0;
  expectSame(
    'V2',
    `after ${last} at ${nowMs}`,
    nextHlc(last, nowMs),
    `${later}-${next.toString(16).padStart(4, '0')}`,
  );
  const times = [last, nextHlc(last, nowMs)];
  expectSame(
    'V2',
    'the later time',
    [maxHlc(times[0] ?? '', times[1] ?? ''), maxHlc(times[1] ?? '', times[0] ?? '')],
    [times[1], times[1]],
  );
  expectSame('V2', 'an early time', nextHlc('0000000000000-0000', 5), '0000000000005-0000');
}
