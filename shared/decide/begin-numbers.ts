import { err, ok } from '../basics/result.ts';
import type { Result } from '../basics/result.ts';
import type { NewFact } from '../event/facts.ts';
import type { NumberBlock, NumberSupply } from './numbers.ts';
import type { Refusal } from './refusal.ts';

/** What a head or administrator says: numbers up to `after` of a namespace were given out on paper, and why. */
export type BeginWish = { readonly namespace: string; readonly after: number; readonly why: string };

const LONGEST_WHY = 300;

/**
 * Notes that paper numbers up to `after` were given out before the desk went digital [D19] [N9]. Only numbers of this
 * device's own range count; one that is lower than what was issued already is refused, because those stand on paper too.
 * @param issued highest number of the range known to be issued or begun after, 0 when none
 */
export function beginNumbers(
  wish: BeginWish,
  range: NumberBlock | null,
  issued: number,
): Result<NewFact, Refusal> {
  const why = wish.why.normalize('NFC').trim();
  const { namespace, after } = wish;
  if (!range) return err({ code: 'numbers-begin-range', from: 0, to: 0 });
  if (!Number.isSafeInteger(after) || after < range.from || after > range.to)
    return err({ code: 'numbers-begin-range', from: range.from, to: range.to });
  if (after < issued) return err({ code: 'numbers-begin-low', highest: issued });
  if (why === '' || why.length > LONGEST_WHY) return err({ code: 'numbers-begin-why', longest: LONGEST_WHY });
  return ok({
    type: 'numbers-begun',
    subject: numbersSubject(namespace),
    parents: [],
    sealed: null,
    body: { namespace, after, why },
  });
}

/** What the facts about a namespace's numbers are about. */
export function numbersSubject(namespace: string): string {
  return `numbers:${namespace}`;
}

/** A supply without the numbers up to `after`; they stand on paper and are never issued [N9]. */
export function supplyAfter(supply: NumberSupply, after: number): NumberSupply {
  const blocks = supply.blocks
    .filter(({ to }) => to > after)
    .map(({ from, to }) => ({ from: Math.max(from, after + 1), to }));
  return { ...supply, blocks };
}
