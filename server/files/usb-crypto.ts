// The platform's ciphers for the file on the stick.
import { createCipheriv, createDecipheriv, hkdfSync, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { UsbCrypto } from '../../shared/sync/usb/usb-file.ts';

const TAG_BYTES = 16;
/** No frame is larger once it is unpacked; a file that says otherwise is no file of ours. */
const UNPACKED_BYTES = 8_000_000;

const stretched = promisify(pbkdf2);

/** Node's ciphers. */
export const usbCrypto: UsbCrypto = {
  random: (bytes) => randomBytes(bytes).toString('base64'),
  seal: (key, nonce, bound, text, packed) => {
    const cipher = createCipheriv('aes-256-gcm', bytesOf(key), Buffer.from(nonce, 'hex'));
    cipher.setAAD(Buffer.from(bound));
    const plain = packed ? gzipSync(text) : Buffer.from(text);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
  },
  open: (key, nonce, bound, sealed, packed) => {
    try {
      const bytes = bytesOf(sealed);
      const decipher = createDecipheriv('aes-256-gcm', bytesOf(key), Buffer.from(nonce, 'hex'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(bound));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
      return (packed ? gunzipSync(plain, { maxOutputLength: UNPACKED_BYTES }) : plain).toString('utf8');
    } catch {
      return null; // a wrong key and changed bytes look the same, as they should
    }
  },
  derive: (key, salt, purpose) =>
    Buffer.from(hkdfSync('sha256', bytesOf(key), bytesOf(salt), purpose, 32)).toString('base64'),
  stretch: async (passphrase, salt, rounds) =>
    (await stretched(passphrase, bytesOf(salt), rounds, 32, 'sha256')).toString('base64'),
};

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
