import { statesOf } from '../hall/queue-rows.ts';
import { followTable } from './table-watch.ts';
import type { PeopleReads } from '../../store/people/people-deps.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Reads about people: what was changed, and who read what. */
export function peopleReads(db: DeskDatabase, onFault: (error: unknown) => void): PeopleReads {
  return {
    watchSettings: (listener) =>
      followTable(
        db,
        'settings',
        async (_, tell) => tell(statesOf(await db.settings.toArray())),
        listener,
        onFault,
      ),
    watchReadLogs: (day, listener) => {
      const read = async () => statesOf(await db.readlogs.where('state.day').aboveOrEqual(day).toArray());
      return followTable(db, 'readlogs', async (_, tell) => tell(await read()), listener, onFault);
    },
    readsOf: async (dossierId) =>
      statesOf(await db.readlogs.where('state.dossierIds').equals(dossierId).toArray()),
  };
}
