import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { prepareReception } from '../../../shared/decide/reception.ts';
import { receivedPersonsSchema, returnedPersonsSchema } from '../../../shared/event/dossier-facts.ts';
import { NO_HASH, parseLine } from '../../../shared/event/envelope.ts';
import { HLC_START } from '../../../shared/event/hlc.ts';
import { placeFacts, writeEvents } from '../../../renderer/db/append.ts';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { receive } from '../../../renderer/db/dossier-acts.ts';
import { admitPulled, heldVector, linesOf, rebuildIfFoldsChanged } from '../../../renderer/db/exchange.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { highestSeen, highestTaken, keepGrant, leftIn } from '../../../renderer/db/supplies.ts';
import { issue } from '../../../renderer/db/hall/issue-ticket.ts';
import { callNext, callOne, finish } from '../../../renderer/db/ticket-acts.ts';
import { actingOn } from '../../support/dossiers/act-on-dossier.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import { birthForm, demoCatalogue, demoWard } from '../../support/demo.ts';

const ward = 'thach-ban';
const nowMs = Date.UTC(2026, 5, 5, 1, 20);
const day = '2026-06-05';
const writing = { ward, actor: 'lan', nowMs };
const act = actingOn(writing);
let databases = 0;

async function openedDesk(epoch = 'epoch-1'): Promise<DeskDatabase> {
  const db = new DeskDatabase(`desk-${(databases += 1)}`);
  await db.meta.bulkPut([
    { key: 'epoch', device: 'd1', epoch, ordinal: 0, slot: 1, tenancy: 't'.repeat(32), next: null },
  ]);
  const fact: NewFact = {
    type: 'epoch-opened',
    subject: `epoch:${epoch}`,
    parents: [],
    sealed: null,
    body: { publicKey: 'k', reason: 'first', previous: [] },
  };
  const logged = placeFacts(
    { ward, device: 'd1', epoch },
    { head: { held: 0, hash: NO_HASH }, hlc: HLC_START },
    [fact],
    { actor: null, nowMs },
  );
  if ('code' in logged) throw new Error(logged.code);
  await db.transaction('rw', db.tables, () => writeEvents(db, logged));
  return db;
}

const wish = (n: number) => ({
  ticketId: `ticket-${n}`,
  fieldId: 'ho-tich',
  series: 'B',
  procedureCode: null,
  priority: null,
});

async function issued(db: DeskDatabase, count: number): Promise<void> {
  await keepGrant(db, writing, `ticket/${day}/B`, { from: 1, to: 50 });
  for (let n = 1; n <= count; n += 1) expect((await issue(db, writing, wish(n), false)).ok).toBe(true);
}

