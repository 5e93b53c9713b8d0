import { err, ok } from '../basics/result.ts';
import { toWardIso, wardDay, wardInstant } from '../basics/time.ts';
import { mergePauses, noWorkingTime, refuseCase } from './clock/due-case.ts';
import { daysPassed } from './clock/due-trace.ts';
import { endOfHalf, nextHalf, sameHalfOn } from './clock/half-day.ts';
import {
  advance,
  endOfWork,
  nextWorkingDay,
  startOfWork,
  workingInstant,
  workMsBetween,
} from './clock/work-time.ts';
import { calendarDays, clockHours, finish, pausedStep } from './clock/whole-days.ts';
import { sessionsOf, worksInYear } from './calendar.ts';
import { isCountedDay } from './calendar/sessions.ts';
import type { Result } from '../basics/result.ts';
import type { WorkCalendar } from './calendar.ts';
import type { DueCase, DuePolicy, DueRefusal } from './clock/due-case.ts';
import type { DueStep } from './clock/due-trace.ts';
import type { Due, Start } from './clock/whole-days.ts';
import type { Span } from './clock/work-time.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A limit laid on the calendar without its pauses, which take working time away from [countFrom, due). */
type Plan = {
  readonly steps: readonly DueStep[];
  readonly countFromMs: number;
  readonly dueAtMs: number;
};

/**
 * When a dossier is due and why (DOMAIN 4.6; ARCHITECTURE 7, `motcua due`). Receipt outside working time counts from the
 * next working instant; the day of receipt is not counted in limits of days (Bộ luật Dân sự 2015, arts. 147–148).
 */
export function dueDate(kase: DueCase, calendar: WorkCalendar, policy: DuePolicy): Result<Due, DueRefusal> {
  const due = countDue(kase, calendar, policy);
  // No calendar goes further, so a date beyond would be counted by weekdays alone.
  if (!due.ok || isCountedDay(wardDay(due.value.dueAtMs - 1))) return due;
  return err({ code: 'time-out-of-range', field: 'limit', at: toWardIso(due.value.dueAtMs) });
}

function countDue(kase: DueCase, calendar: WorkCalendar, policy: DuePolicy): Result<Due, DueRefusal> {
  const refusal = refuseCase(kase);
  if (refusal) return err(refusal);
  const { receivedAtMs, limit } = kase;
  const value = limit.value ?? 0;
  const pauses = mergePauses(kase.pauses);
  const received: DueStep = { step: kase.continues ? 'continued' : 'received', at: toWardIso(receivedAtMs) };
  if (limit.unit === 'hour') return ok(clockHours(received, receivedAtMs, value, pauses));
  const start = startOf(kase, calendar);
  if (start === null || passesEmptyYear(receivedAtMs, start.startMs, calendar))
    return err(noWorkingTime(wardDay(receivedAtMs)));
  const { startMs } = start;
  const outside: DueStep = { step: 'outside-hours', countedFrom: toWardIso(startMs) };
  const steps = startMs === receivedAtMs ? [received] : [received, outside];
  if (limit.unit === 'calendarDay') return calendarDays(steps, start, value, pauses, calendar);
  const inHours = limit.unit === 'workingHour';
  const plan = inHours ? planHours(value, startMs, calendar) : planDays(value, start, calendar, policy);
  // Working hours end at the exact minute whatever the policy.
  const round = roundingOf(inHours ? 'sameTime' : policy.dueAt, calendar);
  const dueAtMs = plan && runPauses(plan, pauses, calendar, round);
  if (plan === null || dueAtMs === null) return err(noWorkingTime(wardDay(startMs)));
  const paused = pausedSteps(pauses, plan.countFromMs, dueAtMs, calendar);
  return ok(finish([...steps, ...plan.steps, ...paused], dueAtMs, calendar.version));
}

/** A year without one working day is a slip of the calendar, also where the next one begins within the search. */
function passesEmptyYear(receivedAtMs: number, startMs: number, calendar: WorkCalendar): boolean {
  const year = Number(wardDay(receivedAtMs).slice(0, 4));
  return wardDay(startMs) >= `${year + 1}` && !worksInYear(calendar, year);
}

/** A step that takes over where another's limit ended counts from that very instant, which belongs to the day it ends. */
function startOf({ receivedAtMs, continues = false }: DueCase, calendar: WorkCalendar): Start | null {
  if (continues) return { startMs: receivedAtMs, today: wardDay(receivedAtMs - 1), continues };
  const startMs = workingInstant(calendar, receivedAtMs);
  return startMs === null ? null : { startMs, today: wardDay(startMs), continues: false };
}

function planDays(value: number, start: Start, calendar: WorkCalendar, policy: DuePolicy): Plan | null {
  const { startMs, today } = start;
  const tomorrow = nextWorkingDay(calendar, today);
  if (value === 0) return planSameDay(start, tomorrow, calendar, policy.cutoff);
  if (tomorrow === null) return null;
  if (value === 0.5) return planHalfDay(start, tomorrow, calendar);
  const day = laterWorkingDay(calendar, today, value);
  if (day === null) return null;
  const steps: DueStep[] = [{ step: 'working-days', value, day, passed: daysPassed(calendar, today, day) }];
  switch (policy.dueAt) {
    case 'sameTime':
      return { steps, countFromMs: startMs, dueAtMs: sameTimeOn(calendar, start, day) };
    case 'endOfDay': {
      const countFromMs = startOfWork(calendar, tomorrow) ?? startMs;
      return { steps, countFromMs, dueAtMs: endOfWork(calendar, day) ?? startMs };
    }
    case 'endOfHalfDay': {
      const countFromMs = nextHalf(calendar, start, tomorrow)?.startMs ?? startMs;
      return { steps, countFromMs, dueAtMs: sameHalfOn(calendar, start, day) ?? startMs };
    }
  }
}

