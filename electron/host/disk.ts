import { statfs } from 'node:fs/promises';

/** Free space of the data folder's volume: `low` warns, `stop` refuses new work before the store meets a full disk. */
export type DiskState = { readonly freeBytes: number; readonly level: 'fine' | 'low' | 'stop' };

const LOW_BYTES = 1_000_000_000;
const STOP_BYTES = 200_000_000;

/** The state for a number of free bytes (ARCHITECTURE 4, Space). */
function diskState(freeBytes: number): DiskState {
  return { freeBytes, level: freeBytes < STOP_BYTES ? 'stop' : freeBytes < LOW_BYTES ? 'low' : 'fine' };
}

/** Asks the system how many bytes are free for this user. */
async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Watches the free space of a folder's volume. */
export type DiskGuard = { state(): DiskState; close(): void };

const WATCH_EVERY_MS = 10_000;

/** Looks at the free space now and every ten seconds. A system that cannot tell counts as fine. */
export async function openDiskGuard(
  folder: string,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
  onChange: () => void,
): Promise<DiskGuard> {
  const look = async (): Promise<DiskState> => diskState(await freeBytes(folder).catch(() => LOW_BYTES));
  let current = await look();
  const timer = setInterval(() => {
    void look().then((next) => {
      const changed = next.level !== current.level;
      current = next;
      if (changed) onChange();
    });
  }, WATCH_EVERY_MS);
  timer.unref();
  return { state: () => current, close: () => clearInterval(timer) };
}
