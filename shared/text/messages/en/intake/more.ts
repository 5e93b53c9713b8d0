import type { intakeMore as vi } from '../../vi/intake/more.ts';

/** Words of what helps a reception along: scans of cards, people who came before, drafts, several dossiers, scans of papers. */
export const intakeMore = {
  fields: {
    name: 'full name',
    idNumber: 'identity number',
    birthDate: 'date of birth',
    phone: 'phone',
    email: 'email',
    address: 'address',
  },
  empty: 'empty',
  close: 'Close',
  scan: {
    title: 'Identity card scan',
    who: { owner: 'owner', submitter: 'submitter' },
    filled: (who: string, fields: string): string => `Filled in from the card for the ${who}: ${fields}.`,
    same: (who: string): string => `The card agrees with what was typed for the ${who}; nothing changed.`,
    repaired:
      'The scanner sent the letters in the wrong form; they were put right beyond doubt. Compare with the card.',
    check: 'Reading a code proves nobody’s identity: compare person and card.',
    askWho: (name: string): string => `The card of ${name}. Whose details are these?`,
    into: { owner: 'Owner', submitter: 'Submitter' },
    ask: (who: string): string => `The card differs from what was typed for the ${who}:`,
    typed: 'Typed',
    card: 'On the card',
    replace: 'Replace by the card',
    onlyEmpty: 'Fill only empty fields',
    leave: 'Do not use this card',
    refused: {
      'card-qr-layout': 'This is not the code of an identity card. Scan the QR code on the card, or type.',
      'card-qr-field':
        'This looks like an identity card, but something in it is wrong. Scan again; if it stays so, type from the card.',
      'card-qr-health-card': 'This is a health insurance card. Scan the QR code on the identity card.',
      'card-qr-pc-covid': 'This is a PC-Covid code. Scan the QR code on the identity card.',
      'card-qr-slip': 'This is the code of an appointment slip. Look slips up in the register (key /).',
    },
    mangled: {
      'input-method':
        'The Vietnamese input method (Telex, VNI) garbled this scan. Turn it off and scan again; nothing wrong was filled in.',
      encoding:
        'The scanner sends the wrong encoding, so the marks are lost. Set it to UTF-8 and scan again, or type.',
      'caps-lock': 'Caps Lock is on, so capitals and small letters are swapped. Turn it off and scan again.',
    },
  },
  known: {
    before: {
      id: (code: string, day: string, count: number): string =>
        count > 1
          ? `Was here before: ${code} on ${day} (${count} dossiers).`
          : `Was here before: ${code} on ${day}.`,
      phone: (code: string, day: string): string =>
        `This phone number stands in dossier ${code} of ${day}; it may be somebody else of the family.`,
    },
    would: (fields: string): string => `Can fill in: ${fields}.`,
    reuse: 'Use these details again',
  },
  twins: {
    title: 'This person has a dossier of the same procedure',
    line: (code: string, day: string, state: string): string => `${code} · received ${day} · ${state}`,
    goOn: 'Ask the submitter. If it is another matter, go on.',
  },
  drafts: {
    some: (count: number): string => (count === 1 ? '1 dossier half typed' : `${count} dossiers half typed`),
    line: (name: string, procedure: string, when: string): string =>
      [name, procedure, when].filter((part) => part !== '').join(' · '),
    nameless: 'no name yet',
    resume: 'Go on',
    resumeOne: (what: string): string => `Go on: ${what}`,
    drop: 'Give up',
    dropOne: (what: string): string => `Give up: ${what}`,
    dropSure: 'Give this draft up for good?',
    dropYes: 'Give up',
    dropNo: 'Keep',
    park: 'Later',
    keeping: {
      saving: 'Saving draft…',
      kept: 'Draft saved',
      memory:
        'The draft stands in this page only: this machine has no ward key. It ends when the page is closed.',
      failed:
        'The draft could not be saved in this page’s storage. Receive it now, or look at the machine’s state.',
    },
  },
  visit: {
    title: (count: number): string =>
      count === 1 ? '1 dossier received in this visit' : `${count} dossiers received in this visit`,
    next: 'Another dossier for this person',
    ticket: (number: string): string => `On ticket ${number}`,
    print: 'Print one slip for all',
    again: 'Print the common slip again',
  },
  onSpot: {
    button: 'Receive and hand back now',
    hint: 'Done while the person waits: received, result and return in one step, no slip.',
    resultNo: 'Certification or result number',
    resultHint: 'as in its book; leave empty if there is none',
    done: 'Received and handed back',
    noSlip: 'Handed back on the spot, so no appointment slip is needed. The dossier stands in the register.',
  },
  papers: {
    kase: 'Case',
    kaseHint: 'Which papers are asked for depends on the case.',
    usual: 'Usual',
    any: 'One of these',
    optional: 'Where there is one',
    compared: 'Compared with the original',
    comparedOf: (name: string): string => `Compared with the original: ${name}`,
    lookedUp: 'Looked up in a database',
    lookedUpOf: (name: string): string => `Looked up in a database: ${name}`,
    officer: 'Officer who looked it up',
    officerOf: (name: string): string => `Officer who looked it up: ${name}`,
  },
  attachments: {
    title: 'Scans and photos',
    none: 'No scans yet.',
    add: 'Add scans or photos',
    limits: 'PDF, JPEG or PNG, at most 80 MB each (some 200 scanned pages).',
    adding: (name: string): string => `Encrypting and saving ${name}…`,
    added: (name: string): string => `Saved ${name}.`,
    closed: 'cannot be opened on this machine',
    size: (mb: string): string => `${mb} MB`,
    here: 'second copy still to be written',
    open: (name: string): string => `View ${name}`,
    openShort: 'View',
    remove: (name: string): string => `Remove ${name}`,
    removeShort: 'Remove',
    reason: 'Reason for removal',
    removeYes: 'Remove file',
    removeNo: 'Keep',
    removed: (reason: string): string => `removed: ${reason}`,
  },
} satisfies typeof vi;
