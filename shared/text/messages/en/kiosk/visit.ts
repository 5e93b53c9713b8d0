import type { visit as viVisit } from '../../vi/kiosk/visit.ts';

/** A visit that is more than a tap on a field, English. */
export const visit = {
  checkIn: {
    tile: 'Appointment or online filing',
    tileHint: 'Touch to check in with your code',
    title: 'Check in: appointment or online filing',
    scan: 'Hold the QR code of your appointment to the scanner, or type its code.',
    label: 'Appointment code',
    hint: 'The code has 8 letters and digits. For example: K7QM4X9D',
    find: 'Check',
    looking: 'Checking…',
    result: 'Appointment',
    at: (time: string, weekday: string, day: string): string => `${time}, ${weekday} ${day}`,
    take: 'Take my number',
    takePlain: 'Take an ordinary number',
    again: 'Type another code',
    timing: {
      early: (from: string): string =>
        `You are early. You get a number; you will be called from about ${from}, or earlier when nobody else waits.`,
      'on-time': 'You are on time. Touch “Take my number”; you are called by appointment.',
      late: 'The time of the appointment has passed. You get a number, and wait in turn like everybody else.',
    },
    answers: {
      unknown: {
        title: 'There is no appointment with this code.',
        todo: 'Please check the code. If you filed online, take a number and show the code of the filing at the counter.',
      },
      'come-later': {
        title: 'Your appointment is on another day.',
        todo: 'Please come back on that day. If it is urgent, take an ordinary number today.',
      },
      past: {
        title: 'The day of this appointment has passed.',
        todo: 'Please take an ordinary number; you are served like everybody else.',
      },
      cancelled: {
        title: 'This appointment was cancelled.',
        todo: 'Please take an ordinary number, or ask a member of staff for a new appointment.',
      },
      arrived: {
        title: 'This appointment has its number already.',
        todo: 'Each appointment gets one number. If you lost the ticket, a member of staff prints it again.',
      },
      'too-many': {
        title: 'Too many wrong codes.',
        todo: 'Please go to a counter, a clerk will look for you. QR codes can still be scanned here.',
      },
    },
    tooShort: (missing: number): { readonly title: string; readonly todo: string } => ({
      title: `The code lacks ${missing} ${missing === 1 ? 'sign' : 'signs'}.`,
      todo: 'A code has 8 letters and digits. Please type the rest.',
    }),
    became: (number: string): string => `Your number: ${number}`,
  },
  several: {
    open: 'I have several matters',
    close: 'Just one matter',
    title: 'Choose what you came for',
    hint: (most: number): string =>
      `Touch the fields in order, at most ${most}. You take one number for all.`,
    chosen: (count: number): string => (count === 1 ? '1 matter chosen' : `${count} matters chosen`),
    take: (count: number): string => (count < 2 ? 'Take a number' : `Take one number for ${count} matters`),
    nothing: 'Touch the first field',
    full: (most: number): string => `At most ${most} matters in one visit.`,
    afterwards: (names: string): string => `Then: ${names}`,
  },
  person: {
    title: 'Please type your id number',
    why: (max: number): string =>
      max === 1
        ? 'Everybody takes one number a day, so that all have their turn.'
        : `Everybody takes at most ${max} numbers a day, so that all have their turn.`,
    kept: 'The machine does not keep the number or show it to anybody; it keeps a check mark that cannot be read back.',
    label: 'Id number (12 digits), or scan the QR code of your id card',
    wrong: 'An id number has 12 digits. Please look at your card again.',
    take: 'Take a number',
    none: 'No card with you? Please ask a member of staff for a number.',
  },
  scanned: {
    title: 'This code is not for this machine',
    'id-card': {
      title: 'This is the code of an id card.',
      todo: 'The machine ignored it and kept nothing. To look up a dossier, scan the QR code of your slip. For a procedure, take a number and show the card to the clerk.',
    },
    'health-card': {
      title: 'This is the code of a health insurance card.',
      todo: 'The machine ignored it and kept nothing. Please take a number and show the card to the clerk.',
    },
    url: {
      title: 'This code opens a web page.',
      todo: 'This machine opens no web pages. Please scan it with a phone, or ask a member of staff.',
    },
    'other-ticket': {
      title: 'This ticket is from another day.',
      todo: 'A number is good for the day on the ticket. Please take a new one.',
    },
    other: {
      title: 'The machine does not know this code.',
      todo: 'It reads the codes of slips, tickets and appointments. With other papers, take a number; the clerk will look at them.',
    },
  },
} satisfies typeof viVisit;
