// A program that the start program runs beside itself.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** A running child. Its errors go straight to the terminal. */
export type Child = {
  readonly pid: number | undefined;
  /** What follows `ready name=` on its first line of that kind; null when it ended before. */
  readonly ready: Promise<string | null>;
  readonly gone: Promise<void>;
  /** Asks it to end, and ends it after the limit. */
  stop(limitMs: number): Promise<void>;
};

type Program = {
  readonly command: string;
  readonly args: readonly string[];
  /** Name on its ready line: `app` or `district`. */
  readonly name: string;
  /** Called for lines that are not its ready line. */
  readonly onLine?: (line: string) => void;
};

/** Arguments of a Node program that ends when this one does. */
export function nodeProgram(script: string, args: readonly string[]): readonly string[] {
  return ['--import', new URL('leave-with-parent.ts', import.meta.url).href, script, ...args];
}

/** Starts a program. */
export function startChild({ command, args, name, onLine }: Program): Child {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((settle) => {
    child.once('exit', () => settle());
    child.once('error', () => settle());
  });
  const ready = new Promise<string | null>((settle) => {
    const prefix = `ready ${name}=`;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith(prefix)) settle(line.slice(prefix.length));
      else onLine?.(line);
    });
    void gone.then(() => settle(null));
  });
  const stop = async (limitMs: number): Promise<void> => {
    child.kill('SIGTERM');
    const limit = new AbortController();
    await Promise.race([gone, sleep(limitMs, undefined, { signal: limit.signal }).catch(() => undefined)]);
    limit.abort();
    child.kill('SIGKILL');
  };
  return { pid: child.pid, ready, gone, stop };
}

/** Runs a program to its end and returns its exit code and what it printed. */
export async function runToEnd(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly printed: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const code = await new Promise<number>((settle) => {
    child.once('close', (status) => settle(status ?? 1));
    child.once('error', () => settle(1));
  });
  return { code, printed };
}
