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

/** The page's clock; ticks follow the wall clock, so a sleep or a clock change is seen at the next one. */
export const pageClock: PageClock = {
  nowMs: () => Date.now(),
  onTick: (listener) => {
    const timer = setInterval(() => listener(Date.now()), 1000);
    return () => clearInterval(timer);
  },
};
