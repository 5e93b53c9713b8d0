// People walk away: after a while the kiosk forgets them and goes home, and counts down before it does.
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { PageClock } from '../deps.ts';
import type { KioskState } from './kiosk-state.ts';

/** A visit nobody goes on with ends after this; DOMAIN 8.4 asks for 45 to 60 s. */
const USUAL_IDLE_SECONDS = 45;
/** The countdown shows from here on. */
const USUAL_COUNTDOWN_SECONDS = 15;
/** A printed number, and a thank-you, stay this long: what matters is on paper or done, the next person waits. */
const FAREWELL_MS = 15_000;

type Visit = {
  readonly read: () => KioskState;
  /** What the ward says of its kiosk. */
  readonly limits: () => NonNullable<WardConfig['kiosk']>;
  /** Never after `nowMs`. */
  readonly touchedMs: (nowMs: number) => number;
  readonly show: (change: Pick<KioskState, 'secondsLeft'>) => void;
  readonly looksChanged: () => boolean;
  readonly goHome: () => void;
};

/** Watches one kiosk page; returns how to stop. */
export function watchIdle(clock: PageClock, visit: Visit): () => void {
  return clock.onTick((nowMs) => {
    const state = visit.read();
    if (state.step === 'printing' || isUntouched(state, visit.looksChanged())) return;
    const leftMs = visit.touchedMs(nowMs) + limitOf(visit) - nowMs;
    if (leftMs <= 0) return visit.goHome();
    const { countdownSeconds = USUAL_COUNTDOWN_SECONDS } = visit.limits();
    const seen = isEnding(state) || leftMs <= countdownSeconds * 1000;
    const secondsLeft = seen ? Math.ceil(leftMs / 1000) : null;
    if (secondsLeft !== state.secondsLeft) visit.show({ secondsLeft });
  });
}

/** Whether a visit ended without anybody having seen it end: the page was frozen or the machine asleep. */
export function isOver(visit: Visit, nowMs: number): boolean {
  const state = visit.read();
  if (state.step === 'printing' || isUntouched(state, visit.looksChanged())) return false;
  return visit.touchedMs(nowMs) + limitOf(visit) <= nowMs;
}

/** Nothing is left to do: the page counts down from the start, and asks nobody whether he is still there. */
export function isEnding({ step, rating }: Pick<KioskState, 'step' | 'rating'>): boolean {
  return step === 'shown' || (step === 'rate' && rating?.stage === 'thanks');
}

/** A number without paper has to be read or photographed first. */
function limitOf({ read, limits }: Visit): number {
  const { idleSeconds = USUAL_IDLE_SECONDS } = limits();
  const state = read();
  const isShort = state.step === 'shown' ? state.shown?.paper === 'printed' : isEnding(state);
  return isShort ? FAREWELL_MS : idleSeconds * 1000;
}

function isUntouched(state: KioskState, looksChanged: boolean): boolean {
  const { step, priority, trouble, low, strange } = state;
  return (
    step === 'home' && priority === null && trouble === null && strange === null && !low && !looksChanged
  );
}
