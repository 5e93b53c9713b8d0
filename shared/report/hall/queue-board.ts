// The queues: who waits in each, how long, and how long a newcomer would.
import { waitOfNew } from '../../project/waits.ts';
import { waiterOf } from './room-now.ts';
import type { WaitEstimate } from '../../law/queue/estimate.ts';
import type { Handlings } from '../../law/queue/handling.ts';
import type { QueueDesk } from '../../law/queue/order.ts';
import type { QueueRules } from '../../law/queue/rules.ts';
import type { CounterDay } from '../../project/counters.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { Waiter } from './room-now.ts';

/** One queue. `longest` is null while nobody waits in it. */
export type QueueRow = {
  readonly series: string;
  /** Fields that its numbers of today were taken for. */
  readonly fieldIds: readonly string[];
  /** Longest wait first. */
  readonly waiting: readonly Waiter[];
  readonly longest: Waiter | null;
  /** Numbers of today in it, whatever became of them. */
  readonly today: number;
  /** What somebody would be told who takes a number now. */
  readonly newcomer: WaitEstimate;
};

/** By what the queues are read. */
export type QueueBoardView = {
  readonly tickets: readonly Ticket[];
  readonly desks: readonly QueueDesk[];
  readonly counters: readonly CounterDay[];
  readonly rules: QueueRules;
  readonly nowMs: number;
  /** How long calls took on former days. */
  readonly former?: Handlings;
};

/** The queues that had a number today, those with the longest wait first [HA5]. */
export function queueBoard(view: QueueBoardView): readonly QueueRow[] {
  const { tickets, nowMs } = view;
  const series = [...new Set(tickets.map((ticket) => ticket.series))].toSorted();
  return series
    .map((name): QueueRow => {
      const own = tickets.filter((ticket) => ticket.series === name);
      const waiting = own
        .filter(({ status }) => status === 'waiting')
        .map((ticket) => waiterOf(ticket, nowMs))
        .toSorted((a, b) => b.waitedMs - a.waitedMs);
      return {
        series: name,
        fieldIds: [...new Set(own.map(({ fieldId }) => fieldId))],
        waiting,
        longest: waiting[0] ?? null,
        today: own.length,
        newcomer: waitOfNew(view, { series: name, fieldId: '', priority: null, appointmentAt: null }),
      };
    })
    .toSorted((a, b) => (b.longest?.waitedMs ?? -1) - (a.longest?.waitedMs ?? -1));
}
