// People walk away: after a while the kiosk forgets them and goes home, and counts down before it does.
import type { PageClock } from '../deps.ts';
import type { KioskState } from './kiosk-state.ts';

/** A visit nobody goes on with ends after this; DOMAIN 8.4 asks for 45 to 60 s. */
const IDLE_LIMIT_MS = 45_000;
/** The countdown shows from here on. */
const COUNTDOWN_MS = 15_000;
/** A printed number stays this long: it is on paper, the next person waits. */
const SHOWN_LIMIT_MS = 15_000;

type Visit = {
  readonly read: () => KioskState;
  /** Never after `nowMs`: a clock set back begins the wait anew instead of making it endless. */
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
    const leftMs = visit.touchedMs(nowMs) + limitOf(state) - nowMs;
    if (leftMs <= 0) return visit.goHome();
    const seen = state.step === 'shown' || leftMs <= COUNTDOWN_MS;
    const secondsLeft = seen ? Math.ceil(leftMs / 1000) : null;
    if (secondsLeft !== state.secondsLeft) visit.show({ secondsLeft });
  });
}

/** A number without paper has to be read or photographed first. */
function limitOf({ shown }: KioskState): number {
  return shown?.paper === 'printed' ? SHOWN_LIMIT_MS : IDLE_LIMIT_MS;
}

function isUntouched({ step, priority, trouble }: KioskState, looksChanged: boolean): boolean {
  return step === 'home' && priority === null && trouble === null && !looksChanged;
}
