import { say } from '../../say.ts';
import type { printerTrouble as vi } from '../../vi/papers/trouble-printers.ts';

const held =
  'A paper that the printer holds comes out by itself, do not print it again; one that failed did not come out.';
const saved = 'The act is saved.';

/** What printers say of themselves. */
export const printerTrouble = {
  'printer-paper-out': say('The printer is out of paper.', held, 'Put paper into the tray.'),
  'printer-busy': say(
    'The printer still works on another paper.',
    saved,
    'Wait until it is out and print again, or choose another printer.',
  ),
  'printer-jam': say(
    'Paper or the cutter is jammed.',
    held,
    'Take the jammed paper out and close the printer.',
  ),
  'printer-cover-open': say('The printer’s cover is open.', held, 'Close it.'),
  'printer-toner-out': say('The printer is out of toner.', held, 'Change the cartridge.'),
  'printer-offline': say('The printer is off or not connected.', held, 'Switch it on and see to its cable.'),
  'printer-paused': say(
    'The print queue is paused.',
    held,
    'Press resume at the printer, or ask the administrator to open the queue.',
  ),
  'printer-format-refused': say(
    'This printer does not take the paper’s kind of file.',
    saved,
    'Choose another printer, or connect this one through the print service (CUPS).',
  ),
  'printer-queue-unknown': say(
    'The print service has no printer of this name.',
    saved,
    'The administrator corrects the name in the settings.',
  ),
  'print-aborted-at-printer': say(
    'The printer gave this paper up.',
    'It did not come out, or not whole.',
    'Throw a torn sheet away, see to the printer, then open the dossier and print again.',
  ),
  'print-job-forgotten': say(
    'The print service does not remember this paper.',
    'Whether it came out is not known.',
    'Look at the tray: if it is not there, open the dossier and print again.',
  ),
} satisfies typeof vi;
