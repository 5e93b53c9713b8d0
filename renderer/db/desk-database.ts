import Dexie from 'dexie';
import { vectorKey } from '../../shared/sync/vector.ts';
import type { Table } from 'dexie';
import type { NumberSupply } from '../../shared/decide/numbers.ts';
import type { CounterDay, IssuingLock } from '../../shared/project/counters.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Filing } from '../../shared/project/filings.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Appointment, HelpCall } from '../../shared/project/hall.ts';
import type { Payment } from '../../shared/project/office/payments.ts';
import type { ReadLog } from '../../shared/project/office/read-log.ts';
import type { SettingHistory } from '../../shared/project/office/settings.ts';
import type { Shift } from '../../shared/project/office/shifts.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { ChainHead } from '../../shared/sync/chain.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { SearchRow } from './search/search-rows.ts';

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

/** Why a storage left an epoch and opens another; stands in `epoch-opened` [J5]. */
export type Leaving = 'new-storage' | 'cloned' | 'restored' | 'forked';

/** How the storage was opened last, and how many lines of branches were recorded again on the way. */
export type OpenedRow = {
  readonly key: 'opened';
  readonly epoch: string;
  readonly how: Leaving | 'first';
  readonly recorded: number;
};

/** A number that stands for two. `day`: of a ticket; null for a dossier's code, which names its day itself. */
export type TwiceNumber = {
  readonly number: string;
  readonly day: string | null;
  /** Whether a clerk of this storage has looked into it. */
  readonly seen: boolean;
};

/** Numbers that were found behind two subjects when lines came in, the last ones last [J15]. */
export type TwiceRow = { readonly key: 'twice-found'; readonly numbers: readonly TwiceNumber[] };

/** Small facts about this storage itself. */
export type MetaRow =
  /** The epoch this storage writes; while it stands here no other may be opened. */
  | {
      readonly key: 'epoch';
      readonly device: string;
      readonly epoch: string;
      readonly ordinal: number;
      readonly slot: number;
      /** Secret that proves to the host that this storage is the one that was here last, and not a copy of it [J11]. */
      readonly tenancy: string;
      /** Written down before it is shown to the host; follows `tenancy` once the host has granted the claim. */
      readonly next: string | null;
    }
  /** The epoch was left and the next is not open yet; acts wait until it is. */
  | { readonly key: 'left'; readonly reason: Leaving }
  /** Vector keys of every epoch that this storage ever wrote. */
  | { readonly key: 'written'; readonly epochs: readonly string[] }
  | { readonly key: 'folds'; readonly value: string }
  /** Stands until a clerk has read it, so that not only the window that opened first tells it [J5]. */
  | OpenedRow
  /** Hashes of the events that told of forks whose doubled numbers a clerk has looked into [J13]. */
  | { readonly key: 'twice-seen'; readonly forks: readonly string[] }
  /** Names of damaged pieces of journal files that a clerk has looked into [H2]. */
  | { readonly key: 'damage-seen'; readonly pieces: readonly string[] }
  | TwiceRow;

/** A line that stood in this storage and that others hold differently: kept whole, out of the journal [J13]. */
export type ForkedRow = {
  readonly hash: string;
  readonly device: string;
  readonly epoch: string;
  readonly seq: number;
  readonly line: string;
  /** Hash of the first line of its branch: all rows of one branch share it. */
  readonly branch: string;
};

/** A form that is being typed, sealed under the ward key; only who sees the ward's persons can go on with it [D17]. */
export type DraftRow = {
  readonly id: string;
  readonly clerk: string;
  readonly savedAt: string;
  readonly iv: Uint8Array;
  readonly ct: Uint8Array;
};

/** Encrypted bytes of one attachment. `kept`: 1 once the host has them, so that this copy may go. */
export type AttachmentRow = {
  readonly sha256: string;
  readonly dossierId: string;
  readonly kept: 0 | 1;
  readonly bytes: Uint8Array;
};

/** Name of the database; its origin is fixed, so the name may be too. */
const DATABASE_NAME = 'mot-cua';

