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
import { aboutOf, openPrintLog, type PrintLog, type PrintRecord } from './print-log.ts';

/** A ticket older than this is of no use: its number may have been called. */
const TICKET_LIFE_MS = 10 * 60_000;

export type PrintQueue = {
  /** Prints once per job id and resolves with the last state; the same id again gets the first outcome. */
  readonly print: (job: PrintJob) => Promise<PrintOutcome>;
  /** Takes a waiting job out, or breaks off the one that is being sent; null for an unknown id. */
  readonly cancel: (jobId: string) => Promise<PrintOutcome | null>;
  /** Papers of the last days, newest first. */
  readonly list: () => readonly PrintRecord[];
  /** A paper that was handed on stands otherwise since: its printer says what became of it. */
  readonly amend: (jobId: string, change: Pick<PrintOutcome, 'state' | 'code'>) => Promise<void>;
  /** Waits for what is being sent; nothing new begins. What still waits stays in the file for the next start. */
  readonly close: () => Promise<void>;
};

/** Brings bytes to one of the printers that the ward chose for the job's purpose, and names the one that took or lost them. */
export type Deliver = (
  job: PrintJob,
  paper: Paper,
  signal: AbortSignal,
) => Promise<
  Result<Delivered & { readonly printer?: string }, { readonly code: string; readonly printer?: string }>
>;

type PrintQueueDeps = {
  /** Keeps `print-queue.log` in this folder. */
  readonly dir: string;
  readonly deliver: Deliver;
  readonly renderPdf: (html: string) => Promise<Result<Pdf, { readonly code: string }>>;
  readonly now: () => Date;
  readonly log: Log;
  /** Told of every job's last state, and of every later one, for the pages. */
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
      entry?.stop.abort();
      return entry === undefined ? log.outcome(jobId) : entry.done;
    },
    amend: async (jobId, change) => {
      const record = log.records().find((one) => one.jobId === jobId);
      if (record && !ending.signal.aborted) await worker.note(amended(record, change, deps.now()));
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
  /** Writes a record down and tells of it. */
  readonly note: (record: PrintRecord) => Promise<void>;
  /** Tells the host's log that the queue's file cannot be written. */
  readonly unwritable: (error: unknown) => false;
};

const UNWRITABLE = { code: 'print-log-unwritable' };

function createWorker(deps: PrintQueueDeps, log: PrintLog, ending: AbortSignal): Worker {
  const unwritable = (error: unknown): false => {
    deps.log('error', UNWRITABLE.code, { detail: errorText(error) });
    return false;
  };
  const note: Worker['note'] = async (record) => {
    // The paper is out even if its record is not; at the next start such a job counts as in doubt.
    await log.ended(record).catch(unwritable);
    deps.onOutcome?.(record);
  };
  const finish: Worker['finish'] = async (job, state, more = {}) => {
    const { jobAtPrinter, ...told } = more;
    const outcome: PrintOutcome = { jobId: job.jobId, state, ...told, at: deps.now().toISOString() };
    const record: PrintRecord = {
      ...aboutOf(job),
      ...outcome,
      ...(jobAtPrinter === undefined ? {} : { jobAtPrinter }),
    };
    await note(record);
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
    const sent = await deps.deliver(job, paper.value.paper, stop);
    const hash = paper.value.sha256 === null ? {} : { pdfSha256: paper.value.sha256 };
    if (sent.ok) {
      const { state, ...taken } = sent.value;
      return finish(job, state, { ...taken, ...hash });
    }
    const { code, printer } = sent.error;
    const by = printer === undefined ? {} : { printer };
    return finish(job, stop.aborted ? 'cancelled' : 'failed', { code, ...by, ...hash });
  };
  return { run, finish, note, unwritable };
}

/** A record as its paper stands since. */
function amended(
  { code: _before, ...record }: PrintRecord,
  { state, code }: Pick<PrintOutcome, 'state' | 'code'>,
  now: Date,
): PrintRecord {
  return { ...record, state, ...(code === undefined ? {} : { code }), at: now.toISOString() };
}

type OutcomeDetails = Pick<PrintOutcome, 'where' | 'code' | 'pdfSha256' | 'printer'> &
  Pick<PrintRecord, 'jobAtPrinter'>;
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
    ...aboutOf(job),
    jobId: job.jobId,
    state: 'queued',
    at: new Date(queuedAt).toISOString(),
  }));
}
