// The internal slip for money taken: three copies on A5 across (DOMAIN 2.9). It is no biên lai and says so.
import { field, fields, fill, heading, line, pair, paper, strongField, text } from './form-parts.ts';
import type { Issue, PaperCode } from './form-parts.ts';
import type { FeeForm } from './form-sets.ts';
import { assert } from '../../basics/assert.ts';
import { formatMoney, moneyWords } from '../../text/numbers.ts';
import { dayInWords, oneLine } from '../paper-words.ts';
import type { Slip } from '../slip.ts';

export type FeeInput = Issue & {
  readonly form: FeeForm;
  /** Who collects, with the tax code. */
  readonly collector: string;
  readonly taxCode: string;
  /** From the device's own book; never an issuer's. */
  readonly number: string;
  /** Names of the fees and charges, as the tariff has them. */
  readonly feeNames: string;
  readonly payer: string;
  readonly address: string;
  readonly dossier: PaperCode;
  /** Whole đồng: phí and lệ phí are two kinds in law and stand apart. */
  readonly fee: number;
  readonly charge: number;
  readonly payment: string;
  /** Number of the electronic biên lai of the licensed provider; empty while there is none. */
  readonly eReceiptNo: string;
  readonly cashier: string;
};

/** Phiếu thu tiền (nội bộ). Throws on amounts that are no whole đồng and on instants that are none: bugs of the caller. */
export function feeSlip(input: FeeInput): Slip {
  const { form } = input;
  const { labels, signatures } = form;
  for (const dong of [input.fee, input.charge]) {
    assert(Number.isSafeInteger(dong) && dong >= 0, 'money is whole đồng, not below 0');
  }
  const sum = input.fee + input.charge;
  const money = (dong: number): string => `${formatMoney(dong)} ${form.unit}`;
  return paper(form, input, input.dossier.code, [
    {
      kind: 'voucher-head',
      left: [field(labels.collector, input.collector), field(labels.taxCode, input.taxCode)],
      nation: form.nation,
      motto: form.motto,
      right: [
        field(labels.model, form.model),
        field(labels.symbol, fill(form.symbol, { yy: yearOf(input.at) })),
        strongField(labels.number, input.number),
      ],
    },
    // This form says which copy it is under the name of the fee, not under its title.
    { ...heading(form, input, { under: form.notReceipt }), copyLine: '' },
    fields(line(field(labels.feeNames, input.feeNames))),
    text('centre', [{ text: form.copies[input.copyNo - 1] ?? '', strong: true }]),
    fields(
      line(strongField(labels.payer, input.payer)),
      line(strongField(labels.code, input.dossier.code)),
      line(field(labels.address, input.address)),
      line(strongField(labels.amount, money(sum))),
      line(field(labels.inWords, moneyWords(sum))),
      pair(field(labels.payment, input.payment), field(labels.eReceipt, input.eReceiptNo)),
    ),
    {
      kind: 'signatures',
      left: null,
      right: {
        date: `${oneLine(input.office.place)}, ${dayInWords(input.at)}`,
        role: signatures.right,
        hint: signatures.hint,
        name: oneLine(input.cashier),
      },
    },
    fields(pair(field(labels.fee, money(input.fee)), field(labels.charge, money(input.charge)))),
  ]);
}

const yearOf = (instant: string): string => dayInWords(instant).slice(-2);
