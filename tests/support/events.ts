import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { encodeEvent, NO_HASH } from '../../shared/event/envelope.ts';
import { checkpointToSign, encodeCheckpoint, requestToSign } from '../../shared/sync/signing.ts';
import type { EventEnvelope, LoggedEvent } from '../../shared/event/envelope.ts';

/** A device's signing key for tests; the same seed gives the same key. `publicKey` is base64 SPKI, signatures base64. */
export type TestKeys = { readonly publicKey: string; readonly sign: (text: string) => string };

/** Makes a device key from any text. */
export function deviceKeys(seed: string): TestKeys {
  const secret = createHash('sha256').update(`motcua-test-key ${seed}`).digest();
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({ key: Buffer.concat([prefix, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { publicKey, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64') };
}

/** The parts of an event that a test chooses; the chain fills in the rest. */
export type TestFact = {
  readonly type: string;
  readonly subject: string;
  readonly body: unknown;
  readonly parents?: readonly string[];
  readonly actor?: string | null;
  readonly sealed?: EventEnvelope['sealed'];
  /** Instant of the event, UTC ms; the chain's own clock by default. */
  readonly atMs?: number;
};

/** Who writes a chain. `keys` are needed for checkpoints and stand in its first event. */
export type ChainOwner = {
  readonly ward?: string;
  readonly device?: string;
  readonly epoch?: string;
  readonly keys?: TestKeys;
  readonly startMs?: number;
  /** Body of the first event. */
  readonly opened?: unknown;
};

/** A growing chain of valid lines of one epoch; its first line is `epoch-opened`. */
export type LineChain = {
  /** Writes one more event and gives it back. */
  readonly add: (fact: TestFact) => LoggedEvent;
  /** Writes `count` events of a type no program knows, and gives their lines. */
  readonly fill: (count: number, bytes?: number) => readonly string[];
  /** A signed checkpoint line of the last event. */
  readonly checkpoint: () => string;
  readonly head: () => { readonly seq: number; readonly hash: string };
  /** All lines so far, in order, without checkpoints. */
  readonly lines: () => readonly string[];
};

/** 2026-06-05 08:20 at the ward. */
const TEST_START_MS = Date.UTC(2026, 5, 5, 1, 20);

/** Starts a chain of valid lines. */
export function lineChain(owner: ChainOwner = {}): LineChain {
  const { ward = 'thach-ban', device = 'd1-test', epoch = 'epoch-test', startMs = TEST_START_MS } = owner;
  const keys = owner.keys ?? deviceKeys(device);
  const logged: LoggedEvent[] = [];
  const add = (fact: TestFact): LoggedEvent => {
    const seq = logged.length;
    const atMs = fact.atMs ?? startMs + seq * 1000;
    const next = encodeEvent({
      v: 1,
      ward,
      device,
      epoch,
      seq,
      prev: logged.at(-1)?.hash ?? NO_HASH,
      hlc: `${String(atMs).padStart(13, '0')}-0000`,
      wall: new Date(atMs).toISOString(),
      type: fact.type,
      subject: fact.subject,
      parents: fact.parents ?? [],
      actor: fact.actor ?? null,
      body: fact.body,
      sealed: fact.sealed ?? null,
    });
    logged.push(next);
    return next;
  };
  add({
    type: 'epoch-opened',
    subject: epoch,
    body: owner.opened ?? { publicKey: keys.publicKey, reason: 'first', previous: [] },
  });
  const head = () => ({ seq: logged.length - 1, hash: logged.at(-1)?.hash ?? NO_HASH });
  return {
    add,
    fill: (count, bytes = 200) =>
      Array.from({ length: count }, () => {
        const text = 'ữ'.repeat(Math.ceil(bytes / 3));
        return add({
          type: 'note-of-tomorrow',
          subject: `s-${logged.length}`,
          body: { text, unknown: [1.5, null] },
        }).line;
      }),
    checkpoint: () => {
      const point = { ward, device, epoch, ...head() };
      return encodeCheckpoint(point, keys.sign(checkpointToSign(point)));
    },
    head,
    lines: () => logged.map((event) => event.line),
  };
}

/** The four headers of a signed request over exactly these body bytes. */
export function signedHeaders(
  keys: TestKeys,
  request: { readonly method: string; readonly path: string; readonly device: string; readonly body: Buffer },
  made: { readonly time?: string; readonly nonce: string },
): Record<string, string> {
  const { method, path, device, body } = request;
  const time = made.time ?? '2026-06-05T01:20:00.000Z';
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const text = requestToSign({ method, path, device, time, nonce: made.nonce, bodySha256 });
  return {
    'x-motcua-device': device,
    'x-motcua-time': time,
    'x-motcua-nonce': made.nonce,
    'x-motcua-signature': keys.sign(text),
  };
}
