import { z } from 'zod';
import { err, ok } from '../basics/result.ts';
import { parseInstant, toWardIso } from '../basics/time.ts';
import { calendarSchema, readCalendar } from './calendar.ts';
import { affectedDossiers } from './calendar/affected.ts';
import { dueDate } from './due.ts';
import { nearlyNamed } from './near-names.ts';
import { faultsOf } from './faults.ts';
import type { Result } from '../basics/result.ts';
import type { Affected, Promised } from './calendar/affected.ts';
import type { CalendarData, CalendarPlace, WorkCalendar } from './calendar.ts';
import type { DueCase, DuePolicy, DueRefusal } from './clock/due-case.ts';
import type { DueStep } from './clock/due-trace.ts';
import type { Fault } from './faults.ts';

/** The answer to one case; `id` is null when the case has none. */
export type DueResult =
  | { readonly id: string | null; readonly dueAt: string; readonly trace: readonly DueStep[] }
  | { readonly id: string | null; readonly error: { readonly code: string; readonly message: string } };

/** The document as a whole cannot be read. */
export type DueDocumentRefusal = { readonly code: 'due-document-invalid'; readonly faults: readonly Fault[] };

const instant = z.string().transform((text, context) => {
  const ms = parseInstant(text);
  if (ms !== null) return ms;
  context.addIssue({
    code: 'custom',
    message: 'not an ISO instant with an offset',
    params: { code: 'instant' },
  });
  return z.NEVER;
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM');
const dueAt = z.enum(['sameTime', 'endOfDay', 'endOfHalfDay']);

const calendarText = z.unknown().superRefine(checkCalendarNames).pipe(calendarSchema);

const documentSchema = z.object({
  calendar: calendarText,
  policy: z.strictObject({ dueAt, cutoff: clock.nullish() }),
  cases: z.array(z.unknown()),
  /** A calendar that may come: the answer then lists whose date it would move. */
  changedCalendar: calendarText.optional(),
});

const caseShape = z.object({
  id: z.string(),
  receivedAt: instant,
  limit: z.object({ value: z.number(), unit: z.enum(['workingDay', 'calendarDay', 'workingHour']) }),
  policy: z.strictObject({ dueAt: dueAt.optional(), cutoff: clock.nullish() }).optional(),
  pauses: z.array(z.object({ from: instant, to: instant.nullish() })).default([]),
  /** Where the calendar's scopes know the office or the field of the procedure. */
  office: z.string().optional(),
  field: z.string().optional(),
});

const caseSchema = z.unknown().superRefine(checkCaseNames).pipe(caseShape);

/** What `motcua due` answers; `affected` only where the document brings a changed calendar. */
export type DueAnswers = { readonly results: readonly DueResult[]; readonly affected?: readonly Affected[] };

/**
 * `npx motcua due` (ARCHITECTURE 7): due times of many cases under one calendar. A bad case carries its own error; a bad
 * calendar, policy or document is refused whole.
 */
export function runDueDocument(json: unknown): Result<DueAnswers, DueDocumentRefusal> {
  const document = documentSchema.safeParse(json);
  if (!document.success) return err({ code: 'due-document-invalid', faults: faultsOf(document.error) });
  const { calendar, changedCalendar, policy, cases } = document.data;
  const usual: DuePolicy = { dueAt: policy.dueAt, cutoff: policy.cutoff ?? null };
  const calendarAt = calendarsOf(calendar);
  const read = cases.map((kase) => readCase(kase, usual));
  const results = read.map((kase) => (kase.ok ? runCase(kase.value, calendarAt) : kase.error));
  if (!changedCalendar) return ok({ results });
  const promised = read.flatMap((kase) => (kase.ok ? [kase.value] : []));
  return ok({ results, affected: affectedDossiers(promised, calendarAt, calendarsOf(changedCalendar)) });
}

type Context = z.core.$RefinementCtx<unknown>;

/** Foreign names are left alone; one that is nearly a name of ours is a slip that would change every date. */
function checkCalendarNames(json: unknown, context: Context): void {
  nearlyNamed(json, ['version', 'sessions', 'exceptions', 'recurring', 'scopes'], [], context);
  for (const [index, exception] of listIn(json, 'exceptions').entries())
    nearlyNamed(
      exception,
      ['date', 'kind', 'sessions', 'reason', 'verified'],
      ['exceptions', index],
      context,
    );
}

function checkCaseNames(json: unknown, context: Context): void {
  nearlyNamed(json, Object.keys(caseShape.shape), [], context);
  for (const [index, pause] of listIn(json, 'pauses').entries())
    nearlyNamed(pause, ['from', 'to'], ['pauses', index], context);
}

function listIn(json: unknown, name: string): readonly unknown[] {
  const list =
    typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;
  return Array.isArray(list) ? list : [];
}

type CalendarAt = (place: CalendarPlace) => WorkCalendar;

/** Each place's calendar is made ready once, however many cases ask for it. */
function calendarsOf(data: CalendarData): CalendarAt {
  const known = new Map<string, WorkCalendar>();
  return (place) => {
    const key = JSON.stringify([place.office, place.field]);
    const calendar = known.get(key) ?? readCalendar(data, place);
    known.set(key, calendar);
    return calendar;
  };
}

function readCase(json: unknown, policy: DuePolicy): Result<Promised, DueResult> {
  const parsed = caseSchema.safeParse(json);
  if (!parsed.success) {
    const [fault] = faultsOf(parsed.error);
    const path = fault?.path ?? '';
    const what = fault?.message ?? 'not a case';
    return err(failed(idOf(json), 'case-invalid', path === '' ? `case: ${what}` : `${path}: ${what}`));
  }
  const { id, receivedAt, limit, pauses, policy: own, office, field } = parsed.data;
  const kase: DueCase = {
    receivedAtMs: receivedAt,
    limit,
    pauses: pauses.map(({ from, to }) => ({ fromMs: from, toMs: to ?? null })),
  };
  const cutoff = own?.cutoff === undefined ? policy.cutoff : own.cutoff;
  return ok({ id, kase, policy: { dueAt: own?.dueAt ?? policy.dueAt, cutoff }, place: { office, field } });
}

function runCase({ id, kase, policy, place }: Promised, calendarAt: CalendarAt): DueResult {
  const due = dueDate(kase, calendarAt(place), policy);
  if (!due.ok) return failed(id, due.error.code, messageOf(due.error));
  return { id, dueAt: toWardIso(due.value.dueAtMs), trace: due.value.trace };
}

function failed(id: string | null, code: string, message: string): DueResult {
  return { id, error: { code, message } };
}

function idOf(json: unknown): string | null {
  const withId = z.object({ id: z.string() }).safeParse(json);
  return withId.success ? withId.data.id : null;
}

function messageOf(refusal: DueRefusal): string {
  return `${refusal.field}: ${reasonOf(refusal)}`;
}

function reasonOf(refusal: DueRefusal): string {
  switch (refusal.code) {
    case 'paused':
      return `the clock stands still since ${refusal.since}`;
    case 'pause-order':
      return `the pause from ${refusal.from} ends before it begins, at ${refusal.to}`;
    case 'limit-by-officer':
      return 'the law gives no number; an officer enters the date';
    case 'limit-value':
      return `${refusal.value} is no limit in ${refusal.unit}`;
    case 'no-working-time':
      return `the calendar has no working day in the year after ${refusal.after}`;
    case 'time-out-of-range':
      return `${refusal.at} is outside the years 2000-2099`;
  }
}
