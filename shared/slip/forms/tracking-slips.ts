// The papers that follow a dossier through the house: control sheet, electronic log, register book (DOMAIN 2.7, 2.8).
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
  row,
  strongField,
  table,
} from './form-parts.ts';
import type { Issue, PaperCode } from './form-parts.ts';
import type { BookForm, ControlForm, ProcessLogForm } from './form-sets.ts';
import { dayInFigures, oneLine, timeInFigures, timeInWords } from '../paper-words.ts';
import type { Slip, SlipBlock, SlipRow, SlipTable } from '../slip.ts';

export type ControlInput = Issue & {
  readonly form: ControlForm;
  readonly dossier: PaperCode;
  readonly book: string;
  readonly bookNo: string;
  readonly owner: string;
  /** Instants, ISO 8601. */
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly solver: string;
  readonly partners: string;
  /** Known hand-overs in order; the rest of the sheet is filled by hand. */
  readonly steps: readonly ControlStep[];
};

/** One hand-over; what is empty (`at` too) is filled by hand. */
export type ControlStep = {
  readonly giver: string;
  readonly taker: string;
  readonly at: string;
  readonly result: string;
  readonly note: string;
};

/** Phiếu kiểm soát: Mẫu 05 of TT 01/2018, 06 of TT 03/2025. Throws only on instants that are none. */
export function controlSlip(input: ControlInput): Slip {
  const { form } = input;
  const { labels } = form;
  return paper(form, input, input.dossier.code, [
    head(form, input, { aside: fill(form.book, { book: input.book, no: input.bookNo }) }),
    heading(form, input, input.dossier.code === '' ? {} : { qr: oneLine(input.dossier.code) }),
    fields(
      line(strongField(labels.owner, input.owner)),
      line({ ...field(labels.code, input.dossier.code), strong: true }),
      line(field(labels.receivedAt, timeInWords(input.receivedAt))),
      line(strongField(labels.dueAt, timeInWords(input.dueAt))),
      line(field(labels.office, input.solver)),
      line(field(labels.partners, input.partners)),
    ),
    handOvers(input),
  ]);
}

const NO_STEP: ControlStep = { giver: '', taker: '', at: '', result: '', note: '' };
/** An office's name written by hand. */
const NAME_GAP = '………… ……………………';

function handOvers({ form, steps }: ControlInput): SlipTable {
  const { office, time, result, note } = form.columns;
  const empty = Math.max(0, form.leastRows - steps.length);
  const rows = [...steps, ...Array<ControlStep>(empty).fill(NO_STEP)].map((step) => {
    const sign = (role: string) => [role, form.signs.hint];
    return row(
      {
        lines: [
          `${form.giver} ${oneLine(step.giver) || NAME_GAP}`,
          `${form.taker} ${oneLine(step.taker) || NAME_GAP}`,
        ],
        signs: [],
      },
      {
        lines: step.at === '' ? form.blankTime : [timeInWords(step.at)],
        signs: [sign(form.signs.giver), sign(form.signs.taker)],
      },
      step.result,
      step.note,
    );
  });
  return table([column(office, 'start'), column(time), column(result), column(note, 'start')], rows);
}

export type ProcessLogInput = Issue & {
  readonly form: ProcessLogForm;
  readonly dossier: PaperCode;
  readonly owner: string;
  readonly content: string;
  readonly steps: readonly {
    /** Instant, ISO 8601. */
    readonly at: string;
    readonly actor: string;
    readonly act: string;
    readonly receiver: string;
    readonly limit: string;
  }[];
};

/** The log of the electronic process, across the page. Throws only on instants that are none. */
export function processLogSlip(input: ProcessLogInput): Slip {
  const { form } = input;
  const { no, at, actor, act, receiver, limit } = form.columns;
  const columns = [
    column(no),
    column(at),
    column(actor, 'start'),
    column(act, 'start'),
    column(receiver, 'start'),
    column(limit),
  ];
  const rows = input.steps.map((step, index) =>
    row(String(index + 1), timeInFigures(step.at), step.actor, step.act, step.receiver, step.limit),
  );
  return paper(form, input, input.dossier.code, [
    head(form, input),
    ...codes(form, input.dossier),
    heading(form, input),
    fields(
      line(strongField(form.labels.owner, input.owner)),
      line(field(form.labels.content, input.content)),
    ),
    table(columns, rows),
  ]);
}

