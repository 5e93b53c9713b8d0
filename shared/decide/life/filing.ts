import { err, ok } from '../../basics/result.ts';
import { parseInstant, toIso } from '../../basics/time.ts';
import { dueDate } from '../../law/due.ts';
import { stepOf } from '../../law/life-cycle/step.ts';
import { checkWish, cleanWish } from './wish.ts';
import type { Result } from '../../basics/result.ts';
import type { Sealed } from '../../event/envelope.ts';
import type { Fact, FactBody, NewFact } from '../../event/facts.ts';
import type { DossierState } from '../../law/life-cycle/states.ts';
import type { Filing } from '../../project/filings.ts';
import type { Folded } from '../../project/fold.ts';
import type { Refusal } from '../refusal.ts';
import type { ActWorld } from './act.ts';

type Body<T extends 'filing-registered' | 'filing-turned-back' | 'filing-refused'> = Omit<
  FactBody<T>,
  'at' | 'role' | 'answerDueAt'
>;

/** What somebody wants done with a dossier that is not received yet. */
export type FilingWish =
  | ({ readonly act: 'file' } & Body<'filing-registered'>)
  | ({ readonly act: 'turn-back' } & Body<'filing-turned-back'>)
  | ({ readonly act: 'refuse' } & Body<'filing-refused'>)
  | { readonly act: 'receive'; readonly dossierId: string; readonly code: string };

/** How long a desk may take to answer an online filing (NĐ 107/2021, DOMAIN 4.4 [GK]; N04). */
const ANSWER_LIMIT = { value: 8, unit: 'workingHour' } as const;

const MINUTES_AHEAD = 30 * 60_000;

/**
 * One fact about a dossier before its reception. What is brought to the counter and is turned back or refused at once has
 * no row yet; `subject` names it then. The persons come sealed with the first fact.
 */
export function decideFiling(
  row: Folded<Filing> | undefined,
  subject: string,
  wish: FilingWish,
  world: ActWorld,
  sealed: Sealed | null = null,
): Result<NewFact, Refusal> {
  const step = stepOf(wish.act, { state: stateOf(row), below: [] }, world.role, world.rules);
  if (!step.ok) return step;
  const clean = cleanWish(wish);
  const fields = checkWish(clean, world);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const fact = factOfFiling(clean, world);
  if (!fact.ok) return fact;
  return ok({ ...fact.value, subject: row?.id ?? subject, parents: row?.heads ?? [], sealed });
}

/** What was accepted is a dossier from then on; it can be received only once. */
function stateOf(row: Folded<Filing> | undefined): DossierState {
  const status = row?.state?.status ?? 'draft';
  return status === 'accepted' ? 'received' : status;
}

function factOfFiling(wish: FilingWish, world: ActWorld): Result<Fact, Refusal> {
  const done = { at: toIso(world.nowMs), role: world.role };
  switch (wish.act) {
    case 'file': {
      const { procedure, channel, officerName, portalCode, filedAt } = wish;
      const filedMs = filedAt === undefined ? world.nowMs : parseInstant(filedAt);
      // A portal whose clock is ahead by minutes is no reason to leave a filing out; tomorrow is.
      if (filedMs === null || filedMs > world.nowMs + MINUTES_AHEAD)
        return err({ code: 'fields-invalid', fields: [{ field: 'filedAt', code: 'filed-when' }] });
      const kase = { receivedAtMs: filedMs, limit: ANSWER_LIMIT, pauses: [] };
      const due = dueDate(kase, world.due.calendar, world.policy);
      if (!due.ok)
        return err({
          code: 'fields-invalid',
          fields: [{ field: 'calendar.sessions', code: due.error.code }],
        });
      const answerDueAt = toIso(due.value.dueAtMs);
      const since = filedAt === undefined ? {} : { filedAt: toIso(filedMs) };
      const body = { procedure, channel, officerName, portalCode, ...since, answerDueAt, ...done };
      return ok({ type: 'filing-registered', body });
    }
    case 'turn-back': {
      const { act: _act, ...said } = wish;
      return ok({ type: 'filing-turned-back', body: { ...said, ...done } });
    }
    case 'refuse': {
      const { act: _act, ...said } = wish;
      return ok({ type: 'filing-refused', body: { ...said, ...done } });
    }
    case 'receive': {
      const { dossierId, code } = wish;
      return ok({ type: 'filing-accepted', body: { dossierId, code, ...done } });
    }
  }
}
