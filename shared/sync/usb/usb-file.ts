// Writing and reading the file for the stick [S14]. Bytes and keys come from outside: this room knows no platform.
import { err, ok } from '../../basics/result.ts';
import {
  frameBinding,
  frameNonce,
  frameToSign,
  lockBinding,
  USB_ROUNDS,
  USB_VERSION,
  usbContentSchema,
  usbFrameSchema,
  usbHeadSchema,
} from './usb-format.ts';
import type { Result } from '../../basics/result.ts';
import type { UsbCrypto } from './usb-crypto.ts';
import type { UsbContent, UsbFrame, UsbHead, UsbLock, UsbRefusal } from './usb-format.ts';

/** What opens a file. */
export type UsbSecrets = {
  readonly wardKey: string | null;
  readonly passphrase: string | null;
  /** Key for the answer to a file that this desk wrote; null where it wrote none of that name. */
  readonly replyKey?: (answers: string) => string | null;
};

/** Who writes. */
type Writer = Pick<UsbHead, 'ward' | 'device' | 'madeAt' | 'publicKey' | 'file'> & {
  readonly sign: (text: string) => string;
};

/** A file for whom: at least one way in. */
export type UsbReaders = {
  readonly wardKey?: string | null;
  readonly passphrase?: string | null;
  readonly reply?: { readonly key: string; readonly answers: string } | null;
};

const PURPOSE = 'motcua-usb-v1';

/** Letters people type stay the same however they write them: any case, spaces and dashes do not matter. */
function usualPassphrase(typed: string): string {
  return typed.normalize('NFC').toUpperCase().replace(/[\s-]/g, '');
}

/** Writes a file, one line for its head and one for each content. @param contents at least one */
export async function writeUsbFile(
  writer: Writer,
  readers: UsbReaders,
  contents: readonly UsbContent[],
  crypto: UsbCrypto,
): Promise<string> {
  const { sign, ...who } = writer;
  const key = crypto.random(32);
  const locks = await locksOf(who, readers, key, crypto);
  const head: UsbHead = { format: 'motcua-usb', version: USB_VERSION, ...who, locks };
  const headLine = JSON.stringify(head);
  const lines = [headLine];
  let before = '';
  for (const [frame, content] of contents.entries()) {
    const last = frame === contents.length - 1;
    const bound = frameBinding(headLine, frame, last);
    const ct = await crypto.seal(key, frameNonce(frame), bound, JSON.stringify(content), true);
    const sig = sign(frameToSign(headLine, { frame, last, ct }, before));
    lines.push(JSON.stringify({ frame, last, ct, sig }));
    before = sig;
  }
  return lines.map((line) => `${line}\n`).join('');
}

async function locksOf(
  { ward, file }: Pick<Writer, 'ward' | 'file'>,
  { wardKey, passphrase, reply }: UsbReaders,
  key: string,
  crypto: UsbCrypto,
): Promise<UsbLock[]> {
  const locks: UsbLock[] = [];
  const lock = async (kind: UsbLock['kind'], under: string) => {
    const iv = crypto.random(12);
    return { iv, ct: await crypto.seal(under, crypto.hexOf(iv), lockBinding(ward, file, kind), key, false) };
  };
  if (wardKey) {
    const salt = crypto.random(16);
    locks.push({
      kind: 'ward-key',
      salt,
      ...(await lock('ward-key', await crypto.derive(wardKey, salt, `${PURPOSE} ward-key`))),
    });
  }
  if (passphrase) {
    const salt = crypto.random(16);
    const under = await crypto.stretch(usualPassphrase(passphrase), salt, USB_ROUNDS);
    locks.push({ kind: 'passphrase', salt, rounds: USB_ROUNDS, ...(await lock('passphrase', under)) });
  }
  if (reply) {
    const salt = crypto.random(16);
    const under = await crypto.derive(reply.key, salt, `${PURPOSE} reply`);
    locks.push({ kind: 'reply', salt, answers: reply.answers, ...(await lock('reply', under)) });
  }
  return locks;
}

/** A file as it lies: its head, the whole lines after it, and whether the last one is missing. */
export type UsbParsed = {
  readonly head: UsbHead;
  readonly headLine: string;
  readonly frames: readonly UsbFrame[];
  /** The end is missing: a stick was pulled, a copy broken off. What is whole can be taken. */
  readonly torn: boolean;
};

