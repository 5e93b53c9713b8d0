import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/basics/result.ts';
import { deskSlip, isCodeText, isSlipText } from '../../../renderer/store/find/desk-slip.ts';
import { readScannedCode, readScannedSlip } from '../../../renderer/store/find/scanned-slip.ts';
import { ladderOf, downCount } from '../../../renderer/screens/outage/ladder-facts.ts';
import type { SlipFacts, SlipQrRefusal } from '../../../shared/slip/slip-qr.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { HostHello, HostStatus } from '../../../shared/bridge.ts';

const said: SlipFacts = {
  code: 'H26.19.05-260605-0001',
  procedure: '1.001193',
  received: '2026-06-05T15:20',
  due: '2026-06-12T17:00',
  fee: 8000,
  office: 'H26.19.05',
  keyId: 'A00579FB9F411E66',
};

const dossier = {
  id: 'dossier-1',
  code: said.code,
  correction: 0,
  procedure: { code: said.procedure, name: '' },
  receivedAt: '2026-06-05T08:20:00.000Z',
  firstDueAt: '2026-06-12T10:00:00.000Z',
  fees: [],
} as unknown as Dossier;

function verdictOf(answer: Result<SlipFacts, SlipQrRefusal>, found: Dossier | null, text = 'MCS1*X') {
  const hello = { ward: { unitCode: 'H26.19.05' } } as unknown as HostHello;
  return readScannedSlip(
    {
      host: { hello: () => hello } as never,
      reads: { slipSays: () => Promise.resolve(answer), dossierOf: () => Promise.resolve(found) },
    },
    text,
  );
}

describe('a scanned slip', () => {
  it('[R10] says clearly what it is: genuine, outdated, of another ward, forged, unknown, not here', async () => {
    expect(await verdictOf(ok(said), dossier)).toMatchObject({
      verdict: 'genuine',
      dossier: { id: 'dossier-1' },
    });
    const corrected = { ...dossier, correction: 1, procedure: { code: '1.000689', name: '' } } as Dossier;
    expect(await verdictOf(ok(said), corrected)).toMatchObject({ verdict: 'superseded' });
    expect(await verdictOf(ok({ ...said, office: 'H26.19.06' }), dossier)).toMatchObject({
      verdict: 'other-ward',
    });
    expect(await verdictOf(ok(said), null)).toMatchObject({ verdict: 'not-here' });
    expect(await verdictOf(err({ code: 'slip-qr-forged' }), dossier)).toMatchObject({
      verdict: 'forged',
      dossier: null,
    });
    const unknown = err({ code: 'slip-qr-key-unknown', keyId: 'A' } as const);
    const text = (office: string) => `MCS1*code*proc*r*d*fee*${office}*key*sig`;
    expect(await verdictOf(unknown, null, text('H26.19.05'))).toMatchObject({ verdict: 'unknown-key' });
    expect(await verdictOf(unknown, null, text('H01.02.03'))).toMatchObject({ verdict: 'other-ward' });
  });
});

describe('bars scanned at the desk', () => {
  it('[R10] name a dossier and prove nothing; those of another ward, of none and no slip at all are told apart', async () => {
    const reads = (found: Dossier | null) => ({
      host: { hello: () => ({ ward: { unitCode: said.office } }) } as never,
      reads: { slipSays: () => Promise.reject(new Error()), dossierOf: () => Promise.resolve(found) },
    });
    const of = async (text: string, found: Dossier | null = null) =>
      (await readScannedCode(reads(found), text)).verdict;
    expect(await of(said.code, dossier)).toBe('named');
    expect(await of(said.code)).toBe('code-unknown');
    expect(await of('H26.99.01-261122-0001')).toBe('other-ward');
    expect(await of('8934567890123')).toBe('unread');
    expect(['H26.99.01-261122-0001', 'TAM-Q1-260605-3', '8934567890123', 'Lê Văn'].map(isCodeText)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a slip scanned at the desk', () => {
  it('[R10] one that a correction replaced says so and names its dossier; the later of two is told; none without a clerk', async () => {
    const corrected = { ...dossier, correction: 1, procedure: { code: '1.000689', name: '' } } as Dossier;
    const told: (string | null)[] = [];
    let clerk: { readonly id: string } | null = { id: 'lan' };
    const answers: Record<string, Dossier | null> = { 'MCS1*OLD': corrected, 'MCS1*NOT': null };
    const { takeSlip, dropSlip } = deskSlip(
      {
        host: { hello: () => ({ ward: { unitCode: said.office } }) } as never,
        reads: {
          slipSays: (text: string) => Promise.resolve(ok({ ...said, code: text })),
          dossierOf: (code: string) => Promise.resolve(answers[code] ?? null),
        },
        session: { getState: () => ({ clerk }) as never },
      },
      ({ scanned }) => told.push(scanned?.verdict ?? null),
    );
    expect(isSlipText('mcs1*OLD')).toBe(true);
    expect(isSlipText('Nguyễn Thị MCS')).toBe(false);
    expect(await takeSlip(' MCS1*OLD ')).toMatchObject({
      verdict: 'superseded',
      dossier: { id: 'dossier-1' },
    });
    expect(told).toEqual([null, 'superseded']);
    const [first, second] = await Promise.all([takeSlip('MCS1*OLD'), takeSlip('MCS1*NOT')]);
    expect([first, second?.verdict]).toEqual([null, 'not-here']);
    dropSlip();
    expect(told.at(-1)).toBe(null);
    clerk = null;
    expect(await takeSlip('MCS1*OLD')).toBe(null);
  });
});

describe('the levels of an outage', () => {
  const status = (more: Partial<HostStatus['district']> = {}, printers: HostStatus['printers'] = []) =>
    ({
      district: { state: 'online', since: 't0', stopped: {}, fault: null, clockAheadMs: 0, ...more },
      host: { held: {}, journalFault: null },
      disk: { freeBytes: 1e10, level: 'fine' },
      printers,
    }) as unknown as HostStatus;
  const facts = { hostUp: true, hostSince: 't9', clock: null, space: null, began: {} };

  it('[S06] [S16] tell since when each is down, and never call a refused batch well', () => {
    const of = (given: HostStatus) =>
      Object.fromEntries(ladderOf({ ...facts, status: given }).map((one) => [one.level, one]));
    expect(of(status())['line']).toMatchObject({ state: 'ok' });
    expect(of(status({ state: 'offline', fault: 'district-unreachable' }))['line']).toMatchObject({
      state: 'down',
      since: 't0',
    });
    expect(of(status({ stopped: { 'd1/e1': 'line-forked' } }))['line']).toMatchObject({
      state: 'warn',
      why: 'stopped',
    });
    expect(of(status({ state: 'refused', fault: 'district-refused' }))['line']).toMatchObject({
      state: 'down',
      why: 'refused',
    });
    const away = ladderOf({ ...facts, hostUp: false, status: status() });
    expect(away.find(({ level }) => level === 'host')).toMatchObject({ state: 'down', since: 't9' });
    expect(away.find(({ level }) => level === 'line')).toMatchObject({ state: 'unknown' });
    expect(downCount(away)).toBe(2);
  });
});
