import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../renderer/screens/money/list-entries.ts';
import { typedDong } from '../../../renderer/screens/money/use-money.ts';
import { checkPayment, totalOf } from '../../../shared/decide/money/payments.ts';
import { closeShift, openShift } from '../../../shared/decide/money/shifts.ts';
import { applyOf } from '../../../shared/project/kinds.ts';
import { drawRefund, drawShiftClose } from '../../../shared/slip/money/draw-money.ts';
import { demoWard } from '../../support/demo.ts';
import { folded, LAN, line, logged, shiftRow, wishOf, writtenBook } from '../../support/money/slips.ts';

const copy = { copyNo: 1, reprint: null };
const payer = { name: 'Trần Quốc Đạt', address: 'Thạch Bàn' };

describe('a cancelled payment and its counter-entry', () => {
  it('[MO5] both stand in the list, each with its own number; the closing slip counts both', () => {
    const book = writtenBook();
    book.take(1);
    const cancelled = book.cancel('payment-1', 2);
    expect(entriesOf([cancelled]).map(({ number, counter }) => [number, counter])).toEqual([
      ['PT-2026-M1-000002', true],
      ['PT-2026-M1-000001', false],
    ]);
    const row = shiftRow();
    const fact = closeShift(row, { counted: [{ value: 100_000, count: 1 }], reason: '' }, [cancelled], LAN);
    if (!fact.ok) throw new Error(fact.error.code);
    const shift = folded(applyOf.shift, row, logged(fact.value, 'lan')).state;
    const slip = shift && drawShiftClose(shift, [cancelled], demoWard(), copy);
    expect(JSON.stringify(slip)).toContain('PT-2026-M1-000001 – PT-2026-M1-000002');
  });

  it('[MO5] its slip says what goes back to whom and why, and both sign; nothing is drawn while the payment holds', () => {
    const book = writtenBook();
    const paid = book.take(1);
    expect(drawRefund(paid, payer, demoWard(), copy)).toBeNull();
    const slip = drawRefund(book.cancel('payment-1', 2), payer, demoWard(), copy);
    const said = JSON.stringify(slip);
    for (const part of ['PT-2026-M1-000002', 'PT-2026-M1-000001', '8.000 VNĐ', 'thu nhầm', payer.name])
      expect(said).toContain(part);
    expect(slip?.blocks.at(-1)).toMatchObject({
      kind: 'signatures',
      left: { role: 'Người nhận lại tiền' },
      right: { role: 'Người trả tiền' },
    });
  });

  it('[MO5] prints of the refund are not prints of the fee slip', () => {
    const book = writtenBook();
    book.take(1);
    book.cancel('payment-1', 2);
    const print = (form: string) =>
      logged(
        {
          type: 'form-printed',
          subject: 'payment-1',
          parents: [],
          sealed: null,
          body: {
            jobId: 'job-000000000001',
            paper: 'fee',
            form,
            formNo: 'PT-2026-M1-000002',
            copyNo: 1,
            reprint: 0,
            reason: '',
            state: 'confirmed',
            where: null,
            fault: null,
            pdfSha256: null,
          },
        },
        'lan',
        LAN.nowMs + 60_000,
      );
    const after = folded(applyOf.payment, book.row('payment-1') ?? null, print('phieu-huy/tt-03-2025/1'));
    expect(after.state).toMatchObject({ copies: [], refundOuts: [expect.stringMatching(/^1\//)] });
  });
});

describe('sums as typed', () => {
  it('[MO1] [MO4] what is no sum is refused at its field and never taken for nothing', () => {
    expect(['', '50.000', '50 000', 'abc', '-5', '5k'].map(typedDong)).toEqual([
      null,
      50_000,
      50_000,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    const abc = typedDong('abc') ?? 0;
    const opened = openShift({ shiftId: 's', openingCash: abc }, { actor: LAN, till: 'M1', open: [] });
    expect(opened).toMatchObject({ error: { fields: [{ field: 'openingCash', code: 'count-wrong' }] } });
    const counted = [{ value: 1_000, count: abc }];
    expect(closeShift(shiftRow(), { counted, reason: 'x' }, [], LAN)).toMatchObject({
      error: { fields: [{ field: 'note-1000', code: 'count-wrong' }] },
    });
    const lines = [{ ...line(null), amount: abc, note: 'NQ 1' }];
    expect(totalOf(lines)).toBeNull();
    expect(checkPayment(wishOf({ lines })).map(({ field }) => field)).toEqual(['lines.0.amount']);
    expect(checkPayment(wishOf({ cashGiven: abc })).map(({ field }) => field)).toEqual(['cashGiven']);
  });
});
