// The file that carries a journal on a stick where no line does [S14]: its shapes, what is bound and what is signed.
import { z } from 'zod';
import { sha256Hex } from '../../basics/bytes.ts';
import { vectorSchema, wrappedKeySchema } from '../messages.ts';

/** Version of the file; a reader refuses a higher one. */
export const USB_VERSION = 1;

/** Rounds of PBKDF2-HMAC-SHA-256 over an export passphrase (OWASP, 2023). */
export const USB_ROUNDS = 600_000;

/** Most event lines, and most bytes of lines, of one frame: a torn file loses no more than one. */
export const FRAME_LINES = 500;
export const FRAME_BYTES = 400_000;

const base64 = z.string().max(400);

const lockSchema = z.discriminatedUnion('kind', [
  /** Opens with the ward key. */
  z.object({ kind: z.literal('ward-key'), salt: base64, iv: base64, ct: base64 }),
  /** Opens with the passphrase that the export showed once. */
  z.object({
    kind: z.literal('passphrase'),
    salt: base64,
    rounds: z.int().min(100_000).max(10_000_000),
    iv: base64,
    ct: base64,
  }),
  /** Opens with the key that the file it answers carried inside. */
  z.object({ kind: z.literal('reply'), salt: base64, iv: base64, ct: base64, answers: z.string().max(60) }),
]);

/** One way to the key of a file's content. */
export type UsbLock = z.infer<typeof lockSchema>;

/** First line of a file, in clear: who wrote it, for which ward, and who can open it. Nothing of a person. */
export const usbHeadSchema = z.object({
  format: z.literal('motcua-usb'),
  version: z.int(),
  ward: z.string().min(1).max(120),
  device: z.string().min(1).max(120),
  /** Random, 32 hex digits. */
  file: z.string().regex(/^[0-9a-f]{32}$/),
  /** By the writer's clock, UTC ISO; told, not judged. */
  madeAt: z.string().max(40),
  /** Base64 SPKI of the key that signed the frames. */
  publicKey: z.string().min(40).max(200),
  locks: z.array(lockSchema).min(1).max(4),
});

/** First line of a file. */
export type UsbHead = z.infer<typeof usbHeadSchema>;

/** Each further line: one sealed and signed part, in order from 0; the last one says so. */
export const usbFrameSchema = z.object({
  frame: z.int().min(0),
  last: z.boolean(),
  ct: z.string(),
  sig: z.string().max(120),
});

/** One sealed and signed part of a file. */
export type UsbFrame = z.infer<typeof usbFrameSchema>;

/** What the first frame says of the whole. */
const aboutSchema = z.object({
  /** What the writer holds durably; the receiver answers with what lies beyond. */
  held: vectorSchema,
  lines: z.int().min(0),
  keys: z.int().min(0),
  /** Level that writes, e.g. `district`; null for a desk. `held` of a level is its acknowledgement. */
  level: z.string().max(60).nullable(),
  /** Key (base64) under which the answer to this file is sealed; null in an answer. */
  replyKey: z.string().max(60).nullable(),
});

/** What a frame holds once it is open: lines as they stand in the journal (checkpoints too), and wrapped keys. */
export const usbContentSchema = z.object({
  about: aboutSchema.nullable(),
  lines: z.array(z.string()).max(2 * FRAME_LINES),
  keys: z.array(wrappedKeySchema).max(2 * FRAME_LINES),
});

/** What a frame holds once it is open. */
export type UsbContent = z.infer<typeof usbContentSchema>;

/** What the first frame says of the whole. */
export type UsbAbout = z.infer<typeof aboutSchema>;

/** Why a file is not taken; nothing of it is kept then. */
export type UsbRefusal = {
  readonly code:
    | 'usb-not-ours'
    | 'usb-newer'
    | 'usb-ward-wrong'
    | 'usb-empty'
    | 'usb-key-wrong'
    | 'usb-passphrase-missing'
    | 'usb-passphrase-wrong'
    | 'usb-damaged'
    | 'usb-signature-wrong'
    | 'usb-device-unknown';
  readonly detail?: string;
};

/** What is bound to each sealed part: a part of another file, of another place or under another head does not open. */
export function frameBinding(headLine: string, frame: number, last: boolean): string {
  return ['motcua-usb-frame-v1', sha256Hex(headLine), String(frame), last ? 'last' : 'more'].join('\n');
}

/** What is bound to the sealed key of the content: the file and the lock. */
export function lockBinding(ward: string, file: string, kind: UsbLock['kind']): string {
  return ['motcua-usb-lock-v1', ward, file, kind].join('\n');
}

/** The exact text that the device signs for a frame. `before`: the signature of the frame before it, empty for the first. */
export function frameToSign(headLine: string, frame: Omit<UsbFrame, 'sig'>, before: string): string {
  const place = `${frame.frame} ${frame.last ? 'last' : 'more'}`;
  return ['motcua-usb-v1', sha256Hex(headLine), place, sha256Hex(frame.ct), before].join('\n');
}

/** Nonce of a frame: its number; the key of the content is random and of one file. 24 hex digits. */
export function frameNonce(frame: number): string {
  return frame.toString(16).padStart(24, '0');
}
