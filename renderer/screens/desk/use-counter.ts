import { useCallback, useMemo } from 'react';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { callOrder } from '../../../shared/law/queue/order.ts';
import { useQueue, useSession, useStores } from '../../store/hooks.ts';
import { useNowMs } from '../staff-frame.tsx';
import type { QueueDesk } from '../../../shared/law/queue/order.ts';
import type { QueueRules } from '../../../shared/law/queue/rules.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** The queue as one counter sees it, and what its clerk can do with it. */
export type CounterWork = {
  /** Null while the first reading is under way. */
  readonly loaded: boolean;
  /** The ticket that stands called at this counter. */
  readonly serving: Ticket | null;
  /** Waiting tickets of this counter's series, in the order they will be called. */
  readonly waiting: readonly Ticket[];
  readonly otherWaiting: number;
  /** Open tickets on which two places acted before they saw each other. */
  readonly doubled: readonly Ticket[];
  readonly busy: boolean;
  readonly callNext: () => void;
  readonly callThis: (ticketId: string) => void;
  readonly callAgain: () => void;
  readonly finish: (outcome: 'served' | 'absent') => void;
  readonly printAgain: (ticket: Ticket) => void;
};

/** The work of the counter the clerk sits at. */
export function useCounter(clerkId: string): CounterWork {
  const { host } = useStores();
  const counter = useSession((session) => session.counter) ?? '';
  const rows = useQueue((queue) => queue.tickets);
  const busy = useQueue((queue) => queue.busy);
  const next = useQueue((queue) => queue.callNext);
  const one = useQueue((queue) => queue.callOne);
  const end = useQueue((queue) => queue.finish);
  const again = useQueue((queue) => queue.printAgain);
  const nowMs = useNowMs();
  const series = useMemo(
    () => host.hello().ward.counters.find(({ id }) => id === counter)?.series ?? [],
    [host, counter],
  );
  const seen = useMemo(() => {
    const tickets = (rows ?? []).flatMap(({ state }) => (state ? [state] : []));
    const isHere = ({ status, counter: at }: Ticket) =>
      at === counter && (status === 'called' || status === 'serving');
    const called = tickets.filter(isHere);
    const waiting = tickets.filter(({ status }) => status === 'waiting');
    return {
      serving: called.toSorted((a, b) => (b.calledAt ?? '').localeCompare(a.calledAt ?? ''))[0] ?? null,
      waiting: inOrder(rows ?? [], { id: counter, series }, queueSetupOf(host.hello().ward).rules, nowMs),
      doubled: doubledOf(rows ?? []),
      otherWaiting: waiting.filter((ticket) => !series.includes(ticket.series)).length,
    };
  }, [rows, counter, series, host, nowMs]);
  const { serving } = seen;
  const finish = useCallback(
    (outcome: 'served' | 'absent') => {
      if (serving) void end(serving.id, outcome, clerkId);
    },
    [serving, end, clerkId],
  );
  return {
    ...seen,
    loaded: rows !== null,
    busy,
    // The button stays where the focus is, busy or not: the store lets a call wait for the act before it.
    callNext: () => void next(counter, series, clerkId),
    printAgain: (ticket) => void again(ticket, clerkId),
    callThis: (ticketId) => void one(ticketId, counter, clerkId),
    callAgain: () => {
      if (serving) void one(serving.id, counter, clerkId);
    },
    finish,
  };
}

function doubledOf(rows: readonly Folded<Ticket>[]): readonly Ticket[] {
  return rows.flatMap(({ state, heads }) =>
    state && heads.length > 1 && (state.status === 'called' || state.status === 'waiting') ? [state] : [],
  );
}

/** The order is that of the rules: whom the counter would call, one after the other. */
function inOrder(
  rows: readonly Folded<Ticket>[],
  desk: QueueDesk,
  rules: QueueRules,
  nowMs: number,
): readonly Ticket[] {
  const tickets = rows.flatMap(({ state }) => (state ? [state] : []));
  return callOrder({ tickets, rules, nowMs }, desk).map(({ ticket }) => ticket);
}
