import { err, ok } from '../../basics/result.ts';
import { toIso } from '../../basics/time.ts';
import { counterSubject, issuingSubject } from '../../project/counters.ts';
import { QUEUE_TEXT_LIMITS } from './wish.ts';
import type { Result } from '../../basics/result.ts';
import type { NewFact } from '../../event/facts.ts';
import type { IssuingScope } from '../../event/ticket-facts.ts';
import type { CounterDay, IssuingLock } from '../../project/counters.ts';
import type { Folded } from '../../project/fold.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { FieldRefusal, Refusal } from '../refusal.ts';

/** What a clerk does with the counter itself. */
export type CounterWish =
  | { readonly act: 'open' }
  | { readonly act: 'pause'; readonly reason: string; readonly until: string | null }
  | { readonly act: 'close'; readonly reason: string };

/**
 * Opens a counter, sends it on a break with its reason, or closes it for the day [P12]. Refused while it still serves a
 * number, so that nobody stands before an empty chair. Saying what stands already is one more fact and changes nothing.
 */
export function decideCounter(
  row: Folded<CounterDay> | undefined,
  wish: CounterWish,
  at: { readonly counter: string; readonly day: string; readonly nowMs: number },
  tickets: readonly Ticket[],
): Result<NewFact, Refusal> {
  const { counter, day, nowMs } = at;
  const reason = wish.act === 'open' ? '' : wish.reason.normalize('NFC').trim();
  const fields = checkReason(reason, wish.act === 'pause');
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const busy = tickets.find(
    (ticket) => ticket.counter === counter && (ticket.status === 'called' || ticket.status === 'serving'),
  );
  if (wish.act !== 'open' && busy) return err({ code: 'counter-busy', number: busy.number });
  const place = { subject: counterSubject(counter, day), parents: row?.heads ?? [], sealed: null };
  const said = { counter, day, at: toIso(nowMs) };
  switch (wish.act) {
    case 'open':
      return ok({ type: 'counter-opened', body: said, ...place });
    case 'pause':
      return ok({ type: 'counter-paused', body: { ...said, reason, until: wish.until }, ...place });
    case 'close':
      return ok({ type: 'counter-closed', body: { ...said, reason }, ...place });
  }
}

function checkReason(reason: string, isNeeded: boolean): readonly FieldRefusal[] {
  const longest = QUEUE_TEXT_LIMITS['reason'] ?? 0;
  if (reason.length > longest) return [{ field: 'reason', code: 'text-too-long', found: reason.length }];
  return isNeeded && reason === '' ? [{ field: 'reason', code: 'text-missing' }] : [];
}

/** Stops issuing in a scope with a text for citizens, or, with null, begins it again [K13]. */
export function decideIssuing(
  row: Folded<IssuingLock> | undefined,
  scope: IssuingScope,
  stop: { readonly text: { readonly vi: string; readonly en: string }; readonly until: string | null } | null,
  nowMs: number,
): Result<NewFact, Refusal> {
  const place = { subject: issuingSubject(scope), parents: row?.heads ?? [], sealed: null };
  const at = toIso(nowMs);
  if (stop === null) return ok({ type: 'issuing-reopened', body: { scope, at }, ...place });
  const text = { vi: stop.text.vi.normalize('NFC').trim(), en: stop.text.en.normalize('NFC').trim() };
  const fields = checkReason(text.vi, true).map((one) => ({ ...one, field: 'text.vi' }));
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  return ok({ type: 'issuing-locked', body: { scope, text, until: stop.until, at }, ...place });
}
