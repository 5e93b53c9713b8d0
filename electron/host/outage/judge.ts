import type { HostStatus } from '../../../shared/bridge.ts';

/** What is to be said of one thing: since when it is down and why, that it works, or that nobody can tell yet. */
export type Judged = {
  readonly what: string;
  readonly trouble: { readonly from: string; readonly fault: string } | 'unknown' | null;
};

/** Beyond this the times on papers would be visibly wrong. */
const CLOCK_TOLERANCE_MS = 60_000;

/** What is down by a status. @param at the instant of the status, for what does not tell since when */
export function judge(status: HostStatus, at: string): readonly Judged[] {
  const { district, host, disk, printers } = status;
  return [
    { what: 'district', trouble: lineTrouble(district) },
    {
      what: 'lines',
      trouble: Object.keys(district.stopped).length > 0 ? { from: at, fault: 'district-refused-line' } : null,
    },
    { what: 'journal', trouble: host.journalFault === null ? null : { from: at, fault: host.journalFault } },
    { what: 'disk', trouble: disk.level === 'fine' ? null : { from: at, fault: `disk-${disk.level}` } },
    { what: 'clock', trouble: clockTrouble(district.clockAheadMs, at) },
    ...printers.map(({ id, state, fault }): Judged => ({
      what: `printer:${id}`,
      trouble:
        state === 'unknown'
          ? 'unknown'
          : state === 'ok'
            ? null
            : { from: at, fault: fault ?? 'printer-refused' },
    })),
  ];
}

/** Before the first attempt has ended nobody knows; a machine that was never let in has no line that could be down. */
function lineTrouble({ state, fault, since }: HostStatus['district']): Judged['trouble'] {
  if (state === 'online' || state === 'sending') return null;
  if (state === 'not-enrolled' || fault === null) return 'unknown';
  return { from: since, fault };
}

function clockTrouble(aheadMs: number | null, at: string): Judged['trouble'] {
  if (aheadMs === null) return 'unknown';
  return Math.abs(aheadMs) > CLOCK_TOLERANCE_MS ? { from: at, fault: 'clock-wrong' } : null;
}
