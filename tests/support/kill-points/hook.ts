// Loaded into a host before anything else (`--import`): ends it with SIGKILL at a write that a test has chosen.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';

/** File with the number of writes that are still to be let through; without it everything passes. */
const order = process.env['MOTCUA_KILL_ORDER'];

if (order !== undefined && /loopback\/main\.(ts|js)$/.test(resolve(process.argv[1] ?? '')))
  await watch(order);

async function watch(path: string): Promise<void> {
  const handle = await promises.open(process.execPath, 'r');
  const shared = Object.getPrototypeOf(handle) as Record<string, unknown>;
  await handle.close();
  for (const name of ['write', 'writeFile', 'appendFile', 'datasync', 'sync']) counted(shared, name, path);
  counted(promises as unknown as Record<string, unknown>, 'rename', path);
  syncBuiltinESMExports();
}

/** Before a write and after it are two points: what was not asked for yet, and what nobody heard of. */
function counted(owner: Record<string, unknown>, name: string, path: string): void {
  const original = owner[name] as (...args: unknown[]) => Promise<unknown>;
  owner[name] = async function (this: unknown, ...args: unknown[]) {
    reach(path, `before ${name}`);
    const done = await original.apply(this, args);
    reach(path, `after ${name}`);
    return done;
  };
}

function reach(path: string, what: string): void {
  const left = leftIn(path);
  if (left === null) return;
  if (left > 0) return writeFileSync(path, String(left - 1));
  rmSync(path);
  writeFileSync(`${path}.done`, what);
  process.kill(process.pid, 'SIGKILL');
}

function leftIn(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return null; // nobody ordered anything
  }
}
