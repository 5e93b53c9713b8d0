import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';
import type { Store } from '../store.ts';

/** Notes which encrypted files the facts of a ward name, and forgets those of an erased dossier; in the caller's transaction. */
export type NoteAttachments = (ward: string, events: Iterable<EventEnvelope>) => void;

/** The writing side: a file of an erased dossier is never noted again. */
export function noteAttachments(db: DatabaseSync): NoteAttachments {
  const prepared = once(() => ({
    add: db.prepare(`INSERT INTO attachments (ward, sha256, subject, bytes) SELECT ?1, ?2, ?3, ?4
      WHERE NOT EXISTS (SELECT 1 FROM erased WHERE ward = ?1 AND kind = 'subject' AND id = ?3)
      ON CONFLICT DO NOTHING`),
    drop: db.prepare('DELETE FROM attachments WHERE ward = ? AND subject = ?'),
  }));
  return (ward, events) => {
    for (const event of events) {
      if (event.type !== 'subject-erased' && event.type !== 'dossier-attachment-added') continue;
      const fact = factOf(event);
      if (fact?.type === 'subject-erased') prepared().drop.run(ward, event.subject);
      if (fact?.type !== 'dossier-attachment-added') continue;
      prepared().add.run(ward, fact.body.sha256, event.subject, fact.body.bytes);
    }
  };
}

/** Notes the files that stored events name, for tables that knew none. */
export function noteStoredAttachments(db: DatabaseSync): void {
  const note = noteAttachments(db);
  const lines = db.prepare(
    `SELECT ward, line FROM events WHERE line LIKE '%"dossier-attachment-added"%' OR line LIKE '%"subject-erased"%' ORDER BY ward, pos`,
  );
  for (const row of lines.all()) {
    const parsed = parseLine(String(row['line']));
    if (parsed.ok) note(String(row['ward']), [parsed.value.event]);
  }
}

/** The reading side of the store. */
export function sqliteAttachments(db: DatabaseSync): Pick<Store, 'attachment' | 'attachments'> {
  const prepared = once(() => ({
    one: db.prepare('SELECT bytes FROM attachments WHERE ward = ? AND sha256 = ?'),
    all: db.prepare('SELECT ward, sha256 FROM attachments'),
  }));
  return {
    attachment: (ward, sha256) => {
      const row = prepared().one.get(ward, sha256);
      return Promise.resolve(row ? { bytes: Number(row['bytes']) } : null);
    },
    attachments: () =>
      Promise.resolve(
        prepared()
          .all.all()
          .map((row) => ({ ward: String(row['ward']), sha256: String(row['sha256']) })),
      ),
  };
}

/** Prepares when first wanted: a database of an earlier version may be looked at as it is. */
function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
