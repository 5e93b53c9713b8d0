// What a change of the calendar would move: nothing is moved, slips that are printed stand (DOMAIN 4.6).
import { parseInstant } from '../../../../shared/basics/time.ts';
import { affectedDossiers } from '../../../../shared/law/calendar/affected.ts';
import { readCalendar } from '../../../../shared/law/calendar.ts';
import { defaultCalendar } from '../../../../shared/law/default-calendar.ts';
import { phaseOf } from '../../../../shared/law/life-cycle/acts.ts';
import type { CalendarPlace, WorkCalendar } from '../../../../shared/law/calendar.ts';
import type { Promised } from '../../../../shared/law/calendar/affected.ts';
import type { WardConfig } from '../../../../shared/law/ward.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Folded } from '../../../../shared/project/fold.ts';

/** Codes of the running dossiers that would get another date. */
export function movedBy(
  dossiers: readonly Folded<Dossier>[],
  { calendar = defaultCalendar }: Pick<WardConfig, 'calendar'>,
  after: (place: CalendarPlace) => WorkCalendar,
): readonly string[] {
  const running = dossiers.flatMap(({ state }) => (state ? promisedOf(state) : []));
  return affectedDossiers(running, (place) => readCalendar(calendar, place), after).map(({ id }) => id);
}

/** A running dossier whose date was counted by the rules; one that a person or a letter set is moved by nobody. */
function promisedOf(dossier: Dossier): readonly Promised[] {
  const { code, clock, status, extensions, procedure, receivedAt, pauses } = dossier;
  const receivedAtMs = parseInstant(receivedAt);
  if (phaseOf(status) !== 'working' || !clock || extensions > 0 || receivedAtMs === null) return [];
  const stood = pauses.map(({ from, to }) => ({
    fromMs: parseInstant(from) ?? receivedAtMs,
    toMs: to === null ? null : parseInstant(to),
  }));
  const kase = { receivedAtMs, limit: clock.limit, pauses: stood };
  return [{ id: code, kase, policy: clock.policy, place: { field: procedure.fieldId } }];
}
