import type { FactBody, FactType } from '../../../../../shared/event/facts.ts';
import type { Arrival } from '../../../../store/dossier/dossier-state.ts';
import type { ActValues, FormAct } from './act-fields.ts';

type Known = {
  readonly arrivals: readonly Arrival[];
  readonly offices: readonly string[];
  readonly clerk: string;
};

/** What a form begins with: nothing is typed twice that the dossier knows already. */
export function firstValues(act: FormAct, { arrivals, offices, clerk }: Known): ActValues {
  const facts = arrivals.flatMap(({ fact, lost = false }) => (lost ? [] : (fact ?? [])));
  const last = <T extends FactType>(type: T): FactBody<T> | undefined =>
    facts.findLast((fact) => fact.type === type)?.body as FactBody<T> | undefined;
  if (act === 'hand-over' || act === 'assign-anew') return { to: offices[0] ?? '' };
  if (act === 'take-over') return { officerName: clerk };
  if (act === 'take-supplement') return { items: last('dossier-supplement-asked')?.items.join('\n') ?? '' };
  if (act === 'withdraw') return { papersReturned: '1', refund: '0' };
  const proposed = act === 'ask-supplement' ? last('dossier-supplement-proposed') : undefined;
  return proposed ? { items: proposed.items.join('\n'), reason: proposed.reason } : {};
}
