// Which page storages (epochs) this host has met, on the disk; what follows from them stands in shared/decide/machine.
import { join } from 'node:path';
import { z } from 'zod';
import { createEpochList, matchSecret } from '../../../shared/decide/machine/epochs.ts';
import { openRowFile } from '../row-file.ts';
import type { EpochRecord } from '../../../shared/decide/machine/epochs.ts';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';

/** The host's list of epochs. */
export type EpochBook = {
  /** Registers an epoch, durably before it is answered; `known` tells whether it stood there already. */
  readonly open: (
    epoch: string,
    tenancy: string,
  ) => Promise<{ readonly ordinal: number; readonly known: boolean }>;
  readonly has: (epoch: string) => boolean;
  readonly get: (epoch: string) => EpochRecord | undefined;
  /** Whether this is the present secret of an epoch. */
  readonly proves: (epoch: string, tenancy: string) => boolean;
  /** Makes another secret the one of an epoch, durably. */
  readonly rotate: (epoch: string, tenancy: string) => Promise<void>;
  /** Takes note of an epoch of this device that stands in an event: its number is never given again [J11]. */
  readonly observe: (event: EventEnvelope) => void;
  /** How many epochs of this device are known, from the list or from events. */
  readonly count: () => number;
};

const rowSchema = z.object({ epoch: z.string(), ordinal: z.int().min(0), tenancy: z.string().optional() });

/** Secret of epochs that were registered before there were secrets; see `renderer/db/desk-database.ts`. */
const NO_TENANCY = '0'.repeat(32);

/** Opens `epochs.jsonl`; of an epoch's rows the last one holds. @param isOwn whether a device id is this installation's */
export async function openEpochBook(folder: string, isOwn: (device: string) => boolean): Promise<EpochBook> {
  const file = await openRowFile(join(folder, 'epochs.jsonl'), rowSchema);
  const list = createEpochList(isOwn);
  for (const { epoch, ordinal, tenancy = NO_TENANCY } of file.rows) list.note({ epoch, ordinal, tenancy });
  return {
    open: async (epoch, tenancy) => {
      const known = list.get(epoch);
      if (known) return { ordinal: known.ordinal, known: true };
      const row = { epoch, ordinal: list.nextOrdinal(), tenancy };
      // Noted before the write: a second asker must not be given the same number while this one is being made durable.
      list.note(row);
      await file.append([row]);
      return { ordinal: row.ordinal, known: false };
    },
    has: (epoch) => list.get(epoch) !== undefined,
    get: list.get,
    proves: (epoch, tenancy) => matchSecret(list.get(epoch), { tenancy, next: tenancy }) === 'present',
    rotate: async (epoch, tenancy) => {
      const known = list.get(epoch);
      if (!known) return;
      const row = { epoch, ordinal: known.ordinal, tenancy };
      await file.append([row]);
      list.note(row);
    },
    observe: (event) => list.observe(event),
    count: list.count,
  };
}
