import { parseInstant, wardDay } from '../../basics/time.ts';
import { factOf } from '../../event/facts.ts';
import type { LoggedEvent } from '../../event/envelope.ts';
import type { FactBody } from '../../event/facts.ts';

/** Refused filings (Mẫu 03) of one ground, with the reasons as they were written. */
export type RefusalCount = {
  readonly because: FactBody<'filing-refused'>['because'];
  readonly count: number;
  readonly byField: Readonly<Record<string, number>>;
  readonly reasons: readonly string[];
};

/** Refusals of the ward days `from`–`to` by ground, most first; a filing counts once, by its first refusal [FG8]. */
export function refusalCounts(
  events: Iterable<LoggedEvent>,
  from: string,
  to: string,
): readonly RefusalCount[] {
  const first = new Map<string, FactBody<'filing-refused'>>();
  for (const { event } of events) {
    if (event.type !== 'filing-refused') continue;
    const fact = factOf(event);
    if (fact?.type !== 'filing-refused') continue;
    const known = first.get(event.subject);
    if (!known || fact.body.at < known.at) first.set(event.subject, fact.body);
  }
  const counts = new Map<string, RefusalCount>();
  for (const { at, because, reason, procedure } of first.values()) {
    const atMs = parseInstant(at);
    const day = atMs === null ? '' : wardDay(atMs);
    if (day < from || day > to) continue;
    const known = counts.get(because) ?? { because, count: 0, byField: {}, reasons: [] };
    counts.set(because, {
      because,
      count: known.count + 1,
      byField: { ...known.byField, [procedure.fieldId]: (known.byField[procedure.fieldId] ?? 0) + 1 },
      reasons: [...known.reasons, reason].sort(),
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.because < b.because ? -1 : 1));
}
