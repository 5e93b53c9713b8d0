import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { rebuildIfFoldsChanged } from '../../../renderer/db/exchange.ts';
import { moneyReads } from '../../../renderer/db/money/money-reads.ts';
import { highestTaken, keepGrant } from '../../../renderer/db/supplies.ts';
import { standingTwice } from '../../../renderer/db/upkeep/twice.ts';
import { hallDesk, HOUR_MS, LAN as LAN_ID, NOW_MS, saidOf } from '../hall/hall-desk.ts';
import { wishOf } from '../../support/money/slips.ts';
import type { MoneyReads } from '../../../renderer/store/money/money-deps.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';

const LAN = { ...LAN_ID, name: 'Nguyễn Thị Lan' };
const MINH = { id: 'minh', role: 'reception' as const, name: 'Trần Văn Minh' };
const writing = { ward: 'thach-ban', actor: 'lan', nowMs: NOW_MS };
const NAMESPACE = 'payment/2026/M1';

/** A desk whose clerk may seal persons; `granted`: its host gave it a block. */
async function moneyDesk({ granted = true, device = 'd1' } = {}) {
  const desk = await hallDesk({}, device);
  await desk.sealer.setWardKey(btoa('k'.repeat(32)));
  if (granted) await keepGrant(desk.db, writing, NAMESPACE, { from: 1, to: 20 });
  const reads = moneyReads({
    db: desk.db,
    sealer: desk.sealer,
    ward: 'thach-ban',
    fetchKey: () => Promise.resolve(),
    onFault: (error) => {
      throw error;
    },
  });
  const open = () => desk.acts.openShift({ shiftId: 'shift-0001', openingCash: 100_000 }, LAN);
  const take = async (no: number) =>
    saidOf(
      await desk.acts.takePayment(wishOf({ paymentId: `payment-${no}`, dossierId: `dossier-${no}` }), LAN),
    );
  return { ...desk, reads, open, take };
}

function watched(reads: MoneyReads, part: Parameters<MoneyReads['watchPayments']>[0]) {
  return new Promise<readonly Payment[]>((resolve) => {
    const stop = reads.watchPayments(part, (payments) => {
      resolve(payments);
      queueMicrotask(() => stop());
    });
  });
}

