import { z } from 'zod';

/**
 * States of a queue ticket (DOMAIN 8.2), and what its person does meanwhile; null: the visit is over. A stage of a visit has
 * the name of its state, and every moment of a visit lies in exactly one.
 */
export const ticketStates = {
  waiting: 'waits in the queue',
  called: 'is called to a counter and on the way',
  serving: 'stands at the counter',
  held: 'was set aside by a clerk, for a reason',
  absent: 'was called and did not come',
  served: null,
  closed: null,
} as const;

/** A state of a ticket. */
export type TicketState = keyof typeof ticketStates;

/** States of a visit that goes on. */
export const openStates = ['waiting', 'called', 'serving', 'held', 'absent'] as const;

/** A state of a visit that goes on. */
export type OpenState = (typeof openStates)[number];

/** Every state, as a list that zod takes. */
export const allTicketStates = [...openStates, 'served', 'closed'] as const satisfies readonly TicketState[];

/** Whether the visit goes on in a state. */
export function isOpen(state: TicketState): state is OpenState {
  return ticketStates[state] !== null;
}

/**
 * Why a ticket was called when it was: in turn; by priority, appointment or after waiting out the bound of ageing; from the
 * list of those who did not come; in turn after it came back; sent to this one counter; picked by a clerk; or served at once without a call.
 */
export const callWhys = [
  'next',
  'priority',
  'aged',
  'appointment',
  'recall',
  'returned',
  'sent',
  'chosen',
  'direct',
] as const;

/** Why a ticket was called when it was. */
export type CallWhy = (typeof callWhys)[number];

const instant = z.string().max(40);

/** One stage of a visit. `key` and `toKey` are logical times of the facts that began and ended it; null while it lasts. */
export const stageSchema = z.object({
  kind: z.enum(openStates),
  from: instant,
  key: z.string().max(20),
  to: instant.nullable(),
  toKey: z.string().max(20).nullable(),
  /** The queue it belongs to, and its place there. */
  series: z.string().max(4),
  place: z.string().max(20),
  /** Of a stage at a counter: where, who, how often called, and why then. Of a wait: the only counter that may call it. */
  counter: z.string().max(30).nullable(),
  clerk: z.string().max(60).nullable(),
  calls: z.int().min(0),
  lastCallAt: instant.nullable(),
  why: z.enum(callWhys).nullable(),
  reason: z.string().max(300),
});

/** One stage of a visit. */
export type Stage = z.infer<typeof stageSchema>;

/** A call that was a mistake and was taken back: it is in no stage, and still tells why others went before meanwhile. */
export type UndoneCall = {
  readonly key: string;
  readonly toKey: string;
  readonly counter: string;
  readonly reason: string;
};

/** What the rules of the queue read of a ticket; every projected ticket is one. */
export type QueueTicket = {
  readonly id: string;
  readonly number: string;
  readonly series: string;
  readonly fieldId: string;
  readonly status: TicketState;
  readonly priority: string | null;
  /** The line of the ward's own list of priorities that it was taken under. */
  readonly priorityRule: string | null;
  readonly appointmentAt: string | null;
  /** Its place in the queue: a logical time, the milliseconds first; a transfer keeps it. */
  readonly place: string;
  /** Only this counter calls it; null: every counter of its series. */
  readonly boundTo: string | null;
  readonly counter: string | null;
  readonly stages: readonly Stage[];
  readonly undone: readonly UndoneCall[];
};

/** The milliseconds of a place. */
export function placeMs(place: string): number {
  return Number(place.slice(0, 13));
}

/** The stage that lasts; null when the visit is over. */
export function stageNow({ stages }: Pick<QueueTicket, 'stages'>): Stage | null {
  const last = stages.at(-1);
  return last && last.to === null ? last : null;
}
