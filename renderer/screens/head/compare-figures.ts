import { figureColumns } from '../../../shared/report/columns.ts';
import type { DayFigures } from '../../../shared/report/day-figures.ts';

/** The three sums of the form; `same` holds only when every part of the sum agrees too, on every field. */
export type ComparedRow = {
  readonly column: 'received' | 'finished' | 'pending';
  readonly here: number;
  readonly there: number;
  readonly same: boolean;
};

/** Compares the figures of two places by the sums of the form, looking into every field. */
export function compareFigures(here: DayFigures, there: DayFigures): readonly ComparedRow[] {
  const starts = { received: 0, finished: 4, pending: 8 } as const;
  return (['received', 'finished', 'pending'] as const).map((column) => {
    const parts = figureColumns.slice(starts[column], starts[column] + 4);
    return {
      column,
      here: here.total[column],
      there: there.total[column],
      same: parts.every((part) =>
        fieldsOf(here, there).every((id) => countOf(here, id, part) === countOf(there, id, part)),
      ),
    };
  });
}

function fieldsOf(a: DayFigures, b: DayFigures): readonly string[] {
  return [...new Set([...a.rows, ...b.rows].map(({ fieldId }) => fieldId))];
}

function countOf(figures: DayFigures, fieldId: string, part: (typeof figureColumns)[number]): number {
  return figures.rows.find((row) => row.fieldId === fieldId)?.[part] ?? 0;
}
