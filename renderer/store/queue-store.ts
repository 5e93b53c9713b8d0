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
    const during = async (act: () => Act<Ticket>): ReturnType<typeof act> => {
      set({ busy: true });
      const outcome = await act();
      set({ busy: false, trouble: outcome.ok ? null : outcome.error });
      return outcome;
    };
    return {
      day: wardDay(deps.clock.nowMs()),
      tickets: null,
      busy: false,
      trouble: null,
      callNext: (counter, series, clerk) => during(() => deps.acts.callNext(counter, series, clerk)),
      callOne: (ticketId, counter, clerk) => during(() => deps.acts.callOne(ticketId, counter, clerk)),
      finish: (ticketId, outcome, clerk) => during(() => deps.acts.finishTicket(ticketId, outcome, clerk)),
      printAgain: async (ticket, clerk) => {
        set({ busy: true });
        const { fault, unrecorded } = await printAndRecord(deps, ticket, {
          reprint: papersOut(ticket),
          clerk,
        });
        set({ busy: false, trouble: fault ?? unrecorded });
      },
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
