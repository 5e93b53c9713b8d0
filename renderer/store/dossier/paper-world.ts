import { papersOf } from '../../../shared/slip/acts/dossier-papers.ts';
import { processLogOf } from '../../../shared/slip/acts/process-log.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { CourseEvent, DossierPaper } from '../../../shared/slip/acts/dossier-papers.ts';
import type { PaperWorld } from '../../../shared/slip/acts/drawing.ts';
import type { Arrival, DossierState } from './dossier-state.ts';

/** What happened to a dossier as far as this program knows the facts, oldest first. */
export function courseEventsOf(arrivals: readonly Arrival[]): readonly CourseEvent[] {
  return arrivals.flatMap(({ fact, actor = null, wall, hash, parents, lost = false, beside = false }) =>
    fact && !beside ? [{ fact, actor, wall, lost, ...(hash && parents ? { hash, parents } : {}) }] : [],
  );
}

/** The papers that the acts of a dossier produced, after the list of its course, which is there from the reception on. */
export function papersOfArrivals(arrivals: readonly Arrival[]): readonly DossierPaper[] {
  const events = courseEventsOf(arrivals);
  return [...processLogOf(events), ...papersOf(events)];
}

/** From what the papers of a dossier are drawn; null while its persons are closed to this page. */
export function paperWorldOf(
  state: Pick<DossierState, 'arrivals' | 'persons' | 'receivers'>,
  row: Folded<Dossier> | Dossier,
  ward: WardConfig,
): PaperWorld | null {
  const dossier = 'heads' in row ? row.state : row;
  const persons = dossier ? state.persons[dossier.id] : undefined;
  if (!dossier || dossier.erasedAt !== null || persons === undefined) return null;
  if (persons === 'opening' || persons === 'no-key') return null;
  const receiver = state.receivers[dossier.id];
  return {
    dossier,
    persons,
    receiver: receiver === undefined || receiver === 'no-key' ? null : receiver,
    ward,
    events: courseEventsOf(state.arrivals[dossier.id] ?? []),
  };
}
