// Brings encrypted scans from this storage to the host, in pieces, when nothing else wants the line [D18].
import { ATTACHMENT_PIECE_BYTES } from '../../../shared/bridge/attachments.ts';
import { fromBase64, toBase64 } from '../../db/keys/base64.ts';
import type { Result } from '../../../shared/basics/result.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import type { Bridge, BridgeFault } from '../../../shared/bridge.ts';
import type { DeskDatabase } from '../../db/desk-database.ts';

type Deps = { readonly db: DeskDatabase; readonly bridge: Bridge };

/** Between two looks for scans that did not get away, e.g. while the host was gone. */
const LOOK_EVERY_MS = 20_000;

/** Starts to hand scans on; returns how to ask for it now. Facts never wait for it: it has calls of its own, one at a time. */
export function handOnAttachments(deps: Deps, onFault: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) return void (again = true);
    running = true;
    try {
      await handOnAll(deps);
    } catch (error) {
      onFault(error);
    }
    running = false;
    if (again) {
      again = false;
      void run();
    }
  };
  deps.bridge.onLink((up) => up && void run());
  setInterval(() => void run(), LOOK_EVERY_MS);
  return () => void run();
}

/** Copies that the host has go when a page begins: by then they have outlived the day they were made. */
export async function dropKeptAttachments({ db }: Pick<Deps, 'db'>): Promise<void> {
  await db.attachments.where('kept').equals(1).delete();
}

async function handOnAll({ db, bridge }: Deps): Promise<void> {
  for (const sha256 of await db.attachments.where('kept').equals(0).primaryKeys()) {
    const row = await db.attachments.get(sha256);
    if (row && (await put(bridge, sha256, row.bytes))) await db.attachments.update(sha256, { kept: 1 });
  }
}

/** Sends what the host lacks of one file; false when it could not be finished now. */
async function put(bridge: Bridge, sha256: string, bytes: Uint8Array): Promise<boolean> {
  const total = bytes.length;
  const piece = (offset: number, data: string) =>
    bridge.call('attachment-put', { sha256, total, offset, data });
  let answer = await piece(0, '');
  let restarts = 0;
  while (answer.ok && !answer.value.kept) {
    const { have } = answer.value;
    if (have === 0 && (restarts += 1) > 2) return false;
    answer = await piece(have, toBase64(bytes.subarray(have, have + ATTACHMENT_PIECE_BYTES)));
    // Keys and clicks that came meanwhile go first.
    await new Promise((resume) => setTimeout(resume, 0));
  }
  return answer.ok;
}

/** The encrypted bytes of a file from the host. */
export async function fetchAttachment(
  bridge: Bridge,
  sha256: string,
): Promise<Result<Uint8Array<ArrayBuffer>, BridgeFault>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let have = 0;
  for (;;) {
    const answer = await bridge.call('attachment-get', { sha256, offset: have });
    if (!answer.ok) return answer;
    const part = fromBase64(answer.value.data);
    parts.push(part);
    have += part.length;
    if (have >= answer.value.total) break;
    if (part.length === 0) return err({ code: 'attachment-unreadable' });
  }
  const whole = new Uint8Array(have);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(whole);
}
