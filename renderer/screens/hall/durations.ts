import type { Messages } from '../../../shared/text/messages/index.ts';

const MINUTE_MS = 60_000;

/** How long something has lasted, in whole minutes that are over: `26 phút`, `1 giờ 05 phút`. */
export function lastedWords(ms: number, text: Messages['hall']): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  return minutes < 60 ? text.minutes(minutes) : text.hours(Math.floor(minutes / 60), minutes % 60);
}

/** A mean: seconds below a minute, tenths of a minute below an hour; rounded here only. */
export function meanWords(ms: number, text: Messages['hall']): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return text.mean.seconds(seconds);
  const tenths = Math.round(ms / 6000);
  if (tenths < 600) return text.mean.minutes(tenths);
  const minutes = Math.round(ms / MINUTE_MS);
  return text.hours(Math.floor(minutes / 60), minutes % 60);
}
