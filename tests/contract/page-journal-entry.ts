// Runs in a real page: the Dexie journal behind functions that a driver can call.
import { DeskDatabase } from '../../renderer/db/desk-database.ts';
import { admitPulled, heldVector, linesOf } from '../../renderer/db/exchange.ts';
import type { RefusedLine } from '../../shared/sync/chain.ts';
import type { SeqRange, Vector } from '../../shared/sync/vector.ts';

/** What the driver may ask of the page; journals are told apart by the names of their databases. */
export type PageJournals = {
  append(
    name: string,
    lines: readonly string[],
  ): Promise<{ readonly vector: Vector; readonly fresh: number; readonly refused: readonly RefusedLine[] }>;
  vector(name: string): Promise<Vector>;
  read(name: string, range: SeqRange, limit: number): Promise<readonly string[]>;
  /** Closes the database; the next call opens it anew. */
  reopen(name: string): void;
  remove(name: string): Promise<void>;
};

const open = new Map<string, DeskDatabase>();

function database(name: string): DeskDatabase {
  const db = open.get(name) ?? new DeskDatabase(name);
  open.set(name, db);
  return db;
}

const journals: PageJournals = {
  append: async (name, lines) => {
    const admitted = await admitPulled(database(name), 'thach-ban', lines);
    return { ...admitted, vector: await heldVector(database(name)) };
  },
  vector: (name) => heldVector(database(name)),
  read: (name, range, limit) => linesOf(database(name), range, limit),
  reopen: (name) => {
    database(name).close();
    open.delete(name);
  },
  remove: async (name) => {
    await database(name).delete();
    open.delete(name);
  },
};

(window as unknown as { journals: PageJournals }).journals = journals;
