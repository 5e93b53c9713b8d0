// One epoch's journal file: its events in order, one line each, with checkpoint lines between them.
import { readSync } from 'node:fs';
import { open, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { NO_HASH, parseLine } from '../../../shared/event/envelope.ts';
import { BATCH_BYTES } from '../../../shared/sync/messages.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { makeFolder, syncFolder } from '../files.ts';
import { eventLines, hashHolds, readBytes, scanFile } from './scan.ts';
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

/** What was cut off a file because a crash tore it or its bytes no longer prove themselves. */
export type Repair = { readonly keptAside: string; readonly bytes: number };

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
 */
export async function openEpochFile(
  path: string,
): Promise<{ readonly file: EpochFile | null; readonly repair: Repair | null }> {
  const handle = await open(path, 'r+');
  const shape = await scanFile(handle);
  const offsets = [...shape.offsets];
  const tailFrom = Math.max(0, offsets.length - PROVEN_AT_OPEN);
  let proven = await provenFrom(handle, offsets, tailFrom, shape.wholeBytes);
  if (proven.held < offsets.length) proven = await provenFrom(handle, offsets, 0, shape.wholeBytes);
  const keep = proven.held === offsets.length ? shape.wholeBytes : (offsets[proven.held] ?? 0);
  const repair = keep < shape.sizeBytes ? await cutOff(handle, path, keep, shape.sizeBytes) : null;
  offsets.length = proven.held;
  if (proven.last === null) {
    await handle.close();
    await rename(path, join(await tornFolder(path), `${basename(path)}.${Date.now()}.empty`));
    return { file: null, repair };
  }
  const { device, epoch } = proven.last.event;
  const key = vectorKey(device, epoch);
  const marked = Math.min(shape.marked, proven.held);
  return {
    file: { key, path, device, epoch, handle, offsets, sizeBytes: keep, headHash: proven.last.hash, marked },
    repair,
  };
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

async function cutOff(handle: FileHandle, path: string, keep: number, size: number): Promise<Repair> {
  const keptAside = join(await tornFolder(path), `${basename(path)}.${Date.now()}.${keep}`);
  await writeFile(keptAside, await readBytes(handle, keep, size), { mode: 0o600, flush: true });
  await handle.truncate(keep);
  await handle.sync();
  return { keptAside, bytes: size - keep };
}

async function tornFolder(path: string): Promise<string> {
  const parent = dirname(path);
  const folder = join(basename(parent) === 'peers' ? dirname(parent) : parent, 'torn');
  await makeFolder(folder, 0o700);
  return folder;
}
