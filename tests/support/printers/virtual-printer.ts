// A printer that speaks IPP as those in offices do: `ippeveprinter` of the print service, with a tray that can be empty.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { askPrinter } from '../../../electron/host/print/ipp/ipp-printer.ts';

/** A running printer. Papers that came out lie in its folder, one file each. */
export type VirtualPrinter = {
  readonly uri: string;
  readonly papers: () => readonly string[];
  /** What happens to the next jobs: they print, the tray is empty until it is filled, or they break. */
  readonly becomes: (manner: 'fine' | 'paper-out' | 'breaks') => Promise<void>;
  /** Fills the tray: what is held goes on. */
  readonly fill: () => Promise<void>;
  /** Resolves once no paper is in it. */
  readonly idle: () => Promise<void>;
  /** As if somebody pulled its plug, and put it in again. */
  readonly unplug: () => Promise<void>;
  readonly plug: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Programs of the print service lie where users do not look. */
export const servicePath = `${process.env['PATH'] ?? ''}:/usr/sbin`;

const printCommand = (dir: string): string => `#!/bin/sh
trap 'rm -f "${dir}/busy"' EXIT
: > "${dir}/busy"
[ -e "${dir}/breaks" ] && exit 1
if [ -e "${dir}/paper-out" ]; then
  echo "STATE: +media-empty-error" >&2
  while [ -e "${dir}/paper-out" ]; do sleep 0.1; done
  echo "STATE: -media-empty-error" >&2
fi
cp "$1" "${dir}/out/$$.pdf"
`;

/** Starts one in a folder of its own. */
export async function startVirtualPrinter(dir: string): Promise<VirtualPrinter> {
  await mkdir(join(dir, 'out'), { recursive: true });
  await mkdir(join(dir, 'spool'), { recursive: true });
  await writeFile(join(dir, 'print.sh'), printCommand(dir), { mode: 0o755 });
  const port = await freePort();
  const uri = `ipp://localhost:${port}/ipp/print`;
  const bus = await startBus(join(dir, 'bus'));
  let printer = await startPrinter(dir, port, uri);
  const marks = ['paper-out', 'breaks'] as const;
  return {
    uri,
    papers: () => readdirSync(join(dir, 'out')),
    becomes: async (manner) => {
      for (const mark of marks) await rm(join(dir, mark), { force: true });
      if (manner !== 'fine') await writeFile(join(dir, manner), '');
    },
    fill: () => rm(join(dir, 'paper-out'), { force: true }),
    idle: async () => {
      while (existsSync(join(dir, 'busy'))) await sleep(20);
    },
    unplug: () => ended(printer),
    plug: async () => {
      printer = await startPrinter(dir, port, uri);
    },
    close: async () => {
      await rm(join(dir, 'paper-out'), { force: true });
      await ended(printer);
      await ended(bus);
    },
  };
}

/** The printer wants a system bus to announce itself on; it gets one of its own and announces nothing. */
async function startBus(path: string): Promise<ChildProcess> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${path}`], {
    stdio: 'ignore',
  });
  while (!existsSync(path)) await sleep(20);
  return bus;
}

async function startPrinter(dir: string, port: number, uri: string): Promise<ChildProcess> {
  const printer = spawn(
    'ippeveprinter',
    // prettier-ignore
    ['-r', 'off', '-n', 'localhost', '-p', String(port), '-d', join(dir, 'spool'), '-f', 'application/pdf',
      '-c', join(dir, 'print.sh'), 'Virtual'],
    {
      stdio: 'ignore',
      env: { ...process.env, PATH: servicePath, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(dir, 'bus')}` },
    },
  );
  for (;;) {
    if (printer.exitCode !== null) throw new Error(`ippeveprinter ended with ${printer.exitCode}`);
    if ((await askPrinter({ uri, socketPath: null }, AbortSignal.timeout(1000))).ok) return printer;
    await sleep(50);
  }
}

/** Ends a process that a test started. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
