// What this computer must keep to itself: the ward key and the device's signing key.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { slipToSign } from '../../../shared/slip/slip-qr.ts';
import {
  checkpointToSign,
  encodeCheckpoint,
  fingerprint,
  requestToSign,
} from '../../../shared/sync/signing.ts';
import { makeFolder, readText, replaceFile } from '../files.ts';
import type { KeyObject } from 'node:crypto';
import type { SlipFacts } from '../../../shared/slip/slip-qr.ts';
import type { Checkpoint, SignedRequest } from '../../../shared/sync/signing.ts';

/** The operating system's store, where a shell can reach it (Electron's safeStorage). */
export type SecretStore = {
  readonly protect: (plain: string) => Promise<Buffer>;
  readonly reveal: (cipher: Buffer) => Promise<string>;
};

/** Where a secret rests. */
export type SecretPlace = 'system-store' | 'file';

/** The device's signing key. */
export type Signer = {
  /** base64 SPKI */
  readonly publicKey: string;
  /** Ed25519 signature of a request, base64. */
  readonly signRequest: (request: SignedRequest) => string;
  /** Ed25519 signature of a slip's facts, base64. */
  readonly signSlip: (facts: SlipFacts) => string;
  /** Ed25519 signature of a frame of a file for the stick, base64 [S14]. */
  readonly signFrame: (text: string) => string;
  /** The checkpoint line of a head. */
  readonly signCheckpoint: (point: Checkpoint) => string;
};

/** The ward key, once there is one. */
export type WardKeyKeeper = {
  /** base64 of 32 bytes, or null while this device has none. */
  readonly key: () => string | null;
  readonly place: () => SecretPlace | 'none';
  /** Makes the ward's key unless there is one; durable when it resolves. */
  readonly make: () => Promise<void>;
  /** Keeps a key brought from the ward's recovery sheet; false when this device has one already. */
  readonly take: (wardKey: string) => Promise<boolean>;
};

const secretSchema = z.object({ place: z.enum(['system-store', 'file']), value: z.string() });

/** Opens the device's signing key, made at first use. */
export async function openSigner(folder: string, store: SecretStore | null): Promise<Signer> {
  const path = join(folder, 'secrets', 'device-key');
  const held = await readSecret(path, store);
  const pem =
    held?.value ??
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  if (!held) await writeSecret(path, pem, store);
  const key = createPrivateKey(pem);
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    signRequest: (request) => signed(requestToSign(request), key),
    signSlip: (facts) => signed(slipToSign(facts), key),
    signFrame: (text) => signed(text, key),
    signCheckpoint: (point) => encodeCheckpoint(point, signed(checkpointToSign(point), key)),
  };
}

/** Opens the ward key's place; the key may not be there yet. */
export async function openWardKey(folder: string, store: SecretStore | null): Promise<WardKeyKeeper> {
  const path = join(folder, 'secrets', 'ward-key');
  let held = await readSecret(path, store);
  let making: Promise<Secret> | null = null;
  return {
    key: () => held?.value ?? null,
    place: () => held?.place ?? 'none',
    make: async () => {
      if (held) return;
      // Two clerks at once must not make two keys.
      making ??= writeSecret(path, randomBytes(32).toString('base64'), store);
      held = await making.finally(() => {
        making = null;
      });
    },
    take: async (wardKey) => {
      if (held || making) return false;
      making = writeSecret(path, wardKey, store);
      held = await making.finally(() => {
        making = null;
      });
      return true;
    },
  };
}

/**
 * The ward key as people can copy it from paper: 14 groups of 4 letters and digits (Crockford's base 32, no I L O U), the
 * last group a check over the others.
 */
export function recoveryWords(wardKey: string): { readonly words: string; readonly fingerprint: string } {
  const bytes = Buffer.from(wardKey, 'base64');
  const check = createHash('sha256').update(bytes).digest().subarray(0, 3);
  const groups = `${base32(bytes)}${base32(check).slice(0, 4)}`.match(/.{1,4}/g) ?? [];
  return { words: groups.join(' '), fingerprint: fingerprint(wardKey) };
}

/** Reads the words of a recovery sheet back, as people type them (any case, spaces or dashes, O for 0, I or L for 1); null when the check is wrong. */
export function wardKeyOf(words: string): string | null {
  const typed = words.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const bits = Array.from(typed.slice(0, KEY_LETTERS), (letter) => LETTERS.indexOf(letter))
    .map((value) => (value < 0 ? '' : value.toString(2).padStart(5, '0')))
    .join('');
  const bytes = Buffer.from(
    (bits.slice(0, 256).match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)),
  );
  const key = bytes.toString('base64');
  return bytes.length === 32 && recoveryWords(key).words.replaceAll(' ', '') === typed ? key : null;
}

/** Letters and digits that cannot be taken for one another (Crockford). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 256 bits in letters of five bits. */
const KEY_LETTERS = 52;

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('');
}

function signed(text: string, key: KeyObject): string {
  return sign(null, Buffer.from(text), key).toString('base64');
}

type Secret = { readonly place: SecretPlace; readonly value: string };

async function readSecret(path: string, store: SecretStore | null): Promise<Secret | null> {
  const text = await readText(path);
  if (text === null) return null;
  const { place, value } = secretSchema.parse(JSON.parse(text));
  if (place === 'file') return { place, value };
  if (!store) throw new Error('secret-store-away');
  return { place, value: await store.reveal(Buffer.from(value, 'base64')) };
}

async function writeSecret(path: string, value: string, store: SecretStore | null): Promise<Secret> {
  await makeFolder(join(path, '..'), 0o700);
  const place: SecretPlace = store ? 'system-store' : 'file';
  const kept = store ? (await store.protect(value)).toString('base64') : value;
  await replaceFile(path, `${JSON.stringify({ place, value: kept })}\n`, 0o600);
  return { place, value };
}
