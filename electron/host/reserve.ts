// Bytes kept back on the disk for the second copies of what people were shown when the disk runs full.
import { randomBytes } from 'node:crypto';
import { open, stat, statfs, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, errorText } from './files.ts';
import type { Log } from './log.ts';

/**
 * A file of the data folder that gives its blocks away, step by step. Chromium may delete a whole IndexedDB that met a full
 * disk, so a record that was shown and stands there alone is lost: for it there must be room at the host.
 */
export type Reserve = {
  /** Gives one step back to the disk; false when none is left. */
  readonly release: () => Promise<boolean>;
  /** Whether steps were given away and not taken back yet. */
  readonly given: () => boolean;
  /** Takes back what is missing, unless there is too little room; a full disk is no fault here. */
  readonly refill: () => Promise<void>;
};

/** Some 250 events with their keys. */
const STEP_BYTES = 262_144;
const STEPS = 16;
/** A disk with less room than this keeps it for what is written now. */
const LEAST_ROOM_BYTES = 8 * STEPS * STEP_BYTES;

/** Opens the reserve of a data folder and fills it where there is room. */
export async function openReserve(folder: string, log: Log): Promise<Reserve> {
  const path = join(folder, 'reserve');
  let steps = Math.min(STEPS, Math.floor((await sizeOf(path)) / STEP_BYTES));
  let given = false;
  let last: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    // Whoever asked gets the rejection; the next work is done all the same.
    last = done.catch(() => undefined);
    return done;
  };
  const refill = async (): Promise<void> => {
    if (steps < STEPS && (await roomOf(folder)) >= LEAST_ROOM_BYTES) {
      await fill(path, steps, log);
      steps = Math.min(STEPS, Math.floor((await sizeOf(path)) / STEP_BYTES));
    }
    if (steps === STEPS) given = false;
  };
  const release = async (): Promise<boolean> => {
    if (steps === 0) return false;
    steps -= 1;
    given = true;
    try {
      await truncate(path, steps * STEP_BYTES);
      await settle(path);
    } catch (error) {
      log('warn', 'reserve-not-given', { detail: errorText(error) });
      return false;
    }
    log('warn', 'reserve-given', { steps });
    return true;
  };
  await refill();
  return { release: () => exclusive(release), given: () => given, refill: () => exclusive(refill) };
}

/** Writes the steps that are missing; bytes that no file system can pack into nothing. */
async function fill(path: string, steps: number, log: Log): Promise<void> {
  try {
    const file = await open(path, steps === 0 ? 'w' : 'r+', 0o600);
    try {
      for (let step = steps; step < STEPS; step += 1)
        await file.write(randomBytes(STEP_BYTES), 0, STEP_BYTES, step * STEP_BYTES);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    // The reserve is a help, not a promise: a disk that is full or broken is met by the journal and told there.
    log('warn', 'reserve-not-filled', { detail: errorText(error) });
  }
}

/** Makes a truncation durable: some file systems give blocks free only then. */
async function settle(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function roomOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}
