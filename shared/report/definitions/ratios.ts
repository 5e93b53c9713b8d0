import { formatPercent, percentTenths } from '../../text/numbers.ts';
import { columnNumber } from '../columns.ts';
import type { Cells, FigureColumn } from '../columns.ts';

/** A share: its part and the whole it is taken of, as sums of columns. */
export type RatioRule = { readonly part: readonly FigureColumn[]; readonly whole: readonly FigureColumn[] };

/** Ratios that officials use; the denominator belongs to the ratio and is never another (DOMAIN 6.1). */
export const ratioRules = {
  completion: { part: ['finished'], whole: ['received'] },
  'on-time': { part: ['finishedEarly', 'finishedOnTime'], whole: ['finished'] },
  early: { part: ['finishedEarly'], whole: ['finished'] },
  late: { part: ['finishedLate'], whole: ['finished'] },
  online: { part: ['receivedOnline'], whole: ['receivedOnline', 'receivedAtCounter'] },
  'pending-in-time': { part: ['pendingInTime'], whole: ['pending'] },
} as const satisfies Readonly<Record<string, RatioRule>>;

/** Name of a ratio. */
export type RatioId = keyof typeof ratioRules;

/** A ratio with what it was made of. `percent` has one decimal, halves upward; null and "–" where there is nothing to divide by. */
export type Ratio<Id extends string = string> = {
  readonly id: Id;
  readonly part: number;
  readonly whole: number;
  readonly percent: number | null;
  readonly text: string;
};

/** A share under the one rule of rounding [FG5]. */
export function ratioOf<Id extends string>(id: Id, part: number, whole: number): Ratio<Id> {
  const tenths = percentTenths(part, whole);
  return { id, part, whole, percent: tenths === null ? null : tenths / 10, text: formatPercent(part, whole) };
}

/** Every ratio of a row. */
export function ratiosOf(row: Cells): readonly Ratio<RatioId>[] {
  const sum = (columns: readonly FigureColumn[]) => columns.reduce((total, column) => total + row[column], 0);
  return (Object.keys(ratioRules) as RatioId[]).map((id) =>
    ratioOf(id, sum(ratioRules[id].part), sum(ratioRules[id].whole)),
  );
}

/** A ratio's formula by the column numbers of the form: `((8)+(9))/(7)`. */
export function ratioFormula({ part, whole }: RatioRule): string {
  const side = (columns: readonly FigureColumn[]) => {
    const sum = columns.map(columnNumber).join('+');
    return columns.length > 1 ? `(${sum})` : sum;
  };
  return `${side(part)}/${side(whole)}`;
}
