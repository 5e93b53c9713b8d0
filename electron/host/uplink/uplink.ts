// The loop to the district: with or without an open window, for ever, never in the way of the desk.
import { setTimeout as sleep } from 'node:timers/promises';
import { createHandUp } from '../attachments/hand-up.ts';
import { LONGEST_MS, LONGEST_SILENT_MS, createBackOff } from './back-off.ts';
import { createClaimLine } from './claim.ts';
import { createListener } from './doorbell.ts';
import { createLine } from './line/line-state.ts';
import { watchNetwork } from './network-watch.ts';
import { createRound } from './round.ts';
import { createWire } from './wire.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { HandUp } from '../attachments/hand-up.ts';
import type { AskClaim } from './claim.ts';
import type { Listener } from './doorbell.ts';
import type { Line } from './line/line-state.ts';
import type { Memory } from './line/remembered.ts';
import type { Interfaces } from './network-watch.ts';
import type { Round, RoundEnd, RoundSetting } from './round.ts';
import type { Wire } from './wire.ts';

/** What the loop works on. */
export type UplinkSetting = RoundSetting & {
  /** Null: there is no district to talk to. */
  readonly url: string | null;
  readonly random: () => number;
  readonly timeoutMs?: number;
  /** How long a claim waits for the district's answer. */
  readonly claimTimeoutMs?: number;
  /** Time between two looks at the district when nothing happens here, whether the doorbell is open or not. */
  readonly lookEveryMs?: number;
  /** How the machine's addresses are read; the system's own way by default. */
  readonly interfaces?: Interfaces;
  /** Where the district's word is kept over restarts. */
  readonly memory: Memory;
  /** Encrypted scans that are handed on behind the facts. */
  readonly attachments: AttachmentStore;
  readonly onChange: () => void;
};

/** The running loop. */
export type Uplink = {
  readonly status: () => HostStatus['district'];
  /** The same, as far as the district said it since this start. */
  readonly heard: () => HostStatus['district'];
  /** What the district acknowledged by a file on a stick [S14]. */
  readonly told: Line['told'];
  /** There is new work; what waits out a failure goes on waiting, what sleeps wakes. */
  readonly wake: () => void;
  /** Somebody asked for it, or the network came back: what waits out a failure tries at once. */
  readonly tryNow: () => void;
  /** Resolves after the first exchange or the first failure. */
  readonly settled: Promise<void>;
  /** Asks the district for what only one may do; null where there is none. */
  readonly claim: AskClaim | null;
  /** Scans and photos between this host and the district; null where there is none. */
  readonly files: Pick<HandUp, 'fetch' | 'waiting'> | null;
  /** The wire and the token for the district's figures; null while not enrolled. */
  reports(): { readonly wire: Wire; readonly token: string; readonly now: () => Date } | null;
  readonly close: () => Promise<void>;
};

const TIMEOUT_MS = 10_000;
/** Time between two looks while the doorbell is not open, and while it is: it may have been lost on the way. */
const LOOK_EVERY_MS = { unrung: 10_000, rung: 60_000 } as const;
/**
 * What is made within this time of the last push leaves with the next one. After a quiet moment it leaves at once: a number
 * that is called is shown on other machines, and people look at them.
 */
const GATHER_MS = 25;

/** Starts the loop. */
export function startUplink(setting: UplinkSetting): Uplink {
  const { memory } = setting;
  const onChange = (): void => {
    memory.note(line.status());
    setting.onChange();
  };
  const line = createLine({ ...setting, remembered: memory.last, onChange });
  const { url } = setting;
  return url === null ? idle(line) : running(setting, line, url);
}

function idle(line: Line): Uplink {
  const nothing = (): void => undefined;
  return {
    status: line.status,
    heard: line.heard,
    told: line.told,
    wake: nothing,
    tryNow: nothing,
    settled: Promise.resolve(),
    claim: null,
    files: null,
    reports: () => null,
    close: () => Promise.resolve(),
  };
}

