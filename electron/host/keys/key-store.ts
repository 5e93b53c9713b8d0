// Wrapped dossier keys: rows that pages and the district hand in, each kept once. Only the ward key opens them.
import { join } from 'node:path';
import { z } from 'zod';
import { wrappedKeySchema } from '../../../shared/sync/messages.ts';
import { openRowFile } from '../row-file.ts';
import type { WrappedKey } from '../../../shared/sync/messages.ts';

/** The host's store of wrapped keys. */
export type KeyStore = {
  /** Keeps what is new, durably, but for keys that were destroyed on request. The first row of a key id stands. */
  readonly keep: (keys: readonly WrappedKey[]) => Promise<void>;
  /** The keys with these ids, as far as they are here. */
  readonly named: (ids: readonly string[]) => readonly WrappedKey[];
  /** What an asker that has `held` lacks. */
  readonly lacking: (held: ReadonlySet<string>) => readonly WrappedKey[];
  readonly ids: () => readonly string[];
  readonly has: (keyId: string) => boolean;
  readonly isErased: (keyId: string) => boolean;
  /**
   * Destroys the keys of subjects, and those named: the file is written anew without them before this resolves, and
   * none of them is ever taken again.
   */
  readonly erase: (orders: readonly ErasureOrder[]) => Promise<void>;
  /** Called after fresh keys are durable. */
  readonly onFresh: (listener: () => void) => void;
};

/** Whose keys are to be destroyed. */
export type ErasureOrder = z.infer<typeof erasureSchema>;

const erasureSchema = z.object({ subject: z.string(), keyIds: z.array(z.string()) });

/** Opens `keys.jsonl` of a data folder, and `erased.jsonl`, which tells what must not come back. */
export async function openKeyStore(folder: string): Promise<KeyStore> {
  const file = await openRowFile(join(folder, 'keys.jsonl'), wrappedKeySchema);
  const erasures = await openRowFile(join(folder, 'erased.jsonl'), erasureSchema);
  const erasedIds = new Set<string>();
  const erasedSubjects = new Set<string>();
  const rows = new Map<string, WrappedKey>();
  const isErasedRow = ({ keyId, subject }: WrappedKey): boolean =>
    erasedIds.has(keyId) || erasedSubjects.has(subject);
  const mark = ({ subject, keyIds }: ErasureOrder): void => {
    erasedSubjects.add(subject);
    for (const keyId of keyIds) erasedIds.add(keyId);
  };
  const drop = async (): Promise<void> => {
    for (const row of [...rows.values()].filter(isErasedRow)) {
      erasedIds.add(row.keyId);
      rows.delete(row.keyId);
    }
    await file.drop(isErasedRow);
  };
  for (const row of file.rows) if (!rows.has(row.keyId)) rows.set(row.keyId, row);
  for (const order of erasures.rows) mark(order);
  // The power may have gone between the mark and the new file.
  if (file.rows.some(isErasedRow)) await drop();
  const listeners: (() => void)[] = [];
  return {
    keep: async (keys) => {
      const fresh = [...new Map(keys.map((key) => [key.keyId, key])).values()].filter(
        (key) => !rows.has(key.keyId) && !isErasedRow(key),
      );
      if (fresh.length === 0) return;
      await file.append(fresh);
      // An erasure may have come while the rows were written; its own drop follows them into the file.
      for (const row of fresh) if (!rows.has(row.keyId) && !isErasedRow(row)) rows.set(row.keyId, row);
      for (const listener of listeners) listener();
    },
    named: (ids) => ids.flatMap((keyId) => rows.get(keyId) ?? []),
    lacking: (held) => [...rows.values()].filter(({ keyId }) => !held.has(keyId)),
    ids: () => [...rows.keys()],
    has: (keyId) => rows.has(keyId),
    isErased: (keyId) => erasedIds.has(keyId),
    erase: async (orders) => {
      const fresh = orders.filter(
        ({ subject, keyIds }) =>
          !erasedSubjects.has(subject) || keyIds.some((keyId) => !erasedIds.has(keyId)),
      );
      if (fresh.length === 0) return;
      await erasures.append(fresh);
      for (const order of fresh) mark(order);
      await drop();
    },
    onFresh: (listener) => void listeners.push(listener),
  };
}
