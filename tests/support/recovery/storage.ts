import 'fake-indexeddb/auto';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';

/** Everything a browser storage holds, by table. */
export type StorageCopy = ReadonlyMap<string, readonly unknown[]>;

let storages = 0;

/** A storage of its own, empty or as a copy tells: a profile that was put back, or copied. */
export async function storageOf(copy: StorageCopy | null): Promise<DeskDatabase> {
  const db = new DeskDatabase(`desk-${(storages += 1)}`);
  if (!copy) return db;
  await db.open();
  for (const table of db.tables) await table.bulkPut([...(copy.get(table.name) ?? [])]);
  return db;
}

/** Copies a storage as it stands. */
export async function copyOf(db: DeskDatabase): Promise<StorageCopy> {
  return new Map(
    await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

/** Makes a database look as if a later version of the program had written it. */
export async function makeNewer(db: DeskDatabase): Promise<void> {
  const { name } = db;
  const later = Math.round(db.verno * 10) + 10;
  db.close();
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open(name, later);
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
    opening.onerror = () => failed(new Error('cannot raise the version'));
  });
}
