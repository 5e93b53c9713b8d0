import { createStore } from 'zustand/vanilla';
import { checklistActions } from './kiosk/checklist-actions.ts';
import { isOver, watchIdle } from './kiosk/idle.ts';
import { lookUpActions } from './kiosk/look-up-actions.ts';
import { restOwed, ticketTaker } from './kiosk/take-ticket.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Cell } from './kiosk/cell.ts';
import type { KioskDeps, KioskState } from './kiosk/kiosk-state.ts';
import type { Visit } from './kiosk/take-ticket.ts';
import type { UiState } from './ui-store.ts';

export type { KioskState } from './kiosk/kiosk-state.ts';

/** A finger that bounces, or taps twice, must not press what comes up under it. */
const SETTLE_MS = 350;
/** Longest search text; no name of a procedure needs more. */
const MAX_TYPED = 40;

const untouched = {
  step: 'home',
  priority: null,
  typed: '',
  telex: false,
  low: false,
  fieldId: null,
  procedureCode: null,
  shown: null,
  answer: null,
  looking: false,
  checklist: null,
  trouble: null,
  secondsLeft: null,
} as const satisfies Partial<KioskState>;

/** Builds the kiosk's store. */
export function createKioskStore(deps: KioskDeps): StoreApi<KioskState> {
  const { clock, ui } = deps;
  const visit: Visit = { touchedMs: clock.nowMs(), lastTicketMs: -Infinity, request: null };
  return createStore<KioskState>()((set, get) => {
    const rest = restingBy(set);
    const goTo: Cell['goTo'] = (step, change = {}) => {
      set({ trouble: null, ...change, step });
      const takesTickets = step === 'fields' || step === 'procedure' || step === 'look-up';
      rest(Math.max(SETTLE_MS, takesTickets ? restOwed(visit, clock.nowMs()) : 0));
    };
    const cell: Cell = { get, set, goTo };
    const take = ticketTaker(deps, visit, cell);
    const goHome = () => {
      visit.request = null;
      resetLooks(ui);
      goTo('home', { ...untouched, visit: get().visit + 1 });
    };
    const { open, touch } = presence(deps, visit, cell, goHome);
    return {
      ...untouched,
      visit: 0,
      ready: true,
      open,
      touch,
      startTicket: () => goTo('fields'),
      startSearch: () => goTo('search'),
      openField: (fieldId) => goTo('procedures', { fieldId }),
      openProcedure: (procedureCode) => goTo('procedure', { procedureCode, checklist: null }),
      choosePriority: (priority) => set({ priority }),
      searchFor: (typed) => set({ typed: typed.slice(0, MAX_TYPED) }),
      setTelex: (telex) => set({ telex }),
      setLow: (low) => set({ low }),
      chooseField: (fieldId) => take({ fieldId, procedureCode: null, priority: get().priority }),
      takeTicket: (fieldId, procedureCode) => take({ fieldId, procedureCode, priority: get().priority }),
      ...lookUpActions(deps, cell),
      ...checklistActions(deps, cell),
      retry: () => (visit.request ? take({ ...visit.request, priority: get().priority }) : Promise.resolve()),
      closeTrouble: () => set({ trouble: null }),
      goBack: () => goBack(get(), goTo, goHome),
      goHome,
    };
  });
}

/** Whether somebody stands there, and for how long nobody has. */
function presence(
  { clock, ui, host }: KioskDeps,
  visit: Visit,
  { get, set }: Cell,
  goHome: () => void,
): Pick<KioskState, 'open' | 'touch'> {
  const idle = {
    read: get,
    limits: () => host.hello().ward.kiosk ?? {},
    // A clock set back begins the wait anew instead of making it endless.
    touchedMs: (nowMs: number) => (visit.touchedMs = Math.min(visit.touchedMs, nowMs)),
    show: set,
    looksChanged: () => looksChanged(ui),
    goHome,
  };
  return {
    open: () => {
      visit.touchedMs = clock.nowMs();
      return watchIdle(clock, idle);
    },
    touch: () => {
      const nowMs = clock.nowMs();
      // The machine slept over the end of a visit: whoever wakes it is somebody else.
      const ended = isOver(idle, nowMs);
      visit.touchedMs = nowMs;
      if (ended) return goHome();
      if (get().secondsLeft !== null && get().step !== 'shown') set({ secondsLeft: null });
    },
  };
}

function goBack({ step, fieldId }: KioskState, goTo: Cell['goTo'], goHome: () => void): void {
  if (step === 'procedure')
    goTo(fieldId === null ? 'search' : 'procedures', { procedureCode: null, checklist: null });
  else if (step === 'procedures') goTo('search', { fieldId: null });
  else if (step === 'fields' || step === 'search' || step === 'look-up')
    goTo('home', { typed: '', fieldId: null, answer: null, looking: false });
  else if (step === 'shown') goHome();
}

/** Says `ready: false` now and `true` when the rest is over; a later rest replaces an earlier one. */
function restingBy(set: (change: Partial<KioskState>) => void): (ms: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (ms) => {
    clearTimeout(timer);
    set({ ready: false });
    timer = setTimeout(() => set({ ready: true }), ms);
  };
}

function looksChanged(ui: StoreApi<UiState>): boolean {
  const { lang, contrast, text } = ui.getState();
  return lang !== 'vi' || contrast !== 'normal' || text !== 'normal';
}

function resetLooks(ui: StoreApi<UiState>): void {
  if (looksChanged(ui)) ui.setState({ lang: 'vi', contrast: 'normal', text: 'normal' });
}
