// Follows every paper that a printer's system took and can be asked about, also those of an earlier run.
import type { PrintOutcome } from '../../../../shared/slip/print-job.ts';
import type { PrinterConfig } from '../../../../shared/law/ward.ts';
import type { PrintRecord } from '../print-log.ts';
import { followJob } from './follow-job.ts';
import { cupsPlace, type IppPlace } from './ipp-ask.ts';
import { cancelIppJob } from './ipp-printer.ts';

/** Papers under watch. */
export type FollowedPapers = {
  /** Follows a paper from now on, where that is possible and not done yet. */
  readonly take: (record: PrintRecord) => void;
  /** Takes a paper out of its printer; false when it cannot be asked or says no. */
  readonly cancel: (jobId: string) => Promise<boolean>;
  readonly close: () => void;
};

type Deps = {
  readonly printers: readonly PrinterConfig[];
  readonly amend: (jobId: string, change: Pick<PrintOutcome, 'state' | 'code'>) => Promise<void>;
  readonly pauseMs?: number;
};

type Followed = { readonly place: IppPlace; readonly job: number; readonly stop: AbortController };

const CANCEL_LIMIT_MS = 5_000;

/** Makes the watch; nothing is followed yet. */
export function followPapers({ printers, amend, pauseMs }: Deps): FollowedPapers {
  const watched = new Map<string, Followed>();
  return {
    take: (record) => {
      const { jobId, jobAtPrinter: job } = record;
      const target = printers.find(({ id }) => id === record.printer)?.target;
      const place = target && placeOf(target);
      if (record.state !== 'spooled' || job === undefined || !place || watched.has(jobId)) return;
      if (record.code === FORGOTTEN) return;
      const stop = new AbortController();
      watched.set(jobId, { place, job, stop });
      void followJob({
        place,
        job,
        signal: stop.signal,
        onFate: ({ ended: _ended, ...change }) => amend(jobId, change),
        ...(pauseMs === undefined ? {} : { pauseMs }),
      });
    },
    cancel: async (jobId) => {
      const followed = watched.get(jobId);
      if (!followed) return false;
      const { place, job, stop } = followed;
      if (!(await cancelIppJob(place, job, AbortSignal.timeout(CANCEL_LIMIT_MS)))) return false;
      stop.abort();
      await amend(jobId, { state: 'cancelled' });
      return true;
    },
    close: () => {
      for (const { stop } of watched.values()) stop.abort();
    },
  };
}

const FORGOTTEN = 'print-job-forgotten';

function placeOf(target: PrinterConfig['target']): IppPlace | null {
  if (target.kind === 'cups') return cupsPlace(target.name);
  return target.kind === 'ipp' ? { uri: target.uri, socketPath: null } : null;
}
