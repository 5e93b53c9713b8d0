import { say } from '../say.ts';
import type { hostTrouble as viHostTrouble } from '../vi/trouble-host.ts';

const kept = 'Earlier work is still safe on this machine.';
const goOn =
  'The desk works as usual; unsent items are safe on this machine and go by themselves when the network is back.';
const saved = 'The paper is not printed; the act is saved and can be printed again.';
const callAdmin = 'Tell the administrator.';

/** Troubles of the machine, its host, its printers and the way to the level above. */
export const hostTrouble = {
  'sign-in-refused': say(
    'The name or the PIN is wrong.',
    'Nobody was signed in.',
    'Choose the right name and type the PIN again.',
  ),
  'sign-in-locked': say(
    'Too many wrong PINs.',
    'This name is locked to keep it safe, until {detail}.',
    'Wait until then and try again, or ask the administrator.',
  ),
  'recovery-words-wrong': say(
    'The groups typed from the sheet are not right.',
    'This machine still has no ward key.',
    'Compare group by group with the sheet and type them again.',
  ),
  'ward-key-there': say(
    'This machine already has a ward key.',
    'The key it has stays as it is.',
    'There is no need to type the sheet.',
  ),
  'session-unknown': say('The sign-in has ended.', kept, 'Sign in again on the page “Reception desk”.'),
  'not-allowed': say(
    'The signed-in person may not do this.',
    'Nothing was changed.',
    'Ask somebody with the right role.',
  ),
  'storage-failed': say(
    'The browser could not write to the disk.',
    `The last act is not saved. ${kept}`,
    'Try again. If it goes on, look at “Machine health” and tell the administrator.',
  ),
  'storage-full': say(
    'The disk of this machine is full.',
    `The last act is not saved. ${kept}`,
    'Take no new work on this machine and ask the administrator to free space.',
  ),
  'storage-vanished': say(
    'The browser’s storage has been emptied.',
    'The second copy is still in the file on this machine; the data will be read back from there.',
    'Reload the page and wait until it is read.',
  ),
  'storage-newer': say(
    'The browser’s storage was written by a newer version.',
    'This version does not open it, so as not to damage it.',
    'Reload the page. If it goes on, install the newest version.',
  ),
  'disk-full-guard': say(
    'The disk has very little free space.',
    'The machine takes no new work before the disk is full, so that nothing written is lost.',
    `${callAdmin} At least 1 GB must be freed.`,
  ),
  'journal-write-failed': say(
    'The journal file could not be written.',
    'The act is saved in the browser but has no second copy yet.',
    'Go on working, do not switch the machine off, and tell the administrator.',
  ),
  'journal-full': say(
    'The journal file could not be written because the disk is full.',
    'The act is saved in the browser but has no second copy yet.',
    `Do not switch the machine off. ${callAdmin} Space must be freed.`,
  ),
  'journal-twice': say(
    'There are two journal files of the same storage.',
    'The longer one is used and the other is left as it is; usually somebody copied files in the data folder.',
    'Do not delete either file. Ask the administrator to compare the two.',
  ),
  'keys-write-failed': say(
    'The dossier’s key could not be written to the file.',
    'The dossier is saved in the browser but its key has no second copy yet.',
    `Do not switch the machine off. ${callAdmin}`,
  ),
  'epoch-unknown': say('The local server does not know this page yet.', kept, 'Reload the page.'),
  'epoch-not-claimed': say('This page no longer holds the part it writes.', kept, 'Reload the page.'),
  'line-torn': say(
    'The power went while a line was written.',
    'The half line was cut off and kept aside; everything acknowledged before it stands.',
    'Nothing to do: the page writes that line again.',
  ),
  'namespace-unknown': say(
    'There is no such number series.',
    'No number was given and nothing was printed.',
    'Reload the page and try again.',
  ),
  'numbers-none': say(
    'This machine has no numbers to give.',
    'No number was given and nothing was printed.',
    'Take a number at another machine, and tell the administrator.',
  ),
  'key-missing': say(
    'This machine lacks the key of the dossier.',
    'Its personal data cannot be opened.',
    'Sign in again. If it goes on, wait for the network or tell the administrator.',
  ),
  'persons-erased': say(
    'The personal data of this dossier were erased on request.',
    'They cannot be opened and its slip cannot be printed again; its steps go on.',
    'Use the paper that was kept, if there is one.',
  ),
  'nothing-sealed': say(
    'This dossier holds no personal data to erase.',
    'Nothing was changed.',
    'Compare the dossier code with the request.',
  ),
  'ward-key-none': say(
    'This machine lacks the ward’s key.',
    'Dossiers cannot be received and personal data cannot be opened; calling and tickets work.',
    'The administrator enrols the machine at the level above, or types the recovery sheet on the settings page.',
  ),
  'ward-key-not-made': say(
    'The ward’s key has not been made.',
    'Personal data cannot be sealed yet.',
    callAdmin,
  ),
  'secret-store-away': say(
    'The key store of the operating system cannot be opened.',
    'The machine cannot read the ward’s key.',
    'Sign in to the operating system again and reopen the application.',
  ),
  'host-away': say(
    'The desk has lost its local server.',
    'Work is still saved in the browser; printing is not possible and there is no second copy for now.',
    'Wait a few seconds for it to come back. If it does not, open the Một Cửa application again.',
  ),
  'host-silent': say(
    'The local server answers too slowly.',
    'It is not known whether the request was carried out; earlier work is safe.',
    'Wait a minute and look again. If it goes on, open the application again.',
  ),
  'host-bug': say(
    'The local server has met an error.',
    kept,
    'Try again. If it goes on, open the application again and tell the administrator.',
  ),
  'params-invalid': say(
    'The page and the local server do not understand each other.',
    kept,
    'Reload the page. If it goes on, update the application.',
  ),
  'method-unknown': say(
    'The page and the local server do not understand each other.',
    kept,
    'Reload the page. If it goes on, update the application.',
  ),
  'caller-refused': say(
    'The local server does not take this page.',
    kept,
    'Close the page and open it from the Một Cửa application again.',
  ),
  'bridge-version': say('This page is an old version.', kept, 'Reload the page to use the new one.'),
  'data-in-use': say('Another program is using the data folder.', kept, 'Close the other Một Cửa window.'),
  'data-newer': say(
    'The data was written by a newer version.',
    'This version does not open it, so as not to damage it.',
    'Install the newest version.',
  ),
  'data-damaged': say(
    'A data file is damaged.',
    'What can be read is untouched.',
    `${callAdmin} Do not delete the data folder.`,
  ),
  'data-unwritable': say('The data folder cannot be written.', 'Nothing new reaches the files.', callAdmin),
  'district-unreachable': say(
    'The server above cannot be reached.',
    goOn,
    'Check the network cable or Wi-Fi. Nothing has to be typed again.',
  ),
  'district-silent': say(
    'The server above did not answer in time.',
    goOn,
    'Wait; the machine tries again by itself.',
  ),
  'district-busy': say('The server above is busy.', goOn, 'Wait; the machine tries again by itself.'),
  'district-broken': say(
    'The server above has an error.',
    goOn,
    'Wait; the machine tries again. If it lasts, tell those who run that server.',
  ),
  'district-garbage': say(
    'The answer of the server above cannot be read.',
    goOn,
    'Check the server’s address; a log-in page of the network may stand in the way.',
  ),
  'district-refused': say(
    'The server above does not take this machine.',
    goOn,
    'Tell the administrator: the machine needs a new enrolment code.',
  ),
  'district-newer': say('The server above has a newer version.', goOn, 'Administrator: update this machine.'),
  'district-older': say('The server above is too old.', goOn, 'Administrator: update that server.'),
  'district-too-large': say('Something on the way takes no request that large.', goOn, callAdmin),
  'district-request-refused': say(
    'The server above does not take this machine’s request.',
    goOn,
    'Check the machine’s clock and the version of the application, then tell the administrator.',
  ),
  'district-refused-line': say(
    'The server above does not take one item.',
    'That item is kept here and marked; all others are sent.',
    `${callAdmin} Nothing has to be typed again.`,
  ),
  'pulled-lines-refused': say(
    'Some data from the level above is not valid.',
    'It is set apart; the work of this machine is not touched.',
    callAdmin,
  ),
  'district-no-token': say(
    'The figures of the level above may not be read from here.',
    'The page uses figures counted on this machine.',
    'The administrator asks the level above for the right to read them.',
  ),
  'ward-wrong': say(
    'The server above keeps this machine under another ward.',
    goOn,
    'Tell the administrator: enrol the machine again with the right ward.',
  ),
  'not-enrolled': say(
    'This machine is not enrolled with the level above.',
    'It works alone; its data is on this machine only.',
    'The administrator enrols it with a one-time code from the level above.',
  ),
  'printer-none': say(
    'There is no printer for this.',
    'The paper is not printed; the act is saved.',
    'The administrator names a printer in the ward file.',
  ),
  'printer-unreachable': say(
    'The printer cannot be reached.',
    saved,
    'See that the printer is on, has paper and its cable, then print again.',
  ),
  'printer-timeout': say(
    'The printer does not answer.',
    'It is not known whether the paper came out.',
    'Look at the tray: if there is no paper, print again.',
  ),
  'printer-broke-off': say(
    'The connection to the printer broke off.',
    'The paper may be incomplete.',
    'Throw away an incomplete paper, check the cable, then print again.',
  ),
  'printer-refused': say(
    'The printer did not take the job.',
    saved,
    'See that it is the right printer and ready, then print again.',
  ),
  'printer-aborted': say(
    'The printer cancelled the job.',
    saved,
    'Look for paper, ink and jams, then print again.',
  ),
  'printer-failed': say(
    'The printer reports an error.',
    saved,
    'Look for paper, ink and jams, then print again.',
  ),
  'printer-folder-unwritable': say('The print folder cannot be written.', saved, callAdmin),
  'printer-system-missing': say(
    'The machine lacks the print system of the operating system.',
    saved,
    `${callAdmin} A print system (CUPS) must be installed.`,
  ),
  'print-browser-missing': say(
    'The machine lacks the program that prints A4 papers.',
    saved,
    `${callAdmin} Chromium, Chrome or Edge must be installed.`,
  ),
  'print-timeout': say('Printing took too long and was stopped.', saved, 'Print again.'),
  'print-failed': say('Printing failed.', saved, 'Check the printer and print again.'),
  'print-not-drawn': say('The paper was not drawn completely.', saved, 'Print again.'),
  'print-interrupted': say(
    'The application stopped while printing.',
    'It is not known whether the paper came out.',
    'Look at the tray: if there is no paper, print again.',
  ),
  'print-outcome-unknown': say(
    'It is not known whether the paper was printed.',
    'The act is saved.',
    'Look at the tray: if there is no paper, print again.',
  ),
  'print-queue-closed': say(
    'The application is closing and takes no print jobs.',
    saved,
    'Open the application again, then print again.',
  ),
  'print-log-unwritable': say('The print log cannot be written.', saved, callAdmin),
  'print-rows-missing': say('The ticket was not drawn completely.', saved, 'Print again.'),
} satisfies typeof viHostTrouble;
