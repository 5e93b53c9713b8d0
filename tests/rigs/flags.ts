import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

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

const HELP = `usage: node tests/rigs/NAME.ts --backend leveldb|sqlite [--runs N] [--seed N] [--space DIR] [--results FILE]`;

/** Reads the command line of a rig; wrong flags end the program with 2 and one line. */
export function readRigFlags(rig: string): RigFlags {
  const options = {
    runs: { type: 'string', default: '10' },
    backend: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
    space: { type: 'string', default: roomyFolder() },
    results: { type: 'string', default: join(ROOT, 'out', 'rigs', `${rig}.jsonl`) },
  } as const;
  try {
    const { values } = parseArgs({ options, strict: true });
    const { backend, space, results } = values;
    const [runs, seed] = [Number(values.runs), Number(values.seed)];
    if (backend !== 'leveldb' && backend !== 'sqlite') throw new Error('--backend is leveldb or sqlite');
    if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs is a whole number from 1');
    if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number');
    return { runs, backend, seed, space, results };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${HELP}\n`);
    process.exit(2);
  }
}

const ROOMY_BYTES = 4_000_000_000;

/** Memory when there is plenty: what a cut finds does not depend on how fast the disk below is, how long a run takes does. */
function roomyFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= ROOMY_BYTES ? memory : tmpdir();
}
