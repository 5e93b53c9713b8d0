// The queue's file: one JSON line per step of a job. A ticket's dots wait in it until they are printed; a slip's
// document never does, because it names people: a slip that was lost is drawn again from its record.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import {
  paperMarkSchema,
  printJobSchema,
  printOutcomeSchema,
  type PaperAbout,
  type PaperRecord,
  type PrintJob,
  type PrintOutcome,
} from '../../../shared/slip/print-job.ts';
import { replaceFile } from '../files.ts';
import { openRowFile } from '../row-file.ts';

/** What a list of papers shows; no payload. `jobAtPrinter` finds it again at a printer that can be asked. */
export type PrintRecord = PaperRecord & { readonly jobAtPrinter?: number | undefined };

/** What an earlier run left undone: a job to take up, or the outcome that it must be given. */
type LeftOver =
  | { readonly job: PrintJob; readonly queuedAt: number }
  | { readonly job: null; readonly record: PrintRecord };

export type PrintLog = {
  readonly left: readonly LeftOver[];
  readonly queued: (job: PrintJob, at: Date) => Promise<void>;
  readonly sending: (jobId: string) => Promise<void>;
  /** Notes how a paper ended, or that it stands otherwise since. */
  readonly ended: (record: PrintRecord) => Promise<void>;
  readonly outcome: (jobId: string) => PrintOutcome | null;
  readonly records: () => readonly PrintRecord[];
};

/** Outcomes are known this long: far beyond any page that asks again. */
const KEEP_MS = 7 * 86_400_000;

const about = {
  kind: z.enum(['ticket', 'slip']),
  subject: z.string(),
  copyNo: z.int().optional(),
  what: z.string().optional(),
  label: z.string().optional(),
  record: paperMarkSchema.optional(),
};
const rowSchema = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('queued'),
    jobId: z.string(),
    ...about,
    at: z.string(),
    /** A ticket job, deflated, base64; null for slips. */
    job: z.string().nullable(),
  }),
  z.object({ step: z.literal('sending'), jobId: z.string() }),
  z.object({
    step: z.literal('ended'),
    ...about,
    outcome: printOutcomeSchema,
    jobAtPrinter: z.int().optional(),
  }),
]);
type Row = z.infer<typeof rowSchema>;
type QueuedRow = Extract<Row, { step: 'queued' }>;

/** Opens the file, forgets what is older than a week, and tells what was left undone. */
export async function openPrintLog(path: string, now: () => Date): Promise<PrintLog> {
  const old = (await openRowFile(path, rowSchema)).rows;
  const { ended, undone, sent } = readRows(old, now().getTime() - KEEP_MS);
  const left = [...undone.values()].map((row) => leftOver(row, sent.has(row.jobId), now()));
  const kept: readonly Row[] = [
    ...[...ended.values()].map(endedRow),
    ...undone.values(),
    ...[...sent].map(sendingRow),
  ];
  if (kept.length < old.length)
    await replaceFile(path, kept.map((row) => `${JSON.stringify(row)}\n`).join(''), 0o600);
  const file = await openRowFile(path, rowSchema);
  return {
    left,
    queued: (job, at) => file.append([queuedRow(job, at)]),
    sending: (jobId) => file.append([sendingRow(jobId)]),
    ended: async (record) => {
      ended.set(record.jobId, record);
      await file.append([endedRow(record)]);
    },
    outcome: (jobId) => {
      const record = ended.get(jobId);
      return record === undefined ? null : outcomeOf(record);
    },
    records: () => [...ended.values()],
  };
}

function readRows(rows: readonly Row[], since: number) {
  const ended = new Map<string, PrintRecord>();
  const undone = new Map<string, QueuedRow>();
  const sent = new Set<string>();
  for (const row of rows) {
    if (row.step === 'queued') undone.set(row.jobId, row);
    else if (row.step === 'sending') sent.add(row.jobId);
    else {
      const { jobId, at } = row.outcome;
      undone.delete(jobId);
      sent.delete(jobId);
      if (Date.parse(at) >= since)
        ended.set(jobId, { ...aboutOf(row), ...row.outcome, ...atPrinter(row.jobAtPrinter) });
    }
  }
  return { ended, undone, sent };
}

/** Whether the paper of a job that was being sent came out, only people can see; so it is never sent again. */
function leftOver(row: QueuedRow, wasSending: boolean, now: Date): LeftOver {
  const job = wasSending ? null : readJob(row.job);
  if (job !== null) return { job, queuedAt: Date.parse(row.at) };
  const code = wasSending ? 'print-outcome-unknown' : 'print-interrupted';
  const { jobId } = row;
  return {
    job: null,
    record: { ...aboutOf(row), jobId, state: 'failed', code, at: now.toISOString() },
  };
}

function queuedRow(job: PrintJob, at: Date): Row {
  const kept = job.kind === 'ticket' ? deflateRawSync(JSON.stringify(job)).toString('base64') : null;
  return {
    step: 'queued',
    jobId: job.jobId,
    ...aboutOf(job),
    at: at.toISOString(),
    job: kept,
  };
}

function readJob(kept: string | null): PrintJob | null {
  if (kept === null) return null;
  try {
    return printJobSchema.parse(JSON.parse(inflateRawSync(Buffer.from(kept, 'base64')).toString('utf8')));
  } catch {
    return null; // written by another version: told as interrupted, not printed by guess
  }
}

const sendingRow = (jobId: string): Row => ({ step: 'sending', jobId });

const endedRow = (record: PrintRecord): Row => ({
  step: 'ended',
  ...aboutOf(record),
  outcome: outcomeOf(record),
  ...atPrinter(record.jobAtPrinter),
});

/** What is known of a paper besides its outcome. */
export function aboutOf({ kind, subject, copyNo, what, label, record }: PaperAbout): PaperAbout {
  return {
    kind,
    subject,
    ...(copyNo === undefined ? {} : { copyNo }),
    ...(what === undefined ? {} : { what }),
    ...(label === undefined ? {} : { label }),
    ...(record === undefined ? {} : { record }),
  };
}

/** The outcome in a record. */
export function outcomeOf(record: PrintRecord): PrintOutcome {
  const {
    kind: _kind,
    subject: _subject,
    copyNo: _copyNo,
    what: _what,
    label: _label,
    record: _record,
    jobAtPrinter: _job,
    ...outcome
  } = record;
  return outcome;
}

function atPrinter(jobAtPrinter: number | undefined): { readonly jobAtPrinter?: number } {
  return jobAtPrinter === undefined ? {} : { jobAtPrinter };
}
