import { actsFrom } from '../../../../../shared/law/life-cycle/step.ts';
import type { ActWish } from '../../../../../shared/decide/life/wish.ts';
import type { DossierAct } from '../../../../../shared/law/life-cycle/acts.ts';
import type { LifeRules } from '../../../../../shared/law/life-cycle/life-rules.ts';
import type { ActorRole } from '../../../../../shared/law/life-cycle/roles.ts';
import type { DossierState } from '../../../../../shared/law/life-cycle/states.ts';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';

/** What may be wanted of a received dossier; giving back is one act whichever way it goes. */
export type WishAct = ActWish['act'];

/** What usually comes next in each state, the first one first. */
const usual: Readonly<Partial<Record<DossierState, readonly WishAct[]>>> = {
  received: ['hand-over', 'release'],
  'handed-over': ['take-over', 'release'],
  'in-process': ['submit', 'release'],
  'at-agency': ['take-back', 'release'],
  'awaiting-supplement': ['take-supplement'],
  'awaiting-duty': ['prove-duty'],
  suspended: ['resume'],
  'to-sign': ['sign', 'release'],
  signed: ['release'],
  'result-ready': ['give-back', 'post'],
  'in-post': ['give-back', 'take-from-post'],
  'withdrawal-asked': ['withdraw', 'decline-withdrawal'],
};

const wishActOf: Readonly<Partial<Record<DossierAct, WishAct>>> = {
  return: 'give-back',
  'prove-delivery': 'give-back',
  'return-home': 'give-back',
  'return-electronically': 'give-back',
};

/** Acts that begin a dossier: the reception does them. */
const BEGINNING: ReadonlySet<DossierAct> = new Set(['file', 'receive', 'turn-back', 'refuse']);

/** The acts that somebody may do next: the usual ones, and all others in the order of the life cycle. */
export function nextActs(
  {
    status,
    below,
    supplementUntil,
  }: Pick<Dossier, 'status' | 'below'> & Partial<Pick<Dossier, 'supplementUntil'>>,
  role: ActorRole,
  rules: LifeRules,
  today = '',
): { readonly usual: readonly WishAct[]; readonly others: readonly WishAct[] } {
  const allowed = new Set(
    actsFrom({ state: status, below }, role, rules)
      .filter((act) => !BEGINNING.has(act))
      .map((act) => wishActOf[act] ?? (act as WishAct)),
  );
  // The time for further papers is over: then stopping is what usually comes next [D08].
  const isOver = typeof supplementUntil === 'string' && supplementUntil < today;
  const next: readonly WishAct[] = [
    ...(usual[status] ?? []),
    ...(isOver ? (['give-up-supplement'] as const) : []),
  ];
  const first = next.filter((act) => allowed.has(act));
  return { usual: first, others: [...allowed].filter((act) => !first.includes(act)) };
}
