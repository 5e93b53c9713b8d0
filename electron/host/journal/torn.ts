// What was cut off journal files, as rows for people [H2].
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../files.ts';
import { damagedFile, isTornEnd, readNote } from './damage.ts';
import { described } from './quarantine.ts';
import type { DamagedFile, QuarantineRow } from '../../../shared/bridge.ts';
import type { DamageNote } from './damage.ts';

/** A line with its hash and newline is never longer than this, so a piece without a newline in it has no whole line. */
const HEAD_BYTES = 66_000;

/** One piece that lies in the folder of what was cut off. */
export type CutPiece = {
  readonly name: string;
  readonly row: QuarantineRow;
  /** Of damage; null for a torn end, and for damage that a version before this one set aside. */
  readonly note: DamageNote | null;
};

/** Every piece that lies there; empty ones are left out. */
export async function cutPieces(folder: string): Promise<readonly CutPiece[]> {
  const pieces: CutPiece[] = [];
  for (const name of await namesIn(folder)) {
    // `FILE.log.MILLISECONDS.BYTES`, as `epoch-file.ts` names them.
    const [, ms] = /\.(\d{10,16})\.\d+$/.exec(name) ?? [];
    if (ms === undefined) continue;
    const path = join(folder, name);
    const head = await headOf(path);
    if (head.length === 0) continue;
    const note = await readNote(path);
    const why = note || !isTornEnd(head) ? { code: 'journal-damaged' } : { code: 'line-torn' };
    const [line = ''] = head.toString('utf8').split('\n');
    pieces.push({ name, note, row: described(why.code, line, new Date(Number(ms)).toISOString()) });
  }
  return pieces;
}

/** The pieces that are damage, as they stand now against what the journal holds. */
export function damagedFiles(
  pieces: readonly CutPiece[],
  journal: Parameters<typeof damagedFile>[3],
): readonly DamagedFile[] {
  return pieces.flatMap(({ name, row, note }) =>
    note ? [damagedFile(name, row.seenAt, note, journal)] : [],
  );
}

/** The pieces as rows of the quarantine. */
export function cutRows(
  pieces: readonly CutPiece[],
  journal: Parameters<typeof damagedFile>[3],
): readonly QuarantineRow[] {
  return pieces.map(({ name, row, note }) =>
    note ? { ...row, damage: damagedFile(name, row.seenAt, note, journal) } : row,
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
