import type { Fact } from '../../event/facts.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { ControlStep } from '../forms/tracking-slips.ts';
import type { CourseEvent } from './dossier-papers.ts';

/** Where a dossier is, and the date in force. */
type Place = { readonly office: string; readonly agency: string; readonly dueAt: string };

/** Names on both sides of a hand-over, and what stands about the date where the result came to the desk. */
type Names = {
  readonly desk: string;
  readonly leader: string;
  readonly resultOf: (at: string, dueAt: string) => string;
};

/** The hand-overs of a dossier as rows of its control sheet, each with who gave and who took (DOMAIN 2.7); signatures are by hand. */
export function controlSteps(
  dossier: Pick<Dossier, 'papers' | 'sets' | 'firstDueAt'>,
  events: readonly CourseEvent[],
  names: Names,
): readonly ControlStep[] {
  let place: Place = { office: '', agency: '', dueAt: dossier.firstDueAt };
  return events.flatMap(({ fact, lost = false }) => {
    if (lost) return [];
    const step = stepOf(fact, place, names, custodyOf(dossier));
    place = placeAfter(fact, place);
    return step ? [{ result: '', ...step }] : [];
  });
}

function stepOf(
  fact: Fact,
  { office, agency, dueAt }: Place,
  { desk, leader, resultOf }: Names,
  custody: string,
): (Omit<ControlStep, 'result'> & { readonly result?: string }) | null {
  const here = office === '' ? desk : office;
  if (fact.type === 'dossier-handed-over')
    return { giver: desk, taker: fact.body.to, at: fact.body.at, note: custody };
  if (fact.type === 'dossier-assigned-anew')
    return { giver: here, taker: fact.body.to, at: fact.body.at, note: fact.body.reason };
  if (fact.type === 'dossier-handed-back')
    return { giver: here, taker: desk, at: fact.body.at, note: fact.body.reason };
  if (fact.type === 'dossier-sent-on')
    return { giver: here, taker: fact.body.agency, at: fact.body.at, note: custody };
  if (fact.type === 'dossier-taken-back')
    return { giver: agency, taker: here, at: fact.body.at, note: fact.body.result };
  if (fact.type === 'dossier-submitted') return { giver: here, taker: leader, at: fact.body.at, note: '' };
  if (fact.type === 'dossier-sent-back')
    return { giver: leader, taker: here, at: fact.body.at, note: fact.body.reason };
  if (fact.type !== 'dossier-result-ready') return null;
  const { at } = fact.body;
  return { giver: office === '' ? leader : office, taker: desk, at, note: '', result: resultOf(at, dueAt) };
}

function placeAfter(fact: Fact, place: Place): Place {
  if (fact.type === 'dossier-handed-over' || fact.type === 'dossier-assigned-anew')
    return { ...place, office: fact.body.to };
  if (fact.type === 'dossier-handed-back') return { ...place, office: '' };
  if (fact.type === 'dossier-sent-on') return { ...place, agency: fact.body.agency };
  return 'due' in fact.body ? { ...place, dueAt: fact.body.due?.dueAt ?? place.dueAt } : place;
}

/** How much paper goes along: who takes it over signs for it. */
function custodyOf({ papers, sets }: Pick<Dossier, 'papers' | 'sets'>): string {
  const count = papers.reduce((sum, one) => sum + one.original + one.certifiedCopy + one.photocopy, 0);
  return `Kèm ${String(count).padStart(2, '0')} giấy tờ, ${String(sets).padStart(2, '0')} bộ`;
}
