import { isErased } from '../../../shared/project/fold.ts';
import { isBlock } from '../search/search-rows.ts';
import type { Table } from 'dexie';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { WrappedKey } from '../../../shared/sync/messages.ts';
import type { AttachmentRow } from '../desk-database.ts';
import type { SearchRow } from '../search/search-rows.ts';

type Tables = {
  readonly dossiers: Table<Folded<Dossier>, string>;
  readonly keys: Table<WrappedKey, string>;
  readonly searchBlocks: Table<SearchRow, number>;
  readonly attachments: Table<AttachmentRow, string>;
};

/**
 * Carries out the erasures among events that are being written, own or pulled, in their transaction: every key of the subject
 * goes, its scans that are still here, and the block of the search list that names it is emptied [E5] [E6].
 */
export async function eraseWith(db: Tables, logged: readonly LoggedEvent[]): Promise<void> {
  const erased = logged
    .filter(({ event }) => event.type === 'subject-erased')
    .map(({ event }) => event.subject);
  if (erased.length === 0) return;
  await Promise.all([
    db.keys.where('subject').anyOf(erased).delete(),
    db.attachments.where('dossierId').anyOf(erased).delete(),
    emptyBlocks(db, erased),
  ]);
}

async function emptyBlocks({ searchBlocks }: Tables, erased: readonly string[]): Promise<void> {
  const isNamed = (row: SearchRow): boolean =>
    isBlock(row) && row.sealed !== null && row.ids.split('\n').some((id) => erased.includes(id));
  await searchBlocks.filter(isNamed).modify((row, place) => {
    if (isBlock(row)) place.value = { ...row, sealed: null };
  });
}

/** Keeps wrapped keys; the same key twice is one row, and a key of an erased subject is none [E6]. */
export async function keepKeysOf(db: Tables, keys: readonly WrappedKey[]): Promise<void> {
  const rows = await db.dossiers.bulkGet(keys.map(({ subject }) => subject));
  const wanted = keys.filter((_, index) => {
    const row = rows[index];
    return row === undefined || !isErased(row);
  });
  await db.keys.bulkPut(wanted);
}
