import { createStore } from 'zustand/vanilla';
import { wardDay } from '../../shared/basics/time.ts';
import { papersOut } from '../../shared/project/tickets.ts';
import { printAndRecord } from './ticket-paper.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Act, ActingClerk, Trouble } from './act.ts';
import type { StoreDeps, TicketPart, TicketRequest } from './deps.ts';
import type { TicketWish } from '../../shared/decide/queue/wish.ts';
import type { StoreApi } from 'zustand/vanilla';
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
  /** Any other act of a clerk on a ticket: hold, transfer, undo, back into the queue … */
  readonly act: (ticketId: string, wish: TicketWish, clerk: ActingClerk) => Act<Ticket>;
  /** A number given by a clerk [K15]; its paper is printed but where the person is served at once or has one from the roll. */
  readonly issue: (request: TicketRequest & { readonly by: NonNullable<TicketRequest['by']> }) => Act<Ticket>;
  /** Prints a waiting ticket again, marked as a reprint where a paper may be out already. */
  readonly printAgain: (ticket: Ticket, clerk: string) => Promise<void>;
  /** Which tickets are followed from now on; `near` where nobody looks back at a whole day. */
  readonly followPart: (part: TicketPart) => void;
  readonly forgetTrouble: () => void;
};

/** Builds the queue's store; it follows the ward-local day by itself. */
export function createQueueStore(deps: TicketPaperDeps & Pick<StoreDeps, 'reads'>) {
  let follow: (part: TicketPart) => void = () => undefined;
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
    /** Nobody is kept from calling while a printer works. @param reprint papers that may be out already */
    const print = (ticket: Ticket, clerk: string, reprint: number): Promise<void> =>
      during(async () => {
        set({ trouble: null });
        const { fault, unrecorded } = await printAndRecord(deps, ticket, { reprint, clerk });
        set(({ trouble }) => ({ trouble: fault ?? unrecorded ?? trouble }));
      });
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
      act: (ticketId, wish, clerk) => inTurn(() => deps.acts.actOnTicket(ticketId, wish, clerk)),
      issue: async (request) => {
        const issued = await inTurn(() => deps.acts.issueTicket(request));
        const { direct, rollNumber, clerk } = request.by;
        if (issued.ok && direct === undefined && rollNumber === undefined)
          void print(issued.value.value, clerk.id, 0);
        return issued;
      },
      printAgain: (ticket, clerk) => print(ticket, clerk, papersOut(ticket)),
      followPart: (part) => follow(part),
      forgetTrouble: () => set({ trouble: null }),
    };
  });
  follow = followDay(store, deps);
  return store;
}

/** Reads the queue of the ward-local day, and of the next one from its midnight on; gives how to follow another part of it. */
function followDay(
  store: StoreApi<QueueState>,
  { reads, clock }: Pick<StoreDeps, 'reads' | 'clock'>,
): (part: TicketPart) => void {
  let followed: TicketPart = 'all';
  let stop = (): void => undefined;
  const goOn = (day: string): void => {
    stop();
    const hear = (tickets: readonly Folded<Ticket>[]) =>
      store.setState(({ trouble }) => ({ tickets, trouble: isOver(trouble, tickets) ? null : trouble }));
    stop = reads.watchTickets(day, hear, followed);
  };
  goOn(store.getState().day);
  clock.onTick((nowMs) => {
    const day = wardDay(nowMs);
    if (day === store.getState().day) return;
    store.setState({ day, tickets: null, trouble: null });
    goOn(day);
  });
  return (part) => {
    if (part === followed) return;
    followed = part;
    goOn(store.getState().day);
  };
}

/** "The counter serves A001" is over once A001 no longer stands called, wherever it was finished: here or on another page. */
function isOver(trouble: Trouble | null, tickets: readonly Folded<Ticket>[]): boolean {
  if (trouble?.code !== 'counter-busy' || !('number' in trouble)) return false;
  return !tickets.some(({ state }) => state?.status === 'called' && state.number === trouble.number);
}
