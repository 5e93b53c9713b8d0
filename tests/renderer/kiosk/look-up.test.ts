import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeOf } from '../../../renderer/store/kiosk/look-up.ts';
import { isSurelyScanned } from '../../../renderer/store/kiosk/visit/scanned.ts';
import { encodeSlipQr, slipKeyId, slipToSign, verifySlipQr } from '../../../shared/slip/slip-qr.ts';
import { fillDossiers } from '../../support/dev-page/fill-dossiers.ts';
import { demoWard, openKiosk } from './kiosk-page.ts';
import type { StoreDeps } from '../../../renderer/store/deps.ts';
import type { SlipFacts } from '../../../shared/slip/slip-qr.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY_ID = slipKeyId(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'));

/** The page's reads with a journal that knows this office's key. */
const withKey = ({ reads }: StoreDeps): Partial<StoreDeps> => ({
  reads: {
    ...reads,
    slipSays: (text) =>
      verifySlipQr(text, {
        keyOf: (keyId) => (keyId === KEY_ID ? publicKey : undefined),
        verify: (key, signature, said) => Promise.resolve(verify(null, Buffer.from(said), key, signature)),
      }),
  },
});

const facts = (change: Partial<SlipFacts> = {}): SlipFacts => ({
  code: 'H26.19.05-260605-0001',
  procedure: '1.001193',
  received: '2026-06-05T08:20',
  due: '2026-06-08T17:00',
  fee: null,
  office: 'H26.19.05',
  keyId: KEY_ID,
  ...change,
});

const slip = (said: SlipFacts, signed: SlipFacts = said): string =>
  encodeSlipQr(said, sign(null, Buffer.from(slipToSign(signed)), privateKey));

async function kioskWithDossiers(setup: Parameters<typeof openKiosk>[0] = { deps: withKey }) {
  const page = openKiosk(setup);
  await fillDossiers(page.world, 4);
  page.kiosk().touch();
  page.kiosk().startLookUp();
  return page;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('looking up a dossier at the kiosk', () => {
  it('[E04] [KI1] answers a whole code, its end, and a slip’s signed code, each the same dossier', async () => {
    const page = await kioskWithDossiers();
    for (const text of ['H26.19.05-260605-0001', 'h26.19.05 - 260605-0001', '260605-0001', '2606050001']) {
      await page.kiosk().lookUp(text);
      expect(page.kiosk().answer).toMatchObject({
        kind: 'found',
        proven: false,
        dossier: { code: 'H26.19.05-260605-0001' },
      });
    }
    await page.kiosk().lookUp(slip(facts()));
    expect(page.kiosk().answer).toMatchObject({
      kind: 'found',
      proven: true,
      dossier: { procedure: { name: expect.stringMatching(/./) as unknown } },
    });
  });

  it('[KI2] shows the course of a dossier and nothing by which a person could be known', async () => {
    const page = await kioskWithDossiers();
    await page.kiosk().lookUp('260605-0001');
    const { answer } = page.kiosk();
    expect(answer?.kind === 'found' && Object.keys(answer.dossier).toSorted()).toEqual(
      ['code', 'dueAt', 'procedure', 'receivedAt', 'status'].toSorted(),
    );
    // Codes follow on each other: a typed one does not tell what another person's dossier is about.
    expect(answer).toMatchObject({ dossier: { procedure: { name: '' } } });
    expect(JSON.stringify(page.kiosk())).not.toMatch(/Nguyễn|Trần|persons|token|idNumber/);
  });

  it('[KI2] gives one and the same answer to a code that nobody has and to one that is none', async () => {
    const page = await kioskWithDossiers();
    for (const text of [
      '260605-9999',
      'H26.19.06-260605-0001',
      'xin chào',
      '1',
      '260231-0001',
      '*'.repeat(500),
    ]) {
      await page.kiosk().lookUp(text);
      expect(page.kiosk().answer, text).toEqual({ kind: 'not-here' });
    }
  });

  it('[KI2] says of a slip whether it is forged, foreign, unreadable, or beyond this machine', async () => {
    const page = await kioskWithDossiers();
    const answerTo = async (text: string) => {
      await page.kiosk().lookUp(text);
      return page.kiosk().answer;
    };
    expect(await answerTo(slip(facts({ due: '2026-06-06T17:00' }), facts()))).toEqual({ kind: 'forged' });
    expect(await answerTo(slip(facts({ office: 'H26.19.06' })))).toEqual({ kind: 'foreign' });
    expect(await answerTo(slip(facts()).slice(0, -9))).toEqual({ kind: 'unreadable' });
    expect(await answerTo(slip(facts({ keyId: '0123456789ABCDEF' })))).toEqual({ kind: 'at-counter' });
    expect(await answerTo(slip(facts({ code: 'H26.19.05-260605-0099' })))).toEqual({ kind: 'at-counter' });
  });

  it('[KI2] a machine enrolled as a kiosk holds no dossiers and says so, for every code alike', async () => {
    const asKiosk = (deps: StoreDeps): Partial<StoreDeps> => {
      const hello = deps.host.hello();
      return {
        ...withKey(deps),
        host: { ...deps.host, hello: () => ({ ...hello, device: { ...hello.device, role: 'kiosk' } }) },
      };
    };
    const page = await kioskWithDossiers({ deps: asKiosk });
    for (const text of ['260605-0001', '260605-9999', 'xin chào']) {
      await page.kiosk().lookUp(text);
      expect(page.kiosk().answer).toEqual({ kind: 'at-counter' });
    }
  });

  it('[KI3] what was asked for one person is not shown to the next', async () => {
    const page = await kioskWithDossiers();
    const asked = page.kiosk().lookUp('260605-0001');
    page.kiosk().goHome();
    await asked;
    expect(page.kiosk()).toMatchObject({ step: 'home', typed: '', answer: null, looking: false });
  });

  it('[E04] a scan is looked up from wherever the person is, but not while a ticket is printed', async () => {
    const page = await kioskWithDossiers();
    page.kiosk().startSearch();
    await page.kiosk().lookUp(slip(facts()));
    expect(page.kiosk()).toMatchObject({ step: 'look-up', answer: { kind: 'found' } });
    page.world.control.holdActs(true);
    page.rest(400);
    const taking = page.kiosk().takeTicket('ho-tich', '1.001193');
    await page.kiosk().lookUp(slip(facts()));
    expect(page.kiosk().step).toBe('printing');
    page.world.control.holdActs(false);
    await taking;
    expect(page.kiosk().step).toBe('shown');
  });

  it('[KI1] knows a scanner’s text from what people type', () => {
    expect(['MCS1*x', 'H26.19.05-260605-0001', 'TAM-K1-260605-3'].map(isSurelyScanned)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['khai sinh', '12345', ''].map(isSurelyScanned)).toEqual([false, false, false]);
    expect(codeOf('260605-0001', demoWard.unitCode)).toBe('H26.19.05-260605-0001');
    expect(codeOf('0001', demoWard.unitCode)).toBeNull();
  });
});
