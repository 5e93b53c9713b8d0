// Wrapped keys between this host and the district: what is new goes up before its events, what pulled lines need comes first.
import { ok } from '../../../shared/basics/result.ts';
import { keysAnswerSchema } from '../../../shared/sync/messages.ts';
import type { z } from 'zod';
import type { Result } from '../../../shared/basics/result.ts';
import type { WrappedKey } from '../../../shared/sync/messages.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Log } from '../log.ts';
import type { Wire, WireFault } from './wire.ts';

/** The trade of one running uplink. */
export type KeyTrade = {
  /** Fetches the keys that these lines were sealed under, so that no page meets an event it cannot open yet. */
  readonly forLines: (lines: readonly string[]) => Step;
  /** Gives what is new here and asks again for what was owed. The first time both sides compare all they have. */
  readonly due: () => Step;
  /** The district lost something: all is compared anew. */
  readonly again: () => void;
};

/** What a trade works on. */
export type TradeSetting = {
  readonly wire: Wire;
  readonly keys: KeyStore;
  readonly device: () => string;
  readonly log: Log;
};

type Step = Promise<Result<void, WireFault>>;
type Answer = z.infer<typeof keysAnswerSchema>;
type Wish = {
  readonly keys: readonly WrappedKey[];
  readonly held: readonly string[];
  readonly wanted?: readonly string[];
};
type Trade = TradeSetting & {
  /** Ids that the district is known to have. */
  readonly given: Set<string>;
  /** Ids that pulled lines name and nobody had yet. */
  readonly owed: Set<string>;
  compared: boolean;
  freshDue: boolean;
  /** Keys or names in one request; halved when something on the way refuses the request as too large. */
  chunk: number;
};

const CHUNK = 1000;
/** Most ids that both sides compare at once; a desk with more asks by name only. */
const COMPARED = 100_000;
/** The version that answers keys by name. */
const BY_NAME = 2;

/** Makes the trade of a device that holds dossiers. */
export function createKeyTrade(setting: TradeSetting): KeyTrade {
  const { keys } = setting;
  const trade: Trade = {
    ...setting,
    given: new Set(),
    owed: new Set(),
    compared: false,
    freshDue: true,
    chunk: CHUNK,
  };
  keys.onFresh(() => {
    trade.freshDue = true;
  });
  return {
    forLines: async (lines) => {
      const done = await compareOnce(trade);
      if (!done.ok) return done;
      const needed = keyIdsIn(lines).filter((id) => !keys.has(id) && !keys.isErased(id));
      if (needed.length === 0) return ok(undefined);
      for (const id of needed) trade.owed.add(id);
      return give(trade, needed);
    },
    due: () => settleUp(trade),
    again: () => {
      trade.compared = false;
      trade.given.clear();
    },
  };
}

async function settleUp(trade: Trade): Step {
  const { keys, owed } = trade;
  const done = await compareOnce(trade);
  if (!done.ok) return done;
  for (const id of owed) if (keys.has(id) || keys.isErased(id)) owed.delete(id);
  if (!trade.freshDue && owed.size === 0) return ok(undefined);
  trade.freshDue = false;
  const gave = await give(trade, [...owed]);
  trade.freshDue ||= !gave.ok;
  return gave;
}

async function compareOnce(trade: Trade): Step {
  if (trade.compared) return ok(undefined);
  const done = await compare(trade);
  trade.compared = done.ok;
  trade.freshDue = true;
  return done;
}

/** Everything against everything: the first time, and after the district lost something. */
async function compare(trade: Trade): Step {
  for (;;) {
    const held = trade.keys.ids();
    if (held.length > COMPARED) return ok(undefined);
    const answer = await ask(trade, { keys: [], held });
    // What cannot be compared is given whole, and asked for by name.
    if (!answer.ok) return answer.error.code === 'district-too-large' ? ok(undefined) : answer;
    const lacking = new Set(answer.value.lacking ?? held);
    for (const id of held) if (!lacking.has(id)) trade.given.add(id);
    if (answer.value.keys.length === 0) return ok(undefined);
  }
}

/** Gives what the district lacks and asks for what is wanted, in as many requests as it takes. */
async function give(trade: Trade, wishes: readonly string[]): Step {
  const { keys, given, wire, log } = trade;
  let wanted = [...wishes];
  for (;;) {
    const fresh = keys.lacking(given).slice(0, trade.chunk);
    if (fresh.length === 0 && wanted.length === 0) return ok(undefined);
    const asked = wanted.slice(0, trade.chunk);
    const byName = wire.speech.protocol() >= BY_NAME;
    const wish = byName ? { keys: fresh, held: [], wanted: asked } : { keys: fresh, held: keys.ids() };
    const answer = await ask(trade, wish);
    if (answer.ok) wanted = byName ? wanted.slice(asked.length) : [];
    else if (answer.error.code !== 'district-too-large') return answer;
    else if (trade.chunk > 1) trade.chunk = Math.ceil(trade.chunk / 2);
    else {
      // Not even one key gets through: events must not wait for that.
      log('warn', answer.error.code, { path: '/v1/keys' });
      return ok(undefined);
    }
  }
}

async function ask(
  { wire, keys, given, owed, device }: Trade,
  wish: Wish,
): Promise<Result<Answer, WireFault>> {
  const answer = await wire.ask({
    method: 'POST',
    path: '/v1/keys',
    device: device(),
    body: JSON.stringify(wish),
    answer: keysAnswerSchema,
  });
  if (!answer.ok) return answer;
  // Marked first: what came from above is no news for above.
  for (const { keyId } of [...wish.keys, ...answer.value.keys]) given.add(keyId);
  await keys.keep(answer.value.keys);
  for (const { keyId } of answer.value.keys) owed.delete(keyId);
  return answer;
}

/** Key ids of the sealed parts of lines, read without parsing them. */
function keyIdsIn(lines: readonly string[]): readonly string[] {
  const ids = lines.flatMap(
    (line) => /"sealed"\s*:\s*\{\s*"keyId"\s*:\s*"([^"]{1,120})"/.exec(line)?.[1] ?? [],
  );
  return [...new Set(ids)];
}
