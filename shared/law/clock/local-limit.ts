import { err, ok } from '../../basics/result.ts';
import { toWardIso } from '../../basics/time.ts';
import { dueDate } from '../due.ts';
import type { Result } from '../../basics/result.ts';
import type { WorkCalendar } from '../calendar.ts';
import type { DueCase, DuePolicy, DueRefusal, Limit } from './due-case.ts';
import type { DueStep } from './due-trace.ts';
import type { Due } from './whole-days.ts';

/** Both dates of a dossier: what the law gives and what the office promises; the same where it has no limit of its own. */
export type LocalDue = { readonly legal: Due; readonly promised: Due };

/** The office may only promise less time than the law gives. */
export type LocalLimitRefusal = {
  readonly code: 'local-limit-longer';
  readonly field: string;
  readonly legal: string;
  readonly local: string;
};

/**
 * The date by the legal limit and, beside it, by the shorter one that the office has committed itself to (cắt giảm thời
 * hạn, DOMAIN 4.4). The promised date's trace names the legal one.
 */
export function dueWithLocalLimit(
  kase: DueCase,
  local: Limit | null,
  calendar: WorkCalendar,
  policy: DuePolicy,
): Result<LocalDue, DueRefusal | LocalLimitRefusal> {
  const legal = dueDate(kase, calendar, policy);
  if (!legal.ok) return legal;
  if (local === null) return ok({ legal: legal.value, promised: legal.value });
  const own = dueDate({ ...kase, limit: local }, calendar, policy);
  if (!own.ok) return own;
  const [legalAt, localAt] = [toWardIso(legal.value.dueAtMs), toWardIso(own.value.dueAtMs)];
  if (own.value.dueAtMs > legal.value.dueAtMs)
    return err({ code: 'local-limit-longer', field: 'localLimit', legal: legalAt, local: localAt });
  const { trace, dueAtMs } = own.value;
  const byLaw: DueStep = { step: 'legal-limit', until: legalAt };
  return ok({
    legal: legal.value,
    promised: { dueAtMs, trace: [...trace.slice(0, -1), byLaw, ...trace.slice(-1)] },
  });
}
