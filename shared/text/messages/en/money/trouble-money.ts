import { say } from '../../say.ts';
import type { moneyTrouble as viTrouble } from '../../vi/money/trouble-money.ts';

/** Why an act about money was refused. */
export const moneyTrouble = {
  'money-role-wrong': say(
    'The role of who is signed in does not do this with money.',
    'Nothing was recorded, nothing was taken.',
    'Ask a reception clerk or the cashier to sign in; cancelling and closing for others is for the cashier or the head.',
  ),
  'shift-none': say(
    'No shift is open at this machine.',
    'Nothing was recorded or taken; all money belongs to a shift.',
    'Open a shift and do it again.',
  ),
  'shift-open-already': say(
    'Your shift at this machine is open.',
    'No second one is opened.',
    'Go on in the open shift, or close it first.',
  ),
  'shift-unknown': say(
    'There is no such shift here.',
    'Nothing was recorded.',
    'Load the page again and try once more.',
  ),
  'shift-not-open': say('This shift is closed.', 'What was counted then stands.', 'See it under “Shifts”.'),
  'shift-not-closed': say(
    'This shift is not closed, or its money was handed on already.',
    'Nothing more was recorded.',
    'Close the shift before handing its money on; each shift hands it on once.',
  ),
  'remittance-too-much': say(
    'The amount handed on, {amountDong} đồng, is more than the cash counted when the shift was closed, {countedDong} đồng.',
    'Nothing was recorded and no list was printed.',
    'Count the money again and correct the amount; {countedDong} đồng at most.',
  ),
  'shift-not-own': say(
    'This is somebody else’s shift.',
    'Nothing was recorded.',
    'Ask its cashier, the accountant or the head of desk to close it and hand it on.',
  ),
  'payment-unknown': say('There is no such slip here.', 'Nothing was recorded.', 'Check the number.'),
  'payment-made-already': say(
    'The dossier paid this already by slip {number}.',
    'Nothing is taken a second time; nothing was recorded.',
    'See slip {number}. If it is wrong, cancel it and take the payment anew.',
  ),
  'payment-cancelled-already': say(
    'This slip was cancelled by entry {number}.',
    'Money goes back once; a cancelled slip is not printed again.',
    'To take it anew, make a new slip.',
  ),
  'payment-zero': say(
    'There is nothing to be paid.',
    'No slip of 0 đồng is made without a ground for the waiver.',
    'Type the amount, or choose the ground.',
  ),
} satisfies typeof viTrouble;
