import Dexie from 'dexie';
import type { Table } from 'dexie';
import type { NumberSupply } from '../../shared/decide/numbers.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { ChainHead } from '../../shared/sync/chain.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';

/** One journal row: the line as written, and what it is found by. Never rewritten. */
export type EventRow = {
  readonly device: string;
  readonly epoch: string;
  readonly seq: number;
  readonly subject: string;
  readonly line: string;
};

/** Last event held of one epoch with its logical time; `key` is the vector key. */
export type HeadRow = ChainHead & { readonly key: string; readonly hlc: string };

/** Small facts about this storage itself. */
export type MetaRow =
  | {
      readonly key: 'epoch';
      readonly device: string;
      readonly epoch: string;
      readonly ordinal: number;
      readonly slot: number;
    }
  | { readonly key: 'folds'; readonly value: string };

/** Name of the database; its origin is fixed, so the name may be too. */
const DATABASE_NAME = 'mot-cua';

/** Schema version; Dexie multiplies by ten in IndexedDB. 1: first release. */
export const DATABASE_VERSION = 1;

/** Version of the database as it stands on the disk, 0 when there is none; Dexie would open a newer one and write into it. */
export async function storedVersion(name: string = DATABASE_NAME): Promise<number> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  return (found?.version ?? 0) / 10;
}

/** The page's IndexedDB: the journal, what follows from it, and the numbers this storage may issue. */
export class DeskDatabase extends Dexie {
  readonly events!: Table<EventRow, [string, string, number]>;
  readonly heads!: Table<HeadRow, string>;
  readonly tickets!: Table<Folded<Ticket>, string>;
  readonly dossiers!: Table<Folded<Dossier>, string>;
  readonly supplies!: Table<NumberSupply, string>;
  readonly keys!: Table<WrappedKey, string>;
  readonly meta!: Table<MetaRow, string>;

  /** `strict`: a commit is on the disk before it is acknowledged; the browser's default loses seconds of work at a power cut. */
  constructor(name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(DATABASE_VERSION).stores({
      events: '[device+epoch+seq], subject',
      heads: 'key',
      tickets: 'id, [state.day+state.status+state.series], [state.day+state.number]',
      dossiers: 'id, state.code, state.day, state.status',
      supplies: 'namespace',
      keys: 'keyId, subject',
      meta: 'key',
    });
  }
}
