import { say } from '../../say.ts';
import type { usbTrouble as viUsbTrouble } from '../../vi/outage/trouble-usb.ts';

const nothing = 'Nothing of this file was taken; the data here is as it was.';

/** Faults of files from a stick and of the drill. */
export const usbTrouble = {
  'usb-not-ours': say('This is no data file of Một Cửa.', nothing, 'Choose a file that ends with .mcusb.'),
  'usb-newer': say(
    'The file was written by a newer version.',
    nothing,
    'Update this machine, then import again.',
  ),
  'usb-ward-wrong': say(
    'The file is of another ward.',
    nothing,
    'Check the stick; import files of this ward only.',
  ),
  'usb-empty': say(
    'No part of the file is whole.',
    nothing,
    'Copy it again, and pull the stick only when it is done.',
  ),
  'usb-key-wrong': say(
    'This machine has no key for the file.',
    nothing,
    'It must come from a machine of this ward, or be the answer to a file of this very machine.',
  ),
  'usb-passphrase-missing': say(
    'The file needs its passphrase.',
    nothing,
    'Enter the one shown when it was written.',
  ),
  'usb-passphrase-wrong': say(
    'The passphrase does not open the file.',
    nothing,
    'Read it again, or write a new file.',
  ),
  'usb-damaged': say(
    'The file was changed or is damaged.',
    nothing,
    'Copy it again from the machine that wrote it. If it stays so, keep the stick and tell the administrator.',
  ),
  'usb-signature-wrong': say(
    'The signature does not fit: the file was changed.',
    nothing,
    'Do not use it. Keep the stick and tell the administrator.',
  ),
  'usb-device-unknown': say(
    'The machine that wrote the file is not let in.',
    nothing,
    'Tell the administrator above.',
  ),
  'usb-no-answer': say('This file is an answer itself.', nothing, 'Import it at the machine that asked.'),
  'usb-file-gone': say(
    'The transfer was cut off.',
    'Nothing is broken; the unfinished part is dropped.',
    'Begin again.',
  ),
  'usb-too-large': say(
    'Too much for one file.',
    'Nothing was written.',
    'Use “Write to USB” (what is missing) instead of “Write everything”.',
  ),
  'not-a-drill': say(
    'This is no drill.',
    'Nothing was cut.',
    'Start a drill from the page “When the network is down”.',
  ),
} satisfies typeof viUsbTrouble;
