import type { outage as viOutage } from '../../vi/outage/outage.ts';

/** Words of the page about outages, the file for the stick, and the drill. */
export const outage = {
  title: 'When the network is down',
  intro:
    'The desk goes on working without a network. This page says what is down, what still works, what waits to be sent, and whether everything matched afterwards.',
  fine: 'Everything works. Nothing is down.',
  down: (count: number): string => (count === 1 ? '1 part is down' : `${count} parts are down`),
  since: (at: string, length: string): string => `since ${at}, for ${length}`,
  state: { ok: 'Normal', down: 'Down', unknown: 'Not known', warn: 'Needs attention' },
  still: 'Still works',
  todo: 'What to do',
  lastSync: (at: string): string => `The upper level last answered: ${at}`,
  neverSync: 'The upper level has never answered',
  length: (ms: number): string => {
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 1) return 'less than a minute';
    if (minutes < 60) return `${minutes} min`;
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
    return `${Math.floor(hours / 24)} days ${hours % 24} h`;
  },
  ladder: {
    title: 'Levels of an outage',
    line: {
      name: 'Line to the upper level',
      still:
        'Numbers, receptions, papers, payments, results, search. Numbers and codes come from this machine’s own range; when it is used up, provisional codes TAM-… are given',
      todo: 'Go on as usual. Check the cable and the router. After more than a day, carry the data on a USB stick (below).',
      refused:
        'The upper level answers but does not take this machine. Ask the administrator to let it in again.',
      notEnrolled: 'This machine has not been let in yet. Ask the administrator for a code.',
      stopped: (count: number): string =>
        `The upper level does not take ${count} part(s) of this machine’s data. Ask the administrator to look at the page Where the data is.`,
    },
    host: {
      name: 'The program on this computer',
      still: 'Receptions and calls go on in the open page; everything is kept in the browser.',
      todo: 'Do not close the page or clear the browser. Start Một Cửa again; it connects by itself. Nothing prints until then.',
    },
    peers: {
      name: 'Other machines of the ward',
      still:
        'Each machine has its own range of numbers, so none stand twice. Numbers of this machine, and those people show, can be called.',
      todo: 'Two counters should not work on one paper dossier. If they did, the program asks once the line is back.',
      known: (count: number): string => `This machine knows the data of ${count} other(s).`,
    },
    printer: {
      name: 'Printers',
      still:
        'Everything is still recorded. Papers that did not print can be printed later, marked as reprints.',
      todo: (names: string): string =>
        `Check paper, cable and power of: ${names}. Write the code by hand if the person has to leave.`,
    },
    storage: {
      name: 'Storage and disk',
      still: 'Reading, searching and exporting to a USB stick.',
      todo: 'Free some disk space. When too little is left, no new work is taken, so that nothing taken is lost.',
    },
    clock: {
      name: 'The clock',
      still: 'Times on papers follow the upper level or the last recorded act.',
      todo: 'Set date and time of the computer; change its battery if it happens again.',
    },
    power: {
      name: 'Power cut, broken kiosk',
      words: 'Cannot be measured',
      still: 'Whatever stood on a screen is recorded and not lost.',
      todo: 'Hand out numbers from the paper roll, and hand-written receipts for papers. With power back: enter roll numbers at the desk (F9), receive dossiers with their true time.',
    },
  },
  waiting: {
    title: 'Waiting to be sent',
    none: 'Nothing waits: the upper level has acknowledged everything this machine knows.',
    count: (count: number): string => `${count} act(s) not acknowledged above`,
    oldest: (at: string): string => `the oldest of ${at}`,
    own: (count: number): string => `${count} of this machine`,
    others: (count: number): string => `${count} of others`,
    size: (kilobytes: number): string => `about ${kilobytes} KB`,
    scans: (count: number): string =>
      `${count} scan(s) or photo(s) are still on this machine only; they go last, over the network (not by the USB file).`,
    kind: 'Kind',
    number: 'Count',
    table: 'Waiting acts by kind',
  },
  kinds: {
    ticket: 'Numbers given',
    queue: 'Calls and queue',
    dossier: 'Dossiers received',
    step: 'Work on dossiers',
    payment: 'Payments and shifts',
    paper: 'Papers printed',
    other: 'Settings, look-ups, erasures',
    machine: 'The machine’s own (books, ranges, clock)',
  },
  what: (what: string): string => {
    if (what.startsWith('printer:')) return 'Printer not printing';
    const words: Record<string, string> = {
      district: 'Line to the upper level down',
      lines: 'Upper level refuses part of the data',
      journal: 'Disk could not be written',
      disk: 'Disk nearly full',
      clock: 'Clock wrong',
    };
    return words[what] ?? what;
  },
  nobody: 'Citizens at the kiosk / the machine',
  decide: {
    title: 'A person must decide',
    none: 'Nothing waits for a decision.',
    conflicts: (count: number): string => `${count} dossier(s) or number(s) handled at two places`,
    twice: (count: number): string => `${count} number(s) given twice`,
    payments: (count: number): string => `${count} payment(s) changed at two places`,
    doublePaid: (count: number): string => `${count} dossier(s) with two payments during an outage`,
    aside: (count: number): string => `${count} line(s) set aside`,
    open: 'Open to decide',
    look: 'Look',
  },
  past: {
    title: 'Reconciliation',
    none: 'No outage has been recorded yet.',
    table: 'Recorded outages',
    what: 'Outage',
    from: 'From',
    to: 'To',
    took: 'Lasted',
    lasts: 'still going on',
    open: 'Reconcile',
    close: 'Close the reconciliation',
    reading: 'Reading the journal…',
    report: (what: string): string => `Reconciliation: ${what}`,
    acts: (count: number): string => `${count} act(s) recorded meanwhile`,
    matched: (count: number): string => `Matched: the upper level acknowledged all ${count}`,
    lacking: (confirmed: number, acts: number): string =>
      `Not matched: the upper level acknowledged ${confirmed} of ${acts}`,
    nothing: 'Nothing was recorded meanwhile.',
    byKind: 'By kind',
    byPerson: 'By person',
    person: 'Person',
    tickets: 'Numbers given',
    codes: 'Dossier codes given',
    provisional: 'Provisional codes',
    ownLetters: 'Numbers under own letters',
    noNumbers: 'none',
    list: 'One by one',
    time: 'At',
    act: 'Act',
    number: 'Number/code',
    who: 'Who',
    arrived: 'Arrived',
    yes: 'acknowledged',
    no: 'not yet',
    newest: (count: number): string => `Only the last ${count} are shown.`,
    print: 'Print the record (A4)',
    printing: 'Printing…',
    printed: 'The record was sent to the printer.',
  },
  usb: {
    title: 'Data by USB stick',
    intro:
      'Without a line for days: write the data to a stick, have it imported above, bring the answer back and import it here. The file is encrypted and signed; without its passphrase nobody can read it.',
    signIn: 'Sign in at the desk to use this.',
    export: 'Write to USB',
    exportAll: 'Write everything',
    import: 'Read from USB',
    writing: 'Writing the file…',
    reading: 'Reading the file…',
    written: (name: string): string => `Wrote the file ${name}`,
    holds: (lines: number, keys: number): string => `${lines} act(s), ${keys} wrapped key(s)`,
    passphrase: 'Passphrase of the file',
    passphraseTodo: 'Write it on paper and carry it apart from the stick. It is shown only this once.',
    atDistrict: 'Above: npx motcua import-journal FILE --data DIR --reply ANSWER',
    brought: (fresh: number, lines: number): string => `Imported: ${fresh} new of ${lines} in the file`,
    confirmed: 'The upper level confirms that it holds this machine’s data; see what still waits above.',
    torn: (lines: number, promised: number): string =>
      `The file is torn: ${lines} of ${promised} lines. What was whole is taken; copy the file again and import it once more.`,
    refused: (count: number): string => `${count} line(s) did not fit and were set aside for people.`,
    close: 'Close the note',
  },
  drill: {
    title: 'Outage drill',
    intro:
      'Opens a drill of its own: own data, own server, own printers, made-up persons. It cannot touch real dossiers. Every page and paper says DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ (drill, no value).',
    start: 'Start a drill',
    starting: 'Opening the drill…',
    open: 'Open the drill’s window',
    ownWindow: 'The drill stands in a window of its own.',
    stop: 'End the drill',
    stopAsk: 'All numbers, dossiers and results of the drill will be thrown away.',
    stopYes: 'End it, throw the drill’s data away',
    stopNo: 'Go on with the drill',
    gone: 'The drill’s server is off. If the drill has ended, close this window; the real desk goes on as usual.',
    failed: 'The drill could not be opened. Another one may be running.',
    none: 'This installation has no drill program. Run: npm start -- --drill',
    signIn: 'Sign in at the desk to start a drill.',
    banner: 'DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ (drill, no value)',
    panel: 'Drill panel',
    hide: 'Fold the drill panel',
    show: 'Open the drill panel',
    cut: { line: 'Cut the line', printer: 'Switch the printer off', host: 'Stop the program for 20 seconds' },
    mend: { line: 'Mend the line', printer: 'Switch the printer on', host: 'It comes back by itself…' },
    steps: {
      ticket: 'Take a number while the line holds (kiosk page or F9)',
      cut: 'Cut the line',
      offlineTicket: 'Take and call a number without a line',
      receive: 'Receive a dossier without a line',
      print: 'Print the receipt slip',
      printerGone: 'Switch the printer off, see what happens, switch it on',
      restore: 'Mend the line',
      reconcile: 'Reconcile: the upper level acknowledges everything',
    },
    done: 'done',
    open_: 'not yet',
    progress: (done: number, of: number): string => `${done} of ${of} steps`,
    result: 'Result of the drill',
    resultFine: 'Passed: every step, and nothing lost.',
    resultOpen: 'Some steps are missing; go on with the drill panel.',
    reconcileLink: 'To the reconciliation',
  },
} satisfies typeof viOutage;
