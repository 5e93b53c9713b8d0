// The print queue: every paper once. A job is on disk before a byte goes out and its outcome before anyone hears of it,
// so a crash can leave a paper in doubt but never print it twice.
import { join } from 'node:path';
import { unreachable } from '../../../shared/basics/assert.ts';
import { err, ok, type Result } from '../../../shared/basics/result.ts';
import type { PrintJob, PrintOutcome } from '../../../shared/slip/print-job.ts';
import { errorText } from '../files.ts';
import type { Log } from '../log.ts';
import type { Delivered, Paper } from './paper.ts';
import { escPosTicket, hasAllRows } from './print-escpos.ts';
import type { Pdf } from './print-pdf.ts';
import { openPrintLog, type PrintLog, type PrintRecord } from './print-log.ts';

/** A ticket older than this is of no use: its number may have been called. */
const TICKET_LIFE_MS = 10 * 60_000;

export type PrintQueue = {
  /** Prints once per job id and resolves with the last state; the same id again gets the first outcome. */
  readonly print: (job: PrintJob) => Promise<PrintOutcome>;
  /** Takes a waiting job out, or breaks off the one that is being sent; null for an unknown id. */
  readonly cancel: (jobId: string) => Promise<PrintOutcome | null>;
  /** Papers of the last days, newest first. */
  readonly list: () => readonly PrintRecord[];
  /** Waits for what is being sent; nothing new begins. What still waits stays in the file for the next start. */
  readonly close: () => Promise<void>;
};

type PrintQueueDeps = {
  /** Keeps `print-queue.log` in this folder. */
  readonly dir: string;
  /** Brings bytes to the printer that the ward chose for this purpose. */
  readonly deliver: (
    purpose: PrintJob['purpose'],
    paper: Paper,
    signal: AbortSignal,
  ) => Promise<Result<Delivered, { readonly code: string }>>;
  readonly renderPdf: (html: string) => Promise<Result<Pdf, { readonly code: string }>>;
  readonly now: () => Date;
  readonly log: Log;
  /** Told of every job's last state, for the pages. */
  readonly onOutcome?: (record: PrintRecord) => void;
};

type Entry = {
  readonly job: PrintJob;
  readonly queuedAt: number;
  readonly stop: AbortController;
  readonly done: Promise<PrintOutcome>;
};

/** Opens the queue and takes up what an earlier run left: fresh tickets print, old ones expire, the rest is told as failed. */
export async function openPrintQueue(deps: PrintQueueDeps): Promise<PrintQueue> {
  const log = await openPrintLog(join(deps.dir, 'print-queue.log'), deps.now);
  const entries = new Map<string, Entry>();
  const tails = new Map<PrintJob['purpose'], Promise<unknown>>();
  const ending = new AbortController();
  const worker = createWorker(deps, log, ending.signal);

  /** One lane per purpose: a slow office printer holds up no ticket. */
  const enter = (job: PrintJob, queuedAt: number, written: Promise<boolean>): Promise<PrintOutcome> => {
    const stop = new AbortController();
    const before = tails.get(job.purpose) ?? Promise.resolve();
    const done = Promise.all([written, before]).then(async ([safe]) => {
      const outcome = safe
        ? await worker.run(job, queuedAt, stop.signal)
        : await worker.finish(job, 'failed', UNWRITABLE);
      if (outcome.state !== 'queued') entries.delete(job.jobId);
      return outcome;
    });
    tails.set(
      job.purpose,
      done.catch(() => undefined),
    );
    entries.set(job.jobId, { job, queuedAt, stop, done });
    return done;
  };

  for (const left of log.left) {
    if (left.job !== null) void enter(left.job, left.queuedAt, Promise.resolve(true));
    else await log.ended(left.record).catch(worker.unwritable);
  }

  return {
    print: async (job) => {
      const known = entries.get(job.jobId)?.done ?? log.outcome(job.jobId);
      if (known !== null) return known;
      const at = deps.now();
      const code = ending.signal.aborted ? 'print-queue-closed' : isWhole(job) ? null : 'print-rows-missing';
      if (code !== null) return { jobId: job.jobId, state: 'failed', code, at: at.toISOString() };
      return enter(
        job,
        at.getTime(),
        log.queued(job, at).then(() => true, worker.unwritable),
      );
    },
    cancel: async (jobId) => {
      const entry = entries.get(jobId);
      if (entry === undefined) return log.outcome(jobId);
      entry.stop.abort();
      return entry.done;
    },
    list: () => [...waiting(entries), ...log.records()].sort((a, b) => (a.at < b.at ? 1 : -1)),
    close: async () => {
      ending.abort();
      await Promise.all(tails.values());
    },
  };
}

