// Brings encrypted scans to the level above, behind the facts that name them, and fetches those that another machine brought.
import { err, ok } from '../../../shared/basics/result.ts';
import {
  ATTACHMENTS_ASKED,
  attachmentGetAnswerSchema,
  attachmentPutAnswerSchema,
  attachmentsAnswerSchema,
  UPLINK_PIECE_BYTES,
} from '../../../shared/sync/attachments.ts';
import { errorText } from '../files.ts';
import { createBackOff } from '../uplink/back-off.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Log } from '../log.ts';
import type { Line } from '../uplink/line/line-state.ts';
import type { Wire, WireFault } from '../uplink/wire.ts';
import type { AttachmentStore } from './attachment-store.ts';

/** Scans and photos between this host and the level above. */
export type HandUp = {
  /** The facts are through: what the level lacks follows now, unless it waits out a failure. */
  readonly wake: () => void;
  /** The level lost something: all is asked anew. */
  readonly again: () => void;
  /** Files here that the level is not known to have. */
  readonly waiting: () => number;
  /** Fetches a file that another machine brought, from where an earlier attempt ended [ATT2]. */
  readonly fetch: (sha256: string) => Promise<Result<void, { readonly code: string }>>;
  readonly close: () => Promise<void>;
};

/** What handing on works with. */
export type HandUpSetting = {
  readonly wire: Wire;
  readonly line: Pick<Line, 'status'>;
  readonly device: () => string;
  readonly store: AttachmentStore;
  readonly log: Log;
  readonly random: () => number;
};

type World = HandUpSetting & {
  /** Files that the level has. */
  readonly above: Set<string>;
  /** Files that were refused or not known there, when they are tried again, and how often they were. */
  readonly later: Map<string, { readonly atMs: number; readonly tries: number }>;
  closed: boolean;
};

/** `stopped`: facts want the line, or it is lost; the next round wakes again. */
type End = 'done' | 'stopped' | WireFault;

const PATH = '/v1/attachments';
/** A piece on the slowest line that still carries facts. */
const PIECE_TIMEOUT_MS = 60_000;
/** Longest wait after failures, of the whole and of one file. */
const LONGEST_MS = 600_000;
/** Times that a level may say that it has less than it had. */
const RESTARTS = 2;

/** Makes what hands on; it does nothing until it is woken. */
export function createHandUp(setting: HandUpSetting): HandUp {
  const world: World = { ...setting, above: new Set(), later: new Map(), closed: false };
  const backOff = createBackOff(setting.random);
  const fetching = new Map<string, Promise<Result<void, { readonly code: string }>>>();
  let waiting = 0;
  let notBeforeMs = 0;
  let running: Promise<void> | null = null;
  let isDue = false;
  const run = async (): Promise<void> => {
    while (isDue && !world.closed && performance.now() >= notBeforeMs) {
      isDue = false;
      const names = await world.store.names();
      const end = await handOnAll(world, names);
      recount();
      if (typeof end === 'object') {
        // A line that is lost is the round's to try; a level that answers and has trouble is left alone for a while.
        if (end.answered) notBeforeMs = performance.now() + backOff.next(LONGEST_MS);
        setting.log('warn', 'attachments-not-handed-on', { fault: end.code, detail: end.detail });
      } else if (end === 'done') backOff.reset();
    }
  };
  const count = (names: readonly string[]): void => {
    waiting = names.filter((name) => !world.above.has(name)).length;
  };
  const recount = (): void => {
    setting.store.names().then(count, () => undefined);
  };
  const wake = (): void => {
    isDue = true;
    running ??= run()
      .catch((error: unknown) => setting.log('error', 'attachments-not-read', { detail: errorText(error) }))
      .finally(() => {
        running = null;
      });
  };
  recount();
  setting.store.onWhole(() => {
    recount();
    if (isFree(world)) wake();
  });
  return {
    wake,
    again: () => {
      world.above.clear();
      world.later.clear();
    },
    waiting: () => waiting,
    fetch: (sha256) => {
      const before = fetching.get(sha256);
      if (before) return before;
      const mine = fetchFile(world, sha256).finally(() => fetching.delete(sha256));
      fetching.set(sha256, mine);
      return mine;
    },
    close: async () => {
      world.closed = true;
      await running;
    },
  };
}

