// Which page storages (epochs) a host has met: the number each has on its device, and the secrets that proved it [J11].
import { factOf } from '../../event/facts.ts';
import { vectorKey } from '../../sync/vector.ts';
import type { EventEnvelope } from '../../event/envelope.ts';
import type { Fact } from '../../event/facts.ts';

/** An epoch of this device: its number, and the secrets that proved it, the present one last. */
export type EpochRecord = { readonly ordinal: number; readonly secrets: readonly string[] };

/** How a shown secret stands to the recorded ones [J11]. `next`: the one recorded follows it, the answer was lost. */
type SecretMatch = 'present' | 'next' | 'old' | 'unknown';

/** Compares what a storage shows with the secrets of its epoch. */
export function matchSecret(
  record: EpochRecord | undefined,
  shown: { readonly tenancy: string; readonly next: string },
): SecretMatch {
  const secrets = record?.secrets ?? [];
  if (secrets.at(-1) === shown.tenancy) return 'present';
  if (secrets.at(-1) === shown.next) return 'next';
  return secrets.includes(shown.tenancy) ? 'old' : 'unknown';
}

/** A row of the list: an epoch with the secret it has from here on. */
export type EpochListRow = { readonly epoch: string; readonly ordinal: number; readonly tenancy: string };

/** The list in memory; whoever keeps it writes each row durably before it is answered. */
export type EpochList = {
  readonly get: (epoch: string) => EpochRecord | undefined;
  /** Takes a row of the list, one that was read or one that is to be written. */
  readonly note: (row: EpochListRow) => void;
  /** The number of an epoch not in the list yet: after every number that an epoch of this device is known to have. */
  readonly nextOrdinal: () => number;
  /** Takes note of an epoch of this device that stands in an event: its number is never given again [J11]. */
  readonly observe: (event: EventEnvelope, read?: () => Fact | null) => void;
  /** How many epochs of this device are known, from the list or from events. */
  readonly count: () => number;
};

/** An empty list. @param isOwn whether a device id is this machine's */
export function createEpochList(isOwn: (device: string) => boolean): EpochList {
  const known = new Map<string, EpochRecord>();
  const seen = new Set<string>();
  let next = 0;
  const seenOnly = (): number =>
    [...seen].filter((key) => !known.has(key.slice(key.indexOf('/') + 1))).length;
  return {
    get: (epoch) => known.get(epoch),
    note: ({ epoch, ordinal, tenancy }) => {
      known.set(epoch, { ordinal, secrets: [...(known.get(epoch)?.secrets ?? []), tenancy] });
      next = Math.max(next, ordinal + 1);
    },
    nextOrdinal: () => Math.max(next, seen.size),
    observe: (event, read = () => factOf(event)) => {
      if (event.seq !== 0 || !isOwn(event.device)) return;
      seen.add(vectorKey(event.device, event.epoch));
      const fact = read();
      if (fact?.type === 'epoch-opened') next = Math.max(next, (fact.body.ordinal ?? 0) + 1);
    },
    count: () => known.size + seenOnly(),
  };
}
