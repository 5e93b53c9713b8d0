import { wardDay } from '../../../shared/basics/time.ts';
import { numberedPaperOf, paperNamespace } from '../../../shared/decide/life/paper-numbers.ts';
import { actOnDossier } from '../../db/dossier-acts.ts';
import { actWithNumber } from '../../db/filings/paper-supply.ts';
import { withNumber } from '../hall/with-number.ts';
import type { ActWorld } from '../../../shared/decide/life/act.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { Writing } from '../../db/transact.ts';
import type { ActDeps, Written } from '../hall/act-deps.ts';

/** Does an act on a dossier; the number of its paper is taken in the act's own transaction [R08]. */
export function actNumbered(
  deps: ActDeps,
  writing: Writing,
  dossierId: string,
  wish: ActWish,
  worldOf: (fieldId: string) => ActWorld,
): Promise<Written<string>> {
  const kind = numberedPaperOf(wish.act);
  if (kind === null) return actOnDossier(deps.db, writing, dossierId, wish, worldOf);
  const namespace = paperNamespace(kind, wardDay(writing.nowMs));
  return withNumber(deps, writing, namespace, (alone) =>
    actWithNumber(deps.db, writing, dossierId, wish, worldOf, { namespace, alone }),
  );
}
