import type { waits as viWaits } from '../../vi/kiosk/waits.ts';

/** How long a wait may be, English. */
export const waits = {
  label: 'Waiting time',
  band: (low: number, high: number): string => {
    if (low === 0) return `within about ${high} minutes`;
    return low === high ? `about ${high} minutes` : `about ${low}–${high} minutes`;
  },
  long: (hours: string): string => `about ${hours}`,
  longWithin: (hours: string): string => `within about ${hours}`,
  minutes: (count: number): string => `${count} min`,
  hours: (whole: number, minutes: number): string =>
    minutes === 0 ? `${whole} h` : `${whole} h ${minutes} min`,
  noData: 'not enough figures yet for an estimate',
  noCounter: 'no counter serves this field now',
  onBreak: (until: string): string => `the counter is on a break, back at about ${until}`,
  opens: (at: string): string => `counters begin to call at ${at}`,
  closed: 'outside working hours, no counter calls yet',
  afterBreak: (at: string): string => `may be after ${at}`,
  maybeNotToday: 'may not be reached within today’s hours',
} satisfies typeof viWaits;
