import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { admitPulled, keepKeys, linesOf } from '../../../renderer/db/exchange.ts';
import { nextCode } from '../../../renderer/db/dossier-acts.ts';
import { eraseDossier } from '../../../renderer/db/keys/erase-dossier.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { checkGround } from '../../../shared/decide/erasure.ts';
import { receivedPersonsSchema } from '../../../shared/event/dossier-facts.ts';
import { day, idOf, newDesk, received, signedIn, startMs, ward } from './ward.ts';
import { actingOn } from '../../support/dossiers/act-on-dossier.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';

const phone = { kind: 'phone', value: '0912345678' } as const;
const writing = { ward, actor: 'hanh', nowMs: startMs + 3_600_000 };
const act = actingOn(writing);
const request = { ground: 'Đơn số 12 ngày 05/6/2026', role: 'head' } as const;

const byToken = (db: DeskDatabase, token: string | undefined) =>
  db.dossiers
    .where('state.tokens')
    .equals(token ?? '-')
    .primaryKeys();

describe('tokens', () => {
  it('[E1] find a dossier by phone and number, without opening any', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Lê An', phone: '0912 345 678', idNumber: '001185012345' });
    await received(db, sealer, 2, { name: 'Lê Ba', phone: '0987654321', idNumber: '001185054321' });
    const [byPhone, byId] = await sealer.tokens(ward, [phone, { kind: 'id', value: '001185054321' }]);
    expect(await byToken(db, byPhone)).toEqual([idOf(1)]);
    expect(await byToken(db, byId)).toEqual([idOf(2)]);
    const tokens = (await db.dossiers.get(idOf(1)))?.state?.tokens ?? [];
    expect(tokens).toHaveLength(2);
    expect(tokens).toEqual(tokens.toSorted());
  });

  it('[E1] differ by ward key, ward and kind, and are no plain hashes', async () => {
    const [one, other] = [await signedIn('k'), await signedIn('x')];
    const same = { kind: 'id', value: phone.value } as const;
    const tokens = [
      ...(await one.tokens(ward, [phone, same])),
      ...(await one.tokens('other-ward', [phone])),
      ...(await other.tokens(ward, [phone])),
    ];
    expect(new Set(tokens).size).toBe(4);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{32}$/);
    const plain = [phone.value, `${ward}\u2016phone\u2016${phone.value}`].map((text) =>
      createHash('sha256').update(text).digest('hex').slice(0, 32),
    );
    expect(tokens.filter((token) => plain.includes(token))).toEqual([]);
    expect(await one.tokens(ward, [phone])).toEqual(tokens.slice(0, 1));
  });

  it('[E1] [E4] without the ward key there is none', async () => {
    const sealer = createSealer();
    expect(await sealer.tokens(ward, [phone])).toEqual([]);
    const leaving = await signedIn();
    const coming = leaving.setWardKey(btoa('z'.repeat(32)));
    await leaving.setWardKey(null);
    await coming;
    expect(leaving.ready()).toBe(false);
    expect(await leaving.tokens(ward, [phone])).toEqual([]);
  });

  it('[E1] the token of the code is made for the code that comes next', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    const next = await nextCode(db, 'H26.19.05', day, true);
    await received(db, sealer, 1, { name: 'Lê An' });
    expect((await db.dossiers.get(idOf(1)))?.state?.code).toBe(next);
    expect(await nextCode(db, 'H26.19.05', day, false)).toBeNull();
  });
});

