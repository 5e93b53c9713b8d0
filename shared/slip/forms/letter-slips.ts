// The letters that a leader signs: Mẫu 04 of both sets, Mẫu 05 of TT 03/2025 (DOMAIN 2.5, 2.6).
import {
  atLeastTwo,
  column,
  field,
  fields,
  fill,
  head,
  heading,
  line,
  paper,
  row,
  runsOf,
  strongField,
  table,
  text,
} from './form-parts.ts';
import type { Issue } from './form-parts.ts';
import type { ApologyForm, ExtensionForm, StopForm } from './form-sets.ts';
import { dayInFigures, dayInWords, oneLine, timeInWords } from '../paper-words.ts';
import type { Slip, SlipBlock, SlipSignature, SlipSignatures } from '../slip.ts';

/** Who signs; an empty name is left to the pen. */
export type Signer = { readonly name: string; readonly positions: readonly string[] };

/** What every letter about a late dossier has. */
type LateLetter = Issue & {
  readonly number: string;
  readonly owner: string;
  readonly address: string;
  readonly phone: string;
  readonly content: string;
  readonly code: string;
  /** Instants, ISO 8601. */
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly newDueAt: string;
  readonly reason: string;
  readonly signer: Signer;
  /** Other recipients besides the addressee and the file. */
  readonly copiesTo: readonly string[];
};

export type ApologyInput = LateLetter & { readonly form: ApologyForm };

/** Mẫu 04 of TT 01/2018: apology and new date. Throws only on instants that are none: bugs of the caller. */
export function apologySlip(input: ApologyInput): Slip {
  const { form, office } = input;
  const { labels } = form;
  const values = { ...gapsOf(input), newDue: timeInWords(input.newDueAt), reason: full(input.reason) };
  return paper(form, input, input.code, [
    head(form, input, { number: fill(form.number, { no: input.number }) }),
    heading(form, input),
    ...addressee(form.labels, input),
    text('sentence', runsOf(form.received, { ...values, day: capital(dayInWords(input.receivedAt)) })),
    text('sentence', [{ text: `${labels.due} ${timeInWords(input.dueAt)}.` }]),
    text('sentence', runsOf(form.late, values)),
    text('sentence', runsOf(form.sorry, { ...values, office: office.officeName }, ['newDue'])),
    text('sentence', runsOf(form.closing, values)),
    signed(form, input),
  ]);
}

export type ExtensionInput = LateLetter & {
  readonly form: ExtensionForm;
  /** Which extension this is, from 1. */
  readonly times: number;
  /** The earlier ones, oldest first. */
  readonly history: readonly {
    readonly dueAt: string;
    readonly newDueAt: string;
    readonly reason: string;
    readonly signer: string;
  }[];
};

/** Mẫu 04 of TT 03/2025: apology that asks for an extension. Throws only on instants that are none. */
export function extensionSlip(input: ExtensionInput): Slip {
  const { form } = input;
  const { labels } = form;
  const values = gapsOf(input);
  return paper(form, input, input.code, [
    head(form, input, { number: fill(form.number, { no: input.number }) }),
    heading(form, input),
    ...addressee(labels, input),
    text('sentence', runsOf(form.received, { ...values, day: capital(dayInWords(input.receivedAt)) })),
    text('sentence', runsOf(form.late, values)),
    fields(
      line(strongField(labels.code, input.code)),
      line(field(labels.due, timeInWords(input.dueAt))),
      line(field(labels.reason, input.reason)),
      line(strongField(labels.newDue, timeInWords(input.newDueAt))),
      line(field(labels.times, atLeastTwo(input.times))),
    ),
    ...historyOf(input),
    text('sentence', runsOf(form.closing, values)),
    signed(form, input),
  ]);
}

function historyOf({ form, history }: ExtensionInput): readonly SlipBlock[] {
  if (history.length === 0) return [];
  const { times, due, newDue, reason, signer } = form.columns;
  const columns = [column(times), column(due), column(newDue), column(reason, 'start'), column(signer)];
  const rows = history.map((one, index) =>
    row(String(index + 1), dayInFigures(one.dueAt), dayInFigures(one.newDueAt), one.reason, one.signer),
  );
  return [table(columns, rows, form.labels.history)];
}

