import { checkBooks } from '../../../shared/decide/money/book.ts';
import { paymentNamespace } from '../../../shared/decide/numbers.ts';
import { payerSchema } from '../../../shared/event/money-facts.ts';
import { followTable } from '../reads/table-watch.ts';
import { grantsIn, paymentsInBooks, paymentsOfShift, statesOf } from './money-rows.ts';
import type { NumberBlock } from '../../../shared/decide/numbers.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { MoneyReads, PaymentPart } from '../../store/money/money-deps.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Sealer } from '../seal.ts';

type Deps = {
  readonly db: DeskDatabase;
  readonly sealer: Sealer;
  readonly ward: string;
  readonly fetchKey: (keyId: string) => Promise<void>;
  readonly onFault: (error: unknown) => void;
};

/** How many payments a search by number shows. */
const MOST_FOUND = 50;

/** Reads of money; the watchers follow every change, of this window and of others. */
export function moneyReads({ db, sealer, ward, fetchKey, onFault }: Deps): MoneyReads {
  return {
    watchPayments: (part, listener) => {
      const read = async () => newestFirst(await readPart(db, part));
      return followTable(db, 'payments', async (_, tell) => tell(await read()), listener, onFault);
    },
    watchShifts: (day, listener) => {
      const read = async () => {
        const [going, ofDay] = await Promise.all([
          db.shifts.where('state.status').anyOf('open', 'closed').toArray(),
          db.shifts.where('state.day').equals(day).toArray(),
        ]);
        const rows = new Map([...going, ...ofDay].map((row) => [row.id, row]));
        return statesOf([...rows.values()]).toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
      };
      return followTable(db, 'shifts', async (_, tell) => tell(await read()), listener, onFault);
    },
    paymentsOfShift: (shiftId) => paymentsOfShift(db, shiftId),
    payerOf: async ({ id, payer }) => {
      if (!payer) return null;
      if (!(await db.keys.get(payer.keyId))) await fetchKey(payer.keyId);
      const key = await db.keys.get(payer.keyId);
      return sealer.open(ward, id, 'payment-taken', payer, key, payerSchema);
    },
    checkBooks: async () => {
      const meta = await db.meta.get('epoch');
      const till = `M${meta?.key === 'epoch' ? meta.slot : 0}`;
      const payments = await paymentsInBooks(db, till);
      const books = new Set(payments.flatMap(({ bookPlaces }) => bookPlaces.map(bookOf)));
      const grants = new Map<string, readonly NumberBlock[]>();
      for (const book of books) grants.set(book, await grantsIn(db, namespaceOf(book)));
      // M1 begins M12 too: what follows the number is a space or the letters of a storage.
      const ofMachine = new RegExp(`^${till}(?!\\d)`);
      return checkBooks(payments, (book) => grants.get(book) ?? []).filter(({ book }) =>
        ofMachine.test(book),
      );
    },
  };
}

/** Only a machine's own book is granted; that of a storage that was alone has a namespace nobody grants in. */
function namespaceOf(book: string): string {
  const [mark = '', year = ''] = book.split(' ');
  return /^M\d+$/.test(mark) ? paymentNamespace(year, Number(mark.slice(1))) : '';
}

function bookOf(place: string): string {
  return place.split(' ').slice(0, 2).join(' ');
}

/** The number of an entry, by where it stands in its book. */
function numberAt(place: string): string {
  return place.slice(place.lastIndexOf(' ') + 1);
}

async function readPart(db: DeskDatabase, part: PaymentPart): Promise<readonly Payment[]> {
  const { payments } = db;
  if ('id' in part) return statesOf([await payments.get(part.id)].flatMap((row) => row ?? []));
  if ('day' in part) return statesOf(await payments.where('state.day').equals(part.day).toArray());
  if ('shiftId' in part) return paymentsOfShift(db, part.shiftId);
  if ('dossierId' in part)
    return statesOf(await payments.where('state.dossierId').equals(part.dossierId).toArray());
  const typed = part.number.trim().toUpperCase();
  if (typed === '') return [];
  const isWanted = (number: string): boolean =>
    typed.startsWith('PT') ? number.startsWith(typed) : number.endsWith(typed);
  // The keys of the index are read, not the rows: a year's book is long. A counter-entry has a number of its own there.
  const places = await payments.orderBy('state.bookPlaces').uniqueKeys();
  const found = places.filter((place) => typeof place === 'string' && isWanted(numberAt(place)));
  const rows = await payments.where('state.bookPlaces').anyOf(found.slice(-MOST_FOUND)).distinct().toArray();
  return statesOf(rows);
}

function newestFirst(payments: readonly Payment[]): readonly Payment[] {
  return payments.toSorted((a, b) => (`${a.takenAt} ${a.number}` < `${b.takenAt} ${b.number}` ? 1 : -1));
}
