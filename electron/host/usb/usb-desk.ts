// The host's side of the file on the stick: writes what is missing above, takes what others wrote, by the network's rules [S14].
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { formatTime } from '../../../shared/text/dates.ts';
import { BATCH_BYTES, BATCH_LINES } from '../../../shared/sync/messages.ts';
import { inBatches, linesOfContents, usbContents } from '../../../shared/sync/usb/usb-contents.ts';
import { openUsbFile, parseUsbFile, writeUsbFile } from '../../../shared/sync/usb/usb-file.ts';
import { missingRanges, vectorKey } from '../../../shared/sync/vector.ts';
import { openRowFile } from '../row-file.ts';
import { isSigned, usbCrypto } from './usb-crypto.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault } from '../../../shared/bridge.ts';
import type { UsbExported, UsbImported } from '../../../shared/bridge/outage.ts';
import type { WrappedKey } from '../../../shared/sync/messages.ts';
import type { SeqRange } from '../../../shared/sync/vector.ts';
import type { UsbContent } from '../../../shared/sync/usb/usb-format.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Signer, WardKeyKeeper } from '../keys/secrets.ts';
import type { Log } from '../log.ts';
import type { DeviceBook } from '../uplink/enrolment.ts';
import type { Uplink } from '../uplink/uplink.ts';

/** Files for the stick, as the bridge offers them. */
export type UsbDesk = {
  /** Assembles a file in memory. `missing`: what the district is not known to hold; `all`: everything. */
  readonly write: (scope: 'missing' | 'all') => Promise<Result<UsbExported, BridgeFault>>;
  /** A piece of the file assembled last; its end is its last byte. */
  readonly piece: (file: string, from: number) => Result<{ readonly text: string }, BridgeFault>;
  /** Takes one piece of a file that a page reads; the last one has it opened and its content kept. */
  readonly take: (
    upload: string,
    at: number,
    text: string,
    last: boolean,
  ) => Promise<Result<{ readonly at: number; readonly done: UsbImported | null }, BridgeFault>>;
};

/** What it works on. */
export type UsbDeskSetting = {
  readonly dataDir: string;
  readonly ward: string;
  readonly journal: HostJournal;
  readonly keys: KeyStore;
  readonly signer: Signer;
  readonly wardKey: WardKeyKeeper;
  readonly devices: DeviceBook;
  readonly uplink: Pick<Uplink, 'status' | 'told'>;
  readonly log: Log;
  readonly now: () => Date;
};

/** Most characters of one piece on the bridge. */
const PIECE_CHARS = 1_000_000;
/** A file beyond this is years of a ward, not days: it goes in parts. */
const MOST_CHARS = 400_000_000;
/** Files whose answers are still expected. */
const REPLIES = 50;

const replySchema = z.object({ file: z.string(), key: z.string() });

/** Opens the list of files whose answers are expected. */
export async function openUsbDesk(setting: UsbDeskSetting): Promise<UsbDesk> {
  const replies = await openRowFile(join(setting.dataDir, 'usb-replies.jsonl'), replySchema);
  const expected = new Map(replies.rows.slice(-REPLIES).map(({ file, key }) => [file, key]));
  let written: { readonly file: string; readonly text: string } | null = null;
  let upload: { readonly id: string; readonly parts: string[]; at: number } | null = null;
  return {
    write: async (scope) => {
      const file = randomBytes(16).toString('hex');
      const replyKey = randomBytes(32).toString('base64');
      const made = await assemble(setting, scope, file, replyKey);
      if (!made.ok) return made;
      const { text, ...told } = made.value;
      await replies.append([{ file, key: replyKey }]);
      expected.set(file, replyKey);
      written = { file, text };
      setting.log('info', 'usb-written', { lines: told.lines, keys: told.keys });
      return ok({ file, bytes: text.length, ...told });
    },
    piece: (file, from) => {
      if (written?.file !== file) return err({ code: 'usb-file-gone' });
      return ok({ text: written.text.slice(from, from + PIECE_CHARS) });
    },
    take: async (id, at, text, last) => {
      if (at === 0) upload = { id, parts: [], at: 0 };
      if (upload?.id !== id || upload.at !== at) return err({ code: 'usb-file-gone' });
      upload.parts.push(text);
      upload.at += text.length;
      if (upload.at > MOST_CHARS) upload = null;
      if (!upload) return err({ code: 'usb-too-large' });
      if (!last) return ok({ at: upload.at, done: null });
      const whole = upload.parts.join('');
      upload = null;
      const done = await takeIn(setting, whole, (answers) => expected.get(answers) ?? null);
      setting.log(done.ok ? 'info' : 'warn', done.ok ? 'usb-taken' : done.error.code, {});
      return done.ok ? ok({ at: whole.length, done: done.value }) : done;
    },
  };
}

