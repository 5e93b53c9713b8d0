import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine, wholeNumber, wrong } from '../simulate/command-line.ts';

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What stores IndexedDB inside Chromium. */
export type Backend = 'leveldb' | 'sqlite';

/** What a rig was told. */
export type RigFlags = {
  readonly runs: number;
  readonly backend: Backend;
  /** Decides every draw of this part; printed. */
  readonly seed: number;
  /** Folder for images and data; a folder of its own is made in it and removed. */
  readonly space: string;
  /** The results, one JSON line a run, are appended here. */
  readonly results: string;
};

const OF_RIG = {
  'power-cut': 'cuts the power of the disk',
  kill: 'kills the programs',
  'full-disk': 'fills the disk',
} as const;

function usageOf(rig: keyof typeof OF_RIG): string {
  return `usage: npm run rig:${rig} -- --backend leveldb|sqlite [--runs N] [--seed N] [--space DIR] [--results FILE]

  ${OF_RIG[rig]} under a working desk, and looks for everything that was shown
  --backend NAME   what stores IndexedDB inside Chromium: leveldb or sqlite
  --runs N         how often, 10 if not said
  --seed N         decides every draw; printed
  --space DIR      a folder that is there, for images and data
  --results FILE   one JSON line a run is appended here, out/rigs/${rig}.jsonl if not said

Ends with 0 when everything held, 1 when not, 2 for wrong flags, 77 where this machine cannot do it.`;
}

/** Reads the command line of a rig; `--help` ends the program with 0, wrong flags with 2 and one line. */
export function readRigFlags(rig: keyof typeof OF_RIG): RigFlags {
  const options = {
    runs: { type: 'string', default: '10' },
    backend: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
    space: { type: 'string', default: roomyFolder() },
    results: { type: 'string', default: resultsOf(rig) },
  } as const;
  return readCommandLine(rig, usageOf(rig), options, ({ backend, space, results, runs, seed }) => ({
    runs: wholeNumber('--runs', runs, 1),
    backend:
      backend === 'leveldb' || backend === 'sqlite' ? backend : wrong('--backend is leveldb or sqlite'),
    seed: wholeNumber('--seed', seed, 0),
    space: isFolder(space) ? space : wrong(`--space ${space} is no folder`),
    results: resultsFile(results),
  }));
}

/** Where a rig's results go when nothing else is said. */
export function resultsOf(rig: string): string {
  return join(ROOT, 'out', 'rigs', `${rig}.jsonl`);
}

/** A file that lines can be appended to, its folder made; wrong where that cannot be. */
export function resultsFile(path: string): string {
  if (path === '' || isFolder(path)) wrong(`--results ${path} is no file`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    return path;
  } catch {
    return wrong(`--results ${path} cannot be written`);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

const ROOMY_BYTES = 4_000_000_000;

/** Memory when there is plenty: what a cut finds does not depend on how fast the disk below is, how long a run takes does. */
function roomyFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= ROOMY_BYTES ? memory : tmpdir();
}
