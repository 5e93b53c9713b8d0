// Whether a storage may go on in its epoch [J11], what the page makes of the answer, and how its next epoch begins [J5].
import { vectorKey } from '../../sync/vector.ts';
import { factOf } from '../../event/facts.ts';
import { matchSecret } from './epochs.ts';
import type { ClaimVerdict } from '../../bridge.ts';
import type { EventEnvelope, LoggedEvent } from '../../event/envelope.ts';
import type { FactBody, NewFact } from '../../event/facts.ts';
import type { NumberSupply } from '../numbers.ts';
import type { EpochRecord } from './epochs.ts';

/** What a storage shows of itself. */
export type Claim = {
  readonly tenancy: string;
  readonly next: string;
  /** Another window of the same storage is open already. */
  readonly join: boolean;
  /** How many events of its epoch it holds, and the hash of the last. */
  readonly held: number;
  readonly headHash: string;
};

/** What is known around the host when a claim is judged. */
export type ClaimWitness = {
  /** Another page holds the epoch and lives. */
  readonly otherHolderLives: boolean;
  /** How much of the epoch the host holds, and the level above as far as it was heard. */
  readonly hostHeld: number;
  readonly districtHeld: number;
  /** The level above holds other events at the epoch's places. */
  readonly districtForked: boolean;
  /** Hash of the host's event at the claim's last place; undefined where it holds none. */
  readonly hashAtHead: string | undefined;
};

/** The word on a claim; `record` is what the host must write down, durably, before it answers; null where nothing changed. */
export type ClaimJudgement = { readonly verdict: ClaimVerdict; readonly record: EpochRecord | null };

/**
 * Judges a claim [J11]: the epoch must be known and free, its events must not tell of more or of another past than the
 * storage does, and the secret must be the present one. The first window changes the secret.
 */
export function judgeClaim(
  record: EpochRecord | undefined,
  claim: Claim,
  witness: ClaimWitness,
): ClaimJudgement {
  if (!record) return refused('unknown');
  if (!claim.join && witness.otherHolderLives) return refused('copied');
  const parted = contentVerdict(claim, witness);
  if (parted) return refused(parted);
  const match = matchSecret(record, claim);
  if (match === 'old') return refused('copied');
  if (match === 'unknown') return refused('unknown');
  const changes = !claim.join && match === 'present';
  return {
    verdict: 'yours',
    record: changes ? { ...record, secrets: [...record.secrets, claim.next] } : null,
  };
}

function refused(verdict: ClaimVerdict): ClaimJudgement {
  return { verdict, record: null };
}

/** What the events themselves say against going on; null when nothing does. */
function contentVerdict(
  { held, headHash }: Claim,
  { districtForked, hashAtHead, hostHeld, districtHeld }: ClaimWitness,
): 'forked' | 'behind' | null {
  if (districtForked) return 'forked';
  if (hashAtHead !== undefined && hashAtHead !== headHash) return 'forked';
  return Math.max(hostHeld, districtHeld) > held ? 'behind' : null;
}

/** The secret of a storage's epoch, and the one written down to follow it. */
export type Secrets = { readonly tenancy: string; readonly next: string | null };

/** The secret that a claim shows as the next one: what was written down before a crash, else a fresh one. */
export function nextSecret({ tenancy, next }: Secrets, join: boolean, fresh: () => string): string {
  return next ?? (join ? tenancy : fresh());
}

/**
 * The secrets after a granted claim of a first window. `again`: what was written down before a crash may stand in a copy of
 * the storage too, so the secret is changed once more at once.
 */
export function secretsGranted({ next: writtenDown }: Secrets, next: string) {
  return { secrets: { tenancy: next, next: null }, again: writtenDown !== null } as const;
}

/** Why a storage leaves its epoch. */
export type LeavingReason = Exclude<FactBody<'epoch-opened'>['reason'], 'first'>;

/** Why a storage leaves its epoch after a claim; null when it goes on. */
export function leavingFor(verdict: ClaimVerdict): LeavingReason | null {
  switch (verdict) {
    case 'yours':
      return null;
    case 'copied':
      return 'cloned';
    case 'behind':
      return 'restored';
    case 'forked':
      return 'forked';
    case 'unknown':
      return 'new-storage';
  }
}

/** Most epochs of a device that a new one names as those before it. */
const PREVIOUS_EPOCHS = 64;

/**
 * Whether lines that came in show that a storage went on from an older copy, so that it leaves its epoch as one that was
 * restored [J5]: they are of the epoch itself, where only it writes; or another epoch of its machine has its number, or was
 * given numbers that it still holds, because it was opened on books that had forgotten that epoch [J15].
 * @param supplies what it may still issue
 */
export function isOvertaken(
  own: { readonly device: string; readonly epoch: string; readonly ordinal: number } | null,
  supplies: readonly NumberSupply[],
  fresh: readonly LoggedEvent[],
): boolean {
  return fresh.some(({ event }) => {
    if (event.device !== own?.device) return false;
    return event.epoch === own.epoch || isRival(own.ordinal, supplies, event);
  });
}

function isRival(ordinal: number, supplies: readonly NumberSupply[], event: EventEnvelope): boolean {
  const telling = event.type === 'epoch-opened' || event.type === 'numbers-granted';
  const fact = telling ? factOf(event) : null;
  if (fact?.type === 'epoch-opened') return fact.body.ordinal === ordinal;
  if (fact?.type !== 'numbers-granted') return false;
  const { namespace, from, to } = fact.body;
  const held = supplies.find((supply) => supply.namespace === namespace)?.blocks ?? [];
  return held.some((block) => block.from <= to && from <= block.to);
}

/**
 * The first fact of an epoch: why it was opened, its number on the device, and the device's epochs before it.
 * @param left why the epoch before was left; null when this storage had none
 * @param heads ends of all epochs this storage holds
 */
export function epochOpened(
  place: { readonly device: string; readonly epoch: string; readonly ordinal: number },
  publicKey: string,
  left: LeavingReason | null,
  heads: readonly { readonly key: string; readonly held: number; readonly hash: string }[],
): NewFact & { readonly type: 'epoch-opened' } {
  const { device, epoch, ordinal } = place;
  const mine = vectorKey(device, '');
  const previous = heads
    .filter(({ key }) => key.startsWith(mine))
    .map(({ key, held, hash }) => ({ epoch: key.slice(mine.length), held, head: hash }))
    .slice(-PREVIOUS_EPOCHS);
  const reason = left ?? (previous.length === 0 && ordinal === 0 ? 'first' : 'new-storage');
  const body = { publicKey, reason, ordinal, previous } as const;
  return { type: 'epoch-opened', subject: `epoch:${epoch}`, parents: [], sealed: null, body };
}
