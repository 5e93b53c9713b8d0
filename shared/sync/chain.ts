import { NO_HASH, parseLine } from '../event/envelope.ts';
import { vectorKey } from './vector.ts';
import type { Result } from '../basics/result.ts';
import type { EventEnvelope, LineRefusal, LoggedEvent } from '../event/envelope.ts';

/** Last event held of one epoch: how many are held and the hash of the last. */
export type ChainHead = { readonly held: number; readonly hash: string };

/** Why a line was not taken. `line-gap`: its predecessors are missing; `line-forked`: another event stands at its place. */
export type RefusedLine = {
  readonly index: number;
  readonly code:
    | 'line-too-long'
    | 'line-malformed'
    | 'line-hash-wrong'
    | 'line-gap'
    | 'line-forked'
    | 'line-ward-wrong'
    | 'line-not-allowed';
};

/** What a keeper does with a batch: `fresh` is appended in this order in one transaction, the rest was known or refused. */
export type Admission = {
  readonly fresh: readonly LoggedEvent[];
  readonly known: number;
  readonly refused: readonly RefusedLine[];
};

/**
 * Takes the strict prefix of each epoch out of a batch of lines [J3]: an event fits when its seq is the next one and its
 * `prev` is the hash of the last. What is already held is counted, not stored again; a gap or a fork in one epoch
 * stops only that epoch.
 * @param headOf last event held of an epoch, by vector key; null when none is
 * @param digestOf lower-case hex SHA-256 of a text, where the platform has a faster one
 * @param hashAt hash of an event already held, to tell a repeat from a fork; undefined when it cannot be told
 * @param read how a line is read, for callers that have read some of these lines before
 */
export function admitLines(
  ward: string,
  lines: readonly string[],
  headOf: (key: string) => ChainHead | null,
  hashAt: (key: string, seq: number) => string | undefined,
  digestOf?: (text: string) => string,
  read: (line: string) => Result<LoggedEvent, LineRefusal> = (line) => parseLine(line, digestOf),
): Admission {
  const epochs = new Map<string, EpochInBatch>();
  const fresh: LoggedEvent[] = [];
  const refused: RefusedLine[] = [];
  let known = 0;
  let at: EpochInBatch | undefined;
  lines.forEach((line, index) => {
    const parsed = read(line);
    if (!parsed.ok) return void refused.push({ index, code: parsed.error.code });
    const { event, hash } = parsed.value;
    if (event.ward !== ward) return void refused.push({ index, code: 'line-ward-wrong' });
    // Lines of one epoch mostly come one after another; only a change of epoch is looked up.
    if (at?.device !== event.device || at.epoch !== event.epoch) at = inBatch(epochs, event, headOf);
    if (event.seq < at.held) {
      const stored = at.fresh[event.seq - at.heldBefore] ?? hashAt(at.key, event.seq);
      if (stored === undefined || stored === hash) known += 1;
      else at.forked = forkedAt(refused, index, hash);
    } else if (event.seq > at.held) {
      // What follows a fork belongs to its branch: nothing that is still on its way could make it fit.
      if (event.prev === at.forked) at.forked = forkedAt(refused, index, hash);
      else refused.push({ index, code: 'line-gap' });
    } else if (event.prev !== at.hash) at.forked = forkedAt(refused, index, hash);
    else {
      at.held += 1;
      at.hash = hash;
      at.fresh.push(hash);
      fresh.push(parsed.value);
    }
  });
  return { fresh, known, refused };
}

/** One epoch while a batch is looked through: its end so far, and the hashes of what the batch added after `heldBefore`. */
type EpochInBatch = {
  readonly key: string;
  readonly device: string;
  readonly epoch: string;
  readonly heldBefore: number;
  readonly fresh: string[];
  held: number;
  hash: string;
  /** Hash of the last line of the batch that was told a fork. */
  forked: string | null;
};

function forkedAt(refused: RefusedLine[], index: number, hash: string): string {
  refused.push({ index, code: 'line-forked' });
  return hash;
}

function inBatch(
  epochs: Map<string, EpochInBatch>,
  { device, epoch }: EventEnvelope,
  headOf: (key: string) => ChainHead | null,
): EpochInBatch {
  const key = vectorKey(device, epoch);
  const known = epochs.get(key);
  if (known) return known;
  const { held, hash } = headOf(key) ?? { held: 0, hash: NO_HASH };
  const begun = { key, device, epoch, heldBefore: held, fresh: [], held, hash, forked: null };
  epochs.set(key, begun);
  return begun;
}
