import { say } from '../../say.ts';
import type { claimTrouble as viClaimTrouble } from '../../vi/queue/trouble-claims.ts';

/** Why a number is not called although it waits: only one counter may call it. */
export const claimTrouble = {
  'ticket-claimed': say(
    '{number} was just called or handled elsewhere: {counter}, at {since}.',
    'Only one counter can call a number, so this one does not.',
    'Call the next number.',
  ),
  'calls-cut-off': say(
    'The other machines are out of reach; every number that this machine issued has been called.',
    '{waiting} more people hold numbers of other machines. Another counter may have called them, so the machine picks none.',
    'Ask who waits: when somebody shows a ticket, call that very number.',
  ),
} satisfies typeof viClaimTrouble;
