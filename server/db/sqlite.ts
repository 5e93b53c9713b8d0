import { DatabaseSync } from 'node:sqlite';
import { err, ok } from '../../shared/basics/result.ts';
import { SCHEMA_VERSION, schemaSql, schemaSteps } from './schema.ts';
import { noteStoredAttachments } from './attachments/sqlite-attachments.ts';
import { eraseStored } from './sqlite-erasure.ts';
import type { Result } from '../../shared/basics/result.ts';

/** Why a database was not opened. */
export type OpenFault = {
  readonly code: 'database-newer' | 'database-not-durable' | 'database-unreadable';
  readonly detail: string;
};

/** How long a statement waits for another program that writes, ms. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens (or makes) the server's SQLite file so that a commit survives a power cut, and proves that the settings took.
 * Nothing is written into a database of a newer program.
 */
export function openSqlite(path: string): Result<DatabaseSync, OpenFault> {
  return opened(path, false, prepareForWriting);
}

/** Opens an existing file for reading only, also while a server writes to it. */
export function openSqliteReadOnly(path: string): Result<DatabaseSync, OpenFault> {
  return opened(path, true, (db) => newerFault(db));
}

/** Runs a synchronous piece of work in one write transaction; an exception undoes all of it. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw cause;
  }
}

/** The message of whatever was thrown, on one line. */
export function detailOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ');
}

function opened(
  path: string,
  readOnly: boolean,
  check: (db: DatabaseSync) => OpenFault | null,
): Result<DatabaseSync, OpenFault> {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    const fault = check(db);
    if (!fault) return ok(db);
    db.close();
    return err(fault);
  } catch (cause) {
    if (db?.isOpen) db.close();
    return err({ code: 'database-unreadable', detail: detailOf(cause) });
  }
}

function prepareForWriting(db: DatabaseSync): OpenFault | null {
  const newer = newerFault(db);
  if (newer) return newer;
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  db.exec('PRAGMA synchronous = FULL');
  // A destroyed key must not stay readable in a freed page.
  db.exec('PRAGMA secure_delete = ON');
  const synchronous = db.prepare('PRAGMA synchronous').get()?.['synchronous'];
  if (mode !== 'wal' || synchronous !== 2) {
    return {
      code: 'database-not-durable',
      detail: `journal_mode ${String(mode)}, synchronous ${String(synchronous)}`,
    };
  }
  inTransaction(db, () => {
    const version = versionOf(db);
    if (version === SCHEMA_VERSION) return;
    if (version === 0) for (const statement of schemaSql) db.exec(statement);
    else for (let from = version; from < SCHEMA_VERSION; from += 1) stepFrom(db, from);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
  return null;
}

function stepFrom(db: DatabaseSync, version: number): void {
  for (const statement of schemaSteps[version] ?? []) db.exec(statement);
  // Version 1 kept erasures as events of a type it did not know.
  if (version === 1) eraseStored(db);
  if (version === 4) noteStoredAttachments(db);
}

function newerFault(db: DatabaseSync): OpenFault | null {
  const version = versionOf(db);
  if (version <= SCHEMA_VERSION) return null;
  return {
    code: 'database-newer',
    detail: `tables of version ${version}, this program knows ${SCHEMA_VERSION}`,
  };
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}
