// Which call stands large on the display, and for how long: every call gets its moment, however close they come.
import { elapsedMs } from '../../../shared/basics/time.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** One call of one number to one counter; a number called again is another call. */
export type Call = {
  readonly key: string;
  readonly number: string;
  readonly counter: string;
  readonly calledAt: string;
};

/** What the display shows. */
export type Board = {
  /** Calls known so far, oldest first. */
  readonly calls: readonly Call[];
  readonly current: Call | null;
  /** When `current` became the large one; calls that were there when the page opened are not announced. */
  readonly sinceMs: number | null;
  /** Calls that wait for their moment, in the order they were made. */
  readonly pending: readonly Call[];
};

/** A call is the large one at least this long before the next takes its place. */
export const MOMENT_MS = 4000;

/** The last call of each ticket of the day, oldest first; calls of the same instant in the order of their numbers. */
export function callsOf(tickets: readonly Folded<Ticket>[]): readonly Call[] {
  return tickets
    .flatMap(({ id, state }) =>
      state?.calledAt && state.counter
        ? [
            {
              key: `${id}#${state.calls}`,
              number: state.number,
              counter: state.counter,
              calledAt: state.calledAt,
            },
          ]
        : [],
    )
    .toSorted((a, b) => compare(a.calledAt, b.calledAt) || compare(a.number, b.number));
}

/** The board a page opens with: the latest call stands, nothing is announced. */
export function openBoard(calls: readonly Call[]): Board {
  return { calls, current: calls.at(-1) ?? null, sinceMs: null, pending: [] };
}

/**
 * The board after new calls or after time has passed; the same object when nothing changes.
 * A call announced once is never announced again, and none is passed over.
 */
export function nextBoard(board: Board, calls: readonly Call[], nowMs: number): Board {
  const known = new Set(board.calls.map(({ key }) => key));
  const pending = [...board.pending, ...calls.filter(({ key }) => !known.has(key))];
  const [first, ...others] = pending;
  // A clock set back since then tells nothing: the next call is not made to wait for it.
  const { sinceMs } = board;
  const free = sinceMs === null || nowMs < sinceMs || elapsedMs(sinceMs, nowMs) >= MOMENT_MS;
  if (first && free) return { calls, current: first, sinceMs: nowMs, pending: others };
  return pending.length === board.pending.length ? board : { ...board, calls, pending };
}

/** The calls before the large one, latest first; what still waits for its moment is not among them. */
export function recentCalls({ calls, current, pending }: Board, count: number): readonly Call[] {
  const hidden = new Set([current?.key, ...pending.map(({ key }) => key)]);
  return calls
    .filter(({ key, number }) => !hidden.has(key) && number !== current?.number)
    .slice(-count)
    .toReversed();
}

/** Who comes next: priority first, then the longest wait, as the counters call them. */
export function comingUp(tickets: readonly Folded<Ticket>[], count: number): readonly string[] {
  return tickets
    .flatMap(({ state }) => (state?.status === 'waiting' ? [state] : []))
    .toSorted(
      (a, b) =>
        Number(a.priority === null) - Number(b.priority === null) ||
        compare(a.issuedAt, b.issuedAt) ||
        compare(a.number, b.number),
    )
    .slice(0, count)
    .map(({ number }) => number);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
