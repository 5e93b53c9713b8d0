import type { find as viFind } from '../../vi/outage/find.ts';

/** Words of the search from anywhere. */
export const find = {
  title: 'Find anything',
  label: 'Find dossiers, numbers, payments, procedures',
  hint: 'A name (marks do not matter), a code or its last 4 digits, a phone, an id number, a due date 5/6, a number A012; or scan a slip.',
  keys: '↑ ↓ choose · Enter open · Esc close',
  asking: 'Searching…',
  nothing: (query: string): string => `“${query}” is not in the books of this machine.`,
  preparing: 'The list of names is being made; some may be missing.',
  failed: 'The list of names cannot be opened: only codes and numbers are found.',
  closed: 'Your role sees no persons: only codes and numbers are found.',
  broken: 'The books of this machine cannot be read. Try again; if it stays so, load the page again.',
  more: 'There are more. Type on to narrow it down.',
  found: (count: number): string => (count === 1 ? '1 result' : `${count} results`),
  kinds: {
    dossier: 'Dossier',
    ticket: 'Number',
    filing: 'Online filing',
    payment: 'Payment',
    procedure: 'Procedure',
  },
  waiting: 'not sent yet',
  returnedOn: (day: string): string => `returned ${day}`,
  due: (words: string): string => `due ${words}`,
  noName: 'name not readable here',
  erased: 'erased on request',
  ticketState: {
    waiting: 'waiting',
    called: 'being called',
    other: 'served or in service',
  },
  payment: (amount: string, cancelled: boolean): string =>
    cancelled ? `${amount} VND, cancelled` : `${amount} VND`,
  startProcedure: 'Enter: begin a reception',
  slip: {
    genuine: 'A genuine slip of this office.',
    superseded:
      'Genuine but outdated: the dossier was corrected after it was printed. Take this slip back and print a new one.',
    'other-ward': 'This slip is of another office. Show the person the place that the slip names.',
    forged:
      'The slip was changed or forged: its signature does not fit. Return nothing on it; tell the head.',
    'unknown-key':
      'The slip names this office but was signed by a machine that is not known here. Scan it again once the line is back; return nothing on it yet.',
    newer: 'The slip was printed by a newer version. Update this machine, or search by the code.',
    damaged: 'The code cannot be read. Scan again, or type the code under the bars.',
    'not-here':
      'Genuine, but its dossier has not arrived here. Wait for the line, or go to the counter that took it.',
    named:
      'The bars only name a dossier; they do not prove the slip. Scan its QR code before the result is given back.',
    'code-unknown':
      'The register of this machine has no dossier with that code. Scan the QR code, or wait for the line and search again.',
    unread:
      'What was scanned is no slip. Scan the QR code of the slip (Vietnamese typing off); for an identity card press F4 first.',
  },
  openSlip: (code: string): string => `Open dossier ${code}`,
  inForm: {
    back: 'This is the slip of this dossier: “slip taken back” is ticked.',
    other: (code: string): string => `This slip is of dossier ${code}, not of the one that is open.`,
    nothing: 'Nothing was recorded. Press Esc to close the form before you open another dossier.',
  },
  closeSlip: 'Close the note about the slip',
  slipCode: (code: string): string => `Code on the slip: ${code}`,
} satisfies typeof viFind;
