// Mẫu 02 and Mẫu 03: what the desk answers at the counter (DOMAIN 2.3, 2.4).
import {
  codes,
  column,
  countOrBlank,
  field,
  fields,
  fill,
  head,
  heading,
  line,
  pair,
  numbered,
  paper,
  plain,
  row,
  runsOf,
  strongField,
  table,
  text,
} from './form-parts.ts';
import type { Issue, PaperCode } from './form-parts.ts';
import type { RefusalForm, SupplementForm } from './form-sets.ts';
import type { ReceiptPaper } from '../receipt-slip.ts';
import type { Slip, SlipBlock } from '../slip.ts';

/** Whom a request is from and what it asks for; an empty text becomes a dotted line. */
export type RequestPerson = {
  readonly owner: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly content: string;
};

export type SupplementInput = Issue & {
  readonly form: SupplementForm;
  /** Of the paper, such as `12`; empty to be written by hand. */
  readonly number: string;
  /** Empty before reception. */
  readonly dossier: PaperCode;
  readonly person: RequestPerson;
  /** All that is missing, once and completely. */
  readonly items: readonly string[];
  /** Papers that are missing, with the quantities asked for. */
  readonly papers: readonly ReceiptPaper[];
  /** Must quote the rule. */
  readonly reason: string;
  readonly officer: string;
  readonly officerPhone: string;
};

/** Mẫu 02. Throws only on instants that are none: bugs of the caller. */
export function supplementSlip(input: SupplementInput): Slip {
  const { form, person, dossier } = input;
  const { labels } = form;
  return paper(form, input, dossier.code === '' ? input.number : dossier.code, [
    head(form, input, { number: fill(form.number, { no: input.number }) }),
    ...codes(form, dossier),
    heading(form, input),
    fields(
      line(field(labels.desk, input.office.deskName)),
      line(strongField(labels.owner, person.owner)),
      line(field(labels.content, person.content)),
      line(field(labels.address, person.address)),
      pair(field(labels.phone, person.phone), field(labels.email, person.email)),
    ),
    text('heading', [{ text: labels.ask }]),
    ...missingOf(input),
    fields(line(field(labels.reason, input.reason))),
    text('sentence', runsOf(form.closing, { officer: input.officer, phone: input.officerPhone })),
    {
      kind: 'signatures',
      left: null,
      right: { role: form.signatures.right, hint: form.signatures.hint, name: input.officer },
    },
  ]);
}

function missingOf({ form, items, papers }: SupplementInput): readonly SlipBlock[] {
  const { no, name, quantity, original, certifiedCopy, photocopy } = form.columns;
  const list = items.length > 0 ? [text('item', ...numbered(items))] : [];
  if (papers.length === 0) return list;
  const columns = [
    column(no),
    column(name, 'start'),
    ...[original, certifiedCopy, photocopy].map((words) => column(words, 'centre', quantity.name)),
  ];
  const rows = papers.map((one, index) =>
    row(
      String(index + 1),
      one.name,
      ...[one.original, one.certifiedCopy, one.photocopy].map((count) => countOrBlank(count)),
    ),
  );
  return [...list, table(columns, rows)];
}

export type RefusalInput = Issue & {
  readonly form: RefusalForm;
  /** Of the paper, such as `05`; empty where the office gives it none. */
  readonly number: string;
  /** Empty at the counter; a filing that came online has one. */
  readonly dossier: PaperCode;
  readonly person: RequestPerson;
  /** For people, with the rule; never a technical code (DOMAIN 2.0). */
  readonly reasons: readonly string[];
  readonly submitter: string;
  readonly officer: string;
};

/** Mẫu 03. Throws only on instants that are none: bugs of the caller. */
export function refusalSlip(input: RefusalInput): Slip {
  const { form, person, dossier } = input;
  const { labels, signatures } = form;
  const number = input.number === '' ? {} : { number: fill(form.number, { no: input.number }) };
  return paper(form, input, dossier.code === '' ? input.number : dossier.code, [
    head(form, input, number),
    ...codes(form, dossier),
    heading(form, input),
    fields(
      line(field(labels.desk, input.office.deskName)),
      line(strongField(labels.owner, person.owner)),
      line(field(labels.address, person.address)),
      pair(field(labels.phone, person.phone), field(labels.email, person.email)),
      line(field(labels.content, person.content)),
    ),
    text('sentence', runsOf(form.statement, { office: input.office.officeName })),
    text('item', ...numbered(input.reasons)),
    text('sentence', ...plain([form.closing])),
    {
      kind: 'signatures',
      left: { role: signatures.left, hint: signatures.hint, name: input.submitter },
      right: { role: signatures.right, hint: signatures.hint, name: input.officer },
    },
  ]);
}
