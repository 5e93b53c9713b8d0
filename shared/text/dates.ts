import { wardDay, wardParts, weekdayOf } from '../basics/time.ts';

/** A language of the screens. */
export type Language = 'vi' | 'en';

const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

/** dd/mm/yyyy of a ward day `YYYY-MM-DD`; a birth date known in part gives `1938` or `06/1938`. */
export function formatDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

/** dd/mm/yyyy of an instant, on the ward's calendar. */
export function formatDate(ms: number): string {
  return formatDay(wardDay(ms));
}

/** HH:MM of an instant, on the ward's clock. */
export function formatTime(ms: number): string {
  const { hour, minute } = wardParts(ms);
  return `${two(hour)}:${two(minute)}`;
}

/** "8 giờ 05 phút", as forms and explanations say it. */
export function formatFormClock(ms: number): string {
  const { hour, minute } = wardParts(ms);
  return `${hour} giờ ${two(minute)} phút`;
}

/** "8 giờ 05 phút, ngày 05 tháng 6 năm 2026", as forms say it. */
export function formatFormTime(ms: number): string {
  return `${formatFormClock(ms)}, ${formatFormDate(ms)}`;
}

/** "ngày 05 tháng 6 năm 2026": 0 before days under 10 and months 1 and 2 (NĐ 30/2020, DOMAIN 2.10). */
export function formatFormDate(ms: number): string {
  const { day, month, year } = wardParts(ms);
  return `ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
}

/** Name of a ward day's weekday, as inside a sentence. */
export function weekdayName(day: string, language: Language): string {
  return weekdayWord(weekdayOf(day), language);
}

/** Name of a weekday by number, 0 is Sunday. */
export function weekdayWord(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday] ?? '';
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
