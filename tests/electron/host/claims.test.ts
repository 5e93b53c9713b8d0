// Who may go on in an epoch: copies of storages, retries after crashes, books that were lost or put back.
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../electron/host/journal/host-journal.ts';
import { createClaims } from '../../../electron/host/numbers/claims.ts';
import { openEpochBook } from '../../../electron/host/numbers/epochs.ts';
import { openLeaseBook } from '../../../electron/host/numbers/leases.ts';
import { parseLine } from '../../../shared/event/envelope.ts';
import { temporaryFolder } from '../../support/district.ts';
import { lineChain } from '../../support/events.ts';
import type { Claims } from '../../../electron/host/numbers/claims.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { LineChain } from '../../support/events.ts';

const [T0, T1, T2, T3] = ['0', '1', '2', '3'].map((digit) => digit.repeat(32)) as [
  string,
  string,
  string,
  string,
];
const EPOCH = 'epoch-0001';
const DEVICE = 'd1-test';
const WARD = 'thach-ban';
const KEY = `${DEVICE}/${EPOCH}`;
const DAY = new Date(Date.UTC(2026, 5, 5, 1));
const works: (() => unknown)[] = [];

afterEach(async () => {
  for (const work of works.splice(0).reverse()) await work();
});

/** The parts of a host that answer claims, on a folder of their own; `district` is what the level above said last. */
async function machineOn(dir: string) {
  const isOwn = (device: string) => device === DEVICE;
  const journal = await openJournal({
    folder: join(dir, 'journal'),
    ward: WARD,
    log: () => undefined,
    isOwn,
    signsFor: () => false,
    sign: () => '',
  });
  const epochs = await openEpochBook(dir, isOwn);
  for (const key of Object.keys(journal.held())) {
    const [device = '', epoch = ''] = key.split('/');
    const [line = ''] = await journal.read({ device, epoch, from: 0, to: 1 }, 1);
    const parsed = parseLine(line);
    if (parsed.ok) epochs.observe(parsed.value.event);
  }
  const leases = await openLeaseBook(dir, () => DAY, epochs.count());
  const district = { held: {}, stopped: {} } as {
    -readonly [K in 'held' | 'stopped']: HostStatus['district'][K];
  };
  const claims = createClaims({
    epochs,
    journal,
    isOwn,
    district: () => district as HostStatus['district'],
    districtHeard: Promise.resolve(),
  });
  const lease = (epoch: string, namespace = 'ticket/2026-06-05/A') =>
    leases.lease({ epoch, namespace, highest: 0, role: 'all', slot: 1 });
  return { claims, journal, epochs, lease, district };
}

type Shown = { readonly tenancy: string; readonly next: string; readonly join?: boolean };

/** A page of a storage that holds a chain. */
function pageAt(claims: Claims, chain: LineChain, page: object = {}) {
  return {
    page,
    claim: (shown: Shown, held = chain.lines().length) => {
      const headHash = chain.lines()[held - 1]?.slice(0, 64) ?? '';
      return claims.claim(page, { epoch: EPOCH, held, headHash, join: false, ...shown });
    },
    refusal: () => claims.refusal(page, EPOCH),
    gone: () => claims.gone(page),
  };
}

async function opened() {
  const folder = temporaryFolder();
  works.push(folder.remove);
  const machine = await machineOn(folder.path);
  const chain = lineChain({ device: DEVICE, epoch: EPOCH });
  chain.fill(4);
  const first = pageAt(machine.claims, chain);
  expect(await machine.claims.open(first.page, { epoch: EPOCH, tenancy: T0 })).toMatchObject({ ok: true });
  await machine.journal.append(chain.lines());
  return { ...machine, dir: folder.path, chain, first };
}

