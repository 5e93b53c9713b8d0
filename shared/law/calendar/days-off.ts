import { addDays, weekdayOf } from '../../basics/time.ts';
import { lunarDay } from './lunar.ts';

/** A day off as a calendar's exception; `verified` false: computed or not announced, the ward has to check it. */
export type DayOff = {
  readonly date: string;
  readonly kind: 'off';
  readonly reason: string;
  readonly verified: boolean;
};

/** What the law leaves open and the Government settles each year (Bộ luật Lao động 2019 art. 112). */
export type DaysOffRule = {
  /** How many of the five days of Tết come before the first of the lunar year. */
  readonly tetDaysBefore: number;
  /** Weekdays without work, 0 is Sunday: a holiday on one of them moves to the next working day (art. 111.3). */
  readonly weeklyRest: readonly number[];
};

type Holiday = { readonly date: string; readonly reason: string; readonly certain: boolean };

const TET_DAYS = 5;
const THURSDAY = 4;

/**
 * The days off of a year as far as they can be computed: fixed days as certain, lunar ones and the second day of Quốc khánh
 * as defaults that the ward checks (DOMAIN 4.7). Swaps are announced, not computed.
 */
export function computedDaysOff(year: number, rule: DaysOffRule): readonly DayOff[] {
  const rests = (day: string) => rule.weeklyRest.includes(weekdayOf(day));
  const holidays = holidaysOf(year, rule);
  const taken = new Set(holidays.map(({ date }) => date));
  const madeUp = holidays
    .filter(({ date }) => rests(date))
    .map(({ date, reason, certain }): Holiday => {
      let day = addDays(date, 1);
      while (rests(day) || taken.has(day)) day = addDays(day, 1);
      taken.add(day);
      return { date: day, reason: `nghỉ bù ${reason}`, certain };
    });
  return [...holidays, ...madeUp]
    .map(({ date, reason, certain }): DayOff => ({ date, kind: 'off', reason, verified: certain }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function holidaysOf(year: number, { tetDaysBefore }: DaysOffRule): readonly Holiday[] {
  const certain = (day: string, reason: string): Holiday => ({
    date: `${year}-${day}`,
    reason,
    certain: true,
  });
  const tet = addDays(lunarDay(year, 1, 1), -tetDaysBefore);
  return [
    certain('01-01', 'Tết Dương lịch'),
    ...Array.from({ length: TET_DAYS }, (_, n) => ({
      date: addDays(tet, n),
      reason: 'Tết Nguyên đán',
      certain: false,
    })),
    { date: lunarDay(year, 3, 10), reason: 'Giỗ Tổ Hùng Vương', certain: false },
    certain('04-30', 'Ngày Chiến thắng 30/4'),
    certain('05-01', 'Ngày Quốc tế Lao động 1/5'),
    certain('09-02', 'Quốc khánh 2/9'),
    secondNationalDay(year),
  ];
}

/** The day before 2/9, or the day after where that makes one rest with the weekend; which one is announced each year. */
function secondNationalDay(year: number): Holiday {
  const after = weekdayOf(`${year}-09-02`) === THURSDAY;
  return {
    date: after ? `${year}-09-03` : `${year}-09-01`,
    reason: `Quốc khánh (ngày liền ${after ? 'sau' : 'trước'})`,
    certain: false,
  };
}
