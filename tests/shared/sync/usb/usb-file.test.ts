// The file for the stick [S14]: what is whole comes through, everything else is refused with its reason.
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSigned, usbCrypto } from '../../../../electron/host/usb/usb-crypto.ts';
import { linesOfContents, usbContents } from '../../../../shared/sync/usb/usb-contents.ts';
import { openUsbFile, parseUsbFile, writeUsbFile } from '../../../../shared/sync/usb/usb-file.ts';
import type { UsbSecrets } from '../../../../shared/sync/usb/usb-file.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const writer = {
  ward: 'thach-ban',
  device: 'd1-0011223344556677',
  madeAt: '2026-06-05T01:20:00.000Z',
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  file: '00112233445566778899aabbccddeeff',
  sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64'),
};
const wardKey = Buffer.alloc(32, 7).toString('base64');
const secrets: UsbSecrets = { wardKey, passphrase: null };
const quick = {
  ...usbCrypto,
  stretch: (word: string, salt: string) =>
    usbCrypto.derive(Buffer.from(word.padEnd(32)).toString('base64'), salt, 'test'),
};
const about = { held: { 'd1/e1': 3 }, level: null, replyKey: Buffer.alloc(32, 9).toString('base64') };
const key = { keyId: 'k1', subject: 'dossier-1', iv: 'aXY=', ct: 'Y3Q=' };

function fileOf(lines: readonly string[], readers: Parameters<typeof writeUsbFile>[1] = { wardKey }) {
  return writeUsbFile(writer, readers, usbContents(about, lines, [key]), quick);
}

async function read(text: string, with_: UsbSecrets = secrets, ward = 'thach-ban') {
  const parsed = parseUsbFile(text, ward);
  if (!parsed.ok) return { code: parsed.error.code };
  const opened = await openUsbFile(parsed.value, with_, quick, isSigned);
  if (!opened.ok) return { code: opened.error.code };
  const { contents, by } = opened.value;
  return {
    by,
    torn: parsed.value.torn,
    lines: linesOfContents(contents).events,
    keys: contents.flatMap(({ keys }) => keys),
  };
}

const many = Array.from({ length: 1300 }, (_, n) => `${'a'.repeat(64)} {"seq":${n}}`);

describe('the file for the stick', () => {
  it('[USB1] brings every line and key back in order, by the ward key or by the passphrase', async () => {
    const text = await fileOf(many, { wardKey, passphrase: 'K7QM-2XWD-9FHT-AAAA' });
    expect(await read(text)).toEqual({ by: 'ward-key', torn: false, lines: many, keys: [key] });
    const typed = { wardKey: null, passphrase: ' k7qm 2xwd9fht-aaaa ' };
    expect(await read(text, typed)).toMatchObject({ by: 'passphrase', lines: many });
  });

  it('[USB2] says which way in is missing or wrong, and of which ward it is', async () => {
    const both = await fileOf(many, { wardKey, passphrase: 'K7QM' });
    const foreign = Buffer.alloc(32, 8).toString('base64');
    expect(await read(both, { wardKey: foreign, passphrase: null })).toEqual({
      code: 'usb-passphrase-missing',
    });
    expect(await read(both, { wardKey: null, passphrase: 'K7QN' })).toEqual({ code: 'usb-passphrase-wrong' });
    expect(await read(await fileOf(many), { wardKey: foreign, passphrase: 'K7QM' })).toEqual({
      code: 'usb-key-wrong',
    });
    expect(await read(both, secrets, 'long-bien')).toEqual({ code: 'usb-ward-wrong' });
    expect(await read('not ours\n')).toEqual({ code: 'usb-not-ours' });
    expect(await read('{"format":"motcua-usb","version":2}\n')).toEqual({ code: 'usb-newer' });
  });

  it('[USB3] a torn file gives the frames that are whole, wherever it was torn', async () => {
    const text = await fileOf(many);
    const head = text.indexOf('\n') + 1;
    const first = text.indexOf('\n', head) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length - 1 }), fc.boolean(), async (at, zeros) => {
        const torn = text.slice(0, at) + (zeros ? '\0'.repeat(37) : '');
        const got = await read(torn);
        const codes =
          at < head - 1
            ? ['usb-not-ours', 'usb-damaged', 'usb-empty']
            : at < first
              ? ['usb-empty']
              : [undefined];
        expect(codes).toContain(got.code);
        expect(got.lines ?? []).toEqual(many.slice(0, got.lines?.length ?? 0));
      }),
      { numRuns: 60, seed: 20260605 },
    );
  });

  it('[USB4] one changed byte, a swapped, doubled or missing frame refuses the file whole', async () => {
    const text = await fileOf(many);
    const lines = text.split('\n');
    const swap = (a: number, b: number) =>
      lines.map((line, at) => (at === a ? lines[b] : at === b ? lines[a] : line)).join('\n');
    expect(await read(swap(2, 3))).toHaveProperty('code', 'usb-damaged');
    expect(await read(lines.filter((_, at) => at !== 2).join('\n'))).toHaveProperty('code', 'usb-damaged');
    expect(await read(`${text}${lines[2]}\n`)).toHaveProperty('code', 'usb-damaged');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length - 2 }), async (at) => {
        const changed = text[at] === 'A' ? 'B' : 'A';
        if (text[at] === '\n') return;
        const got = await read(text.slice(0, at) + changed + text.slice(at + 1));
        expect(got.code).toMatch(/^usb-(not-ours|newer|ward-wrong|damaged|signature-wrong|key-wrong|empty)$/);
      }),
      { numRuns: 80, seed: 20260606 },
    );
  });

  it('[USB5] an answer opens only with the key that the asked file carried', async () => {
    const reply = { key: about.replyKey, answers: writer.file };
    const text = await fileOf(many, { reply });
    expect(await read(text)).toEqual({ code: 'usb-key-wrong' });
    const replyKey = (answers: string) => (answers === writer.file ? about.replyKey : null);
    expect(await read(text, { ...secrets, replyKey })).toMatchObject({ by: 'reply', lines: many });
  });

  it('[USB1] never shows a line or a key id in clear', async () => {
    const text = await fileOf(['secret-of-the-line']);
    expect(text).not.toContain('secret-of-the-line');
    expect(text).not.toContain('dossier-1');
  });
});
