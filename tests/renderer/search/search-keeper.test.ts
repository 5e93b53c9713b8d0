import { describe, expect, it } from 'vitest';
import { eraseDossier } from '../../../renderer/db/keys/erase-dossier.ts';
import { readList, writeList } from '../../../renderer/db/search/list-store.ts';
import { createSearchKeeper } from '../../../renderer/db/search/search-keeper.ts';
import { isBlock } from '../../../renderer/db/search/search-rows.ts';
import { corrected, idOf, newDesk, received, signedIn, startMs, ward } from './ward.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import type { Sealer } from '../../../renderer/db/seal.ts';

const head = { ward, actor: 'hanh', nowMs: startMs + 3_600_000 };
const request = { ground: 'Đơn số 12 ngày 05/6/2026', role: 'head' } as const;

function keeperOf(db: DeskDatabase, sealer: Sealer, writes = true) {
  const keys = sealer.searchKeys();
  if (!keys) throw new Error('nobody is signed in');
  return createSearchKeeper({ db, ward, keys, writes });
}

async function opened(db: DeskDatabase, sealer: Sealer, writes = true) {
  const keeper = keeperOf(db, sealer, writes);
  await keeper.open();
  return (query: string) => keeper.find(query, 10).ids;
}

describe('the list of one page', () => {
  it('[E2] [E3] is made of the dossiers that are there, and takes in the next one at once', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Đỗ Thị Hường' });
    const keeper = keeperOf(db, sealer);
    expect(keeper.find('huong', 10).ids).toEqual([]);
    await keeper.open();
    expect(keeper.find('huong do', 10).ids).toEqual([idOf(1)]);
    await received(db, sealer, 2, { name: 'Trần Thị Hường' });
    await keeper.look();
    expect(keeper.find('huong', 10).ids).toEqual([idOf(2), idOf(1)]);
  });

  it('[E3] [D13] finds a corrected dossier by its new name and not by the old one, also after a new sign-in', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Đỗ Thị Hường' });
    await received(db, sealer, 2, { name: 'Trần Thị Hường' });
    const keeper = keeperOf(db, sealer);
    await keeper.open();
    await corrected(db, sealer, 1, 'Đỗ Thị Hằng');
    const keys = await db.keys.where('subject').equals(idOf(1)).toArray();
    const state = (await db.dossiers.get(idOf(1)))?.state;
    await db.keys.delete(state?.persons?.keyId ?? '');
    await keeper.look();
    // Its new key is not here yet: it is found by its code and no longer by what was wrong.
    expect(keeper.find('huong', 10).ids).toEqual([idOf(2)]);
    await db.keys.bulkPut(keys);
    await keeper.look();
    expect(keeper.find('hang do', 10).ids).toEqual([idOf(1)]);
    const find = await opened(db, sealer);
    expect([find('hang'), find('huong')]).toEqual([[idOf(1)], [idOf(2)]]);
  });

  it('[E3] is read back from its blocks, without opening a dossier again', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    for (let n = 1; n <= 5; n += 1)
      await received(db, sealer, n, { name: `Lê Thị Số ${'abcde'[n - 1] ?? ''}` });
    await opened(db, sealer);
    await received(db, sealer, 6, { name: 'Phạm Văn Mới' });
    await db.keys
      .where('subject')
      .noneOf([idOf(6)])
      .delete();
    const find = await opened(db, sealer);
    expect(find('so c')).toEqual([idOf(3)]);
    expect(find('moi pham')).toEqual([idOf(6)]);
  });

  it('[E3] is made anew when a block is missing, broken, or sealed with another ward key', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Đỗ Thị Hường' });
    const blockOf = async () => (await db.searchBlocks.toArray()).find(isBlock);
    await opened(db, sealer);
    await db.searchBlocks.delete(1);
    expect((await opened(db, sealer))('huong')).toEqual([idOf(1)]);
    const block = await blockOf();
    if (!block?.sealed) throw new Error('a block was written');
    await db.searchBlocks.put({
      ...block,
      sealed: block.sealed.map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
    });
    expect((await opened(db, sealer))('huong')).toEqual([idOf(1)]);
    await db.searchBlocks.put({ ...block, ids: idOf(9) });
    expect((await opened(db, sealer))('huong')).toEqual([idOf(1)]);
    // Another ward key opens nobody, so nobody is found by name; the code is still found.
    const other = await opened(db, await signedIn('x'));
    expect(other('huong')).toEqual([]);
    expect(other('260605')).toEqual([idOf(1)]);
    expect((await opened(db, sealer))('huong')).toEqual([idOf(1)]);
  });

  it('[E3] a journal that is another one now makes the list anew', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Đỗ Thị Hường' });
    await opened(db, sealer);
    await Promise.all([db.events.clear(), db.heads.clear(), db.dossiers.clear()]);
    expect((await opened(db, sealer))('huong')).toEqual([]);
  });

  it('[E3] a making that was broken off goes on where it was', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Đỗ Thị Hường' });
    const row = await db.dossiers.get(idOf(1));
    if (!row?.state) throw new Error('it was received');
    const { state } = row;
    const copies = Array.from({ length: 600 }, (_, n) => ({
      ...row,
      id: idOf(n + 2),
      state: { ...state, id: idOf(n + 2), code: `H26.19.05-260605-${n + 2}` },
    }));
    await db.dossiers.bulkPut(copies);
    expect((await opened(db, sealer))('601')).toEqual([idOf(601)]);
    const rest = await db.searchBlocks.get(0);
    if (!rest || isBlock(rest)) throw new Error('the state was written');
    expect(rest.closed).toHaveLength(600);
    await db.searchBlocks.put({ ...rest, madeUpTo: idOf(300), closed: [] });
    const find = await opened(db, sealer);
    expect(find('411')).toEqual([idOf(411)]);
    expect(find('huong')).toEqual([idOf(1)]);
  });

  it('[E3] thousands of entries go into several blocks and come back, unless the journal moved on meanwhile', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Đỗ Thị Hường' });
    const keys = sealer.searchKeys();
    if (!keys) throw new Error('nobody is signed in');
    const place = { db, ward, list: keys.list };
    const entries = Array.from({ length: 3000 }, (_, n) => ({
      id: idOf(n),
      at: n,
      text: `nguien van an h26 19 05 260605 ${n}`,
      shared: 'khai sinh',
    }));
    const heads = await db.heads.toArray();
    const covered = Object.fromEntries(heads.map(({ key, held }) => [key, held]));
    const state = { covered, madeUpTo: null, closed: [] };
    const written = await writeList(place, { state, from: 1, entries, emptied: [] });
    expect(written?.blocks).toBe(3);
    expect((await readList(place))?.entries).toEqual(entries);
    await received(db, sealer, 2, { name: 'Lê An' });
    expect(await writeList(place, { state, from: 1, entries, emptied: [] })).toBeNull();
    expect((await opened(db, sealer))('le an')).toEqual([idOf(2)]);
  });

  it('[E4] what rests on the disk is sealed, and a page that does not write leaves it alone', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Đỗ Thị Hường' });
    expect((await opened(db, sealer, false))('huong')).toEqual([idOf(1)]);
    expect(await db.searchBlocks.count()).toBe(0);
    await opened(db, sealer);
    const bytes = (await db.searchBlocks.toArray()).flatMap((row) =>
      isBlock(row) && row.sealed ? [new TextDecoder().decode(row.sealed), row.ids] : [JSON.stringify(row)],
    );
    expect(bytes.join(' ').toLowerCase()).not.toContain('huong');
    expect(bytes).toHaveLength(3);
    await sealer.setWardKey(null);
    expect(sealer.searchKeys()).toBeNull();
  });
});

