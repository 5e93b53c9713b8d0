import { err, ok } from '../../shared/basics/result.ts';
import { sqliteAttachments } from './attachments/sqlite-attachments.ts';
import { sqliteJournal } from './sqlite-journal.ts';
import { sqliteClaims } from './sqlite-claims.ts';
import { sqliteRegistry } from './sqlite-registry.ts';
import { sqliteSubjects } from './sqlite-subjects.ts';
import { detailOf, openSqlite } from './sqlite.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { OpenFault } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * The embedded store: one SQLite file. Several programs may have it open (the command line beside the server).
 * @param now UTC ISO of this moment
 * @param open `openSqliteReadOnly` for who only looks: then whatever writes throws
 */
export function openSqliteStore(
  path: string,
  now: () => string,
  open: typeof openSqlite = openSqlite,
): Result<Store, OpenFault> {
  const opened = open(path);
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    return ok({
      ...sqliteJournal(db, now),
      ...sqliteRegistry(db),
      ...sqliteSubjects(db),
      ...sqliteClaims(db),
      ...sqliteAttachments(db),
      ready: () => Promise.resolve(db.isOpen && db.prepare('SELECT 1 AS one').get()?.['one'] === 1),
      close: () => {
        if (db.isOpen) db.close();
        return Promise.resolve();
      },
    });
  } catch (cause) {
    db.close();
    return err({ code: 'database-unreadable', detail: detailOf(cause) });
  }
}
