import { entriesOfRows } from './list-entries.ts';
import { clearList, readList } from './list-store.ts';
import { emptyHeld, entriesFor, follow, heldOf, isUnsaved, keepUp, note, take } from './held-list.ts';
import type { FoundEntries, SearchEntry } from '../../../shared/text/search-list.ts';
import type { Held, KeeperDeps } from './held-list.ts';

/** Dossiers opened at once while a list is made. */
const CHUNK = 250;

/** Dossiers opened between two writings while a list is made. */
const WRITTEN_AT_ONCE = 2000;

/** Dossiers without a key that are tried again at each look. */
const TRIED_AGAIN = 50;

/** The search list of one signed-in page: read from its blocks or made anew, then following the journal [E2] [E3]. */
export type SearchKeeper = {
  /** Reads the stored list or makes it; may take long, and can be asked meanwhile. */
  open(): Promise<void>;
  /** Takes in what came to the journal since. */
  look(): Promise<void>;
  find(query: string, limit: number): FoundEntries;
  readonly size: () => number;
};

/** Builds a keeper; nothing is read before `open`. */
export function createSearchKeeper(deps: KeeperDeps): SearchKeeper {
  const { db, ward, keys } = deps;
  let held: Held | null = null;
  const makeAnew = async () => {
    if (deps.writes) await clearList(db);
    held = await emptyHeld(deps);
    await make(held);
  };
  const openList = async () => {
    const stored = await readList({ db, ward, list: keys.list });
    if (!stored) return makeAnew();
    held = heldOf(deps, stored);
    for (const ids of chunksOf([...stored.again, ...stored.state.closed]))
      take(held, await entriesFor(held, ids));
    if (!(await follow(held))) return makeAnew();
    if (held.madeUpTo !== null) await make(held);
    else if (isUnsaved(held)) await keepUp(held);
  };
  const follows = async () => {
    if (!held) return;
    if (!(await follow(held))) return makeAnew();
    await tryClosed(held);
    if (isUnsaved(held)) await keepUp(held);
  };
  const once = oneAfterAnother();
  return {
    open: () => once(openList),
    look: () => once(follows),
    find: (query, limit) => held?.list.find(query, limit) ?? { ids: [], more: false },
    size: () => held?.list.size() ?? 0,
  };
}

/** Opens every dossier, by id, in small steps: none of them holds the storage for long. What is done is kept if it ends early. */
async function make(held: Held): Promise<void> {
  const { db, ward, keys } = held.deps;
  let waiting: SearchEntry[] = [];
  let unwritten = 0;
  while (held.madeUpTo !== null) {
    const rows = await db.dossiers.where('id').above(held.madeUpTo).limit(CHUNK).toArray();
    const fresh = rows.filter(({ id }) => !held.met.has(id));
    const made = await entriesOfRows({ db, ward, wrap: keys.wrap }, fresh);
    waiting.push(...made.open, ...made.closed);
    note(held, made);
    held.madeUpTo = rows.length < CHUNK ? null : (rows.at(-1)?.id ?? null);
    if (waiting.length > held.list.size() / 4 || held.madeUpTo === null) {
      held.list.add(waiting);
      waiting = [];
    }
    unwritten += rows.length;
    if (unwritten < WRITTEN_AT_ONCE) continue;
    await keepUp(held);
    unwritten = 0;
  }
  held.met.clear();
  await keepUp(held);
}

/** Keys may come after their dossiers. */
async function tryClosed(held: Held): Promise<void> {
  const ids = [...held.closed].slice(0, TRIED_AGAIN);
  if (ids.length === 0) return;
  const made = await entriesFor(held, ids);
  // Whose turn was in vain goes to the end of the queue.
  for (const id of ids) held.closed.delete(id);
  note(held, made);
  held.list.add(made.open);
}

function chunksOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** Runs one piece of work after the other. */
function oneAfterAnother(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
}
