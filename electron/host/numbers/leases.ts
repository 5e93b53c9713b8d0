// Grants of number blocks: durable before they are answered, never two for one number (ARCHITECTURE 4, Numbers).
import { join } from 'node:path';
import { z } from 'zod';
import { ok } from '../../../shared/basics/result.ts';
import { createGrantList } from '../../../shared/decide/machine/grants.ts';
import { openRowFile } from '../row-file.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { GrantWish, LeaseRefusal } from '../../../shared/decide/machine/grants.ts';
import type { NumberBlock } from '../../../shared/decide/numbers.ts';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';

/** The host's book of leases. */
export type LeaseBook = {
  readonly lease: (
    request: GrantWish & { readonly epoch: string },
  ) => Promise<Result<NumberBlock, LeaseRefusal>>;
  /** Takes note of numbers that stand in an event, whoever issued them. */
  readonly observe: (event: EventEnvelope) => void;
};

const grantSchema = z.object({
  epoch: z.string(),
  namespace: z.string(),
  from: z.int(),
  to: z.int(),
  at: z.string(),
});

/** First row of the book: a book without it was lost, and its grants with it. */
const begunSchema = z.object({ begun: z.string(), epochsBefore: z.int().min(0) });
const rowSchema = z.union([grantSchema, begunSchema]);

/**
 * Opens `leases.jsonl`. Where the book is lost though epochs are known, the first block of each namespace of those days
 * begins as many blocks higher as there may be grants that nobody remembers [N2].
 * @param epochsKnown epochs of this device in its list or its journal
 */
export async function openLeaseBook(
  folder: string,
  now: () => Date,
  epochsKnown: number,
): Promise<LeaseBook> {
  const file = await openRowFile(join(folder, 'leases.jsonl'), rowSchema);
  const grants = file.rows.filter((row) => 'namespace' in row);
  const begun = file.rows.find((row) => 'begun' in row) ?? {
    begun: now().toISOString(),
    epochsBefore: grants.length === 0 ? epochsKnown : 0,
  };
  if (!file.rows.some((row) => 'begun' in row)) await file.append([begun]);
  const list = createGrantList(grants, begun);
  return {
    lease: async (request) => {
      // Counted before the write: a second asker must not be given the same block while this one is being made durable.
      const granted = list.grant(request);
      if (!granted.ok) return granted;
      const { epoch, namespace } = request;
      await file.append([{ epoch, namespace, ...granted.value, at: now().toISOString() }]);
      return ok(granted.value);
    },
    observe: (event) => list.observe(event),
  };
}
