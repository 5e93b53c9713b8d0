// Rules N1–N6 said a second time, number by number instead of by blocks.
import {
  dossierCode,
  dossierNamespace,
  freshOwnSupply,
  GRANT_SIZE,
  LOW_SUPPLY,
  nextGrant,
  ownNamespace,
  ownSeries,
  provisionalCode,
  rangeOf,
  supplyLeft,
  takePlace,
  ticketNamespace,
  ticketNumber,
} from '../../../shared/decide/numbers.ts';
import { expectSame } from './expect.ts';
import type { NumberBlock, NumberSupply } from '../../../shared/decide/numbers.ts';
import type { Dice } from '../dice.ts';

const ROLES = ['kiosk', 'desk', 'all', 'display', 'hub'] as const;

/** Looks at arithmetic of numbers with what the dice choose. */
export function numberRules(dice: Dice): void {
  ranges(dice);
  grants(dice);
  supplies(dice);
  names(dice);
}

function ranges(dice: Dice): void {
  const role = dice.pick(ROLES) ?? 'all';
  const slot = dice.pick([1, 2, 3, 4, 5, 19, 48, 49, 50, 51]) ?? 1;
  const ticket = rangeOf('ticket/2026-06-05/A', role, slot);
  const issuing = role === 'kiosk' || role === 'all';
  const desk = role === 'desk' && slot <= 4 ? [800, 850, 900, 950][slot - 1] : undefined;
  const first = issuing ? [1, 500][slot - 1] : desk;
  const last = issuing ? [499, 799][slot - 1] : desk === undefined ? undefined : desk + 49;
  expectSame('N1', `tickets of ${role} ${slot}`, [ticket?.from, ticket?.to], [first, last]);
  const receives = (role === 'desk' || role === 'all') && slot <= 49;
  const codes = receives ? { from: 200 * slot - 199, to: 200 * slot } : null;
  expectSame('N1', `codes of ${role} ${slot}`, rangeOf('dossier/2026-06-05', role, slot), codes);
  expectSame('N1', 'another namespace', rangeOf('receipt/2026', role, slot), null);
}

function grants(dice: Dice): void {
  const from = 1 + dice.below(30);
  const range = { from, to: from + dice.below(60) };
  const highest = dice.below(100);
  const size = 1 + dice.below(30);
  const free = numbersOf([range]).filter((value) => value > highest);
  const block = nextGrant(range, highest, size);
  expectSame('N2', 'a grant', block ? numbersOf([block]) : [], free.slice(0, size));
  if (free.length === 0) expectSame('N2', 'a grant of an exhausted range', block, null);
}

function supplies(dice: Dice): void {
  const granted = supplyOf(dice, 'n');
  const own = supplyOf(dice, 'own/n');
  const alone = dice.chance(0.5);
  const place = { slot: 1 + dice.below(9), ordinal: dice.below(4) };
  const numbers = numbersOf(granted.blocks);
  const mine = alone ? numbersOf(own.blocks) : [];
  const taken = takePlace({ granted, own }, place, alone);
  const [value, ...left] = numbers.length > 0 ? numbers : mine;
  const kind = numbers.length > 0 ? { kind: 'granted', value } : { kind: 'own', value, ...place };
  const wanted =
    value === undefined ? null : { place: kind, namespace: numbers.length > 0 ? 'n' : 'own/n', left };
  const found = taken && {
    place: taken.place,
    namespace: taken.rest.namespace,
    left: numbersOf(taken.rest.blocks),
  };
  expectSame('N4', 'a number taken', found, wanted);
  const empty = taken?.rest.blocks.filter(({ from, to }) => from > to) ?? [];
  expectSame('N4', 'blocks without a number', empty, []);
  expectSame('N4', 'what is left', supplyLeft(granted), numbers.length);
}

function supplyOf(dice: Dice, namespace: string): NumberSupply {
  let end = 0;
  const blocks = Array.from({ length: dice.below(4) }, () => {
    const from = end + 1 + dice.below(3);
    end = from + dice.below(dice.chance(0.5) ? 1 : 5);
    return { from, to: end };
  });
  return { namespace, blocks };
}

function numbersOf(blocks: readonly NumberBlock[]): readonly number[] {
  return blocks.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

const DAY = '2026-06-05';

/** Names as they stand on paper; what was printed yesterday must read the same tomorrow. */
const NAMED: readonly (readonly [found: () => unknown, wanted: unknown])[] = [
  [() => ticketNumber('A', 7), 'A007'],
  [() => ticketNumber('AX', 999), 'AX999'],
  [() => ticketNumber('B', 1000), 'B1000'],
  [() => ownSeries('A', 1, 0), 'AX'],
  [() => ownSeries('A', 2, 0), 'AY'],
  [() => ownSeries('A', 18, 0), 'AB'],
  [() => ownSeries('A', 1, 1), 'AXX'],
  [() => ownSeries('A', 3, 2), 'AVY'],
  [() => ownSeries('A', 19, 0), 'AXXA'],
  [() => ownSeries('A', 20, 1), 'AXYAX'],
  [() => ownSeries('A', 1, 19), 'AXXX'],
  [() => dossierCode('H26.41', DAY, 12), 'H26.41-260605-0012'],
  [() => provisionalCode(3, 0, DAY, 12), 'TAM-M3-260605-12'],
  [() => provisionalCode(3, 2, DAY, 1), 'TAM-M3Y-260605-1'],
  [() => ticketNamespace(DAY, 'A'), 'ticket/2026-06-05/A'],
  [() => dossierNamespace(DAY), 'dossier/2026-06-05'],
  [() => ownNamespace('ticket/x/A'), 'own/ticket/x/A'],
  [() => freshOwnSupply('n'), { namespace: 'n', blocks: [{ from: 1, to: 999 }] }],
  [() => [GRANT_SIZE.ticket, GRANT_SIZE.dossier, LOW_SUPPLY], [50, 20, 10]],
];

function names(dice: Dice): void {
  const named = dice.pick(NAMED);
  if (named) expectSame('N5', 'a name', named[0](), named[1]);
  const storage = (): readonly [string, number, number] => [
    dice.pick(['A', 'B', 'X', 'Y']) ?? 'A',
    1 + dice.below(dice.chance(0.5) ? 4 : 400),
    dice.below(dice.chance(0.5) ? 4 : 400),
  ];
  const one = storage();
  const other = storage();
  const same = one.join() === other.join();
  expectSame('N5', `${one.join()} like ${other.join()}`, ownSeries(...one) === ownSeries(...other), same);
  const [, slot, ordinal] = one;
  const codes = provisionalCode(slot, ordinal, DAY, 1) === provisionalCode(other[1], other[2], DAY, 1);
  expectSame(
    'N6',
    `codes of ${one.join()}, ${other.join()}`,
    codes,
    slot === other[1] && ordinal === other[2],
  );
}
