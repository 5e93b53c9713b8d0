import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookNumber, readPaymentNumber } from '../../../../shared/decide/money/book-numbers.ts';
import { checkBooks, entriesOf } from '../../../../shared/decide/money/book.ts';
import { createGrantList } from '../../../../shared/decide/machine/grants.ts';
import { paymentNamespace } from '../../../../shared/decide/numbers.ts';
import { writtenBook } from '../../../support/money/slips.ts';
import type { NumberBlock } from '../../../../shared/decide/numbers.ts';
import type { Payment } from '../../../../shared/project/office/payments.ts';

const check = (payments: readonly Payment[], grants: readonly NumberBlock[] = [{ from: 1, to: 20 }]) => {
  const [found] = checkBooks(payments, () => grants);
  if (!found) throw new Error('no book');
  return found;
};

describe('the book of slips', () => {
  it('[MO2] [F03] every number reads back into its book; those of a storage that was alone are its own', () => {
    const own = { kind: 'own', value: 7, slot: 1, ordinal: 0 } as const;
    expect(bookNumber('2026', 1, { kind: 'granted', value: 12 })).toEqual({
      number: 'PT-2026-M1-000012',
      book: 'M1 2026',
    });
    expect(bookNumber('2026', 1, own)).toEqual({ number: 'PT-2026-M1X-000007', book: 'M1X 2026' });
    expect(readPaymentNumber('PT-2026-M1-000012')).toEqual({ namespace: 'payment/2026/M1', value: 12 });
    expect(readPaymentNumber('PT-2026-M1X-000007')).toBeNull();
  });

  it('[MO2] [F03] no two storages of the ward give one number, with a host or without one', () => {
    const place = fc.record({
      slot: fc.integer({ min: 1, max: 40 }),
      ordinal: fc.integer({ min: 0, max: 400 }),
      isOwn: fc.boolean(),
    });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 999 }), (a, b, value) => {
        const numberOf = ({ slot, ordinal, isOwn }: typeof a) =>
          bookNumber(
            '2026',
            slot,
            isOwn ? { kind: 'own', value, slot, ordinal } : { kind: 'granted', value },
          );
        const same = a.slot === b.slot && a.isOwn === b.isOwn && (!a.isOwn || a.ordinal === b.ordinal);
        expect(numberOf(a).number === numberOf(b).number).toBe(same);
      }),
    );
  });

  it('[MO2] [N2] a host grants each block of a book once, also after it saw slips that nobody told it of', () => {
    const list = createGrantList([], { begun: '2026-01-01T00:00:00.000Z', epochsBefore: 0 });
    const wish = { namespace: paymentNamespace('2026', 1), highest: 0, role: 'desk' as const, slot: 1 };
    expect(list.grant(wish)).toEqual({ ok: true, value: { from: 1, to: 20 } });
    expect(list.grant(wish)).toEqual({ ok: true, value: { from: 21, to: 40 } });
    expect(list.grant({ ...wish, highest: 55 })).toEqual({ ok: true, value: { from: 56, to: 75 } });
    const other = list.grant({ ...wish, namespace: paymentNamespace('2026', 2) });
    expect(other).toEqual({ ok: false, error: { code: 'numbers-none' } });
    const kiosk = list.grant({ ...wish, role: 'kiosk' });
    expect(kiosk).toEqual({ ok: false, error: { code: 'numbers-none' } });
  });

  it('[MO3] [F07] a whole book fits; its counter-entries are entries of it', () => {
    const book = writtenBook();
    book.take(1);
    book.take(2);
    book.cancel('payment-1', 3);
    expect(check(book.payments())).toEqual({
      book: 'M1 2026',
      entries: 3,
      first: 'PT-2026-M1-000001',
      last: 'PT-2026-M1-000003',
      missing: [],
      broken: [],
      twice: [],
      voided: 0,
    });
  });

  it('[MO3] [F03] the rest of a block that a lost storage had explains its gap', () => {
    const book = writtenBook();
    [1, 2, 21, 22].forEach((value) => book.take(value));
    const found = check(book.payments(), [
      { from: 1, to: 20 },
      { from: 21, to: 40 },
    ]);
    expect([found.missing, found.broken, found.voided]).toEqual([[], [], 18]);
  });

  it('[MO3] [F07] whichever slip is taken away or changed, the book says so, but for the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.boolean(), (length, at, isChange) => {
        const book = writtenBook();
        for (let value = 1; value <= length; value += 1) book.take(value);
        const whole = book.payments();
        const hit = at % (length - 1);
        const left = isChange
          ? whole.map((one, place) => (place === hit ? { ...one, total: one.total + 1 } : one))
          : whole.filter((_, place) => place !== hit);
        const { missing, broken } = check(left);
        expect(missing.length + broken.length).toBeGreaterThan(0);
        expect(check(whole)).toMatchObject({ missing: [], broken: [] });
      }),
    );
  });

  it('[MO3] a number on two slips is told', () => {
    const book = writtenBook();
    const first = book.take(1);
    const twin = { ...first, id: 'payment-twin' };
    expect(check([first, twin]).twice).toEqual(['PT-2026-M1-000001']);
    expect(entriesOf(first)).toHaveLength(1);
  });
});
