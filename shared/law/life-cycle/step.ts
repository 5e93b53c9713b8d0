import { err, ok } from '../../basics/result.ts';
import { dossierActs, isPaused } from './acts.ts';
import { dossierStates } from './states.ts';
import type { Result } from '../../basics/result.ts';
import type { DossierAct } from './acts.ts';
import type { LifeRules } from './life-rules.ts';
import type { ActorRole } from './roles.ts';
import type { DossierState } from './states.ts';

/** Why an act is not done. */
export type StepRefusal =
  | { readonly code: 'dossier-step-wrong'; readonly status: DossierState; readonly wanted: DossierAct }
  | { readonly code: 'act-role-wrong'; readonly act: DossierAct; readonly roles: readonly ActorRole[] };

/**
 * Where a dossier stands: its state, and the states it goes back to, the last one first to come back. A dossier that waits
 * for a supplement and is to be withdrawn goes back to waiting when the withdrawal is declined.
 */
export type Standpoint = { readonly state: DossierState; readonly below: readonly DossierState[] };

/**
 * The one place that says what may follow what (DOMAIN 4.3). Refuses an act that its state does not allow, and one that is
 * not the actor's; the refusal names the roles that may do it.
 */
export function stepOf(
  act: DossierAct,
  from: Standpoint,
  role: ActorRole,
  rules: LifeRules,
): Result<Standpoint, StepRefusal> {
  const rule = dossierActs[act];
  const { state } = from;
  const allowed = rule.from.includes(state) || (rules.shortcuts && rule.shortcutFrom.includes(state));
  if (!allowed) return err({ code: 'dossier-step-wrong', status: state, wanted: act });
  const roles = [rule.by, ...rule.also];
  if (!actsAs(role, rules).some((one) => roles.includes(one)))
    return err({ code: 'act-role-wrong', act, roles });
  return ok(arrive(act, from));
}

/** The acts that an actor may do next, in the order of the life cycle. */
export function actsFrom(from: Standpoint, role: ActorRole, rules: LifeRules): readonly DossierAct[] {
  return (Object.keys(dossierActs) as DossierAct[]).filter((act) => stepOf(act, from, role, rules).ok);
}

/** The national status code of a state (DOMAIN 4.1); null for a draft, which nobody is told of. */
export function nationalCodeOf(state: DossierState, rules: LifeRules): number | null {
  return state === 'suspended' ? rules.suspendedAs : dossierStates[state].national;
}

/**
 * Where an act leads, whoever did it and whether or not it was allowed: what the projection of recorded acts follows.
 * States that wait keep the one they interrupted, every other one forgets it. A wait that desks which did not see each
 * other began or ended twice began or ended once, so each state stands below at most once.
 */
export function arrive(act: DossierAct, from: Standpoint): Standpoint {
  const {
    from: [wait],
    to,
  } = dossierActs[act];
  if (to === 'same') return from;
  if (to === 'before') return without(wait, from);
  const waits = to === 'at-agency' || isPaused(to);
  if (!waits) return { state: to, below: [] };
  if (to === from.state) return from;
  return { state: to, below: [...from.below.filter((state) => state !== to), from.state] };
}

/** The wait is over, whether it stands on top, below another one, or was ended already. */
function without(wait: DossierState | undefined, { state, below }: Standpoint): Standpoint {
  if (state === wait) return { state: below.at(-1) ?? 'in-process', below: below.slice(0, -1) };
  return { state, below: below.filter((one) => one !== wait) };
}

function actsAs(role: ActorRole, { standIns }: LifeRules): readonly ActorRole[] {
  const others: Readonly<Partial<Record<ActorRole, readonly ActorRole[]>>> = standIns;
  return [role, ...(others[role] ?? [])];
}
