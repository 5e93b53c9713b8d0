import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Step } from './steps.ts';

/** How a step ended; `code` is null when it was killed, `output` both streams in order. */
export interface Outcome {
  readonly step: Step;
  readonly code: number | null;
  readonly seconds: number;
  readonly output: string;
}

/** `show` passes output on while it comes; `timeoutMs` kills the step and its children. */
export interface RunOptions {
  readonly cwd: string;
  readonly show?: boolean;
  readonly timeoutMs?: number;
}

const patienceMs = 5_000;
const running = new Set<ChildProcess>();

/** Runs one step to its end; a command that cannot be started is an outcome too, with code 127. */
export function runStep(step: Step, options: RunOptions): Promise<Outcome> {
  const began = performance.now();
  const bin = join(options.cwd, 'node_modules', '.bin');
  const child = spawn(step.command, step.args, {
    cwd: options.cwd,
    env: { ...process.env, PATH: [bin, process.env['PATH'] ?? ''].join(delimiter), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const timer =
    options.timeoutMs === undefined ? undefined : setTimeout(() => stop(child), options.timeoutMs);
  const chunks: Buffer[] = [];
  const take = (chunk: Buffer): void => {
    chunks.push(chunk);
    if (options.show === true) process.stdout.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve) => {
    const end = (code: number | null): void => {
      clearTimeout(timer);
      running.delete(child);
      const seconds = (performance.now() - began) / 1000;
      resolve({ step, code, seconds, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.on('error', (error) => {
      take(Buffer.from(`${step.command}: ${error.message}\n`));
      end(127);
    });
    child.on('close', end);
  });
}

/** Runs steps two at a time, in order, and says each outcome as it comes. */
export async function runAll(
  steps: readonly Step[],
  cwd: string,
  say: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step, { cwd });
      outcomes.push(outcome);
      say(outcome);
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

/** The first SIGINT or SIGTERM ends what runs, with its children, and then this program. */
export function stopChildrenOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      for (const child of running) stop(child);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}

/** A detached child leads its own group, so its children end with it; who does not listen is killed. */
function stop(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs).unref();
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal); // no such group any more: only the child itself may be left
  }
}
