import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { prepareReception } from '../../../shared/decide/reception.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import { receivedPersonsSchema } from '../../../shared/event/dossier-facts.ts';
import { NO_HASH } from '../../../shared/event/envelope.ts';
import { HLC_START } from '../../../shared/event/hlc.ts';
import { placeFacts, writeEvents } from '../../../renderer/db/append.ts';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { actOnDossier, receive } from '../../../renderer/db/dossier-acts.ts';
import { admitPulled, heldVector } from '../../../renderer/db/exchange.ts';
import { actOnList, correctDossier } from '../../../renderer/db/filings/dossier-changes.ts';
import { answerFiling, registerFilings } from '../../../renderer/db/filings/filing-acts.ts';
import { receivedTwice } from '../../../renderer/db/filings/received-twice.ts';
import { actWithNumber, nextPaperNumber } from '../../../renderer/db/filings/paper-supply.ts';
import { bookNumber } from '../../../shared/decide/money/book-numbers.ts';
import { takePayment } from '../../../shared/decide/money/payments.ts';
import { transact } from '../../../renderer/db/transact.ts';
import { ok } from '../../../shared/basics/result.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { highestSeen, keepGrant } from '../../../renderer/db/supplies.ts';
import { eraseDossier } from '../../../renderer/db/keys/erase-dossier.ts';
import { recordPaper } from '../../../renderer/db/paper-acts.ts';
import { birthForm, demoCatalogue, demoWard } from '../../support/demo.ts';
import { LAN, shiftRow, wishOf } from '../../support/money/slips.ts';
import { wishes } from '../../support/dossiers/life.ts';
import type { NewFact } from '../../../shared/event/facts.ts';

const ward = 'thach-ban';
const nowMs = Date.UTC(2026, 5, 5, 1, 20);
const day = '2026-06-05';
const writing = { ward, actor: 'lan', nowMs };
const requests = 'paper/2026/request';
const seal = (no: number) => ({
  sealed: { keyId: `k${no}`, iv: '', ct: '' },
  key: { keyId: `k${no}`, subject: `filing-${no}`, iv: '', ct: '' },
});
const procedure = { code: '1.001193', name: 'Khai sinh', fieldId: 'ho-tich', fieldName: 'Hộ tịch' };
const worldOf = (fieldId: string) => actWorldOf(demoWard(), fieldId, 'reception', nowMs);
const world = worldOf('ho-tich');
let databases = 0;

async function openedDesk(device = 'd1', slot = 1): Promise<DeskDatabase> {
  const db = new DeskDatabase(`filings-${(databases += 1)}`);
  await db.meta.bulkPut([
    { key: 'epoch', device, epoch: 'e1', ordinal: 0, slot, tenancy: 't'.repeat(32), next: null },
  ]);
  const opened = { publicKey: 'k', reason: 'first', previous: [] } as const;
  const fact = { type: 'epoch-opened', subject: 'epoch:e1', parents: [], sealed: null, body: opened };
  const start = { head: { held: 0, hash: NO_HASH }, hlc: HLC_START };
  const logged = placeFacts({ ward, device, epoch: 'e1' }, start, [fact as unknown as NewFact], {
    actor: null,
    nowMs,
  });
  if ('code' in logged) throw new Error(logged.code);
  await db.transaction('rw', db.tables, () => writeEvents(db, logged));
  return db;
}

const filing = (no: number, portalCode: string) => {
  const said = { procedure, channel: 'online', officerName: 'Lan', portalCode } as const;
  return { id: `filing-${no}`, wish: { act: 'file', ...said } as const, world, seal: seal(no) };
};

async function received(db: DeskDatabase, id: string, link: Parameters<typeof receive>[8] = null) {
  const form = birthForm(demoCatalogue(), { dossierId: id });
  const rules = { catalogue: demoCatalogue(), ward: demoWard(), nowMs };
  const prepared = prepareReception(form, rules, { name: 'Lan', role: 'reception' });
  if (!prepared.ok) throw new Error(prepared.error.code);
  return receive(db, writing, 'H26.19.05', id, prepared.value, seal(9), true, undefined, link);
}