type Worker = {
  /** Prints one job whose turn has come and notes how it ended; `queued` when the queue closed before. */
  readonly run: (job: PrintJob, queuedAt: number, stop: AbortSignal) => Promise<PrintOutcome>;
  readonly finish: (
    job: PrintJob,
    state: PrintOutcome['state'],
    more?: OutcomeDetails,
  ) => Promise<PrintOutcome>;
  /** Tells the host's log that the queue's file cannot be written. */
  readonly unwritable: (error: unknown) => false;
};

const UNWRITABLE = { code: 'print-log-unwritable' };

function createWorker(deps: PrintQueueDeps, log: PrintLog, ending: AbortSignal): Worker {
  const unwritable = (error: unknown): false => {
    deps.log('error', UNWRITABLE.code, { detail: errorText(error) });
    return false;
  };
  const finish: Worker['finish'] = async (job, state, more = {}) => {
    const outcome: PrintOutcome = { jobId: job.jobId, state, ...more, at: deps.now().toISOString() };
    const record: PrintRecord = { ...outcome, kind: job.kind, subject: job.subject };
    // The paper is out even if its record is not; at the next start such a job counts as in doubt.
    await log.ended(record).catch(unwritable);
    deps.onOutcome?.(record);
    return outcome;
  };
  const run: Worker['run'] = async (job, queuedAt, stop) => {
    if (stop.aborted) return finish(job, 'cancelled');
    if (ending.aborted) return { jobId: job.jobId, state: 'queued', at: new Date(queuedAt).toISOString() };
    if (isStale(job, queuedAt, deps.now())) return finish(job, 'expired');
    const paper = await paperOf(job, deps);
    if (!paper.ok) return finish(job, 'failed', { code: paper.error.code });
    if (stop.aborted) return finish(job, 'cancelled');
    const noted = await log.sending(job.jobId).then(() => true, unwritable);
    if (!noted) return finish(job, 'failed', UNWRITABLE);
    const sent = await deps.deliver(job.purpose, paper.value.paper, stop);
    const hash = paper.value.sha256 === null ? {} : { pdfSha256: paper.value.sha256 };
    if (sent.ok) return finish(job, sent.value.state, { where: sent.value.where, ...hash });
    return finish(job, stop.aborted ? 'cancelled' : 'failed', { code: sent.error.code, ...hash });
  };
  return { run, finish, unwritable };
}

type OutcomeDetails = Pick<PrintOutcome, 'where' | 'code' | 'pdfSha256'>;
type Finished = { readonly paper: Paper; readonly sha256: string | null };

async function paperOf(
  job: PrintJob,
  deps: PrintQueueDeps,
): Promise<Result<Finished, { readonly code: string }>> {
  switch (job.kind) {
    case 'ticket':
      return ok({
        paper: { name: job.jobId, format: 'escpos', bytes: escPosTicket(job.payload) },
        sha256: null,
      });
    case 'slip': {
      const pdf = await deps.renderPdf(job.payload.html);
      if (!pdf.ok) return err(pdf.error);
      const paper: Paper = {
        name: job.jobId,
        format: 'pdf',
        media: job.payload.pageSize,
        bytes: pdf.value.pdf,
      };
      return ok({ paper, sha256: pdf.value.sha256 });
    }
    default:
      return unreachable(job);
  }
}

const isWhole = (job: PrintJob): boolean => job.kind === 'slip' || hasAllRows(job.payload);

const isStale = (job: PrintJob, queuedAt: number, now: Date): boolean =>
  job.kind === 'ticket' && now.getTime() - queuedAt > TICKET_LIFE_MS;

function waiting(entries: ReadonlyMap<string, Entry>): readonly PrintRecord[] {
  return [...entries.values()].map(({ job, queuedAt }) => ({
    jobId: job.jobId,
    state: 'queued',
    kind: job.kind,
    subject: job.subject,
    at: new Date(queuedAt).toISOString(),
  }));
}
