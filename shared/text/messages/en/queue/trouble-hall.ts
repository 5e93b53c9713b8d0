import { say } from '../../say.ts';
import type { hallTrouble as viHallTrouble } from '../../vi/queue/trouble-hall.ts';

/** Why numbers of the roll, ratings, calls for help and appointments are not taken. */
export const hallTrouble = {
  'person-number-wrong': say(
    'What was typed is neither an identity number nor a phone number.',
    'No number was given.',
    'Type the number of the identity card or a phone number again, or ask the guide.',
  ),
  'services-many': say(
    'Too many matters for one visit.',
    'A number takes at most {max} more.',
    'Leave some out, or take another number.',
  ),
  'roll-number-wrong': say(
    'This is no number of the paper roll.',
    'Papers of the roll have a letter and four digits, {from} to {to}, so that they never meet a number of a machine.',
    'Type the number as it is printed, for example A1001.',
  ),
  'roll-series-unknown': say(
    'There is no queue {series}.',
    'The number was not recorded.',
    'Check the first letter on the paper; use the ward’s own roll.',
  ),
  'roll-number-used': say(
    'Number {number} is there already today.',
    'A number belongs to one person.',
    'Check the paper. If it is that number, tear off the next one.',
  ),
  'day-not-over': say(
    'The desk is still open and {open} numbers are.',
    'Ending the day now would send home whoever waits. No number was closed.',
    'Wait until {until}, or ask the head of the desk to sign in and end the day.',
  ),
  'rating-given': say(
    'Number {number} has been rated.',
    'Each number is rated once; the first answer stays.',
    'To say more, leave a suggestion or ask the guide.',
  ),
  'rating-too-early': say(
    'Number {number} has not been served to the end.',
    'A visit is rated after it was served.',
    'Please rate when you are done at the counter.',
  ),
  'rating-too-late': say(
    'It is too late to rate number {number}.',
    'Ratings are taken on the day and the day after.',
    'Please leave a suggestion or ask the guide.',
  ),
  'help-none': say(
    'This counter does not call for help.',
    'Nothing was recorded.',
    'Look again which counters call.',
  ),
  'appointment-unknown': say(
    'This appointment is not here.',
    'No number was given.',
    'Check the code, or take a number as usual.',
  ),
  'appointment-past': say(
    'The time is over already.',
    'The appointment was not recorded.',
    'Choose a time to come.',
  ),
  'appointment-shut': say(
    'The time on {day} lies outside working hours.',
    'The appointment was not recorded.',
    'Choose a time within the sessions of this field.',
  ),
  'appointment-used': say(
    'This appointment has become number {number}.',
    'An appointment gets one number.',
    'Use number {number}. If the paper is lost, ask the guide.',
  ),
  'appointment-other-day': say(
    'This appointment is for {day}.',
    'No number was given.',
    'Please come on that day, or take a number as usual.',
  ),
  'appointment-over': say(
    'This appointment is over: it became a number or was cancelled.',
    'Nothing more was recorded.',
    'Take a number as usual, or make another appointment.',
  ),
} satisfies typeof viHallTrouble;
