import { createStore } from 'zustand/vanilla';
import { wardDay } from '../../shared/basics/time.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Act, StoreDeps, TicketRequest, Trouble } from './deps.ts';

/** The day's queue, and what the last act on it ran into. */
export type QueueState = {
  readonly day: string;
  /** Null while the first reading is under way. */
  readonly tickets: readonly Folded<Ticket>[] | null;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly issue: (request: TicketRequest) => Act<Ticket>;
  readonly callNext: (counter: string, series: readonly string[], clerk: string) => Act<Ticket>;
  readonly callOne: (ticketId: string, counter: string, clerk: string) => Act<Ticket>;
  readonly finish: (ticketId: string, outcome: 'served' | 'absent', clerk: string) => Act<Ticket>;
  readonly forgetTrouble: () => void;
};

/** Builds the queue's store; it follows the ward-local day by itself. */
export function createQueueStore(deps: Pick<StoreDeps, 'acts' | 'reads' | 'clock'>) {
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
      issue: (request) => during(() => deps.acts.issueTicket(request)),
      callNext: (counter, series, clerk) => during(() => deps.acts.callNext(counter, series, clerk)),
      callOne: (ticketId, counter, clerk) => during(() => deps.acts.callOne(ticketId, counter, clerk)),
      finish: (ticketId, outcome, clerk) => during(() => deps.acts.finishTicket(ticketId, outcome, clerk)),
      forgetTrouble: () => set({ trouble: null }),
    };
  });
  const follow = (day: string) => deps.reads.watchTickets(day, (tickets) => store.setState({ tickets }));
  let stop = follow(store.getState().day);
  deps.clock.onTick((nowMs) => {
    const day = wardDay(nowMs);
    if (day === store.getState().day) return;
    stop();
    store.setState({ day, tickets: null });
    stop = follow(day);
  });
  return store;
}
