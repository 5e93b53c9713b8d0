import { err, ok } from '../../basics/result.ts';
import { toWardIso } from '../../basics/time.ts';
import { dueDate } from '../due.ts';
import type { Result } from '../../basics/result.ts';
import type { CalendarPlace, WorkCalendar } from '../calendar.ts';
import type { DuePolicy, DueRefusal, Limit, Pause } from './due-case.ts';
import type { DueStep } from './due-trace.ts';
import type { Due } from './whole-days.ts';

/**
 * One step of a procedure with a limit of its own: an agency of a chain (liên thông), or a stage (giai đoạn).
 * `begins: 'applicant'` waits for an act of the citizen, such as the proof that the land tax is paid.
 */
export type Stage = {
  readonly name: string;
  readonly limit: Limit;
  /** Whose working time counts. */
  readonly place: CalendarPlace;
  readonly begins: 'previous' | 'applicant';
  /** When it truly began; null while it has not, or is not known. */
  readonly beganAtMs: number | null;
  readonly pauses: readonly Pause[];
};

/** A step's own date: by when it truly began, else by the plan; null while a step before it waits for the citizen. */
export type StageDue = { readonly name: string; readonly own: Due | null };

/** All dates of a chain. `total` is what the citizen was promised; null while it waits for the citizen. */
export type StagesDue = { readonly stages: readonly StageDue[]; readonly total: Due | null };

/** A refusal and the step it is about, counted from 0. */
export type StageRefusal = (DueRefusal & { readonly stage: number }) | { readonly code: 'stages-none' };

type World = { readonly calendarAt: (place: CalendarPlace) => WorkCalendar; readonly policy: DuePolicy };

/**
 * Dates of a procedure that goes through several hands [D09]. The total is the sum of the limits, each laid on the calendar
 * of the office that has the dossier: a step counts on from where the limit before it ends, so no day of receipt is left out
 * twice. A hand-over that comes early or late moves the date of the step itself, never the total.
 */
export function stagesDue(
  receivedAtMs: number,
  stages: readonly Stage[],
  world: World,
): Result<StagesDue, StageRefusal> {
  const dues: StageDue[] = [];
  const trace: DueStep[] = [];
  let planned: Due | null = null;
  let waiting = false;
  for (const [index, stage] of stages.entries()) {
    const plan = planOf(stage, index === 0 ? receivedAtMs : null, planned, world);
    waiting ||= plan === null;
    const own =
      stage.beganAtMs === null ? (waiting ? null : plan) : countFrom(stage, stage.beganAtMs, false, world);
    const wrong = [plan, own].find((due) => due !== null && !due.ok);
    if (wrong && !wrong.ok) return err({ ...wrong.error, stage: index });
    planned = !waiting && plan?.ok ? plan.value : null;
    dues.push({ name: stage.name, own: own?.ok ? own.value : null });
    if (planned) trace.push(...stepsOf(stage, planned, index));
  }
  if (dues.length === 0) return err({ code: 'stages-none' });
  if (planned === null) return ok({ stages: dues, total: null });
  const due: DueStep = { step: 'due', at: toWardIso(planned.dueAtMs) };
  return ok({ stages: dues, total: { dueAtMs: planned.dueAtMs, trace: [...trace, due] } });
}

/** The plan goes on from the step before; a step that waits for the citizen begins when the citizen acted. */
function planOf(
  stage: Stage,
  receivedAtMs: number | null,
  before: Due | null,
  world: World,
): Result<Due, DueRefusal> | null {
  if (receivedAtMs !== null) return countFrom(stage, receivedAtMs, false, world);
  if (stage.begins === 'applicant')
    return stage.beganAtMs === null ? null : countFrom(stage, stage.beganAtMs, false, world);
  return before && countFrom(stage, before.dueAtMs, true, world);
}

function countFrom(
  { limit, pauses, place }: Stage,
  receivedAtMs: number,
  continues: boolean,
  { calendarAt, policy }: World,
): Result<Due, DueRefusal> {
  return dueDate({ receivedAtMs, limit, pauses, continues }, calendarAt(place), policy);
}

/** Of each step the record keeps the way it was counted, then its name and end. */
function stepsOf({ name, begins }: Stage, { trace, dueAtMs }: Due, index: number): readonly DueStep[] {
  const first = index === 0 || begins === 'applicant';
  const counted = trace.slice(first ? 0 : 1, -1);
  return [...counted, { step: 'stage', name, until: toWardIso(dueAtMs) }];
}
