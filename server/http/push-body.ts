import { isUtf8 } from 'node:buffer';
import { err, ok } from '../../shared/basics/result.ts';
import { BATCH_BYTES, BATCH_LINES } from '../../shared/sync/messages.ts';
import { bodyTooLarge } from './request-body.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Refused } from './route.ts';

/** A line with its place in the body, counted from 0. */
export type PlacedLine = { readonly index: number; readonly line: string };

/** The lines of a push. */
export type PushBody = {
  readonly events: readonly PlacedLine[];
  readonly checkpoints: readonly PlacedLine[];
};

/** Room for checkpoint lines on top of the batch. */
const CHECKPOINT_BYTES = 65_536;

/** Most bytes of a whole push. */
export const PUSH_BYTES = BATCH_BYTES + CHECKPOINT_BYTES;

const NEWLINE = 10;
const HASH = 35;

/**
 * Splits a push into event lines and `#` checkpoint lines. Bytes that are no UTF-8 spoil only their own line. A body in
 * which not one line looks like either is garbage and refused whole.
 */
export function pushBody(body: Buffer): Result<PushBody, Refused> {
  if (body.length > PUSH_BYTES) return err(bodyTooLarge(PUSH_BYTES));
  const events: PlacedLine[] = [];
  const checkpoints: PlacedLine[] = [];
  let eventBytes = 0;
  const whole = isUtf8(body);
  splitLines(body).forEach((bytes, index) => {
    const placed = { index, line: whole || isUtf8(bytes) ? bytes.toString('utf8') : '' };
    if (bytes[0] === HASH) return void checkpoints.push(placed);
    eventBytes += bytes.length + 1;
    events.push(placed);
  });
  if (eventBytes > BATCH_BYTES) return err(bodyTooLarge(BATCH_BYTES));
  if (events.length > BATCH_LINES || checkpoints.length > BATCH_LINES) {
    return err({ status: 413, code: 'too-many-lines', message: `At most ${BATCH_LINES} lines in one push` });
  }
  if (checkpoints.length === 0 && !events.some(({ line }) => /^[0-9a-f]{64} /.test(line))) {
    return err({
      status: 400,
      code: 'body-malformed',
      message: 'No line of the body is an event line or a checkpoint',
    });
  }
  return ok({ events, checkpoints });
}

function splitLines(body: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  while (start < body.length) {
    const newline = body.indexOf(NEWLINE, start);
    const end = newline === -1 ? body.length : newline;
    lines.push(body.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