describe('erasure and the list', () => {
  it('[E5] an erased dossier is found by name no more, neither now nor after a new sign-in, and the others are', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    for (let n = 1; n <= 4; n += 1)
      await received(db, sealer, n, { name: `Lê Thị ${'Một Hai Ba Bốn'.split(' ')[n - 1] ?? ''}` });
    const keeper = keeperOf(db, sealer);
    await keeper.open();
    expect((await eraseDossier(db, head, idOf(2), request)).ok).toBe(true);
    const emptied = (await db.searchBlocks.toArray()).filter(isBlock);
    expect(emptied.map(({ sealed }) => sealed)).toEqual([null]);
    await keeper.look();
    expect(keeper.find('le', 9).ids).toEqual([idOf(4), idOf(3), idOf(1)]);
    const blocks = (await db.searchBlocks.toArray()).filter(isBlock);
    expect(blocks.every(({ sealed, ids }) => sealed !== null && !ids.includes(idOf(2)))).toBe(true);
    expect((await opened(db, sealer))('le')).toEqual([idOf(4), idOf(3), idOf(1)]);
  });

  it('[E5] a block emptied while nobody was signed in is filled again without the erased one', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    for (let n = 1; n <= 3; n += 1) await received(db, sealer, n, { name: 'Lê Thị An' });
    await opened(db, sealer);
    await eraseDossier(db, head, idOf(3), request);
    expect((await opened(db, sealer))('le an')).toEqual([idOf(2), idOf(1)]);
    expect((await opened(db, sealer))('le an')).toEqual([idOf(2), idOf(1)]);
    const ids = (await db.searchBlocks.toArray()).flatMap((row) => (isBlock(row) ? [row.ids] : []));
    expect(ids.join(' ')).not.toContain(idOf(3));
  });
});
