// The papers of a cashier's shift: what was counted, and what is handed on [F05].
import {
  column,
  field,
  fields,
  fill,
  head,
  heading,
  line,
  pair,
  paper,
  row,
  strongField,
  table,
  text,
} from './form-parts.ts';
import type { Issue } from './form-parts.ts';
import type { RefundForm, RemittanceForm, ShiftCloseForm } from './form-sets.ts';
import { formatMoney, moneyWords } from '../../text/numbers.ts';
import { oneLine, timeInFigures } from '../paper-words.ts';
import type { Slip, SlipBlock, SlipRow } from '../slip.ts';

/** One kind of note and how many; value 1 is small change counted as one sum. Đồng. */
type Counted = { readonly value: number; readonly count: number };

export type ShiftCloseInput = Issue & {
  readonly form: ShiftCloseForm;
  readonly cashier: string;
  readonly checker: string;
  readonly till: string;
  /** Instants, ISO 8601. */
  readonly openedAt: string;
  readonly closedAt: string;
  readonly payments: number;
  readonly cancellations: number;
  /** First and last number of the shift; empty where nothing was taken. */
  readonly firstNo: string;
  readonly lastNo: string;
  /** Whole đồng. */
  readonly openingCash: number;
  readonly cash: number;
  readonly cashBack: number;
  readonly expectedCash: number;
  readonly countedCash: number;
  readonly transfer: number;
  readonly card: number;
  readonly fee: number;
  readonly charge: number;
  readonly counted: readonly Counted[];
  readonly reason: string;
};

/** Phiếu chốt ca thu tiền. Throws only on instants that are none. */
export function shiftCloseSlip(input: ShiftCloseInput): Slip {
  const { form } = input;
  const { labels } = form;
  const money = (dong: number): string => `${formatMoney(dong)} ${form.unit}`;
  const difference = input.countedCash - input.expectedCash;
  const sum = money(Math.abs(difference));
  const told = difference === 0 ? form.even : fill(difference > 0 ? form.over : form.short, { sum });
  const numbers = input.firstNo === '' ? '–' : `${input.firstNo} – ${input.lastNo}`;
  return paper(form, input, input.till, [
    head(form, input),
    heading(form, input),
    fields(
      pair(strongField(labels.cashier, input.cashier), field(labels.till, input.till)),
      pair(
        field(labels.opened, timeInFigures(input.openedAt)),
        field(labels.closed, timeInFigures(input.closedAt)),
      ),
      pair(
        field(labels.payments, String(input.payments)),
        field(labels.cancellations, String(input.cancellations)),
      ),
      line(field(labels.firstLast, numbers)),
    ),
    text('heading', [{ text: form.count }]),
    countTable(input),
    fields(
      pair(field(labels.openingCash, money(input.openingCash)), field(labels.cash, money(input.cash))),
      pair(
        field(labels.cashBack, money(input.cashBack)),
        strongField(labels.expected, money(input.expectedCash)),
      ),
      pair(strongField(labels.counted, money(input.countedCash)), strongField(labels.difference, told)),
      line(field(labels.inWords, moneyWords(input.countedCash))),
      ...(difference === 0 ? [] : [line(field(labels.reason, input.reason))]),
      pair(field(labels.transfer, money(input.transfer)), field(labels.card, money(input.card))),
      line(strongField(labels.net, money(input.fee + input.charge))),
      pair(field(labels.fee, money(input.fee)), field(labels.charge, money(input.charge))),
    ),
    twoSigns(form.signatures, input.cashier, input.checker),
  ]);
}

function countTable({ form, counted, countedCash }: ShiftCloseInput): SlipBlock {
  const { value, count, sum } = form.columns;
  const rows = counted.map((one) =>
    row(
      one.value === 1 ? form.small : formatMoney(one.value),
      one.value === 1 ? '' : String(one.count),
      formatMoney(one.value * one.count),
    ),
  );
  const told = fill(form.total, { sum: `${formatMoney(countedCash)} ${form.unit}` });
  const total: SlipRow = { ...row(told), total: true };
  return table([column(value), column(count), column(sum)], [...rows, total]);
}

export type RefundInput = Issue & {
  readonly form: RefundForm;
  /** Of the counter-entry, and of the slip that it cancels. */
  readonly number: string;
  readonly ofNumber: string;
  /** Instant, ISO 8601. */
  readonly takenAt: string;
  readonly payer: string;
  readonly address: string;
  readonly code: string;
  readonly feeNames: string;
  /** Whole đồng. */
  readonly sum: number;
  readonly way: string;
  readonly reason: string;
  readonly cashier: string;
  readonly approver: string;
};

