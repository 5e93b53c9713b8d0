import { err, ok } from '../../basics/result.ts';
import { parseInstant, toIso, wardDay } from '../../basics/time.ts';
import { dueDate } from '../../law/due.ts';
import { workMinutesBetween } from '../../law/clock/work-time.ts';
import { isPaused } from '../../law/life-cycle/acts.ts';
import { stepOf } from '../../law/life-cycle/step.ts';
import { returnActs } from '../../project/course.ts';
import { dueAfterWait, dueOn } from './due-after.ts';
import { checkWish, cleanWish } from './wish.ts';
import type { Result } from '../../basics/result.ts';
import type { Sealed } from '../../event/envelope.ts';
import type { Fact, FactBody, FactType, NewFact } from '../../event/facts.ts';
import type { WorkCalendar } from '../../law/calendar.ts';
import type { DuePolicy, Limit } from '../../law/clock/due-case.ts';
import type { DossierAct } from '../../law/life-cycle/acts.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { LifeRules } from '../../law/life-cycle/life-rules.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Folded } from '../../project/fold.ts';
import type { Refusal } from '../refusal.ts';
import type { DueNow, DueWorld } from './due-after.ts';
import type { ActWish } from './wish.ts';

/** By what an act is judged: the office's rules and calendars, and the moment. */
export type ActWorld = {
  readonly nowMs: number;
  readonly role: ActorRole;
  readonly rules: LifeRules;
  readonly due: DueWorld;
  /** Working time of another agency that a dossier is sent on to. */
  readonly calendarOfAgency: (agency: string) => WorkCalendar;
  readonly policy: DuePolicy;
};

/** What every fact of an act is made from. */
type Asked = {
  readonly dossier: Dossier;
  readonly world: ActWorld;
  readonly done: { readonly at: string; readonly role: ActorRole };
};
type Decided = Result<Fact, Refusal>;
type WishOf<A extends ActWish['act']> = Extract<ActWish, { readonly act: A }>;
type Builders = { readonly [A in ActWish['act']]: (wish: WishOf<A>, asked: Asked) => Decided };

/**
 * Turns what somebody wants into the one fact that records it, or says why not [LC3]. The state must allow the act and the
 * role must have it (DOMAIN 4.3); texts are checked by field; a wait that ends brings its due date with it.
 * @param sealed who received a result, for `give-back` only
 */
export function decideAct(
  row: Folded<Dossier> | undefined,
  wish: ActWish,
  world: ActWorld,
  sealed: Sealed | null = null,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'dossier-unknown' });
  const dossier = row.state;
  const from = { state: dossier.status, below: dossier.below };
  const step = stepOf(actOf(wish), from, world.role, world.rules);
  if (!step.ok) return step;
  const clean = cleanWish(wish);
  const fields = checkWish(clean, world);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const fact = build(clean, { dossier, world, done: { at: toIso(world.nowMs), role: world.role } });
  if (!fact.ok) return fact;
  const held = wish.act === 'give-back' ? sealed : null;
  return ok({ ...fact.value, subject: row.id, parents: row.heads, sealed: held });
}

/** The act of the life cycle that a wish is; giving back is one for each way. */
function actOf(wish: ActWish): DossierAct {
  return wish.act === 'give-back' ? returnActs[wish.method] : wish.act;
}

function build<A extends ActWish['act']>(wish: WishOf<A>, asked: Asked): Decided {
  const builder = builders[wish.act as A];
  return builder(wish, asked);
}

