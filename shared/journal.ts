import type { Result } from './basics/result.ts';
import type { RefusedLine } from './sync/chain.ts';
import type { SeqRange, Vector } from './sync/vector.ts';

/** The world failed a keeper of events; `detail` is for the log. */
export type JournalFault = {
  readonly code: 'journal-write-failed' | 'journal-full';
  readonly detail: string;
};

/** What an append did: what is held durably afterwards, and the lines that do not fit. */
export type AppendOutcome = {
  readonly vector: Vector;
  readonly fresh: number;
  readonly refused: readonly RefusedLine[];
};

/**
 * An append-only keeper of events: memory, host files, the server's SQLite; the page's Dexie journal keeps the same promises.
 * Contract: the strict prefix per epoch is taken in one step (all of it or, after a fault, none); the same line twice is
 * stored once; lines come back byte for byte; `vector` tells only what is durable.
 */
export type Journal = {
  append(lines: readonly string[]): Promise<Result<AppendOutcome, JournalFault>>;
  vector(): Promise<Vector>;
  /** Lines of one gap in order, at most `limit` lines and about 1 MB. */
  read(range: SeqRange, limit: number): Promise<readonly string[]>;
};
