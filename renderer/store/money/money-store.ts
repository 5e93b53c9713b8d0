import { createStore } from 'zustand/vanilla';
import { wardDay } from '../../../shared/basics/time.ts';
import { payActions } from './pay-form.ts';
import { printActions, refundCopies } from './money-prints.ts';
import type { Act, Trouble } from '../act.ts';
import type { MoneyClerk } from './money-deps.ts';
import type { MoneyCell, MoneyState, MoneyStoreDeps } from './money-state.ts';

/** Builds the store of money; it follows the ward-local day by itself and forgets who paid when the clerk leaves. */
export function createMoneyStore(deps: MoneyStoreDeps) {
  const { reads, clock, session } = deps;
  const store = createStore<MoneyState>()((set, get) => {
    const cell: MoneyCell = { getState: get, setState: set };
    return {
      day: wardDay(clock.nowMs()),
      shifts: null,
      form: null,
      prints: {},
      checks: null,
      busy: false,
      trouble: null,
      watchPayments: (part, listener) => reads.watchPayments(part, listener),
      paymentsOfShift: (shiftId) => reads.paymentsOfShift(shiftId),
      ticketOf: (ticketId) => reads.ticketOf(ticketId),
      ...payActions(deps, cell),
      ...printActions(deps, cell),
      ...shiftActions(deps, cell),
      forgetTrouble: () => set({ trouble: null }),
    };
  });
  const follow = (day: string) => reads.watchShifts(day, (shifts) => store.setState({ shifts }));
  let stop = follow(store.getState().day);
  clock.onTick((nowMs) => {
    const day = wardDay(nowMs);
    if (day === store.getState().day) return;
    stop();
    store.setState({ day });
    stop = follow(day);
  });
  session.subscribe(() => {
    if (session.getState().clerk === null) store.setState({ form: null, trouble: null });
  });
  return store;
}

type ShiftActions = Pick<
  MoneyState,
  'cancelPayment' | 'noteOfficial' | 'openShift' | 'closeShift' | 'remitShift' | 'checkBooks'
>;

function shiftActions(deps: MoneyStoreDeps, cell: MoneyCell): ShiftActions {
  const { acts } = deps;
  /** Does it in the name of who is signed in; null when it was refused. */
  const during = async <T>(act: (clerk: MoneyClerk) => Act<T>): Promise<T | null> => {
    const { clerk } = deps.session.getState();
    if (cell.getState().busy) return null;
    if (!clerk) return told({ code: 'not-signed-in' });
    cell.setState({ busy: true, trouble: null });
    const outcome = await act(clerk);
    cell.setState({ busy: false });
    return outcome.ok ? outcome.value.value : told(outcome.error);
  };
  const told = (trouble: Trouble): null => {
    cell.setState({ trouble });
    return null;
  };
  const checkBooks = async (): Promise<void> => cell.setState({ checks: await deps.reads.checkBooks() });
  return {
    checkBooks,
    cancelPayment: async (paymentId, reason, approvedBy) => {
      const payment = await during((clerk) => acts.cancelPayment({ paymentId, reason, approvedBy }, clerk));
      if (payment) void cell.getState().printRefund(payment, refundCopies(payment), '');
      return payment !== null;
    },
    noteOfficial: async (paymentId, officialNo) =>
      (await during((clerk) => acts.noteOfficial(paymentId, officialNo, clerk))) !== null,
    openShift: async (openingCash) => {
      const shiftId = deps.newId('shift');
      return (await during((clerk) => acts.openShift({ shiftId, openingCash }, clerk))) !== null;
    },
    closeShift: async (shiftId, wish) => {
      const shift = await during((clerk) => acts.closeShift(shiftId, wish, clerk));
      if (shift) void cell.getState().printShift(shift, 'close', '');
      return shift !== null;
    },
    remitShift: async (shiftId, wish) => {
      const shift = await during((clerk) => acts.remitShift(shiftId, wish, clerk));
      if (shift) void cell.getState().printShift(shift, 'remittance', '');
      return shift !== null;
    },
  };
}
