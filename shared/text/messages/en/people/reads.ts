import type { keep as viKeep, reads as viReads, rights as viRights } from '../../vi/people/reads.ts';

/** Who read whose record, who may do what, how long things are kept. */
export const reads = {
  title: 'Who read records',
  intro:
    'Whenever a record is opened, found by a person, printed or inspected, it is written down: once for each clerk, dossier and 10 minutes. Kept for at least 2 years.',
  notAllowed: 'Only the head of desk, leaders and inspectors see this log.',
  days: 'Time',
  lastDays: (count: number): string => (count === 0 ? 'Today' : `Last ${count} days`),
  clerk: 'Clerk',
  everyone: 'Everybody',
  dossier: 'Dossier code',
  dossierHint: 'a part of it is enough',
  columns: { when: 'When', who: 'Who', code: 'Dossier', why: 'What', note: 'Reason' },
  none: 'Nothing was read.',
  count: (count: number): string => `${count} reads`,
  why: {
    opened: 'Opened',
    searched: 'Seen in a search',
    printed: 'Printed',
    inspection: 'Inspection',
    exported: 'Exported to a file',
  },
  own: 'Who has read it',
  ownNone: 'Nobody has read this dossier yet.',
  line: (who: string, why: string, when: string): string => `${when} · ${who} · ${why}`,
  unknown: 'unknown',
  purpose: {
    title: 'Purpose of the inspection',
    intro:
      'An inspector reads records and changes nothing. Each record opened is written down with this purpose.',
    label: 'Ground or purpose',
    hint: 'e.g. inspection decision 15/QĐ',
    missing: 'Write the ground or purpose.',
    submit: 'Begin reading',
  },
} satisfies typeof viReads;

/** The table of rights. */
export const rights = {
  title: 'Who may do what',
  intro:
    'By the life cycle in force. ● does it, ○ may stand in. Administrators and inspectors change no dossier.',
  act: 'Act',
  does: 'does it',
  also: 'may stand in',
  no: 'no',
  four: 'What takes two people',
  fourWho: 'Who agrees',
  approval: (what: string, roles: string): string => `${what}: ${roles}`,
} satisfies typeof viRights;

/** How long things are kept. */
export const keep = {
  title: 'How long it is kept',
  intro:
    'Dossiers and registers are records and are never purged by themselves. What is no recorded act is purged when a page opens.',
  columns: { what: 'Data', how: 'Kept', after: 'Then' },
  days: (count: number): string => `${count} days`,
  years: (count: number): string => `at least ${count} years`,
  rows: {
    dossiers: { what: 'Dossiers, registers, payments', how: 'By the Law on Archives', after: 'Never purged' },
    persons: {
      what: 'Names, identity numbers, phones of dossiers',
      how: 'With the dossier',
      after: 'Erased on request: keys destroyed, two people agree',
    },
    drafts: { what: 'Drafts of forms', how: '', after: 'Purged' },
    tickets: { what: 'Numbers and visits', how: 'No personal data', after: 'Kept for figures' },
    readlog: { what: 'Log of who read records', how: '', after: 'Never purged' },
    settings: { what: 'History of settings', how: 'Always', after: 'Holds no PIN' },
    attachments: {
      what: 'Scans of a dossier (encrypted)',
      how: 'With the dossier',
      after: 'The browser’s copy stays only until the machine has it',
    },
    kiosk: { what: 'Cards scanned at the kiosk', how: 'Not at all', after: 'Gone with the start screen' },
  },
} satisfies typeof viKeep;
