// What is accepted of a person at the counter, text by text [D01]; what may be left empty, and where a text is too long.
import { checkIdNumber, checkPerson } from '../../../../shared/decide/person-check.ts';
import { expectSame } from '../expect.ts';
import type { Person } from '../../../../shared/event/dossier-facts.ts';
import type { Dice } from '../../dice.ts';

const TODAY = '2026-06-05';
type Case = readonly [field: keyof Person, text: string, code: string | null, found?: number];

const long = (field: keyof Person, most: number): readonly Case[] => [
  [field, 'x'.repeat(most + 1), 'text-too-long', most + 1],
  [field, ' '.repeat(most), field === 'name' ? 'name-missing' : null],
];

const CASES: readonly Case[] = [
  ...long('name', 200),
  ...long('idNumber', 40),
  ...long('birthDate', 20),
  ...long('phone', 30),
  ...long('email', 200),
  ...long('address', 500),
  ['name', '', 'name-missing'],
  ['name', 'Lê', null],
  ['idNumber', '', null],
  ['idNumber', ' b1234567 ', null],
  ['idNumber', 'B12345678', null],
  ['idNumber', 'B123456', 'personal-number-letters'],
  ['idNumber', 'B123456789', 'personal-number-letters'],
  ['idNumber', 'BB1234567', 'personal-number-letters'],
  ['idNumber', 'B1234567x', 'personal-number-letters'],
  ['idNumber', '001185012345', null],
  ['idNumber', '00118501234', 'personal-number-length', 11],
  ['idNumber', '0011850123456', 'personal-number-length', 13],
  ['birthDate', '05/06/2026', null],
  ['birthDate', '06/06/2026', 'birth-date-future'],
  ['birthDate', 'hôm qua', 'birth-date-format'],
  ['phone', '0912 345 678', null],
  ['phone', '0112345678', 'phone-format', 10],
  ['phone', 'gọi sau', 'phone-letters'],
  ['email', ' a@b.vn ', null],
  ['email', 'a@b', 'email-format'],
  ['email', 'a@b.', 'email-format'],
  ['email', '@b.vn', 'email-format'],
  ['email', 'a a@b.vn', 'email-format'],
  ['email', 'a@b.vn c', 'email-format'],
  ['email', 'a@b@c.vn', 'email-format'],
];

/** Nothing typed but a name. */
const LE: Person = { name: 'Lê', idNumber: '', birthDate: '', phone: '', email: '', address: '' };

/** Looks at some persons with one or two odd texts. */
export function personRules(dice: Dice): void {
  for (let look = 0; look < 4; look += 1) {
    const cases = [dice.pick(CASES), dice.chance(0.3) ? dice.pick(CASES) : undefined].filter(
      (one) => one !== undefined,
    );
    // The later text of a field is the one that stands there.
    const texts = new Map(cases.map((one) => [one[0], one]));
    const person = {
      ...LE,
      ...Object.fromEntries([...texts.values()].map(([field, text]) => [field, text])),
    };
    const told = Object.keys(LE).flatMap((key) => {
      const [field, , code, found] = texts.get(key as keyof Person) ?? ['name', '', null];
      if (code === null) return [];
      return [{ field: `owner.${field}`, code, ...(found === undefined ? {} : { found }) }];
    });
    // A text that is too long is looked at no further, and nothing beside it.
    const tooLong = told.filter(({ code }) => code === 'text-too-long');
    expectSame(
      'D01',
      'a person',
      inOrder(checkPerson('owner', person, TODAY)),
      inOrder(tooLong.length > 0 ? tooLong : told),
    );
    const [field, text, code, found] = cases[0] ?? ['name', '', null];
    if (field !== 'idNumber' || code === 'text-too-long') continue;
    const one = { field: 'x', code, ...(found === undefined ? {} : { found }) };
    expectSame('D01', 'an identity number', checkIdNumber('x', text), code === null ? [] : [one]);
  }
}

function inOrder<T extends { readonly field: string }>(told: readonly T[]): readonly T[] {
  return [...told].sort((one, other) => (one.field < other.field ? -1 : 1));
}
