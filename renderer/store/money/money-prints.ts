// Putting slips of money on paper: drawn from what stands, every outcome recorded (promise 2), again only marked.
import { toIso } from '../../../shared/basics/time.ts';
import {
  drawFee,
  drawRefund,
  drawRemittance,
  drawShiftClose,
  feeFormOn,
  refundFormOn,
} from '../../../shared/slip/money/draw-money.ts';
import { outsOf } from '../../../shared/project/office/prints.ts';
import { settlePrints, timesOut } from '../papers/settle-prints.ts';
import { cameOut } from '../dossier/slip-actions.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { MoneyCopy } from '../../../shared/slip/money/draw-money.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { MoneyCell, MoneyState, MoneyStoreDeps, MoneyTry, ShiftPaper } from './money-state.ts';

/** Copies (liên) of the fee slip of a payment, from 1. */
export function feeCopies({ day }: Pick<Payment, 'day'>): readonly number[] {
  return feeFormOn(day).copies.map((_, at) => at + 1);
}

/** Copies (liên) of the slip of a cancellation. */
export function refundCopies({ day }: Pick<Payment, 'day'>): readonly number[] {
  return refundFormOn(day).copies.map((_, at) => at + 1);
}

/** Kinds of the forms of a shift, as the first part of their ids. */
const shiftForms: Readonly<Record<ShiftPaper, string>> = { close: 'chot-ca', remittance: 'nop-tien' };

/** Printing payments and shifts. */
export function printActions(
  deps: MoneyStoreDeps,
  cell: MoneyCell,
): Pick<MoneyState, 'printFee' | 'printRefund' | 'printShift'> {
  const { ward } = deps.host.hello();
  return {
    printFee: async (payment, copies, reason) => {
      // A slip of money that was given back must not look as if it counted.
      if (payment.cancelled)
        return cell.setState({
          trouble: { code: 'payment-cancelled-already', number: payment.cancelled.number },
        });
      const payer = await deps.reads.payerOf(payment);
      if (!payer) return cell.setState({ trouble: { code: 'key-missing' } });
      for (const copyNo of copies)
        await printOne(deps, cell, {
          subject: payment.id,
          paper: 'fee',
          formNo: payment.number,
          copyNo,
          printed: payment.copies[copyNo - 1] ?? 0,
          reason,
          draw: (copy) => drawFee(payment, payer, ward, copy),
        });
    },
    printRefund: async (payment, copies, reason) => {
      const { cancelled } = payment;
      if (!cancelled) return;
      const payer = await deps.reads.payerOf(payment);
      if (!payer) return cell.setState({ trouble: { code: 'key-missing' } });
      for (const copyNo of copies)
        await printOne(deps, cell, {
          subject: payment.id,
          paper: 'refund',
          formNo: cancelled.number,
          copyNo,
          printed: outsOf(payment.refundOuts, copyNo),
          reason,
          draw: (copy) => drawRefund(payment, payer, ward, copy),
        });
    },
    printShift: async (shift, paper, reason) => {
      const payments = await deps.reads.paymentsOfShift(shift.id);
      const draw = paper === 'close' ? drawShiftClose : drawRemittance;
      await printOne(deps, cell, {
        subject: shift.id,
        paper,
        formNo: paper === 'close' ? '' : (shift.remitted?.listNo ?? ''),
        copyNo: 1,
        printed: printedOf(shift, paper),
        reason,
        draw: (copy) => draw(shift, payments, ward, copy),
      });
    },
  };
}

/** How often a paper of a shift may stand on paper. */
export function printedOf({ printed }: Pick<Shift, 'printed'>, paper: ShiftPaper): number {
  return printed[shiftForms[paper]] ?? 0;
}

type Order = {
  readonly subject: string;
  readonly paper: MoneyTry['paper'];
  readonly formNo: string;
  readonly copyNo: number;
  /** How often this copy may be on paper, as the journal says. */
  readonly printed: number;
  readonly reason: string;
  readonly draw: (copy: MoneyCopy) => Slip | null;
};

/** One copy: drawn, printed, shown, recorded; a second press while it prints does nothing. */
async function printOne(deps: MoneyStoreDeps, cell: MoneyCell, order: Order): Promise<void> {
  const { subject, paper, copyNo, reason } = order;
  const last = triesOf(cell, subject).find((made) => made.paper === paper && made.copyNo === copyNo);
  if (last?.outcome === null) return;
  const tried = last ? last.reprint + (cameOut(last.outcome) ? 1 : 0) : 0;
  const isOfPayment = paper === 'fee' || paper === 'refund';
  const mark = { paper: isOfPayment ? 'fee' : 'book', formNo: order.formNo } as const;
  const out = timesOut(await settlePrints(deps, subject), mark, copyNo);
  const reprint = Math.max(order.printed, tried, isOfPayment ? out : 0);
  const again = reprint === 0 ? null : { n: reprint, at: toIso(deps.clock.nowMs()) };
  const slip = order.draw({ copyNo, reprint: again });
  if (!slip) return;
  note(cell, subject, { paper, copyNo, reprint, outcome: null });
  const record = { ...mark, form: slip.template, reprint };
  const outcome = await deps.printForm(subject, slip, copyNo, record);
  note(cell, subject, { paper, copyNo, reprint, outcome });
  const failed = (code: string) =>
    ({ jobId: deps.newId('job'), state: 'failed', code, at: toIso(deps.clock.nowMs()) }) as const;
  const recorded = await deps.acts.recordMoneyPrint(
    {
      subject,
      ...record,
      copyNo,
      ...(reason === '' ? {} : { reason }),
      outcome: outcome.ok ? outcome.value : failed(outcome.error.code),
    },
    deps.session.getState().clerk?.id ?? null,
  );
  if (!recorded.ok) cell.setState({ trouble: recorded.error });
}

function triesOf({ getState }: MoneyCell, subject: string): readonly MoneyTry[] {
  return getState().prints[subject] ?? [];
}

function note(cell: MoneyCell, subject: string, made: MoneyTry): void {
  const others = triesOf(cell, subject).filter(
    ({ paper, copyNo }) => paper !== made.paper || copyNo !== made.copyNo,
  );
  const tries = [...others, made].toSorted((a, b) => a.copyNo - b.copyNo);
  cell.setState({ prints: { ...cell.getState().prints, [subject]: tries } });
}
