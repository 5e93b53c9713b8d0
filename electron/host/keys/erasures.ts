// Carries out `subject-erased` events: the journal tells whose keys go, the key store destroys them.
import { join } from 'node:path';
import { z } from 'zod';
import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { vectorSchema } from '../../../shared/sync/messages.ts';
import { missingRanges } from '../../../shared/sync/vector.ts';
import { errorText, readText, replaceFile } from '../files.ts';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { Log } from '../log.ts';
import type { ErasureOrder, KeyStore } from './key-store.ts';

/** Events after which it is noted that they were looked through. */
const NOTED_EVERY = 1000;

const seenSchema = z.object({ vector: vectorSchema });

/**
 * Does the erasures that the journal holds and an earlier run did not do (it was killed, or did not know the type yet),
 * then those that come. What was looked through is remembered, so that a start reads only what is new since the last.
 * @param also what goes with the keys of these subjects; done again after a start that was cut off
 */
export async function followErasures(
  folder: string,
  { journal, keys }: { readonly journal: HostJournal; readonly keys: KeyStore },
  log: Log,
  also: (subjects: readonly string[]) => Promise<void>,
): Promise<void> {
  const path = join(folder, 'erasures-seen.json');
  const held = journal.held();
  const orders: ErasureOrder[] = [];
  for (const range of missingRanges(held, await seenIn(path))) {
    for (let from = range.from; from < range.to;) {
      const lines = await journal.read({ ...range, from }, 1000);
      orders.push(...lines.filter((line) => line.includes('subject-erased')).flatMap(ordersOfLine));
      from += Math.max(1, lines.length);
    }
  }
  const erase = async (some: readonly ErasureOrder[]): Promise<void> => {
    await keys.erase(some);
    await also(some.map(({ subject }) => subject));
  };
  await erase(orders);
  const note = (seen: Vector): Promise<void> => replaceFile(path, `${JSON.stringify({ vector: seen })}\n`);
  await note(held);
  let unseen = 0;
  let last: Promise<unknown> = Promise.resolve();
  journal.onFresh((events) => {
    const fresh = events.flatMap(({ event }) => orderOf(event));
    unseen += events.length;
    if (fresh.length === 0 && unseen < NOTED_EVERY) return;
    unseen = 0;
    const now = journal.held();
    // After one that was not done nothing more is noted: the next start finds its event again.
    last = last.then(() => erase(fresh)).then(() => note(now));
    last.catch((error: unknown) => log('error', 'keys-write-failed', { detail: errorText(error) }));
  });
}

async function seenIn(path: string): Promise<Vector> {
  const text = await readText(path);
  if (text === null) return {};
  try {
    return seenSchema.parse(JSON.parse(text)).vector;
  } catch {
    // A mark that cannot be read costs one look through the whole journal.
    return {};
  }
}

function ordersOfLine(line: string): readonly ErasureOrder[] {
  const parsed = parseLine(line);
  return parsed.ok ? orderOf(parsed.value.event) : [];
}

function orderOf(event: EventEnvelope): readonly ErasureOrder[] {
  const fact = event.type === 'subject-erased' ? factOf(event) : null;
  return fact?.type === 'subject-erased' ? [{ subject: event.subject, keyIds: fact.body.keyIds }] : [];
}
