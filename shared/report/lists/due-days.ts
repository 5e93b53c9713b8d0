import { addDays, parseInstant, wardDay } from '../../basics/time.ts';
import { nextWorkingDay } from '../../law/clock/work-time.ts';
import { dueStanding } from '../due-status.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { DueWorld } from '../due-status.ts';

type Dated = Pick<Dossier, 'id' | 'status' | 'dueAt' | 'procedure'>;

/** Running dossiers by the day they are due, as ids, nearest due first. */
export type DueDays = {
  readonly overdue: readonly string[];
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  /** On the next day the field works; on a Friday that is Monday, and `tomorrow` is empty. */
  readonly nextWorkingDay: readonly string[];
};

/** Due today, tomorrow and on the next working day; what is paused or finished is in no list [FG8]. */
export function dueDays(dossiers: Iterable<Dated>, nowMs: number, world: DueWorld): DueDays {
  const today = wardDay(nowMs);
  const running = [...dossiers]
    .filter((dossier) => dueStanding(dossier, nowMs, world) !== null)
    .map(({ id, dueAt, procedure }) => ({ id, dueMs: parseInstant(dueAt) ?? 0, field: procedure.fieldId }))
    .sort((a, b) => a.dueMs - b.dueMs || (a.id < b.id ? -1 : 1));
  const on = (dayOf: (field: string) => string | null) =>
    // A due time of 24:00 still belongs to the day it ends.
    running
      .filter(({ dueMs, field }) => dueMs >= nowMs && wardDay(dueMs - 1) === dayOf(field))
      .map(({ id }) => id);
  return {
    overdue: running.filter(({ dueMs }) => nowMs > dueMs).map(({ id }) => id),
    today: on(() => today),
    tomorrow: on(() => addDays(today, 1)),
    nextWorkingDay: on((field) => nextWorkingDay(world.calendarOf(field), today)),
  };
}
