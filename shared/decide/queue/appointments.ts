// Appointments at the desk [K17] [QU14]: a code, a time and a field; nothing of the person.
import { err, ok } from '../../basics/result.ts';
import { parseInstant, toIso, wardDay } from '../../basics/time.ts';
import { sessionsOf } from '../../law/calendar.ts';
import { formatDay } from '../../text/dates.ts';
import { QUEUE_TEXT_LIMITS } from './wish.ts';
import type { Result } from '../../basics/result.ts';
import type { FactBody, NewFact } from '../../event/facts.ts';
import type { WorkCalendar } from '../../law/calendar.ts';
import type { Catalogue } from '../../law/procedure.ts';
import type { Folded } from '../../project/fold.ts';
import type { Appointment } from '../../project/hall.ts';
import type { Refusal } from '../refusal.ts';

/** What an appointment is for; `timeAt` is an instant. */
export type AppointmentWish = Pick<FactBody<'appointment-made'>, 'fieldId' | 'procedureCode' | 'timeAt'>;

/** Letters and digits that nobody mistakes for each other, read or heard: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const CODE_SIGNS = 'ACDEFGHJKMNPQRTWXY34679';

const CODE_LENGTH = 8;

/**
 * The code of an appointment.
 * @param random hex digits, two for each sign at least
 */
export function appointmentCode(random: string): string {
  const signs = Array.from({ length: CODE_LENGTH }, (_, at) => {
    const value = Number.parseInt(random.slice(at * 2, at * 2 + 2), 16) || 0;
    return CODE_SIGNS[value % CODE_SIGNS.length] ?? '';
  });
  return signs.join('');
}

/**
 * Writes an appointment down: a time to come within the working time of its field, for something that the catalogue knows.
 * @param to.calendar the working time of the field
 */
export function makeAppointment(
  to: { readonly id: string; readonly code: string; readonly calendar: WorkCalendar; readonly nowMs: number },
  wish: AppointmentWish,
  catalogue: Pick<Catalogue, 'fields' | 'procedures'>,
): Result<NewFact, Refusal> {
  const { fieldId, procedureCode } = wish;
  if (!catalogue.fields.some(({ id }) => id === fieldId)) return err({ code: 'field-unknown', fieldId });
  const isKnown = catalogue.procedures.some((one) => one.code === procedureCode && one.fieldId === fieldId);
  if (procedureCode !== null && !isKnown) return err({ code: 'procedure-unknown', procedureCode });
  const timeMs = parseInstant(wish.timeAt);
  if (timeMs === null)
    return err({ code: 'fields-invalid', fields: [{ field: 'timeAt', code: 'time-out-of-range' }] });
  if (timeMs <= to.nowMs) return err({ code: 'appointment-past' });
  const day = wardDay(timeMs);
  if (!sessionsOf(to.calendar, day).some(({ startMs, endMs }) => timeMs >= startMs && timeMs < endMs))
    return err({ code: 'appointment-shut', day: formatDay(day) });
  const { id, code, nowMs } = to;
  const body = { code, day, timeAt: toIso(timeMs), fieldId, procedureCode, at: toIso(nowMs) };
  return ok({ type: 'appointment-made', subject: id, parents: [], sealed: null, body });
}

/** Takes an appointment back whose person has not come. */
export function cancelAppointment(
  row: Folded<Appointment> | undefined,
  reason: string,
  nowMs: number,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'appointment-unknown' });
  const { status } = row.state;
  if (status !== 'made') return err({ code: 'appointment-over', status });
  const clean = reason.normalize('NFC').trim();
  if (clean.length > (QUEUE_TEXT_LIMITS['reason'] ?? 0))
    return err({
      code: 'fields-invalid',
      fields: [{ field: 'reason', code: 'text-too-long', found: clean.length }],
    });
  const body = { reason: clean, at: toIso(nowMs) };
  return ok({ type: 'appointment-cancelled', subject: row.id, parents: row.heads, sealed: null, body });
}

/**
 * The check-in of an appointment on its day: it becomes a number, and only one.
 * @param number the one that it became, for the refusal to name
 */
export function checkIn(
  row: Folded<Appointment> | undefined,
  ticketId: string,
  nowMs: number,
  number: string,
): Result<{ readonly timeAt: string; readonly fact: NewFact }, Refusal> {
  if (!row?.state) return err({ code: 'appointment-unknown' });
  const { status, day, timeAt } = row.state;
  if (status === 'arrived') return err({ code: 'appointment-used', number });
  if (status === 'cancelled') return err({ code: 'appointment-over', status });
  if (day !== wardDay(nowMs)) return err({ code: 'appointment-other-day', day: formatDay(day) });
  const body = { ticketId, at: toIso(nowMs) };
  return ok({
    timeAt,
    fact: { type: 'appointment-arrived', subject: row.id, parents: row.heads, sealed: null, body },
  });
}
