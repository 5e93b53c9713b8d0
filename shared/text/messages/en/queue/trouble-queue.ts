import { say } from '../../say.ts';
import type { queueTrouble as viQueueTrouble } from '../../vi/queue/trouble-queue.ts';

/** What the rules of the queue say no to, by code. */
export const queueTrouble = {
  'queue-empty': say(
    'Nobody is waiting.',
    'The queue of this counter is empty.',
    'Wait for the next number.',
  ),
  'ticket-not-waiting': say(
    'This number no longer waits.',
    'Another counter may have called or ended it.',
    'Call the next number.',
  ),
  'ticket-not-called': say(
    'This number was not called.',
    'Only a number being served can be ended.',
    'Call it first, then end it.',
  ),
  'ticket-step-wrong': say(
    'This number is not at that step.',
    'Somebody else may just have acted on it; what you pressed no longer fits.',
    'Look at how the number stands in the list.',
  ),
  'ticket-bound': say(
    'This number is meant for {counter}.',
    'Nothing was recorded.',
    'Let that counter call it, or transfer it here first.',
  ),
  'ticket-expired': say(
    'This number was absent for more than {minutes} minutes.',
    'Numbers are kept only so long.',
    'Ask the visitor to take a new number.',
  ),
  'ticket-passed': say(
    '{passed} numbers were called since this one.',
    'A place is kept for at most {max} numbers.',
    'Ask the visitor to take a new number.',
  ),
  'calls-many': say(
    'This number was called {max} times already.',
    'Nothing was recorded.',
    'Mark it absent and call the next; whoever comes back is taken in again.',
  ),
  'call-locked': say(
    'This number was called just now.',
    'Two calls lie apart so that people can hear them.',
    'Wait {seconds} seconds, then call again.',
  ),
  'pick-not-allowed': say(
    'This number may not be called before its turn.',
    'Others stand before it; your role does not pick numbers.',
    'Call the next number, or ask the head of desk.',
  ),
  'pick-reason-missing': say(
    'No reason is given for calling out of turn.',
    '{overtaken} stand before it.',
    'Write one sentence why and call again, or call the next number.',
  ),
  'priority-unknown': say(
    'This priority is not on the ward’s list.',
    'Nothing was recorded.',
    'Choose one of the posted list.',
  ),
  'queue-unserved': say(
    'No counter serves queue {series}.',
    'The number was not moved, so that nobody waits for ever.',
    'Choose another queue, or one counter.',
  ),
  'carry-not-allowed': say(
    'The ward keeps no numbers for another day.',
    'Nothing was recorded.',
    'Close the number and ask the visitor to take a new one on that day.',
  ),
  'counter-busy': say(
    'The counter still serves number {number}.',
    'A counter serves one person at a time.',
    'End number {number}, then call the next.',
  ),
  'counter-unknown': say(
    'There is no counter {counter}.',
    'The ward file does not name it.',
    'Choose a counter from the list.',
  ),
  'counter-not-open': say(
    'The counter is on a break or closed (reason: {reason}).',
    'Nobody was called, so that nobody stands before an empty chair.',
    'Open the counter, then call.',
  ),
  'issuing-stopped': say('No numbers are given now: “{text}”', 'No number was given.', 'Ask the guide.'),
  'issuing-shut': say(
    'Numbers are not given at this hour.',
    'No number was given.',
    'Please come back in working hours, from {opensAt}.',
  ),
  'issuing-too-late': say(
    'No more numbers.',
    'A number taken now would not be called before the desk closes.',
    'Please come back at the next session, from {opensAt}.',
  ),
  'contingent-used': say(
    'No more numbers of this field today.',
    '{max} are given a day.',
    'Please come back on the next working day, or ask the guide.',
  ),
  'person-limit': say(
    'You have taken all your numbers of today.',
    'Each person takes at most {max} a day.',
    'Use the number you have, or ask the guide.',
  ),
} satisfies typeof viQueueTrouble;
