// Another version takes the place of an epoch's file; the file before is set aside whole first [J12].
import { createHash } from 'node:crypto';
import { open, readFile, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assert } from '../../../shared/basics/assert.ts';
import { NO_HASH } from '../../../shared/event/envelope.ts';
import { admitLines } from '../../../shared/sync/chain.ts';
import { makeFolder, syncFolder } from '../files.ts';
import { openEpochFile, readEvents, storedHash } from './epoch-file.ts';
import { readBytes } from './scan.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { EpochFile } from './epoch-file.ts';
import type { Quarantine } from './quarantine.ts';

/** What replacing needs beside the file. */
type Setting = { readonly folder: string; readonly ward: string; readonly quarantine: Quarantine };

/** The file that stands now, the events that came with it, and where the one before lies. */
export type Replaced = {
  readonly file: EpochFile;
  readonly fresh: readonly LoggedEvent[];
  readonly aside: string;
};

/**
 * Puts a file in place that agrees with the one before up to `from` and goes on with `lines`. First the one before is copied
 * whole and its lines from there are quarantined, durably; a crash leaves the one or the other, and the work can be done
 * again. Null, and nothing done, when `lines` do not continue what stands before `from`.
 */
export async function replaceFrom(
  { folder, ward, quarantine }: Setting,
  file: EpochFile,
  from: number,
  lines: readonly string[],
): Promise<Replaced | null> {
  if (from > file.offsets.length) return null;
  const head = { held: from, hash: from === 0 ? NO_HASH : (storedHash(file, from - 1) ?? '') };
  const isThis = `${file.device}/${file.epoch}`;
  const { fresh, refused } = admitLines(
    ward,
    lines,
    (key) => (key === isThis ? head : null),
    () => undefined,
  );
  if (fresh.length === 0 || refused.length > 0) return null;
  const aside = await setFileAside(file, join(folder, 'forked'));
  const branch = await eventsFrom(file, from);
  await quarantine.keep(
    branch,
    branch.map((_line, index) => ({ index, code: 'line-forked' as const })),
  );
  return { file: await swap(file, from, lines), fresh, aside };
}

/** Copies a file whole into the folder of forks, durably; the same bytes lie there once. */
async function setFileAside(file: EpochFile, folder: string): Promise<string> {
  await makeFolder(folder, 0o700);
  const bytes = await readBytes(file.handle, 0, file.sizeBytes);
  const stem = basename(file.path, '.log');
  const before = (await readdir(folder)).filter((name) => name.startsWith(`${stem}.`));
  for (const name of before)
    if (digest(await readFile(join(folder, name))) === digest(bytes)) return join(folder, name);
  const path = join(folder, `${stem}.${before.length + 1}.log`);
  await writeWhole(path, [bytes]);
  await syncFolder(folder);
  return path;
}

async function swap(file: EpochFile, from: number, lines: readonly string[]): Promise<EpochFile> {
  const kept = await readBytes(file.handle, 0, file.offsets[from] ?? file.sizeBytes);
  const beside = `${file.path}.new`;
  await writeWhole(beside, [kept, Buffer.from(lines.map((line) => `${line}\n`).join(''))]);
  await rename(beside, file.path);
  await syncFolder(dirname(file.path));
  const opened = await openEpochFile(file.path);
  assert(opened.file, 'a replaced journal file holds events');
  await file.handle.close();
  return opened.file;
}

async function eventsFrom(file: EpochFile, from: number): Promise<readonly string[]> {
  const lines: string[] = [];
  while (from + lines.length < file.offsets.length)
    lines.push(...(await readEvents(file, from + lines.length, file.offsets.length, 1000)));
  return lines;
}

async function writeWhole(path: string, parts: readonly Buffer[]): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    for (const part of parts) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
