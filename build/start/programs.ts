// The programs of `npm start` and how they are kept running.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeProgram, startChild } from './child.ts';
import type { Child } from './child.ts';
import type { StartFlags } from './flags.ts';

/** What all of them share. */
export type House = {
  readonly house: string;
  readonly flags: StartFlags;
  readonly say: (line: string) => void;
};

/** How the app runs: in Electron, or in Node with a browser. */
export type Shell = { readonly electron: string | null };

/** Restarts begin after this and double to half a minute. */
const FIRST_RESTART_MS = 1000;
const LONGEST_RESTART_MS = 30_000;
/** A program that lived this long was well; its next restart is quick again. */
const WELL_MS = 60_000;

/** Starts the district server. */
export function startDistrict({ house, flags }: House, port: number): Child {
  const args = ['--port', String(port), '--data', join(flags.data, 'district')];
  return startChild({
    command: process.execPath,
    args: nodeProgram(join(house, 'server', 'main.ts'), args),
    name: 'district',
  });
}

/** Starts the app: the host with its pages. @param onWindow told the process of its browser window */
export function startApp(
  { house, flags }: House,
  shell: Shell,
  wish: {
    readonly port: number;
    readonly districtUrl: string;
    readonly code: string | null;
    readonly onWindow: (pid: number) => void;
  },
): Child {
  const args = [
    '--port',
    String(wish.port),
    '--data',
    flags.data,
    '--district-url',
    wish.districtUrl,
    ...(wish.code === null ? [] : ['--enrol', wish.code]),
    ...(flags.ward === null ? [] : ['--ward', flags.ward]),
    ...(flags.open && shell.electron === null ? ['--open'] : []),
    ...(flags.drill ? ['--drill'] : []),
  ];
  const onLine = (line: string): void => {
    const pid = /^window pid=(\d+)$/.exec(line)?.[1];
    if (pid !== undefined) wish.onWindow(Number(pid));
  };
  if (shell.electron === null) {
    const program = nodeProgram(join(house, 'electron', 'loopback', 'main.ts'), args);
    return startChild({ command: process.execPath, args: program, name: 'app', onLine });
  }
  const root = process.getuid?.() === 0;
  const main = join(house, 'out', 'electron', 'main.js');
  return startChild({
    command: shell.electron,
    args: [...(root ? ['--no-sandbox'] : []), main, ...args],
    name: 'app',
  });
}

/** Keeps a program running until `ended`: a death is said, and after a moment it is started again. */
export async function keepRunning(
  first: Child,
  what: string,
  again: () => Child,
  {
    say,
    ended,
    onNew,
  }: {
    readonly say: (line: string) => void;
    readonly ended: AbortSignal;
    readonly onNew: (child: Child) => void;
  },
): Promise<void> {
  let child = first;
  let waitMs = FIRST_RESTART_MS;
  while (!ended.aborted) {
    const since = Date.now();
    await child.gone;
    if (ended.aborted) return;
    if (Date.now() - since > WELL_MS) waitMs = FIRST_RESTART_MS;
    say(`${what} ended unexpectedly; it is started again in ${Math.round(waitMs / 1000)} s`);
    await sleep(waitMs, undefined, { signal: ended }).catch(() => undefined);
    waitMs = Math.min(LONGEST_RESTART_MS, waitMs * 2);
    if (ended.aborted) return;
    child = again();
    onNew(child);
  }
}
