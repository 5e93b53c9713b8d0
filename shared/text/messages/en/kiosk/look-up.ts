import type { lookUp as viLookUp } from '../../vi/kiosk/look-up.ts';

/** Looking up a dossier at the kiosk, English. */
export const lookUp = {
  title: 'Look up a dossier',
  scan: 'Hold the QR code of your appointment slip to the scanner, or type the dossier code.',
  label: 'Dossier code on your slip',
  hint: (unit: string): string =>
    `You may leave out ${unit} and type the figures after it. For example: 260605-0001`,
  find: 'Look up',
  looking: 'Looking…',
  again: 'Look up another code',
  result: 'Result',
  yours: 'Your dossier',
  scanForName: 'Scan the QR code of the slip to see the procedure too.',
  code: (code: string): string => `Dossier ${code}`,
  state: 'State',
  due: 'Result promised for',
  dueAt: (time: string, weekday: string, day: string): string => `${time}, ${weekday} ${day}`,
  received: 'Received on',
  goTo: 'What to do',
  proven: 'This slip is genuine, issued here.',
  private: 'This machine shows nobody’s name or id number.',
  take: 'Take a number',
  or: 'or',
  anyCounter: 'any counter',
  steps: {
    working: 'No need to come yet. Please come back on the day promised, with your slip.',
    late: (at: string): string => `The dossier is overdue. Take a number and ask the clerk at ${at}.`,
    ready: (at: string): string => `The result is ready. Take a number, go to ${at} and bring your slip.`,
    supplement: (at: string): string => `More papers are needed. Take a number and bring them to ${at}.`,
    duty: (at: string): string =>
      `A payment is awaited, as the notice says. When paid, take a number and bring the receipt to ${at}.`,
    paused: (at: string): string => `The dossier is paused. Please ask the clerk at ${at}.`,
    post: 'The result is on its way by post to the address you gave.',
    returned: (at: string): string =>
      `The result was handed over. If you have not received it, see the clerk at ${at}.`,
    ended: (at: string): string => `The dossier is closed. Please see the clerk at ${at} for the notice.`,
  },
  answers: {
    'not-here': {
      title: 'There is no dossier with this code here.',
      todo: 'Please check the code on your slip and type it again, or ask a member of staff.',
    },
    forged: {
      title: 'This slip was not issued here, or it was changed.',
      todo: 'The signature in its QR code is wrong. Please take it to a counter to have it checked.',
    },
    foreign: {
      title: 'This slip is from another office.',
      todo: 'Please look it up where you handed in the dossier; its name stands at the top of the slip.',
    },
    unreadable: {
      title: 'The code could not be read.',
      todo: 'Please smooth the paper and scan again, or type the dossier code.',
    },
    'too-many': {
      title: 'Too many wrong codes.',
      todo: 'Please go to a counter, the clerk looks it up at once. The QR code of a slip can still be scanned here.',
    },
    'at-counter': {
      title: 'Please ask at a counter.',
      todo: 'This machine holds no dossiers and cannot tell. Take a number; the clerk looks it up at once.',
    },
  },
} satisfies typeof viLookUp;
