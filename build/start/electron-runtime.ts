// Electron's runtime is no part of `npm ci`: it is fetched at its first use, once, where that can be done.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CONNECT_LIMIT_MS = 5000;
/** Where the package's own installer fetches from. */
const SOURCE = 'https://github.com/electron/electron/releases/';

/**
 * Path of Electron's program, fetched if need be; null where it cannot be had, and then that is remembered: a desk that is
 * offline must not wait for it at each start. `npx install-electron` fetches it later.
 * @param house folder of the project
 */
export async function electronProgram(house: string, say: (line: string) => void): Promise<string | null> {
  const folder = join(house, 'node_modules', 'electron');
  const present = programIn(folder);
  if (present !== null) return present;
  const tried = join(house, 'out', 'electron-not-fetched');
  if (!existsSync(join(folder, 'install.js')) || existsSync(tried)) return null;
  say('fetching the Electron runtime (only at the first start)');
  if ((await reachable()) && (await install(folder))) return programIn(folder);
  writeFileSync(tried, 'The Electron runtime could not be fetched; `npx install-electron` tries again.\n');
  return null;
}

function programIn(folder: string): string | null {
  const named = join(folder, 'path.txt');
  const program = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8')) : null;
  return program !== null && existsSync(program) ? program : null;
}

async function reachable(): Promise<boolean> {
  try {
    const response = await fetch(SOURCE, { method: 'HEAD', signal: AbortSignal.timeout(CONNECT_LIMIT_MS) });
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Runs the package's installer; it shows its own progress and checks the archive's hash. */
function install(folder: string): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 2, 2] });
    child.once('exit', (code) => settle(code === 0));
    child.once('error', () => settle(false));
  });
}
