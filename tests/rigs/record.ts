// One JSON line a run, and what it means for the end of the rig.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { findChromium } from '../../electron/host/find-chromium.ts';
import { ROOT } from './flags.ts';
import type { Backend, RigFlags } from './flags.ts';
import type { Verdict } from './judge.ts';

/** What one run did and found. */
export type RunRecord = Verdict & {
  readonly rig: 'power-cut' | 'kill' | 'full-disk';
  readonly backend: Backend;
  readonly seed: number;
  /** What was done, in words of the rig: which cache, which copy was left, who was killed … */
  readonly variant: string;
  readonly district: 'with' | 'without';
  /** Whether the real kiosk page was tapped beside the acts. */
  readonly kiosk: boolean;
  /** Shown before the fault; how many of them with the word that the host has no copy yet. */
  readonly shown: number;
  readonly withoutSecondCopy: number;
  /** Shown and not in the host's files as the fault left them: the page brought them again. */
  readonly repaired: number;
  /** Epochs that were begun by opening the desk again, each with the reason that it gave. */
  readonly newEpochs: readonly string[];
  readonly refusals: Readonly<Record<string, number>>;
  /** What the desk said where that is worth keeping; null where not. */
  readonly said: string | null;
  /** Why the run could not be judged or the desk did not come back; null when it did. */
  readonly trouble: string | null;
  readonly seconds: number;
};

/** A line of the results: a run with what it ran on. */
export type RunLine = RunRecord & {
  readonly at: string;
  readonly product: string;
  readonly chromium: string;
  readonly node: string;
  readonly kernel: string;
};

/** Whether a run kept every promise. */
export function held({
  lost,
  onlyCopyLost,
  twice,
  broken,
  trouble,
}: Verdict & Pick<RunRecord, 'trouble'>): boolean {
  return lost.length + onlyCopyLost.length + twice.length + broken.length === 0 && trouble === null;
}

/** A run that did not come to a judgement, with nothing found but its trouble. */
export function unjudged(
  run: Pick<RunRecord, 'rig' | 'backend' | 'seed' | 'variant'>,
  error: unknown,
): RunRecord {
  return {
    ...run,
    lost: [],
    onlyCopyLost: [],
    twice: [],
    broken: [],
    trouble: troubleOf(error),
    shown: 0,
    withoutSecondCopy: 0,
    repaired: 0,
    newEpochs: [],
    refusals: {},
    said: null,
    district: 'without',
    kiosk: false,
    seconds: 0,
  };
}

/** Takes the runs of a rig down; `failed` tells how many did not hold. */
export type Recorder = { readonly take: (run: RunRecord) => void; readonly failed: () => number };

/** Opens the results of a rig. */
export function openRecorder({ results, runs }: RigFlags): Recorder {
  mkdirSync(dirname(results), { recursive: true });
  const on = machine();
  let taken = 0;
  let failed = 0;
  return {
    take: (run) => {
      const line: RunLine = { ...run, at: new Date().toISOString(), ...on };
      appendFileSync(results, `${JSON.stringify(line)}\n`);
      taken += 1;
      if (!held(run)) failed += 1;
      const word = held(run) ? 'held' : `FAILED ${JSON.stringify(failure(run))}`;
      console.log(
        `${run.rig} ${taken}/${runs} ${run.backend} ${run.variant}, ${run.shown} shown, ${run.seconds.toFixed(1)} s: ${word}`,
      );
    },
    failed: () => failed,
  };
}

/** What did not hold, short enough for a terminal. */
function failure({ lost, onlyCopyLost, twice, broken, trouble }: RunRecord): unknown {
  const few = (list: readonly string[]) => ({ count: list.length, first: list.slice(0, 3) });
  return {
    lost: few(lost),
    onlyCopyLost: few(onlyCopyLost),
    twice: few(twice),
    broken: few(broken),
    trouble,
  };
}

/** Text of an unknown error, for `trouble`. */
export function troubleOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1500);
}

function machine(): Pick<RunLine, 'product' | 'chromium' | 'node' | 'kernel'> {
  const told = execFileSync(findChromium() ?? 'chromium', ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return {
    product: digestOf(['electron', 'renderer', 'server', 'shared']),
    chromium: /\d+(\.\d+)+/.exec(told)?.[0] ?? told.trim(),
    node: process.version,
    kernel: release(),
  };
}

/** Which state of the source ran: the first digits of a hash over its files. */
function digestOf(rooms: readonly string[]): string {
  const hash = createHash('sha256');
  for (const room of rooms) {
    const names = readdirSync(join(ROOT, room), { recursive: true }).map(String);
    for (const name of names.filter((one) => /\.(ts|tsx|sql)$/.test(one)).sort())
      hash.update(`${room}/${name}\0`).update(readFileSync(join(ROOT, room, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
