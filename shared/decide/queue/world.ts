import { officeQueueRules, usualQueueRules } from '../../law/queue/rules.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { QueueDesk } from '../../law/queue/order.ts';
import type { QueueRules } from '../../law/queue/rules.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { CounterDay } from '../../project/counters.ts';
import type { Ticket } from '../../project/tickets.ts';

/** How a ward leads its queue: its rules and its counters; with no counters, each serves what it calls. */
export type QueueSetup = { readonly rules: QueueRules; readonly desks: readonly QueueDesk[] | null };

/** By what an act on a ticket is judged. */
export type QueueWorld = QueueSetup & {
  readonly nowMs: number;
  /** Who acts; null where the roles are not asked. */
  readonly role: ActorRole | null;
  /** The tickets of the day's queue as they are seen here. */
  readonly tickets: readonly Ticket[];
  /** Counters as they stand today; one that is not there counts as open. */
  readonly counters?: readonly CounterDay[];
};

/** What a ward does that says nothing of its queue. */
export const usualSetup: QueueSetup = { rules: usualQueueRules, desks: null };

/** A ward for trying out gives numbers whenever somebody tries. */
const demoRules: QueueRules = {
  ...officeQueueRules,
  issuing: { ...officeQueueRules.issuing, hours: null },
};

/** How a ward leads its queue, as its file says. */
export function queueSetupOf({
  queue,
  counters,
  demo,
}: Pick<WardConfig, 'queue' | 'counters' | 'demo'>): QueueSetup {
  return { rules: queue ?? (demo ? demoRules : officeQueueRules), desks: counters };
}

/** A counter with the series that it serves. */
export function deskOf(
  world: Pick<QueueSetup, 'desks'>,
  counter: string,
  series: readonly string[],
): QueueDesk | null {
  if (world.desks === null) return { id: counter, series };
  return world.desks.find(({ id }) => id === counter) ?? null;
}