describe('money in the storage', () => {
  it('[MO1] [F02] one press is one slip: number, rows and the payer’s key in one step', async () => {
    const desk = await moneyDesk();
    await desk.open();
    const before = desk.copied.length;
    const [first, second] = await Promise.all([desk.take(1), desk.take(1)]);
    expect([first.number, second.number]).toEqual(['PT-2026-M1-000001', 'PT-2026-M1-000001']);
    expect(desk.copied.slice(before).map(({ event }) => event.type)).toEqual(['payment-taken']);
    expect(desk.copied.map(({ line }) => line).join('')).not.toContain('Trần Quốc Đạt');
    expect(await desk.reads.payerOf(first)).toEqual({ name: 'Trần Quốc Đạt', address: 'Thạch Bàn' });
    expect(await watched(desk.reads, { dossierId: 'dossier-1' })).toHaveLength(1);
    expect((await watched(desk.reads, { number: '000001' })).map(({ id }) => id)).toEqual(['payment-1']);
    expect(await watched(desk.reads, { number: 'PT-2026-M9' })).toEqual([]);
    await desk.sealer.setWardKey(null);
    expect(await desk.reads.payerOf(first)).toBeNull();
  });

  it('[MO1] nothing is taken without a shift or without the ward key, and nothing is written then', async () => {
    const desk = await moneyDesk();
    expect(await desk.acts.takePayment(wishOf(), LAN)).toMatchObject({ error: { code: 'shift-none' } });
    await desk.open();
    expect(await desk.acts.takePayment(wishOf(), MINH)).toMatchObject({ error: { code: 'shift-none' } });
    await desk.sealer.setWardKey(null);
    expect(await desk.acts.takePayment(wishOf(), LAN)).toMatchObject({ error: { code: 'ward-key-none' } });
    expect(await desk.db.payments.count()).toBe(0);
    expect(await highestTaken(desk.db, NAMESPACE, { from: 1, to: 999_999 })).toBe(20);
  });

  it('[MO2] [F03] cut off from its host it numbers in letters of its own, each book a chain of its own', async () => {
    const desk = await moneyDesk({ granted: false });
    await desk.open();
    await desk.take(1);
    const own = await desk.take(2);
    expect([own.number, own.book]).toEqual(['PT-2026-M1X-000002', 'M1X 2026']);
    await keepGrant(desk.db, writing, NAMESPACE, { from: 1, to: 20 });
    desk.at.nowMs += HOUR_MS;
    expect((await desk.take(3)).number).toBe('PT-2026-M1-000001');
    expect(await desk.reads.checkBooks()).toMatchObject([
      { book: 'M1 2026', entries: 1, missing: [], broken: [] },
      { book: 'M1X 2026', entries: 2, missing: [], broken: [] },
    ]);
  });

  it('[MO3] [F07] a slip that is gone from the storage shows in the book', async () => {
    const desk = await moneyDesk();
    await desk.open();
    for (const no of [1, 2, 3]) await desk.take(no);
    await desk.db.payments.delete('payment-2');
    expect(await desk.reads.checkBooks()).toMatchObject([
      { missing: ['PT-2026-M1-000002'], broken: ['PT-2026-M1-000003'] },
    ]);
  });

  it('[MO4] [MO5] a shift from its opening to the list of its money, with a counter-entry between', async () => {
    const desk = await moneyDesk();
    await desk.open();
    expect(await desk.open()).toMatchObject({ ok: true });
    const other = desk.acts.openShift({ shiftId: 'shift-0002', openingCash: 0 }, LAN);
    expect(await other).toMatchObject({ error: { code: 'shift-open-already' } });
    await desk.take(1);
    await desk.take(2);
    const wish = { paymentId: 'payment-2', reason: 'thu nhầm', approvedBy: 'lan' };
    expect(await desk.acts.cancelPayment(wish, LAN)).toMatchObject({ error: { code: 'approver-same' } });
    const cancelled = saidOf(await desk.acts.cancelPayment({ ...wish, approvedBy: 'hoa' }, LAN));
    expect(cancelled.cancelled).toMatchObject({ number: 'PT-2026-M1-000003', approvedBy: 'hoa' });
    const counted = [{ value: 100_000, count: 1 }];
    const close = (reason: string) => desk.acts.closeShift('shift-0001', { counted, reason }, LAN);
    expect(await close('')).toMatchObject({ error: { code: 'fields-invalid' } });
    const shift = saidOf(await close('trả nhầm'));
    expect(shift.closed).toMatchObject({
      expectedCash: 108_000,
      countedCash: 100_000,
      payments: 2,
      taken: 8_000,
    });
    const remit = { amount: 8_000, to: 'Kế toán', reason: 'tiền đầu ca còn thiếu' };
    const remitted = saidOf(await desk.acts.remitShift('shift-0001', remit, LAN));
    expect(remitted.remitted?.reason).toBe('tiền đầu ca còn thiếu');
    expect(remitted.remitted?.listNo).toBe('NT-260605-M1-0001');
    expect(await desk.acts.takePayment(wishOf({ paymentId: 'payment-5' }), LAN)).toMatchObject({
      error: { code: 'shift-none' },
    });
  });

  it('[MO8] [R04] what was printed of a slip or a shift is an event and counts its copies, also after a rebuild', async () => {
    const desk = await moneyDesk();
    await desk.open();
    const payment = await desk.take(1);
    const outcome = { jobId: 'job-00000001', state: 'confirmed', at: '2026-06-05T01:20:00.000Z' } as const;
    const fee = { subject: payment.id, paper: 'fee', form: payment.form, formNo: payment.number } as const;
    const printed = async (copyNo: number, jobId: string) =>
      desk.acts.recordMoneyPrint({ ...fee, copyNo, reprint: 0, outcome: { ...outcome, jobId } }, 'lan');
    await printed(1, 'job-00000001');
    await printed(2, 'job-00000002');
    await printed(2, 'job-00000003');
    // What became of a job later is no other print.
    await printed(2, 'job-00000003');
    const failed = { ...outcome, state: 'failed' } as const;
    await desk.acts.recordMoneyPrint({ ...fee, copyNo: 3, reprint: 0, outcome: failed }, 'lan');
    const list = { subject: 'shift-0001', paper: 'book', form: 'chot-ca/x/1', formNo: '' } as const;
    await desk.acts.recordMoneyPrint({ ...list, copyNo: 1, reprint: 0, outcome }, 'lan');
    const rows = () => Promise.all([desk.db.payments.get(payment.id), desk.db.shifts.get('shift-0001')]);
    const before = await rows();
    expect(before[0]?.state?.copies).toEqual([1, 2]);
    expect(before[1]?.state?.printed).toEqual({ 'chot-ca': 1 });
    await desk.db.meta.delete('folds');
    await rebuildIfFoldsChanged(desk.db);
    expect(await rows()).toEqual(before);
  });

  it('[MO2] [J15] a number that two slips bear after a fork is found', async () => {
    const desk = await moneyDesk();
    await desk.open();
    const { number } = await desk.take(1);
    const other = { subject: 'payment-other', day: null, number };
    expect(await standingTwice(desk.db, [other])).toEqual([other]);
    expect(await standingTwice(desk.db, [{ ...other, subject: 'payment-1' }])).toEqual([]);
  });
});
