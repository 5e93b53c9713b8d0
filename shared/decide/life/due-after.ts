import { err, ok } from '../../basics/result.ts';
import { isRealDay, parseInstant, toIso, toWardIso, wardDay } from '../../basics/time.ts';
import { sessionsOf } from '../../law/calendar.ts';
import { isCountedDay } from '../../law/calendar/sessions.ts';
import { dueDate } from '../../law/due.ts';
import { dueWithSupplements } from '../../law/clock/supplements.ts';
import { advance, endOfWork, workMinutesBetween } from '../../law/clock/work-time.ts';
import { EXPLANATION_MAX, explainDue } from '../../text/explain.ts';
import type { Result } from '../../basics/result.ts';
import type { WorkCalendar } from '../../law/calendar.ts';
import type { DuePolicy, Limit, Pause } from '../../law/clock/due-case.ts';
import type { DueStep } from '../../law/clock/due-trace.ts';
import type { SupplementRule } from '../../law/clock/supplements.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { FieldRefusal } from '../refusal.ts';

/** A due date as acts record it. */
export type DueNow = {
  readonly dueAt: string;
  readonly dueTrace: unknown[];
  readonly dueExplanation: string;
};

/** By what a dossier's date is counted. */
export type DueWorld = {
  readonly calendar: WorkCalendar;
  readonly supplement: SupplementRule;
};

type Clock = { readonly limit: Limit; readonly policy: DuePolicy };

const MINUTE_MS = 60_000;
/** Longest trace that the facts take. */
const MOST_STEPS = 60;

/**
 * The date of a dossier that ends its wait now. Counted anew by the limit it was received under, all waits left out (DOMAIN
 * 4.4–4.6). A date that a letter of apology or an officer set is moved by the working time of the wait that ends; where an
 * officer set it, `officerDay` goes before. A wait that began after the date changes nothing: the dossier stays late.
 */
export function dueAfterWait(
  dossier: Dossier,
  officerDay: string | null,
  nowMs: number,
  world: DueWorld,
): Result<DueNow, FieldRefusal> {
  const { dueAt, dueTrace, dueExplanation } = dossier;
  const stands = ok({ dueAt, dueTrace, dueExplanation });
  const dueAtMs = parseInstant(dueAt);
  const sinceMs = parseInstant(dossier.pauses.find(({ to }) => to === null)?.from ?? '');
  if (dueAtMs === null || sinceMs === null || sinceMs > dueAtMs) return stands;
  const { clock } = dossier;
  if (!clock && officerDay !== null)
    return dueOn('officerDay', officerDay, dueExplanation, nowMs, world.calendar);
  const counted = clock && dossier.extensions === 0 ? recounted(dossier, clock, nowMs, world) : null;
  if (counted?.ok) return counted;
  const minutes = workMinutesBetween(sinceMs, Math.max(sinceMs, nowMs), world.calendar);
  if (sinceMs === dueAtMs || minutes === 0) return stands;
  return moved(dossier, { dueAtMs, sinceMs, nowMs, minutes }, world.calendar);
}

/**
 * The date in force of a dossier whose reception was corrected: counted from the first reception by the corrected limit, its
 * waits left out. A letter of apology that promised a later date still holds. Null where it is the corrected first date.
 */
export function dueWithWaits(
  dossier: Omit<Dossier, 'clock'> & { readonly clock?: Dossier['clock'] | undefined },
  nowMs: number,
  world: DueWorld,
): DueNow | null {
  const { clock, extensions, pauses, dueDates } = dossier;
  const letter = extensions > 0 ? dueDates.findLast(({ by }) => by === 'extension') : undefined;
  const counted = clock && pauses.length > 0 ? recounted(dossier, clock, nowMs, world) : null;
  const own = counted?.ok ? counted.value : null;
  if (!letter || letter.dueAt <= (own?.dueAt ?? dossier.dueAt))
    return own !== null && own.dueAt !== dossier.dueAt ? own : null;
  return {
    dueAt: letter.dueAt,
    dueTrace: [{ step: 'officer', ground: '', at: letter.dueAt }],
    dueExplanation: shortened(dossier.dueExplanation),
  };
}

