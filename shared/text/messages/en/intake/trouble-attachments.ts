import { say } from '../../say.ts';

const kept = 'The dossier and the files saved before are still there.';

/** Troubles of scans and photos, by code. */
export const attachmentTrouble = {
  'attachment-empty': say('This file is empty.', kept, 'Scan again and add the new file.'),
  'attachment-kind': say(
    'This file is no PDF, JPEG or PNG.',
    kept,
    'Scan or save it as PDF, JPEG or PNG and add it again. Renaming is not enough.',
  ),
  'attachment-large': say(
    'This file is larger than 80 MB.',
    kept,
    'Scan at 200–300 dpi, or split it and add the parts.',
  ),
  'attachment-space': say(
    'Less than 2 GB is free, so no more scans are taken.',
    'Receiving, printing and returning go on; scans added before are still there.',
    'Make room on the disk, then add it again.',
  ),
  'attachment-away': say(
    'This machine does not have the file yet.',
    'It was added on another machine and has not reached the server, or the line is cut.',
    'Try again once the line holds, or look at it on the machine where it was added.',
  ),
  'attachment-coming': say(
    'The file is on its way from the server.',
    'It was added on another machine; what has come so far is kept.',
    'Open it again in a few minutes.',
  ),
  'attachment-damaged': say(
    'The file is damaged or not the one that was saved.',
    'A wrong file is not opened.',
    'Scan again and add the new file, then remove this one with the reason.',
  ),
  'attachment-unreadable': say(
    'The file cannot be read from the disk.',
    kept,
    'Try again; if it stays so, tell the administrator.',
  ),
  'attachment-write-failed': say(
    'The file could not be written to the disk.',
    'It still stands in this page’s storage and is written again by itself.',
    'Check the disk; if it stays so, tell the administrator.',
  ),
};
