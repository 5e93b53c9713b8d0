import { err, ok } from '../basics/result.ts';
import { isRealDay, toIso, wardDay } from '../basics/time.ts';
import { readCalendar, sessionsOf } from '../law/calendar.ts';
import { defaultCalendar } from '../law/default-calendar.ts';
import { dueDate } from '../law/due.ts';
import { explainDue } from '../text/explain.ts';
import { limitText } from '../text/limit.ts';
import type { Result } from '../basics/result.ts';
import type { WorkCalendar } from '../law/calendar.ts';
import type { Procedure } from '../law/procedure.ts';
import type { WardConfig } from '../law/ward.ts';

/** The due part of a reception, as it is written and printed. */
export type DuePart = {
  readonly limitText: string;
  readonly dueAt: string;
  readonly dueTrace: unknown[];
  readonly dueExplanation: string;
};

type Asked = { readonly officerDue: { readonly day: string; readonly ground: string } | null };
type Rules = { readonly ward: WardConfig; readonly nowMs: number };

/** The ward's working calendar as it holds for a field of procedures; the default one where the ward file has none. */
function calendarOf(ward: WardConfig, field: string): WorkCalendar {
  return readCalendar(ward.calendar ?? defaultCalendar, { field });
}

/**
 * When a dossier received now is due (ngày hẹn trả), with its derivation and a sentence for the slip [D05, D06].
 * Where the law gives no number, the clerk's day and ground are taken (DOMAIN 4.6 no. 7).
 */
export function dueOf(
  asked: Asked,
  procedure: Procedure,
  rules: Rules,
): Result<DuePart, { readonly code: string }> {
  const calendar = calendarOf(rules.ward, procedure.fieldId);
  const { value, unit, cutoff } = procedure.limit;
  if (value === null || unit === 'campaign') return officerDue(asked, procedure, calendar, rules.nowMs);
  const policy = { dueAt: rules.ward.duePolicy.dueAt, cutoff: cutoff ?? rules.ward.duePolicy.cutoff };
  const due = dueDate({ receivedAtMs: rules.nowMs, limit: { value, unit }, pauses: [] }, calendar, policy);
  if (!due.ok) return due;
  const { dueAtMs, trace } = due.value;
  return ok({
    limitText: limitText(procedure.limit),
    dueAt: toIso(dueAtMs),
    dueTrace: [...trace],
    dueExplanation: explainDue(trace, 'vi'),
  });
}

function officerDue(
  asked: Asked,
  procedure: Procedure,
  calendar: WorkCalendar,
  nowMs: number,
): Result<DuePart, { readonly code: string }> {
  const { day, ground } = asked.officerDue ?? { day: '', ground: '' };
  if (!isRealDay(day) || day < wardDay(nowMs)) return err({ code: 'officer-due-day' });
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
