import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  encodeSlipQr,
  parseSlipQr,
  slipKeyId,
  slipMinute,
  slipToSign,
  verifySlipQr,
} from '../../../shared/slip/slip-qr.ts';
import type { SlipFacts } from '../../../shared/slip/slip-qr.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const verify = (key: CryptoKey, signature: Uint8Array<ArrayBuffer>, text: string) =>
  crypto.subtle.verify('Ed25519', key, signature, bytes(text));

const facts: SlipFacts = {
  code: 'H26.19.05-260605-0001',
  procedure: '1.001193',
  received: slipMinute('2026-06-05T08:20:59.999Z'),
  due: slipMinute('2026-06-12T17:00:00+07:00'),
  fee: 21_015_105,
  office: 'H26.19.05',
  keyId: '0123456789ABCDEF',
};

describe('the signed QR of a slip', () => {
  let keys: CryptoKeyPair;
  let text = '';
  let keyOf: (keyId: string) => CryptoKey | undefined;
  let signed: SlipFacts;

  beforeAll(async () => {
    keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const spki = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey)).toString('base64');
    signed = { ...facts, keyId: slipKeyId(spki) };
    text = await issue(signed);
    keyOf = (keyId) => (keyId === signed.keyId ? keys.publicKey : undefined);
  });

  const issue = async (slip: SlipFacts) => {
    const signature = await crypto.subtle.sign('Ed25519', keys.privateKey, bytes(slipToSign(slip)));
    return encodeSlipQr(slip, new Uint8Array(signature));
  };

  it('[R10] [QR1] is verified with the office’s public key alone', async () => {
    expect(await verifySlipQr(text, { keyOf, verify })).toEqual({ ok: true, value: signed });
    expect(await verifySlipQr(`\uFEFF${text}\r\n`, { keyOf, verify })).toMatchObject({ ok: true });
    const open = { ...signed, code: 'TAM-M2X-260605-7', fee: null };
    expect(await verifySlipQr(await issue(open), { keyOf, verify })).toEqual({ ok: true, value: open });
  });

  it('[QR1] signs every fact the slip vouches for, to the minute on the ward’s clock', () => {
    expect(facts).toMatchObject({ received: '2026-06-05T15:20', due: '2026-06-12T17:00' });
    expect(slipToSign(facts)).toBe(
      [
        'motcua-slip-v1',
        'H26.19.05-260605-0001',
        '1.001193',
        '2026-06-05T15:20',
        '2026-06-12T17:00',
        '21015105',
        'H26.19.05',
        '0123456789ABCDEF',
      ].join('\n'),
    );
  });

  it('[R10] [QR1] the example of docs/protocol.md verifies with its key', async () => {
    const document = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
    const section = /## Slip code\n[\s\S]*?`([A-Za-z0-9+/=]{60})`:\n\n```\n(.*)\n```/.exec(document);
    const [, spki = '', example = ''] = section ?? [];
    const key = await crypto.subtle.importKey('spki', Buffer.from(spki, 'base64'), 'Ed25519', true, [
      'verify',
    ]);
    const office = (keyId: string) => (keyId === slipKeyId(spki) ? key : undefined);
    expect(await verifySlipQr(example, { keyOf: office, verify })).toEqual({
      ok: true,
      value: { ...facts, fee: 8000, keyId: 'A00579FB9F411E66' },
    });
  });

  it('[R10] [QR2] one changed sign anywhere, and it is refused', async () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:*';
    for (let at = 0; at < text.length; at += 1) {
      for (const sign of [signs[(at * 7) % signs.length] ?? '', signs[(at * 11 + 3) % signs.length] ?? '']) {
        if (sign === text[at]) continue;
        const changed = `${text.slice(0, at)}${sign}${text.slice(at + 1)}`;
        expect((await verifySlipQr(changed, { keyOf, verify })).ok, changed).toBe(false);
      }
    }
  });

  it('[QR2] a signature has one way to be written', () => {
    for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567') {
      const changed = `${text.slice(0, -1)}${sign}`;
      const error = parseSlipQr(changed);
      expect(error.ok, sign).toBe(changed === text || 'AIQY'.includes(sign));
    }
  });

  it('[QR2] a changed fact is forged, even one that reads well', async () => {
    const forgeries: Partial<SlipFacts>[] = [
      { code: 'H26.19.05-260605-0002' },
      { procedure: '1.001194' },
      { received: '2026-06-05T15:21' },
      { due: '2026-06-11T17:00' },
      { fee: 0 },
      { fee: null },
      { office: 'H26.19.06' },
    ];
    const read = parseSlipQr(text);
    const signature = read.ok ? read.value.signature : new Uint8Array(64);
    for (const change of forgeries) {
      const forged = encodeSlipQr({ ...signed, ...change }, signature);
      expect(await verifySlipQr(forged, { keyOf, verify })).toEqual({
        ok: false,
        error: { code: 'slip-qr-forged' },
      });
    }
    const other = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    expect(await verifySlipQr(text, { keyOf: () => other.publicKey, verify })).toMatchObject({
      error: { code: 'slip-qr-forged' },
    });
    expect(await verifySlipQr(text, { keyOf: () => undefined, verify })).toEqual({
      ok: false,
      error: { code: 'slip-qr-key-unknown', keyId: signed.keyId },
    });
  });

  it('[QR3] what is no slip, newer or damaged is told apart and names the field', () => {
    const error = (other: string) => {
      const read = parseSlipQr(other);
      return read.ok ? null : read.error;
    };
    expect(error('https://example.org/')).toEqual({ code: 'slip-qr-foreign' });
    expect(error('089202017098|352576714|Lê Văn Lương|23052002|Nam|…|31122021')).toEqual({
      code: 'slip-qr-foreign',
    });
    expect(error(text.replace('MCS1', 'MCS2'))).toEqual({ code: 'slip-qr-newer', version: 2 });
    expect(error('MCS1*A')).toEqual({ code: 'slip-qr-damaged', field: 'layout' });
    expect(error(`${text}*X`)).toEqual({ code: 'slip-qr-damaged', field: 'layout' });
    expect(error(text.slice(0, -1))).toEqual({ code: 'slip-qr-damaged', field: 'signature' });
    expect(error(text.replace('2026-06-12', '2026-06-31'))).toEqual({
      code: 'slip-qr-damaged',
      field: 'due',
    });
    expect(error(text.replace('*21015105*', '*021015105*'))).toEqual({
      code: 'slip-qr-damaged',
      field: 'fee',
    });
    expect(error(text.replace('H26.19.05-', 'h26.19.05-'))).toEqual({
      code: 'slip-qr-damaged',
      field: 'code',
    });
    expect(() => slipToSign({ ...facts, fee: 1.5 })).toThrow('Bug');
    expect(() => slipToSign({ ...facts, keyId: 'abc' })).toThrow('Bug');
  });

  it('[QR3] every signature and every sum survives the code', () => {
    const signatures = fc.uint8Array({ minLength: 64, maxLength: 64 });
    const sums = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }));
    fc.assert(
      fc.property(signatures, sums, (signature, fee) => {
        const read = parseSlipQr(encodeSlipQr({ ...facts, fee }, signature));
        expect(read).toEqual({
          ok: true,
          value: { facts: { ...facts, fee }, signature: new Uint8Array(signature) },
        });
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
  });

  it('[QR3] the code is of the alphanumeric set and small enough for a corner of the slip', () => {
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    // Version 8 has 49 modules a side: at 0,5 mm each it takes 25 mm.
    expect(encode(text, { ecc: 'M', border: 0 }).version).toBeLessThanOrEqual(8);
  });
});
