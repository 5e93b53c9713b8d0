// Opening the sealed persons of dossiers into the memory of the page, and anew where a correction sealed others [D13].
import { forgetErased } from './erase-action.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { DossierCell, DossierDeps } from './dossier-state.ts';

type Rows = readonly Folded<Dossier>[];

/** Opens those of these dossiers that do not stand open yet. */
export async function openPersons(deps: DossierDeps, cell: DossierCell, ids: readonly string[]) {
  const { persons, dossiers } = cell.getState();
  const wanted = new Set(ids.filter((id) => persons[id] === undefined));
  await open(deps, cell, statesOf((dossiers ?? []).filter(({ id }) => wanted.has(id))));
}

/** Opens anew what stands open of dossiers whose persons were sealed anew, here or at another desk. */
export async function reopenCorrected(deps: DossierDeps, cell: DossierCell, rows: Rows, before: Rows) {
  const { persons } = cell.getState();
  const isOpen = ({ id }: Folded<Dossier>): boolean => persons[id] !== undefined;
  const marks = new Map(before.filter(isOpen).map(({ id, state }) => [id, markOf(state)]));
  const changed = rows.filter(({ id, state }) => marks.has(id) && marks.get(id) !== markOf(state));
  await open(deps, cell, statesOf(changed));
}

async function open(deps: DossierDeps, cell: DossierCell, found: readonly Dossier[]): Promise<void> {
  const { clerk } = deps.session.getState();
  if (!clerk || found.length === 0) return;
  const { persons } = cell.getState();
  // Names that stand in view stay there until the new ones are open.
  const fresh = found.filter(({ id }) => persons[id] === undefined);
  const opening = Object.fromEntries(fresh.map(({ id }) => [id, 'opening' as const]));
  cell.setState({ persons: { ...persons, ...opening } });
  const opened = await Promise.all(
    found.map(async (dossier) => ({
      dossier,
      persons: (await deps.reads.personsOf(dossier)) ?? ('no-key' as const),
    })),
  );
  // Another clerk may sit here by now; what the first one opened is not theirs.
  if (deps.session.getState().clerk?.id !== clerk.id) return;
  const rows = cell.getState().dossiers ?? [];
  const wanted = new Set(found.map(({ id }) => id));
  const now = new Map(rows.filter(({ id }) => wanted.has(id)).map(({ id, state }) => [id, markOf(state)]));
  // Who was sealed meanwhile is being opened besides, and must not be overtaken.
  const held = opened.filter(({ dossier }) => (now.get(dossier.id) ?? markOf(dossier)) === markOf(dossier));
  const entries = held.map((one) => [one.dossier.id, one.persons] as const);
  cell.setState({ persons: { ...cell.getState().persons, ...Object.fromEntries(entries) } });
  forgetErased(cell, rows);
}

/** A reception or correction of one dossier, as its facts and its row name it. */
export function receptionKey(correction: number, correctedAt: string | null): string {
  return `${correction} ${correctedAt ?? ''}`;
}

/** Opens whom each reception and correction of the dossier in view named, so that its trail can tell what was put right. */
export async function readFormers(deps: DossierDeps, { getState, setState }: DossierCell): Promise<void> {
  const rowOf = () => getState().dossiers?.find(({ id }) => id === getState().openId)?.state ?? null;
  const { clerk } = deps.session.getState();
  const dossier = rowOf();
  if (!clerk || !dossier || dossier.erasedAt !== null) return;
  const held = getState().formers[dossier.id] ?? {};
  const keyOf = ({ part }: Dossier['receptions'][number]) => receptionKey(part.correction, part.correctedAt);
  const lacking = dossier.receptions.filter((one) => held[keyOf(one)] === undefined);
  if (lacking.length === 0) return;
  const opened = await Promise.all(
    lacking.map(async (one) => {
      const persons = await deps.reads.personsOf({ ...dossier, persons: one.part.persons });
      return persons ? ([[keyOf(one), persons]] as const) : [];
    }),
  );
  if (deps.session.getState().clerk?.id !== clerk.id || rowOf()?.erasedAt !== null) return;
  const { formers } = getState();
  const fresh: Readonly<Record<string, ReceivedPersons>> = Object.fromEntries(opened.flat());
  setState({ formers: { ...formers, [dossier.id]: { ...formers[dossier.id], ...fresh } } });
}

function statesOf(rows: Rows): readonly Dossier[] {
  return rows.flatMap(({ state }) => (state && state.erasedAt === null ? [state] : []));
}

/** Tells one sealed part from another. */
function markOf(state: Dossier | null): string {
  return state?.persons ? `${state.persons.keyId} ${state.persons.iv} ${state.persons.ct}` : '';
}
