import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { queueSetupOf } from '../../../../shared/decide/queue/world.ts';
import { callOrder } from '../../../../shared/law/queue/order.ts';
import { waitBoundsOf } from '../../../../shared/law/queue/rules.ts';
import { useHall, useQueue, useSession, useStores, useText } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';
import { absentFor, heldFor } from './rules/counter-rules.ts';
import type { QueueWorld } from '../../../../shared/decide/queue/world.ts';
import type { TicketWish } from '../../../../shared/decide/queue/wish.ts';
import type { QueueDesk } from '../../../../shared/law/queue/order.ts';
import type { QueueRules, WaitBounds } from '../../../../shared/law/queue/rules.ts';
import type { CounterDay } from '../../../../shared/project/counters.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { ActingClerk } from '../../../store/act.ts';

/** The queue as one counter sees it. */
export type CounterView = {
  readonly desk: QueueDesk;
  readonly clerk: ActingClerk;
  readonly rules: QueueRules;
  readonly bounds: WaitBounds;
  /** By what the rules judge an act of this clerk now, to the minute. */
  readonly world: QueueWorld;
  /** False while the first reading is under way. */
  readonly loaded: boolean;
  readonly rows: readonly Folded<Ticket>[];
  /** The ticket that stands called to this counter or at it. */
  readonly serving: Ticket | null;
  /** Waiting tickets of this counter's series, in the order they will be called. */
  readonly waiting: readonly Ticket[];
  readonly held: readonly Ticket[];
  readonly absent: readonly Ticket[];
  readonly otherWaiting: number;
  /** Open tickets on which two places acted before they saw each other. */
  readonly doubled: readonly Ticket[];
  /** The counter itself; null while nobody opened, paused or closed it today. */
  readonly counterDay: CounterDay | null;
};

/** The queue as one counter sees it, and what its clerk can do with it. */
export type CounterWork = CounterView & {
  readonly busy: boolean;
  /** What the last act did, in words; empty where the screen shows it anyhow. */
  readonly said: string;
  readonly callNext: () => void;
  /** Calls a chosen number, or the one here once more; resolves to whether it was done. */
  readonly call: (ticketId: string, reason: string) => Promise<boolean>;
  readonly callAgain: () => void;
  readonly start: () => void;
  readonly finish: (outcome: 'served' | 'absent') => void;
  readonly undo: () => void;
  /** Any other act; `said` is told when it was done. */
  readonly act: (ticketId: string, wish: TicketWish, said: string) => Promise<Ticket | null>;
  readonly tell: (said: string) => void;
  readonly reopen: () => void;
  readonly printAgain: (ticket: Ticket) => void;
};

/** The work of the counter the clerk sits at. */
export function useCounter(clerk: ActingClerk): CounterWork {
  const view = useCounterView(clerk);
  useSignedOn(view);
  const words = useText().desk.counterWork;
  const busy = useQueue((queue) => queue.busy);
  const again = useQueue((queue) => queue.printAgain);
  const [said, tell] = useState('');
  const { serving, desk } = view;
  const act = useAct(clerk, tell);
  const call = async (ticketId: string, reason: string) =>
    (await act(ticketId, { act: 'call', counter: desk.id, reason }, '')) !== null;
  return {
    ...view,
    ...useEnds(view, tell),
    busy,
    said,
    tell,
    act,
    call,
    callAgain: () => {
      if (serving?.status === 'called') void call(serving.id, '');
    },
    start: () => {
      if (serving?.status === 'called') void act(serving.id, { act: 'start', counter: desk.id }, '');
    },
    undo: () => {
      if (!serving || serving.before === null) return;
      void act(serving.id, { act: 'undo-call', reason: '' }, words.undone(serving.number));
    },
    reopen: useReopen(view),
    printAgain: (ticket) => void again(ticket, clerk.id),
  };
}

/** Any act on a number, told in words when it was done. */
function useAct(clerk: ActingClerk, tell: (said: string) => void): CounterWork['act'] {
  const actOn = useQueue((queue) => queue.act);
  return async (ticketId, wish, said) => {
    tell('');
    const outcome = await actOn(ticketId, wish, clerk);
    if (outcome.ok) tell(said);
    return outcome.ok ? outcome.value.value : null;
  };
}

