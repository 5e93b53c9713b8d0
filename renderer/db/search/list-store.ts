import { SEARCH_LIST_VERSION } from '../../../shared/text/search-list.ts';
import { idsOf, isBlock, openBlock, sealBlock } from './search-rows.ts';
import type { SearchEntry } from '../../../shared/text/search-list.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { ListBlock, ListState } from './search-rows.ts';

/** Text of one block, in characters. */
const BLOCK_CHARS = 100_000;

/** A list read back; `again` are dossiers to be read anew, because their block was emptied. */
export type StoredList = {
  readonly state: ListState;
  readonly entries: readonly SearchEntry[];
  /** Entries of the last block: it grows until it is full. */
  readonly tail: readonly SearchEntry[];
  readonly again: readonly string[];
  /** Numbers of those blocks. */
  readonly emptied: readonly number[];
};

type Place = { readonly db: DeskDatabase; readonly ward: string; readonly list: CryptoKey };

/** Reads the stored list, one block at a time; null when it is missing, broken, of another version or of another ward key. */
export async function readList({ db, ward, list }: Place): Promise<StoredList | null> {
  const state = await db.searchBlocks.get(0);
  if (!state || isBlock(state) || state.version !== SEARCH_LIST_VERSION) return null;
  const entries: SearchEntry[] = [];
  const again: string[] = [];
  const emptied: number[] = [];
  let tail: readonly SearchEntry[] = [];
  for (let no = 1; no <= state.blocks; no += 1) {
    const block = await db.searchBlocks.get(no);
    if (!block || !isBlock(block)) return null;
    const opened = block.sealed ? await openBlock(list, ward, block) : [];
    if (!opened) return null;
    if (!block.sealed) {
      again.push(...idsOf(block));
      emptied.push(no);
    }
    for (const entry of opened) entries.push(entry);
    tail = opened;
  }
  return { state, entries, tail, again, emptied };
}

/** Forgets the stored list. */
export async function clearList(db: DeskDatabase): Promise<void> {
  await db.searchBlocks.clear();
}

/** What is to be written: entries in blocks from `from` on, and blocks whose entries went elsewhere. */
type Writing = {
  readonly state: Omit<ListState, 'no' | 'version' | 'blocks'>;
  readonly from: number;
  readonly entries: readonly SearchEntry[];
  readonly emptied: readonly number[];
};

/**
 * Writes blocks and state, unless events came that the caller has not taken in yet: among them may be an erasure, and what
 * is erased must not be written back [E5].
 * @returns how many blocks there are now and the entries of the last; null when nothing was written
 */
export async function writeList(
  { db, ward, list }: Place,
  { state, from, entries, emptied }: Writing,
): Promise<{ readonly blocks: number; readonly tail: readonly SearchEntry[] } | null> {
  const parts = partsOf(entries);
  const sealed = await Promise.all([
    ...emptied.filter((no) => no < from).map((no) => sealBlock(list, ward, no, [])),
    ...parts.map((part, index) => sealBlock(list, ward, from + index, part)),
  ]);
  const blocks = from - 1 + parts.length;
  const written = await db.transaction('rw', db.searchBlocks, db.heads, async () => {
    const heads = await db.heads.toArray();
    if (heads.some(({ key, held }) => held !== (state.covered[key] ?? 0))) return false;
    await db.searchBlocks.bulkPut([...sealed, { ...state, no: 0, version: SEARCH_LIST_VERSION, blocks }]);
    return true;
  });
  return written ? { blocks, tail: parts.at(-1) ?? [] } : null;
}

/** The blocks that an erasure emptied while the list was open. */
export async function emptiedBlocks(db: DeskDatabase): Promise<readonly ListBlock[]> {
  const rows = await db.searchBlocks.filter((row) => isBlock(row) && !row.sealed).toArray();
  return rows.filter(isBlock);
}

/** Entries in parts of one block each; one empty part when there are none, so that the last block is never missing. */
function partsOf(entries: readonly SearchEntry[]): readonly (readonly SearchEntry[])[] {
  const parts: SearchEntry[][] = [[]];
  let chars = 0;
  for (const entry of entries) {
    if (chars >= BLOCK_CHARS) {
      parts.push([]);
      chars = 0;
    }
    parts.at(-1)?.push(entry);
    chars += entry.text.length + entry.id.length + 24;
  }
  return parts;
}
