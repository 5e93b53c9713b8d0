import { liveQuery } from 'dexie';
import { receivedPersonsSchema, returnedPersonsSchema } from '../../shared/event/dossier-facts.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { factOf } from '../../shared/event/facts.ts';
import { heldVector } from './exchange.ts';
import { ticketsOf } from './ticket-acts.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskReads } from '../store/deps.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Sealer } from './seal.ts';

/** Lists follow a change this much later, so that reading them never stands in the way of the act that made it. */
const LIST_DELAY_MS = 40;

/** Reads of the page's storage that follow every change, of this window and of others. */
export function createDeskReads(
  db: DeskDatabase,
  sealer: Sealer,
  ward: string,
  fetchKey: (keyId: string) => Promise<void>,
  onFault: (error: unknown) => void,
): DeskReads {
  /** Every event moves a head, so following the heads is following everything. */
  const watchHeld = (listener: (held: Vector) => void): (() => void) => {
    const subscription = liveQuery(() => heldVector(db)).subscribe({ next: listener, error: onFault });
    return () => subscription.unsubscribe();
  };
  const watchList = <T>(query: () => PromiseLike<T>, listener: (value: T) => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const read = async () => {
      timer = undefined;
      try {
        const value = await query();
        if (!stopped) listener(value);
      } catch (error) {
        onFault(error);
      }
    };
    void read();
    const stop = watchHeld(() => (timer ??= setTimeout(() => void read(), LIST_DELAY_MS)));
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  };
  return {
    watchTickets: (day, listener) => watchList(() => ticketsOf(db, day), listener),
    watchDossiers: (listener) => watchList(() => db.dossiers.toArray(), listener),
    watchHeld,
    ...sealedReads(db, sealer, ward, fetchKey),
    arrivals: async (subject) => {
      const rows = await db.events.where('subject').equals(subject).toArray();
      return rows
        .flatMap((row) => {
          const parsed = parseLine(row.line);
          if (!parsed.ok) return [];
          const { device, epoch, seq, type, wall, actor } = parsed.value.event;
          const fact = type === 'dossier-conflict-settled' ? factOf(parsed.value.event) : null;
          const note = fact?.type === 'dossier-conflict-settled' ? fact.body.note : '';
          return [{ device, epoch, seq, type, wall, actor, note }];
        })
        .sort((a, b) => (a.wall < b.wall ? -1 : 1));
    },
  };
}

/** Opens sealed parts; a key that is not here yet is asked for first. */
function sealedReads(
  db: DeskDatabase,
  sealer: Sealer,
  ward: string,
  fetchKey: (keyId: string) => Promise<void>,
): Pick<DeskReads, 'personsOf' | 'receiverOf'> {
  const keyOf = async (keyId: string): Promise<WrappedKey | undefined> => {
    if (!(await db.keys.get(keyId))) await fetchKey(keyId);
    return db.keys.get(keyId);
  };
  return {
    personsOf: async ({ id, persons }) => {
      if (!persons) return null;
      const key = await keyOf(persons.keyId);
      return sealer.open(ward, id, 'dossier-received', persons, key, receivedPersonsSchema);
    },
    receiverOf: async ({ id, receiver }) => {
      if (!receiver) return null;
      const key = await keyOf(receiver.keyId);
      return sealer.open(ward, id, 'dossier-returned', receiver, key, returnedPersonsSchema);
    },
  };
}
