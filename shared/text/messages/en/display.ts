import type { display as viDisplay } from '../vi/display.ts';

/** Words of the waiting room's display, English. */
export const display = {
  title: 'Now serving',
  nowCalling: 'Now calling',
  recent: 'Just called',
  lastCalled: 'Just called',
  slide: 'Picture of the ward',
  waiting: 'Coming up',
  waitingCount: (count: number): string => `${count} waiting`,
  waitingBySeries: 'Waiting by letter',
  nobodyWaiting: 'Nobody is waiting',
  invite: (number: string, counter: string): string => `Number ${number}, please go to ${counter}`,
  emptyTitle: 'No number has been called today',
  emptyHint: 'Please take a number at the kiosk and watch this board',
  restTitle: 'The next number will be called here',
  restHint: 'Please watch this board and listen for your number',
  loading: 'Reading today’s queue…',
  away: (since: string): string =>
    `No connection to the desk’s host since ${since} – this board may be out of date`,
  strip: [
    'Please keep your ticket until you are done. When your number is called, go to the counter shown here.',
    'First: the elderly, people with disabilities, pregnant women, people with small children or meritorious service.',
    'Called three times and not there? Tell a member of staff, and your number is called again.',
  ],
  notices: 'Notices',
  otherDay: (day, kind, { reason, sessions }): string => {
    const kinds = {
      off: sessions === '' ? 'closed' : `open ${sessions} only`,
      work: sessions === '' ? 'open' : `open ${sessions}`,
      offMorning: 'closed in the morning',
      offAfternoon: 'closed in the afternoon',
    };
    return `${day}: ${kinds[kind]}${reason === '' ? '' : ` (${reason})`}.`;
  },
  zoneUnknown: (zone: string): string =>
    `The ward file has no area “${zone}” – this board calls for every counter`,
  sound: {
    turnOn: 'Turn sound on',
    off: 'Sound is off',
    quiet: 'Quiet hours, no sound',
    elsewhere: 'Spoken at another board',
  },
} satisfies typeof viDisplay;
