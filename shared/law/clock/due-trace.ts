import { addDays, weekdayOf } from '../../basics/time.ts';
import { isUsualWorkday } from '../calendar.ts';
import { isWorkingDay } from './work-time.ts';
import type { WorkCalendar } from '../calendar.ts';

/** Days in a row, both included, that changed a count for one reason written in the calendar. */
export type NotedDays = { readonly from: string; readonly to: string; readonly reason: string };

/** What the calendar did between two days. Long lists are cut; `more` counts the entries cut. */
export type DaysPassed = {
  /** Weekdays passed over as weekly rest, 0 is Sunday. */
  readonly rest: readonly number[];
  readonly off: readonly NotedDays[];
  readonly madeUp: readonly NotedDays[];
  readonly more: number;
};

/**
 * One step of the way from receipt to due time, in order. Instants are ISO with the ward's offset, days YYYY-MM-DD.
 * Stored with the dossier: add new steps, never change the meaning of one.
 */
export type DueStep =
  | { readonly step: 'received'; readonly at: string }
  | { readonly step: 'continued'; readonly at: string }
  | { readonly step: 'outside-hours'; readonly countedFrom: string }
  | { readonly step: 'after-cutoff'; readonly cutoff: string; readonly day: string }
  | { readonly step: 'same-day'; readonly day: string }
  | { readonly step: 'half-day'; readonly until: string }
  | {
      readonly step: 'working-days';
      readonly value: number;
      readonly day: string;
      readonly passed: DaysPassed;
    }
  | { readonly step: 'calendar-days'; readonly value: number; readonly day: string }
  | { readonly step: 'moved-to-working-day'; readonly from: string; readonly day: string }
  | { readonly step: 'working-hours'; readonly value: number }
  | { readonly step: 'clock-hours'; readonly value: number }
  | { readonly step: 'paused'; readonly from: string; readonly to: string; readonly added: PauseAdded }
  | { readonly step: 'supplemented'; readonly rounds: number; readonly at: string }
  | { readonly step: 'stage'; readonly name: string; readonly until: string }
  | { readonly step: 'legal-limit'; readonly until: string }
  | { readonly step: 'calendar'; readonly version: string }
  | { readonly step: 'due'; readonly at: string };

/** What a pause gave back: working minutes, whole days (calendar limits), or clock minutes (limits in hours). */
export type PauseAdded = { readonly unit: 'workingMinute' | 'day' | 'minute'; readonly value: number };

/** More would not fit on a slip. */
const MAX_NOTED = 4;

/** What the calendar did in the days after `from`, up to and including `to`. */
export function daysPassed(calendar: WorkCalendar, from: string, to: string): DaysPassed {
  const rest = new Set<number>();
  const off: NotedDays[] = [];
  const madeUp: NotedDays[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    const reason = calendar.exceptions.get(day)?.reason ?? '';
    if (isUsualWorkday(calendar, day)) {
      if (!working) note(off, day, reason);
    } else if (working) note(madeUp, day, reason);
    else rest.add(weekdayOf(day));
  }
  const more = Math.max(0, off.length - MAX_NOTED) + Math.max(0, madeUp.length - MAX_NOTED);
  return { rest: [...rest], off: off.slice(0, MAX_NOTED), madeUp: madeUp.slice(0, MAX_NOTED), more };
}

function note(list: NotedDays[], day: string, reason: string): void {
  const last = list.at(-1);
  if (last && last.reason === reason && addDays(last.to, 1) === day)
    list[list.length - 1] = { ...last, to: day };
  else list.push({ from: day, to: day, reason });
}
