// Small durable file work that every keeper of the host uses.
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The `code` of a system error (`ENOENT`, `ENOSPC` …), or null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Whether a write failed because there is no space left, on the disk or for this user. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '');
}

/** What went wrong, for the log: the system's code where there is one, else the message. */
export function errorText(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}

/** Makes names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Makes a folder and its parents, names durable. Node's own recursive mkdir never returns where the system takes no
 * new names (`/proc`), so each step is taken here.
 * @param mode of each folder that is made
 */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  const parent = dirname(path);
  try {
    await mkdir(path, { mode });
    await syncFolder(parent);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || parent === path || existsSync(parent)) throw error;
    await makeFolder(parent, mode);
    await makeFolder(path, mode);
  }
}

/** Text of a file, or null when there is none. Other failures throw. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Puts a whole file in place durably: a crash leaves the old one or the new one, never a half. */
export async function replaceFile(path: string, text: string, mode = 0o644): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** Appends lines to a file durably, all or none. @param created whether the file may be new, so that its name must be made durable too */
export async function appendDurably(path: string, text: string, created: boolean): Promise<void> {
  const file = await open(path, 'a', 0o600);
  const { size } = await file.stat();
  try {
    await file.appendFile(text);
    await file.datasync();
  } catch (error) {
    // A full disk takes half a line; the next append would stand behind it and could never be read.
    await Promise.allSettled([file.truncate(size)]);
    throw error;
  } finally {
    await file.close();
  }
  if (created) await syncFolder(dirname(path));
}
