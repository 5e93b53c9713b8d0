/** A store's room: fine, to be warned of, or too little for new work. */
export type SpaceLevel = 'fine' | 'low' | 'stop';

const LOW_SHARE = 0.8;
const LOW_BYTES = 1_000_000_000;
const STOP_BYTES = 200_000_000;
const STOP_SHARE = 0.95;

/**
 * How full the browser's store is [Q2]: `low` from 80 % or below 1 GB left, `stop` below 200 MB left, so that new work ends
 * before the store meets its end and what is under way can still be written. A small quota stops at 95 % instead.
 */
export function spaceLevel(usedBytes: number, quotaBytes: number): SpaceLevel {
  const left = quotaBytes - usedBytes;
  if (left < STOP_BYTES && usedBytes > quotaBytes * STOP_SHARE) return 'stop';
  return left < LOW_BYTES || usedBytes >= quotaBytes * LOW_SHARE ? 'low' : 'fine';
}
