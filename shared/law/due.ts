import { err, ok } from '../basics/result.ts';
import { addDays, toWardIso, wardDay, wardInstant } from '../basics/time.ts';
import { mergePauses, refuseCase } from './clock/due-case.ts';
import { daysPassed } from './clock/due-trace.ts';
import { endOfHalf, nextHalf, sameHalfOn } from './clock/half-day.ts';
import {
  advance,
  endOfWork,
  isWorkingDay,
  nextWorkingDay,
  startOfWork,
  workingInstant,
  workMsBetween,
} from './clock/work-time.ts';
import { sessionsOf } from './calendar.ts';
import type { Result } from '../basics/result.ts';
import type { WorkCalendar } from './calendar.ts';
import type { DueCase, DuePolicy, DueRefusal } from './clock/due-case.ts';
import type { DueStep, PauseAdded } from './clock/due-trace.ts';
import type { Span } from './clock/work-time.ts';

/** A due instant and how it came about. */
export type Due = { readonly dueAtMs: number; readonly trace: readonly DueStep[] };

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
  const refusal = refuseCase(kase);
  if (refusal) return err(refusal);
  const { receivedAtMs, limit } = kase;
  const value = limit.value ?? 0;
  const pauses = mergePauses(kase.pauses);
  const startMs = workingInstant(calendar, receivedAtMs);
  const received: DueStep = { step: 'received', at: toWardIso(receivedAtMs) };
  if (limit.unit === 'hour') return ok(clockHours(received, receivedAtMs, value, pauses));
  if (startMs === null) return err({ code: 'no-working-time', after: wardDay(receivedAtMs) });
  const outside: DueStep = { step: 'outside-hours', countedFrom: toWardIso(startMs) };
  const steps = startMs === receivedAtMs ? [received] : [received, outside];
  if (limit.unit === 'calendarDay') return calendarDays(steps, startMs, value, pauses, calendar);
  const inHours = limit.unit === 'workingHour';
  const plan = inHours ? planHours(value, startMs, calendar) : planDays(value, startMs, calendar, policy);
  // Working hours end at the exact minute whatever the policy.
  const round = roundingOf(inHours ? 'sameTime' : policy.dueAt, calendar);
  const dueAtMs = plan && runPauses(plan, pauses, calendar, round);
  if (plan === null || dueAtMs === null) return err({ code: 'no-working-time', after: wardDay(startMs) });
  const paused = pausedSteps(pauses, plan.countFromMs, dueAtMs, calendar);
  return ok(finish([...steps, ...plan.steps, ...paused], dueAtMs));
}

function finish(steps: readonly DueStep[], dueAtMs: number): Due {
  return { dueAtMs, trace: [...steps, { step: 'due', at: toWardIso(dueAtMs) }] };
}

function planDays(value: number, startMs: number, calendar: WorkCalendar, policy: DuePolicy): Plan | null {
  const today = wardDay(startMs);
  const tomorrow = nextWorkingDay(calendar, today);
  if (value === 0) return planSameDay(startMs, tomorrow, calendar, policy.cutoff);
  if (tomorrow === null) return null;
  if (value === 0.5) return planHalfDay(startMs, tomorrow, calendar);
  const day = laterWorkingDay(calendar, today, value);
  if (day === null) return null;
  const steps: DueStep[] = [{ step: 'working-days', value, day, passed: daysPassed(calendar, today, day) }];
  switch (policy.dueAt) {
    case 'sameTime':
      return { steps, countFromMs: startMs, dueAtMs: sameTimeOn(calendar, startMs, day) };
    case 'endOfDay': {
      const countFromMs = startOfWork(calendar, tomorrow) ?? startMs;
      return { steps, countFromMs, dueAtMs: endOfWork(calendar, day) ?? startMs };
    }
    case 'endOfHalfDay': {
      const countFromMs = nextHalf(calendar, startMs, tomorrow)?.startMs ?? startMs;
      return { steps, countFromMs, dueAtMs: sameHalfOn(calendar, startMs, day) ?? startMs };
    }
  }
}

