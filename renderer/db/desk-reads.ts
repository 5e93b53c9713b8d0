import { liveQuery } from 'dexie';
import { parseLine } from '../../shared/event/envelope.ts';
import { heldVector } from './exchange.ts';
import { ticketsOf } from './ticket-acts.ts';
import type { ReceivedPersons } from '../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Sealer } from './seal.ts';

/** One event of a subject as a list of arrivals shows it. */
export type EventPlace = {
  readonly device: string;
  readonly epoch: string;
  readonly seq: number;
  readonly type: string;
  readonly wall: string;
  readonly actor: string | null;
};

/** Reads of the page's storage that follow every change, of this window and of others. */
export function createDeskReads(
  db: DeskDatabase,
  sealer: Sealer,
  ward: string,
  onFault: (error: unknown) => void,
) {
  const watch = <T>(query: () => Promise<T>, listener: (value: T) => void): (() => void) => {
    const subscription = liveQuery(query).subscribe({ next: listener, error: onFault });
    return () => subscription.unsubscribe();
  };
  return {
    watchTickets: (day: string, listener: (tickets: readonly Folded<Ticket>[]) => void) =>
      watch(() => ticketsOf(db, day), listener),
    watchDossiers: (listener: (dossiers: readonly Folded<Dossier>[]) => void) =>
      watch(() => db.dossiers.toArray(), listener),
    watchHeld: (listener: (held: Vector) => void) => watch(() => heldVector(db), listener),
    personsOf: async (dossier: Dossier): Promise<ReceivedPersons | null> => {
      if (!dossier.persons) return null;
      const key = await db.keys.get(dossier.persons.keyId);
      return sealer.open(ward, dossier.id, 'dossier-received', dossier.persons, key);
    },
    arrivals: async (subject: string): Promise<readonly EventPlace[]> => {
      const rows = await db.events.where('subject').equals(subject).toArray();
      return rows
        .flatMap((row): EventPlace[] => {
          const parsed = parseLine(row.line);
          if (!parsed.ok) return [];
          const { device, epoch, seq, type, wall, actor } = parsed.value.event;
          return [{ device, epoch, seq, type, wall, actor }];
        })
        .sort((a, b) => (a.wall < b.wall ? -1 : 1));
    },
  };
}
