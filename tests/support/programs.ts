import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildProcess } from 'node:child_process';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** What a program left behind. */
export type Ended = { readonly exitCode: number | null; readonly out: string; readonly err: string };

/** Runs the operator's command line to its end; `root` names another version's project. */
export function motcua(args: readonly string[], input = '', root = project): Ended {
  const run = spawnSync(process.execPath, ['server/cli/motcua.ts', ...args], {
    cwd: root,
    input,
    timeout: 30_000,
  });
  return { exitCode: run.status, out: run.stdout.toString(), err: run.stderr.toString() };
}

/** A district server as a process of its own. */
export type DistrictProcess = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<Ended>;
};

/** Starts a district server and waits until it is ready; null when it ended instead. */
export async function districtProcess(
  args: readonly string[],
  root = project,
): Promise<DistrictProcess | Ended> {
  const child = spawn(process.execPath, ['server/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, out, err }));
  });
  const ready = new Promise<DistrictProcess>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      const url = /^ready district=(\S+)$/m.exec(out)?.[1];
      if (url) resolve({ child, url, ended });
    });
  });
  return Promise.race([ready, ended]);
}

/** The running server, or an exception that tells how it ended. */
export async function runningDistrict(args: readonly string[]): Promise<DistrictProcess> {
  const started = await districtProcess(args);
  if ('child' in started) return started;
  throw new Error(`the server ended with ${started.exitCode}: ${started.err}`);
}