/** Schema version; Dexie multiplies by ten in IndexedDB. 1: first release. 2: lines set aside, the secret of the storage, tokens and the search list. 3: dossiers by when their result came and went. 4: the waiting room, and tickets by the day in whose queue they stand. 5: filings, money, settings, the read log, drafts and attachments. */
export const DATABASE_VERSION = 5;

/** The secret of a storage that was made before storages had one; the first claim gives it its own. */
const NO_TENANCY = '0'.repeat(32);

type RowOfVersion1 = { readonly key: string; readonly device: string; readonly epoch: string };

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
  readonly counters!: Table<Folded<CounterDay>, string>;
  readonly issuing!: Table<Folded<IssuingLock>, string>;
  readonly help!: Table<Folded<HelpCall>, string>;
  readonly appointments!: Table<Folded<Appointment>, string>;
  readonly filings!: Table<Folded<Filing>, string>;
  readonly payments!: Table<Folded<Payment>, string>;
  readonly shifts!: Table<Folded<Shift>, string>;
  readonly settings!: Table<Folded<SettingHistory>, string>;
  readonly readlogs!: Table<Folded<ReadLog>, string>;
  /** What is being typed, sealed; no facts, and of this storage alone [D17]. */
  readonly drafts!: Table<DraftRow, string>;
  /** Encrypted bytes of scans, here until the host has them [D18]. */
  readonly attachments!: Table<AttachmentRow, string>;
  readonly supplies!: Table<NumberSupply, string>;
  readonly keys!: Table<WrappedKey, string>;
  readonly meta!: Table<MetaRow, string>;
  readonly forked!: Table<ForkedRow, string>;
  /** The sealed list by which names are found [E2]. */
  readonly searchBlocks!: Table<SearchRow, number>;

  /** `strict`: a commit is on the disk before it is acknowledged; the browser's default loses seconds of work at a power cut. */
  constructor(name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      events: '[device+epoch+seq], subject',
      heads: 'key',
      tickets: 'id, [state.day+state.status+state.series], [state.day+state.number]',
      dossiers: 'id, state.code, state.day, state.status',
      supplies: 'namespace',
      keys: 'keyId, subject',
      meta: 'key',
    });
    this.version(2)
      .stores({
        forked: 'hash, branch',
        // Subjects with several heads (conflicts) are found without reading the others.
        tickets: 'id, [state.day+state.status+state.series], [state.day+state.number], heads.length',
        dossiers: 'id, state.code, state.day, state.status, *state.tokens, heads.length',
        searchBlocks: 'no',
      })
      .upgrade(async (upgrade) => {
        const meta = upgrade.table<object, string>('meta');
        const row = (await meta.get('epoch')) as RowOfVersion1 | undefined;
        if (!row) return;
        await meta.put({ ...row, tenancy: NO_TENANCY, next: null });
        await meta.put({ key: 'written', epochs: [vectorKey(row.device, row.epoch)] });
      });
    this.version(3).stores({
      // What belongs to a day is found without reading the years before it.
      dossiers:
        'id, state.code, state.day, state.status, *state.tokens, heads.length, state.readyAt, state.returnedAt',
    });
    // The rows of the new tables are folded from the journal when the storage is opened, as after every change of a fold.
    this.version(4).stores({
      // By state first: what is still open of any earlier day is found without reading what has ended.
      tickets: 'id, [state.status+state.queueDay+state.series], [state.day+state.number], heads.length',
      counters: 'id, state.day',
      issuing: 'id',
      help: 'id, state.day',
      appointments: 'id, state.day, state.code',
    });
    this.version(DATABASE_VERSION).stores({
      filings: 'id, state.status, state.portalCode, heads.length',
      payments:
        'id, state.number, *state.bookPlaces, state.day, state.dossierId, *state.shiftIds, heads.length',
      shifts: 'id, state.day, state.status, heads.length',
      settings: 'id',
      readlogs: 'id, state.day, *state.dossierIds',
      drafts: 'id',
      attachments: 'sha256, dossierId, kept',
    });
  }
}