const builders: Builders = {
  'hand-over': plain('dossier-handed-over'),
  'take-over': plain('dossier-taken-over'),
  'hand-back': plain('dossier-handed-back'),
  'assign-anew': plain('dossier-assigned-anew'),
  'propose-supplement': plain('dossier-supplement-proposed'),
  'ask-supplement': (wish, asked) => {
    const refusal = refuseRound(asked);
    return refusal ? err(refusal) : plain('dossier-supplement-asked')(wish, asked);
  },
  'take-supplement': (wish, asked) =>
    waited(wish, asked, (due) => {
      return { type: 'dossier-supplement-taken', body: { items: wish.items, due, ...asked.done } };
    }),
  'ask-duty': plain('dossier-duty-asked'),
  'prove-duty': (wish, asked) =>
    waited(wish, asked, (due) => {
      return { type: 'dossier-duty-proven', body: { proof: wish.proof, due, ...asked.done } };
    }),
  'send-on': ({ agency, limit }, { world, done }) => {
    const due = agencyDueAt(agency, limit, world);
    if (!due.ok) return due;
    return ok({ type: 'dossier-sent-on', body: { agency, agencyDueAt: due.value, ...done } });
  },
  'take-back': plain('dossier-taken-back'),
  suspend: plain('dossier-suspended'),
  resume: (wish, asked) =>
    waited(wish, asked, (due) => {
      return { type: 'dossier-resumed', body: { reason: wish.reason, due, ...asked.done } };
    }),
  submit: plain('dossier-submitted'),
  'send-back': plain('dossier-sent-back'),
  sign: plain('dossier-signed'),
  release: plain('dossier-result-ready'),
  'find-ineligible': plain('dossier-found-ineligible'),
  // Named one by one: who received it must never stand in the open.
  'give-back': ({ method, slipTakenBack, receiverIsSubmitter }, { done }) =>
    ok({ type: 'dossier-returned', body: { method, slipTakenBack, receiverIsSubmitter, ...done } }),
  post: plain('dossier-posted'),
  'take-from-post': plain('dossier-taken-from-post'),
  'ask-withdrawal': plain('dossier-withdrawal-asked'),
  'decline-withdrawal': (wish, asked) =>
    waited(wish, asked, (due) => {
      return { type: 'dossier-withdrawal-declined', body: { reason: wish.reason, due, ...asked.done } };
    }),
  withdraw: plain('dossier-withdrawn'),
  extend: extended,
  stop: ({ formNo, reason, signer }, { done }) =>
    ok({ type: 'dossier-stopped', body: { formNo, reason, because: 'decision', signer, ...done } }),
  'give-up-supplement': ({ formNo, reason }, { dossier, world, done }) => {
    const { supplementUntil: until } = dossier;
    if (until !== null && wardDay(world.nowMs) <= until) return err({ code: 'supplement-awaited', until });
    const body = { formNo, reason, because: 'supplement-missing' as const, signer: '', ...done };
    return ok({ type: 'dossier-stopped', body });
  },
};

/** A fact whose body is what was said, with the instant and the role. */
function plain<T extends FactType>(type: T) {
  type Wish = { readonly act: string } & Omit<FactBody<T>, 'at' | 'role'>;
  return ({ act: _act, ...said }: Wish, { done }: Asked): Decided =>
    ok({ type, body: { ...said, ...done } } as unknown as Fact);
}

/** Papers are asked for as often as the rule allows (once by default, DOMAIN 4.3 [GK]). */
function refuseRound({ dossier, world }: Asked): Refusal | null {
  const { maxRounds } = dossier.clock?.supplement ?? world.due.supplement;
  if (maxRounds !== null && dossier.rounds >= maxRounds)
    return { code: 'supplement-rounds-many', max: maxRounds };
  const isLate = world.nowMs > (parseInstant(dossier.dueAt) ?? Infinity);
  return isLate && !world.rules.supplementWhenLate ? { code: 'supplement-late', dueAt: dossier.dueAt } : null;
}

/** The date after the wait that ends; none while the dossier still waits for something else below it. */
function waited(
  { officerDay }: { readonly officerDay: string | null },
  { dossier, world }: Asked,
  fact: (due: DueNow | null) => Fact,
): Decided {
  if (dossier.below.some(isPaused)) return ok(fact(null));
  const due = dueAfterWait(dossier, officerDay, world.nowMs, world.due);
  return due.ok ? ok(fact(due.value)) : err({ code: 'fields-invalid', fields: [due.error] });
}

/** A letter of apology sets a later date, as often as the office allows (Mẫu 04; DOMAIN 4.3: once). */
function extended(wish: WishOf<'extend'>, { dossier, world, done }: Asked): Decided {
  const { maxExtensions, extendWithinMinutes } = world.rules;
  if (maxExtensions !== null && dossier.extensions >= maxExtensions)
    return err({ code: 'extensions-many', max: maxExtensions });
  const left = workMinutesBetween(world.nowMs, parseInstant(dossier.dueAt) ?? 0, world.due.calendar);
  if (extendWithinMinutes !== null && left > extendWithinMinutes)
    return err({ code: 'extension-early', dueAt: dossier.dueAt });
  const { formNo, cause, day, signer } = wish;
  const due = dueOn('day', day, cause, world.nowMs, world.due.calendar);
  if (!due.ok) return err({ code: 'fields-invalid', fields: [due.error] });
  if (due.value.dueAt <= dossier.dueAt)
    return err({ code: 'fields-invalid', fields: [{ field: 'day', code: 'extension-not-later' }] });
  return ok({ type: 'dossier-extended', body: { formNo, cause, due: due.value, signer, ...done } });
}

/** Until when the other agency answers, by its own working time; null where nothing was agreed. */
function agencyDueAt(agency: string, limit: Limit | null, world: ActWorld): Result<string | null, Refusal> {
  if (limit === null) return ok(null);
  const kase = { receivedAtMs: world.nowMs, limit, pauses: [] };
  const due = dueDate(kase, world.calendarOfAgency(agency), world.policy);
  if (due.ok) return ok(toIso(due.value.dueAtMs));
  return err({ code: 'fields-invalid', fields: [{ field: 'limit', code: due.error.code }] });
}
