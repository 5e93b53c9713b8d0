// Reads a journal file's shape without holding its text: where each event begins, and how far it can be trusted.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 4_194_304;
const NEWLINE = 10;
const MARK = 35;

/** Where the events of a file begin, in bytes, and how many of them the last checkpoint line covers. */
export type FileShape = {
  readonly offsets: readonly number[];
  readonly marked: number;
  /** Up to the last newline. */
  readonly wholeBytes: number;
  readonly sizeBytes: number;
};

/** Finds the lines of a file in one pass. */
export async function scanFile(file: FileHandle): Promise<FileShape> {
  const { size } = await file.stat();
  const offsets: number[] = [];
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(size, 1)));
  let marked = 0;
  let lineStart = 0;
  let firstByte = -1;
  for (let at = 0; at < size;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) break;
    let from = 0;
    while (from < bytesRead) {
      if (firstByte < 0) firstByte = chunk[from] ?? 0;
      const end = chunk.subarray(0, bytesRead).indexOf(NEWLINE, from);
      if (end < 0) break;
      if (firstByte === MARK) marked = offsets.length;
      else offsets.push(lineStart);
      lineStart = at + end + 1;
      firstByte = -1;
      from = end + 1;
    }
    at += bytesRead;
  }
  return { offsets, marked, wholeBytes: lineStart, sizeBytes: size };
}

/** How many lines end before a place in a file. */
export async function newlines(file: FileHandle, before: number): Promise<number> {
  let lines = 0;
  for (let at = 0; at < before; at += CHUNK_BYTES) {
    const bytes = await readBytes(file, at, Math.min(before, at + CHUNK_BYTES));
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, end + 1)) lines += 1;
  }
  return lines;
}

/** Reads bytes `from`–`to` of a file. */
export async function readBytes(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Event lines in a stretch of a file; checkpoint lines and what follows the last newline are left out. */
export function eventLines(bytes: Buffer): readonly string[] {
  const lines = bytes.toString('utf8').split('\n');
  lines.pop();
  return lines.filter((line) => !line.startsWith('#'));
}

/** Whether a line carries the hash of its own bytes; the quick half of `parseLine`. */
export function hashHolds(line: string): boolean {
  return createHash('sha256').update(line.slice(65)).digest('hex') === line.slice(0, 64);
}
