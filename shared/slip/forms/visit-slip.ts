// One slip for several dossiers of one visit, with their list on page 2 (DOMAIN 2.2).
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
  strongField,
  table,
} from './form-parts.ts';
import { visitWords } from './words/visit-words.ts';
import { oneLine, timeInFigures } from '../paper-words.ts';
import type { Issue } from './form-parts.ts';
import type { Slip } from '../slip.ts';

/** One dossier of the visit. */
export type VisitItem = {
  readonly code: string;
  readonly content: string;
  readonly agency: string;
  /** Instants, ISO 8601. */
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly limitText: string;
  readonly sets: number;
  readonly owner: string;
};

/** What the slip of a visit says. */
export type VisitInput = Issue & {
  readonly submitter: string;
  readonly address: string;
  readonly phone: string;
  readonly placeText: string;
  readonly items: readonly VisitItem[];
  readonly officer: string;
};

const form = { ...visitWords, id: 'tiep-nhan-chung/1', basis: '' };

/** Giấy tiếp nhận chung. Throws only on instants that are none. */
export function visitSlip(input: VisitInput): Slip {
  const { labels, columns, signatures } = form;
  const { no, content, agency, receivedAt, dueAt, limit, sets, owner } = columns;
  const rows = input.items.map((one, index) =>
    row(
      String(index + 1),
      { lines: [one.content, one.code], signs: [] },
      one.agency,
      timeInFigures(one.receivedAt),
      timeInFigures(one.dueAt),
      one.limitText,
      atLeastTwo(one.sets),
      one.owner,
    ),
  );
  const count = atLeastTwo(input.items.length);
  return paper(form, input, `${input.items[0]?.code ?? ''} +${input.items.length - 1}`, [
    head(form, input),
    heading(form, input),
    fields(
      line(field(labels.desk, input.office.deskName)),
      line(strongField(labels.submitter, input.submitter)),
      line(field(labels.address, input.address)),
      line(field(labels.phone, input.phone)),
      line(field(labels.count, fill(form.count, { count }))),
      line(field(labels.due, form.due)),
      line(field(labels.place, input.placeText)),
    ),
    {
      kind: 'signatures',
      left: { role: signatures.left, hint: signatures.hint, name: oneLine(input.submitter) },
      right: { role: signatures.right, hint: signatures.hint, name: oneLine(input.officer) },
    },
    { kind: 'break' },
    heading({ ...form, title: form.list }, input),
    table(
      [
        column(no),
        column(content, 'start'),
        column(agency, 'start'),
        column(receivedAt),
        column(dueAt),
        column(limit),
        column(sets),
        column(owner, 'start'),
      ],
      rows,
    ),
  ]);
}