/** Reads the lines of a file; what stands torn at its end is left out, what is wrong before it is a refusal. */
export function parseUsbFile(text: string, ward: string): Result<UsbParsed, UsbRefusal> {
  const pieces = text.split('\n');
  const headLine = pieces[0] ?? '';
  const head = readHead(headLine);
  if (!head.ok) return head;
  if (pieces.length === 1) return err({ code: 'usb-empty' });
  if (head.value.ward !== ward) return err({ code: 'usb-ward-wrong', detail: head.value.ward });
  // Behind the last newline stands nothing in a whole file, and a piece of a line in a torn one.
  const rest = pieces.slice(1, -1);
  const frames: UsbFrame[] = [];
  for (const [place, line] of rest.entries()) {
    const frame = readFrame(line);
    const fits = frame !== null && frame.frame === place && !frames.at(-1)?.last;
    if (fits) frames.push(frame);
    // Bytes that never reached the stick come back as zeros; nothing of ours stands behind them.
    else if (place === rest.length - 1 && line.startsWith('\0')) break;
    else return err({ code: 'usb-damaged', detail: `line ${place + 2}` });
  }
  if (frames.length === 0) return err({ code: 'usb-empty' });
  const whole = frames.at(-1)?.last === true;
  if (whole && pieces.at(-1) !== '')
    return err({ code: 'usb-damaged', detail: 'more follows the last frame' });
  return ok({ head: head.value, headLine, frames, torn: !whole });
}

function readHead(line: string): Result<UsbHead, UsbRefusal> {
  const value = readJson(line);
  // Broken off in its very first line: ours, and nothing of it is whole.
  if (value === null && line.startsWith('{"format":"motcua-usb"')) return err({ code: 'usb-empty' });
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'motcua-usb')
    return err({ code: 'usb-not-ours' });
  if ('version' in value && typeof value.version === 'number' && value.version > USB_VERSION)
    return err({ code: 'usb-newer', detail: String(value.version) });
  const head = usbHeadSchema.safeParse(value);
  return head.success ? ok(head.data) : err({ code: 'usb-damaged', detail: 'line 1' });
}

function readFrame(line: string): UsbFrame | null {
  const frame = usbFrameSchema.safeParse(readJson(line));
  return frame.success ? frame.data : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a file holds, all of it proven: signed in order by the key of its head, unchanged, of this ward. */
export type UsbOpened = {
  readonly contents: readonly UsbContent[];
  readonly by: UsbLock['kind'];
  readonly about: NonNullable<UsbContent['about']>;
};

/**
 * Proves and opens every frame of a file before anything is kept: one that is wrong refuses the file whole.
 * @param verify whether the signature (base64) of a text is of the head's key
 */
export async function openUsbFile(
  { head, headLine, frames }: UsbParsed,
  secrets: UsbSecrets,
  crypto: UsbCrypto,
  verify: (publicKey: string, text: string, signature: string) => boolean,
): Promise<Result<UsbOpened, UsbRefusal>> {
  let before = '';
  for (const frame of frames) {
    if (!verify(head.publicKey, frameToSign(headLine, frame, before), frame.sig))
      return err({ code: 'usb-signature-wrong', detail: `line ${frame.frame + 2}` });
    before = frame.sig;
  }
  const unlocked = await unlock(head, secrets, crypto);
  if (!unlocked.ok) return unlocked;
  const contents: UsbContent[] = [];
  for (const { frame, last, ct } of frames) {
    const bound = frameBinding(headLine, frame, last);
    const text = await crypto.open(unlocked.value.key, frameNonce(frame), bound, ct, true);
    const content = text === null ? null : usbContentSchema.safeParse(readJson(text));
    if (!content?.success) return err({ code: 'usb-damaged', detail: `line ${frame + 2}` });
    contents.push(content.data);
  }
  const about = contents[0]?.about;
  return about
    ? ok({ contents, by: unlocked.value.by, about })
    : err({ code: 'usb-damaged', detail: 'line 2' });
}

type Unlocked = { readonly key: string; readonly by: UsbLock['kind'] };

/** Tries the ways in that this reader has a secret for; says which one it lacks. */
async function unlock(
  { ward, file, locks }: UsbHead,
  secrets: UsbSecrets,
  crypto: UsbCrypto,
): Promise<Result<Unlocked, UsbRefusal>> {
  for (const lock of locks) {
    const under = await keyUnder(lock, secrets, crypto);
    const bound = lockBinding(ward, file, lock.kind);
    const key =
      under === null ? null : await crypto.open(under, crypto.hexOf(lock.iv), bound, lock.ct, false);
    if (key !== null) return ok({ key, by: lock.kind });
  }
  if (!locks.some(({ kind }) => kind === 'passphrase')) return err({ code: 'usb-key-wrong' });
  return err({ code: secrets.passphrase === null ? 'usb-passphrase-missing' : 'usb-passphrase-wrong' });
}

async function keyUnder(lock: UsbLock, secrets: UsbSecrets, crypto: UsbCrypto): Promise<string | null> {
  switch (lock.kind) {
    case 'ward-key':
      return secrets.wardKey && crypto.derive(secrets.wardKey, lock.salt, `${PURPOSE} ward-key`);
    case 'passphrase':
      return secrets.passphrase === null
        ? null
        : crypto.stretch(usualPassphrase(secrets.passphrase), lock.salt, lock.rounds);
    case 'reply': {
      const key = secrets.replyKey?.(lock.answers) ?? null;
      return key && crypto.derive(key, lock.salt, `${PURPOSE} reply`);
    }
  }
}
