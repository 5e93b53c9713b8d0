// Which page storages (epochs) this host has met: the number each has on this device, and the secret that proves it.
import { join } from 'node:path';
import { z } from 'zod';
import { factOf } from '../../../shared/event/facts.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { openRowFile } from '../row-file.ts';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';

/** How a shown secret stands to the one in the book [J11]. `next`: the one recorded follows it, the answer was lost. */
export type SecretMatch = 'present' | 'next' | 'old' | 'unknown';

/** The host's list of epochs. */
export type EpochBook = {
  /** Registers an epoch, durably before it is answered; `known` tells whether it stood there already. */
  readonly open: (
    epoch: string,
    tenancy: string,
  ) => Promise<{ readonly ordinal: number; readonly known: boolean }>;
  readonly has: (epoch: string) => boolean;
  readonly match: (epoch: string, shown: { readonly tenancy: string; readonly next: string }) => SecretMatch;
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

type Known = { readonly ordinal: number; readonly secrets: readonly string[] };

/** Opens `epochs.jsonl`; of an epoch's rows the last one holds. @param isOwn whether a device id is this installation's */
export async function openEpochBook(folder: string, isOwn: (device: string) => boolean): Promise<EpochBook> {
  const file = await openRowFile(join(folder, 'epochs.jsonl'), rowSchema);
  const known = new Map<string, Known>();
  const seen = new Set<string>();
  let next = 0;
  const note = (epoch: string, ordinal: number, secret: string): void => {
    known.set(epoch, { ordinal, secrets: [...(known.get(epoch)?.secrets ?? []), secret] });
    next = Math.max(next, ordinal + 1);
  };
  for (const { epoch, ordinal, tenancy } of file.rows) note(epoch, ordinal, tenancy ?? NO_TENANCY);
  const seenOnly = (): number =>
    [...seen].filter((key) => !known.has(key.slice(key.indexOf('/') + 1))).length;
  return {
    open: async (epoch, tenancy) => {
      const ordinal = known.get(epoch)?.ordinal;
      if (ordinal !== undefined) return { ordinal, known: true };
      const fresh = Math.max(next, seen.size);
      // Noted before the write: a second asker must not be given the same number while this one is being made durable.
      note(epoch, fresh, tenancy);
      await file.append([{ epoch, ordinal: fresh, tenancy }]);
      return { ordinal: fresh, known: false };
    },
    has: (epoch) => known.has(epoch),
    match: (epoch, shown) => {
      const secrets = known.get(epoch)?.secrets ?? [];
      if (secrets.at(-1) === shown.tenancy) return 'present';
      if (secrets.at(-1) === shown.next) return 'next';
      return secrets.includes(shown.tenancy) ? 'old' : 'unknown';
    },
    rotate: async (epoch, tenancy) => {
      const ordinal = known.get(epoch)?.ordinal;
      if (ordinal === undefined) return;
      await file.append([{ epoch, ordinal, tenancy }]);
      note(epoch, ordinal, tenancy);
    },
    observe: (event) => {
      if (event.seq !== 0 || !isOwn(event.device)) return;
      seen.add(vectorKey(event.device, event.epoch));
      const fact = factOf(event);
      if (fact?.type === 'epoch-opened') next = Math.max(next, (fact.body.ordinal ?? 0) + 1);
    },
    count: () => known.size + seenOnly(),
  };
}
