import { parseBirthDate } from '../law/ids/birth-date.ts';
import { parsePersonalNumber } from '../law/ids/personal-number.ts';
import { parsePhone } from '../law/ids/phone.ts';
import type { Person } from '../event/dossier-facts.ts';
import type { FieldRefusal } from './refusal.ts';

const LIMITS = { name: 200, idNumber: 40, birthDate: 20, phone: 30, email: 200, address: 500 } as const;

/** So many digits are an identity number of the old kind, a phone number or more. */
const DIGITS_OF_NUMBERS = 9;

/**
 * What the rules do not accept of a person: the name is needed, everything else may be left empty but must be right when it
 * is typed, since many people have no phone and some no card (DOMAIN 3.4, 3.6, 3.7). A passport is a letter and 7 or 8 digits.
 */
export function checkPerson(path: string, person: Person, today: string): readonly FieldRefusal[] {
  const tooLong = (Object.keys(LIMITS) as (keyof typeof LIMITS)[])
    .filter((key) => person[key].length > LIMITS[key])
    .map((key) => ({ field: `${path}.${key}`, code: 'text-too-long', found: person[key].length }));
  if (tooLong.length > 0) return tooLong;
  return [
    ...checkName(`${path}.name`, person.name),
    ...checkIdNumber(`${path}.idNumber`, person.idNumber),
    ...asField(`${path}.birthDate`, person.birthDate, (text) => parseBirthDate(text, today)),
    ...asField(`${path}.phone`, person.phone, parsePhone),
    ...(person.email.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email.trim())
      ? []
      : [{ field: `${path}.email`, code: 'email-format' }]),
  ];
}

/** What the rules do not accept of a name: empty, or the text of a card or a number that went into the wrong field. */
function checkName(field: string, name: string): readonly FieldRefusal[] {
  if (name.trim() === '') return [{ field, code: 'name-missing' }];
  const isName = !name.includes('|') && name.replace(/\D/g, '').length < DIGITS_OF_NUMBERS;
  return isName ? [] : [{ field, code: 'name-no-name' }];
}

/** What the rules do not accept of an identity number: empty, a passport number or 12 digits (DOMAIN 3.4). */
export function checkIdNumber(field: string, text: string): readonly FieldRefusal[] {
  if (/^[A-Z]\d{7,8}$/i.test(text.trim())) return [];
  return asField(field, text, parsePersonalNumber);
}

type Parsed =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: { readonly code: string; readonly digits?: number } };

function asField(field: string, text: string, parse: (text: string) => Parsed): readonly FieldRefusal[] {
  if (text.trim() === '') return [];
  const parsed = parse(text);
  if (parsed.ok) return [];
  const { code, digits } = parsed.error;
  return [digits === undefined ? { field, code } : { field, code, found: digits }];
}
