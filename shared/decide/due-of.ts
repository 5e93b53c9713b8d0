import { err, ok } from '../basics/result.ts';
import { isRealDay, toIso, wardDay } from '../basics/time.ts';
import { readCalendar, sessionsOf } from '../law/calendar.ts';
import { isCountedDay } from '../law/calendar/sessions.ts';
import { defaultCalendar } from '../law/default-calendar.ts';
import { dueInputs } from '../law/catalogue/due-inputs.ts';
import { dueWithLocalLimit } from '../law/clock/local-limit.ts';
import { stagesDue } from '../law/clock/stages.ts';
import { explainDue } from '../text/explain.ts';
import { limitText } from '../text/limit.ts';
import type { Result } from '../basics/result.ts';
import type { FactBody } from '../event/facts.ts';
import type { CalendarData, WorkCalendar } from '../law/calendar.ts';
import type { DueInputs } from '../law/catalogue/due-inputs.ts';
import type { Due } from '../law/clock/whole-days.ts';
import type { Procedure } from '../law/procedure.ts';
import type { WardConfig } from '../law/ward.ts';

/** The due part of a reception, as it is written and printed. */
export type DuePart = Pick<FactBody<'dossier-received'>, 'clock'> & {
  readonly limitText: string;
  readonly dueAt: string;
  readonly dueTrace: unknown[];
  readonly dueExplanation: string;
};

type Asked = { readonly officerDue: { readonly day: string; readonly ground: string } | null };
type Rules = { readonly ward: WardConfig; readonly nowMs: number };
type DueFault = { readonly code: string };

/**
 * When a dossier received now is due (ngày hẹn trả), with its derivation and a sentence for the slip [D05, D06]: by the
 * shorter limit that the office promises where it has one, by the sum of its stages where it goes through several hands.
 * Where the law gives no number, the clerk's day and ground are taken (DOMAIN 4.6 no. 7).
 */
export function dueOf(asked: Asked, procedure: Procedure, rules: Rules): Result<DuePart, DueFault> {
  const inputs = dueInputs(procedure, rules.ward.duePolicy);
  const data = rules.ward.calendar ?? defaultCalendar;
  if (inputs.stages.length > 0) return dueOfStages(procedure, inputs, data, rules.nowMs);
  const calendar = readCalendar(data, inputs.place);
  const { value, unit } = inputs.limit;
  if (value === null || unit === 'campaign') return officerDue(asked, procedure, calendar, rules.nowMs);
  const kase = { receivedAtMs: rules.nowMs, limit: inputs.limit, pauses: [] };
  const due = dueWithLocalLimit(kase, inputs.local, calendar, inputs.policy);
  if (!due.ok) return due;
  const { legal, promised } = due.value;
  const { local, policy } = inputs;
  const limit = local ? { value: local.value, unit: local.unit } : { value, unit };
  if (limit.value === null || limit.unit === 'campaign') return err({ code: 'limit-by-officer' });
  const legalDate = local ? { legalDueAt: toIso(legal.dueAtMs) } : {};
  const supplement = procedure.supplement ? { supplement: procedure.supplement } : {};
  return ok({
    limitText: limitText(limit),
    clock: { limit: { value: limit.value, unit: limit.unit }, policy, ...legalDate, ...supplement },
    ...told(promised),
  });
}

/** The sum of all stages; where one waits for the citizen, the end of the last one before it. */
function dueOfStages(
  procedure: Procedure,
  { stages, policy }: DueInputs,
  data: CalendarData,
  nowMs: number,
): Result<DuePart, DueFault> {
  const due = stagesDue(nowMs, stages, { calendarAt: (place) => readCalendar(data, place), policy });
  if (!due.ok) return due;
  const known = due.value.total ?? due.value.stages.findLast(({ own }) => own !== null)?.own;
  return known ? ok({ limitText: limitText(procedure.limit), ...told(known) }) : err({ code: 'stages-none' });
}

function told({ dueAtMs, trace }: Due): Pick<DuePart, 'dueAt' | 'dueTrace' | 'dueExplanation'> {
  return { dueAt: toIso(dueAtMs), dueTrace: [...trace], dueExplanation: explainDue(trace, 'vi') };
}

function officerDue(
  asked: Asked,
  procedure: Procedure,
  calendar: WorkCalendar,
  nowMs: number,
): Result<DuePart, { readonly code: string }> {
  const { day, ground } = asked.officerDue ?? { day: '', ground: '' };
  if (!isRealDay(day) || !isCountedDay(day) || day < wardDay(nowMs)) return err({ code: 'officer-due-day' });
  if (ground.trim() === '' || ground.length > 300) return err({ code: 'officer-due-ground' });
  const end = sessionsOf(calendar, day).at(-1)?.endMs;
  if (end === undefined || end < nowMs) return err({ code: 'officer-due-day-off' });
  const why = ground.normalize('NFC').trim();
  const dueAt = toIso(end);
  return ok({
    limitText: limitText(procedure.limit),
    dueAt,
    dueTrace: [{ step: 'officer', ground: why, at: dueAt }],
    dueExplanation: why,
  });
}
