import { ok } from '../../shared/basics/result.ts';
import { BATCH_BYTES, BATCH_LINES, haveAnswerSchema, haveRequestSchema } from '../../shared/sync/messages.ts';
import { missingRanges } from '../../shared/sync/vector.ts';
import { visibleTo } from '../db/roles.ts';
import { signer } from './events.ts';
import { jsonBody } from './request-body.ts';
import type { Journal } from '../../shared/journal.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { ApiRoute } from './route.ts';

/** A device tells what it holds and gets one batch of what it lacks and may see. */
export const haveRoute: ApiRoute = {
  method: 'POST',
  path: '/v1/have',
  summary: 'Ask for the event lines that the device lacks',
  auth: 'device',
  bodyLimit: 4 * BATCH_BYTES,
  requestType: 'application/json',
  requestSchema: haveRequestSchema,
  answerType: 'application/json',
  answerSchema: haveAnswerSchema,
  refusals: [400, 413, 415],
  handle: async ({ context, caller, body }) => {
    const device = signer(caller.device);
    const asked = jsonBody(body, haveRequestSchema);
    if (!asked.ok) return asked;
    const journal = context.store.journal(device.ward);
    const vector = visibleTo(device, await journal.vector());
    const { lines, more } = await batch(journal, vector, asked.value.vector);
    return ok({ body: { vector, lines, more } });
  },
};

async function batch(
  journal: Journal,
  mine: Vector,
  theirs: Vector,
): Promise<{ readonly lines: readonly string[]; readonly more: boolean }> {
  const lines: string[] = [];
  let bytes = 0;
  for (const range of missingRanges(mine, theirs)) {
    const some = await journal.read(range, BATCH_LINES - lines.length);
    for (const line of some) {
      bytes += Buffer.byteLength(line) + 1;
      if (lines.length > 0 && bytes > BATCH_BYTES) return { lines, more: true };
      lines.push(line);
    }
    if (some.length < range.to - range.from) return { lines, more: true };
  }
  return { lines, more: false };
}
