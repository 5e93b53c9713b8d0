// Numbers for what is issued: from the block at hand, a fresh one, or in letters of the storage's own.
import { err, ok } from '../../../shared/basics/result.ts';
import { LOW_SUPPLY, rangeOf, supplyLeft } from '../../../shared/decide/numbers.ts';
import { highestTaken, keepGrant } from '../../db/supplies.ts';
import { told } from './act-deps.ts';
import type { Writing } from '../../db/transact.ts';
import type { ActDeps, Written } from './act-deps.ts';

/**
 * Runs an act that takes a number: leases a block when none is left, and goes on alone when none can be had [N5].
 * Afterwards the next block is asked for ahead of need, without anybody waiting.
 * @param act takes the number; told whether it may go on alone, and whether that is because the device's range is used up
 */
export async function withNumber<T>(
  deps: ActDeps,
  writing: Writing,
  namespace: string,
  act: (alone: boolean, isRangeOver: boolean) => Promise<Written<T>>,
): Promise<Written<T>> {
  let written = await act(false, false);
  if (!written.ok && written.error.code === 'supply-empty') {
    const refused = await leaseBlock(deps, writing, namespace);
    written = await act(true, refused === 'numbers-exhausted');
  }
  const rest = written.ok
    ? written.value.supplies.find((supply) => supply.namespace === namespace)
    : undefined;
  if (rest && supplyLeft(rest) < LOW_SUPPLY) void leaseBlock(deps, writing, namespace);
  return written;
}

const UNCLAIMED: ReadonlySet<string> = new Set(['epoch-not-claimed', 'epoch-unknown']);

/** Asks the host for a block and keeps it; the code of what went wrong, null when nothing did. */
async function leaseBlock(
  deps: ActDeps,
  writing: Writing,
  namespace: string,
  claimed = false,
): Promise<string | null> {
  // A storage that fails here is met by the act itself; without a block it goes on alone.
  const asked = await told(async () => {
    const meta = await deps.db.meta.get('epoch');
    if (meta?.key !== 'epoch') return err({ code: 'storage-vanished' as const });
    const range = rangeOf(namespace, deps.hello.device.role, deps.hello.device.slot);
    const highest = range ? await highestTaken(deps.db, namespace, range) : 0;
    return ok({ epoch: meta.epoch, namespace, highest });
  });
  if (!asked.ok) return asked.error.code;
  const block = await deps.bridge.call('lease', asked.value);
  if (!block.ok) {
    // The host does not know this page as the one that writes the epoch: it is claimed anew, or another is opened [J11].
    if (!claimed && UNCLAIMED.has(block.error.code) && (await deps.reopen()))
      return leaseBlock(deps, writing, namespace, true);
    return block.error.code;
  }
  const kept = await keepGrant(deps.db, { ...writing, actor: null }, namespace, block.value);
  if (kept.ok) void deps.link.secondCopy(kept.value.logged, []);
  return kept.ok ? null : kept.error.code;
}
