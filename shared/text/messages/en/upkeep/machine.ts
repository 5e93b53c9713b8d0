import type { machine as viMachine } from '../../vi/upkeep/machine.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Words about the machine itself. */
export const machine = {
  opened: {
    title: 'Storage of the page',
    how: 'When it was opened',
    dismiss: 'Understood',
    sentences: {
      continued:
        'The page goes on with the storage it had, with everything that the places within reach still hold.',
      first: 'The page is open for the first time on this machine and begins to write today.',
      'new-storage':
        'The browser’s storage is new or no longer agrees with the file on this machine, so the page compared both, took back everything that can still be read in either of them, and writes on under a new name. A few numbers may stay unused.',
      cloned:
        'This storage is a copy: the other one is in use, or was used after the copy was made. The page writes on under a new name, so that no number comes twice; what is missing here comes by itself from whoever still holds it.',
      restored:
        'This storage was restored from a time before what others hold. The page took back what was missing and is still held within reach, and writes on under a new name. A few numbers may stay unused.',
      forked:
        'Something was written here that others hold differently. That part was set aside whole and written again; see “Set aside” on the page “Where the data is”.',
    },
    recorded: (count: number): string =>
      `${plural(count, 'act was', 'acts were')} written again from what was set aside.`,
    more: 'See details',
  },
  way: {
    tryNow: 'Try now',
    next: 'Next attempt at',
    nextNone: 'No waiting',
    level: 'Acknowledged by',
    levels: { district: 'the server of the level above', hub: 'the ward’s own server' },
    levelNone: 'Nobody yet',
    stopped: 'Parts that the level above refuses',
    stoppedLine:
      'Only these parts stop; everything else goes on being sent. Nothing is lost on this machine.',
    machine: 'Written by',
    reason: 'Reason',
  },
  aside: {
    title: 'Set aside',
    line: 'Lines that cannot be read, or differ from the line that stands at their place. They are kept whole and never mixed into the data.',
    none: 'Nothing is set aside.',
    away: 'This list cannot be read from the local server at the moment.',
    seen: 'Seen at',
    what: 'What it is',
    about: 'About',
    from: 'From machine',
    why: 'Why',
    relayed: 'Level above',
    relayedYes: 'keeps it too',
    relayedNo: 'not yet',
    unreadable: 'Cannot be read',
    types: {
      'ticket-issued': 'Number taken',
      'ticket-called': 'Number called',
      'ticket-finished': 'Number ended',
      'dossier-received': 'Dossier received',
      'dossier-handed-over': 'Dossier handed over',
      'dossier-result-ready': 'Result ready',
      'dossier-returned': 'Result given back',
      'paper-printed': 'Paper printed',
      'epoch-opened': 'Storage opened',
      'numbers-granted': 'Numbers granted',
      'numbers-begun': 'Earlier paper numbers',
      'clock-jumped': 'Clock jumped',
      'fork-found': 'Another branch found',
    },
    otherType: 'Another act',
    whys: {
      'line-forked': 'Differs from the line at its place',
      'line-gap': 'Lines before it are missing',
      'line-hash-wrong': 'Its content was changed or damaged',
      'line-malformed': 'Is no line of data',
      'line-too-long': 'Is longer than allowed',
      'journal-damaged': 'The file is damaged; acts that were told as done may be among them',
      'line-torn': 'Half written at a power cut; it was never acknowledged',
      'line-not-allowed': 'This machine may not do that',
      'line-ward-wrong': 'Belongs to another ward',
    },
    otherWhy: 'Not valid',
    more: (shown: number, total: number): string => `${shown} of ${total} lines, newest first.`,
    fork: (lines: number): string =>
      `${plural(lines, 'act was', 'acts were')} set aside and written again, because others had written something else at the same place.`,
    twice: (numbers: string): string =>
      `Numbers that stand on paper twice, to be looked into with the people concerned: ${numbers}.`,
    twiceNone: 'No number stands twice.',
  },
  clock: {
    title: 'Clock of the machine',
    verdicts: {
      fine: 'The clock is right.',
      unknown: 'There is nothing to compare the clock with yet.',
      'set-back': 'This machine’s clock is slow or was set back.',
      'set-forward': 'This machine’s clock is fast or was set forward.',
      battery: 'This machine’s clock is far off; the battery on its board may be dead.',
    },
    basis: {
      machine: 'The page still follows the machine’s clock. No work is stopped, and the data stay in order.',
      district: (time: string): string =>
        `The page follows the clock of the level above (${time}), so tickets and slips are right.`,
      journal: (time: string): string =>
        `The page counts on from the last thing written (${time}) until the level above can be asked.`,
      release: (time: string): string =>
        `The page counts from the day the program was released (${time}) until the level above can be asked.`,
    },
    advice: {
      nothing: '',
      compare: '',
      'set-clock': 'Set the date and time of the machine.',
      'replace-battery':
        'Set the date and time of the machine, and tell the administrator to replace the clock’s battery.',
    },
    right: 'The machine’s clock is right',
    jumps: 'Jumps of the clock',
    forward: (length: string): string => `went forward by ${length}`,
    backward: (length: string): string => `went back by ${length}`,
    jump: (when: string, what: string): string => `${when}: ${what}`,
    found: { running: 'while running (or asleep)', start: 'at the start' },
    seconds: (count: number): string => `${count} s`,
    minutes: (count: number): string => `${count} min`,
    hours: (count: number): string => `${count} h`,
    days: (count: number): string => plural(count, 'day', 'days'),
  },
  space: {
    name: 'Storage of the browser',
    fine: (used: string, quota: string): string => `${used} of ${quota} used.`,
    low: (used: string, quota: string): string =>
      `Running out: ${used} of ${quota} used. Tell the administrator to make room on this machine.`,
    stop: (used: string, quota: string): string =>
      `Nearly full: ${used} of ${quota} used. The machine takes no new work; what is under way can be ended.`,
    unknown: 'The browser does not say.',
    kept: 'Kept for good',
    keptYes: 'The browser promises not to clear the page’s storage by itself.',
    keptNo:
      'The browser does not promise to keep the storage when the disk runs full. The data are safe: everything has its second copy in the file on this machine, and the page takes it back from there.',
    backend: 'How the storage is written',
    backends: {
      electron: 'Every act is on the disk before it is called done.',
      browser:
        'Every act is on the disk before it is called done. Use the window that Một Cửa opens itself: one opened by hand may use another store of the browser.',
    },
    backendDetails: {
      electron: 'For the administrator: IndexedDB on LevelDB, pinned by the application; strict durability.',
      browser:
        'For the administrator: IndexedDB on LevelDB, pinned where Một Cửa opens the window; one opened by hand follows the browser’s default, which may be SQLite. Strict durability.',
    },
    gigabytes: (count: number): string => `${count.toFixed(1)} GB`,
    megabytes: (count: number): string => `${Math.round(count)} MB`,
  },
  begin: {
    title: 'Numbers given out on paper',
    line: 'When the desk goes over to the machine in the middle: type the last number given out on paper today, and the machine goes on with the next.',
    what: 'Which numbers of today',
    dossier: 'Dossier codes',
    ticket: (series: string): string => `Queue numbers, series ${series}`,
    after: 'Last number given out on paper',
    why: 'Reason',
    whyHint: 'e.g. power cut in the morning, numbers written by hand',
    yes: 'Note the paper numbers',
    done: (next: number): string => `Noted. The machine goes on from ${next}.`,
    signIn: 'The head of desk or an administrator signs in on the page “Reception desk” to note this.',
    noRange: 'This machine has no numbers of this kind.',
    range: (from: number, to: number): string => `Numbers of this machine: ${from}–${to}.`,
    whole: 'Digits only, e.g. 37.',
  },
} satisfies typeof viMachine;
