import { parseInstant, wardDay } from '../../basics/time.ts';
import { factOf } from '../../event/facts.ts';
import type { LoggedEvent } from '../../event/envelope.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { ProcedureCounts } from '../review-list.ts';

type Counting = { -readonly [K in keyof ProcedureCounts]: ProcedureCounts[K] };

/**
 * What happened to each procedure's dossiers in the ward days `from`–`to`, by its code: received then, of these those that
 * papers were asked for again, refused filings, and the papers that all requests of these dossiers named [PR12].
 */
export function procedureCounts(
  dossiers: readonly Pick<Dossier, 'id' | 'receivedAt' | 'rounds' | 'procedure'>[],
  events: Iterable<LoggedEvent>,
  from: string,
  to: string,
): ReadonlyMap<string, ProcedureCounts> {
  const counts = new Map<string, Counting>();
  const countsOf = (code: string): Counting => {
    const known = counts.get(code) ?? { received: 0, withSupplement: 0, refused: 0, papersAsked: 0 };
    counts.set(code, known);
    return known;
  };
  const isWithin = (at: string): boolean => {
    const ms = parseInstant(at);
    return ms !== null && from <= wardDay(ms) && wardDay(ms) <= to;
  };
  const received = new Map(
    dossiers.filter(({ receivedAt }) => isWithin(receivedAt)).map((one) => [one.id, one]),
  );
  for (const { procedure, rounds } of received.values()) {
    const own = countsOf(procedure.code);
    own.received += 1;
    if (rounds > 0) own.withSupplement += 1;
  }
  const refused = new Set<string>();
  const seen = new Set<string>();
  for (const { hash, event } of events) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    const fact = factOf(event);
    if (fact?.type === 'filing-refused' && isWithin(fact.body.at) && !refused.has(event.subject)) {
      refused.add(event.subject);
      countsOf(fact.body.procedure.code).refused += 1;
    }
    const asked = fact?.type === 'dossier-supplement-asked' ? received.get(event.subject) : undefined;
    if (fact?.type === 'dossier-supplement-asked' && asked)
      countsOf(asked.procedure.code).papersAsked += fact.body.items.length;
  }
  return counts;
}
