import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqliteJournal } from '../../server/db/sqlite-journal.ts';
import { openSqliteStore } from '../../server/db/sqlite-store.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { journalContract } from '../contract/journal-contract.ts';
import { temporaryFolder } from '../support/district.ts';
import { lineChain } from '../support/events.ts';

const WARD = 'thach-ban';

function opened(path: string) {
  const store = openSqliteStore(path, () => '2026-06-05T01:20:00.000Z');
  if (!store.ok) throw new Error(store.error.detail);
  return store.value;
}

journalContract('server SQLite', () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'district.sqlite');
  let store = opened(path);
  return Promise.resolve({
    journal: store.journal(WARD),
    reopen: async () => {
      await store.close();
      store = opened(path);
      return store.journal(WARD);
    },
    close: async () => {
      await store.close();
      folder.remove();
    },
  });
});

it('[J8] wards do not see each other, and positions count each ward without a hole', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'district.sqlite');
  const store = opened(path);
  const here = lineChain({ ward: WARD });
  const there = lineChain({ ward: 'long-bien' });
  here.fill(4);
  there.fill(2);
  await store.journal(WARD).append(here.lines().slice(0, 2));
  await store.journal('long-bien').append([...there.lines(), ...here.lines()]);
  await store.journal(WARD).append([...here.lines().slice(2), 'rubbish']);
  expect(await store.journal('long-bien').vector()).toEqual({ 'd1-test/epoch-test': 3 });
  expect(await store.journal(WARD).vector()).toEqual({ 'd1-test/epoch-test': 5 });
  await store.close();
  const db = openSqlite(path);
  if (!db.ok) throw new Error(db.error.detail);
  const rows = db.value.prepare('SELECT ward, pos FROM events ORDER BY ward, pos').all();
  expect(rows.map((row) => [row['ward'], row['pos']])).toEqual([
    ...[1, 2, 3].map((pos) => ['long-bien', pos]),
    ...[1, 2, 3, 4, 5].map((pos) => [WARD, pos]),
  ]);
  db.value.close();
  folder.remove();
});

it('[J9] forks and broken lines are kept apart once, with who sent them; gaps are not', async () => {
  const folder = temporaryFolder();
  const store = opened(join(folder.path, 'district.sqlite'));
  const mine = lineChain({ ward: WARD });
  const twin = lineChain({ ward: WARD });
  mine.fill(1);
  const fork = twin.add({ type: 'other', subject: 's', body: 1 }).line;
  twin.fill(1);
  const lines = [...mine.lines(), fork, ...twin.lines().slice(2), 'rubbish'];
  const push = { ward: WARD, from: 'd1-test', lines, checkpoints: [], nowIso: '2026-06-05T01:20:00.000Z' };
  await store.push(push);
  await store.push(push);
  const kept = await store.quarantined(WARD);
  expect(kept.map(({ line, code, device }) => ({ line, code, device }))).toEqual(
    expect.arrayContaining([
      { line: fork, code: 'line-forked', device: 'd1-test' },
      { line: 'rubbish', code: 'line-malformed', device: 'd1-test' },
    ]),
  );
  expect(kept.filter(({ code }) => code === 'line-gap')).toEqual([]);
  expect(new Set(kept.map(({ line }) => line)).size).toBe(kept.length);
  await store.close();
  folder.remove();
});

it('[J10] a full store takes nothing of a push, says so, and goes on when there is room again', async () => {
  const folder = temporaryFolder();
  const db = openSqlite(join(folder.path, 'district.sqlite'));
  if (!db.ok) throw new Error(db.error.detail);
  const { journal } = sqliteJournal(db.value, () => '');
  const chain = lineChain({ ward: WARD });
  await journal(WARD).append(chain.lines());
  chain.fill(50, 20_000);
  const pages = Number(db.value.prepare('PRAGMA page_count').get()?.['page_count']);
  db.value.exec(`PRAGMA max_page_count = ${pages + 20}`);
  expect(await journal(WARD).append(chain.lines())).toMatchObject({
    ok: false,
    error: { code: 'journal-full' },
  });
  expect(await journal(WARD).vector()).toEqual({ 'd1-test/epoch-test': 1 });
  db.value.exec('PRAGMA max_page_count = 1000000');
  expect(await journal(WARD).append(chain.lines())).toMatchObject({ ok: true, value: { fresh: 50 } });
  db.value.close();
  expect(await journal(WARD).append(chain.lines())).toMatchObject({
    ok: false,
    error: { code: 'journal-write-failed' },
  });
  folder.remove();
});
