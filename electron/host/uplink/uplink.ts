// The loop to the district: with or without an open window, for ever, never in the way of the desk.
import { setTimeout as sleep } from 'node:timers/promises';
import { ok } from '../../../shared/basics/result.ts';
import { missingCount } from '../../../shared/sync/vector.ts';
import { LONGEST_MS, LONGEST_SILENT_MS, createBackOff } from './back-off.ts';
import { createLine } from './line-state.ts';
import { enrol } from './enrolment.ts';
import { pullMissing, pushMissing, tradeKeys } from './exchange.ts';
import { createWire } from './wire.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Signer } from '../keys/secrets.ts';
import type { Log } from '../log.ts';
import type { Line } from './line-state.ts';
import type { Device, DeviceBook } from './enrolment.ts';
import type { ExchangeSetting } from './exchange.ts';
import type { Wire, WireFault } from './wire.ts';

/** What the loop works on. */
export type UplinkSetting = {
  /** Null: there is no district to talk to. */
  readonly url: string | null;
  /** One-time code; used once, while this device is not enrolled. */
  readonly enrolCode: string | null;
  readonly ward: string;
  readonly devices: DeviceBook;
  readonly signer: Signer;
  readonly journal: HostJournal;
  readonly keys: KeyStore;
  readonly log: Log;
  readonly now: () => Date;
  readonly random: () => number;
  readonly timeoutMs?: number;
  /** Time between two looks at the district when nothing happens here. */
  readonly lookEveryMs?: number;
  readonly onChange: () => void;
};

/** The running loop. */
export type Uplink = {
  readonly status: () => HostStatus['district'];
  /** There is new work; what waits out a failure goes on waiting, what sleeps wakes. */
  readonly wake: () => void;
  /** Resolves after the first exchange or the first failure. */
  readonly settled: Promise<void>;
  /** The wire and the token for the district's figures; null while not enrolled. */
  reports(): { readonly wire: Wire; readonly token: string; readonly now: () => Date } | null;
  readonly close: () => Promise<void>;
};

const TIMEOUT_MS = 10_000;
const LOOK_EVERY_MS = 10_000;
/** Events made within this time leave in one push. */
const GATHER_MS = 150;
/** An epoch that the district refuses is offered again this often: someone may have mended it there. */
const RETRY_STOPPED_MS = 600_000;

/** Starts the loop. */
export function startUplink(setting: UplinkSetting): Uplink {
  const line = createLine(setting);
  const stopping = new AbortController();
  let nap = new AbortController();
  let woken = false;
  const wake = (): void => {
    woken = true;
    nap.abort();
  };
  const { url } = setting;
  if (url === null) {
    return {
      status: line.status,
      wake,
      settled: Promise.resolve(),
      reports: () => null,
      close: () => Promise.resolve(),
    };
  }
  const timeoutMs = setting.timeoutMs ?? TIMEOUT_MS;
  const wire = createWire({ url, signer: setting.signer, now: setting.now, onClock: line.clock, timeoutMs });
  const round = createRound(setting, wire, line);
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const run = async (): Promise<void> => {
    const backOff = createBackOff(setting.random);
    while (!stopping.signal.aborted) {
      woken = false;
      const fault = await round();
      const went = fault === null;
      settle();
      if (went) backOff.reset();
      const waitMs = went
        ? (setting.lookEveryMs ?? LOOK_EVERY_MS)
        : backOff.next(fault.answered ? LONGEST_MS : LONGEST_SILENT_MS);
      nap = new AbortController();
      const until = went ? AbortSignal.any([nap.signal, stopping.signal]) : stopping.signal;
      // New work wakes a loop that is at rest; one that waits out a failure keeps to its waiting time.
      if (!(went && woken)) await rest(waitMs, until);
      if (went && !stopping.signal.aborted) await rest(GATHER_MS, stopping.signal);
    }
  };
  const done = run();
  return {
    status: line.status,
    wake,
    settled,
    reports: () => {
      const token = setting.devices.current().reportsToken;
      return token === null ? null : { wire, token, now: setting.now };
    },
    close: async () => {
      stopping.abort();
      await Promise.race([done, sleep(timeoutMs > 1500 ? 1500 : timeoutMs, undefined, { ref: false })]);
    },
  };
}

/** One round: ask in if need be, pull, trade keys, push. Null when all of it went, or there is nothing to do. */
function createRound(setting: UplinkSetting, wire: Wire, line: Line): () => Promise<WireFault | null> {
  const { devices, journal, keys, log, now } = setting;
  const stopped = new Map<string, string>();
  const given = new Set<string>();
  let stoppedSince = now().getTime();
  let keysDue = true;
  keys.onFresh(() => {
    keysDue = true;
  });
  const fail = (fault: WireFault): WireFault => {
    if (line.status().fault !== fault.code) log('warn', fault.code, { detail: fault.detail });
    line.failed(fault);
    return fault;
  };
  return async () => {
    const asked = await askedIn(setting, wire);
    if (asked === null) return line.notEnrolled();
    if (asked !== true) return fail(asked);
    if (now().getTime() - stoppedSince > RETRY_STOPPED_MS) {
      stopped.clear();
      stoppedSince = now().getTime();
    }
    const { device } = devices.current();
    const exchange: ExchangeSetting = { wire, journal, keys, device, log, stopped, onHeld: line.held };
    const trade = async (): Promise<Result<void, WireFault>> => {
      if (!holdsKeys(devices.current())) return ok(undefined);
      keysDue = false;
      const traded = await tradeKeys(exchange, given);
      keysDue ||= !traded.ok;
      return traded;
    };
    const theirs = await pullMissing(exchange, trade);
    if (!theirs.ok) return fail(theirs.error);
    if (missingCount(journal.held(), theirs.value) > 0) line.sending(stopped);
    // Keys go before events: an event whose key is nowhere else would be lost with this computer.
    const traded = keysDue ? await trade() : ok(undefined);
    if (!traded.ok) return fail(traded.error);
    const pushed = await pushMissing(exchange, theirs.value);
    if (!pushed.ok) return fail(pushed.error);
    line.went(stopped);
    return null;
  };
}

/** A kiosk holds no dossiers and a display no persons, so neither gets keys. */
function holdsKeys({ role }: Device): boolean {
  return role !== 'kiosk' && role !== 'display';
}

async function askedIn(
  { devices, enrolCode, signer, ward, log }: UplinkSetting,
  wire: Wire,
): Promise<true | null | WireFault> {
  if (devices.current().enrolled) return true;
  if (enrolCode === null) return null;
  const answer = await enrol(wire, devices, { code: enrolCode, publicKey: signer.publicKey, ward });
  if (!answer.ok) return answer.error;
  log('info', 'enrolled', { device: answer.value.device, role: answer.value.role, slot: answer.value.slot });
  return true;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
