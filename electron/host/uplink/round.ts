// One round of the uplink: ask in if need be, pull, trade keys, push.
import { ok } from '../../../shared/basics/result.ts';
import { settleForks } from '../journal/forks.ts';
import { createBatchSize } from './batch-size.ts';
import { enrol } from './enrolment.ts';
import { isAboutBatch, owing, pullMissing, pushMissing } from './exchange.ts';
import { createKeyTrade } from './key-trade.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Signer } from '../keys/secrets.ts';
import type { Log } from '../log.ts';
import type { Line } from './line/line-state.ts';
import type { Device, DeviceBook } from './enrolment.ts';
import type { ExchangeSetting } from './exchange.ts';
import type { Wire, WireFault } from './wire.ts';

/** What a round works on. */
export type RoundSetting = {
  /** One-time code; used once, while this device is not enrolled. */
  readonly enrolCode: string | null;
  readonly ward: string;
  readonly devices: DeviceBook;
  readonly signer: Signer;
  readonly journal: HostJournal;
  readonly keys: KeyStore;
  readonly log: Log;
  readonly now: () => Date;
};

/** What a round came to. `not-enrolled`: there is nothing to do until somebody brings a code. */
export type RoundEnd = 'went' | 'not-enrolled' | WireFault;

/** An epoch that the district refuses is offered again this often: someone may have mended it there. */
const RETRY_STOPPED_MS = 600_000;

/** Own work is brought without asking what the district holds for so long after it was last asked. */
const KNOWN_MS = 10_000;

/**
 * One round. `own`: only own work came, and the district would ring if there was more; then it is brought at once, by what
 * the district last said that it holds.
 */
export type Round = (own: boolean) => Promise<RoundEnd>;

/**
 * Makes the round; it remembers between rounds what is stopped, what was given, and how much goes in one push.
 * @param onLost called when the district holds less than before: it was restored from an old copy
 */
export function createRound(setting: RoundSetting, wire: Wire, line: Line, onLost: () => void): Round {
  const { devices, journal, keys, log, now } = setting;
  const stopped = new Map<string, string>();
  const deaf = new Set<string>();
  const size = createBatchSize();
  const trade = createKeyTrade({ wire, keys, device: () => devices.current().device, log });
  let stoppedSince = now().getTime();
  let askedAtMs = -KNOWN_MS;
  const fail = (fault: WireFault): WireFault => {
    if (line.status().fault !== fault.code) log('warn', fault.code, { detail: fault.detail });
    line.failed(fault);
    return fault;
  };
  const onHeld: ExchangeSetting['onHeld'] = (vector, whole, level) => {
    // A district that was restored from an old copy needs its keys again too; its events it lacks by its own vector.
    if (whole && isShort(vector, line.heard().held)) for (const anew of [trade.again, onLost]) anew();
    line.held(vector, whole, level);
  };
  const heldAbove = async (exchange: ExchangeSetting, own: boolean, keyed: boolean) => {
    const isWell = stopped.size === 0 && deaf.size === 0;
    if (own && isWell && performance.now() - askedAtMs < KNOWN_MS) return ok(line.heard().held);
    const startMs = performance.now();
    const theirs = await pullMissing(exchange, (lines) =>
      keyed ? trade.forLines(lines) : Promise.resolve(ok(undefined)),
    );
    if (theirs.ok) askedAtMs = startMs;
    return theirs;
  };
  return async (own) => {
    const asked = await askedIn(setting, wire);
    if (asked === null) {
      line.notEnrolled();
      return 'not-enrolled';
    }
    if (asked !== true) return fail(asked);
    const sinceMs = now().getTime() - stoppedSince;
    if (sinceMs > RETRY_STOPPED_MS || sinceMs < 0) {
      stopped.clear();
      deaf.clear();
      stoppedSince = now().getTime();
    }
    const { device } = devices.current();
    const exchange: ExchangeSetting = { wire, journal, device, log, size, stopped, deaf, onHeld };
    const keyed = holdsKeys(devices.current());
    const theirs = await heldAbove(exchange, own, keyed);
    if (!theirs.ok) return fail(theirs.error);
    if (owing(exchange, theirs.value).length > 0) line.sending(stopped);
    // Keys go before events: an event whose key is nowhere else would be lost with this computer.
    const traded = keyed ? await trade.due() : ok(undefined);
    if (!traded.ok) return fail(traded.error);
    const pushed = await pushMissing(exchange, theirs.value);
    if (!pushed.ok) return fail(pushed.error);
    const settled = await settleForks({ ...exchange, isOwn: devices.isOwn }, theirs.value);
    // A branch that is too large to be offered stays here, quarantined; the desk is no less online for it.
    if (!settled.ok && !isAboutBatch(settled.error)) return fail(settled.error);
    line.went(stopped);
    return 'went';
  };
}

function isShort(vector: Vector, before: Vector): boolean {
  return Object.entries(before).some(([key, held]) => (vector[key] ?? 0) < held);
}

/** A kiosk holds no dossiers and a display no persons, so neither gets keys. */
function holdsKeys({ role }: Device): boolean {
  return role !== 'kiosk' && role !== 'display';
}

async function askedIn(
  { devices, enrolCode, signer, ward, log }: RoundSetting,
  wire: Wire,
): Promise<true | null | WireFault> {
  if (devices.current().enrolled) return true;
  if (enrolCode === null) return null;
  const answer = await enrol(wire, devices, { code: enrolCode, publicKey: signer.publicKey, ward });
  if (!answer.ok) return answer.error;
  log('info', 'enrolled', { device: answer.value.device, role: answer.value.role, slot: answer.value.slot });
  return true;
}
