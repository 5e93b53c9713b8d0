import { isUtf8 } from 'node:buffer';
import { hash as digest } from 'node:crypto';
import { z } from 'zod';
import { err, ok } from '../../shared/basics/result.ts';
import { NO_HASH, parseLine } from '../../shared/event/envelope.ts';
import { checkpointToSign, encodeCheckpoint, parseCheckpoint } from '../../shared/sync/signing.ts';
import { isSignedBy } from '../auth/signed-request.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { EventEnvelope } from '../../shared/event/envelope.ts';

/** What the proof of a journal file came to (ARCHITECTURE 7). Lines are counted from 1. */
export type Verdict = {
  readonly ok: boolean;
  readonly events: number;
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
  /** Last event that a checkpoint vouches for; null when none does. */
  readonly signedThrough: number | null;
  readonly tornTail: boolean;
  readonly bad?: { readonly line: number; readonly reason: string };
};

/** Where a file should end, as somebody else knows it. */
export type KnownHead = { readonly seq: number; readonly hash: string };

type Progress = {
  readonly hashes: string[];
  origin: EventEnvelope | null;
  publicKey: string;
  signedThrough: number | null;
};

const NEWLINE = 10;
/** What stands between an event's hash and its version. */
const EVENT_BEGIN = ' {"v":';
const openedSchema = z.object({ publicKey: z.string() });

/**
 * Proves a journal file of one epoch from its first line on. The key that checkpoints are signed with stands in the first
 * event. A last line without its newline, or with bytes the disk never wrote (zeros), is a torn tail and counts as absent.
 * Where nothing else stands in the file, the tail must be the beginning of an event line: rubbish is no journal.
 */
export function verifyJournal(bytes: Buffer, head: KnownHead | null): Verdict {
  const progress: Progress = { hashes: [], origin: null, publicKey: '', signedThrough: null };
  const { lines, tail } = wholeLines(bytes);
  const isJournal = lines.length > 0 || (tail !== null && beginsEvent(tail));
  if (!isJournal && !head) return verdict(progress, false, { line: tail ? 1 : 0, reason: 'no-events' });
  const tornTail = tail !== null && isJournal;
  for (const [index, line] of lines.entries()) {
    const step = line[0] === 35 ? checkpointStep(progress, line) : eventStep(progress, line);
    if (!step.ok) return verdict(progress, tornTail, { line: index + 1, reason: step.error });
  }
  if (head && progress.hashes[head.seq] !== head.hash) {
    const reason = progress.hashes.length <= head.seq ? 'head-missing' : 'head-wrong';
    return verdict(progress, tornTail, { line: lines.length, reason });
  }
  return verdict(progress, tornTail, null);
}

function verdict(progress: Progress, tornTail: boolean, bad: Verdict['bad'] | null): Verdict {
  const events = progress.hashes.length;
  const { signedThrough } = progress;
  const seqs = { firstSeq: events > 0 ? 0 : null, lastSeq: events > 0 ? events - 1 : null };
  return { ok: !bad, events, ...seqs, signedThrough, tornTail, ...(bad ? { bad } : {}) };
}

function eventStep(progress: Progress, bytes: Buffer): Result<void, string> {
  if (!isUtf8(bytes)) return err('line-not-utf8');
  const parsed = parseLine(bytes.toString('utf8'), (text) => digest('sha256', text));
  if (!parsed.ok) return err(parsed.error.code);
  const { event, hash } = parsed.value;
  const seq = progress.hashes.length;
  if (event.seq !== seq) return err(event.seq > seq ? 'line-missing' : 'line-repeated');
  if (event.prev !== (progress.hashes[seq - 1] ?? NO_HASH)) return err('link-broken');
  const origin = progress.origin ?? event;
  if (event.ward !== origin.ward || event.device !== origin.device || event.epoch !== origin.epoch)
    return err('epoch-mixed');
  if (seq === 0) {
    const opened = openedSchema.safeParse(event.body);
    if (event.type !== 'epoch-opened' || !opened.success) return err('epoch-not-opened');
    progress.publicKey = opened.data.publicKey;
    progress.origin = event;
  }
  progress.hashes.push(hash);
  return ok(undefined);
}

function checkpointStep(progress: Progress, bytes: Buffer): Result<void, string> {
  const line = bytes.toString('utf8');
  const point = isUtf8(bytes) ? parseCheckpoint(line) : null;
  // Only the spelling that the host writes: a checkpoint has no bytes that the signature does not cover.
  if (!point || encodeCheckpoint(point, point.sig) !== line) return err('checkpoint-malformed');
  const { origin } = progress;
  if (!origin || point.seq >= progress.hashes.length) return err('checkpoint-ahead');
  const sameEpoch =
    point.ward === origin.ward && point.device === origin.device && point.epoch === origin.epoch;
  if (!sameEpoch) return err('epoch-mixed');
  if (progress.hashes[point.seq] !== point.hash) return err('checkpoint-wrong');
  if (!isSignedBy(progress.publicKey, checkpointToSign(point), point.sig))
    return err('checkpoint-signature-wrong');
  if (point.seq < (progress.signedThrough ?? 0)) return err('checkpoint-out-of-order');
  progress.signedThrough = point.seq;
  return ok(undefined);
}

/** Whether bytes are an event line as far as it was written: its hash, a space, the JSON from its first key on. */
function beginsEvent(tail: Buffer): boolean {
  const unwritten = tail.indexOf(0);
  const text = tail.subarray(0, unwritten === -1 ? tail.length : unwritten).toString('latin1');
  if (text.length <= 64) return /^[0-9a-f]+$/.test(text);
  const begun = text.slice(64, 64 + EVENT_BEGIN.length);
  return /^[0-9a-f]{64}/.test(text) && EVENT_BEGIN.startsWith(begun);
}

/** The lines that ended, and what follows them; null when nothing does. */
function wholeLines(bytes: Buffer): { readonly lines: readonly Buffer[]; readonly tail: Buffer | null } {
  const lines: Buffer[] = [];
  let start = 0;
  for (let newline = bytes.indexOf(NEWLINE); newline !== -1; newline = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, newline));
    start = newline + 1;
  }
  if (start < bytes.length) return { lines, tail: bytes.subarray(start) };
  const last = lines.at(-1);
  return last?.includes(0) ? { lines: lines.slice(0, -1), tail: last } : { lines, tail: null };
}
