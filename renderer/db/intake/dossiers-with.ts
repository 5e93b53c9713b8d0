import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Nobody looks at more; a notary's telephone may stand in thousands. */
const MOST = 200;

/** Dossiers that carry one of these keyed tokens, newest first; erased ones carry none. */
export async function dossiersWithTokens(
  db: DeskDatabase,
  tokens: readonly string[],
): Promise<readonly Dossier[]> {
  const rows = await db.dossiers
    .where('state.tokens')
    .anyOf([...tokens])
    .distinct()
    .limit(MOST)
    .toArray();
  return rows
    .flatMap(({ state }) => (state ? [state] : []))
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
}