/** The end of work on a day that somebody sets, with the ground; refused where nobody works then or it is over. */
export function dueOn(
  field: string,
  day: string,
  ground: string,
  nowMs: number,
  calendar: WorkCalendar,
): Result<DueNow, FieldRefusal> {
  if (!isRealDay(day) || !isCountedDay(day) || day < wardDay(nowMs))
    return err({ field, code: 'officer-due-day' });
  const end = sessionsOf(calendar, day).at(-1)?.endMs;
  if (end === undefined || end < nowMs) return err({ field, code: 'officer-due-day-off' });
  const dueAt = toIso(end);
  return ok({ dueAt, dueTrace: [{ step: 'officer', ground, at: dueAt }], dueExplanation: shortened(ground) });
}

function recounted(
  dossier: Pick<Dossier, 'receivedAt' | 'pauses'> & { readonly clock?: Dossier['clock'] | undefined },
  { limit, policy }: Clock,
  nowMs: number,
  { calendar, supplement }: DueWorld,
): Result<DueNow, unknown> {
  const receivedAtMs = parseInstant(dossier.receivedAt) ?? nowMs;
  const closed = dossier.pauses.map(({ kind, from, to }) => {
    const fromMs = parseInstant(from) ?? nowMs;
    return { kind, fromMs, toMs: Math.max(fromMs, (to === null ? null : parseInstant(to)) ?? nowMs) };
  });
  const isRound = ({ kind }: (typeof closed)[number]) => kind === 'supplement';
  const pauses: readonly Pause[] = closed.filter((pause) => !isRound(pause));
  const rounds = closed
    .filter(isRound)
    .map(({ fromMs, toMs }) => ({ askedAtMs: fromMs, answeredAtMs: toMs, formNo: '', ground: '' }));
  // How many rounds are lawful was asked when each was sent.
  const rule = { ...(dossier.clock?.supplement ?? supplement), maxRounds: null };
  const kase = { receivedAtMs, limit, pauses };
  const due =
    rounds.length > 0
      ? dueWithSupplements(kase, rounds, rule, calendar, policy)
      : dueDate(kase, calendar, policy);
  if (!due.ok) return due;
  const { dueAtMs, trace } = 'current' in due.value ? due.value.current : due.value;
  return ok(told(dueAtMs, trace));
}

type Wait = {
  readonly dueAtMs: number;
  readonly sinceMs: number;
  readonly nowMs: number;
  readonly minutes: number;
};

/** Gives back the working time of the wait that ends now; a date that ended a day of work ends one again (DOMAIN 4.6 no. 8). */
function moved(
  { dueTrace, dueExplanation }: Dossier,
  { dueAtMs, sinceMs, nowMs, minutes }: Wait,
  calendar: WorkCalendar,
): Result<DueNow, FieldRefusal> {
  const exactMs = advance(calendar, dueAtMs, minutes * MINUTE_MS, []);
  if (exactMs === null) return err({ field: 'calendar.sessions', code: 'no-working-time' });
  const endsDay = endOfDayAt(dueAtMs, calendar) === dueAtMs;
  const movedMs = endsDay ? (endOfDayAt(exactMs, calendar) ?? exactMs) : exactMs;
  const paused: DueStep = {
    step: 'paused',
    from: toWardIso(sinceMs),
    to: toWardIso(nowMs),
    added: { unit: 'workingMinute', value: minutes },
  };
  const due: DueStep = { step: 'due', at: toWardIso(movedMs) };
  return ok({
    dueAt: toIso(movedMs),
    dueTrace: bounded([...dueTrace, paused, due]),
    dueExplanation: shortened([dueExplanation, explainDue([paused, due], 'vi')].filter(Boolean).join(' → ')),
  });
}

/** The end of work of the day that an instant lies in or ends. */
function endOfDayAt(ms: number, calendar: WorkCalendar): number | null {
  return endOfWork(calendar, wardDay(ms - 1));
}

function told(dueAtMs: number, trace: readonly DueStep[]): DueNow {
  return { dueAt: toIso(dueAtMs), dueTrace: bounded(trace), dueExplanation: explainDue(trace, 'vi') };
}

/** As much of a trace as a fact takes: its beginning, and the latest steps. */
function bounded(trace: readonly unknown[]): unknown[] {
  return trace.length <= MOST_STEPS ? [...trace] : [...trace.slice(0, 10), ...trace.slice(10 - MOST_STEPS)];
}

function shortened(text: string): string {
  return text.length <= EXPLANATION_MAX ? text : `${text.slice(0, EXPLANATION_MAX - 1)}…`;
}
