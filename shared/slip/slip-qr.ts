// A receipt slip's own QR, signed by the office (Ed25519): whoever holds the office's public key verifies it with no server.
import { z } from 'zod';
import { assert } from '../basics/assert.ts';
import { err, ok } from '../basics/result.ts';
import { isRealDay, parseInstant, wardDay, wardParts } from '../basics/time.ts';
import { isUnitCode } from '../law/ids/agency-code.ts';
import { parseDossierCode } from '../law/ids/dossier-code.ts';
import { parseProcedureCode } from '../law/ids/procedure-code.ts';
import { fingerprint } from '../sync/signing.ts';
import type { Result } from '../basics/result.ts';

/** What the slip says and the office vouches for; no personal data. */
export type SlipFacts = {
  /** Official or provisional dossier code. */
  readonly code: string;
  readonly procedure: string;
  /** Both to the minute on the ward's clock, `YYYY-MM-DDTHH:MM`, as the slip prints them. */
  readonly received: string;
  readonly due: string;
  /** Whole đồng; null while an amount is still to be decided. */
  readonly fee: number | null;
  /** Agency code of the office. */
  readonly office: string;
  /** Which key signed, as `slipKeyId` names it. */
  readonly keyId: string;
};

const short = z.string().max(60);

/** The shape of a slip's facts; whether a slip can say them tells `isSlipFacts`. */
export const slipFactsSchema = z.object({
  code: short,
  procedure: short,
  received: short,
  due: short,
  fee: z.int().min(0).nullable(),
  office: short,
  keyId: short,
});

/** A slip's code as read; nothing is proven before its signature is. */
export type SlipQr = {
  readonly facts: SlipFacts;
  readonly signature: Uint8Array<ArrayBuffer>;
};

/** The scanned text is not a slip's code that can be relied on. */
export type SlipQrRefusal =
  | { readonly code: 'slip-qr-foreign' }
  /** Of a later version of the program. */
  | { readonly code: 'slip-qr-newer'; readonly version: number }
  | { readonly code: 'slip-qr-damaged'; readonly field: keyof SlipFacts | 'layout' | 'signature' }
  | { readonly code: 'slip-qr-key-unknown'; readonly keyId: string }
  /** The signature does not fit: something on the slip was changed, or the office never issued it. */
  | { readonly code: 'slip-qr-forged' };

const VERSION = 1;
const SIGNATURE_BYTES = 64;
/** Of the QR code's alphanumeric set, so that the code stays small, and in none of the fields. */
const SEPARATOR = '*';
const NO_FEE_YET = '-';
const FIELDS = ['code', 'procedure', 'received', 'due', 'fee', 'office', 'keyId'] as const;

/** The minute that a slip prints, on the ward's clock. Throws on what is no instant. */
export function slipMinute(instant: string): string {
  const ms = parseInstant(instant);
  assert(ms !== null, `not an instant: ${instant}`);
  const { hour, minute } = wardParts(ms);
  return `${wardDay(ms)}T${two(hour)}:${two(minute)}`;
}

/** Name of a key in slip codes: its fingerprint in capitals, 16 hex digits. @param publicKey SPKI in base64, as at the enrolment */
export function slipKeyId(publicKey: string): string {
  return fingerprint(publicKey).toUpperCase();
}

/** The exact text that the office signs: eight lines joined by `\n`, the first naming the purpose. Facts that no slip can have are a bug. */
export function slipToSign(facts: SlipFacts): string {
  return [`motcua-slip-v${VERSION}`, ...fieldsOf(facts)].join('\n');
}

/** The text of the QR code: version, facts and signature, all in the alphanumeric set. */
export function encodeSlipQr(facts: SlipFacts, signature: Uint8Array): string {
  assert(signature.length === SIGNATURE_BYTES, 'an Ed25519 signature has 64 bytes');
  return [`MCS${VERSION}`, ...fieldsOf(facts), toBase32(signature)].join(SEPARATOR);
}

