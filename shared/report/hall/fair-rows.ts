// The fairness report as a person reads it: what nothing explains stands first [P02].
import { fairnessOf } from '../../law/queue/fairness.ts';
import type { Overtaking } from '../../law/queue/fairness.ts';
import type { QueueTicket } from '../../law/queue/stages.ts';

/**
 * What explains a call out of turn: `nothing`; `unreasoned`: a clerk chose it without a word; `reasoned`: with one; `rule`:
 * priority, appointment, or another rule; `mistake`: those it went before stood called by mistake.
 */
export type FairReason = 'nothing' | 'unreasoned' | 'reasoned' | 'rule' | 'mistake';

/** A call out of turn with what explains it. */
export type FairRow = Overtaking & { readonly because: FairReason; readonly longestMs: number };

/** The report of a day. */
export type FairReport = {
  readonly calls: number;
  readonly rows: readonly FairRow[];
  readonly counts: Readonly<Record<FairReason, number>>;
};

const order: readonly FairReason[] = ['nothing', 'unreasoned', 'reasoned', 'rule', 'mistake'];

/** Calls out of turn of a day: those without an explanation first, then the latest first [HA7]. */
export function fairReport(tickets: readonly QueueTicket[]): FairReport {
  const { calls, rows } = fairnessOf(tickets);
  const read = rows.map((row): FairRow => ({
    ...row,
    because: becauseOf(row),
    longestMs: Math.max(...row.overtaken.map(({ waitedMs }) => waitedMs)),
  }));
  const sorted = read.toSorted(
    (a, b) => order.indexOf(a.because) - order.indexOf(b.because) || (a.calledAt < b.calledAt ? 1 : -1),
  );
  const count = (because: FairReason) => read.filter((row) => row.because === because).length;
  return {
    calls,
    rows: sorted,
    counts: Object.fromEntries(order.map((because) => [because, count(because)])) as Record<
      FairReason,
      number
    >,
  };
}

function becauseOf({ why, reason, overtaken }: Overtaking): FairReason {
  if (why === 'chosen') return reason === '' ? 'unreasoned' : 'reasoned';
  if (why !== null && why !== 'next' && why !== 'aged' && why !== 'returned') return 'rule';
  return overtaken.every(({ mistaken }) => mistaken) ? 'mistake' : 'nothing';
}
