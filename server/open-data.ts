import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err } from '../shared/basics/result.ts';
import { toIso } from '../shared/basics/time.ts';
import { openSqliteReadOnly } from './db/sqlite.ts';
import { openSqliteStore } from './db/sqlite-store.ts';
import { databasePath, prepareDataFolder } from './data-folder.ts';
import type { Result } from '../shared/basics/result.ts';
import type { FolderFault } from './data-folder.ts';
import type { OpenFault } from './db/sqlite.ts';
import type { Store } from './db/store.ts';

/** Why a data folder's store was not opened; `message` is one line for the operator. */
export type DataFault = { readonly code: FolderFault['code'] | OpenFault['code']; readonly message: string };

/** Opens the store of a server's data folder, made if need be; for the server. */
export function openDataStore(dir: string, nowMs: () => number): Result<Store, DataFault> {
  const path = prepareDataFolder(dir);
  if (!path.ok) return path;
  const store = openSqliteStore(path.value, () => toIso(nowMs()));
  if (store.ok) return store;
  return err({ code: store.error.code, message: messageOf(path.value, store.error) });
}

/** Opens the store of a server's data folder for looking only; nothing in the folder is made or changed. */
export function openDataReadOnly(dir: string, nowMs: () => number): Result<Store, DataFault> {
  const path = databasePath(dir);
  const store = openSqliteStore(path, () => toIso(nowMs()), openSqliteReadOnly);
  if (store.ok) return store;
  return err({ code: store.error.code, message: messageOf(path, store.error) });
}

/**
 * Which program's data lie in a folder; null when it is of neither, or not there. A mistyped folder must not become a
 * district of its own, whose codes and tokens no running server knows.
 */
export function programOf(dir: string): 'district' | 'app' | null {
  if (existsSync(databasePath(dir))) return 'district';
  return existsSync(join(dir, 'journal')) ? 'app' : null;
}

function messageOf(path: string, fault: OpenFault): string {
  switch (fault.code) {
    case 'database-newer':
      return `${path} was written by a newer version: ${fault.detail}`;
    case 'database-not-durable':
      return `${path} does not take the settings that survive a power cut: ${fault.detail}`;
    case 'database-unreadable':
      return `cannot open ${path}: ${fault.detail}`;
  }
}
