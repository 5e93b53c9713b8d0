// Who was called before others that stood there first, and why [P02]. Read from what happened, not from what was meant.
import { elapsedMs, parseInstant } from '../../basics/time.ts';
import { callWhys, placeMs } from './stages.ts';
import type { CallWhy, QueueTicket, Stage } from './stages.ts';

/** One that stood there first, and how long it had waited when another was called. */
export type Overtaken = {
  readonly id: string;
  readonly number: string;
  readonly waitedMs: number;
  /** It stood called elsewhere by a mistake that was taken back later. */
  readonly mistaken: boolean;
};

/** One call that went before others. `why` null: by a program or a desk that does not say. */
export type Overtaking = {
  readonly id: string;
  readonly number: string;
  readonly series: string;
  readonly calledAt: string;
  readonly counter: string;
  readonly clerk: string | null;
  readonly why: CallWhy | null;
  readonly ground: string | null;
  readonly reason: string;
  readonly overtaken: readonly Overtaken[];
};

/** A day's calls out of turn. */
export type FairnessReport = {
  readonly calls: number;
  readonly rows: readonly Overtaking[];
  /** Calls out of turn by why; `mistaken`: only before such as were called by mistake; `unsaid`: nothing explains them. */
  readonly byWhy: Readonly<Record<CallWhy | 'mistaken' | 'unsaid', number>>;
};

/** What a rule or a person explains by itself; the others should have been in turn. */
const explained: ReadonlySet<CallWhy> = new Set<CallWhy>([
  'priority',
  'appointment',
  'chosen',
  'recall',
  'sent',
  'direct',
]);

/**
 * Every call of a day that went before somebody who waited in the same series from before, in the order of the calls.
 * Who waited is told by logical time, so that no clock set back hides it [QU9].
 */
export function fairnessOf(tickets: readonly QueueTicket[]): FairnessReport {
  const calls = tickets
    .flatMap((ticket) => ticket.stages.filter(isCall).map((call) => ({ ticket, call })))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const rows = calls
    .map(({ ticket, call }) => rowOf(ticket, call, tickets))
    .filter(({ overtaken }) => overtaken.length > 0);
  const named = rows.map(nameOf);
  const count = (name: string): number => named.filter((one) => one === name).length;
  const byWhy = Object.fromEntries(callWhys.map((why) => [why, count(why)])) as Record<CallWhy, number>;
  const others = { mistaken: count('mistaken'), unsaid: count('unsaid') };
  return { calls: calls.length, rows, byWhy: { ...byWhy, ...others } };
}

function nameOf({ why, overtaken }: Overtaking): CallWhy | 'mistaken' | 'unsaid' {
  if (why !== null && explained.has(why)) return why;
  return overtaken.every(({ mistaken }) => mistaken) ? 'mistaken' : 'unsaid';
}

/** A call, or the service of somebody who was never called. */
function isCall({ kind, why }: Stage): boolean {
  return kind === 'called' || why === 'direct';
}

function order({ ticket, call }: { readonly ticket: QueueTicket; readonly call: Stage }): string {
  return `${call.key} ${ticket.id}`;
}

function rowOf(ticket: QueueTicket, call: Stage, tickets: readonly QueueTicket[]): Overtaking {
  const { id, number, priority, priorityRule } = ticket;
  const { series, from, counter, clerk, why, reason } = call;
  const calledMs = parseInstant(from) ?? 0;
  const overtaken = tickets.flatMap((other): readonly Overtaken[] => {
    const waited =
      other.id === id ? undefined : other.stages.find((stage) => stoodBefore(stage, other, ticket, call));
    if (!waited) return [];
    const sinceMs = parseInstant(waited.from) ?? calledMs;
    const mistaken = other.undone.some(({ key, toKey }) => key < call.key && call.key < toKey);
    return [{ id: other.id, number: other.number, waitedMs: elapsedMs(sinceMs, calledMs), mistaken }];
  });
  const ground = priorityRule ?? priority;
  return {
    id,
    number,
    series,
    calledAt: from,
    counter: counter ?? '',
    clerk,
    why,
    ground,
    reason,
    overtaken,
  };
}

/** Whether a stage was a wait in the series of a call, under way at the call, from an earlier place, and free for its counter. */
function stoodBefore(stage: Stage, other: QueueTicket, ticket: QueueTicket, call: Stage): boolean {
  if (stage.kind !== 'waiting' || stage.series !== call.series) return false;
  if (stage.counter !== null && stage.counter !== call.counter) return false;
  const underWay = stage.key < call.key && (stage.toKey === null || stage.toKey > call.key);
  return underWay && standingKey(stage, other) < `${call.place} ${ticket.number} ${ticket.id}`;
}

/** Since when a ticket can be passed over: one with an appointment not before its time. */
function standingKey({ place }: Stage, { number, id, appointmentAt }: QueueTicket): string {
  const slotMs = appointmentAt === null ? null : parseInstant(appointmentAt);
  const since = slotMs === null || slotMs < placeMs(place) ? place : String(slotMs).padStart(13, '0');
  return `${since} ${number} ${id}`;
}
