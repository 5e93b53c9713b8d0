import { counterDay } from './desk/counter-day.ts';
import { counterWork } from './desk/counter-work.ts';
import { giving } from './desk/giving.ts';
import { intake } from './desk-intake.ts';
import { register } from './desk-register.ts';
import { slips } from './desk-slips.ts';
import type { desk as viDesk } from '../vi/desk.ts';

/** Words of the clerk's desk. */
export const desk = {
  title: 'Reception desk',
  signIn: {
    title: 'Sign in to the desk',
    intro: 'Choose your name and counter, then type your PIN. This works without a network.',
    clerk: 'Clerk',
    counter: 'Counter',
    pin: 'PIN',
    pinHint: '4 to 8 digits',
    submit: 'Sign in',
    busy: 'Checking the PIN…',
    reloaded: {
      why: {
        'storage-deleted':
          'The page’s storage was deleted from another window, so the page had to load anew.',
        'storage-newer':
          'Another window opened a newer version of the program, so the page had to load anew.',
        'host-changed': 'The local server changed to another version, so the page had to load anew.',
      },
      kept: 'Everything recorded is still there. Please sign in again.',
      draftsLost: 'Drafts of dossiers being typed went with that storage: please type them again.',
      formLost:
        'What was being typed could not be kept as a draft, because this machine has no ward key: please type it again.',
    },
    demoTitle: 'Demonstration: sample names and PINs',
    demoHint: 'Press a row to fill it in.',
    pinMissing: 'Type a PIN of 4 to 8 digits.',
    clerkChoose: 'Choose a name',
    clerkMissing: 'Choose a name.',
  },
  top: {
    workingAs: (name: string, counter: string): string => `${name} · ${counter}`,
    signOut: 'Sign out',
    lang: 'Tiếng Việt',
    stillServing: (number: string): string =>
      `Number ${number} is being served. Finish it before signing out?`,
    finishAndSignOut: 'Finish and sign out',
    stay: 'Stay',
    views: 'Work in view',
    register: 'Register',
    intake: 'Reception',
    typing: 'unfinished',
  },
  hostAway: 'The local host does not answer.',
  hostAwayStill:
    'Calling, receiving and the register still work: everything is kept in this page and written to file when the host returns. Printing has to wait.',
  noSecondCopy:
    'Saved in this page; the second copy on the machine’s files is not written yet. It will be written when the host returns.',
  queue: {
    title: 'Queue',
    now: 'Now calling',
    nobody: 'No number called',
    nobodyHint: 'Press F2 to call the person who has waited longest.',
    next: 'Call next number',
    again: 'Recall',
    done: 'Done',
    absent: 'Absent',
    receive: 'Receive dossier',
    waiting: (count: number): string =>
      count === 0 ? 'Nobody is waiting' : `${count} ${count === 1 ? 'person' : 'people'} waiting`,
    empty: 'Nobody is waiting for this counter',
    emptyHint: 'New numbers appear here as soon as people take them.',
    others: (count: number): string => `${count} waiting for other counters`,
    twice: 'Doubled',
    twiceWhy: 'Two people hold this number. Call it with its field or the time it was taken.',
    doubled: (number: string): string =>
      `Number ${number} was called in two places that had not seen each other. Agree which counter serves it.`,
    minutes: (count: number): string => `${count} min`,
    calls: (count: number): string => `call no. ${count}`,
    priority: 'Priority',
    grounds: {
      elderly: 'Elderly person',
      disabled: 'Person with a disability',
      pregnant: 'Pregnant woman',
      'small-child': 'With a small child',
      merit: 'Person of merit',
    },
    noPaper: 'Ticket not printed',
    printPaper: (number: string): string => `Print ticket ${number}`,
    printPaperShort: 'Print',
    callThis: (number: string): string => `Call number ${number}`,
    loading: 'Reading the queue…',
  },
  keys: {
    label: 'Shortcuts of this screen',
    call: 'Call',
    receive: 'Receive',
    print: 'Print',
    back: 'Back',
    search: 'Search the register',
    next: 'Next field',
    open: 'Open dossier',
    move: 'Up and down',
  },
  counterWork,
  counterDay,
  giving,
  intake,
  slips,
  register,
} satisfies typeof viDesk;
