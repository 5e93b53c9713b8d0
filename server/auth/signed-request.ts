import { createHash, createPublicKey, verify } from 'node:crypto';
import { err, ok } from '../../shared/basics/result.ts';
import { requestToSign } from '../../shared/sync/signing.ts';
import type { KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Result } from '../../shared/basics/result.ts';
import type { Device } from '../db/store.ts';
import type { NonceBook } from './nonces.ts';
import type { Refused } from '../http/route.ts';

/** What is checked: the request line and headers as they came, and the body bytes as sent. */
export type SignedCall = {
  readonly method: string;
  /** Path with its query, as in the request line. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/**
 * The enrolled device that signed this request, or 401. The device's clock is told and signed but never judged:
 * a wrong clock must not cut a desk off. Nonces are remembered only for requests whose signature is right.
 */
export async function signerOf(
  call: SignedCall,
  deviceOf: (device: string) => Promise<Device | null>,
  nonces: NonceBook,
): Promise<Result<Device, Refused>> {
  const told = toldBy(call.headers);
  if (!told) return refused('signature-missing', 'This needs the four x-motcua- headers of a signed request');
  const device = await deviceOf(told.device);
  if (!device) return refused('device-unknown', 'No such device is enrolled here');
  const bodySha256 = createHash('sha256').update(call.body).digest('hex');
  const { method, path } = call;
  const text = requestToSign({
    method,
    path,
    device: told.device,
    time: told.time,
    nonce: told.nonce,
    bodySha256,
  });
  if (!isSignedBy(device.publicKey, text, told.signature)) {
    return refused('signature-wrong', 'The signature does not fit these bytes and this device');
  }
  if (device.revokedAt !== null) return refused('device-revoked', 'This device was shut out');
  if (!nonces.take(device.device, told.nonce))
    return refused('nonce-repeated', 'This request was sent before');
  return ok(device);
}

/** Whether `signature` is the one base64 spelling of an Ed25519 signature of the text under a base64 SPKI key. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = ed25519Key(publicKey);
  const bytes = Buffer.from(signature, 'base64');
  return (
    key !== null && bytes.toString('base64') === signature && verify(null, Buffer.from(text), key, bytes)
  );
}

/** Reads a base64 SPKI Ed25519 public key; null when it is none. */
export function ed25519Key(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

type Told = {
  readonly device: string;
  readonly time: string;
  readonly nonce: string;
  readonly signature: string;
};

function toldBy(headers: IncomingHttpHeaders): Told | null {
  const device = headers['x-motcua-device'];
  const time = headers['x-motcua-time'];
  const nonce = headers['x-motcua-nonce'];
  const signature = headers['x-motcua-signature'];
  if (typeof device !== 'string' || typeof time !== 'string') return null;
  if (typeof nonce !== 'string' || typeof signature !== 'string') return null;
  const shaped = device.length <= 120 && time.length <= 40 && /^[0-9a-f]{32}$/.test(nonce);
  return shaped && signature.length <= 120 ? { device, time, nonce, signature } : null;
}

function refused(code: string, message: string): Result<never, Refused> {
  return err({ status: 401, code, message });
}
