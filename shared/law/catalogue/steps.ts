import { stagesDue } from '../clock/stages.ts';
import { standingOf } from '../clock/standing.ts';
import { err, ok } from '../../basics/result.ts';
import type { Result } from '../../basics/result.ts';
import type { WorkCalendar } from '../calendar.ts';
import type { Pause } from '../clock/due-case.ts';
import type { Stage, StageRefusal, StagesDue } from '../clock/stages.ts';
import type { Standing } from '../clock/standing.ts';
import type { ActorRole } from '../life-cycle/roles.ts';
import type { Procedure } from '../procedure.ts';

/** One step of the internal process. */
export type ProcessStep = NonNullable<Procedure['steps']>[number];

/** How far a dossier has come: when each step ended, by order, null while it has not; steps after the list have not. */
export type StepProgress = {
  readonly startedAtMs: number;
  readonly finishedAtMs: readonly (number | null)[];
  /** When the dossier waited; the steps wait with it. */
  readonly pauses: readonly Pause[];
};

/** A step on a dossier. `standing` is null while the step before it has not ended. */
export type StepStanding = {
  readonly order: number;
  readonly name: string;
  readonly role: ActorRole;
  readonly dueAtMs: number | null;
  readonly standing: Standing | null;
};

/** No process is written down for the procedure, a step ended before the one before it, or no date can be given. */
export type StepRefusal =
  | StageRefusal
  | { readonly code: 'steps-none'; readonly field: 'steps' }
  | { readonly code: 'step-times-order'; readonly field: string };

/**
 * By when each step of the internal process is to be done, in working hours from the beginning, one after the other [N11].
 * `total` is the end of the last one. The procedure's own due date is another matter: the norms lie within it.
 */
export function stepsDue(
  procedure: Procedure,
  startedAtMs: number,
  calendar: WorkCalendar,
): Result<StagesDue, StepRefusal> {
  return datesOf(procedure.steps ?? [], { startedAtMs, finishedAtMs: [], pauses: [] }, calendar);
}

/**
 * Where each step stands at an instant. A step's norm runs from the true end of the step before it; while that has not
 * ended, its date is that of the plan, as in a chain of agencies.
 */
export function stepStandings(
  procedure: Procedure,
  progress: StepProgress,
  nowMs: number,
  calendar: WorkCalendar,
): Result<readonly StepStanding[], StepRefusal> {
  const { steps = [] } = procedure;
  const wrong = outOfOrder(progress);
  if (wrong !== null) return err({ code: 'step-times-order', field: `finishedAt.${wrong}` });
  const dates = datesOf(steps, progress, calendar);
  if (!dates.ok) return dates;
  return ok(
    steps.map(({ order, name, role }, index) => {
      const dueAtMs = dates.value.stages[index]?.own?.dueAtMs ?? null;
      const finishedAtMs = progress.finishedAtMs[index] ?? null;
      const began = beganAt(progress, index) !== null;
      const moment = finishedAtMs === null ? { nowMs } : { finishedAtMs };
      const standing = began && dueAtMs !== null ? standingOf(moment, dueAtMs, calendar) : null;
      return { order, name, role, dueAtMs, standing };
    }),
  );
}

function datesOf(
  steps: readonly ProcessStep[],
  progress: StepProgress,
  calendar: WorkCalendar,
): Result<StagesDue, StepRefusal> {
  if (steps.length === 0) return err({ code: 'steps-none', field: 'steps' });
  const stages = steps.map(({ name, hours }, index): Stage => ({
    name,
    limit: { value: hours, unit: 'workingHour' },
    place: {},
    begins: 'previous',
    beganAtMs: beganAt(progress, index),
    pauses: progress.pauses,
  }));
  // Working hours end at the minute, whatever the policy says of days.
  const world = { calendarAt: () => calendar, policy: { dueAt: 'sameTime', cutoff: null } } as const;
  return stagesDue(progress.startedAtMs, stages, world);
}

function beganAt({ startedAtMs, finishedAtMs }: StepProgress, index: number): number | null {
  return index === 0 ? startedAtMs : (finishedAtMs[index - 1] ?? null);
}

/** The first step that ended before it began, or ended while the one before it had not. */
function outOfOrder(progress: StepProgress): number | null {
  const index = progress.finishedAtMs.findIndex((endMs, place) => {
    const beganMs = beganAt(progress, place);
    return endMs !== null && (beganMs === null || endMs < beganMs);
  });
  return index < 0 ? null : index;
}
