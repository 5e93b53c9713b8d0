// The journal files of a data folder: where they lie, and how they are opened and repaired at the start.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openEpochFile } from './epoch-file.ts';
import type { Log } from '../log.ts';
import type { EpochFile, Repair } from './epoch-file.ts';

/** Opens every file of a journal's folder, by vector key; what was cut off one is told in the log. */
export async function openFiles(folder: string, log: Log): Promise<Map<string, EpochFile>> {
  const files = new Map<string, EpochFile>();
  for (const path of await logFiles(folder)) {
    const { file, repair } = await openEpochFile(path);
    if (repair) logRepair(log, repair);
    if (file) await take(files, file, log);
  }
  return files;
}

/** Says in the log what was cut off a file. A torn end is of this world; damage says that the disk or a hand changed bytes. */
export function logRepair(log: Log, { kind, bytes, keptAside }: Repair): void {
  log(kind === 'damaged' ? 'error' : 'warn', `journal-${kind}`, { bytes, keptAside });
}

async function logFiles(folder: string): Promise<readonly string[]> {
  const own = (await readdir(folder)).filter((name) => name.endsWith('.log') && name !== 'quarantine.log');
  const peers = (await readdir(join(folder, 'peers'))).filter((name) => name.endsWith('.log'));
  return [...own.map((name) => join(folder, name)), ...peers.map((name) => join(folder, 'peers', name))];
}

async function take(files: Map<string, EpochFile>, file: EpochFile, log: Log): Promise<void> {
  const twin = files.get(file.key);
  // Two files of one epoch can only come from hands that copied files; the longer one is the epoch, the other stays on disk.
  if (twin) log('warn', 'journal-twice', { epoch: file.epoch });
  const [keep, drop] = twin && twin.offsets.length >= file.offsets.length ? [twin, file] : [file, twin];
  files.set(file.key, keep);
  await drop?.handle.close();
}

/** Path of a new epoch's file. @param own whether a page of this host began the epoch; others go to `peers/` */
export function newPath(folder: string, device: string, epoch: string, own: boolean): string {
  const full = `${fileName(device)}_${fileName(epoch)}.log`;
  if (!own) return join(folder, 'peers', full);
  const plain = join(folder, `${fileName(epoch)}.log`);
  // The plain name is taken when another device's epoch of the same name was begun here.
  return existsSync(plain) ? join(folder, full) : plain;
}

/** Names from other devices become file names only when they are plain. */
function fileName(name: string): string {
  return /^[A-Za-z0-9-]{1,60}$/.test(name)
    ? name
    : `x-${createHash('sha256').update(name).digest('hex').slice(0, 40)}`;
}
