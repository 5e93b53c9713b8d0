// The list that goes with the papers from the desk to an office: one line a dossier, signed for by who takes it.
import {
  atLeastTwo,
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
  table,
} from './form-parts.ts';
import { custodyWords } from './words/custody-words.ts';
import { oneLine, timeInFigures } from '../paper-words.ts';
import type { Issue } from './form-parts.ts';
import type { Slip } from '../slip.ts';

/** One dossier that was handed over. */
export type CustodyItem = {
  readonly code: string;
  readonly content: string;
  /** Empty where the name is closed to the reader. */
  readonly owner: string;
  /** How many papers lie in it. */
  readonly papers: number;
  readonly sets: number;
  /** Instants, ISO 8601. */
  readonly at: string;
  readonly dueAt: string;
};

/** What a list of hand-overs says. */
export type CustodyInput = Issue & {
  readonly receiver: string;
  /** Such as `sáng 23/11/2026`. */
  readonly session: string;
  /** In the order in which they were handed over. */
  readonly items: readonly CustodyItem[];
  /** By name; empty for the pen. */
  readonly giver: string;
  readonly taker: string;
};

const form = { ...custodyWords, id: 'giao-nhan/1', basis: '' };

/** Danh sách giao nhận hồ sơ. Throws only on instants that are none. */
export function custodyList(input: CustodyInput): Slip {
  const { labels, columns, signatures } = form;
  const { no, code, content, owner, papers, sets, at, due, sign, note } = columns;
  const rows = input.items.map((one, index) =>
    row(
      String(index + 1),
      one.code,
      one.content,
      one.owner,
      atLeastTwo(one.papers),
      atLeastTwo(one.sets),
      timeInFigures(one.at),
      timeInFigures(one.dueAt),
      '',
      '',
    ),
  );
  const total = fill(form.total, {
    entries: String(input.items.length),
    papers: String(input.items.reduce((sum, one) => sum + one.papers, 0)),
    sets: String(input.items.reduce((sum, one) => sum + one.sets, 0)),
  });
  return paper(form, input, input.session, [
    head(form, input),
    heading(form, input),
    fields(pair(field(labels.office, input.receiver), field(labels.session, input.session))),
    table(
      [
        column(no),
        column(code),
        column(content, 'start'),
        column(owner, 'start'),
        column(papers),
        column(sets),
        column(at),
        column(due),
        column(sign),
        column(note, 'start'),
      ],
      rows,
    ),
    fields(line(field(labels.count, total))),
    {
      kind: 'signatures',
      left: { role: signatures.left, hint: signatures.hint, name: oneLine(input.giver) },
      right: { role: signatures.right, hint: signatures.hint, name: oneLine(input.taker) },
    },
  ]);
}
