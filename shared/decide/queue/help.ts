import { err, ok } from '../../basics/result.ts';
import { toIso } from '../../basics/time.ts';
import { helpSubject } from '../../project/hall.ts';
import type { Result } from '../../basics/result.ts';
import type { NewFact } from '../../event/facts.ts';
import type { Folded } from '../../project/fold.ts';
import type { HelpCall } from '../../project/hall.ts';
import type { QueueRefusal } from './refusal.ts';

/** A clerk calls for help; somebody comes; it is over, or was a mistake. */
export type HelpWish = 'call' | 'coming' | 'over';

/**
 * A call for help at a counter on a day, or its answer [QU16]. Null where it would say what stands already: pressed again
 * while the call stands, or answered again after the answer, it changes nothing.
 */
export function decideHelp(
  row: Folded<HelpCall> | undefined,
  wish: HelpWish,
  { counter, day, nowMs }: { readonly counter: string; readonly day: string; readonly nowMs: number },
): Result<NewFact | null, QueueRefusal> {
  const place = { subject: helpSubject(counter, day), parents: row?.heads ?? [], sealed: null };
  const status = row?.state?.status ?? null;
  const at = toIso(nowMs);
  if (wish === 'call') {
    if (status === 'called') return ok(null);
    return ok({ type: 'help-called', body: { counter, day, at }, ...place });
  }
  if (status === null) return err({ code: 'help-none' });
  if (status === wish || status === 'over') return ok(null);
  return ok({ type: 'help-ended', body: { counter, day, how: wish, at }, ...place });
}
