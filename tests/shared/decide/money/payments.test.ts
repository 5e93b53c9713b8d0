import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cancelPayment,
  checkPayment,
  feeStanding,
  noteOfficial,
  paidTwice,
  takePayment,
} from '../../../../shared/decide/money/payments.ts';
import { NO_HASH } from '../../../../shared/event/envelope.ts';
import { factOf } from '../../../../shared/event/facts.ts';
import { HOA, LAN, line, logged, shiftRow, wishOf, writtenBook } from '../../../support/money/slips.ts';
import type { TakingWorld } from '../../../../shared/decide/money/payments.ts';
import type { ClerkRole } from '../../../../shared/law/people/clerk-roles.ts';

const entry = { book: 'M1 2026', number: 'PT-2026-M1-000001', previous: NO_HASH };
const world = (over: Partial<TakingWorld> = {}): TakingWorld => ({
  actor: LAN,
  shift: shiftRow(),
  others: [],
  entry,
  form: 'phieu-thu/tt-03-2025/1',
  sealed: { keyId: 'k', iv: '', ct: '' },
  ...over,
});

const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  outcome.ok ? 'ok' : outcome.error?.code;

describe('taking money', () => {
  it('[MO1] [F02] writes a slip with its number, its lines and their sum, and nothing of who paid in the open', () => {
    const lines = [line(8_000), line(14_000, { kind: 'phi', label: 'Phí chứng thực' })];
    const fact = takePayment(wishOf({ lines }), world());
    if (!fact.ok || fact.value.type !== 'payment-taken') throw new Error('refused');
    expect(fact.value.body).toMatchObject({ number: 'PT-2026-M1-000001', total: 22_000, day: '2026-06-05' });
    expect(JSON.stringify(fact.value.body)).not.toContain('Trần Quốc Đạt');
    expect(factOf(logged(fact.value, 'lan').event)?.type).toBe('payment-taken');
  });

  it('[MO1] [F01] a ground waives a line; an amount that the tariff does not have is typed with its basis', () => {
    const waived = wishOf({ lines: [line(null, { waivedBy: 'hoNgheo' })] });
    const fact = takePayment(waived, world());
    expect(fact.ok && fact.value.body).toMatchObject({
      total: 0,
      lines: [{ amount: 0, waivedBy: 'hoNgheo' }],
    });
    const bare = wishOf({ lines: [line(null)] });
    expect(checkPayment(bare)).toEqual([{ field: 'lines.0.amount', code: 'amount-missing' }]);
    const typed = wishOf({ lines: [line(5_000, { fixed: false })] });
    expect(checkPayment(typed)).toEqual([{ field: 'lines.0.note', code: 'text-missing' }]);
    const based = takePayment(
      wishOf({ lines: [line(5_000, { fixed: false, note: ' NQ 12/2026 ' })] }),
      world(),
    );
    expect(based.ok && based.value.body).toMatchObject({ lines: [{ note: 'NQ 12/2026' }] });
    expect(codeOf(takePayment(wishOf({ lines: [line(0)] }), world()))).toBe('payment-zero');
  });

  it('[MO1] says what is wrong by field', () => {
    const wish = wishOf({ cashGiven: 5_000, payer: { name: ' ', address: '' } });
    expect(checkPayment(wish)).toEqual([
      { field: 'payer.name', code: 'name-missing' },
      { field: 'cashGiven', code: 'cash-short', found: 3_000 },
    ]);
    expect(codeOf(takePayment(wish, world()))).toBe('fields-invalid');
  });

  it('[MO1] takes money by reception and cashier alone, in an open shift of their own', () => {
    const roles: readonly ClerkRole[] = [
      'reception',
      'cashier',
      'head',
      'specialist',
      'admin',
      'inspector',
      'leader',
    ];
    const may = roles.filter((role) => takePayment(wishOf(), world({ actor: { ...LAN, role } })).ok);
    expect(may).toEqual(['reception', 'cashier']);
    expect(codeOf(takePayment(wishOf(), world({ shift: null })))).toBe('shift-none');
  });

  it('[MO1] a dossier pays a line once, unless the slip was cancelled or it is another line', () => {
    const book = writtenBook();
    const paid = book.take(1, { dossierId: 'dossier-1' });
    const again = () => takePayment(wishOf({ paymentId: 'payment-9' }), world({ others: book.payments() }));
    expect(again()).toEqual({ ok: false, error: { code: 'payment-made-already', number: paid.number } });
    const other = wishOf({ lines: [line(2_000, { label: 'Phí bản sao', kind: 'phi' })] });
    expect(takePayment(other, world({ others: book.payments() })).ok).toBe(true);
    book.cancel(paid.id, 2);
    expect(again().ok).toBe(true);
  });

  it('[MO6] two desks that did not see each other both took it: both stand and are told', () => {
    const book = writtenBook();
    const ids = [1, 2].map((value) => book.take(value, { dossierId: 'dossier-1' }).id);
    book.take(3);
    expect(paidTwice(book.payments()).map(({ id }) => id)).toEqual(ids);
    book.cancel(ids[0] ?? '', 4);
    expect(paidTwice(book.payments())).toEqual([]);
  });

  it('[MO7] [D20] a dossier is paid, paid in part, unpaid or owes nothing', () => {
    const book = writtenBook();
    const fees = [
      { kind: 'lePhi', label: 'Lệ phí đăng ký khai sinh', amount: null },
      { kind: 'phi', label: 'Phí bản sao', amount: 2_000 },
    ];
    expect(feeStanding([{ kind: 'phi', label: 'x', amount: 0 }], [])).toBe('none');
    expect(feeStanding(fees, [])).toBe('unpaid');
    book.take(1);
    expect(feeStanding(fees, book.payments())).toBe('part');
    book.take(2, { lines: [line(2_000, { kind: 'phi', label: 'Phí bản sao' })] });
    expect(feeStanding(fees, book.payments())).toBe('paid');
  });
});

