// What a rig does to the machine, and how it is undone however the rig ends.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Exit code of a rig whose machine cannot do what it needs. */
const CANNOT = 77;

const undo: (() => void)[] = [];

/** Registers what must be undone when the rig ends, last first; returns how to do it before. */
export function undoLater(work: () => void): () => void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    undo.splice(undo.indexOf(once), 1);
    work();
  };
  undo.push(once);
  return once;
}

/** Remembers this moment; the function it returns undoes what was registered after it, last first. */
export function undoFromHere(): () => void {
  const mark = undo.length;
  return () => {
    for (const work of undo.slice(mark).toReversed()) {
      try {
        work();
      } catch (error) {
        process.stderr.write(`rig: not undone: ${String(error)}\n`);
      }
    }
  };
}

process.on('exit', undoFromHere());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

/** Runs a system command; what it says on failure becomes the error. */
export function system(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A folder of the rig's own, removed at the end. */
export function ownFolder(space: string): string {
  const folder = mkdtempSync(join(space, 'motcua-rig-'));
  undoLater(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/** `kill -9` of every process whose command line or that of a parent matches; how many there were. */
export function killTree(matches: (commandLine: string) => boolean): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const doomed = new Set(all.filter(({ line }) => matches(line)).map(({ pid }) => pid));
  // Children of children: a pass for each generation.
  for (let size = -1; size !== doomed.size;) {
    size = doomed.size;
    for (const { pid, parent } of all) if (doomed.has(parent)) doomed.add(pid);
  }
  doomed.delete(process.pid);
  for (const pid of doomed) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      doomed.delete(pid); // ended by itself meanwhile
    }
  }
  return doomed.size;
}

function readProcess(
  pid: string,
): readonly { readonly pid: number; readonly parent: number; readonly line: string }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [{ pid: Number(pid), parent, line: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
  } catch {
    return []; // ended while we looked
  }
}

/** Ends the rig with 77 and one line when the machine lacks something. */
export function requireMachine(rig: string, problem: string | null): void {
  if (problem === null) return;
  process.stderr.write(`${rig}: cannot run here: ${problem}\n`);
  process.exit(CANNOT);
}
