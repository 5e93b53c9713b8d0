import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChildProcess } from 'node:child_process';

/** The running product: both programs as `npm start` runs them, on free ports and a data folder of its own. */
export type Product = {
  readonly app: string;
  readonly district: string;
  readonly dataDir: string;
  /** Everything the programs printed so far. */
  readonly output: () => string;
  /** Ends it as a person would (SIGTERM) and waits for the end. */
  readonly stop: () => Promise<number | null>;
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_LIMIT_MS = 90_000;

/** A fresh folder below the system's temporary one. */
export function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `motcua-${name}-`));
}

/** Starts the product on a data folder (a new one by default) and waits for its ready line. */
export async function startProduct(
  options: {
    readonly dataDir?: string;
    readonly flags?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Product> {
  const dataDir = options.dataDir ?? (await temporaryFolder('data'));
  const own = options.flags ?? [];
  const district = own.includes('--district-url') ? [] : ['--district-port', '0'];
  const port = own.includes('--port') ? [] : ['--port', '0'];
  const flags = ['--no-open', ...port, '--data', dataDir, ...district, ...own];
  const child = spawn(process.execPath, ['build/start.ts', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [app = '', districtUrl = ''] = await readyLine(child, () => output);
  return { app, district: districtUrl, dataDir, output: () => output, stop: () => ended(child) };
}

/** Removes a data folder. */
export function removeFolder(dir: string): Promise<void> {
  return rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function readyLine(child: ChildProcess, output: () => string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const give = (problem: string) => reject(new Error(`${problem}:\n${output()}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      give('the product did not get ready');
    }, START_LIMIT_MS);
    child.once('exit', () => give('the product ended before it was ready'));
    child.stdout?.on('data', () => {
      const found = /^ready app=(\S+) district=(\S+)$/m.exec(output());
      if (!found) return;
      clearTimeout(timer);
      resolve(found.slice(1));
    });
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return end;
}
