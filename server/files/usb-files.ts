// The district's side of the file on the stick: the same rules as the network, the same store [S14].
import { randomBytes } from 'node:crypto';
import { err, ok } from '../../shared/basics/result.ts';
import { BATCH_BYTES, BATCH_LINES } from '../../shared/sync/messages.ts';
import { inBatches, linesOfContents, usbContents } from '../../shared/sync/usb/usb-contents.ts';
import { openUsbFile, parseUsbFile, writeUsbFile } from '../../shared/sync/usb/usb-file.ts';
import { missingRanges } from '../../shared/sync/vector.ts';
import { deviceKeyOf } from './usb-device.ts';
import { isSignedBy } from '../auth/signed-request.ts';
import { holdsKeys, visibleTo } from '../db/roles.ts';
import { LEVEL, provenCheckpoints } from '../http/events.ts';
import { usbCrypto } from './usb-crypto.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { UsbAbout, UsbRefusal } from '../../shared/sync/usb/usb-format.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { Device, Store } from '../db/store.ts';

/** What a file brought to the district. */
export type BroughtIn = {
  readonly ward: string;
  readonly device: string;
  readonly madeAt: string;
  /** False when the end of the file was missing; what was whole is taken. */
  readonly whole: boolean;
  readonly lines: number;
  readonly fresh: number;
  readonly keys: number;
  readonly refused: Readonly<Record<string, number>>;
  /** What the district now holds of the epochs in the file. */
  readonly vector: Vector;
};

/** A file that was taken, with what an answer to it needs. */
export type TakenFile = {
  readonly told: BroughtIn;
  readonly device: Device;
  readonly about: UsbAbout;
  readonly file: string;
};

/** Why a file was not taken. */
export type UsbFault = UsbRefusal | { readonly code: string; readonly detail?: string };

/**
 * Takes a desk's file into the store: proven by the key that its device enrolled with, then pushed as over the network. A
 * file that is wrong in any place leaves the store as it was.
 */
export async function takeUsbFile(
  store: Store,
  text: string,
  passphrase: string | null,
  nowIso: string,
): Promise<Result<TakenFile, UsbFault>> {
  const device = await deviceKeyOf(store, text);
  if (!device.ok) return device;
  const parsed = parseUsbFile(text, device.value.ward);
  if (!parsed.ok) return parsed;
  const { head, torn } = parsed.value;
  const isOfDevice = (_told: string, said: string, signature: string) =>
    isSignedBy(device.value.publicKey, said, signature);
  const opened = await openUsbFile(parsed.value, { wardKey: null, passphrase }, usbCrypto, isOfDevice);
  if (!opened.ok) return opened;
  const { contents, about } = opened.value;
  const keys = contents.flatMap((content) => content.keys);
  if (keys.length > 0) await store.keepKeys(device.value.ward, keys);
  const { events, checkpoints } = linesOfContents(contents);
  const pushed = await pushAll(store, device.value, events, checkpoints, nowIso);
  if (!pushed.ok) return pushed;
  const told = {
    ward: head.ward,
    device: head.device,
    madeAt: head.madeAt,
    whole: !torn,
    lines: events.length,
    keys: keys.length,
    ...pushed.value,
  };
  return ok({ told, device: device.value, about, file: head.file });
}

async function pushAll(
  store: Store,
  device: Device,
  events: readonly string[],
  checkpoints: readonly string[],
  nowIso: string,
): Promise<Result<Pick<BroughtIn, 'fresh' | 'refused' | 'vector'>, UsbFault>> {
  const refused: Record<string, number> = {};
  let vector: Vector = {};
  let fresh = 0;
  const from = { ward: device.ward, from: device.device, nowIso };
  const count = (code: string) => (refused[code] = (refused[code] ?? 0) + 1);
  for (const lines of inBatches(events, { lines: BATCH_LINES, bytes: BATCH_BYTES })) {
    const pushed = await store.push({ ...from, lines, checkpoints: [] });
    if (!pushed.ok) return err({ code: pushed.error.code, detail: pushed.error.detail });
    vector = { ...vector, ...pushed.value.vector };
    fresh += pushed.value.fresh;
    for (const { code } of pushed.value.refused) count(code);
  }
  const placed = checkpoints.map((line, index) => ({ line, index }));
  const proven = await provenCheckpoints(store, device, placed);
  for (const { code } of proven.refused) count(code);
  const marked = await store.push({ ...from, lines: [], checkpoints: proven.proven });
  if (!marked.ok) return err({ code: marked.error.code, detail: marked.error.detail });
  for (const { code } of marked.value.refusedCheckpoints) count(code);
  return ok({ fresh, refused, vector });
}

/**
 * The answer for a desk that has no line: what the district holds (its acknowledgement), and what the desk lacks and may see.
 * Sealed under the key that the desk's own file carried, so that nobody else can have written it.
 * @param sign signs with the key of `publicKey`, made for this answer alone
 */
export async function answerUsbFile(
  store: Store,
  { device, about, file }: TakenFile,
  signer: { readonly publicKey: string; readonly sign: (text: string) => string },
  madeAt: string,
): Promise<Result<{ readonly text: string; readonly lines: number; readonly keys: number }, UsbFault>> {
  if (about.replyKey === null) return err({ code: 'usb-no-answer' });
  const journal = store.journal(device.ward);
  const held = visibleTo(device, await journal.vector());
  const lines: string[] = [];
  for (const range of missingRanges(held, about.held)) {
    for (let from = range.from; from < range.to;) {
      const some = await journal.read({ ...range, from }, BATCH_LINES);
      if (some.length === 0) break;
      lines.push(...some);
      from += some.length;
    }
  }
  const ids = [...new Set(lines.flatMap((line) => /"sealed":\{"keyId":"([^"]+)"/.exec(line)?.[1] ?? []))];
  const keys = holdsKeys(device.role) ? await store.keysNamed(device.ward, ids) : [];
  const contents = usbContents({ held, level: LEVEL, replyKey: null }, lines, keys);
  const own = randomBytes(16).toString('hex');
  const writer = { ward: device.ward, device: LEVEL, madeAt, file: own, ...signer };
  const reply = { key: about.replyKey, answers: file };
  const text = await writeUsbFile(writer, { reply }, contents, usbCrypto);
  return ok({ text, lines: lines.length, keys: keys.length });
}