/** Reads a slip's code. Only the one way of writing it is accepted, so that what is verified is what was read. */
export function parseSlipQr(text: string): Result<SlipQr, SlipQrRefusal> {
  const [mark = '', ...parts] = text
    .replace(/[\uFEFF\r\n]/g, '')
    .trim()
    .split(SEPARATOR);
  const version = /^MCS(\d{1,3})$/.exec(mark)?.[1];
  if (version === undefined) return err({ code: 'slip-qr-foreign' });
  if (Number(version) !== VERSION) return err({ code: 'slip-qr-newer', version: Number(version) });
  const [code, procedure, received, due, fee, office, keyId, signed, ...more] = parts;
  if (signed === undefined || more.length > 0) return err({ code: 'slip-qr-damaged', field: 'layout' });
  const fields = { code, procedure, received, due, fee, office, keyId } as Readonly<
    Record<keyof SlipFacts, string>
  >;
  const wrong = FIELDS.find((field) => !CHECKS[field](fields[field]));
  if (wrong !== undefined) return err({ code: 'slip-qr-damaged', field: wrong });
  const signature = fromBase32(signed);
  if (signature?.length !== SIGNATURE_BYTES) return err({ code: 'slip-qr-damaged', field: 'signature' });
  const facts = { ...fields, fee: fields.fee === NO_FEE_YET ? null : Number(fields.fee) };
  return ok({ facts, signature });
}

/** What verifying needs; the primitive is WebCrypto's or Node's Ed25519. */
export type SlipVerifier<Key> = {
  /** The public key of an id, undefined when it is not held. */
  readonly keyOf: (keyId: string) => Key | undefined;
  readonly verify: (key: Key, signature: Uint8Array<ArrayBuffer>, text: string) => Promise<boolean>;
};

/** Reads and verifies a slip's code with keys at hand: no server, no network. */
export async function verifySlipQr<Key>(
  text: string,
  { keyOf, verify }: SlipVerifier<Key>,
): Promise<Result<SlipFacts, SlipQrRefusal>> {
  const read = parseSlipQr(text);
  if (!read.ok) return read;
  const { facts, signature } = read.value;
  const key = keyOf(facts.keyId);
  if (key === undefined) return err({ code: 'slip-qr-key-unknown', keyId: facts.keyId });
  return (await verify(key, signature, slipToSign(facts))) ? ok(facts) : err({ code: 'slip-qr-forged' });
}

const CHECKS: Readonly<Record<keyof SlipFacts, (text: string) => boolean>> = {
  code: (text) => {
    const parsed = parseDossierCode(text);
    return parsed.ok && parsed.value.code === text;
  },
  procedure: (text) => {
    const parsed = parseProcedureCode(text);
    return parsed.ok && parsed.value.code === text;
  },
  received: isMinute,
  due: isMinute,
  fee: (text) => text === NO_FEE_YET || /^(0|[1-9]\d{0,14})$/.test(text),
  office: isUnitCode,
  keyId: (text) => /^[0-9A-F]{16}$/.test(text),
};

/** Whether a slip can say this; what cannot stand in the code is not signed. */
export function isSlipFacts(facts: SlipFacts): boolean {
  return FIELDS.every((field) => CHECKS[field](factText(facts, field)));
}

function factText(facts: SlipFacts, field: keyof SlipFacts): string {
  const value = facts[field];
  return value === null ? NO_FEE_YET : String(value);
}

function fieldsOf(facts: SlipFacts): readonly string[] {
  return FIELDS.map((field) => {
    const text = factText(facts, field);
    assert(CHECKS[field](text), `no slip says ${field} ${text}`);
    return text;
  });
}

function isMinute(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isRealDay(text.slice(0, 10));
}

/** RFC 4648 without padding: its letters are in the alphanumeric set of QR codes. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function toBase32(bytes: Uint8Array): string {
  let [text, bits, value] = ['', 0, 0];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >>> bits) & 31] ?? '';
    }
  }
  return bits === 0 ? text : text + (BASE32[(value << (5 - bits)) & 31] ?? '');
}

/** Null for anything that `toBase32` does not write. */
function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let [at, bits, value] = [0, 0, 0];
  for (const sign of text) {
    const five = BASE32.indexOf(sign);
    if (five < 0) return null;
    value = ((value << 5) | five) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (value >>> bits) & 0xff;
    at += 1;
  }
  return toBase32(bytes) === text ? bytes : null;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
