import { createStore } from 'zustand/vanilla';
import { wardDay } from '../../../shared/basics/time.ts';
import type { CounterWish } from '../../../shared/decide/queue/counter.ts';
import type { IssuingScope } from '../../../shared/event/ticket-facts.ts';
import type { Handlings } from '../../../shared/law/queue/handling.ts';
import type { CounterDay, IssuingLock } from '../../../shared/project/counters.ts';
import type { Appointment, HelpCall } from '../../../shared/project/hall.ts';
import type { Act, ActingClerk, Trouble } from '../act.ts';
import type { StoreDeps } from '../deps.ts';
import type { AppointmentForm, DayEnd, HallReads, StopText } from './hall-deps.ts';

/** The waiting room beside its tickets: counters, stops, calls for help, appointments; and what the last act on it ran into. */
export type HallState = {
  readonly day: string;
  /** Each null while the first reading is under way. */
  readonly counters: readonly CounterDay[] | null;
  readonly locks: readonly IssuingLock[] | null;
  readonly help: readonly HelpCall[] | null;
  readonly appointments: readonly Appointment[] | null;
  /** How long calls took on former days; empty until somebody who shows waits asks for it. */
  readonly former: Handlings;
  /** Reads former days, once a day; pages that show no waits do not pay for it. */
  readonly readFormer: () => Promise<void>;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly setCounter: (counter: string, wish: CounterWish, clerk: ActingClerk) => Act<CounterDay>;
  readonly setIssuing: (scope: IssuingScope, stop: StopText | null, clerk: ActingClerk) => Act<IssuingLock>;
  readonly callHelp: (counter: string, clerk: ActingClerk) => Act<HelpCall>;
  readonly endHelp: (counter: string, how: 'coming' | 'over', clerk: ActingClerk) => Act<HelpCall>;
  readonly makeAppointment: (form: AppointmentForm, clerk: ActingClerk) => Act<Appointment>;
  readonly cancelAppointment: (id: string, reason: string, clerk: ActingClerk) => Act<Appointment>;
  /** Follows the appointments of any day, as long as somebody looks at it. */
  readonly watchAppointments: HallReads['watchAppointments'];
  /** Numbers of days before `day` that are still open. */
  readonly openBefore: HallReads['openBefore'];
  readonly endDay: (day: string, clerk: ActingClerk) => Act<DayEnd>;
  readonly forgetTrouble: () => void;
};

const unread = { counters: null, locks: null, help: null, appointments: null };

/** Builds the waiting room's store; it follows the ward-local day by itself. */
export function createHallStore({ acts, reads, clock }: Pick<StoreDeps, 'acts' | 'reads' | 'clock'>) {
  const store = createStore<HallState>()((set, get) => {
    let formerOf: string | null = null;
    let underWay = 0;
    const during = async <T>(act: () => Act<T>): Act<T> => {
      set({ busy: (underWay += 1) > 0 });
      const outcome = await act().finally(() => set({ busy: (underWay -= 1) > 0 }));
      set({ trouble: outcome.ok ? null : outcome.error });
      return outcome;
    };
    return {
      day: wardDay(clock.nowMs()),
      ...unread,
      former: new Map(),
      busy: false,
      trouble: null,
      setCounter: (...args) => during(() => acts.actOnCounter(...args)),
      setIssuing: (...args) => during(() => acts.setIssuing(...args)),
      callHelp: (...args) => during(() => acts.callHelp(...args)),
      endHelp: (...args) => during(() => acts.endHelp(...args)),
      makeAppointment: (...args) => during(() => acts.makeAppointment(...args)),
      cancelAppointment: (...args) => during(() => acts.cancelAppointment(...args)),
      watchAppointments: (day, listener) => reads.watchAppointments(day, listener),
      openBefore: (day) => reads.openBefore(day),
      endDay: (...args) => during(() => acts.endDay(...args)),
      readFormer: async () => {
        const { day } = get();
        if (formerOf === day) return;
        formerOf = day;
        try {
          const former = await reads.formerHandlings(day);
          if (get().day === day) set({ former });
        } catch {
          // A storage that fails is told by whatever follows it; without former days nothing is estimated at first.
          formerOf = null;
        }
      },
      forgetTrouble: () => set({ trouble: null }),
    };
  });
  const follow = (day: string) => {
    const stops = [
      reads.watchCounters(day, (counters) => store.setState({ counters })),
      reads.watchIssuing((locks) => store.setState({ locks })),
      reads.watchHelp(day, (help) => store.setState({ help })),
      reads.watchAppointments(day, (appointments) => store.setState({ appointments })),
    ];
    return () => stops.forEach((stop) => stop());
  };
  let stop = follow(store.getState().day);
  clock.onTick((nowMs) => {
    const day = wardDay(nowMs);
    if (day === store.getState().day) return;
    stop();
    store.setState({ day, ...unread, former: new Map(), trouble: null });
    stop = follow(day);
  });
  return store;
}
