import { say } from '../say.ts';
import { approveTrouble } from './people/approve.ts';
import { peopleTrouble } from './people/trouble.ts';
import { printerTrouble } from './papers/trouble-printers.ts';
import { moneyTrouble } from './money/trouble-money.ts';
import { claimTrouble } from './queue/trouble-claims.ts';
import { attachmentTrouble } from './intake/trouble-attachments.ts';
import { filingTrouble } from './filings/trouble-filings.ts';
import { hallTrouble } from './queue/trouble-hall.ts';
import { queueTrouble } from './queue/trouble-queue.ts';
import { usbTrouble } from './outage/trouble-usb.ts';
import { hostTrouble } from './trouble-host.ts';
import type { trouble as viTrouble } from '../vi/trouble.ts';

const kept = 'Earlier work is still safe on this machine.';

/** What happened, what it means, what to do, by code; `{name}` is filled with a detail of the trouble. */
export const trouble = {
  fallback: say(
    'That could not be done.',
    kept,
    'Try once more. If it fails again, write down the code below and tell the administrator.',
  ),
  codes: {
    ...hostTrouble,
    ...usbTrouble,
    ...printerTrouble,
    ...queueTrouble,
    ...claimTrouble,
    ...hallTrouble,
    ...filingTrouble,
    ...attachmentTrouble,
    ...moneyTrouble,
    ...approveTrouble,
    ...peopleTrouble,
    'fields-invalid': say(
      'Some fields are not right.',
      'The dossier is not saved yet.',
      'Correct the marked fields and press again.',
    ),
    'numbers-exhausted': say(
      'This machine has used up its numbers.',
      'It gives out no more, so that no number ever exists twice.',
      'Connect the network so that it can ask for more, or take a number at another machine.',
    ),
    'supply-empty': say(
      'The machine has no numbers to give yet.',
      'No number was given and nothing was printed.',
      'Wait a few seconds and try again. If it goes on, look at “Machine health”.',
    ),
    'ticket-unknown': say('No such number today.', kept, 'Check the number and the day on the ticket.'),
    'field-unknown': say(
      'There is no such field.',
      'The catalogue on this machine lacks it.',
      'Choose another field.',
    ),
    'procedure-unknown': say(
      'The catalogue in force has no such procedure.',
      'It may have expired, or the code was mistyped.',
      'Search by the name of the procedure.',
    ),
    'dossier-unknown': say(
      'No such dossier.',
      'This machine holds no dossier with that code yet.',
      'Check the code on the slip. If another counter received it, wait for the network.',
    ),
    'dossier-step-wrong': say(
      'The dossier is not at this step.',
      'Somebody may just have moved it on; the step you pressed no longer fits.',
      'Open the dossier again to see how it stands.',
    ),
    'act-role-wrong': say(
      'This is not for the role of who is signed in.',
      'Nothing was noted.',
      'Ask somebody with the authority to sign in and do it.',
    ),
    'supplement-rounds-many': say(
      'Further papers were already asked for {max} times.',
      'Nothing was noted; the rules allow no more.',
      'Decide on the papers that are there, or have a leader stop the dossier.',
    ),
    'supplement-late': say(
      'The dossier is overdue, so no further papers can be asked for.',
      'Nothing was noted.',
      'Send a letter of apology with a new date.',
    ),
    'supplement-awaited': say(
      'The time to bring further papers is not over (until {until}).',
      'Nothing was noted; the applicant may still bring them.',
      'Wait until the day is over, or have a leader stop the dossier.',
    ),
    'extensions-many': say(
      'The dossier already got {max} new dates.',
      'Nothing was noted; the rules allow no more.',
      'Tell a leader, so that it is decided now.',
    ),
    'extension-early': say(
      'The dossier is not nearly due, so it gets no new date yet.',
      'Nothing was noted.',
      'Go on with it; a new date comes with an apology when it is nearly due or overdue.',
    ),
    'numbers-begin-range': say(
      'This number is not one of this machine’s ({from}–{to}).',
      'Nothing was noted; other machines have numbers of their own.',
      'Check the number, or note it on the machine that has it.',
    ),
    'numbers-begin-low': say(
      'The machine has issued up to {highest} and cannot begin after a lower number.',
      'Nothing was noted; a number that was printed is never issued again.',
      'Type {highest} or more.',
    ),
    'numbers-begin-why': say(
      'The reason is missing, or longer than {longest} characters.',
      'Nothing was noted.',
      'Say in a short sentence why there are paper numbers.',
    ),
    'conflict-none': say(
      'There is nothing left to settle here.',
      'Somebody settled it somewhere else.',
      'Look at the list again.',
    ),
    'conflict-changed': say(
      'Something new came to one of the sides.',
      'Nothing was settled, so that the new act is not passed over.',
      'Look at the sides again, then settle.',
    ),
    'paper-void': say(
      'This paper is void: the other side was settled.',
      'Nothing was printed; copies that are out must be taken back.',
      'Call the applicant to take the paper back, then make one for the side that counts.',
    ),
    'conflict-note-missing': say(
      'The reason for the decision is missing.',
      'Nothing was settled; the other side needs to know why.',
      'Say in a short sentence why this side is right, then settle again.',
    ),
    'conflict-note-long': say(
      'The note is longer than {longest} characters.',
      'Nothing was settled.',
      'Shorten the note and settle again.',
    ),
    'storage-nearly-full': say(
      'The browser’s storage is nearly full, so the machine takes no new work.',
      'What is under way can be ended; nothing is lost.',
      'Tell the administrator to make room on this machine.',
    ),
    'not-signed-in': say(
      'No clerk is signed in.',
      'Every act at the desk carries the name of its clerk.',
      'Sign in on the page “Reception desk”.',
    ),
    'line-too-long': say(
      'The text is too long.',
      'One act holds at most 64 KB of text; nothing was saved.',
      'Shorten the note. Keep long documents on paper.',
    ),
  },
  /** One sentence for one field that the rules do not accept; `{found}` is what was found. */
} satisfies typeof viTrouble;
