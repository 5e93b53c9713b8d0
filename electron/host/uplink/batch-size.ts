// How much one push carries: as much as everything on the way has let through.
import { BATCH_BYTES, BATCH_LINES } from '../../../shared/sync/messages.ts';

/** Limits of one push; they shrink when a push was too large and grow again slowly. */
export type BatchSize = {
  readonly lines: () => number;
  readonly bytes: () => number;
  /** A push of this size was refused as too large. */
  readonly tooLarge: (sent: Sent) => void;
  /** A single line was too large: it says nothing about the others, so what went before holds again. */
  readonly alone: () => void;
  /** A push of this size went. */
  readonly went: (sent: Sent) => void;
};

/** What a push carried. */
export type Sent = { readonly lines: number; readonly bytes: number };

/** Full pushes in a row that go before a larger one is tried: one push in nine is lost on a limit that stays. */
const CALM = 8;
const GROWTH = 1.25;

/** Taken to go while nothing has gone yet. */
const UNTRIED: Sent = { lines: 32, bytes: 65_536 };

/** Begins with whole batches. What went is remembered as long as the program runs. */
export function createBatchSize(): BatchSize {
  let lines = BATCH_LINES;
  let bytes = BATCH_BYTES;
  let calm = 0;
  let best: Sent = UNTRIED;
  return {
    lines: () => lines,
    bytes: () => bytes,
    tooLarge: (sent) => {
      calm = 0;
      bytes = Math.max(1, Math.floor(sent.bytes / 2));
      lines = Math.max(1, Math.floor(sent.lines / 2));
    },
    alone: () => {
      calm = 0;
      lines = Math.max(lines, best.lines);
      bytes = Math.max(bytes, best.bytes);
    },
    went: (sent) => {
      if (sent.bytes > best.bytes) best = sent;
      // A push far below the limits says nothing about them.
      if (sent.lines * 2 < lines && sent.bytes * 2 < bytes) return;
      calm += 1;
      if (calm < CALM) return;
      calm = 0;
      lines = Math.min(BATCH_LINES, Math.ceil(lines * GROWTH));
      bytes = Math.min(BATCH_BYTES, Math.ceil(bytes * GROWTH));
    },
  };
}
