import { ok } from '../../../shared/basics/result.ts';
import { parseInstant } from '../../../shared/basics/time.ts';
import { parseLine } from '../../../shared/event/envelope.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { DeskDatabase, HeadRow } from '../desk-database.ts';
import type { Committed, StorageFault, Writing } from '../transact.ts';

/** Writes down that the machine's clock jumped [C1]. */
export function recordClockJump(
  db: DeskDatabase,
  writing: Writing,
  body: FactBody<'clock-jumped'>,
): Promise<Result<Committed<null>, Refusal | StorageFault>> {
  return transact(
    db,
    writing,
    () => Promise.resolve(null),
    (_, { device }) =>
      ok({
        value: null,
        facts: [{ type: 'clock-jumped', subject: `clock:${device}`, parents: [], sealed: null, body }],
      }),
  );
}

/**
 * Wall time of the last event that this device wrote before, ms: of the present epoch, or, where that has only begun, the
 * latest of the device's other epochs. Other devices' clocks are no witness. Null when there is none.
 */
export async function lastOwnWall(db: DeskDatabase): Promise<number | null> {
  const [meta, heads] = await Promise.all([db.meta.get('epoch'), db.heads.toArray()]);
  if (meta?.key !== 'epoch') return null;
  const own = heads.find(({ key }) => key === vectorKey(meta.device, meta.epoch));
  const before = heads.filter((head) => head.key.startsWith(`${meta.device}/`) && head.key !== own?.key);
  const wanted = own && own.held > 1 ? [own] : before;
  const walls = await Promise.all(wanted.map((head) => wallOf(db, head)));
  const known = walls.filter((wall) => wall !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

async function wallOf(db: DeskDatabase, { key, held }: HeadRow): Promise<number | null> {
  const [device = '', epoch = ''] = key.split('/');
  const row = await db.events.get([device, epoch, held - 1]);
  const parsed = row && parseLine(row.line);
  return parsed?.ok ? parseInstant(parsed.value.event.wall) : null;
}