describe('erasure', () => {
  const opens = async (db: DeskDatabase, n: number) => {
    const sealer = await signedIn();
    const event = (await linesOf(db, { device: 'd1', epoch: 'epoch-d1', from: 0, to: 99 }, 99))
      .map((line) => JSON.parse(line.slice(65)) as { type: string; subject: string; sealed: never })
      .find(({ type, subject }) => type === 'dossier-received' && subject === idOf(n));
    if (!event) throw new Error('it was received');
    const [key] = await db.keys.where('subject').equals(idOf(n)).toArray();
    const { sealed } = event;
    return sealer.open(ward, idOf(n), 'dossier-received', sealed, key, receivedPersonsSchema);
  };

  it('[E5] takes keys, tokens and persons in one transaction; the facts and the chain stay', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Lê An' });
    await received(db, sealer, 2, { name: 'Lê Ba' });
    const done = await eraseDossier(db, writing, idOf(1), request);
    expect(done.ok && done.value.logged.map(({ event }) => event.type)).toEqual(['subject-erased']);
    const row = await db.dossiers.get(idOf(1));
    expect(row?.state).toMatchObject({ persons: null, receiver: null, tokens: [], status: 'received' });
    expect(row?.state?.erasedAt).not.toBeNull();
    expect(row?.heads).toHaveLength(1);
    expect(await db.keys.where('subject').equals(idOf(1)).count()).toBe(0);
    expect(await opens(db, 1)).toBeNull();
    expect((await opens(db, 2))?.owner.name).toBe('Lê Ba');
    const [token] = await sealer.tokens(ward, [{ kind: 'id', value: '001185012345' }]);
    expect(await byToken(db, token)).toEqual([idOf(2)]);
    const again = await eraseDossier(db, writing, idOf(1), request);
    expect(again.ok && again.value.logged).toEqual([]);
  });

  it('[E5] only the head may, with a ground that names nobody', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Lê An' });
    const act = (change: Partial<{ ground: string; role: 'head' | 'reception' | 'admin' }>) =>
      eraseDossier(db, writing, idOf(1), { ...request, ...change });
    expect(await act({ role: 'reception' })).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await act({ role: 'admin' })).toEqual({ ok: false, error: { code: 'not-allowed' } });
    for (const ground of [
      '  ',
      'x'.repeat(301),
      'Theo đơn, số 0912 345 678',
      'gửi lan@gov.vn',
      'thẻ 001185012345',
    ])
      expect(await act({ ground })).toMatchObject({ ok: false, error: { code: 'fields-invalid' } });
    expect(await eraseDossier(db, writing, idOf(7), request)).toMatchObject({
      error: { code: 'dossier-unknown' },
    });
    expect(await db.keys.where('subject').equals(idOf(1)).count()).toBe(1);
    const an = { name: 'Lê Thị An', phone: '', idNumber: '' };
    expect(checkGround('Đơn của bà LE THI AN', [an])).toEqual([{ field: 'ground', code: 'ground-personal' }]);
    expect(checkGround('Đơn số 12/ĐN ngày 05/6/2026', [an])).toEqual([]);
  });

  it('[E6] pulled by another desk it takes the keys there too, and keys that come later are not kept', async () => {
    const [one, two, sealer] = [await newDesk('d1'), await newDesk('d2'), await signedIn()];
    await received(one, sealer, 1, { name: 'Lê An' });
    const keys = await one.keys.toArray();
    const lines = () => linesOf(one, { device: 'd1', epoch: 'epoch-d1', from: 0, to: 99 }, 99);
    await keepKeys(two, keys);
    expect((await admitPulled(two, ward, await lines())).refused).toEqual([]);
    expect(await two.keys.count()).toBe(1);
    await eraseDossier(one, writing, idOf(1), request);
    await admitPulled(two, ward, await lines());
    expect(await two.keys.count()).toBe(0);
    expect((await two.dossiers.get(idOf(1)))?.state).toMatchObject({ persons: null, tokens: [] });
    await keepKeys(two, keys);
    expect(await two.keys.count()).toBe(0);
  });

  it('[E7] what is done with an erased dossier names nobody anew', async () => {
    const [db, sealer] = [await newDesk(), await signedIn()];
    await received(db, sealer, 1, { name: 'Lê An' });
    await eraseDossier(db, writing, idOf(1), request);
    await act(db, idOf(1), { act: 'hand-over', to: 'Tư pháp' });
    await act(db, idOf(1), { act: 'release', resultNo: '12' });
    const seal = await sealer.seal(ward, idOf(1), 'dossier-returned', { receiver: 'Lê An', idNumber: '' });
    const form = { method: 'counter', slipTakenBack: true, receiverIsSubmitter: false } as const;
    const returned = await act(db, idOf(1), { act: 'give-back', ...form }, seal);
    expect(returned.ok && returned.value.logged[0]?.event.sealed).toBeNull();
    expect(await db.keys.count()).toBe(0);
    expect((await db.dossiers.get(idOf(1)))?.state).toMatchObject({ status: 'returned', receiver: null });
  });
});
