// Papers around results and the public: result receipt, hand-over list, several dossiers at once, posting, suggestion
// (DOMAIN 2.2, 2.9).
import {
  atLeastTwo,
  codes,
  column,
  field,
  fields,
  fill,
  head,
  heading,
  line,
  pair,
  paper,
  plain,
  row,
  strongField,
  table,
  text,
} from './form-parts.ts';
import type { Issue, PaperCode } from './form-parts.ts';
import type { HandOverForm, OpinionForm, PostingForm, ResultForm, SeveralForm } from './form-sets.ts';
import { dayInFigures, maskIdNumber, oneLine, timeInWords } from '../paper-words.ts';
import type { Slip, SlipBlock } from '../slip.ts';

export type ResultInput = Issue & {
  readonly form: ResultForm;
  readonly dossier: PaperCode;
  readonly procedure: string;
  readonly owner: string;
  readonly giver: { readonly name: string; readonly phone: string };
  readonly receiver: { readonly name: string; readonly phone: string };
  readonly results: readonly { readonly kind: string; readonly number: string; readonly content: string }[];
  /** Instant, ISO 8601. */
  readonly returnedAt: string;
};

/** Giấy biên nhận trả kết quả. Throws only on instants that are none. */
export function resultSlip(input: ResultInput): Slip {
  const { form } = input;
  const { labels, signatures } = form;
  const party = (label: string, { name, phone }: ResultInput['giver']): readonly SlipBlock[] => [
    text('heading', [{ text: label }]),
    fields(pair(strongField(labels.name, name), field(labels.phone, phone))),
  ];
  return paper(form, input, input.dossier.code, [
    head(form, input),
    ...codes(form, input.dossier),
    heading(form, input),
    fields(line(field(labels.procedure, input.procedure)), line(strongField(labels.owner, input.owner))),
    ...party(labels.giver, input.giver),
    ...party(labels.receiver, input.receiver),
    text('heading', [{ text: labels.results }]),
    ...input.results.map((one) =>
      fields(
        pair(field(labels.kind, one.kind), field(labels.number, one.number)),
        line(field(labels.content, one.content)),
      ),
    ),
    fields(line(strongField(labels.returnedAt, timeInWords(input.returnedAt)))),
    {
      kind: 'signatures',
      left: { role: signatures.left, hint: signatures.hint, name: oneLine(input.receiver.name) },
      right: { role: signatures.right, hint: signatures.hint, name: oneLine(input.giver.name) },
    },
  ]);
}

export type HandOverInput = Issue & {
  readonly form: HandOverForm;
  readonly agency: string;
  readonly items: readonly {
    readonly code: string;
    readonly content: string;
    readonly result: string;
    readonly owner: string;
    readonly address: string;
    readonly fee: boolean;
    readonly post: boolean;
  }[];
  /** Instant, ISO 8601. */
  readonly handedOverAt: string;
  readonly giver: string;
  readonly taker: string;
};

/** Phiếu bàn giao kết quả, across the page. Throws only on instants that are none. */
export function handOverSlip(input: HandOverInput): Slip {
  const { form } = input;
  const { no, code, content, result, owner, address, fee, post } = form.columns;
  const columns = [
    column(no),
    column(code),
    ...[content, result, owner, address].map((one) => column(one, 'start')),
    column(fee),
    column(post),
  ];
  const tick = (yes: boolean): string => (yes ? form.tick : '');
  const rows = input.items.map((one, index) =>
    row(
      String(index + 1),
      one.code,
      one.content,
      one.result,
      one.owner,
      one.address,
      tick(one.fee),
      tick(one.post),
    ),
  );
  return paper(form, input, '', [
    head(form, input),
    heading(form, input),
    fields(line(field(form.labels.agency, input.agency))),
    table(columns, rows),
    fields(line(field(form.labels.handedOverAt, timeInWords(input.handedOverAt)))),
    twoSignatures(form.signatures, input.giver, input.taker),
  ]);
}

export type SeveralInput = Issue & {
  readonly form: SeveralForm;
  readonly submitter: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** In full; every copy but the first shows it masked. */
  readonly idNumber: string;
  readonly returnMethodText: string;
  readonly officer: string;
  readonly dossiers: readonly {
    readonly content: string;
    readonly agency: string;
    /** Instants, ISO 8601. */
    readonly receivedAt: string;
    readonly dueAt: string;
    readonly limitText: string;
    readonly sets: number;
    readonly owner: string;
  }[];
};

