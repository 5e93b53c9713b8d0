import type { feedback as viFeedback } from '../../vi/kiosk/feedback.ts';

/** What people think of a visit, and where suggestions go, English. */
export const feedback = {
  tile: 'Rate or suggest',
  tileHint: 'Touch to rate, or to be heard',
  title: 'Rate or suggest',
  rate: 'Rate the service',
  rateHint: 'Touch to rate the visit you have just finished: one question, no name',
  suggest: 'Make a suggestion',
  suggestHint: 'Touch to see the ways to be heard',
  number: {
    title: 'Rate your visit',
    scan: 'Hold the QR code of your ticket to the scanner, or type the number on it.',
    label: 'Number on the ticket',
    hint: 'For example: A014',
    next: 'Go on',
    keys: 'Keys for the number',
  },
  question: 'How do you rate the attitude of the clerk who received and guided you?',
  of: (number: string): string => `Number ${number}`,
  anonymous: 'No name is kept. Each number is rated once.',
  grades: {
    'very-satisfied': 'Very satisfied',
    satisfied: 'Satisfied',
    dissatisfied: 'Dissatisfied',
  },
  why: 'What was not good?',
  whyHint: 'Touch one or more, or send it as it is.',
  reasons: {
    'long-wait': 'Long wait',
    attitude: 'Attitude',
    unclear: 'Unclear guidance',
    'several-trips': 'Had to come several times',
    late: 'Result was late',
    'extra-papers': 'Papers that no rule asks for',
    other: 'Something else',
  },
  send: 'Send',
  sending: 'Being recorded…',
  thanks: 'Thank you',
  thanksHint: 'Your rating is recorded, without a name.',
  toSuggest: 'See how to make a suggestion',
  answers: {
    unknown: {
      title: 'There is no such number today.',
      todo: 'Please check the number on your ticket. A visit is rated on the same day.',
    },
    'not-yet': {
      title: 'This number has not been served to the end.',
      todo: 'Please come back to rate when you are done at the counter.',
    },
    rated: {
      title: 'This number has been rated already.',
      todo: 'Each number is rated once, so that the result is fair. Thank you.',
    },
    'too-many': {
      title: 'Too many wrong numbers.',
      todo: 'Please scan the QR code of your ticket, or ask a member of staff.',
    },
    failed: {
      title: 'The rating could not be recorded.',
      todo: 'Please try again in a few minutes, or ask a member of staff.',
    },
  },
  yourTurn: {
    waiting: (n: number): string => {
      if (n === 0) return 'You are next.';
      return n === 1 ? '1 person is before you.' : `${n} people are before you.`;
    },
    called: (counter: string): string => `The number is being called to ${counter}. Please go there now.`,
    serving: (counter: string): string => `The number is being served at ${counter}.`,
    held: 'The number is on hold. Please ask the clerk who saw you.',
    absent: 'The number was called and nobody came. Please see a member of staff now to be taken back.',
    closed: 'The number is closed. Please take a new one if you still need something.',
  },
  ways: {
    title: 'Suggestions and complaints',
    hint: 'Choose one of these ways. You are answered as the rules provide.',
    hotline: 'Call the hotline',
    hotlineHint: 'during working hours',
    box: 'Put a letter into the suggestion box',
    boxHint: 'at the desk; no name needed',
    office: 'Write to, or visit',
    clerk: 'Tell a member of staff',
    clerkHint: 'who writes it down and passes it on',
  },
} satisfies typeof viFeedback;
