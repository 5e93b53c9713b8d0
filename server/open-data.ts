import { err } from '../shared/basics/result.ts';
import { toIso } from '../shared/basics/time.ts';
import { openSqliteStore } from './db/sqlite-store.ts';
import { prepareDataFolder } from './data-folder.ts';
import type { Result } from '../shared/basics/result.ts';
import type { FolderFault } from './data-folder.ts';
import type { OpenFault } from './db/sqlite.ts';
import type { Store } from './db/store.ts';

/** Why a data folder's store was not opened; `message` is one line for the operator. */
export type DataFault = { readonly code: FolderFault['code'] | OpenFault['code']; readonly message: string };

/** Opens the store of a server's data folder, for the server and for the command line beside it. */
export function openDataStore(dir: string, nowMs: () => number): Result<Store, DataFault> {
  const path = prepareDataFolder(dir);
  if (!path.ok) return path;
  const store = openSqliteStore(path.value, () => toIso(nowMs()));
  if (store.ok) return store;
  return err({ code: store.error.code, message: messageOf(path.value, store.error) });
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
