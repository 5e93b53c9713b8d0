// Search over the fake journal: the real list, made anew for each question.
import { buildSearchList, foldForList } from '../../shared/text/search-list.ts';
import type { DeskReads, DossierSearch } from '../../renderer/store/deps.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';

/** A search that is ready at once and knows every dossier of these reads. */
export function fakeSearch(reads: DeskReads): DossierSearch {
  let dossiers: readonly Dossier[] = [];
  const listeners = new Set<() => void>();
  reads.watchDossiers({ day: '', recent: Infinity }, ({ rows }) => {
    dossiers = rows.flatMap(({ state }) => (state ? [state] : []));
    for (const listener of listeners) listener();
  });
  const entryOf = async (dossier: Dossier) => {
    const persons = dossier.erasedAt === null ? await reads.personsOf(dossier) : null;
    const people = persons
      ? [persons.submitter, persons.owner].flatMap(({ name, phone, idNumber }) => [name, phone, idNumber])
      : [];
    const text = foldForList([...people, dossier.code, dossier.ticketNumber ?? ''].join(' '));
    const at = Math.floor(Date.parse(dossier.receivedAt) / 1000);
    return { id: dossier.id, at, text, shared: foldForList(dossier.procedure.name) };
  };
  return {
    find: async (query) => buildSearchList(await Promise.all(dossiers.map(entryOf))).find(query, 200),
    watch: (listener) => {
      const tell = () => listener('ready');
      listeners.add(tell);
      tell();
      return () => void listeners.delete(tell);
    },
  };
}
