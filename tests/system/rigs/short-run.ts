// A short run of a rig with both backends; the long runs and what they found stand in docs/durability.md.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../../support/district.ts';
import { held } from '../../rigs/record.ts';
import type { RunLine } from '../../rigs/record.ts';

const RUNS = 3;

/** Decides every draw of the short runs. */
export const SEED = process.env['SEED'] ?? '20261122';

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs a rig to its end. */
export function runRig(
  rig: string,
  backend: string,
  results: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  const flags = ['--backend', backend, '--runs', String(RUNS), '--seed', SEED, '--results', results];
  const child = spawn(process.execPath, [`tests/rigs/${rig}.ts`, ...flags], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** How a rig came out, in one line: it held every run, it said that this machine cannot do it, or what went wrong. */
export function outcomeOf(rig: string, backend: string, { code, out, err }: Ended, results: string): string {
  if (code === 77 && new RegExp(`^${rig}: cannot run here: .+\n$`).test(err)) {
    console.log(err.trim());
    return existsSync(results) ? 'cannot run here, and has results' : 'cannot run here';
  }
  if (code !== 0) return `${rig} ${backend} ended with ${code}: ${out}${err}`;
  const lines = readFileSync(results, 'utf8').trim().split('\n');
  const runs = lines.map((line) => JSON.parse(line) as RunLine);
  const kept = runs.filter((run) => run.rig === rig && run.backend === backend && held(run));
  const shown = Math.max(...kept.map((run) => run.shown));
  return kept.length === RUNS && shown > 0 ? 'held' : `${kept.length} of ${RUNS} held: ${out}`;
}

/** Both backends side by side hold every run, or this machine can run neither. */
export async function bothBackends(rig: string): Promise<void> {
  const folder = temporaryFolder();
  try {
    const outcomes = await Promise.all(
      ['leveldb', 'sqlite'].map(async (backend) => {
        const results = join(folder.path, backend);
        return outcomeOf(rig, backend, await runRig(rig, backend, results), results);
      }),
    );
    const [one, other] = outcomes;
    expect(one).toMatch(/^(held|cannot run here)$/);
    expect(other).toBe(one);
  } finally {
    folder.remove();
  }
}
