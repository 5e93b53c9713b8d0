import type { expected as viExpected } from '../../vi/people/expected.ts';

/** What is expected at a place of the settings; `{n}` is its bound. */
export const expected = {
  missing: 'write something, it may not be empty',
  number: 'write a number',
  least: 'write a number of at least {n}',
  most: 'write a number of at most {n}',
  'too-long': 'write at most {n} characters',
  'too-many': 'write at most {n} entries',
  time: 'write hours:minutes, such as 15:00',
  day: 'write year-month-day, such as 2027-09-02',
  letters: 'write letters from A to Z with spaces between',
  url: 'write a whole address, such as https://motcua.example.vn',
  choice: 'choose one of the list',
  phone: 'write phone numbers; several with commas between',
  'calendar-year-empty': 'every year has to keep working days',
  other: 'look at this place again',
} satisfies typeof viExpected;