/** The next number, and the end of the one that is here. */
function useEnds(
  { serving, desk, clerk }: CounterView,
  tell: (said: string) => void,
): Pick<CounterWork, 'callNext' | 'finish'> {
  const next = useQueue((queue) => queue.callNext);
  const end = useQueue((queue) => queue.finish);
  const finish = useCallback(
    (outcome: 'served' | 'absent') => {
      tell('');
      if (serving) void end(serving.id, outcome, clerk.id);
    },
    [serving, end, clerk.id, tell],
  );
  return {
    finish,
    // The button stays where the focus is, busy or not: the store lets a call wait for the act before it.
    callNext: () => {
      tell('');
      void next(desk.id, desk.series, clerk.id);
    },
  };
}

/** Says once that a clerk sits here, so that the hall knows; a break or a closed counter is ended by nobody but a person. */
function useSignedOn({ counterDay, desk, clerk }: CounterView): void {
  const setCounter = useHall((hall) => hall.setCounter);
  const day = useHall((hall) => (hall.counters === null ? null : hall.day));
  const said = useRef('');
  const isSaid = counterDay !== null && (counterDay.status !== 'open' || counterDay.clerk === clerk.id);
  const what = `${day ?? ''} ${desk.id} ${clerk.id}`;
  useEffect(() => {
    if (day === null || desk.series.length === 0 || isSaid || said.current === what) return;
    said.current = what;
    void setCounter(desk.id, { act: 'open' }, clerk);
  }, [day, desk, clerk, isSaid, what, setCounter]);
}

/** Opens the counter again; that it was shut is over then, as a trouble too. */
function useReopen({ desk, clerk }: CounterView): () => void {
  const setCounter = useHall((hall) => hall.setCounter);
  const forget = useQueue((queue) => queue.forgetTrouble);
  return () =>
    void setCounter(desk.id, { act: 'open' }, clerk).then((outcome) => {
      if (outcome.ok) forget();
    });
}

function useCounterView(clerk: ActingClerk): CounterView {
  const { host } = useStores();
  const counter = useSession((session) => session.counter) ?? '';
  const read = useQueue((queue) => queue.tickets);
  const counters = useHall((hall) => hall.counters);
  const nowMs = useNowMs();
  const { role } = clerk;
  return useMemo(() => {
    const { ward } = host.hello();
    const setup = queueSetupOf(ward);
    const desk = setup.desks?.find(({ id }) => id === counter) ?? { id: counter, series: [] };
    const rows = read ?? [];
    const tickets = rows.flatMap(({ state }) => (state ? [state] : []));
    const world = { ...setup, nowMs, role, tickets, counters: counters ?? [] };
    const isHere = ({ status, counter: at }: Ticket) =>
      at === counter && (status === 'called' || status === 'serving');
    const here = tickets
      .filter(isHere)
      .toSorted((a, b) => (b.calledAt ?? '').localeCompare(a.calledAt ?? ''));
    return {
      desk,
      clerk,
      rules: setup.rules,
      bounds: waitBoundsOf(setup.rules),
      world,
      loaded: read !== null,
      rows,
      serving: here[0] ?? null,
      waiting: callOrder(world, desk).map(({ ticket }) => ticket),
      held: heldFor(tickets, desk),
      absent: absentFor(tickets, desk),
      doubled: doubledOf(rows),
      otherWaiting: tickets.filter(
        ({ status, series }) => status === 'waiting' && !desk.series.includes(series),
      ).length,
      counterDay: counters?.find((one) => one.counter === counter) ?? null,
    };
  }, [read, counters, counter, host, nowMs, clerk, role]);
}

function doubledOf(rows: readonly Folded<Ticket>[]): readonly Ticket[] {
  return rows.flatMap(({ state, heads }) =>
    state && heads.length > 1 && (state.status === 'called' || state.status === 'waiting') ? [state] : [],
  );
}