/** Phiếu hủy thu, trả lại tiền: one A5 sheet across, as the slip that it cancels. Throws only on instants that are none. */
export function refundSlip(input: RefundInput): Slip {
  const { form } = input;
  const { labels } = form;
  return paper(form, input, input.number, [
    head(form, input, { number: fill(form.number, { no: input.number }) }),
    heading(form, input),
    fields(
      pair(strongField(labels.ofNumber, input.ofNumber), field(labels.takenAt, timeInFigures(input.takenAt))),
      pair(field(labels.code, input.code), field(labels.at, timeInFigures(input.at))),
      line(strongField(labels.payer, input.payer)),
      line(field(labels.address, input.address)),
      line(field(labels.feeNames, input.feeNames)),
      line(
        strongField(labels.sum, `${formatMoney(input.sum)} ${form.unit}`),
        field(labels.inWords, moneyWords(input.sum)),
      ),
      pair(field(labels.way, input.way), field(labels.approver, input.approver)),
      line(field(labels.reason, input.reason)),
    ),
    twoSigns(form.signatures, '', input.cashier),
  ]);
}

/** One line of the list: a slip of the shift, or the counter-entry of an earlier one (below 0). */
export type RemittanceRow = {
  readonly number: string;
  readonly code: string;
  /** HH:MM, or with the day where it is another. */
  readonly at: string;
  /** Whole đồng. */
  readonly fee: number;
  readonly charge: number;
  readonly note: string;
  /** Cancelled in the same shift: struck out, in no sum. */
  readonly struck: boolean;
};

export type RemittanceInput = Issue & {
  readonly form: RemittanceForm;
  readonly listNo: string;
  readonly cashier: string;
  readonly till: string;
  readonly to: string;
  /** Instants, ISO 8601. */
  readonly openedAt: string;
  readonly closedAt: string;
  /** Whole đồng that are handed on in cash. */
  readonly amount: number;
  /** Why that is not what the shift counted of its own; empty where it is. */
  readonly reason: string;
  /** Whole đồng that came by transfer and card, in the lists but not in the hand. */
  readonly otherWays: number;
  readonly rows: readonly RemittanceRow[];
};

/** Danh sách nộp tiền. Throws only on instants that are none. */
export function remittanceSlip(input: RemittanceInput): Slip {
  const { form, rows } = input;
  const { labels } = form;
  const money = (dong: number): string => `${formatMoney(dong)} ${form.unit}`;
  const counted = rows.filter(({ struck }) => !struck);
  const fee = counted.reduce((sum, one) => sum + one.fee, 0);
  const charge = counted.reduce((sum, one) => sum + one.charge, 0);
  return paper(form, input, input.listNo, [
    head(form, input, { number: fill(form.number, { no: input.listNo }) }),
    heading(form, input),
    fields(
      pair(strongField(labels.cashier, input.cashier), field(labels.till, input.till)),
      line(field(labels.to, input.to)),
      line(field(labels.shift, `${timeInFigures(input.openedAt)} – ${timeInFigures(input.closedAt)}`)),
    ),
    remittanceTable(input, fee, charge),
    fields(
      pair(field(labels.fee, money(fee)), field(labels.charge, money(charge))),
      line(field(labels.otherWays, money(input.otherWays))),
      line(strongField(labels.amount, money(input.amount))),
      line(field(labels.inWords, moneyWords(input.amount))),
      ...(input.reason === '' ? [] : [line(field(labels.reason, input.reason))]),
    ),
    twoSigns(form.signatures, input.cashier, ''),
  ]);
}

function remittanceTable({ form, rows }: RemittanceInput, fee: number, charge: number): SlipBlock {
  const words = form.columns;
  const columns = [
    column(words.no),
    column(words.number),
    column(words.code),
    column(words.at),
    column(words.fee),
    column(words.charge),
    column(words.note, 'start'),
  ];
  const shown = rows.map((one, at): SlipRow => {
    const cells = row(
      String(at + 1),
      one.number,
      one.code,
      one.at,
      one.fee === 0 ? '' : formatMoney(one.fee),
      one.charge === 0 ? '' : formatMoney(one.charge),
      one.note,
    );
    return one.struck ? { ...cells, struck: true } : cells;
  });
  const money = (dong: number): string => `${formatMoney(dong)} ${form.unit}`;
  const told = fill(form.total, { fee: money(fee), charge: money(charge) });
  const total: SlipRow = { ...row(told), total: true };
  return table(columns, [...shown, total]);
}

type Signs = { readonly left: string; readonly right: string; readonly hint: string };

function twoSigns({ left, right, hint }: Signs, cashier: string, other: string): SlipBlock {
  return {
    kind: 'signatures',
    left: { role: left, hint, name: oneLine(cashier) },
    right: { role: right, hint, name: oneLine(other) },
  };
}
