import { parseInstant } from '../../../shared/basics/time.ts';
import { receivedPersonsSchema } from '../../../shared/event/dossier-facts.ts';
import { foldForList } from '../../../shared/text/search-list.ts';
import { openPart } from '../seal.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { SearchEntry } from '../../../shared/text/search-list.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Entries made of dossiers; `closed` are those whose persons no key here opens: they are found by code alone. */
export type MadeEntries = {
  readonly open: readonly SearchEntry[];
  readonly closed: readonly SearchEntry[];
};

type Source = { readonly db: DeskDatabase; readonly ward: string; readonly wrap: CryptoKey };

/** Makes the entries of these dossiers; erased ones and those not here have none. */
export async function entriesOf(source: Source, ids: readonly string[]): Promise<MadeEntries> {
  const rows = await source.db.dossiers.bulkGet([...ids]);
  return entriesOfRows(
    source,
    rows.filter((row) => row !== undefined),
  );
}

/** Makes the entries of dossiers already read. */
export async function entriesOfRows(
  { db, ward, wrap }: Source,
  rows: readonly Folded<Dossier>[],
): Promise<MadeEntries> {
  const states = rows.flatMap(({ state }) => (state && state.erasedAt === null ? [state] : []));
  const keys = await db.keys.bulkGet(states.map(({ persons }) => persons?.keyId ?? ''));
  const made = await Promise.all(
    states.map(async (state, index) => {
      const key = keys[index];
      const persons =
        state.persons && key
          ? await openPart(
              wrap,
              ward,
              state.id,
              'dossier-received',
              state.persons,
              key,
              receivedPersonsSchema,
            )
          : null;
      const names = persons ? [persons.submitter.name, persons.owner.name] : [];
      return { entry: entryOf(state, names), isOpen: persons !== null };
    }),
  );
  return {
    open: made.filter(({ isOpen }) => isOpen).map(({ entry }) => entry),
    closed: made.filter(({ isOpen }) => !isOpen).map(({ entry }) => entry),
  };
}

function entryOf(
  { id, code, ticketNumber, procedure, receivedAt }: Dossier,
  names: readonly string[],
): SearchEntry {
  const words = foldForList([...new Set(names), code, ticketNumber ?? ''].join(' '));
  return {
    id,
    at: Math.floor((parseInstant(receivedAt) ?? 0) / 1000),
    text: [...new Set(words.split(' '))].join(' '),
    shared: foldForList(procedure.name),
  };
}