/** Mẫu 01 for several dossiers of one submitter; the second page lists them. Throws only on instants that are none. */
export function severalSlip(input: SeveralInput): Slip {
  const { form } = input;
  const { labels } = form;
  const idNumber = oneLine(input.idNumber);
  const signatures = twoSignatures(form.signatures, input.submitter, input.officer);
  return paper(form, input, '', [
    head(form, input),
    heading(form, input),
    fields(
      line(field(labels.desk, input.office.deskName)),
      line(strongField(labels.submitter, input.submitter)),
      line(field(labels.address, input.address)),
      pair(field(labels.phone, input.phone), field(labels.email, input.email)),
      line(field(labels.idNumber, input.copyNo === 1 ? idNumber : maskIdNumber(idNumber))),
      line(field(labels.count, fill(form.attached, { n: atLeastTwo(input.dossiers.length) }))),
      line(field(labels.dueAt, form.dueText)),
      line(field(labels.returnAt, input.returnMethodText)),
    ),
    signatures,
    { kind: 'break' },
    { kind: 'title', formNo: '', basis: '', lines: [form.listTitle], copyLine: '' },
    severalList(input),
    signatures,
  ]);
}

function severalList({ form, dossiers }: SeveralInput): SlipBlock {
  const { no, content, agency, receivedAt, dueAt, limit, sets, owner } = form.columns;
  const columns = [
    column(no),
    column(content, 'start'),
    column(agency, 'start'),
    ...[receivedAt, dueAt, limit, sets].map((one) => column(one)),
    column(owner, 'start'),
  ];
  const rows = dossiers.map((one, index) =>
    row(
      String(index + 1),
      one.content,
      one.agency,
      dayInFigures(one.receivedAt),
      dayInFigures(one.dueAt),
      one.limitText,
      atLeastTwo(one.sets),
      one.owner,
    ),
  );
  return table(columns, rows);
}

/** What a procedure's posted sheet says, each part as paragraphs; an empty part says so. */
export type PostingInput = Issue & {
  readonly form: PostingForm;
  readonly code: string;
  readonly parts: Readonly<Record<keyof PostingForm['labels'], readonly string[]>>;
};

/** Niêm yết: one sheet for one procedure, its parts in the order of the law. */
export function postingSlip(input: PostingInput): Slip {
  const { form, parts } = input;
  const keys = Object.keys(form.labels) as (keyof PostingForm['labels'])[];
  return paper(form, input, input.code, [
    head(form, input),
    heading(form, input, input.code === '' ? {} : { under: fill(form.code, { code: input.code }) }),
    ...keys.flatMap((key): readonly SlipBlock[] => {
      const given = parts[key].length > 0 ? parts[key] : [form.none];
      const said = key === 'forms' && parts.forms.length > 0 ? [...given, form.attached] : given;
      const label = form.labels[key];
      return said.length > 1
        ? [text('heading', [{ text: label }]), text('sentence', ...plain(said))]
        : [text('part', [{ text: `${label} `, strong: true }, { text: oneLine(said.join('')) }])];
    }),
  ]);
}

/** Phiếu góp ý: filled by hand, so there is nothing but the form and where it is from. */
export function opinionSlip(input: Issue & { readonly form: OpinionForm }): Slip {
  const { form } = input;
  return paper(form, input, '', [
    head(form, input),
    heading(form, input),
    { kind: 'choices', label: form.labels.time, options: form.time },
    { kind: 'choices', label: form.labels.manner, options: form.manner },
    fields(
      line(field(form.labels.opinion, '')),
      ...Array.from({ length: form.leastRows }, () => line(field('', ''))),
    ),
  ]);
}

const twoSignatures = (
  words: { readonly left: string; readonly right: string; readonly hint: string },
  left: string,
  right: string,
): SlipBlock => ({
  kind: 'signatures',
  left: { role: words.left, hint: words.hint, name: oneLine(left) },
  right: { role: words.right, hint: words.hint, name: oneLine(right) },
});
