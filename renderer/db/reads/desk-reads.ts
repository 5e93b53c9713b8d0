import { liveQuery } from 'dexie';
import { receivedPersonsSchema, returnedPersonsSchema } from '../../../shared/event/dossier-facts.ts';
import { parseLine } from '../../../shared/event/envelope.ts';
import { arrivalsOf } from './arrivals.ts';
import { filingReads } from '../filings/filing-reads.ts';
import { createPartReader } from './dossier-reads.ts';
import { heldVector } from '../exchange.ts';
import { readSlip } from './slip-reads.ts';
import { followTable } from './table-watch.ts';
import { hallReads } from './hall-reads.ts';
import { moneyReads } from '../money/money-reads.ts';
import { reportReads } from './report-reads.ts';
import { peopleReads } from './people-reads.ts';
import { createQueueReader } from './ticket-reads.ts';
import type { WrappedKey } from '../../../shared/sync/messages.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { DeskReads } from '../../store/deps.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Sealer } from '../seal.ts';

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
  return {
    watchTickets: (day, listener, part) =>
      followTable(db, 'tickets', createQueueReader(db, day, part), listener, onFault),
    watchDossiers: (part, listener) =>
      followTable(db, 'dossiers', createPartReader(db, part).read, listener, onFault),
    watchHeld,
    dossierOf: async (code) => (await db.dossiers.where('state.code').equals(code).first())?.state ?? null,
    slipSays: (text) => readSlip(db, text),
    ...hallReads(db, onFault),
    ...moneyReads({ db, sealer, ward, fetchKey, onFault }),
    ...peopleReads(db, onFault),
    ...filingReads(db, sealer, ward, fetchKey, onFault),
    ...reportReads(db),
    ...sealedReads(db, sealer, ward, fetchKey),
    arrivals: async (subject, withBeside) => {
      const beside = withBeside === true ? await besideOf(db, subject) : [];
      const rows = await db.events
        .where('subject')
        .anyOf([subject, ...beside])
        .toArray();
      return arrivalsOf(
        rows.flatMap(({ line }) => {
          const parsed = parseLine(line);
          return parsed.ok ? [parsed.value] : [];
        }),
        subject,
      );
    },
  };
}

/** The payments of a dossier and the filing that it was: what happened to them belongs to its trail. */
async function besideOf(db: DeskDatabase, dossierId: string): Promise<readonly string[]> {
  const [payments, filings] = await Promise.all([
    db.payments.where('state.dossierId').equals(dossierId).primaryKeys(),
    db.filings
      .where('state.status')
      .equals('accepted')
      .filter(({ state }) => state?.dossierId === dossierId)
      .primaryKeys(),
  ]);
  return [...payments, ...filings];
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
