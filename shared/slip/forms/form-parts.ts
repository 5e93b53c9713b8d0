// The parts that papers share: head, codes, title, sentences with gaps, tables from columns that are data.
import type { CommonForm } from './words/common-words.ts';
import { dayInWords, oneLine, timeInFigures } from '../paper-words.ts';
import type {
  Slip,
  SlipBlock,
  SlipCell,
  SlipColumn,
  SlipField,
  SlipFieldLine,
  SlipRow,
  SlipRun,
  SlipTable,
  SlipText,
  SlipTitle,
} from '../slip.ts';

/** Who issues; the names valid on that day. */
export type PaperOffice = {
  /** Upper line of the head, such as `UBND PHƯỜNG THẠCH BÀN`. */
  readonly superior: string;
  /** Bold line of the head, such as `TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG`. */
  readonly unit: string;
  readonly deskName: string;
  /** As inside a sentence, such as `UBND phường Thạch Bàn`. */
  readonly officeName: string;
  /** Place name before the date, such as `Thạch Bàn`. */
  readonly place: string;
};

/** One issue of a paper: where, when, which copy, which reprint. */
export type Issue = {
  readonly office: PaperOffice;
  /** Instant of issue, ISO 8601. */
  readonly at: string;
  /** Which of the form's copies, from 1. */
  readonly copyNo: number;
  /** Which reprint this is and when (ISO 8601); null on the first print. */
  readonly reprint: { readonly n: number; readonly at: string } | null;
};

/** A dossier's code and whether an official one will follow. */
export type PaperCode = { readonly code: string; readonly provisional: boolean };

/** A gap that is filled by hand. */
const GAP = '……………';

/** The paper around its blocks. `name` tells papers of one form apart in print queues; no personal data. */
export function paper(form: CommonForm, issue: Issue, name: string, blocks: readonly SlipBlock[]): Slip {
  const first = form.formNo === '' ? form.title.join(' ') : form.formNo;
  return {
    template: form.id,
    sheet: form.sheet,
    title: [first, oneLine(name), ...(form.copies.length > 1 ? [String(issue.copyNo)] : [])]
      .filter((part) => part !== '')
      .join(' - ')
      .slice(0, 200),
    blocks,
  };
}

/** The head of NĐ 30/2020; `number` is `Số: …`, `aside` stands under the date. */
export function head(
  form: CommonForm,
  { office, at }: Issue,
  more: { readonly number?: string; readonly aside?: string } = {},
): SlipBlock {
  return {
    kind: 'header',
    superior: oneLine(office.superior),
    unit: oneLine(office.unit),
    nation: form.nation,
    motto: form.motto,
    placeAndDate: `${oneLine(office.place)}, ${dayInWords(at)}`,
    ...more,
  };
}

/** Barcode, code and QR; nothing where there is no code yet (a refusal at the counter). */
export function codes(form: CommonForm, { code, provisional }: PaperCode): readonly SlipBlock[] {
  if (code === '') return [];
  return [
    {
      kind: 'codes',
      label: provisional ? form.provisionalCode : form.code,
      code: oneLine(code),
      bookLine: '',
      reprint: null,
      remark: provisional ? form.provisionalRemark : null,
    },
  ];
}

/** Title with number and basis of the form, the copy's line and the mark of a reprint. */
export function heading(
  form: CommonForm,
  { copyNo, reprint }: Issue,
  more: { readonly under?: string; readonly qr?: string } = {},
): SlipTitle {
  return {
    kind: 'title',
    formNo: form.formNo,
    basis: form.basis,
    lines: form.title,
    copyLine: form.copies[copyNo - 1] ?? '',
    ...more,
    ...(reprint === null
      ? {}
      : { reprint: fill(form.reprint, { n: String(reprint.n), at: timeInFigures(reprint.at) }) }),
  };
}

/** A template with its gaps filled; what is not known stays a dotted gap. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return runsOf(template, values)
    .map(({ text }) => text)
    .join('');
}

/** The same in runs, the values named in `strong` in bold. */
export function runsOf(
  template: string,
  values: Readonly<Record<string, string>>,
  strong: readonly string[] = [],
): readonly SlipRun[] {
  return template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const key = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (key === undefined) return { text: piece };
      const value = oneLine(values[key] ?? '');
      return { text: value === '' ? GAP : value, ...(strong.includes(key) ? { strong: true as const } : {}) };
    });
}

export const text = (style: SlipText['style'], ...lines: readonly (readonly SlipRun[])[]): SlipBlock => ({
  kind: 'text',
  style,
  lines,
});

/** Lines of plain text, cleaned. */
export const plain = (lines: readonly string[]): readonly (readonly SlipRun[])[] =>
  lines.map((line) => [{ text: oneLine(line) }]);

/** `1. …`, `2. …`; a single item stands without a number. */
export const numbered = (items: readonly string[]): readonly (readonly SlipRun[])[] =>
  plain(items.length === 1 ? items : items.map((item, index) => `${index + 1}. ${item}`));

export const fields = (...lines: readonly SlipFieldLine[]): SlipBlock => ({ kind: 'fields', lines });
export const line = (...parts: readonly SlipField[]): SlipFieldLine => ({ parts });
/** Two values in equal halves of a line. */
export const pair = (left: SlipField, right: SlipField): SlipFieldLine => ({
  parts: [left, right],
  even: true,
});
export const field = (label: string, value: string): SlipField => ({ label, value: oneLine(value) });
export const strongField = (label: string, value: string): SlipField => ({
  ...field(label, value),
  strong: true,
});

/** A column as a form's data has it. */
type ColumnWords = { readonly name: string; readonly width: number };

/** One column of a table; centred unless it says `start`. */
export function column(
  { name, width }: ColumnWords,
  align: SlipColumn['align'] = 'centre',
  group = '',
): SlipColumn {
  return { name, width, align, group };
}

export const table = (columns: readonly SlipColumn[], rows: readonly SlipRow[], title = ''): SlipTable => ({
  kind: 'table',
  heading: title,
  columns,
  rows,
});

/** A row of clean texts. */
export const row = (...cells: readonly SlipCell[]): SlipRow => ({
  cells: cells.map((cell) => (typeof cell === 'string' ? oneLine(cell) : cell)),
});

/** Small counts are written with a leading 0 so that no digit can be put before them. */
export const atLeastTwo = (n: number): string => String(n).padStart(2, '0');

/** A count in a table; 0 is left blank. */
export const countOrBlank = (n: number): string => (n === 0 ? '' : atLeastTwo(n));
