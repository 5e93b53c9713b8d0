import { parseBirthDate } from '../../../../../shared/law/ids/birth-date.ts';
import {
  parsePersonalNumber,
  personalNumberWarnings,
} from '../../../../../shared/law/ids/personal-number.ts';
import type { Person } from '../../../../../shared/event/dossier-facts.ts';

/**
 * The birth year in a typed personal number when it differs from the typed birth date, else null. It may have been
 * corrected later, so it is said and blocks nothing (DOMAIN 3.4). While either is not yet whole there is nothing to say.
 * @param today ward day
 */
export function differingBirthYear(
  { idNumber, birthDate }: Pick<Person, 'idNumber' | 'birthDate'>,
  today: string,
): number | null {
  const number = parsePersonalNumber(idNumber);
  const date = parseBirthDate(birthDate, today);
  if (!number.ok || !date.ok) return null;
  // Sex is not asked at the counter.
  const warnings = personalNumberWarnings(number.value, { sex: null, birthDate: date.value });
  return warnings.find((warning) => warning.contradicts === 'birthYear')?.says ?? null;
}
