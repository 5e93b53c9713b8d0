// The host's journal: one file per epoch, strict prefixes only, one flush for all that waits.
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { err, ok } from '../../../shared/basics/result.ts';
import { admitLines } from '../../../shared/sync/chain.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { errorCode, errorText, isDiskFull, makeFolder } from '../files.ts';
import { dueMark, writeCheckpoint } from './checkpoints.ts';
import {
  createEpochFile,
  noteEvents,
  readEvents,
  repairOpenFile,
  storedHash,
  writeEnd,
} from './epoch-file.ts';
import { newestFirst, openQuarantine } from './quarantine.ts';
import { replaceFrom } from './replace-file.ts';
import { hashHolds } from './scan.ts';
import { logRepair, newPath, openFiles } from './start-files.ts';
import { cutPieces, cutRows, damagedFiles } from './torn.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { DamagedFile, QuarantineRow } from '../../../shared/bridge.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { AppendOutcome, Journal, JournalFault } from '../../../shared/journal.ts';
import type { Admission, ChainHead } from '../../../shared/sync/chain.ts';
import type { Checkpoint } from '../../../shared/sync/signing.ts';
import type { SeqRange, Vector } from '../../../shared/sync/vector.ts';
import type { Log } from '../log.ts';
import type { EpochFile } from './epoch-file.ts';
import type { Quarantine } from './quarantine.ts';
import type { CutPiece } from './torn.ts';

/** The journal of a host, with what only a host needs. */
export type HostJournal = Journal & {
  /** What is held durably, without waiting. */
  readonly held: () => Vector;
  /** Signs the head of an epoch of this device, writes it to its file unless it stands there, and returns the line. */
  readonly checkpoint: (key: string) => Promise<string | null>;
  /** Hash of an event held; undefined when it is not. */
  readonly hashAt: (key: string, seq: number) => string | undefined;
  /**
   * Puts the level above's version in the place of an epoch from `from` on [J12]: the file before is set aside whole, its
   * lines from there are quarantined, then the new one stands. Null when `lines` do not continue what both hold.
   * @returns where the file before lies
   */
  readonly replace: (key: string, from: number, lines: readonly string[]) => Promise<string | null>;
  readonly quarantined: () => number;
  /** What is kept apart, newest first: refused lines, and what was cut off torn and damaged files. */
  readonly quarantine: (limit: number) => readonly QuarantineRow[];
  /** Pieces that were set aside as damage, as they stand now. */
  readonly damaged: () => readonly DamagedFile[];
  readonly unrelayed: Quarantine['unrelayed'];
  readonly markRelayed: Quarantine['markRelayed'];
  /** Fault code since the last append that failed; null after one that succeeded. */
  readonly fault: () => string | null;
  /** Called with the events of every append, after they are durable, and with none when damage was set aside; returns how to stop. */
  readonly onFresh: (listener: (events: readonly LoggedEvent[]) => void) => () => void;
  /** Signs the heads of this device's epochs and closes the files. Appends that wait are finished first. */
  readonly close: () => Promise<void>;
};

/** What a journal needs to know from outside. */
export type JournalSetting = {
  readonly folder: string;
  readonly ward: string;
  readonly log: Log;
  readonly now?: () => Date;
  /** Whether an epoch was begun by a page of this host; others go to `peers/`. */
  readonly isOwn: (device: string, epoch: string) => boolean;
  /** Whether this device's key vouches for what a device id wrote. */
  readonly signsFor: (device: string) => boolean;
  /** The checkpoint line of a head, signed by this device. */
  readonly sign: (point: Checkpoint) => string;
};

type Waiting = {
  readonly lines: readonly string[];
  readonly settle: (outcome: Result<AppendOutcome, JournalFault>) => void;
};

type State = {
  readonly setting: JournalSetting;
  readonly files: Map<string, EpochFile>;
  readonly listeners: Set<(events: readonly LoggedEvent[]) => void>;
  /** What was cut off files. */
  cut: readonly CutPiece[];
  waiting: Waiting[];
  fault: JournalFault | null;
  /** After a failed flush the system may call lost pages clean, so nothing is promised any more until the files are opened anew. */
  broken: boolean;
  /** Everything that touches files goes one after another. */
  last: Promise<unknown>;
};

