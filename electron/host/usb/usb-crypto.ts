// The platform's ciphers for the file on the stick.
import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  hkdfSync,
  pbkdf2,
  randomBytes,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { UsbCrypto } from '../../../shared/sync/usb/usb-file.ts';

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

/** Whether a signature, in its one base64 spelling, is of an Ed25519 key (base64 SPKI) over a text. */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: bytesOf(publicKey), format: 'der', type: 'spki' });
    const bytes = bytesOf(signature);
    if (bytes.toString('base64') !== signature) return false;
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false;
  }
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
