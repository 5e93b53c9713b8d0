import { countersOf, formerHandlings, openBefore, statesOf } from '../hall/queue-rows.ts';
import { followTable } from './table-watch.ts';
import type { HallReads } from '../../store/hall/hall-deps.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Reads of the waiting room; the watchers follow every change, of this window and of others. */
export function hallReads(db: DeskDatabase, onFault: (error: unknown) => void): HallReads {
  return {
    watchCounters: (day, listener) =>
      followTable(db, 'counters', async (_, tell) => tell(await countersOf(db, day)), listener, onFault),
    watchIssuing: (listener) => {
      const read = async () => statesOf(await db.issuing.toArray());
      return followTable(db, 'issuing', async (_, tell) => tell(await read()), listener, onFault);
    },
    watchHelp: (day, listener) => {
      const read = async () => statesOf(await db.help.where('state.day').equals(day).toArray());
      return followTable(db, 'help', async (_, tell) => tell(await read()), listener, onFault);
    },
    watchAppointments: (day, listener) => {
      const read = async () => {
        const rows = await db.appointments.where('state.day').equals(day).toArray();
        return statesOf(rows).toSorted((a, b) =>
          `${a.timeAt} ${a.code}` < `${b.timeAt} ${b.code}` ? -1 : 1,
        );
      };
      return followTable(db, 'appointments', async (_, tell) => tell(await read()), listener, onFault);
    },
    appointmentOf: async (code) => {
      const rows = await db.appointments.where('state.code').equals(code).toArray();
      return statesOf(rows)[0] ?? null;
    },
    ticketsNumbered: async (day, number) => {
      const found = db.tickets.where('[state.day+state.number]').equals([day, number]);
      return statesOf(await found.toArray());
    },
    ticketOf: async (id) => (await db.tickets.get(id))?.state ?? null,
    formerHandlings: (day) => formerHandlings(db, day),
    openBefore: (day) => openBefore(db, day),
  };
}
