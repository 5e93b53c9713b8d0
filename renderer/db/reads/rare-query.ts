import Dexie, { liveQuery } from 'dexie';

/** So many changes of the storage are kept by a live query at the most. */
const RENEWED_AFTER = 200;

/**
 * Follows a query that seldom has a new answer. Dexie's live query keeps every change of the whole storage since it last ran,
 * to tell whether it has to run again: one that hardly ever runs would keep a day's work, about 1 KB for each event. So it is
 * opened anew from time to time; the listener may then hear the same answer again. Returns how to stop.
 */
export function followRare<T>(
  read: () => Promise<T>,
  listener: (answer: T) => void,
  onFault: (error: unknown) => void,
): () => void {
  const open = () => liveQuery(read).subscribe({ next: listener, error: onFault });
  let subscription = open();
  let changes = 0;
  const renew = (): void => {
    changes += 1;
    if (changes < RENEWED_AFTER) return;
    changes = 0;
    subscription.unsubscribe();
    subscription = open();
  };
  Dexie.on('storagemutated', renew);
  return () => {
    Dexie.on.storagemutated.unsubscribe(renew);
    subscription.unsubscribe();
  };
}