/** Whether the line holds and no fact waits for it. */
function isFree({ line, closed }: World): boolean {
  return !closed && line.status().state === 'online';
}

async function handOnAll(world: World, names: readonly string[]): Promise<End> {
  const nowMs = performance.now();
  const due = names.filter((name) => !world.above.has(name) && (world.later.get(name)?.atMs ?? 0) <= nowMs);
  for (let from = 0; from < due.length; from += ATTACHMENTS_ASKED) {
    if (!isFree(world)) return 'stopped';
    const held = due.slice(from, from + ATTACHMENTS_ASKED);
    const asked = await world.wire.ask({
      method: 'POST',
      path: PATH,
      device: world.device(),
      body: JSON.stringify({ held }),
      answer: attachmentsAnswerSchema,
    });
    if (!asked.ok) return asked.error;
    const { kept, lacking } = asked.value;
    for (const name of kept) world.above.add(name);
    const known = new Set([...kept, ...lacking.map(({ sha256 }) => sha256)]);
    for (const name of held) if (!known.has(name)) putOff(world, name);
    for (const { sha256, have } of lacking) {
      const end = await handOn(world, sha256, have);
      if (end !== 'done') return end;
    }
  }
  return 'done';
}

/** Brings one file; a file that is refused waits by itself and holds up no other [ATT1]. */
async function handOn(world: World, sha256: string, begun: number): Promise<End> {
  let have = begun;
  for (let restarts = 0; restarts <= RESTARTS;) {
    if (!isFree(world)) return 'stopped';
    const body = await world.store.read(sha256, have, UPLINK_PIECE_BYTES);
    // Erased meanwhile.
    if (!body) return 'done';
    const put = await world.wire.ask({
      method: 'PUT',
      path: `${PATH}/${sha256}?offset=${have}`,
      device: world.device(),
      body,
      type: 'application/octet-stream',
      answer: attachmentPutAnswerSchema,
      timeoutMs: PIECE_TIMEOUT_MS,
    });
    if (!put.ok && !isAboutFile(put.error)) return put.error;
    if (!put.ok) {
      world.log('warn', 'attachment-refused', { sha256, detail: put.error.detail });
      break;
    }
    if (put.value.kept) {
      world.above.add(sha256);
      world.later.delete(sha256);
      return 'done';
    }
    if (put.value.have <= have) restarts += 1;
    have = put.value.have;
  }
  putOff(world, sha256);
  return 'done';
}

function isAboutFile({ code }: WireFault): boolean {
  return code === 'district-request-refused' || code === 'district-too-large';
}

function putOff({ later }: World, sha256: string): void {
  const tries = later.get(sha256)?.tries ?? 0;
  later.set(sha256, { atMs: performance.now() + Math.min(LONGEST_MS, 250 * 4 ** tries), tries: tries + 1 });
}

async function fetchFile(world: World, sha256: string): Promise<Result<void, { readonly code: string }>> {
  const { store, wire, device } = world;
  let offset = await store.begun(sha256);
  for (let restarts = 0; restarts <= RESTARTS;) {
    const { state } = world.line.status();
    if (world.closed || (state !== 'online' && state !== 'sending')) return err({ code: 'attachment-away' });
    const got = await wire.ask({
      method: 'GET',
      path: `${PATH}/${sha256}?offset=${offset}`,
      device: device(),
      answer: attachmentGetAnswerSchema,
      timeoutMs: PIECE_TIMEOUT_MS,
    });
    if (!got.ok) return err({ code: 'attachment-away' });
    const { data, total } = got.value;
    const kept = await store.put({ sha256, total, offset, bytes: Buffer.from(data, 'base64') });
    if (!kept.ok) return kept;
    if (kept.value.kept) {
      world.above.add(sha256);
      return ok(undefined);
    }
    if (kept.value.have <= offset) restarts += 1;
    offset = kept.value.have;
  }
  return err({ code: 'attachment-damaged' });
}
