import { createStore } from 'zustand/vanilla';
import { wardDay } from '../../shared/basics/time.ts';
import { papersOut } from '../../shared/project/tickets.ts';
import { printAndRecord } from './ticket-paper.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Act, StoreDeps, Trouble } from './deps.ts';
import type { TicketPaperDeps } from './ticket-paper.ts';

/** The day's queue, and what the last act on it ran into. */
export type QueueState = {
  readonly day: string;
  /** Null while the first reading is under way. */
  readonly tickets: readonly Folded<Ticket>[] | null;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Waits for the act before it. Pressed again before it has ended, it is still one call. */
  readonly callNext: (counter: string, series: readonly string[], clerk: string) => Act<Ticket>;
  readonly callOne: (ticketId: string, counter: string, clerk: string) => Act<Ticket>;
  readonly finish: (ticketId: string, outcome: 'served' | 'absent', clerk: string) => Act<Ticket>;
  /** Prints a waiting ticket again, marked as a reprint where a paper may be out already. */
  readonly printAgain: (ticket: Ticket, clerk: string) => Promise<void>;
  readonly forgetTrouble: () => void;
};

/** Builds the queue's store; it follows the ward-local day by itself. */
export function createQueueStore(deps: TicketPaperDeps & Pick<StoreDeps, 'reads'>) {
  const store = createStore<QueueState>()((set) => {
    let underWay = 0;
    const during = async <T>(work: () => Promise<T>): Promise<T> => {
      set({ busy: (underWay += 1) > 0 });
      return work().finally(() => set({ busy: (underWay -= 1) > 0 }));
    };
    let last: Promise<unknown> = Promise.resolve();
    /** One act after the other: a call pressed in the moment after "done" must find the counter free. */
    const inTurn = (act: () => Act<Ticket>): Act<Ticket> => {
      const done = during(async () => {
        await last;
        const outcome = await act();
        set({ trouble: outcome.ok ? null : outcome.error });
        return outcome;
      });
      // Whoever asked gets the rejection; the next act only waits for the end.
      last = Promise.allSettled([done]);
      return done;
    };
    let calling: Act<Ticket> | null = null;
    return {
      day: wardDay(deps.clock.nowMs()),
      tickets: null,
      busy: false,
      trouble: null,
      callNext: (counter, series, clerk) => {
        calling ??= inTurn(() => deps.acts.callNext(counter, series, clerk)).finally(() => (calling = null));
        return calling;
      },
      callOne: (ticketId, counter, clerk) => inTurn(() => deps.acts.callOne(ticketId, counter, clerk)),
      finish: (ticketId, outcome, clerk) => inTurn(() => deps.acts.finishTicket(ticketId, outcome, clerk)),
      // Nobody is kept from calling while a printer works.
      printAgain: (ticket, clerk) =>
        during(async () => {
          set({ trouble: null });
          const { fault, unrecorded } = await printAndRecord(deps, ticket, {
            reprint: papersOut(ticket),
            clerk,
          });
          set(({ trouble }) => ({ trouble: fault ?? unrecorded ?? trouble }));
        }),
      forgetTrouble: () => set({ trouble: null }),
    };
  });
  const follow = (day: string) =>
    deps.reads.watchTickets(day, (tickets) =>
      store.setState(({ trouble }) => ({ tickets, trouble: isOver(trouble, tickets) ? null : trouble })),
    );
  let stop = follow(store.getState().day);
  deps.clock.onTick((nowMs) => {
    const day = wardDay(nowMs);
    if (day === store.getState().day) return;
    stop();
    store.setState({ day, tickets: null, trouble: null });
    stop = follow(day);
  });
  return store;
}

/** "The counter serves A001" is over once A001 no longer stands called, wherever it was finished: here or on another page. */
function isOver(trouble: Trouble | null, tickets: readonly Folded<Ticket>[]): boolean {
  if (trouble?.code !== 'counter-busy' || !('number' in trouble)) return false;
  return !tickets.some(({ state }) => state?.status === 'called' && state.number === trouble.number);
}
