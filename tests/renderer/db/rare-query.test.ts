import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { followRare } from '../../../renderer/db/reads/rare-query.ts';

it('[V7] a query that seldom answers is followed through hundreds of changes that do not concern it', async () => {
  const db = new Dexie('rare-query', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ rare: 'id', busy: 'id' });
  const [rare, busy] = [db.table('rare'), db.table('busy')];
  const heard: number[] = [];
  const faults: unknown[] = [];
  const stop = followRare(
    () => rare.count(),
    (count) => heard.push(count),
    (error) => faults.push(error),
  );
  await expect.poll(() => heard.at(-1)).toBe(0);
  for (let n = 0; n < 450; n += 1) await busy.put({ id: n });
  await rare.put({ id: 1 });
  await expect.poll(() => heard.at(-1)).toBe(1);
  for (let n = 0; n < 250; n += 1) await busy.put({ id: n });
  await rare.put({ id: 2 });
  await expect.poll(() => heard.at(-1)).toBe(2);
  stop();
  const before = heard.length;
  await rare.put({ id: 3 });
  for (let n = 0; n < 250; n += 1) await busy.put({ id: n });
  expect([heard.length, faults]).toEqual([before, []]);
  await db.delete();
});
