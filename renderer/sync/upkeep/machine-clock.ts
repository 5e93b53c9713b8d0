// This machine's clock under watch: one page clock, one watch, and one window of the browser that writes what it finds.
import { createPageClock } from '../page-world.ts';
import { createClockWatch } from './clock-watch.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { PageClock } from '../../store/deps.ts';
import type { ClockView } from '../../store/upkeep/upkeep-state.ts';
import type { ClockWatch } from './clock-watch.ts';

type Jump = FactBody<'clock-jumped'>;

/** The page's corrected clock, and the watch behind it. */
export type MachineClock = {
  readonly clock: PageClock;
  readonly watch: ClockWatch;
  /** Called at once and at each new judgement; returns how to stop. */
  readonly onView: (listener: (view: ClockView) => void) => () => void;
  /** From now on jumps are given to `write`, those found before as well; one window of the browser does it at a time. */
  readonly writeWith: (write: (jump: Jump) => void) => void;
};

/** Starts watching: every second, and when the page comes to the front or wakes. */
export function watchMachineClock(): MachineClock {
  const { clock, correct } = createPageClock();
  const listeners = new Set<(view: ClockView) => void>();
  let view: ClockView | null = null;
  let found: Jump[] = [];
  let write = (jump: Jump): void => void found.push(jump);
  const watch = createClockWatch({
    machineMs: Date.now,
    steadyMs: () => performance.now(),
    correct,
    write: (jump) => write(jump),
    show: (next) => {
      view = next;
      for (const listener of listeners) listener(next);
    },
  });
  setInterval(watch.look, 1000);
  document.addEventListener('visibilitychange', watch.look);
  window.addEventListener('focus', watch.look);
  return {
    clock,
    watch,
    onView: (listener) => {
      listeners.add(listener);
      if (view) listener(view);
      return () => listeners.delete(listener);
    },
    writeWith: (writer) => {
      // Every window sees the same jump; the one that holds this lock, until it closes, writes it.
      void navigator.locks.request('mot-cua-clock', () => {
        for (const jump of found) writer(jump);
        found = [];
        write = writer;
        return new Promise<never>(() => undefined);
      });
      // Windows that wait for the lock forget what the writing one has written.
      setTimeout(() => {
        if (write !== writer) write = () => undefined;
        found = [];
      }, WAIT_FOR_LOCK_MS);
    },
  };
}

/** The lock is given at once where no other window holds it. */
const WAIT_FOR_LOCK_MS = 3_000;
