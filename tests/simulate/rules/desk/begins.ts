// Paper numbers given out before the desk went digital [N9], number by number.
import { beginNumbers, numbersSubject, supplyAfter } from '../../../../shared/decide/begin-numbers.ts';
import { expectSame } from '../expect.ts';
import type { NumberBlock } from '../../../../shared/decide/numbers.ts';
import type { Dice } from '../../dice.ts';

const RANGE = { from: 500, to: 799 };
const SAYS = [
  '',
  '  ',
  ' Phát giấy buo\u0302\u0309i sáng ',
  'x'.repeat(300),
  `${'x'.repeat(300)} `,
  'x'.repeat(301),
];

/** Looks at what is noted, and at what it leaves of a supply. */
export function beginRules(dice: Dice): void {
  const after = dice.pick([499, 500, 501, 600, 600, 600.5, 798, 799, 800, Number.NaN]) ?? 500;
  const issued = dice.pick([0, 0, 500, 600, 601, 799]) ?? 0;
  const why = dice.pick(SAYS) ?? '';
  const range = dice.chance(0.1) ? null : RANGE;
  const wish = { namespace: 'ticket/2026-06-05/A', after, why };
  const said = why.trim().normalize('NFC');
  const objections: readonly (readonly [boolean, object])[] = [
    [range === null, { code: 'numbers-begin-range', from: 0, to: 0 }],
    [!numbersOf([RANGE]).includes(after), { code: 'numbers-begin-range', ...RANGE }],
    [issued > after, { code: 'numbers-begin-low', highest: issued }],
    [said === '' || said.length === 301, { code: 'numbers-begin-why', longest: 300 }],
  ];
  const error = objections.find(([holds]) => holds)?.[1];
  const fact = {
    type: 'numbers-begun',
    subject: 'numbers:ticket/2026-06-05/A',
    parents: [],
    sealed: null,
    body: { namespace: wish.namespace, after, why: said },
  };
  expectSame(
    'N9',
    `paper numbers up to ${after}`,
    beginNumbers(wish, range, issued),
    error ? { ok: false, error } : { ok: true, value: fact },
  );
  expectSame('N9', 'what the numbers are', numbersSubject('x'), 'numbers:x');
  supply(dice);
}

function supply(dice: Dice): void {
  let end = 0;
  const blocks = Array.from({ length: dice.below(4) }, () => {
    const from = end + 1 + dice.below(3);
    end = from + dice.below(5);
    return { from, to: end };
  });
  const after = dice.below(16);
  const left = supplyAfter({ namespace: 'n', blocks }, after);
  const numbers = numbersOf(blocks).filter((number) => number > after);
  expectSame(
    'N9',
    `a supply after ${after}`,
    { ...left, blocks: numbersOf(left.blocks) },
    { namespace: 'n', blocks: numbers },
  );
  const empty = left.blocks.filter(({ from, to }) => from > to);
  expectSame('N9', 'blocks without a number', empty, []);
}

function numbersOf(blocks: readonly NumberBlock[]): readonly number[] {
  return blocks.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
