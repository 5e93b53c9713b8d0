import { parseInstant } from '../../../../../shared/basics/time.ts';
import { isPaused } from '../../../../../shared/law/life-cycle/acts.ts';
import { actOfFact, courseAfter, courseOf } from '../../../../../shared/project/course.ts';
import { workMinutesBetween } from '../../../../../shared/law/clock/work-time.ts';
import type { Course } from '../../../../../shared/event/course.ts';
import type { WorkCalendar } from '../../../../../shared/law/calendar.ts';
import type { ProcessStep } from '../../../../../shared/law/catalogue/steps.ts';
import type { DossierAct } from '../../../../../shared/law/life-cycle/acts.ts';
import type { ActorRole } from '../../../../../shared/law/life-cycle/roles.ts';
import type { CourseEvent } from '../../../../../shared/slip/acts/dossier-papers.ts';

/** A place that a dossier was at, and how much working time it took there; waits are none of it. */
export type Stay = { readonly place: string | null; readonly workMinutes: number; readonly current: boolean };

/** The working time of a dossier at each place, in the order in which it first came there. `place` null: the desk. */
export function staysOf(
  events: readonly CourseEvent[],
  nowMs: number,
  calendar: WorkCalendar,
): readonly Stay[] {
  let course: Course | null = null;
  let sinceMs = 0;
  const minutes = new Map<string | null, number>();
  const spend = (untilMs: number): void => {
    if (!course || isPaused(course.status) || course.readyAt !== null || course.endedAt !== null) return;
    const place = placeOf(course);
    minutes.set(
      place,
      (minutes.get(place) ?? 0) + workMinutesBetween(sinceMs, Math.max(sinceMs, untilMs), calendar),
    );
  };
  for (const { fact, wall, lost = false } of events) {
    if (lost) continue;
    const after: Course | null =
      fact.type === 'dossier-received' ? courseOf(fact.body) : course && courseAfter(course, fact);
    if (!after) continue;
    const atMs = parseInstant('at' in fact.body ? fact.body.at : wall) ?? sinceMs;
    spend(atMs);
    course = after;
    sinceMs = atMs;
  }
  spend(nowMs);
  const isOver = course === null || course.readyAt !== null || course.endedAt !== null;
  const here = course === null ? null : placeOf(course);
  return [...minutes].map(([place, workMinutes]) => ({
    place,
    workMinutes,
    current: !isOver && place === here,
  }));
}

function placeOf({ agency, office }: Course): string | null {
  return agency ?? office;
}

/** The acts that end a step of the internal process, by the role that the step is for. */
const endings: Readonly<Partial<Record<ActorRole, readonly DossierAct[]>>> = {
  reception: ['hand-over', 'release', 'return', 'return-home', 'return-electronically', 'prove-delivery'],
  specialist: ['submit', 'sign', 'release'],
  leader: ['sign', 'find-ineligible', 'release'],
  registry: ['release'],
  head: ['assign-anew', 'hand-over', 'submit', 'release'],
};

/**
 * When each step of the internal process ended, told from the acts: the next act in order that its role ends a step with.
 * Null for steps that have not ended.
 */
export function stepEnds(
  steps: readonly ProcessStep[],
  events: readonly CourseEvent[],
): readonly (number | null)[] {
  const acts = events.flatMap(({ fact, lost = false }) => {
    const act = lost ? null : actOfFact(fact);
    const atMs = act === null || !('at' in fact.body) ? null : parseInstant(fact.body.at);
    return act === null || atMs === null ? [] : [{ act, atMs }];
  });
  let from = 0;
  let stopped = false;
  return steps.map(({ role }, index) => {
    const ending = endings[role] ?? [];
    const isLast = index === steps.length - 1;
    const at = acts.findIndex(
      ({ act }, place) => place >= from && ending.includes(act) && (!isLast || act !== 'hand-over'),
    );
    if (stopped || at < 0) {
      stopped = true;
      return null;
    }
    // A result at the desk ends every step inside the house at once, so it may end several of them.
    from = acts[at]?.act === 'release' ? at : at + 1;
    return acts[at]?.atMs ?? null;
  });
}
