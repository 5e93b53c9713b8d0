import type { SearchEntry } from '../../../shared/text/search-list.ts';

/** What the stored list covers; row 0 of its table. A list of another version is made anew. */
export type ListState = {
  readonly no: 0;
  readonly version: number;
  /** How many blocks there are. */
  readonly blocks: number;
  /** Events that the list has taken in, by epoch, as they stand in the heads. */
  readonly covered: Readonly<Record<string, number>>;
  /** While the list is first made: dossiers up to this id are in it; null once it is whole. */
  readonly madeUpTo: string | null;
  /** Dossiers whose persons could not be opened; they stand in no block and are tried again. */
  readonly closed: readonly string[];
};

/** Some hundred entries, sealed (AES-GCM under a key made of the ward key). */
export type ListBlock = {
  /** From 1, without a hole. */
  readonly no: number;
  /** Ids of its dossiers, one a line: random, so they name nobody; by them an erasure finds the block. */
  readonly ids: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  /** Null when it was emptied because one of its dossiers was erased: the others are read again from their dossiers. */
  readonly sealed: Uint8Array<ArrayBuffer> | null;
};

/** A row of the stored search list. */
export type SearchRow = ListState | ListBlock;

/** Tells a block from the state. */
export function isBlock(row: SearchRow): row is ListBlock {
  return row.no !== 0;
}

const ENTRIES_APART = '\n';

/** The ids that a block names. */
export function idsOf(block: ListBlock): readonly string[] {
  return block.ids === '' ? [] : block.ids.split(ENTRIES_APART);
}

/** Seals entries as one block. */
export async function sealBlock(
  key: CryptoKey,
  ward: string,
  no: number,
  entries: readonly SearchEntry[],
): Promise<ListBlock> {
  const ids = entries.map(({ id }) => id).join(ENTRIES_APART);
  const shared = [...new Set(entries.map((entry) => entry.shared))];
  const places = new Map(shared.map((text, place) => [text, place]));
  const rows = entries.map((entry) => [entry.at, entry.text, places.get(entry.shared) ?? 0]);
  const plain = new TextEncoder().encode(JSON.stringify([shared, rows]));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(ward, no, ids) },
    key,
    plain,
  );
  return { no, ids, iv, sealed: new Uint8Array(sealed) };
}

/** Opens a block; null when it is broken, of another ward key, or not the block of this number and these ids. */
export async function openBlock(
  key: CryptoKey,
  ward: string,
  { no, ids, iv, sealed }: ListBlock,
): Promise<readonly SearchEntry[] | null> {
  if (!sealed) return null;
  try {
    const additionalData = bound(ward, no, ids);
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed);
    // What decrypts was written by `sealBlock` and by nobody else.
    const [shared, rows] = JSON.parse(new TextDecoder().decode(plain)) as [
      string[],
      [number, string, number][],
    ];
    const names = ids.split(ENTRIES_APART);
    return rows.map(([at, text, place], index) => ({
      id: names[index] ?? '',
      at,
      text,
      shared: shared[place] ?? '',
    }));
  } catch {
    return null;
  }
}

function bound(ward: string, no: number, ids: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${ward}\u2016search\u2016${no}\u2016${ids}`);
}
