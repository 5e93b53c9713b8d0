import { createPublicKey, randomBytes, verify, webcrypto } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createUsbCrypto } from '../../../shared/sync/usb/usb-crypto.ts';

/** The ciphers of the file for the stick, by Node. */
export const usbCrypto = createUsbCrypto({
  subtle: webcrypto.subtle,
  random: randomBytes,
  ofBase64: (text) => Buffer.from(text, 'base64'),
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  ofUtf8: (bytes) => Buffer.from(bytes).toString('utf8'),
  gzip: (bytes) => gzipSync(bytes),
  gunzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
});

/** Whether a signature, in its one base64 spelling, is of an Ed25519 key (base64 SPKI) over a text. */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const bytes = Buffer.from(signature, 'base64');
    if (bytes.toString('base64') !== signature) return false;
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false;
  }
}
