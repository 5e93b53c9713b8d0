// The day's appointments at a moment [K17].
import { parseInstant } from '../../basics/time.ts';
import type { Appointment } from '../../project/hall.ts';

/** How many appointments of the day are to come, came, and have not come although their time is over. */
export type AppointmentsNow = { readonly toCome: number; readonly came: number; readonly overdue: number };

/** Counts the appointments that stand; those that were taken back are none [HA5]. */
export function appointmentsNow(appointments: readonly Appointment[], nowMs: number): AppointmentsNow {
  const made = appointments.filter(({ status }) => status === 'made');
  const overdue = made.filter(({ timeAt }) => (parseInstant(timeAt) ?? nowMs) < nowMs).length;
  const came = appointments.filter(({ status }) => status === 'arrived').length;
  return { toCome: made.length - overdue, came, overdue };
}
