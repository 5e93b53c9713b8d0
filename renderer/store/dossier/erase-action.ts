import { checkGround } from '../../../shared/decide/erasure.ts';
import { needsApproval } from '../../../shared/law/people/approval.ts';
import type { Person } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { DossierCell, DossierDeps, DossierState } from './dossier-state.ts';

/** Erases the persons of a dossier on request; false when it was refused. */
export async function eraseDossier(
  deps: DossierDeps,
  { getState, setState }: DossierCell,
  dossierId: string,
  ground: string,
  approvedBy: string,
): Promise<boolean> {
  const { clerk } = deps.session.getState();
  if (getState().busy) return false;
  if (!clerk) {
    setState({ trouble: { code: 'not-signed-in' } });
    return false;
  }
  const fields = checkGround(ground, personsIn(getState(), dossierId));
  if (fields.length > 0) {
    setState({ trouble: { code: 'fields-invalid', fields } });
    return false;
  }
  const seconded = approvedBy !== '' && approvedBy !== clerk.id;
  if (!seconded && needsApproval(deps.host.hello().ward, 'erasure')) {
    setState({ trouble: { code: 'approval-missing' } });
    return false;
  }
  setState({ busy: true, trouble: null });
  const outcome = await deps.acts.erase(dossierId, { ground, approvedBy }, clerk);
  setState({ busy: false, trouble: outcome.ok ? null : outcome.error });
  if (outcome.ok) forgetPersons({ getState, setState }, [dossierId]);
  return outcome.ok;
}

/** Who stands in a dossier, as far as this page has opened it. */
export function personsIn({ persons }: Pick<DossierState, 'persons'>, dossierId: string): readonly Person[] {
  const opened = persons[dossierId];
  return opened === undefined || opened === 'opening' || opened === 'no-key'
    ? []
    : [opened.owner, opened.submitter];
}

/**
 * What was opened of dossiers leaves the memory of the page when they are erased, here or elsewhere, and when they are no
 * longer read: nobody would hear of their erasure.
 */
export function forgetErased(
  cell: DossierCell,
  dossiers: readonly Folded<Dossier>[],
  before: readonly Folded<Dossier>[] = [],
): void {
  const { persons, receivers, formers } = cell.getState();
  const isOpened = ({ id }: Folded<Dossier>): boolean =>
    (persons[id] ?? receivers[id] ?? formers[id]) !== undefined;
  const read = new Set(dossiers.map(({ id }) => id));
  const gone = [
    ...dossiers.filter((row) => row.state?.erasedAt && isOpened(row)),
    ...before.filter((row) => !read.has(row.id) && isOpened(row)),
  ];
  if (gone.length > 0)
    forgetPersons(
      cell,
      gone.map(({ id }) => id),
    );
}

function forgetPersons({ getState, setState }: DossierCell, ids: readonly string[]): void {
  const { persons, receivers, formers, received } = getState();
  const stays = ([id]: readonly [string, unknown]) => !ids.includes(id);
  setState({
    persons: Object.fromEntries(Object.entries(persons).filter(stays)),
    receivers: Object.fromEntries(Object.entries(receivers).filter(stays)),
    formers: Object.fromEntries(Object.entries(formers).filter(stays)),
    received: received && ids.includes(received.dossier.id) ? null : received,
  });
}
