import { err, ok } from '../../basics/result.ts';
import { toWardIso } from '../../basics/time.ts';
import { dueDate } from '../due.ts';
import type { Result } from '../../basics/result.ts';
import type { WorkCalendar } from '../calendar.ts';
import type { DueCase, DuePolicy, DueRefusal } from './due-case.ts';
import type { DueStep } from './due-trace.ts';
import type { Due } from './whole-days.ts';

/** One request for further papers (Mẫu 02) while the dossier is being processed; open until the papers have come. */
export type SupplementRound = {
  readonly askedAtMs: number;
  readonly answeredAtMs: number | null;
  /** Number of the form and the ground it names, kept with the pause (DOMAIN 4.6 no. 8). */
  readonly formNo: string;
  readonly ground: string;
};

/**
 * What a supplement does to the clock. `continue`: time already used counts (NĐ 61/2018 art. 19). `restart`: the whole limit
 * runs again from the last papers, where a special decree says so (DOMAIN 4.4). `maxRounds` null: no bound.
 */
export type SupplementRule = { readonly clock: 'continue' | 'restart'; readonly maxRounds: number | null };

/** The time used counts, and one request is lawful; both are unverified, so a procedure may say otherwise (DOMAIN 4.3, 4.4 [GK]). */
export const usualSupplementRule: SupplementRule = { clock: 'continue', maxRounds: 1 };

/** The first date, as printed on the slip, and the present one. */
export type SupplementedDue = { readonly original: Due; readonly current: Due };

/** A round that the rule or the order of time forbids. */
export type SupplementRefusal =
  | { readonly code: 'supplement-rounds-many'; readonly field: string; readonly max: number }
  | { readonly code: 'supplement-order'; readonly field: string; readonly at: string };

/**
 * The due date through any number of supplement rounds, beside other pauses. While a round is open the refusal is `paused`:
 * a waiting dossier has no due date and is never overdue.
 */
export function dueWithSupplements(
  kase: DueCase,
  rounds: readonly SupplementRound[],
  rule: SupplementRule,
  calendar: WorkCalendar,
  policy: DuePolicy,
): Result<SupplementedDue, DueRefusal | SupplementRefusal> {
  const refusal = refuseRounds(kase, rounds, rule);
  if (refusal) return err(refusal);
  const original = dueDate({ ...kase, pauses: [] }, calendar, policy);
  if (!original.ok) return original;
  const pauses = rounds.map(({ askedAtMs, answeredAtMs }) => ({ fromMs: askedAtMs, toMs: answeredAtMs }));
  const last = rounds.at(-1)?.answeredAtMs;
  if (rule.clock === 'continue' || last === undefined || last === null) {
    const current = dueDate({ ...kase, pauses: [...kase.pauses, ...pauses] }, calendar, policy);
    return current.ok ? ok({ original: original.value, current: current.value }) : current;
  }
  const anew = dueDate({ ...kase, receivedAtMs: last, continues: false }, calendar, policy);
  if (!anew.ok) return anew;
  const { dueAtMs, trace } = anew.value;
  const received: DueStep = { step: 'received', at: toWardIso(kase.receivedAtMs) };
  const supplemented: DueStep = { step: 'supplemented', rounds: rounds.length, at: toWardIso(last) };
  return ok({
    original: original.value,
    current: { dueAtMs, trace: [received, supplemented, ...trace.slice(1)] },
  });
}

function refuseRounds(
  { receivedAtMs }: DueCase,
  rounds: readonly SupplementRound[],
  { maxRounds }: SupplementRule,
): SupplementRefusal | null {
  if (maxRounds !== null && rounds.length > maxRounds)
    return { code: 'supplement-rounds-many', field: `rounds.${maxRounds}`, max: maxRounds };
  let afterMs: number | null = receivedAtMs;
  for (const [index, { askedAtMs, answeredAtMs }] of rounds.entries()) {
    // A round before the receipt, or while the round before it is open, is a slip of the pen.
    if (afterMs === null || askedAtMs < afterMs)
      return { code: 'supplement-order', field: `rounds.${index}.askedAt`, at: toWardIso(askedAtMs) };
    afterMs = answeredAtMs;
  }
  return null;
}