/** Within the day, to its end under every policy; received strictly after the cutoff, the next working day (Luật Hộ tịch, NĐ 23/2015). */
function planSameDay(
  { startMs, today }: Start,
  tomorrow: string | null,
  calendar: WorkCalendar,
  cutoff: string | null,
): Plan | null {
  if (cutoff === null || startMs <= wardInstant(today, cutoff)) {
    const dueAtMs = endOfWork(calendar, today) ?? startMs;
    return { steps: [{ step: 'same-day', day: today }], countFromMs: startMs, dueAtMs };
  }
  if (tomorrow === null) return null;
  const countFromMs = startOfWork(calendar, tomorrow) ?? startMs;
  const dueAtMs = endOfWork(calendar, tomorrow) ?? startMs;
  return { steps: [{ step: 'after-cutoff', cutoff, day: tomorrow }], countFromMs, dueAtMs };
}

/** Half a working day: received in the morning, the same afternoon; in the afternoon, the next working morning (DOMAIN 4.5 b). */
function planHalfDay(start: Start, tomorrow: string, calendar: WorkCalendar): Plan | null {
  const half = nextHalf(calendar, start, tomorrow);
  if (half === null) return null;
  const step: DueStep = { step: 'half-day', until: toWardIso(half.endMs) };
  return { steps: [step], countFromMs: half.startMs, dueAtMs: half.endMs };
}

function planHours(value: number, startMs: number, calendar: WorkCalendar): Plan | null {
  const dueAtMs = advance(calendar, startMs, Math.round(value * HOUR_MS), []);
  if (dueAtMs === null) return null;
  return { steps: [{ step: 'working-hours', value }], countFromMs: startMs, dueAtMs };
}

type Rounding = (ms: number) => number;

/** Where an end that pauses have moved comes to stand. */
function roundingOf(dueAt: DuePolicy['dueAt'], calendar: WorkCalendar): Rounding {
  switch (dueAt) {
    case 'sameTime':
      return (ms) => ms;
    case 'endOfDay':
      // An end at 24:00 is already the next day's midnight.
      return (ms) => endOfWork(calendar, wardDay(ms - 1)) ?? ms;
    case 'endOfHalfDay':
      return (ms) => endOfHalf(calendar, ms) ?? ms;
  }
}

/**
 * Gives back the working time that pauses took (DOMAIN 4.6 no. 8). The second round matters when a pause begins in the
 * hours that rounding to the end of the day had granted: they come back too, so a paused dossier never falls due.
 */
function runPauses(
  plan: Plan,
  pauses: readonly Span[],
  calendar: WorkCalendar,
  round: Rounding,
): number | null {
  let fromMs = plan.countFromMs;
  let dueAtMs = plan.dueAtMs;
  while (pausedMs(pauses, fromMs, dueAtMs, calendar) > 0) {
    const end = advance(calendar, fromMs, workMsBetween(calendar, fromMs, dueAtMs), pauses);
    if (end === null) return null;
    fromMs = end;
    dueAtMs = round(end);
  }
  return dueAtMs;
}

function pausedMs(pauses: readonly Span[], fromMs: number, toMs: number, calendar: WorkCalendar): number {
  const lost = (pause: Span) =>
    workMsBetween(calendar, Math.max(pause.fromMs, fromMs), Math.min(pause.toMs, toMs));
  return pauses.reduce((sum, pause) => sum + lost(pause), 0);
}

function pausedSteps(
  pauses: readonly Span[],
  fromMs: number,
  toMs: number,
  calendar: WorkCalendar,
): readonly DueStep[] {
  return pauses
    .filter((pause) => pausedMs([pause], fromMs, toMs, calendar) > 0)
    .map((pause) => {
      const value = Math.round(pausedMs([pause], fromMs, toMs, calendar) / MINUTE_MS);
      return pausedStep(pause, { unit: 'workingMinute', value });
    });
}

function laterWorkingDay(calendar: WorkCalendar, day: string, n: number): string | null {
  let later: string | null = day;
  for (let i = 0; i < n && later !== null; i += 1) later = nextWorkingDay(calendar, later);
  return later;
}

/** The same clock time on a day; if the day lacks it, its last working instant before, else its first. */
function sameTimeOn(calendar: WorkCalendar, { startMs: ms, today }: Start, day: string): number {
  const sessions = sessionsOf(calendar, day);
  const wished = wardInstant(day, '00:00') + (ms - wardInstant(today, '00:00'));
  if (sessions.some(({ startMs, endMs }) => startMs <= wished && wished < endMs)) return wished;
  return sessions.findLast(({ endMs }) => endMs <= wished)?.endMs ?? sessions[0]?.startMs ?? wished;
}
