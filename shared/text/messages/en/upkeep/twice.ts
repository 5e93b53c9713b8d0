import type { twice as viTwice } from '../../vi/upkeep/twice.ts';

/** Words about numbers that two tickets or dossiers bear. */
export const twice = {
  title: (count: number): string => (count === 1 ? 'A number stands twice' : `${count} numbers stand twice`),
  ticket: (number: string, day: string): string => `${number} of ${day}`,
  others: (count: number): string => `and ${count} more`,
  why: 'This machine was put back to an earlier state while there was no network, so it gave out numbers that others hold.',
  todo: 'Two people hold each of them. Look at both lines marked “Doubled”, tell the people concerned and correct the papers.',
  seen: 'Seen and dealt with',
  more: 'See details',
  signIn: 'A clerk signs in on the page “Reception desk” to note that it was seen and dealt with.',
} satisfies typeof viTwice;
