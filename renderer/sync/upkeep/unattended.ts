// A kiosk or a display runs for weeks with nobody at it: it says that it lives, and loads itself anew in the night [G09].
import { wardParts } from '../../../shared/basics/time.ts';
import type { PageClock } from '../../store/deps.ts';

/** How often the page says that it lives; the shell takes it for hung after three minutes. */
const ALIVE_MS = 30_000;
/** The hour of the ward's clock in which nobody stands there. */
const NIGHT_HOUR = 3;
/** A page that was opened later than this before the night is fresh enough. */
const FRESH_MS = 6 * 3_600_000;

type Watch = {
  readonly clock: PageClock;
  /** How long the page has stood, ms, by a clock that nobody sets: one put right by years makes no page old. */
  readonly ageMs: () => number;
  /** Whether this window shows a page that nobody is signed in at: kiosk or display. */
  readonly isAlone: () => boolean;
  /** Whether nobody is in the middle of something. */
  readonly isIdle: () => boolean;
  /** Whether the host answers: without it the page could not be loaded again. */
  readonly isUp: () => boolean;
  readonly sayAlive: () => void;
  readonly reload: () => void;
};

/** Looks after an unattended page; returns how to stop. */
export function watchUnattended({
  clock,
  ageMs,
  isAlone,
  isIdle,
  isUp,
  sayAlive,
  reload,
}: Watch): () => void {
  let saidMs = clock.nowMs();
  let over = false;
  return clock.onTick((nowMs) => {
    if (over || !isAlone()) return;
    // A clock that was set back begins the half minute anew.
    if (nowMs - saidMs >= ALIVE_MS || nowMs < saidMs) {
      saidMs = nowMs;
      sayAlive();
    }
    if (ageMs() < FRESH_MS || wardParts(nowMs).hour !== NIGHT_HOUR) return;
    if (!isUp() || !isIdle()) return;
    over = true;
    reload();
  });
}
