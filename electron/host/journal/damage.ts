// What lay behind damage in a journal file: counted when it is set aside, so that people hear what it was [H2].
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseLine } from '../../../shared/event/envelope.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { readText } from '../files.ts';
import { hashHolds } from './scan.ts';
import type { DamagedFile } from '../../../shared/bridge.ts';

const NEWLINE = 10;
const MARK = 35;

const noteSchema = z.object({
  device: z.string().nullable(),
  epoch: z.string().nullable(),
  fromLine: z.int(),
  lines: z.int(),
  events: z.int(),
  /** Places of the events that were set aside: `firstSeq` ≤ seq < `endSeq`. */
  firstSeq: z.int(),
  endSeq: z.int(),
  /** The last of them that still proves itself. */
  last: z.object({ seq: z.int(), hash: z.string() }).nullable(),
});

/** What is known of a piece that was set aside; stands beside it as `PIECE.note`, for people too. */
export type DamageNote = Readonly<z.infer<typeof noteSchema>>;

/** What goes on before a piece: the file's epoch where an event is left, and how much stands. */
export type Before = {
  readonly device: string | null;
  readonly epoch: string | null;
  readonly lines: number;
  readonly events: number;
};

/** What a journal holds now. */
type Held = {
  readonly held: (key: string) => number;
  readonly hashAt: (key: string, seq: number) => string | undefined;
};

/**
 * Whether the bytes behind the last good line are a torn end: one line without its newline, or with bytes that the disk
 * never wrote (zeros). Anything else is damage: a whole line was there, and whole lines have been acknowledged.
 * The same rule as `motcua verify` has.
 */
export function isTornEnd(bytes: Buffer): boolean {
  const newline = bytes.indexOf(NEWLINE);
  if (newline === -1) return true;
  return newline === bytes.length - 1 && bytes.includes(0);
}

/** Counts what a damaged piece holds. Events count only where their hashes are right and they belong to the file. */
export function damageNote(bytes: Buffer, before: Before): DamageNote {
  let { device, epoch } = before;
  let last: DamageNote['last'] = null;
  let [lines, places, events, endSeq] = [0, 0, 0, before.events];
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, at);
    const end = newline === -1 ? bytes.length : newline;
    const isMark = bytes[at] === MARK;
    const line = bytes.toString('utf8', at, end);
    at = end + 1;
    lines += 1;
    if (isMark) continue;
    places += 1;
    const parsed = newline !== -1 && hashHolds(line) ? parseLine(line) : null;
    if (!parsed?.ok) {
      if (looksLikeEvent(line)) endSeq = Math.max(endSeq, before.events + places);
      continue;
    }
    const { event, hash } = parsed.value;
    device ??= event.device;
    epoch ??= event.epoch;
    if (event.device !== device || event.epoch !== epoch || event.seq < before.events) continue;
    events += 1;
    endSeq = Math.max(endSeq, event.seq + 1);
    if (event.seq >= (last?.seq ?? 0)) last = { seq: event.seq, hash };
  }
  return { device, epoch, fromLine: before.lines + 1, lines, events, firstSeq: before.events, endSeq, last };
}

/** Keeps a note beside its piece, durably. */
export async function writeNote(piece: string, note: DamageNote): Promise<void> {
  await writeFile(`${piece}.note`, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600, flush: true });
}

/** The note of a piece; null when there is none that can be read. */
export async function readNote(piece: string): Promise<DamageNote | null> {
  const text = await readText(`${piece}.note`);
  if (text === null) return null;
  try {
    const note = noteSchema.safeParse(JSON.parse(text));
    return note.success ? note.data : null;
  } catch {
    return null; // torn by a crash before its piece was cut off: the piece is there again, with a note of its own
  }
}

/**
 * A piece as people are told of it now. `missing`: places that are still empty here. Events stand in chains, so where the last
 * that proves itself is held again, all before it are too.
 */
export function damagedFile(piece: string, seenAt: string, note: DamageNote, journal: Held): DamagedFile {
  const { device, epoch, fromLine, lines, events, firstSeq, endSeq, last } = note;
  const key = vectorKey(device ?? '', epoch ?? '');
  const held = Math.max(firstSeq, journal.held(key));
  const isBack = last !== null && journal.hashAt(key, last.seq) === last.hash;
  const isOther = last !== null && !isBack && held > last.seq;
  const missing = endSeq - (isOther ? firstSeq : Math.min(held, endSeq));
  return { piece, seenAt, device, epoch, fromLine, lines, events, places: endSeq - firstSeq, missing };
}

/** Damage rarely takes the whole line: what is left of it tells that an event was there. */
function looksLikeEvent(line: string): boolean {
  return /^[0-9a-f]{64} /.test(line) || /"(seq|prev|hlc)":/.test(line);
}