function running(setting: UplinkSetting, line: Line, url: string): Uplink {
  const { devices, signer, now, random, claimTimeoutMs } = setting;
  const timeoutMs = setting.timeoutMs ?? TIMEOUT_MS;
  const wire = createWire({ url, signer, now, onClock: line.clock, timeoutMs });
  const device = () => devices.current().device;
  const { attachments, log } = setting;
  const handUp = createHandUp({ wire, line, device, store: attachments, log, random });
  const round = createRound(setting, wire, line, handUp.again);
  const withFiles: Round = async (own) => {
    const end = await round(own);
    // Facts first: scans follow once they are through.
    if (end === 'went') handUp.wake();
    return end;
  };
  const loop = createLoop(setting, line, withFiles, () => listener);
  const listener = createListener({
    url,
    wire,
    device,
    random,
    // A ring says that others' events wait: they are fetched at once, not gathered like own ones.
    onRing: loop.look,
    onLost: loop.look,
  });
  const unwatch = watchNetwork(loop.tryNow, setting.interfaces);
  const done = loop.run();
  return {
    status: line.status,
    heard: line.heard,
    told: line.told,
    wake: loop.wake,
    tryNow: loop.tryNow,
    settled: loop.settled,
    claim: createClaimLine({
      wire,
      line,
      device,
      look: loop.look,
      log: setting.log,
      ...(claimTimeoutMs !== undefined && { timeoutMs: claimTimeoutMs }),
    }),
    files: handUp,
    reports: () => {
      const token = devices.current().reportsToken;
      return token === null ? null : { wire, token, now };
    },
    close: async () => {
      unwatch();
      listener.rest();
      loop.stop();
      await Promise.race([
        Promise.all([done, handUp.close()]),
        sleep(Math.min(timeoutMs, 1500), undefined, { ref: false }),
      ]);
    },
  };
}

type Loop = Pick<Uplink, 'wake' | 'tryNow' | 'settled'> & {
  readonly run: () => Promise<void>;
  /** Looks at once when at rest; what waits out a failure goes on waiting. */
  readonly look: () => void;
  readonly stop: () => void;
};

/** What came since the last round began. `work` is gathered for a moment, `look` is not, `now` waits for nothing. */
type Call = 'work' | 'look' | 'now';

function createLoop(setting: UplinkSetting, line: Line, round: Round, listener: () => Listener): Loop {
  const { lookEveryMs } = setting;
  const stopping = new AbortController();
  const backOff = createBackOff(setting.random);
  let nap = new AbortController();
  let called: Call | null = null;
  let begunMs = 0;
  let failing = false;
  const call = (how: Call): void => {
    if (called !== 'now' && !(called === 'look' && how === 'work')) called = how;
    // New work wakes a loop that is at rest; one that waits out a failure keeps to its waiting time.
    if (!failing || how === 'now') nap.abort();
  };
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const restAfter = async (end: RoundEnd): Promise<void> => {
    failing = typeof end === 'object';
    if (typeof end === 'object') {
      listener().rest();
      const waitMs = backOff.next(end.answered ? LONGEST_MS : LONGEST_SILENT_MS);
      if (called === 'now') return;
      // What came while the round ran has been tried with it.
      nap = new AbortController();
      line.waits(waitMs);
      await rest(waitMs, AbortSignal.any([nap.signal, stopping.signal]));
      line.waits(null);
      return;
    }
    backOff.reset();
    if (end === 'went' && !stopping.signal.aborted) listener().listen();
    const { rung, unrung } = LOOK_EVERY_MS;
    const waitMs = lookEveryMs ?? (listener().open() ? rung : unrung);
    if (called === null) await rest(waitMs, AbortSignal.any([nap.signal, stopping.signal]));
    if (called === 'work') await rest(begunMs + GATHER_MS - performance.now(), stopping.signal);
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const own = called === 'work' && listener().open();
      called = null;
      nap = new AbortController();
      begunMs = performance.now();
      const end = await round(own);
      settle();
      if (!stopping.signal.aborted) await restAfter(end);
      if (called === 'now') backOff.reset();
    }
  };
  const calling = (how: Call) => () => call(how);
  const stop = (): void => stopping.abort();
  return { run, settled, wake: calling('work'), look: calling('look'), tryNow: calling('now'), stop };
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || ms <= 0) return;
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
