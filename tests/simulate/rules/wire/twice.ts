// Which numbers stand on papers of two subjects after a fork [J13], each compared with each.
import { standTwice } from '../../../../shared/sync/fork.ts';
import { expectSame } from '../expect.ts';
import type { IssuedNumber } from '../../../../shared/sync/fork.ts';
import type { Dice } from '../../dice.ts';

const DAYS = ['2026-06-05', '2026-06-06', null];

/** Looks at numbers that two sides of a fork handed out. */
export function twiceRules(dice: Dice): void {
  const some = (): readonly IssuedNumber[] =>
    Array.from({ length: dice.below(7) }, () => ({
      subject: `ticket-${dice.below(3)}`,
      day: dice.pick(DAYS) ?? null,
      number: `A00${dice.below(3)}`,
    }));
  const [issued, borne] = [some(), some()];
  const both = issued.filter((one) => {
    const others = borne.filter(({ subject }) => subject !== one.subject);
    return others.some(({ day, number }) => day === one.day && number === one.number);
  });
  expectSame('J13', 'numbers that stand twice', standTwice(issued, borne), both);
}
