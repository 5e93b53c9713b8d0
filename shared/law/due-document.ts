import { z } from 'zod';
import { err, ok } from '../basics/result.ts';
import { parseInstant, toWardIso } from '../basics/time.ts';
import { calendarSchema, readCalendar } from './calendar.ts';
import { dueDate } from './due.ts';
import { faultsOf } from './faults.ts';
import type { Result } from '../basics/result.ts';
import type { WorkCalendar } from './calendar.ts';
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

const documentSchema = z.object({
  calendar: calendarSchema,
  policy: z.strictObject({ dueAt, cutoff: clock.nullish() }),
  cases: z.array(z.unknown()),
});

const caseSchema = z.object({
  id: z.string(),
  receivedAt: instant,
  limit: z.object({ value: z.number(), unit: z.enum(['workingDay', 'calendarDay', 'workingHour']) }),
  policy: z.strictObject({ dueAt: dueAt.optional(), cutoff: clock.nullish() }).optional(),
  pauses: z.array(z.object({ from: instant, to: instant.nullish() })).default([]),
});

/**
 * `npx motcua due` (ARCHITECTURE 7): due times of many cases under one calendar. A bad case carries its own error; a bad
 * calendar, policy or document is refused whole.
 */
export function runDueDocument(
  json: unknown,
): Result<{ readonly results: readonly DueResult[] }, DueDocumentRefusal> {
  const document = documentSchema.safeParse(json);
  if (!document.success) return err({ code: 'due-document-invalid', faults: faultsOf(document.error) });
  const calendar = readCalendar(document.data.calendar);
  const policy: DuePolicy = {
    dueAt: document.data.policy.dueAt,
    cutoff: document.data.policy.cutoff ?? null,
  };
  return ok({ results: document.data.cases.map((kase) => runCase(kase, calendar, policy)) });
}

function runCase(json: unknown, calendar: WorkCalendar, policy: DuePolicy): DueResult {
  const parsed = caseSchema.safeParse(json);
  if (!parsed.success) {
    const [fault] = faultsOf(parsed.error);
    return failed(idOf(json), 'case-invalid', `${fault?.path ?? ''}: ${fault?.message ?? 'not a case'}`);
  }
  const { id, receivedAt, limit, pauses, policy: own } = parsed.data;
  const kase: DueCase = {
    receivedAtMs: receivedAt,
    limit,
    pauses: pauses.map(({ from, to }) => ({ fromMs: from, toMs: to ?? null })),
  };
  const cutoff = own?.cutoff === undefined ? policy.cutoff : own.cutoff;
  const due = dueDate(kase, calendar, { dueAt: own?.dueAt ?? policy.dueAt, cutoff });
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
      return `the calendar has no working time after ${refusal.after}`;
    case 'time-out-of-range':
      return `${refusal.at} is outside the years 1970-2199`;
  }
}
