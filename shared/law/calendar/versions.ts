import { err, ok } from '../../basics/result.ts';
import { wardDay } from '../../basics/time.ts';
import { readCalendar, worksInYear } from '../calendar.ts';
import type { Result } from '../../basics/result.ts';
import type { CalendarData, CalendarPlace } from '../calendar.ts';

/** A calendar as it was put into force: who, when, by which document. A version is never changed, only followed by another. */
export type CalendarVersion = {
  readonly calendar: CalendarData & { readonly version: string };
  readonly publishedAtMs: number;
  readonly by: string;
  /** Number and date of the document that ordered it, or the reason where there is none. */
  readonly ground: string;
};

/** Why a calendar is not put into force; `field` names what is wrong. */
export type CalendarVersionRefusal =
  | { readonly code: 'calendar-version-twice'; readonly field: string; readonly version: string }
  | { readonly code: 'calendar-version-order'; readonly field: string; readonly after: string }
  | { readonly code: 'calendar-ground-missing'; readonly field: string }
  | { readonly code: 'calendar-year-empty'; readonly field: string; readonly year: number };

/** The version that dates are counted by at an instant: the last one put into force until then. Null before the first. */
export function calendarAt(versions: readonly CalendarVersion[], atMs: number): CalendarVersion | null {
  return versions.findLast(({ publishedAtMs }) => publishedAtMs <= atMs) ?? null;
}

/**
 * The history with one version more. Dates counted before keep their version in their trace; which of them would now be
 * others tells `affectedDossiers`. Refused: a name used before, a time before the last version, no ground, and a calendar
 * without one working day in the year of its start or the next, for the office or for one of its scopes.
 */
export function publishCalendar(
  versions: readonly CalendarVersion[],
  next: CalendarVersion,
): Result<readonly CalendarVersion[], CalendarVersionRefusal> {
  const { version } = next.calendar;
  if (versions.some(({ calendar }) => calendar.version === version))
    return err({ code: 'calendar-version-twice', field: 'version', version });
  const last = versions.at(-1);
  if (last && next.publishedAtMs <= last.publishedAtMs)
    return err({ code: 'calendar-version-order', field: 'publishedAt', after: last.calendar.version });
  if (next.ground.trim() === '') return err({ code: 'calendar-ground-missing', field: 'ground' });
  const empty = emptyYear(next.calendar, Number(wardDay(next.publishedAtMs).slice(0, 4)));
  return empty ? err({ code: 'calendar-year-empty', ...empty }) : ok([...versions, next]);
}

function emptyYear(
  calendar: CalendarData,
  firstYear: number,
): { readonly field: string; readonly year: number } | null {
  const places: readonly (readonly [name: string, place: CalendarPlace])[] = [
    ['sessions', {}],
    ...(calendar.scopes ?? []).map((scope, index) => [`scopes.${index}.sessions`, scope] as const),
  ];
  for (const year of [firstYear, firstYear + 1]) {
    const [name] = places.find(([, place]) => !worksInYear(readCalendar(calendar, place), year)) ?? [];
    if (name !== undefined) return { field: name, year };
  }
  return null;
}
