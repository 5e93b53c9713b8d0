// One epoch's journal file: its events in order, one line each, with checkpoint lines between them.
import { readSync } from 'node:fs';
import { open, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { NO_HASH, parseLine } from '../../../shared/event/envelope.ts';
import { BATCH_BYTES } from '../../../shared/sync/messages.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { makeFolder, syncFolder } from '../files.ts';
import { damageNote, isTornEnd, writeNote } from './damage.ts';
import { eventLines, hashHolds, newlines, readBytes, scanFile } from './scan.ts';
import type { FileHandle } from 'node:fs/promises';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';

/** An open journal file. What it tells is durable. */
export type EpochFile = {
  readonly key: string;
  readonly path: string;
  readonly device: string;
  readonly epoch: string;
  readonly handle: FileHandle;
  /** Where each event begins, by seq. */
  readonly offsets: number[];
  sizeBytes: number;
  headHash: string;
  /** Events up to the last checkpoint line written here. */
  marked: number;
};

/** What was cut off a file: a torn end [H2], or what stood from the first damaged line on. */
export type Repair = {
  readonly kind: 'torn' | 'damaged';
  readonly keptAside: string;
  readonly bytes: number;
};

/** How many lines at the end are proven when a file is opened; `motcua verify` proves whole files. */
const PROVEN_AT_OPEN = 256;

/** Makes the file of a new epoch; its name is durable when this resolves. */
export async function createEpochFile(path: string, device: string, epoch: string): Promise<EpochFile> {
  const handle = await open(path, 'wx+', 0o600);
  await syncFolder(dirname(path));
  return {
    key: vectorKey(device, epoch),
    path,
    device,
    epoch,
    handle,
    offsets: [],
    sizeBytes: 0,
    headHash: NO_HASH,
    marked: 0,
  };
}

/**
 * Opens a journal file and repairs it: a torn end, and everything from the first line on that does not prove itself,
 * goes to the folder `torn` and off the file. Null when no event is left: the empty file is set aside too.
 * @param proven how many lines at the end are proven; all, when one of them is bad
 */
export async function openEpochFile(
  path: string,
  proven = PROVEN_AT_OPEN,
): Promise<{ readonly file: EpochFile | null; readonly repair: Repair | null }> {
  const handle = await open(path, 'r+');
  const shape = await scanFile(handle);
  const offsets = [...shape.offsets];
  const tailFrom = Math.max(0, offsets.length - proven);
  let chain = await provenFrom(handle, offsets, tailFrom, shape.wholeBytes);
  if (chain.held < offsets.length) chain = await provenFrom(handle, offsets, 0, shape.wholeBytes);
  const { held, last } = chain;
  const keep = held === offsets.length ? shape.wholeBytes : (offsets[held] ?? 0);
  const cut = { path, keep, size: shape.sizeBytes, held, last };
  const repair = keep < shape.sizeBytes ? await cutOff(handle, cut) : null;
  offsets.length = held;
  if (last === null) {
    await handle.close();
    await rename(path, join(await tornFolder(path), `${basename(path)}.${Date.now()}.empty`));
    return { file: null, repair };
  }
  const { device, epoch } = last.event;
  const key = vectorKey(device, epoch);
  const marked = Math.min(shape.marked, held);
  return {
    file: { key, path, device, epoch, handle, offsets, sizeBytes: keep, headHash: last.hash, marked },
    repair,
  };
}

/**
 * Proves a whole file that is in use, and takes what does not hold off it as at the start. Nobody may write to it meanwhile;
 * who still reads it finds it shorter. Null when all of it holds; a file without an event left is closed.
 */
export async function repairOpenFile(file: EpochFile): Promise<Repair | null> {
  const { file: anew, repair } = await openEpochFile(file.path, Infinity);
  file.offsets.length = anew?.offsets.length ?? 0;
  file.sizeBytes = anew?.sizeBytes ?? 0;
  file.headHash = anew?.headHash ?? NO_HASH;
  file.marked = anew?.marked ?? 0;
  await (anew ?? file).handle.close();
  return repair;
}

/** Hash of an event held; undefined when it is not. Read from the file: a repeat is rare, memory is not free. */
export function storedHash(file: EpochFile, seq: number): string | undefined {
  const offset = file.offsets[seq];
  if (offset === undefined) return undefined;
  const bytes = Buffer.alloc(64);
  return readSync(file.handle.fd, bytes, 0, 64, offset) === 64 ? bytes.toString('latin1') : undefined;
}

/** Events `from` ≤ seq < `to` in order, at most `limit` of them and about 1 MB, at least one. */
export async function readEvents(
  file: EpochFile,
  from: number,
  to: number,
  limit: number,
): Promise<readonly string[]> {
  const { offsets } = file;
  const start = offsets[from];
  const wanted = Math.min(to, offsets.length, from + limit);
  if (start === undefined || wanted <= from) return [];
  let end = wanted;
  while (end > from + 1 && offsetOf(file, end) - start > BATCH_BYTES) end -= 1;
  return eventLines(await readBytes(file.handle, start, offsetOf(file, end)));
}

/** Appends text (events, then perhaps a checkpoint line) and makes it durable; the index is not touched. */
export async function writeEnd(file: EpochFile, text: string): Promise<number> {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.handle.write(
      bytes,
      written,
      bytes.length - written,
      file.sizeBytes + written,
    );
    written += bytesWritten;
  }
  await file.handle.datasync();
  return bytes.length;
}

