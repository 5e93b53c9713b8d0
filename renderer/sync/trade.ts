// What a page and its host bring each other: lines by vector, keys before the events that need them.
import { err, ok } from '../../shared/basics/result.ts';
import { vectorKey, missingRanges } from '../../shared/sync/vector.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { admitPulled, heldVector, keepKeys, linesOf } from '../db/exchange.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, BridgeFault } from '../../shared/bridge.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { RefusedLine } from '../../shared/sync/chain.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskDatabase } from '../db/desk-database.ts';

/** Lines pushed in one call at the most. */
const PUSH_LINES = 500;

/** What an exchange works with. */
export type TradeDeps = { readonly db: DeskDatabase; readonly bridge: Bridge; readonly ward: string };

/**
 * How an exchange went. `fault`: why the host did not answer to the end; null when it did. `forked`: vector keys of epochs
 * that the host holds differently [J7], and of one's own that was left.
 */
export type Traded = { readonly fault: BridgeFault | null; readonly forked: ReadonlySet<string> };

/** Brings either side what it lacks. */
export async function tradeAll(deps: TradeDeps): Promise<Traded> {
  const forked = new Set<string>();
  const held = await pullAll(deps, forked);
  const fault = held.ok ? await pushAll(deps, held.value, forked) : held.error;
  return { fault, forked };
}

/** Fetches wrapped keys that this storage lacks; null, or why the host does not answer. A key may still be on its way. */
export async function pullKeys(
  { db, bridge }: Pick<TradeDeps, 'db' | 'bridge'>,
  ids: readonly string[],
): Promise<BridgeFault | null> {
  const rows = await db.keys.bulkGet([...ids]);
  const wanted = ids.filter((_, index) => rows[index] === undefined);
  if (wanted.length === 0) return null;
  const answer = await bridge.call('keys', { wanted });
  if (!answer.ok) return answer.error;
  await keepKeys(db, answer.value.keys);
  return null;
}

/**
 * Pushes fresh events; true when the host holds them. Of two acts at once the later one's push may come first: then what
 * the host still lacks before it goes along, for the word "no second copy" must not be said of a host that is well.
 */
export async function pushFresh(
  deps: TradeDeps,
  logged: readonly LoggedEvent[],
  keys: readonly WrappedKey[],
): Promise<boolean> {
  const push = () => deps.bridge.call('push', { lines: logged.map((one) => one.line), keys: [...keys] });
  const first = await push();
  if (!first.ok || first.value.refused.length === 0) return first.ok;
  if (first.value.refused.some(({ code }) => code !== 'line-gap')) return false;
  await pushAll(deps, first.value.vector, new Set());
  const again = await push();
  return again.ok && again.value.refused.length === 0;
}

/** Pulls until the host has nothing new; what the host holds afterwards. */
async function pullAll(deps: TradeDeps, forked: Set<string>): Promise<Result<Vector, BridgeFault>> {
  const { db, bridge, ward } = deps;
  for (;;) {
    const answer = await bridge.call('pull', { vector: await heldVector(db) });
    if (!answer.ok) return answer;
    const { lines, more } = answer.value;
    // Keys first: a dossier that stands in the register must never be one that nobody here can open yet.
    const keysFault = await pullKeys(deps, keyIdsIn(lines));
    if (keysFault) return err(keysFault);
    const { fresh, refused, left } = await admitPulled(db, ward, lines);
    if (left !== null) forked.add(left);
    noteForks(lines, refused, forked);
    if (!more || fresh === 0) {
      const status = await bridge.call('status', {});
      return status.ok ? ok(status.value.host.held) : status;
    }
  }
}

/** Two pushes are under way at a time: the next lines are read and sent while the host still writes those before. */
async function pushAll(deps: TradeDeps, hostHeld: Vector, forked: Set<string>): Promise<BridgeFault | null> {
  const { db, bridge } = deps;
  const faults: BridgeFault[] = [];
  for (const range of missingRanges(await heldVector(db), hostHeld)) {
    let before = Promise.resolve(true);
    for (let from = range.from; from < range.to;) {
      const lines = await linesOf(db, { ...range, from }, PUSH_LINES);
      if (lines.length === 0) break;
      from += lines.length;
      const keys = await keysFor(db, lines);
      const taken = bridge.call('push', { lines: [...lines], keys }).then((answer) => {
        if (answer.ok) noteForks(lines, answer.value.refused, forked);
        else faults.push(answer.error);
        return answer.ok && answer.value.refused.length === 0;
      });
      if (!(await before)) break;
      before = taken;
    }
    await before;
  }
  return faults[0] ?? null;
}

function noteForks(lines: readonly string[], refused: readonly RefusedLine[], forked: Set<string>): void {
  for (const { index, code } of refused) {
    const parsed = code === 'line-forked' ? parseLine(lines[index] ?? '') : null;
    if (parsed?.ok) forked.add(vectorKey(parsed.value.event.device, parsed.value.event.epoch));
  }
}

/** Keys named by these lines: a key always travels before its event. */
async function keysFor(db: DeskDatabase, lines: readonly string[]): Promise<WrappedKey[]> {
  const rows = await db.keys.bulkGet(keyIdsIn(lines));
  return rows.filter((row) => row !== undefined);
}

function keyIdsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /"sealed":\{"keyId":"([0-9a-f]{32})"/.exec(line)?.[1] ?? []);
}
