// Disks made of files: ext4 volumes on loop devices, and copies of what has reached them at one instant.
import { closeSync, cpSync, ftruncateSync, mkdirSync, openSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, system, undoLater } from './machine.ts';

/** A mounted volume. */
export type Volume = { readonly path: string; readonly unmount: () => void };

/** Why volumes cannot be made here, in a few words; null when they can. */
export function volumeProblem(space: string): string | null {
  if (process.platform !== 'linux') return 'loop devices need Linux';
  if (process.getuid?.() !== 0) return 'mounting needs root';
  const folder = ownFolder(space);
  try {
    makeVolume(join(folder, 'probe.img'), join(folder, 'probe'), 16).unmount();
    return null;
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return `no loop device can be mounted (${told.trim().replaceAll(/\s+/g, ' ').slice(0, 160)})`;
  }
}

/** Makes an ext4 volume in a sparse file and mounts it. @param journal false where the volume itself is never cut */
export function makeVolume(image: string, path: string, megabytes: number, journal = true): Volume {
  const file = openSync(image, 'w');
  ftruncateSync(file, megabytes * 1_048_576);
  closeSync(file);
  const kind = journal ? ['-J', 'size=8'] : ['-O', '^has_journal'];
  const small = megabytes < 64 ? [] : kind;
  system('mkfs.ext4', '-q', '-F', '-m', '0', '-E', 'lazy_itable_init=1,nodiscard', ...small, image);
  return mountVolume(image, path);
}

/** Mounts a volume; the file system replays its journal as after a power cut. */
function mountVolume(image: string, path: string): Volume {
  mkdirSync(path, { recursive: true });
  system('mount', '-o', 'loop,noatime', image, path);
  const unmount = undoLater(() => {
    try {
      system('umount', path);
    } catch {
      system('umount', '-l', path); // somebody still ends; the mount goes with the last of them
    }
  });
  return { path, unmount };
}

/**
 * What a power cut leaves of a disk. `kept`: every block that the file system handed to the device. `flushed`: only what
 * it asked the device to flush, as with a volatile write cache that is lost whole.
 */
export type Cache = 'kept' | 'flushed';

/** A desk's disk that can be cut, with a place beside it for what runs on other machines but is cut at the same instant. */
export type CutDisk = {
  readonly path: string;
  readonly beside: string;
  /** Copies what a power cut at this instant would leave; everything goes on writing. */
  readonly cut: (into: string) => void;
  readonly close: () => void;
};

const DISK_MB = 1600;

/**
 * Builds the disk. Its image lies on a base volume that is frozen for the moment of a copy: what is written meanwhile
 * waits, so the copy is one instant. In between, for `flushed`, lies one more volume whose page cache is the disk's cache.
 */
export function makeCutDisk(folder: string, cache: Cache): CutDisk {
  const base = makeVolume(join(folder, 'base.img'), join(folder, 'base'), 3 * DISK_MB, false);
  const under = join(base.path, 'disk.img');
  const middle = cache === 'kept' ? null : makeVolume(under, join(folder, 'middle'), 2 * DISK_MB);
  const desk = makeVolume(middle ? join(middle.path, 'desk.img') : under, join(folder, 'desk'), DISK_MB);
  const beside = join(base.path, 'beside');
  mkdirSync(beside);
  return {
    path: desk.path,
    beside,
    cut: (into) => {
      mkdirSync(into);
      // In a shell of its own: whatever becomes of this program, the volume thaws.
      const script =
        'trap "fsfreeze -u $1" EXIT; fsfreeze -f "$1"; cp --sparse=always "$2" "$3/disk.img"; cp -r "$4" "$3/beside"';
      system('sh', '-ec', script, 'sh', base.path, under, into, beside);
    },
    close: () => {
      desk.unmount();
      middle?.unmount();
      base.unmount();
    },
  };
}

/** Mounts what a cut left. */
export function mountCut(into: string, cache: Cache): Volume {
  const outer = mountVolume(join(into, 'disk.img'), join(into, 'mounted'));
  if (cache === 'kept') return outer;
  const inner = mountVolume(join(outer.path, 'desk.img'), join(into, 'desk'));
  return {
    path: inner.path,
    unmount: () => {
      inner.unmount();
      outer.unmount();
    },
  };
}

/** Makes durable what the rig itself has put on a volume, down to the disk below. */
export function syncVolume(path: string): void {
  system('sync', '-f', path);
}

/** Bytes a volume has left. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Another program fills a volume until `leave` bytes are free; returns how to take it away again. */
export function fillVolume(path: string, leave: number): () => void {
  const file = join(path, 'someone-elses-file');
  try {
    const bytes = freeBytes(path) - leave;
    if (bytes > 0) system('fallocate', '-l', String(bytes), file);
  } catch {
    // The file's own blocks took some; the rest is written byte by byte below.
  }
  if (leave === 0) {
    try {
      system('dd', 'if=/dev/zero', `of=${file}`, 'bs=4096', 'oflag=append', 'conv=notrunc');
    } catch {
      // Until the last byte: that it ends with "no space left" is the point.
    }
  }
  return () => rmSync(file, { force: true });
}

/** Copies a folder with everything in it. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}
