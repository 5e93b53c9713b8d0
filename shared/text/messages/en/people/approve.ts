import { say } from '../../say.ts';
import type { approve as viApprove, approveTrouble as viTrouble } from '../../vi/people/approve.ts';

/** Four eyes: another person agrees with the own PIN. */
export const approve = {
  title: 'A second person has to agree',
  intro: (what: string): string =>
    `${what} takes two people. Ask a colleague to choose their name and type their own PIN.`,
  what: {
    correction: 'Correcting a received dossier',
    'payment-cancel': 'Cancelling a payment slip',
    erasure: 'Erasing personal data',
    settings: 'Changing this setting',
    'bulk-export': 'Exporting many dossiers to a file',
  },
  changes: 'What changes',
  colleague: 'Who agrees',
  choose: 'Choose a name',
  colleagueMissing: 'Choose who agrees.',
  pin: 'PIN of who agrees',
  pinHint: 'Typed by the colleague in person.',
  pinMissing: 'Type the PIN, 4 to 8 digits.',
  submit: 'Agree',
  cancel: 'Cancel',
  busy: 'Checking the PIN',
  nobody: (roles: string): string =>
    `Nobody else in this ward may agree to this (${roles}). Add a person on the Settings page, under Clerks.`,
} satisfies typeof viApprove;

/** Why a second person's word does not count. */
export const approveTrouble = {
  'approver-same': say(
    'The one who agrees has to be somebody else.',
    'Nothing has changed; nobody agrees to their own act.',
    'Ask a colleague to agree.',
  ),
  'approver-pin-wrong': say(
    'The PIN of who agrees is not right.',
    'Nobody has agreed yet; nothing has changed.',
    'Let the one who agrees type their own PIN again, or choose another name.',
  ),
  'approver-role-wrong': say(
    'This person may not agree to this.',
    'Nothing has changed.',
    'Ask somebody with a role from the list.',
  ),
  'approval-missing': say(
    'A second person has to agree to this.',
    'Nothing has changed.',
    'Do it again and ask a colleague to type their own PIN.',
  ),
} satisfies typeof viTrouble;
