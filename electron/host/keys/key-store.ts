// Wrapped dossier keys: rows that pages and the district hand in, each kept once. Only the ward key opens them.
import { join } from 'node:path';
import { wrappedKeySchema } from '../../../shared/sync/messages.ts';
import { openRowFile } from '../row-file.ts';
import type { WrappedKey } from '../../../shared/sync/messages.ts';

/** The host's store of wrapped keys. */
export type KeyStore = {
  /** Keeps what is new, durably. The first row of a key id stands. */
  readonly keep: (keys: readonly WrappedKey[]) => Promise<void>;
  /** The keys with these ids, as far as they are here. */
  readonly named: (ids: readonly string[]) => readonly WrappedKey[];
  /** What an asker that has `held` lacks. */
  readonly lacking: (held: ReadonlySet<string>) => readonly WrappedKey[];
  readonly ids: () => readonly string[];
  /** Called after fresh keys are durable. */
  readonly onFresh: (listener: () => void) => void;
};

/** Opens `keys.jsonl` of a data folder. */
export async function openKeyStore(folder: string): Promise<KeyStore> {
  const file = await openRowFile(join(folder, 'keys.jsonl'), wrappedKeySchema);
  const rows = new Map<string, WrappedKey>();
  for (const row of file.rows) if (!rows.has(row.keyId)) rows.set(row.keyId, row);
  const listeners: (() => void)[] = [];
  return {
    keep: async (keys) => {
      const fresh = [...new Map(keys.map((key) => [key.keyId, key])).values()].filter(
        ({ keyId }) => !rows.has(keyId),
      );
      if (fresh.length === 0) return;
      await file.append(fresh);
      for (const row of fresh) if (!rows.has(row.keyId)) rows.set(row.keyId, row);
      for (const listener of listeners) listener();
    },
    named: (ids) => ids.flatMap((keyId) => rows.get(keyId) ?? []),
    lacking: (held) => [...rows.values()].filter(({ keyId }) => !held.has(keyId)),
    ids: () => [...rows.keys()],
    onFresh: (listener) => void listeners.push(listener),
  };
}
