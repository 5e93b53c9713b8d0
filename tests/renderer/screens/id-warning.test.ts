import { expect, it } from 'vitest';
import { differingBirthYear } from '../../../renderer/screens/desk/intake/steps/id-warning.ts';

it.each([
  ['001190012345', '05/06/1991', 1990],
  ['001 190 012 345', '1991', 1990],
  ['001290012345', '05/1990', 2090],
  ['001190012345', '05/06/1990', null],
  ['001190012345', '', null],
  ['001190012345', '05/06/199', null],
  ['00119001234', '1991', null],
  ['C1234567', '1991', null],
  ['', '1991', null],
])('[D01] number %s with birth date "%s" differs by the year %s', (idNumber, birthDate, year) => {
  expect(differingBirthYear({ idNumber, birthDate }, '2026-06-05')).toBe(year);
});