describe('filings in the storage', () => {
  it('[LC16] [N04] registers a code of the portal once, in one step', async () => {
    const db = await openedDesk();
    const first = await registerFilings(db, writing, [filing(1, 'A1'), filing(2, 'A2')]);
    expect(first.ok && first.value.value).toEqual({ ids: ['filing-1', 'filing-2'], known: [] });
    const again = await registerFilings(db, writing, [filing(3, 'A2'), filing(4, 'A3')]);
    expect(again.ok && again.value.value).toEqual({ ids: ['filing-4'], known: ['A2'] });
    expect(await db.keys.count()).toBe(3);
    const [row] = await db.filings.where('state.status').equals('filed').toArray();
    expect(row?.state?.answerDueAt).toBe('2026-06-08T01:20:00.000Z');
  });

  it('[LC17] [N04] is received once, in the transaction of the dossier', async () => {
    const db = await openedDesk();
    await registerFilings(db, writing, [filing(1, 'A1')]);
    expect((await received(db, 'dossier-1', { filingId: 'filing-1', world })).ok).toBe(true);
    const row = await db.filings.get('filing-1');
    const dossier = await db.dossiers.get('dossier-1');
    expect([row?.state?.status, row?.state?.dossierId]).toEqual(['accepted', 'dossier-1']);
    expect(dossier?.state?.code).toBeTruthy();
    const before = await heldVector(db);
    const twice = await received(db, 'dossier-2', { filingId: 'filing-1', world });
    expect(!twice.ok && twice.error.code).toBe('dossier-step-wrong');
    expect(await heldVector(db)).toEqual(before);
    expect(await db.dossiers.get('dossier-2')).toBeUndefined();
  });

  it('[LC17] [S16] received at two desks that did not see each other: both codes are named until one has ended', async () => {
    const [one, two] = [await openedDesk(), await openedDesk('d2', 2)];
    await registerFilings(one, writing, [filing(1, 'A1')]);
    const linesOf1 = async () => (await one.events.toArray()).map(({ line }) => line);
    await admitPulled(two, ward, await linesOf1());
    await received(one, 'dossier-1', { filingId: 'filing-1', world });
    await received(two, 'dossier-2', { filingId: 'filing-1', world });
    expect(await receivedTwice(two)).toEqual([]);
    await admitPulled(two, ward, await linesOf1());
    const codes = (await two.dossiers.toArray()).map(({ state }) => state?.code ?? '').toSorted();
    expect(codes).toHaveLength(2);
    expect(await receivedTwice(two)).toEqual([{ id: 'filing-1', portalCode: 'A1', codes }]);
    const asHead = (fieldId: string) => actWorldOf(demoWard(), fieldId, 'head', nowMs);
    const stopped = await actOnDossier(two, writing, 'dossier-2', wishes.stop, asHead);
    expect(stopped.ok || stopped.error).toBe(true);
    expect(await receivedTwice(two)).toEqual([]);
  });

  it('[LC17] [E5] who is erased in the dossier is erased in its filing', async () => {
    const db = await openedDesk();
    await registerFilings(db, writing, [filing(1, 'A1')]);
    await received(db, 'dossier-1', { filingId: 'filing-1', world });
    const request = { ground: 'Theo yêu cầu', role: 'head', approvedBy: 'son' } as const;
    const erased = await eraseDossier(db, writing, 'dossier-1', request);
    expect(erased.ok).toBe(true);
    expect(await db.keys.where('subject').equals('filing-1').count()).toBe(0);
    expect((await db.filings.get('filing-1'))?.state?.persons).toBeNull();
  });

  it('[E5] [MO1] who is erased in the dossier is erased in its payments, which keep their numbers and amounts', async () => {
    const db = await openedDesk();
    await received(db, 'dossier-1');
    const taken = [1, 2].flatMap((no) => {
      const entry = { ...bookNumber('2026', 1, { kind: 'granted', value: no }), previous: '0'.repeat(64) };
      const world = { actor: LAN, shift: shiftRow(), others: [], entry, form: 'phieu-thu/tt-03-2025/1' };
      const wish = wishOf({ paymentId: `payment-${no}`, dossierId: `dossier-${no}` });
      const fact = takePayment(wish, { ...world, sealed: seal(30 + no).sealed });
      return fact.ok ? [fact.value] : [];
    });
    const keys = [
      { ...seal(31).key, subject: 'payment-1' },
      { ...seal(32).key, subject: 'payment-2' },
    ];
    const nothing = () => Promise.resolve(null);
    await transact(db, writing, nothing, () => ok({ value: null, facts: taken, keys }));
    await db.attachments.bulkPut([
      { sha256: 'a'.repeat(64), dossierId: 'dossier-1', kept: 0, bytes: new Uint8Array(3) },
      { sha256: 'b'.repeat(64), dossierId: 'dossier-2', kept: 0, bytes: new Uint8Array(3) },
    ]);
    const request = { ground: 'Theo yêu cầu', role: 'head', approvedBy: 'son' } as const;
    expect((await eraseDossier(db, writing, 'dossier-1', request)).ok).toBe(true);
    const [erased, other] = await db.payments.bulkGet(['payment-1', 'payment-2']);
    expect([erased?.state?.payer, erased?.state?.total]).toEqual([null, 8_000]);
    expect(other?.state?.payer?.keyId).toBe('k32');
    const left = await db.keys.where('subject').startsWith('payment-').primaryKeys();
    expect(left).toEqual(['k32']);
    // [ATT3] Scans that have not left this storage go with it.
    expect(await db.attachments.toCollection().primaryKeys()).toEqual(['b'.repeat(64)]);
  });

  it('[PN1] [R08] takes the number of Mẫu 02 with the answer, none for one that is refused', async () => {
    const db = await openedDesk();
    await keepGrant(db, writing, requests, { from: 1, to: 20 });
    expect(await nextPaperNumber(db, 'request', day)).toBe('01');
    const said = { act: 'turn-back', procedure, channel: 'counter', officerName: 'Lan', formNo: '' } as const;
    const wish = { ...said, items: ['Tờ khai'], reason: 'Điều 16' };
    const numbers = { namespace: requests, alone: false };
    const empty = await answerFiling(
      db,
      writing,
      'filing-7',
      { ...wish, reason: '' },
      world,
      seal(7),
      numbers,
    );
    expect(empty.ok).toBe(false);
    const done = await answerFiling(db, writing, 'filing-7', wish, world, seal(7), numbers);
    expect(done.ok).toBe(true);
    const state = (await db.filings.get('filing-7'))?.state;
    expect([state?.status, state?.formNo, state?.items]).toEqual(['incomplete', '01', ['Tờ khai']]);
    expect(await nextPaperNumber(db, 'request', day)).toBe('02');
    expect(await highestSeen(db, requests, { from: 1, to: 2000 })).toBe(1);
    const outcome = { jobId: 'j', state: 'confirmed', at: '2026-06-05T01:21:00.000Z' } as const;
    const paper = { subject: 'filing-7', paper: 'request', form: 'mau-02', formNo: '01' } as const;
    await recordPaper(db, writing, { ...paper, copyNo: 1, reprint: 0, outcome });
    const printed = await db.filings.get('filing-7');
    expect([printed?.state?.printed, printed?.heads.length]).toEqual([1, 1]);
  });

  it('[PN1] [N5] numbers an act on a dossier from the same row, under own letters when alone', async () => {
    const db = await openedDesk();
    await received(db, 'dossier-1');
    await received(db, 'dossier-2');
    const ask = { ...wishes.ask, formNo: '' };
    const numbers = (alone: boolean) => ({ namespace: requests, alone });
    const none = await actWithNumber(db, writing, 'dossier-1', ask, worldOf, numbers(false));
    expect(!none.ok && none.error.code).toBe('supply-empty');
    expect((await actWithNumber(db, writing, 'dossier-1', ask, worldOf, numbers(true))).ok).toBe(true);
    await keepGrant(db, writing, requests, { from: 1, to: 20 });
    expect((await actWithNumber(db, writing, 'dossier-2', ask, worldOf, numbers(false))).ok).toBe(true);
    const lines = (await db.events.toArray()).map(({ line }) => line);
    const asked = lines.filter((line) => line.includes('"type":"dossier-supplement-asked"'));
    expect(asked.map((line) => /"formNo":"([^"]*)"/.exec(line)?.[1] ?? '').toSorted()).toEqual(['01', 'X01']);
  });

  it('[LC15] [D16] hands a whole list over in one step, or nothing of it', async () => {
    const db = await openedDesk();
    for (const id of ['dossier-1', 'dossier-2']) await received(db, id);
    const both = ['dossier-1', 'dossier-2'];
    const wish = { act: 'hand-over', to: 'Phòng Kinh tế' } as const;
    expect((await actOnList(db, writing, [...both, 'dossier-9'], wish, worldOf)).ok).toBe(false);
    expect((await db.dossiers.get('dossier-1'))?.state?.status).toBe('received');
    expect((await actOnList(db, writing, both, wish, worldOf)).ok).toBe(true);
    const taken = await actOnList(db, writing, both, { act: 'take-over', officerName: 'Hà' }, (field) =>
      actWorldOf(demoWard(), field, 'specialist', nowMs),
    );
    expect(taken.ok).toBe(true);
    const states = (await db.dossiers.toArray()).map(({ state }) => [state?.status, state?.office]);
    expect(states).toEqual([
      ['in-process', 'Phòng Kinh tế'],
      ['in-process', 'Phòng Kinh tế'],
    ]);
    expect(await actOnList(db, writing, [], wish, worldOf)).toEqual({
      ok: false,
      error: { code: 'hand-over-none' },
    });
  });

  it('[D13] a corrected dossier opens with its new persons, as every reader opens it', async () => {
    const db = await openedDesk();
    await received(db, 'dossier-1');
    const sealer = createSealer();
    await sealer.setWardKey(btoa('0'.repeat(32)));
    const form = birthForm(demoCatalogue());
    const old = { owner: form.owner, submitter: form.owner, authorisation: '', note: '' };
    const fixed = { ...form, owner: { ...form.owner, name: 'Đặng Thị Hằng' } };
    const fresh = { ...old, owner: fixed.owner, submitter: fixed.owner };
    const made = await sealer.seal(ward, 'dossier-1', 'dossier-received', fresh);
    const by = { catalogue: demoCatalogue(), ward: demoWard(), nowMs: nowMs + 60_000, actor: 'lan' };
    const wish = { form: fixed, reason: 'Sai tên', approvedBy: 'hoa' };
    const judged = { ...by, role: 'reception', persons: old } as const;
    const done = await correctDossier(db, writing, 'dossier-1', wish, judged, {
      ...made,
      tokens: ['a'.repeat(32)],
    });
    expect(done.ok || done.error).toBe(true);
    const state = (await db.dossiers.get('dossier-1'))?.state;
    const key = await db.keys.get(state?.persons?.keyId ?? '');
    if (!state?.persons) throw new Error('sealed');
    const opened = await sealer.open(
      ward,
      'dossier-1',
      'dossier-received',
      state.persons,
      key,
      receivedPersonsSchema,
    );
    expect(opened?.owner.name).toBe('Đặng Thị Hằng');
    expect([state.correction, state.tokens]).toEqual([1, ['a'.repeat(32)]]);
  });
});