export type BookInput = Issue & {
  readonly form: BookForm;
  readonly book: string;
  readonly fieldName: string;
  /** Ward days (YYYY-MM-DD); a book that is still open has no last one. */
  readonly openedOn: string;
  readonly closedOn: string;
  /** In the order of their numbers. */
  readonly entries: readonly BookEntry[];
  /** What stands in the book before these entries, for the running total; nothing where left out. */
  readonly carried?: { readonly entries: number; readonly sets: number };
};

/** One line of the register book. */
export type BookEntry = {
  /** Within the book and year, as on the slip; never used twice. */
  readonly no: string;
  readonly code: string;
  readonly content: string;
  readonly sets: number;
  readonly owner: string;
  /** Address and telephone. */
  readonly contact: string;
  readonly agency: string;
  /** Instants, ISO 8601; empty while it is not returned. */
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly returnedAt: string;
  readonly method: string;
  readonly note: string;
  /** Why the entry does not count; null for one that does. It stays, struck out. */
  readonly cancelled: string | null;
};

/** Sổ theo dõi hồ sơ: Mẫu 06 of TT 01/2018, 07 of TT 03/2025; totals under each page count no cancelled entry. */
export function bookSlip(input: BookInput): Slip {
  const { form } = input;
  const { labels } = form;
  return paper(form, input, `${input.book} ${input.fieldName}`, [
    head(form, input),
    heading(form, input),
    fields(
      pair(field(labels.book, input.book), field(labels.field, input.fieldName)),
      pair(
        field(labels.opened, dayText(input.openedOn)),
        field(labels.closed, input.closedOn === '' ? '' : dayText(input.closedOn)),
      ),
    ),
    ...bookPages(input),
  ]);
}

function bookPages(input: BookInput): readonly SlipBlock[] {
  const { form, entries, carried = { entries: 0, sets: 0 } } = input;
  const size = form.rowsPerPage;
  const pages = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: pages }, (_, page): readonly SlipBlock[] => {
    const shown = entries.slice(page * size, (page + 1) * size);
    const last = [
      totalRow(form.pageTotal, shown),
      totalRow(form.runningTotal, entries.slice(0, (page + 1) * size), carried),
    ];
    const whole = table(bookColumns(form), [...shown.map((one) => entryRow(form, one)), ...last]);
    return page === 0 ? [whole] : [{ kind: 'break' }, whole];
  }).flat();
}

function totalRow(words: string, entries: readonly BookEntry[], carried = { entries: 0, sets: 0 }): SlipRow {
  const counted = entries.filter(({ cancelled }) => cancelled === null);
  const values = {
    entries: String(carried.entries + counted.length),
    sets: String(counted.reduce((sum, { sets }) => sum + sets, carried.sets)),
  };
  return { cells: [fill(words, values)], total: true };
}

function bookColumns({ columns }: BookForm) {
  const { date } = columns;
  return [
    column(columns.no),
    column(columns.code),
    column(columns.content, 'start'),
    column(columns.sets),
    column(columns.owner, 'start'),
    column(columns.contact, 'start'),
    column(columns.agency, 'start'),
    ...[columns.receivedAt, columns.dueAt, columns.returnedAt].map((one) => column(one, 'centre', date.name)),
    column(columns.method),
    column(columns.sign),
    column(columns.note, 'start'),
  ];
}

function entryRow(form: BookForm, entry: BookEntry): SlipRow {
  const { cancelled } = entry;
  const cancelNote = cancelled === null ? '' : fill(form.cancelled, { reason: cancelled });
  const cells = row(
    entry.no,
    entry.code,
    entry.content,
    atLeastTwo(entry.sets),
    entry.owner,
    entry.contact,
    entry.agency,
    ...[entry.receivedAt, entry.dueAt, entry.returnedAt].map((at) => (at === '' ? '' : dayInFigures(at))),
    entry.method,
    '',
    [entry.note, cancelNote].filter((note) => note !== '').join(' '),
  );
  return cancelled === null ? cells : { ...cells, struck: true };
}

const dayText = (day: string): string => day.split('-').toReversed().join('/');
