// Checking an appointment in at the kiosk [K17]: its code alone, nothing of its person.
import { elapsedMs, parseInstant } from '../../../../shared/basics/time.ts';
import { compactCode } from '../../../../shared/law/ids/typed.ts';
import type { QueueRules } from '../../../../shared/law/queue/rules.ts';
import type { Appointment } from '../../../../shared/project/hall.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

/** How an appointment stands at the moment of its check-in. */
export type CheckInTiming = 'early' | 'on-time' | 'late';

/** What the kiosk answers to an appointment's code; `fromMs`: from when on an early one is called. */
export type CheckInAnswer =
  | {
      readonly kind: 'ready';
      readonly appointment: Appointment;
      readonly timing: CheckInTiming;
      readonly fromMs: number;
    }
  | { readonly kind: 'come-later' | 'past' | 'cancelled'; readonly appointment: Appointment }
  | { readonly kind: 'arrived'; readonly appointment: Appointment; readonly number: string | null }
  /** `missing`: so many signs more has a code than what was typed. */
  | { readonly kind: 'too-short'; readonly missing: number }
  | { readonly kind: 'unknown' | 'too-many' };

/** By what an appointment is judged. */
export type CheckInWorld = {
  readonly nowMs: number;
  readonly day: string;
  readonly rules: Pick<QueueRules, 'appointments'>;
  /** The number that it became, where it was checked in. */
  readonly ticket: Ticket | null;
};

const MINUTE_MS = 60_000;
const CODE_SIGNS = 8;
const CODE = /^[A-Z0-9]{8}$/;

/** Whether a text may be an appointment's code: eight capitals and digits. */
export function isAppointmentCode(text: string): boolean {
  return CODE.test(text);
}

/** A code as it is kept, of what was typed; dashes and spaces between its signs are left out. */
export function appointmentCode(typed: string): string {
  return compactCode(typed).replaceAll('-', '');
}

/** Signs that a typed code has too few. One that is longer may be of a filing online: it is an unknown one [KI11]. */
export function signsMissing(code: string): number {
  return Math.max(0, CODE_SIGNS - code.length);
}

/** Answers an appointment that was found, or that nobody has. */
export function judgeCheckIn(
  appointment: Appointment | null,
  { nowMs, day, rules, ticket }: CheckInWorld,
): CheckInAnswer {
  if (!appointment) return { kind: 'unknown' };
  const { status } = appointment;
  if (status === 'cancelled') return { kind: 'cancelled', appointment };
  if (status === 'arrived') {
    return { kind: 'arrived', appointment, number: ticket?.number ?? null };
  }
  if (appointment.day !== day) return { kind: appointment.day < day ? 'past' : 'come-later', appointment };
  const atMs = parseInstant(appointment.timeAt) ?? nowMs;
  const { earlyMinutes, lateMinutes } = rules.appointments;
  const fromMs = atMs - earlyMinutes * MINUTE_MS;
  const isLate = elapsedMs(atMs, nowMs) > lateMinutes * MINUTE_MS;
  const timing = nowMs < fromMs ? 'early' : isLate ? 'late' : 'on-time';
  return { kind: 'ready', appointment, timing, fromMs };
}
