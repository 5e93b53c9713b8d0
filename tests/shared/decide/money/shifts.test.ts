import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closeShift,
  countedSum,
  netOf,
  noteValues,
  openShift,
  remittanceNo,
  remitShift,
  tallyOf,
} from '../../../../shared/decide/money/shifts.ts';
import { applyOf } from '../../../../shared/project/kinds.ts';
import { drawRemittance, drawShiftClose } from '../../../../shared/slip/money/draw-money.ts';
import { demoWard } from '../../../support/demo.ts';
import { folded, HOA, LAN, logged, shiftRow, writtenBook } from '../../../support/money/slips.ts';
import type { Shift } from '../../../../shared/project/office/shifts.ts';
import type { Folded } from '../../../../shared/project/fold.ts';

const copy = { copyNo: 1, reprint: null };
const notes = (sum: number) => [{ value: 1_000, count: sum / 1_000 }];

function closed(
  row: Folded<Shift>,
  payments: ReturnType<typeof writtenBook>,
  sum: number,
  reason = '',
): Folded<Shift> {
  const fact = closeShift(row, { counted: notes(sum), reason }, payments.payments(), LAN);
  if (!fact.ok) throw Object.assign(new Error(fact.error.code), fact.error);
  return folded(applyOf.shift, row, logged(fact.value, 'lan'));
}

