import type { PageClock } from '../store/deps.ts';

/** Random id, `prefix-` and 32 hex digits. */
export function newId(prefix: string): string {
  return `${prefix}-${newHex(16)}`;
}

/** Random bytes in hex. */
export function newHex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** The page's clock and how it is corrected: the machine's clock plus an offset [C2]. */
export type CorrectedClock = {
  readonly clock: PageClock;
  /** What is added to the machine's clock from now on, ms. */
  readonly correct: (offsetMs: number) => void;
};

/** A clock that follows the machine's; ticks tell a sleep or a set clock at the next one. */
export function createPageClock(machineMs: () => number = Date.now): CorrectedClock {
  let offset = 0;
  const nowMs = () => machineMs() + offset;
  return {
    clock: {
      nowMs,
      onTick: (listener) => {
        const timer = setInterval(() => listener(nowMs()), 1000);
        return () => clearInterval(timer);
      },
    },
    correct: (offsetMs) => {
      offset = offsetMs;
    },
  };
}
