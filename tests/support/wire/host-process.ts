import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostHello, HostStatus } from '../../../shared/bridge.ts';

/** A host in a process of its own. */
export type HostProcess = {
  /** One call as a page would make it; its answer's value. An answer that is a fault throws. */
  readonly call: <T>(method: string, params: unknown) => Promise<T>;
  readonly status: () => Promise<HostStatus>;
  readonly device: () => Promise<string>;
  /** Ends it in order; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
};

const PROGRAM = fileURLToPath(new URL('./host-program.ts', import.meta.url));

/** Starts a host on a data folder. `program` may be that of another version, with the same orders. */
export function hostProcess(args: readonly string[], program = PROGRAM): HostProcess {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((text: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const order = async (what: readonly unknown[]): Promise<unknown> => {
    const answer = new Promise<string>((resolve) => waiting.push(resolve));
    child.stdin.write(`${JSON.stringify(what)}\n`);
    const text = await Promise.race([answer, gone.then(() => null)]);
    if (text === null) throw new Error('the host process has ended');
    return JSON.parse(text) as unknown;
  };
  const call = async <T>(method: string, params: unknown): Promise<T> => {
    const answer = (await order([method, params])) as { readonly ok: boolean; readonly value: T };
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  return {
    call,
    status: async () => (await order(['status'])) as HostStatus,
    device: async () => (await call<HostHello>('hello', {})).device.id,
    stop: async () => {
      child.stdin.write('["stop"]\n');
      await gone;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
