import { err, ok } from '../../basics/result.ts';
import { birthPlaces } from './birth-places.ts';
import { compactNumber } from './typed.ts';
import type { Result } from '../../basics/result.ts';
import type { PartialDate } from './birth-date.ts';

/** Sex as written on identity papers. */
export type Sex = 'male' | 'female';

/** What was typed cannot be a personal number. `digits` is how many there were. */
export type PersonalNumberRefusal =
  | { readonly code: 'personal-number-letters' }
  | { readonly code: 'personal-number-length'; readonly digits: number };

/**
 * Something to look at twice, with what the number says and what it contradicts. Never blocks: sex or birth year may have
 * been corrected later, and the number does not change (DOMAIN 3.4).
 */
export type PersonalNumberWarning =
  | { readonly contradicts: 'sex'; readonly says: Sex; readonly known: Sex }
  | { readonly contradicts: 'birthYear'; readonly says: number; readonly known: number }
  /** Its birth year lies after today. */
  | { readonly contradicts: 'today'; readonly says: number; readonly known: number }
  /** Its first three digits name no province and no country. */
  | { readonly contradicts: 'birthPlace'; readonly says: string };

/** What else is known of the person; null is not known. `today` is a ward day. */
export type KnownOfPerson = {
  readonly sex: Sex | null;
  readonly birthDate: PartialDate | null;
  readonly today?: string;
};

/** Codes from here on are foreign countries. */
const FIRST_COUNTRY = 100;

/** Số định danh cá nhân: exactly 12 digits (DOMAIN 3.4). Spaces, dots and dashes are left out. */
export function parsePersonalNumber(text: string): Result<string, PersonalNumberRefusal> {
  const number = compactNumber(text);
  if (!/^\d*$/.test(number)) return err({ code: 'personal-number-letters' });
  if (number.length !== 12) return err({ code: 'personal-number-length', digits: number.length });
  return ok(number);
}

/**
 * Where a personal number disagrees with what else is known: its first three digits tell the place of birth registration,
 * the 4th century and sex, the next two the year.
 * @param number 12 digits, as `parsePersonalNumber` gives them
 */
export function personalNumberWarnings(
  number: string,
  known: KnownOfPerson,
  places: ReadonlyMap<string, string> = birthPlaces,
): readonly PersonalNumberWarning[] {
  const warnings: PersonalNumberWarning[] = [];
  const sex = personalNumberSex(number);
  if (known.sex !== null && known.sex !== sex) {
    warnings.push({ contradicts: 'sex', says: sex, known: known.sex });
  }
  const year = personalNumberYear(number);
  const knownYear = known.birthDate === null ? null : Number(known.birthDate.slice(0, 4));
  if (knownYear !== null && knownYear !== year) {
    warnings.push({ contradicts: 'birthYear', says: year, known: knownYear });
  }
  const thisYear = known.today === undefined ? null : Number(known.today.slice(0, 4));
  if (thisYear !== null && year > thisYear) {
    warnings.push({ contradicts: 'today', says: year, known: thisYear });
  }
  if (birthPlaceOf(number, places) === null) {
    warnings.push({ contradicts: 'birthPlace', says: number.slice(0, 3) });
  }
  return warnings;
}

/** Birth year written in a personal number of 12 digits: 0 and 1 stand for the 20th century, 2 and 3 for the 21st … (DOMAIN 3.4). */
function personalNumberYear(number: string): number {
  return 1900 + Math.floor(Number(number[3]) / 2) * 100 + Number(number.slice(4, 6));
}

function personalNumberSex(number: string): Sex {
  return Number(number[3]) % 2 === 0 ? 'male' : 'female';
}

/** Where the birth was registered by a personal number: a province, `foreign` (from 100), or null for a code that is not given out. */
export function birthPlaceOf(
  number: string,
  places: ReadonlyMap<string, string> = birthPlaces,
): string | null {
  const code = number.slice(0, 3);
  return Number(code) >= FIRST_COUNTRY ? 'foreign' : (places.get(code) ?? null);
}
