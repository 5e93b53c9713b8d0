// The look through a book [MO3], entry by entry: a book is written, something is torn out of it or changed, and it must show.
import { bookNumber, readPaymentNumber } from '../../../../shared/decide/money/book-numbers.ts';
import { checkBooks, entriesOf, previousSeal } from '../../../../shared/decide/money/book.ts';
import { paymentNamespace } from '../../../../shared/decide/numbers.ts';
import { applyPayment } from '../../../../shared/project/office/payments.ts';
import { expectSame } from '../expect.ts';
import { event } from '../rows.ts';
import type { Payment } from '../../../../shared/project/office/payments.ts';
import type { Dice } from '../../dice.ts';

const NO_ENTRY = '0'.repeat(64);
const DAY = '2026-06-05';

/** A slip as it is written, with how far it is from the first one. */
type Slip = { readonly value: number; readonly payment: Payment };

/** Looks at one book of which something may be gone. */
export function bookRules(dice: Dice): void {
  names(dice);
  const isOwn = dice.chance(0.3);
  const blocks = isOwn ? [] : blocksOf(dice);
  const values = isOwn ? numbers(1, 1 + dice.below(7)) : usedOf(dice, blocks);
  const slips = written(dice, values, isOwn);
  if (slips.length === 0) return;
  chained(slips);
  const kept = slips.filter(() => !dice.chance(0.15));
  const gone = slips.filter((slip) => !kept.includes(slip));
  const changed = dice.chance(0.4) ? dice.pick(kept) : undefined;
  const shown = kept.map((slip) => (slip === changed ? tampered(dice, slip) : slip.payment));
  const doubled = dice.chance(0.2) ? dice.pick(kept.filter((slip) => slip !== changed)) : undefined;
  const again = doubled && { ...doubled.payment, id: 'payment-again' };
  const payments = again ? [...shown, again] : shown;
  const [found] = checkBooks(payments, () => blocks);
  if (kept.length === 0) return expectSame('MO3', 'a book without entries', found, undefined);
  const standing = kept.map(({ value }) => value);
  const last = Math.max(...standing);
  const within = isOwn ? [{ from: 1, to: last }] : blocks;
  const below = ({ value }: Slip): boolean =>
    within.some(({ from, to }) => from <= value && standing.some((one) => one > value && one <= to));
  const nameOf = ({ payment }: Slip) => payment.number;
  const next = (slip: Slip) => slips[slips.indexOf(slip) + 1];
  const orphans = [...gone, ...(changed ? [changed] : [])].flatMap((slip) => {
    const heir = next(slip);
    return heir && kept.includes(heir) ? [heir] : [];
  });
  // Changed before it was told of, so that what it names is what it named.
  const broken = new Set(orphans.map(nameOf));
  const granted = within.flatMap(({ from, to }) => numbers(from, Math.min(to, last)));
  const missing = gone.filter(below);
  const unused = granted.filter((value) => !standing.includes(value));
  expectSame('MO3', 'missing slips', sorted(found?.missing), sorted(missing.map(nameOf)));
  expectSame('MO3', 'broken slips', sorted([...new Set(found?.broken)]), sorted([...broken]));
  expectSame('MO3', 'slips twice', found?.twice, doubled ? [nameOf(doubled)] : []);
  expectSame('MO3', 'void numbers', found?.voided, unused.length - missing.length);
  expectSame('MO3', 'entries', found?.entries, payments.length);
}

function sorted(texts: readonly string[] | undefined): readonly string[] {
  return [...(texts ?? [])].sort();
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function blocksOf(dice: Dice) {
  return Array.from({ length: 1 + dice.below(3) }, (_, at) => ({ from: 5 * at + 1, to: 5 * at + 5 }));
}

/** Each storage gives the lowest number of its block first; some end early. */
function usedOf(dice: Dice, blocks: readonly { readonly from: number }[]): readonly number[] {
  return blocks.flatMap(({ from }) => numbers(from, from + dice.below(6) - 1));
}

function written(dice: Dice, values: readonly number[], isOwn: boolean): readonly Slip[] {
  const slips: Slip[] = [];
  values.forEach((value, at) => {
    const place = isOwn
      ? ({ kind: 'own', value, slot: 2, ordinal: 1 } as const)
      : { kind: 'granted' as const, value };
    const entry = bookNumber('2026', 2, place);
    const body = {
      ...entry,
      day: DAY,
      dossierId: null,
      dossierCode: '',
      procedure: { code: '1', name: 'n' },
      lines: [{ kind: 'phi', label: 'Phí', amount: 1000 * (1 + dice.below(9)) }],
      total: 1000,
      way: 'cash',
      shiftId: 'shift-1',
      cashierName: 'Lan',
      form: 'f',
      previous: previousSeal(entry.book, slips.at(-1)?.payment),
      at: `2026-06-05T08:${10 + dice.below(40)}:00.000Z`,
      role: 'reception',
    };
    const hlc = `178064640000${at % 10}-00${10 + at}`;
    const payment = applyPayment(null, event('payment-taken', `payment-${value}`, body, { hlc }));
    if (payment) slips.push({ value, payment });
  });
  return slips;
}

/** Every entry names the one before it, whatever the clocks said. */
function chained(slips: readonly Slip[]): void {
  slips.forEach(({ payment }, at) => {
    const before = slips[at - 1]?.payment;
    const seal = before ? entriesOf(before)[0]?.seal : NO_ENTRY;
    expectSame('MO3', 'what an entry names', payment.previous, seal);
  });
}

/** Somebody changes what stands on a slip. */
function tampered(dice: Dice, { payment }: Slip): Payment {
  const [line] = payment.lines;
  const changes: readonly Partial<Payment>[] = [
    { total: payment.total + 1 },
    { day: '2026-06-06' },
    { way: 'card' },
    { dossierCode: 'H26' },
    { takenAt: '2026-06-05T07:00:00.000Z' },
    { lines: line ? [{ ...line, amount: line.amount + 1 }] : [] },
    { lines: line ? [{ ...line, kind: 'lePhi' }] : [] },
  ];
  return { ...payment, ...dice.pick(changes) };
}

/** Numbers as they stand on paper, and back [MO2]. */
function names(dice: Dice): void {
  const value = 1 + dice.below(999_999);
  const slot = 1 + dice.below(40);
  const digits = `00000${value}`.slice(-6);
  expectSame('MO2', 'a slip', bookNumber('2026', slot, { kind: 'granted', value }), {
    number: `PT-2026-M${slot}-${digits}`,
    book: `M${slot} 2026`,
  });
  const read = readPaymentNumber(`PT-2026-M${slot}-${digits}`);
  expectSame('MO2', 'a slip read', read, { namespace: `payment/2026/M${slot}`, value });
  expectSame('MO2', 'its namespace', paymentNamespace('2026', slot), `payment/2026/M${slot}`);
  const own = (ordinal: number) => bookNumber('2026', slot, { kind: 'own', value, slot, ordinal });
  const letter = 'XYVTSRQPNMLKHGEDCB'[slot % 18] ?? '';
  expectSame('MO2', 'a slip of a storage alone', own(slot % 18), {
    number: `PT-2026-M${slot}${letter}-${digits}`,
    book: `M${slot}${letter} 2026`,
  });
  expectSame('MO2', 'a slip of a storage alone, read', readPaymentNumber(own(0).number), null);
  const [one, other] = [dice.below(400), dice.below(400)];
  expectSame('MO2', `books of storages ${one}, ${other}`, own(one).book === own(other).book, one === other);
}