export type StopInput = Issue & {
  readonly form: StopForm;
  readonly number: string;
  readonly code: string;
  readonly submitter: string;
  readonly owner: string;
  readonly content: string;
  /** When stopping was asked for and decided (ISO 8601). */
  readonly askedAt: string;
  readonly asker: string;
  readonly reason: string;
  readonly stage: string;
  readonly decidedAt: string;
  readonly decider: string;
  /** What becomes of fees already paid. */
  readonly money: string;
  readonly papersBack: readonly { readonly name: string; readonly quantity: number }[];
  readonly signer: Signer;
};

/** Mẫu 05 of TT 03/2025; only while no result is decided (DOMAIN 2.6). Throws only on instants that are none. */
export function stopSlip(input: StopInput): Slip {
  const { form } = input;
  const { labels, signatures } = form;
  const back = input.papersBack.length > 0;
  return paper(form, input, input.code, [
    head(form, input, { number: fill(form.number, { no: input.number }) }),
    heading(form, input),
    text('centre', [
      { text: `${labels.to} ` },
      { text: oneLine(input.submitter === '' ? input.owner : input.submitter), strong: true },
    ]),
    fields(
      line(strongField(labels.code, input.code)),
      line(strongField(labels.submitter, input.submitter)),
      line(strongField(labels.owner, input.owner)),
      line(field(labels.content, input.content)),
      line(field(labels.asked, dayInWords(input.askedAt))),
      line(field(labels.reason, input.reason)),
      line(field(labels.asker, input.asker)),
      line(field(labels.stage, input.stage)),
      line(strongField(labels.decided, dayInWords(input.decidedAt))),
      line(field(labels.decider, input.decider)),
      line(field(labels.money, input.money)),
      ...(back ? [] : [line(field(labels.papers, form.noPapers))]),
    ),
    ...(back ? [papersBackOf(input)] : []),
    text('sentence', runsOf(form.closing, { office: input.office.officeName })),
    {
      kind: 'signatures',
      left: { label: form.recipients.label, lines: [form.recipients.first, form.recipients.last] },
      right: signatureOf(signatures, input.signer),
    },
    ...(back ? [receiverOf(form)] : []),
  ]);
}

function papersBackOf({ form, papersBack }: StopInput): SlipBlock {
  const { no, name, quantity, sign } = form.columns;
  const rows = papersBack.map((one, index) => row(String(index + 1), one.name, atLeastTwo(one.quantity), ''));
  return table([column(no), column(name, 'start'), column(quantity), column(sign)], rows, form.labels.papers);
}

/** Who took the papers back signs under the letter. */
const receiverOf = ({ signatures }: StopForm): SlipSignatures => ({
  kind: 'signatures',
  left: { role: signatures.left, hint: signatures.leftHint, name: '' },
  right: null,
});

function addressee(
  labels: { readonly to: string; readonly address: string; readonly phone: string },
  { owner, address, phone }: LateLetter,
): readonly SlipBlock[] {
  return [
    text('centre', [{ text: `${labels.to} Ông/Bà ` }, { text: oneLine(owner), strong: true }]),
    text('centre', [{ text: `${labels.address} ${oneLine(address)}` }]),
    text('centre', [{ text: `${labels.phone} ${oneLine(phone)}` }]),
  ];
}

function signed(form: ApologyForm | ExtensionForm, { signer, copiesTo }: LateLetter): SlipSignatures {
  const { label, first, last } = form.recipients;
  return {
    kind: 'signatures',
    left: { label, lines: [first, ...copiesTo.map((one) => `– ${oneLine(one)};`), last] },
    right: signatureOf(form.signatures, signer),
  };
}

const signatureOf = (
  words: { readonly right: string; readonly hint: string },
  signer: Signer,
): SlipSignature => ({
  role: words.right,
  positions: signer.positions.map(oneLine),
  hint: words.hint,
  name: oneLine(signer.name),
});

const gapsOf = ({ office, owner, content, code }: LateLetter): Readonly<Record<string, string>> => ({
  office: office.officeName,
  owner,
  content,
  code,
});

/** As the end of a sentence. */
const full = (sentence: string): string =>
  /[.!?]$/.test(sentence) || sentence === '' ? sentence : `${sentence}.`;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