describe('a shift', () => {
  it('[MO4] [F05] is opened once by who takes money or oversees it', () => {
    const wish = { shiftId: 'shift-1', openingCash: 50_000 };
    const open = (actor: Parameters<typeof openShift>[1]['actor'], rows: readonly Folded<Shift>[] = []) =>
      openShift(wish, { actor, till: 'M1', open: rows });
    expect(open(LAN).ok).toBe(true);
    expect(open(HOA).ok).toBe(true);
    expect(open({ ...LAN, role: 'registry' })).toMatchObject({ error: { code: 'money-role-wrong' } });
    expect(open(LAN, [shiftRow()])).toMatchObject({ error: { code: 'shift-open-already' } });
    const wrong = openShift({ ...wish, openingCash: -1 }, { actor: LAN, till: 'M1', open: [] });
    expect(wrong).toMatchObject({ error: { code: 'fields-invalid' } });
  });

  it('[MO4] what should be there is what was there and came in by cash, less what went back', () => {
    const book = writtenBook();
    const row = shiftRow(100_000);
    book.take(1);
    book.take(2, { way: 'transfer' });
    book.take(3);
    book.cancel('payment-3', 4);
    const tally = tallyOf({ id: 'shift-lan', openingCash: 100_000 }, book.payments());
    expect(tally).toMatchObject({
      payments: 3,
      cancellations: 1,
      expectedCash: 108_000,
      lePhi: 16_000,
      phi: 0,
    });
    expect(netOf(tally)).toBe(16_000);
    expect(row.state?.openingCash).toBe(100_000);
  });

  it('[MO4] a difference needs a reason; who closes is who led it, a cashier or the head', () => {
    const book = writtenBook();
    book.take(1);
    const row = shiftRow(100_000);
    const close = (sum: number, reason: string, actor: Parameters<typeof closeShift>[3] = LAN) =>
      closeShift(row, { counted: notes(sum), reason }, book.payments(), actor);
    expect(close(108_000, '').ok).toBe(true);
    expect(close(107_000, '')).toMatchObject({
      error: { code: 'fields-invalid', fields: [{ field: 'reason', code: 'text-missing' }] },
    });
    expect(close(107_000, 'trả nhầm')).toMatchObject({
      value: { body: { countedCash: 107_000, expectedCash: 108_000, reason: 'trả nhầm' } },
    });
    expect(close(108_000, '', { ...LAN, id: 'minh' })).toMatchObject({ error: { code: 'shift-not-own' } });
    expect(close(108_000, '', HOA).ok).toBe(true);
    expect(closeShift(undefined, { counted: [], reason: '' }, [], LAN)).toMatchObject({
      error: { code: 'shift-unknown' },
    });
    const over = closed(row, book, 108_000);
    expect(closeShift(over, { counted: [], reason: '' }, [], LAN)).toMatchObject({
      error: { code: 'shift-not-open' },
    });
  });

  it('[MO4] [F05] its money is handed on once it is closed, by a list of its own number', () => {
    const book = writtenBook();
    book.take(1);
    const row = shiftRow(100_000);
    const wish = { amount: 8_000, to: 'Kế toán phường', reason: '' };
    expect(remitShift(row, wish, LAN)).toMatchObject({ error: { code: 'shift-not-closed' } });
    const over = closed(row, book, 108_000);
    expect(remitShift(over, { ...wish, to: '' }, LAN)).toMatchObject({ error: { code: 'fields-invalid' } });
    const fact = remitShift(over, wish, LAN);
    expect(fact).toMatchObject({ value: { body: { listNo: 'NT-260605-M1--LAN', amount: 8_000 } } });
    expect(fact).not.toHaveProperty('value.body.reason');
    expect(remittanceNo({ id: 'shift-0af3', day: '2026-06-05', till: 'M2' })).toBe('NT-260605-M2-0AF3');
  });

  it('[MO4] no more is handed on than was counted, and another sum than proposed has its reason', () => {
    const book = writtenBook();
    book.take(1);
    const over = closed(shiftRow(100_000), book, 108_000);
    const remit = (amount: number, reason = '') => remitShift(over, { amount, to: 'Kho bạc', reason }, LAN);
    expect(remit(500_000, 'tròn số')).toEqual({
      ok: false,
      error: { code: 'remittance-too-much', amountDong: 500_000, countedDong: 108_000 },
    });
    for (const amount of [0, 7_999, 8_001, 108_000]) {
      expect(remit(amount)).toMatchObject({
        error: { code: 'fields-invalid', fields: [{ field: 'reason', code: 'text-missing' }] },
      });
      expect(remit(amount, ' kèm tiền đầu ca ')).toMatchObject({
        value: { body: { amount, reason: 'kèm tiền đầu ca' } },
      });
    }
    expect(remit(108_001, 'x')).toMatchObject({ error: { code: 'remittance-too-much' } });
    expect(remit(Number.NaN)).toMatchObject({ error: { fields: [{ field: 'amount' }] } });
  });

  it('[MO8] its papers are drawn from its facts: counted, expected, difference, every slip, what was struck', () => {
    const book = writtenBook();
    book.take(1);
    book.take(2);
    book.cancel('payment-2', 3);
    const over = closed(shiftRow(100_000), book, 107_000, 'trả nhầm 1.000');
    const fact = remitShift(over, { amount: 6_000, to: 'Kho bạc', reason: 'giữ 1.000 trả lại' }, LAN);
    if (!fact.ok || !over.state) throw new Error('refused');
    const done = folded(applyOf.shift, over, logged(fact.value, 'lan')).state;
    if (!done) throw new Error('no shift');
    expect(drawShiftClose({ ...done, closed: null }, [], demoWard(), copy)).toBeNull();
    const close = JSON.stringify(drawShiftClose(done, book.payments(), demoWard(), copy));
    for (const words of ['107.000 VNĐ', '108.000 VNĐ', 'Thiếu 1.000 VNĐ', 'trả nhầm 1.000'])
      expect(close).toContain(words);
    const list = drawRemittance(done, book.payments(), demoWard(), copy);
    const table = list?.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows.map(({ struck, total }) => [struck, total])).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, true],
    ]);
    expect(JSON.stringify(list)).toContain('Hủy: PT-2026-M1-000003');
    expect(JSON.stringify(list)).toContain('giữ 1.000 trả lại');
  });

  it('[MO4] a count is the sum of its notes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 9, maxLength: 9 }), (counts) => {
        const counted = noteValues.map((value, at) => ({ value, count: counts[at] ?? 0 }));
        const sum = counts.reduce((all, count, at) => all + count * (noteValues[at] ?? 0), 0);
        expect(countedSum(counted)).toBe(sum);
      }),
    );
  });
});
