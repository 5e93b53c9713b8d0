// The data folder as a whole: its format, and that one program at a time has it open.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok } from '../../shared/basics/result.ts';
import { errorCode, errorText, makeFolder, readText, replaceFile } from './files.ts';
import type { Result } from '../../shared/basics/result.ts';

/** Format of the data folder this program writes; a folder of a higher one is refused. */
const DATA_FORMAT = 1;

/** Why a data folder cannot be used; `detail` is for people. */
export type FolderFault = {
  readonly code: 'data-unwritable' | 'data-newer' | 'data-in-use' | 'data-damaged';
  readonly detail: string;
};

/** A data folder that this process alone has open. */
export type DataFolder = {
  readonly path: string;
  /** Lets another program open it. */
  readonly release: () => void;
};

const formatSchema = z.object({ format: z.int().min(1) });

/** Reads a folder's format without changing anything; a folder that is not there yet is fine. */
async function checkFormat(path: string): Promise<Result<void, FolderFault>> {
  let text: string | null;
  try {
    text = await readText(join(path, 'format.json'));
  } catch (error) {
    return err({ code: 'data-unwritable', detail: errorText(error) });
  }
  if (text === null) return ok(undefined);
  const format = readFormat(text);
  if (format === null) return err({ code: 'data-damaged', detail: 'format.json cannot be read' });
  if (format > DATA_FORMAT)
    return err({ code: 'data-newer', detail: `format ${format}, this program knows ${DATA_FORMAT}` });
  return ok(undefined);
}

/** Opens a data folder, made if need be, for this process alone. A lock whose process is gone is taken over. */
export async function openDataFolder(path: string): Promise<Result<DataFolder, FolderFault>> {
  const format = await checkFormat(path);
  if (!format.ok) return format;
  const lock = join(path, 'host.lock');
  try {
    await makeFolder(path, 0o700);
    await access(path, constants.W_OK);
    const holder = takeLock(lock);
    if (holder !== null) return err({ code: 'data-in-use', detail: `process ${holder}` });
    if ((await readText(join(path, 'format.json'))) === null) {
      await replaceFile(join(path, 'format.json'), `${JSON.stringify({ format: DATA_FORMAT })}\n`);
    }
  } catch (error) {
    return err({ code: 'data-unwritable', detail: errorText(error) });
  }
  return ok({ path, release: () => rmSync(lock, { force: true }) });
}

function readFormat(text: string): number | null {
  try {
    const parsed = formatSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.format : null;
  } catch {
    return null;
  }
}

/** Null when taken, else the process that has it. */
function takeLock(path: string): number | null {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const fd = openSync(path, 'wx', 0o600);
      writeSync(fd, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
      closeSync(fd);
      return null;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder !== null) return holder;
    rmSync(path, { force: true });
  }
  return 0;
}

const lockSchema = z.object({ pid: z.int().min(1), started: z.string().nullable() });

/** The living process that wrote the lock; null when it is gone or the lock is torn. */
function holderOf(path: string): number | null {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!parsed.success) return null;
    const { pid, started } = parsed.data;
    return isAlive(pid) && startOf(pid) === started ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** When a process began, in the system's ticks: tells a reused process number. Null where /proc is missing. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
