import { addDays } from '../../../../shared/basics/time.ts';
import { periodNamed } from '../../../../shared/report/periods.ts';
import type { PeriodDays } from '../../../store/report/report-deps.ts';

/** Periods that are chosen by name. */
export const namedPeriods = ['today', 'month', 'last-month', 'year'] as const;

/** A period that is chosen by name. */
export type NamedPeriod = (typeof namedPeriods)[number];

/** The days of a period, seen from `today`; a period that runs ends today. */
export function daysOf(name: NamedPeriod, today: string): PeriodDays {
  const month = today.slice(0, 7);
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'month':
      return { from: `${month}-01`, to: today };
    case 'last-month': {
      const last = addDays(`${month}-01`, -1);
      const { from, to } = periodNamed(last.slice(0, 7)) ?? { from: last, to: last };
      return { from, to };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}