/** Takes durable events into the index. */
export function noteEvents(file: EpochFile, events: readonly LoggedEvent[], bytes: number): void {
  let at = file.sizeBytes;
  for (const { line, hash } of events) {
    file.offsets.push(at);
    file.headHash = hash;
    at += Buffer.byteLength(line) + 1;
  }
  file.sizeBytes += bytes;
}

function offsetOf(file: EpochFile, seq: number): number {
  return file.offsets[seq] ?? file.sizeBytes;
}

/** How many events, counted from 0, stand in an unbroken chain when those before `from` are trusted; and the last one. */
async function provenFrom(
  handle: FileHandle,
  offsets: readonly number[],
  from: number,
  end: number,
): Promise<{ readonly held: number; readonly last: LoggedEvent | null }> {
  let last: LoggedEvent | null = null;
  let held = from;
  for (let at = from; at < offsets.length; at += PROVEN_AT_OPEN) {
    const stop = offsets[at + PROVEN_AT_OPEN] ?? end;
    for (const line of eventLines(await readBytes(handle, offsets[at] ?? end, stop))) {
      const parsed = hashHolds(line) ? parseLine(line) : null;
      if (!parsed?.ok || !follows(parsed.value, last, held)) return { held, last };
      last = parsed.value;
      held += 1;
    }
  }
  return { held, last };
}

function follows({ event }: LoggedEvent, last: LoggedEvent | null, seq: number): boolean {
  if (event.seq !== seq) return false;
  if (last === null) return seq > 0 || event.prev === NO_HASH;
  return event.prev === last.hash && event.device === last.event.device && event.epoch === last.event.epoch;
}

type Cut = {
  readonly path: string;
  readonly keep: number;
  readonly size: number;
  /** Events that stay, and the last of them. */
  readonly held: number;
  readonly last: LoggedEvent | null;
};

/** Sets the bytes from `keep` on aside, durably, and takes them off the file. A crash in between sets them aside twice. */
async function cutOff(handle: FileHandle, { path, keep, size, held, last }: Cut): Promise<Repair> {
  const folder = await tornFolder(path);
  const keptAside = join(folder, `${basename(path)}.${Date.now()}.${keep}`);
  const bytes = await readBytes(handle, keep, size);
  const torn = isTornEnd(bytes);
  if (!torn) {
    const { device = null, epoch = null } = last?.event ?? {};
    const before = { device, epoch, lines: await newlines(handle, keep), events: held };
    await writeNote(keptAside, damageNote(bytes, before));
  }
  await writeFile(keptAside, bytes, { mode: 0o600, flush: true });
  await syncFolder(folder);
  await handle.truncate(keep);
  await handle.sync();
  return { kind: torn ? 'torn' : 'damaged', keptAside, bytes: size - keep };
}

async function tornFolder(path: string): Promise<string> {
  const parent = dirname(path);
  const folder = join(basename(parent) === 'peers' ? dirname(parent) : parent, 'torn');
  await makeFolder(folder, 0o700);
  return folder;
}
