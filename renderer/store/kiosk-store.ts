import { createStore } from 'zustand/vanilla';
import { watchIdle } from './kiosk/idle.ts';
import { issueAndPrint } from './ticket-paper.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { TicketRequest } from './deps.ts';
import type { KioskDeps, KioskState, KioskStep } from './kiosk/kiosk-state.ts';
import type { UiState } from './ui-store.ts';

export type { KioskState } from './kiosk/kiosk-state.ts';

/** A finger that bounces, or taps twice, must not press what comes up under it. */
const SETTLE_MS = 350;
/** After a ticket was asked for, the next one waits this long. */
const TICKET_REST_MS = 2000;
/** Longest search text; no name of a procedure needs more. */
const MAX_TYPED = 40;

/** What the store remembers of one person besides what it shows. */
type Visit = {
  touchedMs: number;
  lastTicketMs: number;
  /** The last ticket asked for, to be asked for again. */
  request: TicketRequest | null;
};

type GoTo = (step: KioskStep, change?: Partial<KioskState>) => void;
type Cell = {
  readonly get: () => KioskState;
  readonly set: (change: Partial<KioskState>) => void;
  readonly goTo: GoTo;
};

const untouched = {
  step: 'home',
  priority: null,
  typed: '',
  fieldId: null,
  procedureCode: null,
  shown: null,
  trouble: null,
  secondsLeft: null,
} as const satisfies Partial<KioskState>;

/** Builds the kiosk's store. */
export function createKioskStore(deps: KioskDeps): StoreApi<KioskState> {
  const { clock, ui } = deps;
  const visit: Visit = { touchedMs: clock.nowMs(), lastTicketMs: -Infinity, request: null };
  return createStore<KioskState>()((set, get) => {
    const rest = restingBy(set);
    const goTo: GoTo = (step, change = {}) => {
      set({ trouble: null, ...change, step });
      const takesTickets = step === 'fields' || step === 'procedure';
      rest(Math.max(SETTLE_MS, takesTickets ? restOwed(visit, clock.nowMs()) : 0));
    };
    const take = ticketTaker(deps, visit, { get, set, goTo });
    const goHome = () => {
      visit.request = null;
      resetLooks(ui);
      goTo('home', untouched);
    };
    return {
      ...untouched,
      ready: true,
      open: () => {
        visit.touchedMs = clock.nowMs();
        return watchIdle(clock, {
          read: get,
          touchedMs: (nowMs) => (visit.touchedMs = Math.min(visit.touchedMs, nowMs)),
          show: set,
          looksChanged: () => looksChanged(ui),
          goHome,
        });
      },
      touch: () => {
        visit.touchedMs = clock.nowMs();
        if (get().secondsLeft !== null && get().step !== 'shown') set({ secondsLeft: null });
      },
      startTicket: () => goTo('fields'),
      startSearch: () => goTo('search'),
      openField: (fieldId) => goTo('procedures', { fieldId }),
      openProcedure: (procedureCode) => goTo('procedure', { procedureCode }),
      choosePriority: (priority) => set({ priority }),
      searchFor: (typed) => set({ typed: typed.slice(0, MAX_TYPED) }),
      chooseField: (fieldId) => take({ fieldId, procedureCode: null, priority: get().priority }),
      takeTicket: (fieldId, procedureCode) => take({ fieldId, procedureCode, priority: get().priority }),
      retry: () => (visit.request ? take({ ...visit.request, priority: get().priority }) : Promise.resolve()),
      closeTrouble: () => set({ trouble: null }),
      goBack: () => goBack(get(), goTo, goHome),
      goHome,
    };
  });
}

/** One tap, one ticket: what comes while one is taken, or too soon after, is no second wish. */
function ticketTaker(
  deps: KioskDeps,
  visit: Visit,
  { get, set, goTo }: Cell,
): (request: TicketRequest) => Promise<void> {
  const { clock } = deps;
  return async (request) => {
    const { step, ready } = get();
    if (!ready || step === 'printing' || step === 'shown') return;
    if (restOwed(visit, clock.nowMs()) > 0) return;
    visit.lastTicketMs = clock.nowMs();
    visit.request = request;
    goTo('printing');
    await issueAndPrint(deps, request, {
      refused: (trouble) => goTo(step, { trouble }),
      issued: (ticket) => goTo('shown', { shown: { ticket, paper: 'printing', fault: null } }),
      paper: (ticket, paper, fault) => {
        // The person may have gone home meanwhile; then another's visit must not show this ticket.
        if (get().shown?.ticket.id !== ticket.id) return;
        set({ shown: { ticket, paper, fault } });
        visit.touchedMs = clock.nowMs();
      },
    });
  };
}

/** What is left of the rest after the last ticket. A clock set back since then tells nothing, so at most one rest is owed. */
function restOwed(visit: Visit, nowMs: number): number {
  if (visit.lastTicketMs > nowMs) visit.lastTicketMs = nowMs;
  return Math.max(0, visit.lastTicketMs + TICKET_REST_MS - nowMs);
}

function goBack({ step, fieldId }: KioskState, goTo: GoTo, goHome: () => void): void {
  if (step === 'procedure') goTo(fieldId === null ? 'search' : 'procedures', { procedureCode: null });
  else if (step === 'procedures') goTo('search', { fieldId: null });
  else if (step === 'fields' || step === 'search') goTo('home', { typed: '', fieldId: null });
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
