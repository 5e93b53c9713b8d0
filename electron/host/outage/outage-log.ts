// Which outages this host has seen, from when to when, and what its storages wrote meanwhile [S16].
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { vectorSchema } from '../../../shared/sync/messages.ts';
import { errorText } from '../files.ts';
import { openRowFile } from '../row-file.ts';
import { judge } from './judge.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { Outage } from '../../../shared/bridge/outage.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { Log } from '../log.ts';

/** The log of outages. */
export type OutageLog = {
  /** Takes note of how everything stands now. */
  readonly note: (status: HostStatus) => void;
  /** Since when something is down, also from before this start; null where it is not. */
  readonly openSince: (what: string) => string | null;
  /** Newest first. */
  readonly list: () => readonly Outage[];
  /** Resolves once everything noted is written. */
  readonly close: () => Promise<void>;
};

const rowSchema = z.object({
  id: z.string(),
  what: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  fault: z.string(),
  had: vectorSchema,
  held: vectorSchema.nullable(),
});

/** Outages that a page is told of. */
const LISTED = 200;

/**
 * Opens `outages.jsonl` of a data folder. A row is written when an outage begins and again when it ends; one that stands open
 * goes on over a restart, so that a power cut in the middle of an outage makes one outage and not two.
 * @param own what the storages of this machine have written so far
 */
export async function openOutageLog(
  dataDir: string,
  own: () => Vector,
  now: () => Date,
  log: Log,
): Promise<OutageLog> {
  const file = await openRowFile(join(dataDir, 'outages.jsonl'), rowSchema);
  const rows = new Map<string, Outage>(file.rows.map((row) => [row.id, row]));
  let written: Promise<unknown> = Promise.resolve();
  const keep = (row: Outage): void => {
    rows.set(row.id, row);
    written = file
      .append([row])
      .catch((error: unknown) => log('warn', 'outage-not-kept', { detail: errorText(error) }));
  };
  const openOf = (what: string): Outage | undefined =>
    [...rows.values()].findLast((row) => row.what === what && row.to === null);
  return {
    note: (status) => {
      const at = now().toISOString();
      for (const { what, trouble } of judge(status, at)) {
        const open = openOf(what);
        if (trouble === 'unknown') continue;
        if (trouble === null) {
          if (open) keep({ ...open, to: at, held: own() });
        } else if (!open) {
          const id = randomBytes(8).toString('hex');
          keep({ id, what, ...trouble, to: null, had: own(), held: null });
        }
      }
    },
    openSince: (what) => openOf(what)?.from ?? null,
    list: () =>
      [...rows.values()]
        .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
        .slice(0, LISTED),
    close: async () => void (await written),
  };
}
