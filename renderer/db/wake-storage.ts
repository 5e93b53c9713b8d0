/**
 * Has the browser wake this origin's storage, which takes its time, while the page itself is still loaded. Whether the storage
 * opens is found out where it is opened, and told there.
 */
export function wakeStorage(): void {
  void indexedDB.databases().catch(() => []);
}