describe('cancelling', () => {
  const cancel = (over: object = {}, reason = 'thu nhầm') => {
    const book = writtenBook();
    book.take(1);
    return cancelPayment(book.row('payment-1'), reason, {
      actor: LAN,
      shift: shiftRow(),
      approver: HOA,
      entry,
      ...over,
    });
  };

  it('[MO5] [F04] is a counter-entry with a number, a reason and a second person; the slip stays', () => {
    const book = writtenBook();
    const paid = book.take(1);
    const after = book.cancel(paid.id, 2);
    expect(after).toMatchObject({ number: paid.number, total: 8_000 });
    expect(after.cancelled).toMatchObject({ number: 'PT-2026-M1-000002', approvedBy: 'hoa', by: 'lan' });
  });

  it('[MO5] takes two people, a reason, an open shift, and only once', () => {
    expect(codeOf(cancel())).toBe('ok');
    expect(codeOf(cancel({ approver: null }))).toBe('approval-missing');
    expect(codeOf(cancel({ approver: { id: 'lan', role: 'head' } }))).toBe('approver-same');
    expect(codeOf(cancel({ approver: { id: 'minh', role: 'reception' } }))).toBe('approver-role-wrong');
    expect(codeOf(cancel({ actor: { ...LAN, role: 'specialist' } }))).toBe('money-role-wrong');
    expect(codeOf(cancel({ shift: null }))).toBe('shift-none');
    expect(codeOf(cancel({}, '  '))).toBe('fields-invalid');
    const book = writtenBook();
    book.take(1);
    book.cancel('payment-1', 2);
    const twice = cancelPayment(book.row('payment-1'), 'lại', {
      actor: LAN,
      shift: shiftRow(),
      approver: HOA,
      entry,
    });
    expect(codeOf(twice)).toBe('payment-cancelled-already');
    expect(codeOf(cancelPayment(undefined, 'x', { actor: LAN, shift: null, approver: HOA, entry }))).toBe(
      'payment-unknown',
    );
  });

  it('[MO5] the number of the biên lai is noted by who takes money, and never empty', () => {
    const book = writtenBook();
    book.take(1);
    const row = book.row('payment-1');
    expect(noteOfficial(row, ' 1C26TYY-77 ', LAN)).toMatchObject({
      value: { body: { officialNo: '1C26TYY-77' } },
    });
    expect(codeOf(noteOfficial(row, '', LAN))).toBe('fields-invalid');
    expect(codeOf(noteOfficial(row, '1', HOA))).toBe('money-role-wrong');
    expect(codeOf(noteOfficial(undefined, '1', LAN))).toBe('payment-unknown');
  });

  it('[MO1] whatever is typed, what is taken is the sum of its lines and fits its fact', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.string({ maxLength: 60 }), (list, name) => {
        const lines = list.map((amount, at) => line(amount, { label: `Khoản ${at}` }));
        const fact = takePayment(wishOf({ lines, payer: { name, address: '' } }), world());
        if (!fact.ok) return;
        const body = factOf(logged(fact.value, 'lan').event);
        expect(body?.type === 'payment-taken' && body.body.total).toBe(list.reduce((a, b) => a + b, 0));
      }),
    );
  });
});