describe('claims', () => {
  it('[J11] the storage that was here goes on, its secret changes with each first window, further windows join', async () => {
    const { claims, chain, first } = await opened();
    first.gone();
    const again = pageAt(claims, chain);
    expect(await again.claim({ tenancy: T0, next: T1 })).toBe('yours');
    const second = pageAt(claims, chain);
    expect(await second.claim({ tenancy: T1, next: T1, join: true })).toBe('yours');
    expect(second.refusal()).toBeNull();
    again.gone();
    second.gone();
    expect(await pageAt(claims, chain).claim({ tenancy: T1, next: T2 })).toBe('yours');
  });

  it('[J11] a copy made before the last start shows an old secret, also after a restart of the host', async () => {
    const { dir, claims, chain, first } = await opened();
    first.gone();
    const original = pageAt(claims, chain);
    expect(await original.claim({ tenancy: T0, next: T1 })).toBe('yours');
    original.gone();
    expect(await pageAt(claims, chain).claim({ tenancy: T0, next: T2 })).toBe('copied');
    const later = await machineOn(dir);
    expect(await pageAt(later.claims, chain).claim({ tenancy: T0, next: T2 })).toBe('copied');
    expect(await pageAt(later.claims, chain).claim({ tenancy: T1, next: T2 })).toBe('yours');
  });

  it('[J11] a copy of the running storage finds the epoch held; it gets no numbers of it', async () => {
    const { claims, chain, first } = await opened();
    const copy = pageAt(claims, chain);
    expect(await copy.claim({ tenancy: T0, next: T1 })).toBe('copied');
    expect([copy.refusal(), first.refusal()]).toEqual([{ code: 'epoch-not-claimed' }, null]);
    first.gone();
    expect(first.refusal()).toEqual({ code: 'epoch-not-claimed' });
    expect(claims.refusal(first.page, 'epoch-9999')).toEqual({ code: 'epoch-unknown' });
  });

  it('[J11] a page that is loaded anew may be heard before its old self is gone', async () => {
    const { claims, chain, first } = await opened();
    const claim = pageAt(claims, chain).claim({ tenancy: T0, next: T1 });
    setTimeout(first.gone, 100);
    expect(await claim).toBe('yours');
  });

  it('[J11] a claim whose answer was lost is granted again; of two copies of it only one', async () => {
    const { claims, chain, first } = await opened();
    first.gone();
    const lost = pageAt(claims, chain);
    expect(await lost.claim({ tenancy: T0, next: T1 })).toBe('yours');
    lost.gone();
    const retry = pageAt(claims, chain);
    expect(await retry.claim({ tenancy: T0, next: T1 })).toBe('yours');
    // What was written down beside the old one may stand in a copy too: so it is changed once more at once.
    expect(await retry.claim({ tenancy: T1, next: T2 })).toBe('yours');
    retry.gone();
    expect(await pageAt(claims, chain).claim({ tenancy: T0, next: T1 })).toBe('copied');
    expect(await pageAt(claims, chain).claim({ tenancy: T2, next: T3 })).toBe('yours');
  });

  it('[J11] a storage that is short or holds other events does not go on', async () => {
    const { claims, chain, first } = await opened();
    first.gone();
    expect(await pageAt(claims, chain).claim({ tenancy: T0, next: T1 }, 3)).toBe('behind');
    const other = lineChain({ device: 'x', epoch: EPOCH, startMs: 1 });
    other.fill(3);
    expect(await pageAt(claims, other).claim({ tenancy: T0, next: T1 })).toBe('forked');
    expect(await pageAt(claims, chain).claim({ tenancy: 'f'.repeat(32), next: T1 })).toBe('unknown');
    const unheard = { epoch: 'epoch-9999', held: 1, headHash: T0 + T0, tenancy: T0, next: T1, join: false };
    expect(await claims.claim({}, unheard)).toBe('unknown');
  });

  it('[J11] what only the district holds of an epoch, or will not take of it, is told too', async () => {
    const { claims, chain, first, district } = await opened();
    first.gone();
    district.held = { [KEY]: 8 };
    expect(await pageAt(claims, chain).claim({ tenancy: T0, next: T1 })).toBe('behind');
    district.held = { [KEY]: 5 };
    district.stopped = { [KEY]: 'line-forked' };
    expect(await pageAt(claims, chain).claim({ tenancy: T0, next: T1 })).toBe('forked');
    district.stopped = {};
    expect(await pageAt(claims, chain).claim({ tenancy: T0, next: T1 })).toBe('yours');
  });

  it('[J11] a book of epochs that was put back or lost gives no number of an epoch again', async () => {
    const { dir, journal } = await opened();
    const body = { publicKey: 'k', reason: 'cloned', ordinal: 6, previous: [] };
    const elsewhere = lineChain({ device: DEVICE, epoch: 'epoch-0007', opened: body });
    await journal.append(elsewhere.lines());
    for (const text of ['', `${JSON.stringify({ epoch: EPOCH, ordinal: 0 })}\n`]) {
      await writeFile(join(dir, 'epochs.jsonl'), text);
      const { claims } = await machineOn(dir);
      const answer = await claims.open({}, { epoch: `epoch-new${text.length}`, tenancy: T0 });
      expect(answer).toMatchObject({ value: { ordinal: 7 } });
    }
  });

  it('[J11] a new epoch whose answer was lost is given the same number; nobody else gets it', async () => {
    const { claims, first } = await opened();
    expect(await claims.open({}, { epoch: EPOCH, tenancy: T0 })).toMatchObject({
      error: { code: 'epoch-not-claimed' },
    });
    first.gone();
    expect(await claims.open({}, { epoch: EPOCH, tenancy: T1 })).toMatchObject({
      error: { code: 'epoch-not-claimed' },
    });
    expect(await claims.open({}, { epoch: EPOCH, tenancy: T0 })).toEqual({
      ok: true,
      value: { ordinal: 0, known: true },
    });
  });

  it('[N2] a book of grants that is lost is told from a new one: the days it may have forgotten begin higher, others do not', async () => {
    const { dir, lease } = await opened();
    expect(await lease(EPOCH)).toMatchObject({ value: { from: 1, to: 50 } });
    expect(await readFile(join(dir, 'leases.jsonl'), 'utf8')).toContain('"epochsBefore":0');
    await rm(join(dir, 'leases.jsonl'));
    const again = await machineOn(dir);
    expect(await again.lease(EPOCH)).toMatchObject({ value: { from: 51, to: 100 } });
    expect(await again.lease(EPOCH)).toMatchObject({ value: { from: 101 } });
    expect(await again.lease(EPOCH, 'ticket/2026-06-08/A')).toMatchObject({ value: { from: 1 } });
    expect(await (await machineOn(dir)).lease(EPOCH)).toMatchObject({ value: { from: 151 } });
  });

  it('[J11] a torn last row of the book is as if the claim had not been granted', async () => {
    const { dir, chain } = await opened();
    await appendFile(join(dir, 'epochs.jsonl'), `{"epoch":"${EPOCH}","ordinal":0,"tena`);
    const again = await machineOn(dir);
    expect(await pageAt(again.claims, chain).claim({ tenancy: T0, next: T1 })).toBe('yours');
  });
});
