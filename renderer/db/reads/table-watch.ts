import Dexie from 'dexie';
import type { DeskDatabase } from '../desk-database.ts';

/** Lists follow a change this much later, so that reading them never stands in the way of the act that made it. */
const LIST_DELAY_MS = 40;

/** Ids of the rows that moved; `all` where they are too many to tell, or the window was frozen meanwhile. */
type Moved = ReadonlySet<string> | 'all';

/** A table of rows that lists are read from. */
type RowTable =
  | 'tickets'
  | 'dossiers'
  | 'counters'
  | 'issuing'
  | 'help'
  | 'appointments'
  | 'payments'
  | 'shifts'
  | 'settings'
  | 'readlogs';

/** Reads at once, and again only when a row of the table moved; one reading at a time. Returns how to stop. */
export function followTable<T>(
  db: DeskDatabase,
  table: RowTable,
  read: (moved: Moved, tell: (value: T) => void) => Promise<void>,
  listener: (value: T) => void,
  onFault: (error: unknown) => void,
): () => void {
  let waiting = 'all' as Moved;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isStopped = false;
  const readOn = async () => {
    const moved = waiting;
    [timer, waiting, isReading] = [undefined, new Set(), true];
    let failed = false;
    try {
      await read(moved, (value) => isStopped || listener(value));
    } catch (error) {
      // Read with the next change, not in a circle.
      failed = true;
      onFault(error);
    }
    isReading = false;
    if (failed) waiting = 'all';
    else if (isAny(waiting)) later();
  };
  const later = (): void => {
    if (!isReading && !isStopped) timer ??= setTimeout(() => void readOn(), LIST_DELAY_MS);
  };
  const stop = watchTable(db, table, (moved) => {
    waiting = together(waiting, moved);
    later();
  });
  void readOn();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stop();
  };
}

/** Hears of rows of a table that were written, by this window or another; returns how to stop. */
function watchTable(db: DeskDatabase, table: RowTable, listener: (moved: Moved) => void): () => void {
  const hear = (parts: Readonly<Record<string, unknown>>): void => {
    if ('all' in parts) return listener('all');
    const keys = parts[`idb://${db.name}/${table}/`];
    if (keys === undefined) return;
    const moved = new Set<string>();
    listener(gather(keys, moved) ? moved : 'all');
  };
  Dexie.on('storagemutated', hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}

/** Gathers the single keys of a tree of ranges; false where a range is wider. Trees of other windows come as plain data. */
function gather(tree: unknown, into: Set<string>): boolean {
  if (typeof tree !== 'object' || tree === null || !('from' in tree && 'to' in tree)) return true;
  if (typeof tree.from !== 'string' || tree.from !== tree.to) return false;
  into.add(tree.from);
  return gather('l' in tree ? tree.l : null, into) && gather('r' in tree ? tree.r : null, into);
}

/** Moves that came together. */
function together(a: Moved, b: Moved): Moved {
  return a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]);
}

/** Whether anything moved. */
function isAny(moved: Moved): boolean {
  return moved === 'all' || moved.size > 0;
}