type Assembled = Omit<UsbExported, 'file' | 'bytes'> & { readonly text: string };

async function assemble(
  setting: UsbDeskSetting,
  scope: 'missing' | 'all',
  file: string,
  replyKey: string,
): Promise<Result<Assembled, BridgeFault>> {
  const { ward, journal, keys, signer, wardKey, devices, uplink, now } = setting;
  const held = journal.held();
  const ranges = missingRanges(held, scope === 'all' ? {} : uplink.status().held);
  const lines = await linesOf(journal, ranges);
  const marks = await checkpointsOf(journal, ranges);
  const wrapped = scope === 'all' ? keys.lacking(new Set()) : keysIn(keys, lines);
  const about = { held, level: null, replyKey };
  const contents = usbContents(about, [...lines, ...marks], wrapped);
  const madeAt = now().toISOString();
  const { device } = devices.current();
  const passphrase = newPassphrase();
  const text = await writeUsbFile(
    { ward, device, madeAt, publicKey: signer.publicKey, file, sign: signer.signFrame },
    { wardKey: wardKey.key(), passphrase },
    contents,
    usbCrypto,
  );
  if (text.length > MOST_CHARS) return err({ code: 'usb-too-large' });
  const [day, time] = [wardDay(now().getTime()), formatTime(now().getTime())];
  const name = `mot-cua-${ward}-${day.replaceAll('-', '')}-${time.replace(':', '')}.mcusb`;
  return ok({ text, name, lines: lines.length, keys: wrapped.length, passphrase });
}

async function linesOf(journal: HostJournal, ranges: readonly SeqRange[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const range of ranges) {
    for (let from = range.from; from < range.to;) {
      const some = await journal.read({ ...range, from }, BATCH_LINES);
      if (some.length === 0) break;
      lines.push(...some);
      from += some.length;
    }
  }
  return lines;
}

async function checkpointsOf(journal: HostJournal, ranges: readonly SeqRange[]): Promise<readonly string[]> {
  const marks: string[] = [];
  for (const { device, epoch } of ranges) {
    const mark = await journal.checkpoint(vectorKey(device, epoch));
    if (mark !== null) marks.push(mark);
  }
  return marks;
}

/** Wrapped keys that these lines name. */
function keysIn(keys: KeyStore, lines: readonly string[]): readonly WrappedKey[] {
  const ids = new Set(lines.flatMap((line) => /"sealed":\{"keyId":"([^"]+)"/.exec(line)?.[1] ?? []));
  return keys.named([...ids]);
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four groups of four letters that cannot be mixed up: 80 random bits, so that nobody guesses it from a stick. */
function newPassphrase(): string {
  const letters = Array.from(randomBytes(16), (byte) => LETTERS[byte % 32] ?? '0').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

async function takeIn(
  setting: UsbDeskSetting,
  text: string,
  replyKey: (answers: string) => string | null,
): Promise<Result<UsbImported, BridgeFault>> {
  const { ward, wardKey } = setting;
  const parsed = parseUsbFile(text, ward);
  if (!parsed.ok) return parsed;
  const secrets = { wardKey: wardKey.key(), passphrase: null, replyKey };
  const opened = await openUsbFile(parsed.value, secrets, usbCrypto, isSigned);
  // A desk asks for no passphrase: what neither the ward's key nor an expected answer opens is not for it.
  if (!opened.ok && opened.error.code === 'usb-passphrase-missing') return err({ code: 'usb-key-wrong' });
  if (!opened.ok) return opened;
  const { contents, about } = opened.value;
  const kept = await keep(setting, contents);
  if (!kept.ok) return kept;
  const { head, torn } = parsed.value;
  if (about.level !== null && opened.value.by === 'reply') setting.uplink.told(about.held, about.level);
  return ok({
    device: head.device,
    madeAt: head.madeAt,
    level: about.level,
    whole: !torn,
    promised: about.lines,
    ...kept.value,
  });
}

type Kept = Pick<UsbImported, 'lines' | 'fresh' | 'keys' | 'refused'>;

async function keep(
  { journal, keys }: UsbDeskSetting,
  contents: readonly UsbContent[],
): Promise<Result<Kept, BridgeFault>> {
  const wrapped = contents.flatMap((content) => content.keys);
  await keys.keep(wrapped);
  const { events } = linesOfContents(contents);
  const refused: Record<string, number> = {};
  let fresh = 0;
  for (const lines of inBatches(events, { lines: BATCH_LINES, bytes: BATCH_BYTES })) {
    const appended = await journal.append(lines);
    if (!appended.ok) return appended;
    fresh += appended.value.fresh;
    for (const { code } of appended.value.refused) refused[code] = (refused[code] ?? 0) + 1;
  }
  return ok({ lines: events.length, fresh, keys: wrapped.length, refused });
}
