import type { sync as viSync } from '../vi/sync.ts';

const items = (count: number): string => `${count} ${count === 1 ? 'item' : 'items'}`;

/** Words of the pages "Where the data is" and "Machine health". */
export const sync = {
  title: 'Where the data is',
  intro:
    'Every act at the desk is written in three places, from left to right. What one place loses it takes back from another that still holds it.',
  level: {
    page: 'This page',
    pageWhere: 'Storage of the browser',
    host: 'File on this machine',
    hostWhere: 'Journal on this machine’s disk',
    districtWhere: 'Server of the level above',
    held: (held: number, total: number): string => `${held} / ${items(total)}`,
    all: 'Complete',
    lacks: (count: number): string => `${items(count)} missing`,
    unknown: 'Not known yet',
  },
  facts: {
    title: 'The way to the level above',
    state: 'State',
    unsent: 'Not sent',
    items: (count: number): string => (count === 0 ? 'Nothing left' : items(count)),
    since: 'Since',
    lastAnswer: 'Last answer',
    neverAnswered: 'Never yet',
    url: 'Address of the server',
    states: {
      online: 'Connected',
      sending: 'Sending',
      offline: 'Offline',
      refused: 'Refused',
      'not-enrolled': 'Not enrolled',
      'host-away': 'Local server lost',
    },
  },
  machine: {
    title: 'This machine',
    clock: 'Clock',
    clockFine: 'Agrees with the clock of the level above.',
    clockUnknown: 'Not compared with the level above yet.',
    clockBehind: (words: string): string => `This machine’s clock is ${words} behind the level above.`,
    clockAhead: (words: string): string => `This machine’s clock is ${words} ahead of the level above.`,
    clockTodo:
      'Times on tickets and slips may be wrong: set the clock of the machine and reload the page. The order of the data stays right.',
    minutes: (count: number): string => `${count} min`,
    hours: (count: number): string => `${count} h`,
    quarantine: 'Lines set apart',
    quarantineNone: 'None.',
    quarantined: (count: number): string =>
      `${count} ${count === 1 ? 'piece that is' : 'pieces that are'} unreadable, damaged or on a second branch ${count === 1 ? 'is' : 'are'} set apart whole; nothing of it is deleted. See “Set aside” on the page “Where the data is”.`,
    disk: 'Disk',
    free: (gigabytes: number): string => `${gigabytes.toFixed(1)} GB free`,
    diskFine: (free: string): string => `Enough space, ${free}.`,
    diskLow: (free: string): string => `Space is running out, ${free}: delete unused files on this machine.`,
    diskStop: (free: string): string =>
      `Too little space, ${free}: the machine takes no new work until there is more.`,
    second: 'Second copy',
    secondFine: 'Everything stands in the file on this machine.',
    secondLacks: (count: number): string =>
      `${items(count)} only in the browser so far, being written to the file.`,
    secondFault: 'The journal file cannot be written. Do not switch the machine off; tell the administrator.',
  },
  printers: {
    title: 'Printers',
    none: 'No printer is set up: papers cannot be printed.',
    name: 'Name',
    purpose: 'Prints',
    purposes: { tickets: 'Queue tickets', slips: 'A4 and A5 papers' },
    state: 'State',
    states: { ok: 'Fine', unknown: 'Not used yet', failing: 'Failing' },
    waiting: 'Waiting',
  },
  hostAway: 'The local server cannot be asked, so the figures below are the last ones known.',
  notKnown: 'The local server has not told how it stands yet.',
  health: {
    title: 'Machine health',
    allFine: 'This machine is fine.',
    attention: (count: number): string =>
      `The machine can be used; ${count} ${count === 1 ? 'thing needs' : 'things need'} attention.`,
    bad: (count: number): string => `${count} ${count === 1 ? 'thing needs' : 'things need'} action now.`,
    tones: { ok: 'Fine', note: 'Note', warn: 'Attention', late: 'Act now' },
    lines: {
      host: 'Local server',
      hostFine: 'Running.',
      hostAway: (since: string): string =>
        `No answer since ${since}. Work is still saved in the browser; open the Một Cửa application again.`,
      second: 'Saving on this machine',
      district: 'Connection to the level above',
      districtFine: 'Connected; everything is sent at once.',
      districtOffline: (since: string, count: number): string =>
        `No connection since ${since}, ${items(count)} waiting to be sent. The desk works as usual; check the network cable or Wi-Fi.`,
      districtRefused: (since: string): string =>
        `The server above refuses this machine since ${since}. The administrator must enrol it again.`,
      districtAlone: 'The machine is not enrolled with the level above; its data is here only.',
      voice: 'Spoken calls',
      voiceUnknown: 'Not known: the local host gives no list of clips.',
      voiceNone: 'There is no voice: the display only chimes when a number is called.',
      voiceFine: (all: number, own: number): string =>
        own === 0
          ? `All ${all} clips are there.`
          : `All ${all} clips are there, ${own} of them the ward’s own.`,
      voiceMissing: (names: string): string =>
        `Missing: ${names}. A call that needs one of them only chimes.`,
      voiceBroken: (names: string): string =>
        `Cannot be played: ${names}. The bundled clip of the same name is used; record it again.`,
      voiceStrange: (names: string): string => `No clip is named like ${names}: check the names.`,
      clock: 'Clock of the machine',
      disk: 'Free space on the disk',
      quarantine: 'Unusual data',
      key: 'Key that protects personal data',
      keySystem: 'Kept in the key store of the operating system.',
      keyFile: 'Kept in a file that only the account of the application can read.',
      keyNone: 'The machine lacks the ward’s key: personal data cannot be opened.',
      printer: (name: string): string => `Printer: ${name}`,
      printerFine: 'Ready.',
      printerUnknown: 'Nothing printed since the machine was started.',
      printerFailing: (what: string, todo: string): string => `${what} ${todo}`,
      printerWaiting: (count: number): string => `${count} ${count === 1 ? 'paper' : 'papers'} waiting.`,
      noPrinter: 'Printer',
    },
    versions: {
      title: 'Versions',
      app: 'Application',
      shell: 'Runs in',
      shells: { electron: 'Its own window (Electron)', browser: 'A browser' },
      bridge: 'Page – local server interface',
      catalogue: 'Catalogue of procedures',
      catalogueLine: (procedures: number, day: string): string => `${procedures} procedures, as of ${day}`,
      device: 'Device id',
    },
  },
} satisfies typeof viSync;
