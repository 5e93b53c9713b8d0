import { addDays, isRealDay } from '../basics/time.ts';

/** A report's period: ward days, both included, and its name on the form. */
export type ReportPeriod = { readonly from: string; readonly to: string; readonly name: string };

/** Last day of the month that every month has; a later first day would make periods of other months overlap or miss days. */
const LAST_FIRST_DAY = 28;

const names = [
  { pattern: /^(\d{4})$/, months: 12, of: () => 1, say: (year: string) => `Năm ${year}` },
  {
    pattern: /^(\d{4})-H([12])$/,
    months: 6,
    of: (n: number) => n * 6 - 5,
    say: (year: string, n: number) => `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  },
  {
    pattern: /^(\d{4})-Q([1-4])$/,
    months: 3,
    of: (n: number) => n * 3 - 2,
    say: (year: string, n: number) => `Quý ${['I', 'II', 'III', 'IV'][n - 1]}/${year}`,
  },
  {
    pattern: /^(\d{4})-(0[1-9]|1[0-2])$/,
    months: 1,
    of: (n: number) => n,
    say: (year: string, n: number) => `Tháng ${n}/${year}`,
  },
] as const;

/**
 * The days of a named period: `2026`, `2026-H1`, `2026-Q2`, `2026-06` [FG6]. Null for a name that is none.
 * @param firstDay day of the month on which periods begin; with 15, June is 15/05 to 14/06 and the year begins on 15/12 of
 * the year before (as some provinces cut their data, DOMAIN 6.1 [GK]); 1 to 28
 */
export function periodNamed(name: string, firstDay = 1): ReportPeriod | null {
  if (!Number.isInteger(firstDay) || firstDay < 1 || firstDay > LAST_FIRST_DAY) return null;
  for (const { pattern, months, of, say } of names) {
    const [, year, part = '0'] = pattern.exec(name) ?? [];
    if (year === undefined || !isRealDay(`${year}-01-01`)) continue;
    const first = of(Number(part)) - (firstDay === 1 ? 0 : 1);
    const from = dayOf(Number(year), first, firstDay);
    const to = addDays(dayOf(Number(year), first + months, firstDay), -1);
    return { from, to, name: say(year, Number(part)) };
  }
  return null;
}

/** A day of the `month`-th month counted from January of `year`; 0 is December before, 13 January after. */
function dayOf(year: number, month: number, day: number): string {
  const index = year * 12 + month - 1;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}-${two(day)}`;
}