/** Opens the journal of a data folder: repairs torn files, keeps what was cut off, says so in the log. */
export async function openJournal(setting: JournalSetting): Promise<HostJournal> {
  const { folder } = setting;
  await makeFolder(join(folder, 'peers'), 0o700);
  const now = setting.now ?? (() => new Date());
  const quarantine = await openQuarantine(join(folder, 'quarantine.log'), now);
  const state: State = {
    setting,
    files: await openFiles(folder, setting.log),
    listeners: new Set(),
    cut: await cutPieces(join(folder, 'torn')),
    waiting: [],
    fault: null,
    broken: false,
    last: Promise.resolve(),
  };
  const present = {
    held: (key: string) => state.files.get(key)?.offsets.length ?? 0,
    hashAt: (key: string, seq: number) => hashAt(state, key, seq),
  };
  return {
    append: async (lines) => {
      const outcome = await new Promise<Result<AppendOutcome, JournalFault>>((settle) => {
        state.waiting.push({ lines, settle });
        if (state.waiting.length === 1) void exclusive(state, () => flush(state));
      });
      if (outcome.ok) await quarantine.keep(lines, outcome.value.refused);
      return outcome;
    },
    vector: () => Promise.resolve(heldOf(state)),
    held: () => heldOf(state),
    read: (range, limit) => readRange(state, range, limit),
    checkpoint: (key) => exclusive(state, () => writeCheckpoint(state.setting, state.files.get(key))),
    hashAt: present.hashAt,
    replace: (key, from, lines) =>
      exclusive(state, async () => {
        const file = state.files.get(key);
        const replaced = file ? await replaceFrom({ ...setting, quarantine }, file, from, lines) : null;
        if (!replaced) return null;
        state.files.set(key, replaced.file);
        for (const listener of state.listeners) listener(replaced.fresh);
        return replaced.aside;
      }),
    quarantined: () => quarantine.count() + state.cut.length,
    quarantine: (limit) =>
      newestFirst([...cutRows(state.cut, present), ...quarantine.rows()]).slice(0, limit),
    damaged: () => damagedFiles(state.cut, present),
    unrelayed: quarantine.unrelayed,
    markRelayed: quarantine.markRelayed,
    fault: () => state.fault?.code ?? null,
    onFresh: (listener) => {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    close: () => exclusive(state, () => closeAll(state)),
  };
}

function exclusive<T>(state: State, work: () => Promise<T>): Promise<T> {
  const done = state.last.then(work);
  state.last = done.catch(() => undefined);
  return done;
}

function hashAt(state: State, key: string, seq: number): string | undefined {
  const file = state.files.get(key);
  return file && storedHash(file, seq);
}

function heldOf(state: State): Vector {
  return Object.fromEntries(
    [...state.files].filter(([, f]) => f.offsets.length > 0).map(([key, f]) => [key, f.offsets.length]),
  );
}

/** A line whose hash is wrong is handed to nobody: the file is damaged there, before the lines that were proven at the start. */
async function readRange(state: State, range: SeqRange, limit: number): Promise<readonly string[]> {
  const file = state.files.get(vectorKey(range.device, range.epoch));
  const lines = file ? await readEvents(file, range.from, range.to, limit) : [];
  const bad = lines.findIndex((line) => !hashHolds(line));
  if (!file || bad === -1) return lines;
  await exclusive(state, () => setDamageAside(state, file));
  return lines.slice(0, bad);
}

async function setDamageAside(state: State, file: EpochFile): Promise<void> {
  const { folder, log } = state.setting;
  // Another reader may have come first.
  if (state.files.get(file.key) !== file) return;
  const repair = await repairOpenFile(file);
  if (!repair) return;
  if (file.offsets.length === 0) state.files.delete(file.key);
  logRepair(log, repair);
  state.cut = await cutPieces(join(folder, 'torn'));
  for (const listener of state.listeners) listener([]);
}

async function flush(state: State): Promise<void> {
  const batch = state.waiting;
  state.waiting = [];
  const admissions = admitAll(state, batch);
  const byKey = groupByEpoch(admissions.flatMap(({ fresh }) => fresh));
  const written = await writeAll(state, byKey);
  state.fault = written.ok ? null : written.error;
  if (!written.ok) state.setting.log('error', written.error.code, { detail: written.error.detail });
  const vector = heldOf(state);
  batch.forEach(({ settle }, at) => {
    const { fresh, refused } = admissions[at] ?? { fresh: [], refused: [] };
    settle(written.ok ? ok({ vector, fresh: fresh.length, refused }) : written);
  });
  if (written.ok && byKey.size > 0)
    for (const listener of state.listeners) listener([...byKey.values()].flat());
}

function groupByEpoch(events: readonly LoggedEvent[]): ReadonlyMap<string, readonly LoggedEvent[]> {
  const groups = new Map<string, LoggedEvent[]>();
  for (const logged of events) {
    const key = vectorKey(logged.event.device, logged.event.epoch);
    const group = groups.get(key);
    if (group) group.push(logged);
    else groups.set(key, [logged]);
  }
  return groups;
}

/** Judges each waiting batch as if those before it were held already. */
function admitAll(state: State, batch: readonly Waiting[]): readonly Admission[] {
  const heads = new Map<string, ChainHead>();
  const hashes = new Map<string, string>();
  const headOf = (key: string): ChainHead | null => heads.get(key) ?? headIn(state, key);
  const known = (key: string, seq: number): string | undefined =>
    hashes.get(`${key}/${seq}`) ?? hashAt(state, key, seq);
  return batch.map(({ lines }) => {
    const admission = admitLines(state.setting.ward, lines, headOf, known, sha256OfText);
    for (const { event, hash } of admission.fresh) {
      const key = vectorKey(event.device, event.epoch);
      heads.set(key, { held: event.seq + 1, hash });
      hashes.set(`${key}/${event.seq}`, hash);
    }
    return admission;
  });
}

/** Several times faster than the portable hash; the same digits. */
function sha256OfText(text: string): string {
  return hash('sha256', text);
}

function headIn(state: State, key: string): ChainHead | null {
  const file = state.files.get(key);
  return file ? { held: file.offsets.length, hash: file.headHash } : null;
}

/** All files or, after a fault, none: what reached some file is cut off again. */
async function writeAll(
  state: State,
  byKey: ReadonlyMap<string, readonly LoggedEvent[]>,
): Promise<Result<void, JournalFault>> {
  const done: {
    readonly file: EpochFile;
    readonly events: readonly LoggedEvent[];
    readonly bytes: number;
  }[] = [];
  const touched: EpochFile[] = [];
  if (state.broken) return err({ code: 'journal-write-failed', detail: 'EIO' });
  try {
    for (const [key, events] of byKey) {
      const file = state.files.get(key) ?? (await newFile(state, key, events));
      touched.push(file);
      const mark = dueMark(state.setting, file, events);
      const bytes = await writeEnd(file, `${events.map(({ line }) => `${line}\n`).join('')}${mark}`);
      done.push({ file, events, bytes });
    }
  } catch (error) {
    await Promise.allSettled(touched.map((file) => file.handle.truncate(file.sizeBytes)));
    state.broken = errorCode(error) === 'EIO';
    return err({
      code: isDiskFull(error) ? 'journal-full' : 'journal-write-failed',
      detail: errorText(error),
    });
  }
  for (const { file, events, bytes } of done) noteEvents(file, events, bytes);
  return ok(undefined);
}

async function newFile(state: State, key: string, events: readonly LoggedEvent[]): Promise<EpochFile> {
  const { device = '', epoch = '' } = events[0]?.event ?? {};
  const { folder, isOwn } = state.setting;
  const path = newPath(folder, device, epoch, isOwn(device, epoch));
  const file = await createEpochFile(path, device, epoch);
  state.files.set(key, file);
  return file;
}

async function closeAll(state: State): Promise<void> {
  for (const file of state.files.values()) await writeCheckpoint(state.setting, file);
  await Promise.all([...state.files.values()].map(({ handle }) => handle.close()));
  state.files.clear();
}
