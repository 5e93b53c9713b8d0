// The programs of a desk as processes: the host that serves the pages, and the district server.
import { spawn } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from '../../build/bundle.ts';
import { startProduct } from '../support/product.ts';
import { ROOT } from './flags.ts';
import { undoLater } from './machine.ts';
import type { ChildProcess } from 'node:child_process';

/** A running program. */
export type Program = { readonly url: string; readonly kill: () => void; readonly gone: Promise<void> };

/** An address where nobody answers: the desk works alone. */
const NOBODY = 'http://127.0.0.1:9';

/** A data folder and a district's folder that know each other: the desk has been let in and has its ward's key. */
export type Ward = { readonly data: string; readonly district: string };

/** Builds the pages and sets a ward up as `npm start` does, once for all runs. */
export async function prepareWard(folder: string): Promise<Ward> {
  await buildPages(ROOT, (line) => process.stderr.write(`rig: ${line}\n`));
  const data = join(folder, 'ward');
  const product = await startProduct({ dataDir: data });
  await product.stop();
  const district = join(folder, 'district');
  renameSync(join(data, 'district'), district);
  return { data, district };
}

/** How a host is started. `freeBytes`: what it is told of its volume's free space instead of the truth. */
export type HostWish = {
  readonly data: string;
  readonly port: number;
  readonly district: string | null;
  readonly freeBytes?: number;
};

/** Starts the host with its pages, as the start program does. */
export function startHost({ data, port, district, freeBytes }: HostWish): Promise<Program> {
  const flags = ['--port', String(port), '--data', data, '--district-url', district ?? NOBODY];
  if (freeBytes === undefined) return start('electron/loopback/main.ts', flags, 'app');
  return start('tests/rigs/host-process.ts', [...flags, '--free-bytes', String(freeBytes)], 'app');
}

/** Starts a district server on its folder. */
export function startDistrict(folder: string): Promise<Program> {
  return start('server/main.ts', ['--port', '0', '--data', folder], 'district');
}

const READY_LIMIT_MS = 120_000;

async function start(script: string, flags: readonly string[], name: string): Promise<Program> {
  const child = spawn(process.execPath, [join(ROOT, script), ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = undoLater(() => child.kill('SIGKILL'));
  const gone = new Promise<void>((settle) => child.once('exit', () => settle()));
  return { url: await readyUrl(child, script, name), kill, gone };
}

function readyUrl(child: ChildProcess, script: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_LIMIT_MS);
    const take = (chunk: Buffer): void => {
      output = `${output}${chunk.toString()}`.slice(-4000);
      const url = new RegExp(`^ready ${name}=(\\S+)$`, 'm').exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`${script} ended before it was ready: ${lastWord(output)}`));
    });
  });
}

/** The line in which a program said why it ended: its own, or that of the bug. */
function lastWord(output: string): string {
  const lines = output.trim().split('\n');
  return lines.find((line) => /^(mot-cua: |\w*Error: )/.test(line)) ?? lines.at(-1) ?? '';
}
