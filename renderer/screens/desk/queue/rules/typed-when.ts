// Days and times as clerks type them, whatever the machine's own settings are.
import { isRealDay } from '../../../../../shared/basics/time.ts';

/** The day of `20/11/2026`, also `20.11.2026`, `20-11-2026` and, in the year of `today`, `20/11`; null where it is no day. */
export function typedDay(text: string, today: string): string | null {
  const [, date = '', month = '', year = today.slice(0, 4)] =
    /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text.trim()) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isRealDay(day) ? day : null;
}

/** The time of `14:30`, also `14h30`, `14.30`, `14h` and `1430`, as `HH:MM` of 24 hours; null where it is none. */
export function typedTime(text: string): string | null {
  const [, hour = '', minute] =
    /^(\d{1,2})(?:[:.h](\d{2})|h)$/i.exec(text.trim()) ?? /^(\d{1,2})(\d{2})$/.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute ?? '0') > 59) return null;
  return `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

/** What is wrong with a typed day and time for something that is still to come. */
export type WhenFault = 'day-wrong' | 'day-past' | 'time-wrong' | 'time-past';

/** Day and time of something to come, or what is wrong with them; `now` is the ward's day and clock time. */
export function typedWhen(
  typed: { readonly day: string; readonly time: string },
  now: { readonly day: string; readonly time: string },
): { readonly day: string; readonly time: string } | { readonly fault: WhenFault } {
  const day = typedDay(typed.day, now.day);
  if (day === null) return { fault: 'day-wrong' };
  if (day < now.day) return { fault: 'day-past' };
  const time = typedTime(typed.time);
  if (time === null) return { fault: 'time-wrong' };
  return day === now.day && time <= now.time ? { fault: 'time-past' } : { day, time };
}
