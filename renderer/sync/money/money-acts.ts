import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { checkPayment } from '../../../shared/decide/money/payments.ts';
import { paymentNamespace } from '../../../shared/decide/numbers.ts';
import { feeFormOn } from '../../../shared/slip/money/draw-money.ts';
import { cancel, close, note, open, recordMoneyPaper, remit, take } from '../../db/money/money-acts.ts';
import { finishAct } from '../hall/act-deps.ts';
import { withNumber } from '../hall/with-number.ts';
import type { PaymentWish } from '../../../shared/decide/money/payments.ts';
import type { Writing } from '../../db/transact.ts';
import type { MoneyActs, MoneyClerk } from '../../store/money/money-deps.ts';
import type { ActDeps, Written } from '../hall/act-deps.ts';

/** Acts on money: each is one durable transaction, then the second copy at the host (promise 2). */
export function createMoneyActs(deps: ActDeps): MoneyActs {
  const { db, hello, nowMs } = deps;
  const { slot } = hello.device;
  const writing = (clerk: MoneyClerk): Writing => ({
    ward: hello.ward.ward,
    actor: clerk.id,
    nowMs: nowMs(),
  });
  const payment = (work: () => Promise<Written<string>>) =>
    finishAct(deps, work, (id) => db.payments.get(id));
  const shift = (work: () => Promise<Written<string>>) => finishAct(deps, work, (id) => db.shifts.get(id));
  const numbered = (at: Writing, act: (alone: boolean) => Promise<Written<string>>) =>
    withNumber(deps, at, paymentNamespace(wardDay(at.nowMs).slice(0, 4), slot), act);
  const roleOf = (clerk: string) => hello.ward.clerks.find(({ id }) => id === clerk)?.role ?? null;
  return {
    takePayment: (wish, clerk) => payment(() => takeSealed(deps, writing(clerk), wish, clerk)),
    cancelPayment: (wish, clerk) => {
      const at = writing(clerk);
      return payment(() => numbered(at, (alone) => cancel(db, at, { clerk, slot, alone }, wish, roleOf)));
    },
    noteOfficial: (paymentId, officialNo, clerk) =>
      payment(() => note(db, writing(clerk), { clerk }, { paymentId, officialNo })),
    openShift: (wish, clerk) => shift(() => open(db, writing(clerk), { clerk, slot }, wish)),
    closeShift: (shiftId, wish, clerk) => shift(() => close(db, writing(clerk), { clerk }, shiftId, wish)),
    remitShift: (shiftId, wish, clerk) => shift(() => remit(db, writing(clerk), { clerk }, shiftId, wish)),
    recordMoneyPrint: async (record, clerk) => {
      const at = { ward: hello.ward.ward, actor: clerk, nowMs: nowMs() };
      const written = await recordMoneyPaper(db, at, record);
      if (!written.ok) return written;
      return ok({ value: null, secondCopy: await deps.link.secondCopy(written.value.logged, []) });
    },
  };
}

/** Seals who pays while the number is taken, then writes the payment. */
async function takeSealed(
  deps: ActDeps,
  at: Writing,
  wish: PaymentWish,
  clerk: MoneyClerk,
): Promise<Written<string>> {
  const fields = checkPayment(wish);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const { db, sealer, hello } = deps;
  if (!sealer.ready()) return err({ code: 'ward-key-none' });
  const { slot } = hello.device;
  const day = wardDay(at.nowMs);
  const clean = (text: string) => text.normalize('NFC').trim();
  const payer = { name: clean(wish.payer.name), address: clean(wish.payer.address) };
  const seal = await sealer.seal(at.ward, wish.paymentId, 'payment-taken', payer);
  const formed = { ...wish, form: feeFormOn(day).id };
  return withNumber(deps, at, paymentNamespace(day.slice(0, 4), slot), (alone) =>
    take(db, at, { clerk, slot, alone }, formed, seal),
  );
}
