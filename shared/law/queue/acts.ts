import type { TicketState } from './stages.ts';

type ActRule = {
  readonly from: readonly TicketState[];
  /** `same`: the state stays; `before`: as it was before the call. */
  readonly to: TicketState | 'same' | 'before';
};

const open: readonly TicketState[] = ['waiting', 'called', 'serving', 'held', 'absent'];
const atCounter: readonly TicketState[] = ['called', 'serving'];

/** Every act on a ticket: from where, to where (DOMAIN 8.2). */
export const ticketActs = {
  call: act(['waiting', 'absent'], 'called'),
  'call-again': act(['called'], 'same'),
  'undo-call': act(atCounter, 'before'),
  start: act(['called'], 'serving'),
  finish: act(atCounter, 'served'),
  /** The visit goes on with its next service. */
  'finish-one': act(atCounter, 'waiting'),
  miss: act(['called'], 'absent'),
  hold: act(['waiting', ...atCounter], 'held'),
  release: act(['held'], 'waiting'),
  transfer: act(['waiting', ...atCounter, 'held'], 'waiting'),
  readmit: act(['absent'], 'waiting'),
  'set-priority': act(['waiting', 'held', 'absent'], 'same'),
  carry: act(['waiting', 'held'], 'same'),
  close: act(open, 'closed'),
} as const satisfies Readonly<Record<string, ActRule>>;

/** An act on a ticket. */
export type TicketAct = keyof typeof ticketActs;

/** Whether an act may follow a state. */
export function mayFollow(action: TicketAct, state: TicketState): boolean {
  return (ticketActs[action].from as readonly TicketState[]).includes(state);
}

/** The acts that a state allows, in the order of the table. */
export function ticketActsFrom(state: TicketState): readonly TicketAct[] {
  return (Object.keys(ticketActs) as TicketAct[]).filter((action) => mayFollow(action, state));
}

function act<const To extends ActRule['to']>(
  from: readonly TicketState[],
  to: To,
): ActRule & { readonly to: To } {
  return { from, to };
}
