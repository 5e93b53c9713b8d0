import { createStore } from 'zustand/vanilla';
import { checklistActions } from './kiosk/checklist-actions.ts';
import { isEnding, isOver, watchIdle } from './kiosk/idle.ts';
import { lookUpActions } from './kiosk/look-up-actions.ts';
import { restOwed, ticketTaker } from './kiosk/take-ticket.ts';
import { checkInActions } from './kiosk/visit/check-in-actions.ts';
import { personActions } from './kiosk/visit/person-actions.ts';
import { ratingActions } from './kiosk/visit/rating-actions.ts';
import { scanActions } from './kiosk/visit/scan-actions.ts';
import { severalActions } from './kiosk/visit/several-actions.ts';
import { createTries } from './kiosk/visit/tries.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Cell } from './kiosk/cell.ts';
import type { KioskDeps, KioskState, KioskStep } from './kiosk/kiosk-state.ts';
import type { Visit } from './kiosk/take-ticket.ts';
import type { UiState } from './ui-store.ts';

export type { KioskState } from './kiosk/kiosk-state.ts';

/** A finger that bounces, or taps twice, must not press what comes up under it. */
const SETTLE_MS = 350;
/** Longest search text; no name of a procedure needs more. */
const MAX_TYPED = 40;

/** Steps on which a tap may take a number. */
const takesTickets: ReadonlySet<KioskStep> = new Set<KioskStep>([
  'fields',
  'procedure',
  'look-up',
  'check-in',
  'person',
]);

const untouched = {
  step: 'home',
  priority: null,
  typed: '',
  telex: false,
  low: false,
  fieldId: null,
  procedureCode: null,
  matters: null,
  wanted: null,
  wantedOn: null,
  wrongPerson: false,
  shown: null,
  answer: null,
  checkIn: null,
  looking: false,
  rating: null,
  ratingAnswer: null,
  strange: null,
  checklist: null,
  trouble: null,
  secondsLeft: null,
} as const satisfies Partial<KioskState>;

/** Builds the kiosk's store. */
export function createKioskStore(deps: KioskDeps): StoreApi<KioskState> {
  const { clock, ui } = deps;
  const tries = createTries();
  const visit: Visit = { touchedMs: clock.nowMs(), lastTicketMs: -Infinity, request: null };
  return createStore<KioskState>()((set, get) => {
    const rest = restingBy(set);
    const goTo: Cell['goTo'] = (step, change = {}) => {
      set({ trouble: null, strange: null, ...change, step });
      rest(Math.max(SETTLE_MS, takesTickets.has(step) ? restOwed(visit, clock.nowMs()) : 0));
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
      unprinted: 0,
      ready: true,
      open,
      touch,
      startTicket: () => goTo('fields', { matters: null }),
      startSearch: () => goTo('search'),
      openField: (fieldId) => goTo('procedures', { fieldId }),
      openProcedure: (procedureCode) => goTo('procedure', { procedureCode, checklist: null }),
      choosePriority: (priority) => set({ priority }),
      searchFor: (typed) => set({ typed: typed.slice(0, MAX_TYPED) }),
      setTelex: (telex) => set({ telex }),
      setLow: (low) => set({ low }),
      chooseField: (fieldId) => take({ fieldId, procedureCode: null, priority: get().priority }),
      takeTicket: (fieldId, procedureCode) => take({ fieldId, procedureCode, priority: get().priority }),
      ...lookUpActions(deps, cell, tries),
      ...checkInActions(deps, cell, tries, take),
      ...ratingActions(deps, cell, tries),
      ...severalActions(cell, take),
      ...personActions(cell, take),
      ...scanActions(clock, cell),
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
      if (get().secondsLeft !== null && !isEnding(get())) set({ secondsLeft: null });
    },
  };
}

/** One step back; what was typed or found on a step stays behind with it. */
function goBack(state: KioskState, goTo: Cell['goTo'], goHome: () => void): void {
  const { step, fieldId, rating, wantedOn } = state;
  switch (step) {
    case 'procedure':
      return goTo(fieldId === null ? 'search' : 'procedures', { procedureCode: null, checklist: null });
    case 'procedures':
      return goTo('search', { fieldId: null });
    case 'person':
      return goTo(wantedOn ?? 'fields', { typed: '', wanted: null, wantedOn: null, wrongPerson: false });
    case 'rate':
      if (rating?.stage === 'reasons')
        return goTo('rate', { rating: { ...rating, stage: 'question', reasons: [] } });
      if (rating?.stage === 'thanks') return goHome();
      return goTo('feedback', { typed: '', rating: null, ratingAnswer: null });
    case 'suggest':
      return goTo('feedback');
    case 'fields':
    case 'search':
    case 'look-up':
    case 'check-in':
    case 'feedback':
      return goTo('home', {
        typed: '',
        fieldId: null,
        matters: null,
        answer: null,
        checkIn: null,
        looking: false,
      });
    case 'shown':
      return goHome();
    case 'home':
    case 'printing':
      return undefined;
  }
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
