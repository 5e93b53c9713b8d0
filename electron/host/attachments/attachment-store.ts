// Encrypted scans and photos, one file each, named by the digest of its bytes.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '../../../shared/basics/result.ts';
import { ATTACHMENT_PIECE_BYTES } from '../../../shared/bridge/attachments.ts';
import { ATTACHMENTS_STOP_BYTES } from '../../../shared/law/attachments/files.ts';
import { errorCode, errorText, isDiskFull, makeFolder, syncFolder } from '../files.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault } from '../../../shared/bridge.ts';
import type { AttachmentAnswers } from '../../../shared/bridge/attachments.ts';

/** One piece as it comes. */
export type Piece = {
  readonly sha256: string;
  readonly total: number;
  readonly offset: number;
  readonly bytes: Buffer;
};

/** Where scans and photos are kept. */
export type AttachmentStore = {
  /** Takes the next piece [D18]; after a crash it goes on where the file ends. */
  put(piece: Piece): Promise<Result<AttachmentAnswers['attachment-put'], BridgeFault>>;
  /** One piece of a whole file. */
  get(sha256: string, offset: number): Promise<Result<AttachmentAnswers['attachment-get'], BridgeFault>>;
  /** At most so many bytes of a whole file from a place on; null where it is not here whole. */
  read(sha256: string, offset: number, most: number): Promise<Buffer | null>;
  /** Every whole file. */
  names(): Promise<readonly string[]>;
  /** How much of a file that is not whole yet is here. */
  begun(sha256: string): Promise<number>;
  /** Deletes files and what was begun of them [ATT3]. */
  drop(hashes: Iterable<string>): Promise<void>;
  /** Called after a file became whole. */
  readonly onWhole: (listener: () => void) => void;
};

/** Opens the store below a data folder. @param freeBytes free space of its volume, as watched */
export function openAttachmentStore(dataDir: string, freeBytes: () => number): AttachmentStore {
  const folder = join(dataDir, 'attachments');
  const listeners: (() => void)[] = [];
  const turns = new Map<string, Promise<unknown>>();
  /** Pieces of one file come from several windows; one after another. */
  const inTurn = <T>(sha256: string, work: () => Promise<T>): Promise<T> => {
    const mine = (turns.get(sha256) ?? Promise.resolve()).then(work, work);
    turns.set(sha256, mine);
    void mine.then(
      () => turns.get(sha256) === mine && turns.delete(sha256),
      () => turns.delete(sha256),
    );
    return mine;
  };
  return {
    put: (piece) =>
      inTurn(piece.sha256, async () => {
        try {
          await makeFolder(folder, 0o700);
          const put = await putPiece(folder, piece, freeBytes());
          if (put.ok && put.value.kept && piece.bytes.length > 0)
            for (const listener of listeners) listener();
          return put;
        } catch (error) {
          return err({
            code: isDiskFull(error) ? 'attachment-space' : 'attachment-write-failed',
            detail: errorText(error),
          });
        }
      }),
    get: (sha256, offset) => getPiece(join(folder, sha256), offset),
    read: async (sha256, offset, most) => {
      const read = await pieceOf(join(folder, sha256), offset, most);
      return read?.bytes ?? null;
    },
    names: () => namesIn(folder),
    begun: async (sha256) => (await sizeOf(join(folder, `${sha256}.part`))) ?? 0,
    drop: async (hashes) => {
      for (const sha256 of hashes)
        await inTurn(sha256, async () => {
          await rm(join(folder, sha256), { force: true });
          await rm(join(folder, `${sha256}.part`), { force: true });
        });
    },
    onWhole: (listener) => void listeners.push(listener),
  };
}

async function putPiece(
  folder: string,
  { sha256, total, offset, bytes }: Piece,
  free: number,
): Promise<Result<AttachmentAnswers['attachment-put'], BridgeFault>> {
  const whole = join(folder, sha256);
  if ((await sizeOf(whole)) === total) return ok({ have: total, kept: true });
  const part = `${whole}.part`;
  const have = (await sizeOf(part)) ?? 0;
  // Too many, or all of them and the program ended before they were looked at.
  if (have >= total) {
    await rm(part, { force: true });
    return ok({ have: 0, kept: false });
  }
  if (offset !== have || bytes.length === 0 || have + bytes.length > total) return ok({ have, kept: false });
  // The journal's last bytes count more than any scan.
  if (free - (total - have) < ATTACHMENTS_STOP_BYTES) return err({ code: 'attachment-space' });
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
  await rename(part, whole);
  await syncFolder(folder);
  return ok({ have: total, kept: true });
}

async function getPiece(
  path: string,
  offset: number,
): Promise<Result<AttachmentAnswers['attachment-get'], BridgeFault>> {
  try {
    const piece = await pieceOf(path, offset, ATTACHMENT_PIECE_BYTES);
    if (!piece) return err({ code: 'attachment-away' });
    return ok({ data: piece.bytes.toString('base64'), total: piece.size });
  } catch (error) {
    return err({ code: 'attachment-unreadable', detail: errorText(error) });
  }
}

async function pieceOf(
  path: string,
  offset: number,
  most: number,
): Promise<{ readonly bytes: Buffer; readonly size: number } | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(Math.max(0, Math.min(most, size - offset)));
      await file.read(bytes, 0, bytes.length, offset);
      return { bytes, size };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of createReadStream(path)) digest.update(bytes as Buffer);
  return digest.digest('hex');
}
