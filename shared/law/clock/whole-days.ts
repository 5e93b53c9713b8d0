import { err, ok } from '../../basics/result.ts';
import { addDays, toWardIso, wardDay, wardInstant } from '../../basics/time.ts';
import { noWorkingTime } from './due-case.ts';
import { endOfWork, isWorkingDay, nextWorkingDay } from './work-time.ts';
import type { Result } from '../../basics/result.ts';
import type { WorkCalendar } from '../calendar.ts';
import type { DueRefusal } from './due-case.ts';
import type { DueStep, PauseAdded } from './due-trace.ts';
import type { Span } from './work-time.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A due instant and how it came about. */
export type Due = { readonly dueAtMs: number; readonly trace: readonly DueStep[] };

/** Where a count begins: the instant, the ward day it belongs to, and whether it is the end of another step's limit. */
export type Start = { readonly startMs: number; readonly today: string; readonly continues: boolean };

/** Puts the end to the steps that led to it. */
export function finish(steps: readonly DueStep[], dueAtMs: number, version: string | null): Due {
  const made: readonly DueStep[] = version === null ? [] : [{ step: 'calendar', version }];
  return { dueAtMs, trace: [...steps, ...made, { step: 'due', at: toWardIso(dueAtMs) }] };
}

/** A pause as a step of the trace. */
export function pausedStep(pause: Span, added: PauseAdded): DueStep {
  return { step: 'paused', from: toWardIso(pause.fromMs), to: toWardIso(pause.toMs), added };
}

/** N days and the whole days of each pause; a day off moves to the next working day, always to its end (art. 148.5). */
export function calendarDays(
  steps: readonly DueStep[],
  { startMs, today }: Start,
  value: number,
  pauses: readonly Span[],
  calendar: WorkCalendar,
): Result<Due, DueRefusal> {
  const trace: DueStep[] = [...steps, { step: 'calendar-days', value, day: addDays(today, value) }];
  let day = addDays(today, value);
  for (const pause of pauses) {
    const fromDay = wardDay(Math.max(pause.fromMs, startMs));
    const within =
      fromDay < day || (fromDay === day && pause.fromMs < (endOfWork(calendar, day) ?? Infinity));
    // After the last day counted, only the days off that move the end are left for a pause to begin in.
    const end = within ? day : onWorkingDay(calendar, day);
    if (end === null) return err(noWorkingTime(day));
    if (!within && pause.fromMs >= (endOfWork(calendar, end) ?? 0)) break;
    const added = daysFrom(within ? fromDay : end, wardDay(pause.toMs));
    if (added <= 0) continue;
    day = addDays(end, added);
    trace.push(pausedStep(pause, { unit: 'day', value: added }));
  }
  const working = onWorkingDay(calendar, day);
  const dueAtMs = working === null ? null : endOfWork(calendar, working);
  if (working === null || dueAtMs === null) return err(noWorkingTime(day));
  if (working !== day) trace.push({ step: 'moved-to-working-day', from: day, day: working });
  return ok(finish(trace, dueAtMs, calendar.version));
}

/** Limits in plain hours (urgent child protection) run by the clock, day and night. */
export function clockHours(
  received: DueStep,
  receivedAtMs: number,
  value: number,
  pauses: readonly Span[],
): Due {
  const steps: DueStep[] = [received, { step: 'clock-hours', value }];
  let dueAtMs = receivedAtMs + Math.round(value * HOUR_MS);
  for (const pause of pauses) {
    const lostMs = pause.toMs - Math.max(pause.fromMs, receivedAtMs);
    if (lostMs <= 0 || pause.fromMs >= dueAtMs) continue;
    dueAtMs += lostMs;
    steps.push(pausedStep(pause, { unit: 'minute', value: Math.round(lostMs / MINUTE_MS) }));
  }
  return finish(steps, dueAtMs, null);
}

function onWorkingDay(calendar: WorkCalendar, day: string): string | null {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

function daysFrom(from: string, to: string): number {
  return Math.round((wardInstant(to, '00:00') - wardInstant(from, '00:00')) / (24 * HOUR_MS));
}
