import { liveQuery } from 'dexie';
import { receivedPersonsSchema } from '../../../shared/event/dossier-facts.ts';
import { nextPaperNumber } from './paper-supply.ts';
import type { WrappedKey } from '../../../shared/sync/messages.ts';
import type { FilingReads } from '../../store/filings/filing-deps.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Sealer } from '../seal.ts';

/** Where a filing still waits for the desk or for its person. */
const OPEN = ['filed', 'incomplete'];

/** Under this name the persons of every filing are sealed. */
const FILING_PART = 'filing-registered';

/** Reads of filings that follow every change. */
export function filingReads(
  db: DeskDatabase,
  sealer: Sealer,
  ward: string,
  fetchKey: (keyId: string) => Promise<void>,
  onFault: (error: unknown) => void,
): FilingReads {
  const keyOf = async (keyId: string): Promise<WrappedKey | undefined> => {
    if (!(await db.keys.get(keyId))) await fetchKey(keyId);
    return db.keys.get(keyId);
  };
  return {
    watchFilings: (listener) => {
      const open = () => db.filings.where('state.status').anyOf(OPEN).toArray();
      const subscription = liveQuery(open).subscribe({ next: listener, error: onFault });
      return () => subscription.unsubscribe();
    },
    personsOfFiling: async ({ id, persons }) => {
      if (!persons) return null;
      const key = await keyOf(persons.keyId);
      return sealer.open(ward, id, FILING_PART, persons, key, receivedPersonsSchema);
    },
    nextPaperNumber: (kind, day) => nextPaperNumber(db, kind, day),
  };
}
