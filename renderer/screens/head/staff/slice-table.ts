import { formatMoney, formatPercent } from '../../../../shared/text/numbers.ts';
import { deedWords, shareWords } from '../../../../shared/report/staff/staff-words.ts';
import { LEAST_ANSWERS, openSlice, sliceTotal, slicesBy } from '../../../../shared/report/staff/slices.ts';
import { deedKinds } from '../../../../shared/report/staff/deeds.ts';
import type { Deed, DeedKind } from '../../../../shared/report/staff/deeds.ts';
import type { SliceKind, SliceRow } from '../../../../shared/report/staff/slices.ts';
import type { NamedRows } from '../head-facts.ts';
import type { ShownCell, ShownColumn, ShownRow, ShownTable } from './shown-table.ts';

type Column = DeedKind | keyof typeof shareWords;

/** The columns that each table shows, in their order; the first one has bars. */
const shown: Readonly<Record<SliceKind, readonly Column[]>> = {
  clerk: [
    'received',
    'handedOver',
    'returned',
    'inTime',
    'late',
    'inTimeShare',
    'served',
    'median',
    'rated',
    'satisfied',
  ],
  procedure: ['received', 'inTime', 'late', 'inTimeShare', 'returned'],
  field: ['received', 'inTime', 'late', 'inTimeShare', 'returned', 'issued', 'served', 'median'],
  hour: ['received', 'returned', 'issued', 'served', 'median'],
  month: ['received', 'inTime', 'late', 'inTimeShare', 'returned', 'issued', 'served', 'median'],
  counter: ['served', 'median', 'rated', 'satisfied'],
};

/** Deeds on numbers of the queue; the others are on dossiers. */
const onTickets: readonly DeedKind[] = ['issued', 'served', 'rated'];

/** What the table takes from the page. */
export type TableWords = {
  readonly lang: 'vi' | 'en';
  /** What the first column is called, and what the last row is. */
  readonly first: string;
  readonly total: string;
  readonly nameOf: (row: SliceRow) => string;
  /** A length of time, ms. */
  readonly lasted: (ms: number) => string;
};

/** The table of one slicing of the deeds; rows without anything that it shows are not in it. */
export function sliceTable(deeds: readonly Deed[], kind: SliceKind, words: TableWords): ShownTable {
  const columns = shown[kind];
  const counted = deedKinds.filter((what) => columns.includes(what));
  const rows = slicesBy(deeds, kind).filter(({ counts }) => counted.some((what) => counts[what] > 0));
  const cellsOf = (row: SliceRow, key: string | null): readonly ShownCell[] =>
    columns.map((column) => cellOf(row, column, words, () => namedBy(deeds, kind, key, column)));
  const first = (text: string, sort: string): ShownCell => ({ text, sort });
  const rowOf = (row: SliceRow): ShownRow => {
    const name = words.nameOf(row);
    const sort = kind === 'hour' || kind === 'month' ? row.key : name;
    return { id: row.key, cells: [first(name, sort), ...cellsOf(row, row.key)] };
  };
  return {
    columns: [
      { id: kind, name: words.first, definition: null, numeric: false },
      ...columnsOf(columns, words),
    ],
    rows: rows.map(rowOf),
    total: { id: 'total', cells: [first(words.total, ''), ...cellsOf(sliceTotal(deeds), null)] },
  };
}

function columnsOf(columns: readonly Column[], { lang }: TableWords): readonly ShownColumn[] {
  return columns.map((id, place) => {
    const { name, definition } =
      id in shareWords ? shareWords[id as keyof typeof shareWords] : deedWords[id as DeedKind];
    return { id, name: name[lang], definition: definition[lang], numeric: true, bar: place === 0 };
  });
}

function cellOf(
  { counts, medianMs, satisfied }: SliceRow,
  column: Column,
  { lasted }: TableWords,
  opens: () => NamedRows,
): ShownCell {
  const nothing = { text: '–', sort: null };
  if (column === 'median') return medianMs === null ? nothing : { text: lasted(medianMs), sort: medianMs };
  if (column === 'inTimeShare') return shareOf(counts.inTime, counts.inTime + counts.late);
  if (column === 'satisfied')
    return counts.rated < LEAST_ANSWERS ? nothing : shareOf(satisfied, counts.rated);
  const count = counts[column];
  return { text: formatMoney(count), sort: count, opens: count === 0 ? undefined : opens };
}

function shareOf(part: number, whole: number): ShownCell {
  return { text: formatPercent(part, whole), sort: whole === 0 ? null : part / whole };
}

function namedBy(deeds: readonly Deed[], kind: SliceKind, key: string | null, column: Column): NamedRows {
  const what = column as DeedKind;
  // A number that was served twice stands in the list once.
  const ids = [...new Set(openSlice(deeds, kind, key, what).map(({ subject }) => subject))];
  return { kind: onTickets.includes(what) ? 'tickets' : 'dossiers', ids };
}
