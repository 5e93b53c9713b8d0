// Which call stands large on the display, and for how long: every call gets its moment, however close they come.
import { elapsedMs } from '../../../shared/basics/time.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** One call of one number to one counter; a number called again is another call. */
export type Call = {
  readonly key: string;
  readonly ticket: string;
  readonly number: string;
  readonly counter: string;
  readonly calledAt: string;
  /** Whether its person is still awaited: not at the counter yet, not finished, and the call not taken back. */
  readonly stands: boolean;
};

/** What the display shows. */
export type Board = {
  /** Calls known so far, oldest first. */
  readonly calls: readonly Call[];
  /** The large one; null while nobody is awaited. */
  readonly current: Call | null;
  /** When `current` became the large one; calls that were there when the page opened are not announced. */
  readonly sinceMs: number | null;
  /** Calls that wait for their moment, in the order they were made. */
  readonly pending: readonly Call[];
};

/** A call is the large one at least this long, and as long as it is being said. */
export const MOMENT_MS = 4000;
/** No call is said for longer than this; a sound that never ends holds nobody up. */
export const LONGEST_MS = 60_000;

/** The last call of each ticket of the day that came to something, oldest first; of the same instant in the order of their numbers. */
export function callsOf(tickets: readonly Folded<Ticket>[]): readonly Call[] {
  return tickets
    .flatMap(({ id, state }) => (state ? callOf(id, state) : []))
    .toSorted((a, b) => compare(a.calledAt, b.calledAt) || compare(a.number, b.number));
}

/** Who was called and waits again (taken back, passed on, set aside) was not called, as far as the room can see. */
function callOf(ticket: string, { number, counter, calls, calledAt, status }: Ticket): readonly Call[] {
  if (calledAt === null || counter === null || status === 'waiting' || status === 'held') return [];
  // A call after one that was taken back has its count again, but neither its time nor its counter.
  const key = `${ticket}#${calls} ${calledAt} ${counter}`;
  return [{ key, ticket, number, counter, calledAt, stands: status === 'called' }];
}

/** The board a page opens with: the latest call whose person is still awaited is the large one, nothing is announced [CA1]. */
export function openBoard(calls: readonly Call[]): Board {
  return { calls, current: calls.findLast(({ stands }) => stands) ?? null, sinceMs: null, pending: [] };
}

/**
 * The board after new calls or after time has passed; the same object when nothing changes. Every call is announced once, in
 * the order of the calls and one at a time [CA1], but for those that were over before their moment came; one that is over leaves
 * when its moment has passed [CA2].
 * @param said key of the call whose announcement has ended, or was not to be heard
 */
export function nextBoard(board: Board, calls: readonly Call[], nowMs: number, said: string | null): Board {
  const known = new Set(board.calls.map(({ key }) => key));
  const awaited = new Set(calls.filter(({ stands }) => stands).map(personAt));
  const pending = [...board.pending, ...calls.filter(({ key }) => !known.has(key))].filter((call) =>
    awaited.has(personAt(call)),
  );
  const [first, ...others] = pending;
  const free = isFree(board, nowMs, said);
  if (first && free) return { calls, current: first, sinceMs: nowMs, pending: others };
  const next = { ...board, calls, pending };
  // A clock set back since then tells nothing: its moment is counted from now on.
  if (board.sinceMs !== null && nowMs < board.sinceMs) return { ...next, sinceMs: nowMs };
  const isAwaited = board.current !== null && awaited.has(personAt(board.current));
  // Whoever is still awaited of those called before stands again; a call is never made good by the end of a later one.
  if (free && !isAwaited) {
    const opened = openBoard(calls);
    return board.current === opened.current && isSame(board, opened) ? board : opened;
  }
  return isSame(board, next) ? board : next;
}

/** The same person at the same counter, however often called. */
function personAt({ ticket, counter }: Call): string {
  return `${ticket} ${counter}`;
}

function isFree({ current, sinceMs }: Board, nowMs: number, said: string | null): boolean {
  if (sinceMs === null || !current) return true;
  if (nowMs < sinceMs) return false;
  const passed = elapsedMs(sinceMs, nowMs);
  return passed >= LONGEST_MS || (passed >= MOMENT_MS && said === current.key);
}

function isSame(one: Board, other: Board): boolean {
  const told = ({ calls, pending }: Board) => [...calls, ...pending].map(({ key }) => key).join();
  return one.pending.length === other.pending.length && told(one) === told(other);
}

/** Calls below the large one: those whose moment comes, then those before it, latest first. */
export function otherCalls({ calls, current, pending }: Board, count: number): readonly Call[] {
  const seen = new Set([current?.number]);
  return [...pending, ...calls.toReversed()]
    .filter(({ number }) => !seen.has(number) && seen.add(number))
    .slice(0, count);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