describe('one transaction', () => {
  it('[J1] writes journal, head, number and projection together', async () => {
    const db = await openedDesk();
    await issued(db, 2);
    expect((await db.tickets.toArray()).map((row) => row.state?.number)).toEqual(['B001', 'B002']);
    expect(await heldVector(db)).toEqual({ 'd1/epoch-1': 4 });
    expect(await leftIn(db, `ticket/${day}/B`)).toBe(48);
    const range = { from: 1, to: 499 };
    expect(await highestSeen(db, `ticket/${day}/B`, range)).toBe(2);
    expect(await highestTaken(db, `ticket/${day}/B`, range)).toBe(50);
  });

  it('[J2] the lines in the storage are a whole chain', async () => {
    const db = await openedDesk();
    await issued(db, 3);
    const lines = await linesOf(db, { device: 'd1', epoch: 'epoch-1', from: 0, to: 99 }, 99);
    const hashes = lines.map((line) => {
      const parsed = parseLine(line);
      return parsed.ok ? [parsed.value.event.prev, parsed.value.hash] : [];
    });
    hashes.slice(1).forEach(([prev], index) => expect(prev).toBe(hashes[index]?.[1]));
    expect(lines).toHaveLength(5);
  });

  it('[J1] a refused act writes nothing', async () => {
    const db = await openedDesk();
    expect(await callNext(db, writing, 'q1', ['B'])).toEqual({ ok: false, error: { code: 'queue-empty' } });
    expect(await heldVector(db)).toEqual({ 'd1/epoch-1': 1 });
  });

  it('[N4] an act without numbers says so, and alone goes on under its own letters', async () => {
    const db = await openedDesk();
    expect(await issue(db, writing, wish(1), false)).toEqual({ ok: false, error: { code: 'supply-empty' } });
    expect((await issue(db, writing, wish(1), true)).ok).toBe(true);
    expect((await db.tickets.toArray())[0]?.state?.number).toBe('BX001');
  });

  it('[J5] a storage emptied behind our back is noticed, not refilled', async () => {
    const db = await openedDesk();
    await db.meta.clear();
    expect(await issue(db, writing, wish(1), true)).toEqual({
      ok: false,
      error: { code: 'storage-vanished' },
    });
    expect(await db.events.count()).toBe(1);
  });

  it('[P11] one counter serves one ticket at a time', async () => {
    const db = await openedDesk();
    await issued(db, 2);
    expect((await callNext(db, writing, 'q2', ['B'])).ok).toBe(true);
    expect(await callNext(db, writing, 'q2', ['B'])).toEqual({
      ok: false,
      error: { code: 'counter-busy', number: 'B001' },
    });
    expect((await callOne(db, writing, 'ticket-2', 'q2')).ok).toBe(false);
    expect((await callOne(db, writing, 'ticket-1', 'q2')).ok).toBe(true);
    expect((await finish(db, writing, 'ticket-1', 'served')).ok).toBe(true);
    expect((await callNext(db, writing, 'q2', ['B'])).ok).toBe(true);
  });
});