/** Within the day, to its end under every policy; received strictly after the cutoff, the next working day (Luật Hộ tịch, NĐ 23/2015). */
function planSameDay(
  startMs: number,
  tomorrow: string | null,
  calendar: WorkCalendar,
  cutoff: string | null,
): Plan | null {
  const today = wardDay(startMs);
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
function planHalfDay(startMs: number, tomorrow: string, calendar: WorkCalendar): Plan | null {
  const half = nextHalf(calendar, startMs, tomorrow);
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

function pausedStep(pause: Span, added: PauseAdded): DueStep {
  return { step: 'paused', from: toWardIso(pause.fromMs), to: toWardIso(pause.toMs), added };
}

/** N days and the whole days of each pause; a day off moves to the next working day, always to its end (art. 148.5). */
function calendarDays(
  steps: readonly DueStep[],
  startMs: number,
  value: number,
  pauses: readonly Span[],
  calendar: WorkCalendar,
): Result<Due, DueRefusal> {
  const first = wardDay(startMs);
  const trace: DueStep[] = [...steps, { step: 'calendar-days', value, day: addDays(first, value) }];
  let day = addDays(first, value);
  for (const pause of pauses) {
    const working = onWorkingDay(calendar, day);
    if (working === null) return err({ code: 'no-working-time', after: day });
    const fromDay = wardDay(Math.max(pause.fromMs, startMs));
    const added = daysFrom(fromDay, wardDay(pause.toMs));
    if (added <= 0 || pause.fromMs >= (endOfWork(calendar, working) ?? 0)) continue;
    // A pause that begins on the day a day off had moved the end to counts from there.
    day = addDays(fromDay > day ? working : day, added);
    trace.push(pausedStep(pause, { unit: 'day', value: added }));
  }
  const working = onWorkingDay(calendar, day);
  const dueAtMs = working === null ? null : endOfWork(calendar, working);
  if (working === null || dueAtMs === null) return err({ code: 'no-working-time', after: day });
  if (working !== day) trace.push({ step: 'moved-to-working-day', from: day, day: working });
  return ok(finish(trace, dueAtMs));
}

/** Limits in plain hours (urgent child protection) run by the clock, day and night. */
function clockHours(received: DueStep, receivedAtMs: number, value: number, pauses: readonly Span[]): Due {
  const steps: DueStep[] = [received, { step: 'clock-hours', value }];
  let dueAtMs = receivedAtMs + Math.round(value * HOUR_MS);
  for (const pause of pauses) {
    const lostMs = pause.toMs - Math.max(pause.fromMs, receivedAtMs);
    if (lostMs <= 0 || pause.fromMs >= dueAtMs) continue;
    dueAtMs += lostMs;
    steps.push(pausedStep(pause, { unit: 'minute', value: Math.round(lostMs / MINUTE_MS) }));
  }
  return finish(steps, dueAtMs);
}

function onWorkingDay(calendar: WorkCalendar, day: string): string | null {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

function laterWorkingDay(calendar: WorkCalendar, day: string, n: number): string | null {
  let later: string | null = day;
  for (let i = 0; i < n && later !== null; i += 1) later = nextWorkingDay(calendar, later);
  return later;
}

function daysFrom(from: string, to: string): number {
  return Math.round((wardInstant(to, '00:00') - wardInstant(from, '00:00')) / (24 * HOUR_MS));
}

/** The same clock time on a day; if the day lacks it, its last working instant before, else its first. */
function sameTimeOn(calendar: WorkCalendar, ms: number, day: string): number {
  const sessions = sessionsOf(calendar, day);
  const wished = wardInstant(day, '00:00') + (ms - wardInstant(wardDay(ms), '00:00'));
  if (sessions.some(({ startMs, endMs }) => startMs <= wished && wished < endMs)) return wished;
  return sessions.findLast(({ endMs }) => endMs <= wished)?.endMs ?? sessions[0]?.startMs ?? wished;
}
