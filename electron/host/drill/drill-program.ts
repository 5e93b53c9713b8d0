// The outage drill as seen from the real desk: the same program started once more, on a folder and ports of its own [G05].
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import type { DrillState } from '../../../shared/bridge/outage.ts';

/** How the drill is started; its own folder is the program's matter. */
export type DrillCommand = { readonly command: string; readonly args: readonly string[] };

/** The drill's program; nothing but its address ever comes back from it. */
export type DrillProgram = {
  readonly state: () => DrillState;
  readonly start: () => DrillState;
  readonly stop: () => Promise<DrillState>;
};

const STOP_LIMIT_MS = 5_000;

/** Runs at most one drill. Without a command there is none (`none`): an installation without the start program. */
export function createDrillProgram(run: DrillCommand | null): DrillProgram {
  let child: ChildProcess | null = null;
  let state: DrillState = { state: run === null ? 'none' : 'off', url: null };
  const start = (): DrillState => {
    if (run === null || child) return state;
    const started = spawn(run.command, run.args, { stdio: ['ignore', 'pipe', 'ignore'] });
    child = started;
    state = { state: 'starting', url: null };
    createInterface({ input: started.stdout }).on('line', (line) => {
      const url = /^ready app=(\S+)/.exec(line)?.[1];
      if (url !== undefined && child === started) state = { state: 'ready', url };
    });
    const ended = (): void => {
      if (child !== started) return;
      child = null;
      state = { state: state.state === 'starting' ? 'failed' : 'off', url: null };
    };
    started.once('exit', ended);
    started.once('error', ended);
    return state;
  };
  const stop = async (): Promise<DrillState> => {
    const running = child;
    child = null;
    if (run !== null) state = { state: 'off', url: null };
    if (!running || running.exitCode !== null) return state;
    const gone = new Promise<void>((settle) => running.once('exit', () => settle()));
    running.kill('SIGTERM');
    await Promise.race([gone, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
    running.kill('SIGKILL');
    return state;
  };
  return { state: () => state, start, stop };
}