describe('dossiers', () => {
  const prepared = () => {
    const outcome = prepareReception(
      birthForm(demoCatalogue()),
      { catalogue: demoCatalogue(), ward: demoWard(), nowMs },
      { name: 'Lan', role: 'reception' },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.value;
  };
  const wardKey = btoa('k'.repeat(32));

  it('[J4] [U06] the same form sent twice is one dossier, its persons sealed', async () => {
    const db = await openedDesk();
    const sealer = createSealer();
    await sealer.setWardKey(wardKey);
    const seal = await sealer.seal(ward, 'dossier-0001', 'dossier-received', prepared().persons);
    await keepGrant(db, writing, `dossier/${day}`, { from: 1, to: 20 });
    const act = () => receive(db, writing, 'H26.19.05', 'dossier-0001', prepared(), seal, false);
    const [first, second] = [await act(), await act()];
    expect([first.ok, second.ok && second.value.logged.length]).toEqual([true, 0]);
    const row = await db.dossiers.get('dossier-0001');
    expect(row?.state?.code).toBe('H26.19.05-260605-0001');
    const lines = await linesOf(db, { device: 'd1', epoch: 'epoch-1', from: 0, to: 99 }, 99);
    expect(lines.join('\n')).not.toMatch(/Đặng|001185012345|0912345678/);
    const key = await db.keys.get(row?.state?.persons?.keyId ?? '');
    if (!row?.state?.persons) throw new Error('persons are sealed into the dossier');
    expect(
      await sealer.open(
        ward,
        'dossier-0001',
        'dossier-received',
        row.state.persons,
        key,
        receivedPersonsSchema,
      ),
    ).toEqual(prepared().persons);
    expect(
      await sealer.open(
        ward,
        'dossier-0002',
        'dossier-received',
        row.state.persons,
        key,
        receivedPersonsSchema,
      ),
    ).toBeNull();
    await sealer.setWardKey(null);
    expect(
      await sealer.open(
        ward,
        'dossier-0001',
        'dossier-received',
        row.state.persons,
        key,
        receivedPersonsSchema,
      ),
    ).toBeNull();
  });

  it('[N01] a step out of turn is refused with the state it stands in', async () => {
    const db = await openedDesk();
    const sealer = createSealer();
    await sealer.setWardKey(wardKey);
    const seal = await sealer.seal(ward, 'dossier-0001', 'dossier-received', prepared().persons);
    await receive(db, writing, 'H26.19.05', 'dossier-0001', prepared(), seal, true);
    expect((await db.dossiers.get('dossier-0001'))?.state?.code).toBe('TAM-M1-260605-1');
    expect((await act(db, 'dossier-0001', { act: 'hand-over', to: 'Văn phòng' })).ok).toBe(true);
    expect(await act(db, 'dossier-0001', { act: 'hand-over', to: 'Văn phòng' })).toEqual({
      ok: false,
      error: { code: 'dossier-step-wrong', status: 'handed-over', wanted: 'hand-over' },
    });
    expect((await act(db, 'dossier-0001', { act: 'release', resultNo: '12/KS' })).ok).toBe(true);
  });

  it('[U06] [D12] who received the result stands sealed in the dossier, beside how it was given', async () => {
    const db = await openedDesk();
    const sealer = createSealer();
    await sealer.setWardKey(wardKey);
    const id = 'dossier-0001';
    const seal = await sealer.seal(ward, id, 'dossier-received', prepared().persons);
    await receive(db, writing, 'H26.19.05', id, prepared(), seal, true);
    await act(db, id, { act: 'release', resultNo: '12/KS' });
    const who = { receiver: 'Trần Văn Bình', idNumber: '001185012345' };
    const form = { method: 'post', slipTakenBack: false, receiverIsSubmitter: false } as const;
    const receiverSeal = await sealer.seal(ward, id, 'dossier-returned', who);
    expect((await act(db, id, { act: 'give-back', ...form }, receiverSeal)).ok).toBe(true);
    const state = (await db.dossiers.get(id))?.state;
    expect(state).toMatchObject({ status: 'returned-by-post', returnedBy: form });
    if (!state?.receiver) throw new Error('the receiver is sealed into the dossier');
    const key = await db.keys.get(state.receiver.keyId);
    const { receiver } = state;
    expect(await sealer.open(ward, id, 'dossier-returned', receiver, key, returnedPersonsSchema)).toEqual(
      who,
    );
    expect(await sealer.open(ward, id, 'dossier-returned', receiver, key, receivedPersonsSchema)).toBeNull();
  });
});

describe('exchange', () => {
  it('[J3] [V1] pulled lines make the same projections as the storage that wrote them, in any batches', async () => {
    const one = await openedDesk();
    await issued(one, 6);
    await callNext(one, writing, 'q2', ['B']);
    const lines = await linesOf(one, { device: 'd1', epoch: 'epoch-1', from: 0, to: 99 }, 99);
    const two = new DeskDatabase(`desk-${(databases += 1)}`);
    await admitPulled(two, ward, lines.slice(0, 4));
    await admitPulled(two, ward, lines);
    expect(await two.tickets.toArray()).toEqual(await one.tickets.toArray());
    expect(await heldVector(two)).toEqual(await heldVector(one));
  });

  it('[J5] a storage that is brought lines of its own epoch is an older copy of itself: it leaves the epoch and its numbers', async () => {
    const [one, copy] = [await openedDesk(), await openedDesk()];
    await issued(one, 2);
    const lines = await linesOf(one, { device: 'd1', epoch: 'epoch-1', from: 0, to: 99 }, 99);
    expect(await admitPulled(copy, ward, lines.slice(0, 1))).toMatchObject({ fresh: 0, left: null });
    expect(await admitPulled(copy, ward, lines)).toMatchObject({ fresh: 3, left: 'd1/epoch-1' });
    expect(await copy.meta.bulkGet(['epoch', 'left'])).toEqual([
      undefined,
      { key: 'left', reason: 'restored' },
    ]);
    expect(await issue(copy, writing, wish(9), false)).toEqual({
      ok: false,
      error: { code: 'storage-vanished' },
    });
  });

  it('[V4] projections of other folds are built anew from the journal', async () => {
    const db = await openedDesk();
    await issued(db, 3);
    const before = await db.tickets.toArray();
    await db.tickets.clear();
    await db.meta.put({ key: 'folds', value: 'older' });
    expect(await rebuildIfFoldsChanged(db)).toBe(true);
    expect(await db.tickets.toArray()).toEqual(before);
    expect(await rebuildIfFoldsChanged(db)).toBe(false);
  });
});
