import { refuseIssue } from '../../../shared/decide/queue/issue.ts';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { dueWorldOf } from '../../../shared/report/due-status.ts';
import type { QueueRefusal } from '../../../shared/decide/queue/refusal.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { DueWorld } from '../../../shared/report/due-status.ts';

/** A ward's calendars are made ready once a page. */
const worlds = new WeakMap<WardConfig, DueWorld>();

/**
 * Why the kiosk gives no number now, by the ward's hours, days off and contingents [KI6] [QU10]; null when it does.
 * @param fieldId null: of any field
 * @param tickets the day's, as far as they are seen here
 */
export function whyNoNumber(
  { ward, device }: { readonly ward: WardConfig; readonly device: { readonly id: string } },
  fieldId: string | null,
  tickets: readonly Ticket[],
  nowMs: number,
): QueueRefusal | null {
  const world = worlds.get(ward) ?? dueWorldOf(ward);
  worlds.set(ward, world);
  const { rules } = queueSetupOf(ward);
  const calendar = world.calendarOf(fieldId ?? '');
  return refuseIssue(
    { fieldId: fieldId ?? '', device: device.id, person: null },
    { nowMs, rules, calendar, tickets, locks: [], callAtMs: null },
  );
}
