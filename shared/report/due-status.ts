import { parseInstant, wardDay } from '../basics/time.ts';
import { readCalendar } from '../law/calendar.ts';
import { standingOf, usualStandingRule } from '../law/clock/standing.ts';
import { advance, daysToCome } from '../law/clock/work-time.ts';
import { defaultCalendar } from '../law/default-calendar.ts';
import { dossierStates } from '../law/life-cycle/states.ts';
import type { WorkCalendar } from '../law/calendar.ts';
import type { Standing, StandingRule } from '../law/clock/standing.ts';
import type { DossierState } from '../law/life-cycle/states.ts';
import type { WardConfig } from '../law/ward.ts';

/** How a dossier stands with its due date; `ended`: withdrawn, stopped or found ineligible. */
export type DueStatus = 'in-time' | 'soon' | 'late' | 'paused' | 'ready' | 'returned' | 'ended';

type Dated = {
  readonly status: DossierState;
  readonly dueAt: string;
  readonly procedure: { readonly fieldId: string };
};

/** What a ward's dates are read by: working time of each field, and what it calls nearly due. Keeps what it has counted. */
export type DueWorld = {
  readonly rule: StandingRule;
  readonly calendarOf: (fieldId: string) => WorkCalendar;
  /** The instant from which on a date is not nearly due yet, seen from `nowMs`; null: every date is. */
  readonly nearlyUntil: (fieldId: string, nowMs: number) => number | null;
};

const MINUTE_MS = 60_000;

/** Working time and words of a ward, made ready once: each date after that costs two comparisons. */
export function dueWorldOf(ward: Pick<WardConfig, 'calendar' | 'standing'>): DueWorld {
  const data = ward.calendar ?? defaultCalendar;
  const scoped = new Set((data.scopes ?? []).flatMap(({ field }) => field ?? []));
  const calendars = new Map<string, WorkCalendar>();
  const untils = new Map<WorkCalendar, { readonly nowMs: number; readonly untilMs: number | null }>();
  const rule = ward.standing ?? usualStandingRule;
  const calendarOf = (fieldId: string): WorkCalendar => {
    const field = scoped.has(fieldId) ? fieldId : '';
    const calendar = calendars.get(field) ?? readCalendar(data, field === '' ? {} : { field });
    calendars.set(field, calendar);
    return calendar;
  };
  const nearlyUntil = (fieldId: string, nowMs: number): number | null => {
    const calendar = calendarOf(fieldId);
    const known = untils.get(calendar);
    if (known?.nowMs === nowMs) return known.untilMs;
    // Whole minutes count: the last nearly due instant lies just before one minute more has been worked.
    const untilMs = advance(calendar, nowMs, (rule.nearlyMinutes + 1) * MINUTE_MS, []);
    untils.set(calendar, { nowMs, untilMs });
    return untilMs;
  };
  return { rule, calendarOf, nearlyUntil };
}

const worlds = new WeakMap<WardConfig, DueWorld>();

/** A ward's dates, made ready once however many ask. */
export function dueWorldAt(ward: WardConfig): DueWorld {
  const world = worlds.get(ward) ?? dueWorldOf(ward);
  worlds.set(ward, world);
  return world;
}

/**
 * How a dossier stands at an instant, as `standingOf` would say, without counting its working time [FG9]: paused ones are
 * never late, finished ones stand by their step.
 */
export function dueStatus(dossier: Dated, nowMs: number, world: DueWorld): DueStatus {
  const { clock, national } = dossierStates[dossier.status];
  if (clock === 'paused') return 'paused';
  if (clock === 'end') return 'ended';
  if (clock === 'stopped') return national === 10 ? 'returned' : 'ready';
  const dueMs = parseInstant(dossier.dueAt);
  if (dueMs === null) return 'in-time';
  if (nowMs > dueMs) return 'late';
  const untilMs = world.nearlyUntil(dossier.procedure.fieldId, nowMs);
  return untilMs === null || dueMs < untilMs ? 'soon' : 'in-time';
}

/**
 * The working time left or overdue of a dossier whose date runs; null for one that is paused or over. A limit of days counts
 * from the day after the receipt, so that a day of which nothing is worked yet is told in hours: before its first hour a
 * limit of 3 days is not 4, and what is due today is not a day away.
 */
export function dueStanding(dossier: Dated, nowMs: number, world: DueWorld): Standing | null {
  const dueMs = parseInstant(dossier.dueAt);
  if (dueMs === null || dossierStates[dossier.status].clock !== 'runs') return null;
  const calendar = world.calendarOf(dossier.procedure.fieldId);
  const standing = standingOf({ nowMs }, dueMs, calendar, world.rule);
  if (standing.status === 'overdue') return standing;
  // What is due on the next working day is one day away once today's work is over.
  const least = wardDay(nowMs) < wardDay(dueMs - 1) ? 1 : 0;
  return { ...standing, mostDays: Math.max(least, daysToCome(calendar, nowMs, dueMs)) };
}
