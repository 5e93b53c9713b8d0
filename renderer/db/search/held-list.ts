import { buildSearchList } from '../../../shared/text/search-list.ts';
import { entriesOf } from './list-entries.ts';
import { emptiedBlocks, writeList } from './list-store.ts';
import { idsOf } from './search-rows.ts';
import { touchedSubjects } from './touched-subjects.ts';
import type { SearchEntry, SearchList } from '../../../shared/text/search-list.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { WardKeys } from '../keys/ward-keys.ts';
import type { MadeEntries } from './list-entries.ts';
import type { StoredList } from './list-store.ts';

/** Entries that are not in a block yet are written when there are so many; fewer are read again at the next sign-in. */
const UNSAVED = 64;

/** A list is written only as it stands with the journal; so often it is tried at once. */
const WRITE_TRIES = 5;

/** What a keeper works with. */
export type KeeperDeps = {
  readonly db: DeskDatabase;
  readonly ward: string;
  readonly keys: Pick<WardKeys, 'wrap' | 'list'>;
  /** Whether it writes the stored list: one page at a time does, the others keep theirs in memory only. */
  readonly writes: boolean;
};

/** What stands of a list in memory. */
export type Held = {
  readonly deps: KeeperDeps;
  readonly list: SearchList;
  /** Dossiers whose persons no key here opens; found by code, tried again now and then. */
  readonly closed: Set<string>;
  /** Came in by the journal while the list is being made, so they are not made twice. */
  readonly met: Set<string>;
  covered: Record<string, number>;
  madeUpTo: string | null;
  /** Number of the block that grows, its entries, and those that belong to it but are not written yet. */
  tailNo: number;
  tail: readonly SearchEntry[];
  fresh: readonly SearchEntry[];
  /** Blocks that an erasure emptied; their other entries stand in `fresh`. */
  emptied: readonly number[];
};

/** An empty list, to be made from the first dossier on: what comes to the journal from now on is taken in besides. */
export async function emptyHeld(deps: KeeperDeps): Promise<Held> {
  const heads = await deps.db.heads.toArray();
  return {
    deps,
    list: buildSearchList([]),
    closed: new Set(),
    met: new Set(),
    covered: Object.fromEntries(heads.map(({ key, held }) => [key, held])),
    madeUpTo: '',
    tailNo: 1,
    tail: [],
    fresh: [],
    emptied: [],
  };
}

/** The list as its blocks hold it; dossiers of emptied blocks are opened again by the caller. */
export function heldOf(deps: KeeperDeps, { state, entries, tail, emptied }: StoredList): Held {
  const isLastEmptied = emptied.includes(state.blocks);
  const upTo = state.madeUpTo;
  return {
    deps,
    list: buildSearchList(entries),
    closed: new Set(),
    met: new Set(upTo === null ? [] : entries.filter(({ id }) => id > upTo).map(({ id }) => id)),
    covered: { ...state.covered },
    madeUpTo: upTo,
    tailNo: isLastEmptied ? state.blocks + 1 : Math.max(1, state.blocks),
    tail: isLastEmptied ? [] : tail,
    fresh: [],
    emptied,
  };
}

/** Takes entries in: into the list, and among those to be written. */
export function take(held: Held, made: MadeEntries): void {
  held.list.add([...made.open, ...made.closed]);
  note(held, made);
}

/** Remembers entries that stand in the list already. */
export function note(held: Held, { open, closed }: MadeEntries): void {
  const ids = new Set(open.map(({ id }) => id));
  if (held.deps.writes) held.fresh = [...held.fresh.filter(({ id }) => !ids.has(id)), ...open];
  for (const { id } of open) held.closed.delete(id);
  for (const { id } of closed) held.closed.add(id);
}

/** Opens these dossiers. */
export function entriesFor({ deps }: Held, ids: readonly string[]): Promise<MadeEntries> {
  return entriesOf({ db: deps.db, ward: deps.ward, wrap: deps.keys.wrap }, ids);
}

/** Takes in the journal's new events; false when the journal is no longer the one the list was made of [E3]. */
export async function follow(held: Held): Promise<boolean> {
  for (;;) {
    const touched = await touchedSubjects(held.deps.db, held.covered);
    if (!touched) return false;
    const { received, erased, covered, more } = touched;
    take(held, await entriesFor(held, received));
    if (held.madeUpTo !== null) for (const id of received) held.met.add(id);
    await drop(held, erased);
    held.covered = covered;
    if (!more) return true;
  }
}

/** Takes erased dossiers out; what shared a block with them goes to the last block [E5]. */
async function drop(held: Held, erased: readonly string[]): Promise<void> {
  if (erased.length === 0) return;
  const gone = new Set(erased);
  const stays = ({ id }: SearchEntry) => !gone.has(id);
  held.list.remove(erased);
  for (const id of erased) held.closed.delete(id);
  held.tail = held.tail.filter(stays);
  held.fresh = held.fresh.filter(stays);
  for (const block of await emptiedBlocks(held.deps.db)) {
    if (held.emptied.includes(block.no)) continue;
    held.emptied = [...held.emptied, block.no];
    if (block.no !== held.tailNo) note(held, await entriesFor(held, idsOf(block)));
  }
}

/** Whether so much is not written yet that it should be. */
export function isUnsaved({ fresh, emptied }: Held): boolean {
  return fresh.length >= UNSAVED || emptied.length > 0;
}

/** Takes in what came and writes; where the journal never rests it is written after a few tries, or later. */
export async function keepUp(held: Held): Promise<void> {
  for (let tries = 0; tries < WRITE_TRIES; tries += 1) {
    if (!(await follow(held)))
      throw new Error('the journal was replaced while the search list was made of it');
    if (await save(held)) return;
  }
}

/** Writes what is not written yet; false when events came meanwhile that have to be taken in first. */
async function save(held: Held): Promise<boolean> {
  const { deps, covered, madeUpTo, closed, tailNo, tail, fresh, emptied } = held;
  if (!deps.writes) return true;
  const written = await writeList(
    { db: deps.db, ward: deps.ward, list: deps.keys.list },
    {
      state: { covered, madeUpTo, closed: [...closed] },
      from: tailNo,
      entries: [...tail, ...fresh],
      emptied,
    },
  );
  if (!written) return false;
  held.tailNo = written.blocks;
  held.tail = written.tail;
  held.fresh = [];
  held.emptied = [];
  return true;
}
