import { err, ok } from '../../basics/result.ts';
import { addDays, parseInstant, toIso, wardDay } from '../../basics/time.ts';
import type { Result } from '../../basics/result.ts';
import type { FactBody, NewFact } from '../../event/facts.ts';
import type { Folded } from '../../project/fold.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { QueueRefusal } from './refusal.ts';

/** What a person says of a visit. */
export type Rating = Pick<FactBody<'ticket-rated'>, 'grade' | 'reasons'>;

/**
 * Records what the person of a number thinks of the visit [QU17]: once, and only when it was served, today or yesterday.
 * Reasons belong to dissatisfaction and are counted once each.
 */
export function decideRating(
  row: Folded<Ticket> | undefined,
  { grade, reasons }: Rating,
  nowMs: number,
): Result<NewFact, QueueRefusal> {
  if (!row?.state) return err({ code: 'ticket-unknown' });
  const { status, number, rating, finishedAt } = row.state;
  if (status !== 'served' || finishedAt === null) return err({ code: 'rating-too-early', number });
  if (rating !== null) return err({ code: 'rating-given', number });
  const served = wardDay(parseInstant(finishedAt) ?? nowMs);
  if (served < addDays(wardDay(nowMs), -1)) return err({ code: 'rating-too-late', number });
  const why = grade === 'dissatisfied' ? [...new Set(reasons)] : [];
  const body = { grade, reasons: why, at: toIso(nowMs) };
  return ok({ type: 'ticket-rated', subject: row.id, parents: row.heads, sealed: null, body });
}
