import { sha256Hex } from '../basics/bytes.ts';

/** What a device signs (Ed25519) for each request to the level above. */
export type SignedRequest = {
  readonly method: string;
  readonly path: string;
  readonly device: string;
  /** The device's clock, UTC ISO. Told, not judged: a wrong clock never blocks a device. */
  readonly time: string;
  /** 128 random bits in hex; a repeated one is refused. */
  readonly nonce: string;
  /** SHA-256 (hex) of the body as sent, after compression. */
  readonly bodySha256: string;
};

/** The exact text that is signed: seven lines joined by `\n`, the first naming the purpose. */
export function requestToSign(request: SignedRequest): string {
  const { method, path, device, time, nonce, bodySha256 } = request;
  return ['motcua-request-v1', method, path, device, time, nonce, bodySha256].join('\n');
}

/** The end of one epoch, as its device vouches for it. */
export type Checkpoint = {
  readonly ward: string;
  readonly device: string;
  readonly epoch: string;
  readonly seq: number;
  readonly hash: string;
};

/** The exact text of a checkpoint that is signed. */
export function checkpointToSign(point: Checkpoint): string {
  return ['motcua-checkpoint-v1', point.ward, point.device, point.epoch, String(point.seq), point.hash].join(
    '\n',
  );
}

/** A checkpoint as it stands in a journal file or a push: `#` and JSON; `sig` is base64. */
export function encodeCheckpoint(point: Checkpoint, sig: string): string {
  const { ward, device, epoch, seq, hash } = point;
  return `#${JSON.stringify({ ward, device, epoch, seq, hash, sig })}`;
}

/** Reads a checkpoint line; null when it is none. */
export function parseCheckpoint(line: string): (Checkpoint & { readonly sig: string }) | null {
  if (!line.startsWith('#')) return null;
  try {
    const value: unknown = JSON.parse(line.slice(1));
    return isCheckpoint(value) ? value : null;
  } catch {
    return null;
  }
}

/** Short form of a key or text for people: the first 16 hex digits of its SHA-256. */
export function fingerprint(text: string): string {
  return sha256Hex(text).slice(0, 16);
}

function isCheckpoint(value: unknown): value is Checkpoint & { readonly sig: string } {
  if (typeof value !== 'object' || value === null) return false;
  const point = value as Record<string, unknown>;
  const texts = ['ward', 'device', 'epoch', 'hash', 'sig'].every((key) => typeof point[key] === 'string');
  return texts && Number.isInteger(point['seq']);
}
