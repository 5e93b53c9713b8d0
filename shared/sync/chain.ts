import { NO_HASH, parseLine } from '../event/envelope.ts';
import { vectorKey } from './vector.ts';
import type { LoggedEvent } from '../event/envelope.ts';

/** Last event held of one epoch: how many are held and the hash of the last. */
export type ChainHead = { readonly held: number; readonly hash: string };

/** Why a line was not taken. `line-gap`: its predecessors are missing; `line-forked`: another event stands at its place. */
export type RefusedLine = {
  readonly index: number;
  readonly code:
    'line-too-long' | 'line-malformed' | 'line-hash-wrong' | 'line-gap' | 'line-forked' | 'line-ward-wrong';
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
 */
export function admitLines(
  ward: string,
  lines: readonly string[],
  headOf: (key: string) => ChainHead | null,
  hashAt: (key: string, seq: number) => string | undefined,
  digestOf?: (text: string) => string,
): Admission {
  const heads = new Map<string, ChainHead>();
  const fresh: LoggedEvent[] = [];
  const freshHashes = new Map<string, string>();
  const refused: RefusedLine[] = [];
  let known = 0;
  lines.forEach((line, index) => {
    const parsed = parseLine(line, digestOf);
    if (!parsed.ok) return void refused.push({ index, code: parsed.error.code });
    const { event, hash } = parsed.value;
    if (event.ward !== ward) return void refused.push({ index, code: 'line-ward-wrong' });
    const key = vectorKey(event.device, event.epoch);
    const head = heads.get(key) ?? headOf(key) ?? { held: 0, hash: NO_HASH };
    if (event.seq < head.held) {
      const stored = freshHashes.get(`${key}/${event.seq}`) ?? hashAt(key, event.seq);
      if (stored === undefined || stored === hash) known += 1;
      else refused.push({ index, code: 'line-forked' });
    } else if (event.seq > head.held) refused.push({ index, code: 'line-gap' });
    else if (event.prev !== head.hash) refused.push({ index, code: 'line-forked' });
    else {
      heads.set(key, { held: event.seq + 1, hash });
      freshHashes.set(`${key}/${event.seq}`, hash);
      fresh.push(parsed.value);
    }
  });
  return { fresh, known, refused };
}
