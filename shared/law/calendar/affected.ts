import { toWardIso } from '../../basics/time.ts';
import { workMinutesBetween } from '../clock/work-time.ts';
import { dueDate } from '../due.ts';
import type { CalendarPlace, WorkCalendar } from '../calendar.ts';
import type { DueCase, DuePolicy, DueRefusal } from '../clock/due-case.ts';

/** A running dossier and all that its due date was counted from. */
export type Promised = {
  readonly id: string;
  readonly kase: DueCase;
  readonly policy: DuePolicy;
  readonly place: CalendarPlace;
};

/**
 * A dossier whose date would be another under the changed calendar. `workMinutes` is what the citizen would wait longer, in
 * the new calendar's working time; negative when the date comes earlier. With no new date, why.
 */
export type Affected = { readonly id: string; readonly dueAt: string } & (
  { readonly newDueAt: string; readonly workMinutes: number } | { readonly refusal: DueRefusal }
);

/**
 * The dossiers that a change of the calendar would move, in the order given. It changes nothing: slips already printed stand
 * until a person decides (DOMAIN 4.6 no. 10). Dossiers that had no date before are not in the list.
 */
export function affectedDossiers(
  dossiers: readonly Promised[],
  before: (place: CalendarPlace) => WorkCalendar,
  after: (place: CalendarPlace) => WorkCalendar,
): readonly Affected[] {
  return dossiers.flatMap(({ id, kase, policy, place }): readonly Affected[] => {
    const old = dueDate(kase, before(place), policy);
    if (!old.ok) return [];
    const calendar = after(place);
    const next = dueDate(kase, calendar, policy);
    const dueAt = toWardIso(old.value.dueAtMs);
    if (!next.ok) return [{ id, dueAt, refusal: next.error }];
    if (next.value.dueAtMs === old.value.dueAtMs) return [];
    const workMinutes = workMinutesBetween(old.value.dueAtMs, next.value.dueAtMs, calendar);
    return [{ id, dueAt, newDueAt: toWardIso(next.value.dueAtMs), workMinutes }];
  });
}
