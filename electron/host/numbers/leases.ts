// Grants of number blocks: durable before they are answered, never two for one number (ARCHITECTURE 4, Numbers).
import { join } from 'node:path';
import { z } from 'zod';
import { addDays, wardDay } from '../../../shared/basics/time.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import {
  GRANT_SIZE,
  dossierNamespace,
  nextGrant,
  rangeOf,
  ticketNamespace,
} from '../../../shared/decide/numbers.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { openRowFile } from '../row-file.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { NumberBlock } from '../../../shared/decide/numbers.ts';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';
import type { DeviceRole } from '../../../shared/sync/messages.ts';

/** Why no block is granted. */
export type LeaseRefusal = { readonly code: 'namespace-unknown' | 'numbers-none' | 'numbers-exhausted' };

/** Whom a block is for, in which namespace, and what the asker knows. */
export type LeaseRequest = {
  readonly epoch: string;
  readonly namespace: string;
  /** Highest number the page knows, 0 when none. */
  readonly highest: number;
  readonly role: DeviceRole;
  readonly slot: number;
};

/** The host's book of leases. */
export type LeaseBook = {
  readonly lease: (request: LeaseRequest) => Promise<Result<NumberBlock, LeaseRefusal>>;
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
const begunSchema = z.object({
  begun: z.string(),
  /** Epochs that were known when the book began: each may hold a block that no row tells of. */
  epochsBefore: z.int().min(0),
});
const rowSchema = z.union([grantSchema, begunSchema]);
const namespaceText = /^(ticket\/\d{4}-\d{2}-\d{2}\/[A-Z]{1,6}|dossier\/\d{4}-\d{2}-\d{2})$/;

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
  const granted = new Set(grants.map(({ namespace }) => namespace));
  // Numbers of other devices lie outside this device's range, so every number is kept, not only the highest.
  const used = new Map<string, Set<number>>();
  const note = (namespace: string, ...values: readonly number[]): void => {
    const held = used.get(namespace) ?? new Set();
    values.forEach((value) => held.add(value));
    used.set(namespace, held);
  };
  for (const { namespace, from, to } of grants) note(namespace, from, to);
  const lease = async (request: LeaseRequest): Promise<Result<NumberBlock, LeaseRefusal>> => {
    const { epoch, namespace, highest, role, slot } = request;
    if (!namespaceText.test(namespace)) return err({ code: 'namespace-unknown' });
    const range = rangeOf(namespace, role, slot);
    if (!range) return err({ code: 'numbers-none' });
    const within = [highest, ...(used.get(namespace) ?? [])].filter(
      (value) => value >= range.from && value <= range.to,
    );
    const size = namespace.startsWith('ticket/') ? GRANT_SIZE.ticket : GRANT_SIZE.dossier;
    const forgotten = granted.has(namespace) ? 0 : blocksForgotten(begun, namespace) * size;
    const block = nextGrant(range, Math.max(range.from - 1, ...within) + forgotten, size);
    if (!block) return err({ code: 'numbers-exhausted' });
    granted.add(namespace);
    // Noted before the write: a second asker must not be given the same block while this one is being made durable.
    note(namespace, block.from, block.to);
    await file.append([{ epoch, namespace, ...block, at: now().toISOString() }]);
    return ok(block);
  };
  return {
    lease,
    observe: (event) => numbersIn(event).forEach(([namespace, value]) => note(namespace, value)),
  };
}

/** How many blocks of a namespace may have been granted that no row tells of: none for days after the book began. */
function blocksForgotten({ begun, epochsBefore }: z.infer<typeof begunSchema>, namespace: string): number {
  const day = namespace.split('/')[1] ?? '';
  // A page's clock may be a day ahead of the host's.
  return day <= addDays(wardDay(Date.parse(begun)), 1) ? epochsBefore : 0;
}

const SHOWING_NUMBERS = new Set(['ticket-issued', 'dossier-received', 'numbers-granted', 'numbers-begun']);

/** Numbers that an event shows to be taken; paper numbers from before the desk went digital are taken as well [N9]. */
function numbersIn(event: EventEnvelope): readonly (readonly [namespace: string, value: number])[] {
  if (!SHOWING_NUMBERS.has(event.type)) return [];
  const fact = factOf(event);
  if (fact?.type === 'ticket-issued') {
    const { day, series, number } = fact.body;
    return numbered(ticketNamespace(day, series), number.slice(series.length));
  }
  if (fact?.type === 'dossier-received' && !fact.body.provisional) {
    return numbered(
      dossierNamespace(fact.body.day),
      fact.body.code.slice(fact.body.code.lastIndexOf('-') + 1),
    );
  }
  if (fact?.type === 'numbers-begun') return [[fact.body.namespace, fact.body.after]];
  return fact?.type === 'numbers-granted' ? [[fact.body.namespace, fact.body.to]] : [];
}

function numbered(namespace: string, digits: string): readonly (readonly [string, number])[] {
  return /^\d{1,6}$/.test(digits) ? [[namespace, Number(digits)]] : [];
}
