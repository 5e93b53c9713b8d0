// Which page storages (epochs) this host has met, and the number each has on this device.
import { join } from 'node:path';
import { z } from 'zod';
import { openRowFile } from '../row-file.ts';

/** The host's list of epochs. */
export type EpochBook = {
  /** Registers an epoch, durably before it is answered; `known` tells whether it stood there already. */
  readonly open: (epoch: string) => Promise<{ readonly ordinal: number; readonly known: boolean }>;
  readonly has: (epoch: string) => boolean;
};

const rowSchema = z.object({ epoch: z.string(), ordinal: z.int().min(0) });

/**
 * Opens `epochs.jsonl`.
 * @param lowest an ordinal that no epoch before may have had, told by the journal files; counts when the list itself is lost
 */
export async function openEpochBook(folder: string, lowest: number): Promise<EpochBook> {
  const file = await openRowFile(join(folder, 'epochs.jsonl'), rowSchema);
  const ordinals = new Map(file.rows.map(({ epoch, ordinal }) => [epoch, ordinal]));
  let next = Math.max(
    file.rows.length === 0 ? lowest : 0,
    ...[...ordinals.values()].map((ordinal) => ordinal + 1),
  );
  return {
    open: async (epoch) => {
      const known = ordinals.get(epoch);
      if (known !== undefined) return { ordinal: known, known: true };
      const ordinal = next;
      next += 1;
      await file.append([{ epoch, ordinal }]);
      ordinals.set(epoch, ordinal);
      return { ordinal, known: false };
    },
    has: (epoch) => ordinals.has(epoch),
  };
}
