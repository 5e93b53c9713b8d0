import { parseLine } from '../../shared/event/envelope.ts';
import { factOf } from '../../shared/event/facts.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { EventEnvelope } from '../../shared/event/envelope.ts';

/** Destroys wrapped keys and remembers which, so that no old device brings them back. */
export type Erasure = {
  /** Does what `subject-erased` events say, inside the caller's transaction; whether any key or mark was written. */
  readonly erase: (ward: string, events: Iterable<EventEnvelope>) => boolean;
  /**
   * Takes destroyed keys out of the write-ahead log too. False while another program reads the database: try again later.
   */
  readonly scrub: () => boolean;
};

/** Erasure on an open database. */
export function sqliteErasure(db: DatabaseSync): Erasure {
  const mark = db.prepare('INSERT INTO erased (ward, kind, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const markKeysOf = db.prepare(`INSERT INTO erased (ward, kind, id)
    SELECT ward, 'key', key_id FROM keys WHERE ward = ? AND subject = ? ON CONFLICT DO NOTHING`);
  const dropSubject = db.prepare('DELETE FROM keys WHERE ward = ? AND subject = ?');
  const dropKey = db.prepare('DELETE FROM keys WHERE ward = ? AND key_id = ?');
  return {
    erase: (ward, events) => {
      let changed = false;
      for (const event of events) {
        const fact = event.type === 'subject-erased' ? factOf(event) : null;
        if (fact?.type !== 'subject-erased') continue;
        changed = true;
        mark.run(ward, 'subject', event.subject);
        markKeysOf.run(ward, event.subject);
        dropSubject.run(ward, event.subject);
        for (const keyId of fact.body.keyIds) {
          mark.run(ward, 'key', keyId);
          dropKey.run(ward, keyId);
        }
      }
      return changed;
    },
    scrub: () => db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0,
  };
}

/** Does the erasures that stand among the stored events; inside the caller's transaction. */
export function eraseStored(db: DatabaseSync): void {
  const { erase } = sqliteErasure(db);
  const lines = db.prepare(
    `SELECT ward, line FROM events WHERE line LIKE '%subject-erased%' ORDER BY ward, pos`,
  );
  for (const row of lines.all()) {
    const parsed = parseLine(String(row['line']));
    if (parsed.ok) erase(String(row['ward']), [parsed.value.event]);
  }
}
