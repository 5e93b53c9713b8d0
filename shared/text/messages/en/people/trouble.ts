import { say } from '../../say.ts';
import type { peopleTrouble as viTrouble } from '../../vi/people/trouble.ts';

const nothing = 'Nothing has changed.';

/** Why people, PINs or settings stay as they are. */
export const peopleTrouble = {
  'clerk-retired': say(
    'This person works here no more.',
    'They cannot sign in.',
    'Ask the head of desk or the administrator to look at the list of clerks.',
  ),
  'clerk-unknown': say('There is no such clerk.', nothing, 'Choose from the list.'),
  'clerk-removed': say(
    '{detail} cannot be taken off the list.',
    'What they wrote down bears their name. Nothing was saved.',
    'Mark them as working here no more.',
  ),
  'pin-must-change': say(
    'This PIN is a temporary one.',
    'You are not signed in yet.',
    'Type a new PIN of your own and press again.',
  ),
  'pin-format': say('A new PIN has 4 to 8 digits.', nothing, 'Type the new PIN again.'),
  'pin-weak': say('The new PIN is easy to guess.', nothing, 'Choose one without runs or repeated digits.'),
  'pin-birthday': say('The new PIN looks like a date or year of birth.', nothing, 'Choose another.'),
  'pin-same': say('The new PIN is the old one.', nothing, 'Choose another.'),
  'pin-own': say('Nobody resets the own PIN.', nothing, 'Use “Change my PIN” above the list.'),
  'setting-invalid': say(
    'Something is not right: {detail}.',
    'Nothing was saved; the settings in force stay.',
    'Correct it and save again.',
  ),
  'setting-same': say('Nothing is different.', 'Nothing was saved.', 'Change something first.'),
  'setting-reason-missing': say('No reason was given.', nothing, 'Write why it is changed.'),
  'settings-keeper-none': say(
    'At least one head of desk or administrator has to stay.',
    'Nothing was saved; otherwise nobody could change settings.',
    'Keep one person with that role.',
  ),
  'settings-stale': say(
    'The settings were changed on another page a moment ago.',
    'Nothing was saved, so as not to undo that change.',
    'Open the section again and change it there.',
  ),
  'settings-unwritable': say(
    'The settings file cannot be written.',
    'The settings in force stay.',
    'Check the space on the disk and tell the administrator.',
  ),
  'still-busy': say('The step before is still under way.', nothing, 'Wait a moment and press again.'),
} satisfies typeof viTrouble;
