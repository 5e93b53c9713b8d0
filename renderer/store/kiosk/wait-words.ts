import { formatTime } from '../../../shared/text/dates.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { SaidWait } from './waits.ts';

const HOUR = 60;

/** A wait in words, for the screen and for the paper: always "about", or why there is no figure [K12]. */
export function waitWords(wait: SaidWait, words: Messages['kiosk']['waits']): string {
  switch (wait.kind) {
    case 'band':
      return bandWords(wait.low, wait.high, words);
    case 'no-data':
      return words.noData;
    case 'no-counter':
      return wait.backMs === null ? words.noCounter : words.onBreak(formatTime(wait.backMs));
    case 'closed':
      return wait.opensMs === null ? words.closed : words.opens(formatTime(wait.opensMs));
    case 'after-break':
      return wait.opensMs === null ? words.maybeNotToday : words.afterBreak(formatTime(wait.opensMs));
  }
}

/** Where no queue has a figure: why most have none, to be said once for all of them [KI9]; null where one has a figure. */
export function waitOfAll(waits: readonly (SaidWait | null)[]): SaidWait | null {
  if (waits.some((wait) => wait?.kind === 'band' || wait?.kind === 'after-break')) return null;
  return waits.find((wait) => wait?.kind === 'no-data' || wait?.kind === 'closed') ?? null;
}

function bandWords(low: number, high: number, words: Messages['kiosk']['waits']): string {
  if (high < HOUR) return words.band(low, high);
  const hours = (minutes: number) =>
    minutes < HOUR ? words.minutes(minutes) : words.hours(Math.floor(minutes / HOUR), minutes % HOUR);
  if (low === 0) return words.longWithin(hours(high));
  return words.long(low === high ? hours(high) : `${hours(low)} – ${hours(high)}`);
}
