import { statfs } from 'node:fs/promises';
import { openReserve } from './reserve.ts';
import type { Log } from './log.ts';

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

/** Watches the free space of a folder's volume, and keeps a reserve on it. */
export type DiskGuard = {
  state(): DiskState;
  /** Makes room for a write that the full disk refused; false when nothing is left to give. From then on the level is `stop`. */
  release(): Promise<boolean>;
  close(): void;
};

const WATCH_EVERY_MS = 10_000;
/** Between two looks while the reserve is not whole. */
const WATCH_CLOSELY_MS = 2_000;

/** Looks at the free space now and every ten seconds. A system that cannot tell counts as fine. */
export async function openDiskGuard(
  folder: string,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
  onChange: () => void,
  log: Log,
): Promise<DiskGuard> {
  const reserve = await openReserve(folder, log);
  const look = async (): Promise<DiskState> => {
    const seen = diskState(await freeBytes(folder).catch(() => LOW_BYTES));
    return reserve.given() ? { ...seen, level: 'stop' } : seen;
  };
  let current = await look();
  const show = (next: DiskState): void => {
    const changed = next.level !== current.level;
    current = next;
    if (changed) onChange();
  };
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(
      () => {
        void reserve.refill().then(look).then(show).finally(watch);
      },
      reserve.given() ? WATCH_CLOSELY_MS : WATCH_EVERY_MS,
    );
    timer.unref();
  };
  watch();
  return {
    state: () => current,
    release: async () => {
      const released = await reserve.release();
      show(await look());
      watch();
      return released;
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}
