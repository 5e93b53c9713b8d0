import { computedDaysOff } from './calendar/days-off.ts';
import type { CalendarData } from './calendar.ts';

type DefaultException = CalendarData['exceptions'][number];

const OFFICE_HOURS = ['07:30-11:30', '13:00-17:00'];
/** Computed ahead, so that a limit that ends in a later year meets its holidays; what lies after the last year has none. */
const [FIRST_YEAR, LAST_YEAR] = [2024, 2050];
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n);

/** One day before the first of the lunar year and four from it on, as in the plan of 2026; Saturday and Sunday are free. */
const RULE = { tetDaysBefore: 1, weeklyRest: [0, 6] };

/** Computed days that an announcement has confirmed since. */
const CONFIRMED = [
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-04-26',
  '2026-04-27',
];

/** Swaps and make-up days as announced; what was only planned is not verified. */
const ANNOUNCED: readonly DefaultException[] = [
  { date: '2026-01-02', kind: 'off', reason: 'nghỉ hoán đổi sang thứ Bảy 10/01/2026', verified: true },
  { date: '2026-01-10', kind: 'work', reason: 'làm bù cho thứ Sáu 02/01/2026', verified: true },
  { date: '2026-08-22', kind: 'work', reason: 'làm bù cho thứ Hai 31/08/2026', verified: false },
  { date: '2026-08-31', kind: 'off', reason: 'nghỉ hoán đổi sang thứ Bảy 22/08/2026', verified: false },
];

/**
 * Working time a new ward starts with (DOMAIN 4.7): Monday to Friday, days off of Bộ luật Lao động 2019 art. 112, swaps as
 * announced. `verified: false` marks what was computed or not officially confirmed; the ward checks it in its settings.
 */
export const defaultCalendar: CalendarData = {
  version: 'mac-dinh-2026.11.2',
  sessions: { mon: OFFICE_HOURS, tue: OFFICE_HOURS, wed: OFFICE_HOURS, thu: OFFICE_HOURS, fri: OFFICE_HOURS },
  exceptions: [...ANNOUNCED, ...YEARS.flatMap((year) => computedDaysOff(year, RULE)).map(confirmed)].toSorted(
    (a, b) => (a.date < b.date ? -1 : 1),
  ),
};

/** Days off that may come to be law but are not counted as such: the ward decides when it knows (DOMAIN 4.7). */
export const unverifiedDaysOff: readonly { readonly date: string; readonly reason: string }[] = YEARS.map(
  (year) => ({ date: `${year}-11-24`, reason: 'Ngày Văn hóa Việt Nam (NQ 80-NQ/TW)' }),
);

function confirmed(day: DefaultException): DefaultException {
  return CONFIRMED.includes(day.date) ? { ...day, verified: true } : day;
}
