import { randomBytes, webcrypto } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createUsbCrypto } from '../../shared/sync/usb/usb-crypto.ts';

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
