// Hours that come again and again without being every week's: every second Saturday, the first Tuesday of a month [A01].
import { z } from 'zod';
import { addDays, isRealDay, weekdayOf } from '../../basics/time.ts';
import { isCountedDay, LAST_DAY, refuse, sessionList, WEEKDAYS } from './sessions.ts';

const day = z
  .string()
  .refine((text) => isRealDay(text) && isCountedDay(text), 'a day of the years 2000-2099');

/** One series of days with hours of their own; `sessions` empty: days off. */
export const recurringSchema = z
  .strictObject({
    weekday: z.enum(WEEKDAYS),
    /** The series begins with the first such weekday from here on, and ends with the last one up to `to`. */
    from: day,
    to: day.optional(),
    /** Every so many weeks, the first day of the series included. */
    everyWeeks: z.int().min(1).max(52).optional(),
    /** The n-th such weekday of each month; -1 is the last one. */
    ofMonth: z
      .array(z.literal([1, 2, 3, 4, 5, -1]))
      .min(1)
      .max(6)
      .optional(),
    sessions: sessionList,
    reason: z.string().max(200).optional(),
  })
  .superRefine(({ everyWeeks, ofMonth, from, to }, context) => {
    if ((everyWeeks === undefined) === (ofMonth === undefined))
      refuse(context, ['everyWeeks'], 'recurring-unclear', 'a series says either everyWeeks or ofMonth');
    if (to !== undefined && to < from)
      refuse(context, ['to'], 'recurring-ends-before-start', `${to} lies before ${from}`);
  });

/** One series of days with hours of their own. */
export type RecurringData = z.output<typeof recurringSchema>;

/** The days of a series, first first. */
export function* recurringDays({ weekday, from, to, everyWeeks, ofMonth }: RecurringData): Generator<string> {
  const last = to ?? LAST_DAY;
  const ahead = (WEEKDAYS.indexOf(weekday) - weekdayOf(from) + 7) % 7;
  for (let at = addDays(from, ahead); at <= last; at = addDays(at, 7 * (everyWeeks ?? 1)))
    if (ofMonth === undefined || ofMonth.some((wanted) => wanted === placeInMonth(at, wanted))) yield at;
}

/** Which such weekday of its month a day is, counted from the month's begin, or from its end where that is wanted. */
function placeInMonth(at: string, wanted: number): number {
  if (wanted > 0) return Math.ceil(Number(at.slice(8)) / 7);
  return addDays(at, 7).slice(0, 7) === at.slice(0, 7) ? 0 : -1;
}
