import { sha256Hex, utf8Length } from '../basics/bytes.ts';
import { ok, err } from '../basics/result.ts';
import type { Result } from '../basics/result.ts';

/** Personal fields, AES-256-GCM under the subject's key; `ward‖subject‖type` is the additional data; iv and ct are base64. */
export type Sealed = { readonly keyId: string; readonly iv: string; readonly ct: string };

/** One fact as it happened. Keys stand in this order in the bytes, for ever. */
export type EventEnvelope = {
  /** Version of the body's shape for this type. */
  readonly v: number;
  readonly ward: string;
  readonly device: string;
  readonly epoch: string;
  /** Dense from 0 within (device, epoch). */
  readonly seq: number;
  /** Hash of seq − 1, or 64 zeros at 0. */
  readonly prev: string;
  readonly hlc: string;
  /** The device's own clock, UTC ISO; honest, not trusted. */
  readonly wall: string;
  readonly type: string;
  readonly subject: string;
  /** Heads of the subject that the actor saw. */
  readonly parents: readonly string[];
  readonly actor: string | null;
  readonly body: unknown;
  readonly sealed: Sealed | null;
};

/** An event together with the exact line it came from. */
export type LoggedEvent = { readonly event: EventEnvelope; readonly hash: string; readonly line: string };

/** Why a line is not an event. */
export type LineRefusal = { readonly code: 'line-too-long' | 'line-malformed' | 'line-hash-wrong' };

/** `prev` of the first event of an epoch. */
export const NO_HASH = '0'.repeat(64);

/** Longest event line in bytes; longer text is refused at its field, files are attachments. */
export const LINE_LIMIT_BYTES = 65_536;

const HASH_LENGTH = 64;
/** 1 at the codes of the digits of a hash; twice as fast to look up as a pattern is to match. */
const HEX_CODES = Uint8Array.from({ length: 128 }, (_, code) =>
  Number('0123456789abcdef'.includes(String.fromCharCode(code))),
);
const HLC = /^\d{13}-[0-9a-f]{4}$/;
const MOST_PARENTS = 64;
const SURROGATE_PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * Writes an event's line, once; from here on only the bytes are kept and passed on.
 * @param digestOf lower-case hex SHA-256 of a text, where the platform has a faster one
 */
export function encodeEvent(
  event: EventEnvelope,
  digestOf: (text: string) => string = sha256Hex,
): LoggedEvent {
  const { v, ward, device, epoch, seq, prev, hlc, wall, type, subject, parents, actor, body, sealed } = event;
  const json = JSON.stringify({
    v,
    ward,
    device,
    epoch,
    seq,
    prev,
    hlc,
    wall,
    type,
    subject,
    parents,
    actor,
    body,
    sealed,
  });
  const digest = digestOf(json);
  return { event, hash: digest, line: `${digest} ${json}` };
}

/**
 * Reads a line (without its newline) and proves its hash; body shapes are not looked at here, so unknown types pass.
 * @param digestOf lower-case hex SHA-256 of a text, where the platform has a faster one
 */
export function parseLine(
  line: string,
  digestOf: (text: string) => string = sha256Hex,
): Result<LoggedEvent, LineRefusal> {
  if (isTooLong(line)) return err({ code: 'line-too-long' });
  const digest = line.slice(0, 64);
  if (line[64] !== ' ') return err({ code: 'line-malformed' });
  const json = line.slice(65);
  // What equals a digest is written as one; only what does not is looked at for why.
  if (digestOf(json) !== digest) return err({ code: isHash(digest) ? 'line-hash-wrong' : 'line-malformed' });
  const event = envelopeOf(json);
  return event ? ok({ event, hash: digest, line }) : err({ code: 'line-malformed' });
}

/** Whether a line is longer than an event may be. UTF-8 takes 1 to 3 bytes per UTF-16 unit, so most need no counting. */
export function isTooLong(line: string): boolean {
  if (line.length * 3 <= LINE_LIMIT_BYTES) return false;
  return line.length > LINE_LIMIT_BYTES || utf8Length(line) > LINE_LIMIT_BYTES;
}

function envelopeOf(json: string): EventEnvelope | null {
  try {
    return readEnvelope(JSON.parse(json));
  } catch {
    return null;
  }
}

/**
 * The envelope in a parsed JSON value, null where a field is missing or has another shape. Every line that is taken comes
 * through here, so it is written out by hand; keys it does not know are left out of the event and stay in the line.
 */
function readEnvelope(value: unknown): EventEnvelope | null {
  if (!isRecord(value)) return null;
  const { v, ward, device, epoch, seq, prev, hlc, wall, type, subject, parents, actor, body } = value;
  if (!isCount(v, 1) || !isCount(seq, 0)) return null;
  if (!isName(ward) || !isPlace(device) || !isPlace(epoch) || !isName(type) || !isName(subject)) return null;
  if (!isHash(prev) || !isHashes(parents)) return null;
  if (typeof hlc !== 'string' || !HLC.test(hlc)) return null;
  if (typeof wall !== 'string' || !fits(wall, 40)) return null;
  if (actor !== null && (typeof actor !== 'string' || !fits(actor, 120))) return null;
  const sealed = value.sealed === null ? null : readSealed(value.sealed);
  if (sealed === undefined || body === undefined) return null;
  return { v, ward, device, epoch, seq, prev, hlc, wall, type, subject, parents, actor, body, sealed };
}

function readSealed(value: unknown): Sealed | undefined {
  if (!isRecord(value)) return undefined;
  const { keyId, iv, ct } = value;
  return isName(keyId) && typeof iv === 'string' && typeof ct === 'string' ? { keyId, iv, ct } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && fits(value, 120);
}

/** A name that can be half of a vector's key. */
function isPlace(value: unknown): value is string {
  return isName(value) && !value.includes('/');
}

/** Whether a text has at most so many characters, counted as code points; few are long enough in UTF-16 to need counting. */
function fits(text: string, most: number): boolean {
  if (text.length <= most || text.length > 2 * most) return text.length <= most;
  return text.length - (text.match(SURROGATE_PAIRS)?.length ?? 0) <= most;
}

function isHash(value: unknown): value is string {
  if (typeof value !== 'string' || value.length !== HASH_LENGTH) return false;
  let all = 1;
  for (let at = 0; at < HASH_LENGTH; at += 1) all &= HEX_CODES[value.charCodeAt(at)] ?? 0;
  return all === 1;
}

function isHashes(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= MOST_PARENTS && value.every(isHash);
}
