import type { lock as viLock, pin as viPin } from '../../vi/people/lock.ts';

/** The page is covered; who comes back, who comes instead. */
export const lock = {
  title: 'The screen is locked',
  because: {
    idle: 'Nobody touched the machine for a while, so it locked itself. Your work is kept as it was.',
    pressed: 'Your work is kept behind this page as it was.',
    ended: 'The session has ended. Your work is kept as it was.',
  },
  mine: 'Unlock',
  pin: 'PIN',
  unlock: 'Unlock',
  other: 'Somebody else takes over',
  otherHint:
    'Who comes next does not see the work of who was here before. A dossier being typed stays among that clerk’s drafts.',
  come: 'Start work',
  back: 'Back',
  now: 'Lock',
  left: (minutes: number, seconds: number): string =>
    `Try again in ${minutes} min ${String(seconds).padStart(2, '0')} s.`,
  again: 'The lock-out is over. Type the PIN again.',
} satisfies typeof viLock;

/** A clerk's PIN. */
export const pin = {
  title: 'Change my PIN',
  open: 'Change my PIN',
  old: 'PIN in use',
  fresh: 'New PIN',
  again: 'New PIN once more',
  rules: '4 to 8 digits; no runs, no repeated digits, no year or date of birth.',
  submit: 'Change PIN',
  cancel: 'Cancel',
  close: 'Close',
  done: 'The PIN is changed. Sign in with the new one next time.',
  first: 'This is a temporary PIN. Set a PIN of your own to start work.',
  faults: {
    'pin-format': 'A PIN has 4 to 8 digits.',
    'pin-weak': 'This one is easy to guess (a run or repeated digits). Choose another.',
    'pin-birthday': 'This one looks like a date or year of birth. Choose another.',
    differ: 'The two new PINs are not the same.',
  },
} satisfies typeof viPin;
