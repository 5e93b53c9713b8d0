// Encrypted scans and photos of the wards, one file each below DATA/attachments, named by the digest of its bytes.
import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok } from '../../shared/basics/result.ts';
import { ATTACHMENTS_STOP_BYTES } from '../../shared/law/attachments/files.ts';
import { detailOf } from '../db/sqlite.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Result } from '../../shared/basics/result.ts';
import type { Store } from '../db/store.ts';

/** Which file of which ward; `total` as its fact says. */
export type FileOfWard = { readonly ward: string; readonly sha256: string; readonly total: number };

/** How much of a file is here. */
export type Held = { readonly have: number; readonly kept: boolean };

/** Why a piece was not kept. */
export type PieceFault = { readonly code: 'attachment-space' | 'attachment-damaged' };

/** Where the bytes are. Which of them may be here the store says: what no fact names is swept away. */
export type AttachmentFiles = {
  readonly held: (file: FileOfWard) => Promise<Held>;
  /** Takes the next piece; one at another place is not taken, and the answer tells which is the next [ATT1]. */
  readonly put: (file: FileOfWard, offset: number, bytes: Buffer) => Promise<Result<Held, PieceFault>>;
  /** A piece of a whole file; null where it is not here whole. */
  readonly read: (file: FileOfWard, offset: number, most: number) => Promise<Buffer | null>;
  /** Deletes soon what no fact names any more: the files of erased dossiers [ATT3]. */
  readonly sweepSoon: () => void;
  readonly close: () => Promise<void>;
};

/** Another program (the command line, a stick) may have taken an erasure in; it is looked for this often. */
const SWEEP_EVERY_MS = 600_000;

/** Opens the files of a data folder and sweeps them. @param freeBytes free space of its volume; the system's word by default */
export function openAttachmentFiles(
  dataDir: string,
  store: Pick<Store, 'attachments'>,
  log: Pick<FastifyBaseLogger, 'error'>,
  freeBytes: () => Promise<number> = () => freeIn(dataDir),
): AttachmentFiles {
  const root = join(dataDir, 'attachments');
  const pathOf = ({ ward, sha256 }: Pick<FileOfWard, 'ward' | 'sha256'>): string =>
    join(root, hash('sha256', ward).slice(0, 16), sha256.slice(0, 2), sha256);
  const inTurn = turns();
  let last: Promise<void> = Promise.resolve();
  const sweepSoon = (): void => {
    last = last
      .then(() => sweep(root, store, pathOf))
      .catch((cause: unknown) => log.error({ detail: detailOf(cause) }, 'attachments not swept'));
  };
  const every = setInterval(sweepSoon, SWEEP_EVERY_MS);
  every.unref();
  sweepSoon();
  return {
    held: (file) => heldAt(pathOf(file), file.total),
    put: (file, offset, bytes) =>
      inTurn(pathOf(file), () => putPiece(pathOf(file), file, { offset, bytes }, freeBytes)),
    read: (file, offset, most) => readPiece(pathOf(file), offset, most),
    sweepSoon,
    close: () => {
      clearInterval(every);
      return last;
    },
  };
}

/** Pieces of one file may come from several machines; one after another. */
function turns() {
  const running = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (running.get(key) ?? Promise.resolve()).then(work, work);
    const over = (): void => void (running.get(key) === mine && running.delete(key));
    running.set(key, mine);
    mine.then(over, over);
    return mine;
  };
}

async function heldAt(path: string, total: number): Promise<Held> {
  if ((await sizeOf(path)) === total) return { have: total, kept: true };
  const have = (await sizeOf(`${path}.part`)) ?? 0;
  return { have, kept: false };
}

async function putPiece(
  path: string,
  { sha256, total }: FileOfWard,
  { offset, bytes }: { readonly offset: number; readonly bytes: Buffer },
  freeBytes: () => Promise<number>,
): Promise<Result<Held, PieceFault>> {
  const held = await heldAt(path, total);
  const { have } = held;
  // All came, and the program ended before they were looked at.
  if (!held.kept && have >= total) {
    await rm(`${path}.part`, { force: true });
    return ok({ have: 0, kept: false });
  }
  if (held.kept || offset !== have || bytes.length === 0 || have + bytes.length > total) return ok(held);
  // The journal's last bytes count more than any scan.
  if ((await freeBytes()) - (total - have) < ATTACHMENTS_STOP_BYTES) return err({ code: 'attachment-space' });
  const part = `${path}.part`;
  await mkdir(dirname(part), { recursive: true, mode: 0o700 });
  const file = await open(part, 'a', 0o600);
  try {
    await file.appendFile(bytes);
    if (have + bytes.length < total) return ok({ have: have + bytes.length, kept: false });
    await file.sync();
  } finally {
    await file.close();
  }
  if ((await digestOf(part)) !== sha256) {
    await rm(part, { force: true });
    return err({ code: 'attachment-damaged' });
  }
  await rename(part, path);
  await syncFolder(dirname(path));
  return ok({ have: total, kept: true });
}

async function readPiece(path: string, offset: number, most: number): Promise<Buffer | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(Math.max(0, Math.min(most, size - offset)));
      await file.read(bytes, 0, bytes.length, offset);
      return bytes;
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (isAway(cause)) return null;
    throw cause;
  }
}

async function sweep(
  root: string,
  store: Pick<Store, 'attachments'>,
  pathOf: (file: Pick<FileOfWard, 'ward' | 'sha256'>) => string,
): Promise<void> {
  const found = await filesBelow(root);
  if (found.length === 0) return;
  // Asked after the look: what came meanwhile was not found, and what was found had been named before.
  const wanted = new Set((await store.attachments()).map(pathOf));
  for (const path of found) if (!wanted.has(path.replace(/\.part$/, ''))) await rm(path, { force: true });
}

async function filesBelow(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (cause) {
    if (isAway(cause)) return [];
    throw cause;
  }
}

async function freeIn(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (isAway(cause)) return null;
    throw cause;
  }
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of createReadStream(path)) digest.update(bytes as Buffer);
  return digest.digest('hex');
}

/** A folder cannot be synced on every system; there the rename is as durable as the system makes it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isAway(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
