import { err, ok } from '../../../shared/basics/result.ts';
import { beginNumbers, supplyAfter } from '../../../shared/decide/begin-numbers.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { highestSeen } from '../supplies.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BeginWish } from '../../../shared/decide/begin-numbers.ts';
import type { NumberBlock } from '../../../shared/decide/numbers.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Committed, StorageFault, Writing } from '../transact.ts';

/**
 * Notes paper numbers given out before the desk went digital [D19]: the fact and the supply without them, in one step [N9].
 * @param range what this device owns in the namespace, null when nothing
 */
export function noteBegunNumbers(
  db: DeskDatabase,
  writing: Writing,
  wish: BeginWish,
  range: NumberBlock | null,
): Promise<Result<Committed<null>, Refusal | StorageFault>> {
  const read = () =>
    Promise.all([
      db.supplies.get(wish.namespace),
      range ? highestSeen(db, wish.namespace, range) : Promise.resolve(0),
    ]);
  return transact(db, writing, read, ([supply, issued]) => {
    const fact = beginNumbers(wish, range, issued);
    if (!fact.ok) return err(fact.error);
    return ok({
      value: null,
      facts: [fact.value],
      supplies: supply ? [supplyAfter(supply, wish.after)] : [],
    });
  });
}

/**
 * Takes numbers that another storage of this machine says stand on paper out of this one's supplies; runs in the
 * transaction that takes its facts [N9]. Other machines have ranges of their own.
 */
export async function heedBegunNumbers(db: DeskDatabase, fresh: readonly LoggedEvent[]): Promise<void> {
  const begun = fresh.filter(({ event }) => event.type === 'numbers-begun');
  if (begun.length === 0) return;
  const meta = await db.meta.get('epoch');
  for (const { event } of begun) {
    const fact = meta?.key === 'epoch' && meta.device === event.device ? factOf(event) : null;
    if (fact?.type !== 'numbers-begun') continue;
    const supply = await db.supplies.get(fact.body.namespace);
    if (supply) await db.supplies.put(supplyAfter(supply, fact.body.after));
  }
}
