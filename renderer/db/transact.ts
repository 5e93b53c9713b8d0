import { err, ok } from '../../shared/basics/result.ts';
import { NO_HASH } from '../../shared/event/envelope.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { highestHlc, placeFacts, writeEvents } from './append.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { NumberSupply } from '../../shared/decide/numbers.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { DeskDatabase } from './desk-database.ts';

/** The page's storage failed: what happened, for `docs/errors.md`; `detail` is for the log. */
export type StorageFault = {
  readonly code: 'storage-failed' | 'storage-full' | 'storage-vanished' | 'line-too-long' | 'supply-empty';
  readonly detail?: string;
  /** The connection is closed, by the browser after a write failed or because it could not be opened; it stays so until it is opened anew. */
  readonly closed?: true;
};

/** What the rules decided, to be written in one step. `keys` are new wrapped keys, `supplies` what is left of numbers. */
export type Decision<T> = {
  readonly value: T;
  readonly facts: readonly NewFact[];
  readonly keys?: readonly WrappedKey[];
  readonly supplies?: readonly NumberSupply[];
  /** Drafts that end with what is written [D17]. */
  readonly drafts?: readonly string[];
};

/** What was written, durably. */
export type Committed<T> = {
  readonly value: T;
  readonly logged: readonly LoggedEvent[];
  readonly keys: readonly WrappedKey[];
  /** What is left of the numbers that were taken from. */
  readonly supplies: readonly NumberSupply[];
};

/** Where and when a transaction writes. */
export type Writing = { readonly ward: string; readonly actor: string | null; readonly nowMs: number };

/** Numbers to own a place in its ward, as remembered in this storage. */
export type OwnPlace = {
  readonly device: string;
  readonly epoch: string;
  readonly ordinal: number;
  readonly slot: number;
};

/**
 * One read-write transaction with strict durability [J1]: reads, decides, and writes journal, projections, heads, numbers
 * and keys; when it resolves with a value everything is on the disk, otherwise nothing is.
 * `read` asks nothing but the database, all at once; `decide` is pure (shared/decide). A storage that was emptied behind
 * our back is told by its missing epoch.
 */
export async function transact<R, T>(
  db: DeskDatabase,
  writing: Writing,
  read: () => PromiseLike<R>,
  decide: (reads: R, place: OwnPlace) => Result<Decision<T>, Refusal | StorageFault>,
): Promise<Result<Committed<T>, Refusal | StorageFault>> {
  try {
    return await db.transaction('rw', db.tables, async () => {
      const [meta, heads, reads] = await Promise.all([db.meta.get('epoch'), db.heads.toArray(), read()]);
      if (meta?.key !== 'epoch') return err({ code: 'storage-vanished' as const });
      const decided = decide(reads, meta);
      if (!decided.ok) return decided;
      const { value, facts, keys = [], supplies = [], drafts = [] } = decided.value;
      const { device, epoch } = meta;
      const head = heads.find(({ key }) => key === vectorKey(device, epoch)) ?? { held: 0, hash: NO_HASH };
      const start = { head, hlc: highestHlc(heads) };
      const logged = placeFacts({ ward: writing.ward, device, epoch }, start, facts, writing);
      if ('code' in logged) return err(logged);
      await Promise.all([
        writeEvents(db, logged, bornIn(facts)),
        keys.length > 0 && db.keys.bulkPut([...keys]),
        supplies.length > 0 && db.supplies.bulkPut([...supplies]),
        drafts.length > 0 && db.drafts.bulkDelete([...drafts]),
      ]);
      return ok({ value, logged, keys, supplies });
    });
  } catch (error) {
    return err(storageFault(error));
  }
}

const MAKERS: ReadonlySet<string> = new Set([
  'ticket-issued',
  'dossier-received',
  'appointment-made',
  'payment-taken',
  'shift-opened',
]);

/** Subjects that these facts make: their ids are random and new, so nothing of them can be stored yet. */
function bornIn(facts: readonly NewFact[]): ReadonlySet<string> {
  const makers = facts.filter(({ type }) => MAKERS.has(type));
  return new Set(makers.map(({ subject }) => subject));
}

/** Tells a full disk from other failures of IndexedDB. */
export function storageFault(error: unknown): StorageFault {
  const name = error instanceof Error ? error.name : 'unknown';
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (name === 'DatabaseClosedError' || name === 'OpenFailedError')
    return { code: 'storage-failed', detail, closed: true };
  // A disk that is full while a commit is written reaches us as an abort, the quota only in its words.
  return { code: detail.includes('QuotaExceeded') ? 'storage-full' : 'storage-failed', detail };
}
