import { parseInstant } from '../../../shared/basics/time.ts';
import { refuseIssue } from '../../../shared/decide/queue/issue.ts';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { dueWorldAt } from '../../../shared/report/due-status.ts';
import type { QueueRefusal } from '../../../shared/decide/queue/refusal.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { IssuingLock } from '../../../shared/project/counters.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** A stop as the kiosk shows it: the ward's words in the person's language, and until when. */
type Stopped = Extract<QueueRefusal, { code: 'issuing-stopped' }> &
  Pick<IssuingLock, 'until'> & {
    readonly textEn: string;
  };

/** Why the kiosk gives no number. */
export type NoNumber = Exclude<QueueRefusal, { code: 'issuing-stopped' }> | Stopped;

/** Whose kiosk it is, and which. */
export type IssuingMachine = { readonly ward: WardConfig; readonly device: { readonly id: string } };

/** What else a number depends on: stops that stand, when it would be called at the latest, and whether it was promised. */
type Bounds = {
  readonly locks?: readonly IssuingLock[];
  readonly callAtMs?: number | null;
  readonly given?: 'kiosk' | 'check-in';
};

/**
 * Why the kiosk gives no number now, by stops, the ward's hours, days off and contingents [KI6] [KI10] [QU10]; null when it does.
 * @param fieldId null: of any field
 * @param tickets the day's, as far as they are seen here
 */
export function whyNoNumber(
  { ward, device }: IssuingMachine,
  fieldId: string | null,
  tickets: readonly Ticket[],
  nowMs: number,
  { locks = [], callAtMs = null, given = 'kiosk' }: Bounds = {},
): NoNumber | null {
  const { rules } = queueSetupOf(ward);
  const calendar = dueWorldAt(ward).calendarOf(fieldId ?? '');
  const request = { fieldId: fieldId ?? '', device: device.id, person: null, given };
  const refusal = refuseIssue(request, { nowMs, rules, calendar, tickets, locks, callAtMs });
  if (refusal?.code !== 'issuing-stopped') return refusal;
  const { textEn, until } = stopOf(locks, request, nowMs);
  return { ...refusal, textEn, until };
}

/** The widest stop of a kiosk and a field comes first: its words are for everybody. */
function stopOf(
  locks: readonly IssuingLock[],
  { fieldId, device }: { readonly fieldId: string; readonly device: string },
  nowMs: number,
): Pick<Stopped, 'textEn' | 'until'> {
  const standing = locks.find(({ scope, locked, until }) => {
    if (!locked || (until !== null && nowMs >= (parseInstant(until) ?? Infinity))) return false;
    if (scope.kind === 'all') return true;
    return scope.kind === 'field' ? scope.fieldId === fieldId : scope.device === device;
  });
  return { textEn: standing?.text.en ?? '', until: standing?.until ?? null };
}
