// The ciphers of the file for the stick, over what both programs on Node bring: WebCrypto, base64 and gzip.
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Ciphers for a file. Keys, salts and sealed texts are base64, nonces hex. */
export type UsbCrypto = {
  readonly random: (bytes: number) => string;
  readonly hexOf: (base64: string) => string;
  /** AES-256-GCM, the tag behind; `packed`: the text is packed by gzip before. */
  readonly seal: (
    key: string,
    nonce: string,
    bound: string,
    text: string,
    packed: boolean,
  ) => Promise<string>;
  /** Null for a wrong key, another binding or changed bytes. */
  readonly open: (
    key: string,
    nonce: string,
    bound: string,
    sealed: string,
    packed: boolean,
  ) => Promise<string | null>;
  /** HKDF-SHA-256 of a 32-byte key, 32 bytes. */
  readonly derive: (key: string, salt: string, purpose: string) => Promise<string>;
  /** PBKDF2-HMAC-SHA-256, 32 bytes. */
  readonly stretch: (passphrase: string, salt: string, rounds: number) => Promise<string>;
};

type Bytes = Uint8Array<ArrayBuffer>;
type AesGcm = { readonly name: 'AES-GCM'; readonly iv: Bytes; readonly additionalData: Bytes };
type Derivation =
  | { readonly name: 'HKDF'; readonly hash: 'SHA-256'; readonly salt: Bytes; readonly info: Bytes }
  | { readonly name: 'PBKDF2'; readonly hash: 'SHA-256'; readonly salt: Bytes; readonly iterations: number };

/** What is used of WebCrypto's `SubtleCrypto`, which this room's compiler does not know. */
type Subtle<Key> = {
  importKey(
    format: 'raw',
    key: Bytes,
    name: 'AES-GCM' | 'HKDF' | 'PBKDF2',
    extractable: false,
    uses: ('encrypt' | 'decrypt' | 'deriveBits')[],
  ): Promise<Key>;
  encrypt(algorithm: AesGcm, key: Key, plain: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: AesGcm, key: Key, sealed: Bytes): Promise<ArrayBuffer>;
  deriveBits(algorithm: Derivation, key: Key, bits: number): Promise<ArrayBuffer>;
};

/** What a program brings. */
export type UsbPlatform<Key> = {
  readonly subtle: Subtle<Key>;
  readonly random: (bytes: number) => Uint8Array;
  readonly ofBase64: (text: string) => Uint8Array;
  readonly toBase64: (bytes: Uint8Array) => string;
  readonly ofUtf8: (bytes: Uint8Array) => string;
  readonly gzip: (bytes: Uint8Array) => Uint8Array;
  /** Throws for bytes that are no gzip or unpack to more than `mostBytes`. */
  readonly gunzip: (bytes: Uint8Array, mostBytes: number) => Uint8Array;
};

/** No frame is larger once it is unpacked; a file that says otherwise is no file of ours. */
const UNPACKED_BYTES = 8_000_000;
const KEY_BITS = 256;

/** The ciphers over a program's own platform. */
export function createUsbCrypto<Key>(platform: UsbPlatform<Key>): UsbCrypto {
  const { subtle, toBase64, ofUtf8 } = platform;
  // A copy: bytes of a pool may stand in a larger buffer than they are.
  const bytesOf = (base64: string): Bytes => concatBytes(platform.ofBase64(base64)) as Bytes;
  const utf8 = (text: string): Bytes => utf8ToBytes(text) as Bytes;
  const aes = (nonce: string, bound: string): AesGcm => ({
    name: 'AES-GCM',
    iv: hexToBytes(nonce) as Bytes,
    additionalData: utf8(bound),
  });
  const bits = async (secret: Bytes, algorithm: Derivation): Promise<string> => {
    const key = await subtle.importKey('raw', secret, algorithm.name, false, ['deriveBits']);
    return toBase64(new Uint8Array(await subtle.deriveBits(algorithm, key, KEY_BITS)));
  };
  return {
    random: (bytes) => toBase64(platform.random(bytes)),
    hexOf: (base64) => bytesToHex(platform.ofBase64(base64)),
    seal: async (key, nonce, bound, text, packed) => {
      const by = await subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt']);
      const plain = packed ? (concatBytes(platform.gzip(utf8(text))) as Bytes) : utf8(text);
      return toBase64(new Uint8Array(await subtle.encrypt(aes(nonce, bound), by, plain)));
    },
    open: async (key, nonce, bound, sealed, packed) => {
      try {
        const by = await subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['decrypt']);
        const plain = new Uint8Array(await subtle.decrypt(aes(nonce, bound), by, bytesOf(sealed)));
        return ofUtf8(packed ? platform.gunzip(plain, UNPACKED_BYTES) : plain);
      } catch {
        return null; // a wrong key and changed bytes look the same, as they should
      }
    },
    derive: (key, salt, purpose) =>
      bits(bytesOf(key), { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(salt), info: utf8(purpose) }),
    stretch: (passphrase, salt, iterations) =>
      bits(utf8(passphrase), { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations }),
  };
}
