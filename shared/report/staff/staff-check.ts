import { keyOf, noDeeds, sliceKinds } from './slices.ts';
import type { Cells } from '../columns.ts';
import type { Deed, DeedKind } from './deeds.ts';
import type { SliceKind, SliceRow } from './slices.ts';

/** A table whose sum is not that of the period report. */
export type SliceGap = {
  readonly kind: SliceKind;
  readonly what: DeedKind;
  readonly sum: number;
  readonly expected: number;
};

/** What the columns of Biểu II.06a, counted by themselves, say of deeds. */
const expectations: Readonly<Partial<Record<DeedKind, (cells: Cells) => number>>> = {
  received: ({ receivedOnline, receivedAtCounter }) => receivedOnline + receivedAtCounter,
  inTime: ({ finishedEarly, finishedOnTime }) => finishedEarly + finishedOnTime,
  late: ({ finishedLate }) => finishedLate,
};

/** Where the rows of a table do not add up to the report of the period [T05]; none: "đã tự kiểm: khớp". */
export function gapsOf(
  kind: SliceKind,
  rows: Iterable<Pick<SliceRow, 'counts'>>,
  report: Cells,
): readonly SliceGap[] {
  const all = [...rows];
  return (Object.keys(expectations) as DeedKind[]).flatMap((what) => {
    const sum = all.reduce((total, { counts }) => total + counts[what], 0);
    const expected = expectations[what]?.(report) ?? sum;
    return sum === expected ? [] : [{ kind, what, sum, expected }];
  });
}

/** So many deeds are counted before the page may answer. */
const PART = 20_000;

/** The same of every table; `rest` is awaited now and then, so that the page can draw and answer. */
export async function checkSlices(
  deeds: readonly Deed[],
  report: Cells,
  rest: () => Promise<void>,
): Promise<readonly SliceGap[]> {
  const gaps: SliceGap[] = [];
  for (const kind of sliceKinds) {
    const rows = new Map<string, { readonly counts: Record<DeedKind, number> }>();
    for (const [place, deed] of deeds.entries()) {
      const key = keyOf(deed, kind);
      const row = rows.get(key) ?? { counts: noDeeds() };
      rows.set(key, row);
      row.counts[deed.what] += 1;
      if (place % PART === PART - 1) await rest();
    }
    gaps.push(...gapsOf(kind, rows.values(), report));
  }
  return gaps;
}
