import { z } from 'zod';
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

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().min(1).max(120);

const envelopeSchema = z.object({
  v: z.int().min(1),
  ward: name,
  device: name.regex(/^[^/]+$/),
  epoch: name.regex(/^[^/]+$/),
  seq: z.int().min(0),
  prev: hash,
  hlc: z.string().regex(/^\d{13}-[0-9a-f]{4}$/),
  wall: z.string().max(40),
  type: name,
  subject: name,
  parents: z.array(hash).max(64),
  actor: z.string().max(120).nullable(),
  body: z.unknown(),
  sealed: z.object({ keyId: name, iv: z.string(), ct: z.string() }).nullable(),
});

/** Writes an event's line, once; from here on only the bytes are kept and passed on. */
export function encodeEvent(event: EventEnvelope): LoggedEvent {
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
  const digest = sha256Hex(json);
  return { event, hash: digest, line: `${digest} ${json}` };
}

/** Reads a line (without its newline) and proves its hash; body shapes are not looked at here, so unknown types pass. */
export function parseLine(
  line: string,
  digestOf: (text: string) => string = sha256Hex,
): Result<LoggedEvent, LineRefusal> {
  // UTF-8 takes at most 3 bytes per UTF-16 unit, so short lines need no counting.
  const mayBeLong = line.length * 3 > LINE_LIMIT_BYTES;
  if (mayBeLong && utf8Length(line) > LINE_LIMIT_BYTES) return err({ code: 'line-too-long' });
  const digest = line.slice(0, 64);
  const json = line.slice(65);
  if (line[64] !== ' ' || !/^[0-9a-f]{64}$/.test(digest)) return err({ code: 'line-malformed' });
  if (digestOf(json) !== digest) return err({ code: 'line-hash-wrong' });
  const event = envelopeOf(json);
  return event ? ok({ event, hash: digest, line }) : err({ code: 'line-malformed' });
}

function envelopeOf(json: string): EventEnvelope | null {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
