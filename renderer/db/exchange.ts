import { utf8Length } from '../../shared/basics/bytes.ts';
import { isOvertaken } from '../../shared/decide/machine/claims.ts';
import { admitLines } from '../../shared/sync/chain.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { BATCH_BYTES } from '../../shared/sync/messages.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { foldAll } from '../../shared/project/fold.ts';
import { FOLD_VERSIONS } from '../../shared/project/kinds.ts';
import { eventsOf, writeEvents } from './append.ts';
import { projectionsOf } from './hall/projections.ts';
import { keepKeysOf } from './keys/erase.ts';
import { leaveEpoch, ownEpoch } from './recovery/own-epoch.ts';
import { heedBegunNumbers } from './upkeep/begin-numbers.ts';
import { noteTwice } from './upkeep/twice.ts';
import type { RefusedLine } from '../../shared/sync/chain.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { SeqRange, Vector } from '../../shared/sync/vector.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Projection } from './hall/projections.ts';

/** What this storage holds. */
export async function heldVector(db: DeskDatabase): Promise<Vector> {
  const heads = await db.heads.toArray();
  return Object.fromEntries(heads.map(({ key, held }) => [key, held]));
}

/** Lines of one gap in order, at most `limit` and about a batch of bytes, at least one. */
export async function linesOf(db: DeskDatabase, range: SeqRange, limit: number): Promise<readonly string[]> {
  const { device, epoch, from, to } = range;
  const rows = await db.events
    .where('[device+epoch+seq]')
    .between([device, epoch, from], [device, epoch, Math.min(to, from + limit)])
    .toArray();
  return withinBatch(rows.map((row) => row.line));
}

function withinBatch(lines: readonly string[]): readonly string[] {
  // UTF-8 takes at most 3 bytes per unit, so most batches need no counting.
  if (lines.reduce((sum, line) => sum + line.length * 3 + 1, 0) <= BATCH_BYTES) return lines;
  let bytes = 0;
  const over = lines.findIndex((line, at) => {
    bytes += utf8Length(line) + 1;
    return at > 0 && bytes > BATCH_BYTES;
  });
  return over < 0 ? lines : lines.slice(0, over);
}

/**
 * Takes lines pulled from the host into journal and projections, in one transaction [J3]. Lines that show this storage to
 * have gone on from an older copy make it leave its epoch [J5]; numbers that stand twice are noted [J15].
 * @returns how many were new, what did not fit, and the key of the epoch that was left
 */
export function admitPulled(
  db: DeskDatabase,
  ward: string,
  lines: readonly string[],
): Promise<{
  readonly fresh: number;
  readonly refused: readonly RefusedLine[];
  readonly left: string | null;
}> {
  return db.transaction('rw', db.tables, async () => {
    const heads = new Map((await db.heads.toArray()).map((row) => [row.key, row]));
    const stored = await storedHashes(db, lines);
    const admission = admitLines(
      ward,
      lines,
      (key) => heads.get(key) ?? null,
      (key, seq) => stored.get(`${key}/${seq}`),
    );
    await writeEvents(db, admission.fresh);
    await heedBegunNumbers(db, admission.fresh);
    await noteTwice(db, [...heads.keys()], admission.fresh);
    const own = await ownEpoch(db);
    const ofMachine = admission.fresh.filter(({ event }) => event.device === own?.device);
    const supplies = ofMachine.length > 0 ? await db.supplies.toArray() : [];
    const overtaken = isOvertaken(own, supplies, ofMachine);
    if (overtaken) await leaveEpoch(db, 'restored');
    const left = own && overtaken ? vectorKey(own.device, own.epoch) : null;
    return { fresh: admission.fresh.length, refused: admission.refused, left };
  });
}

/** Keeps wrapped keys; the same key twice is one row, and a key of an erased subject is none [E6]. */
export async function keepKeys(db: DeskDatabase, keys: readonly WrappedKey[]): Promise<void> {
  await db.transaction('rw', db.keys, db.dossiers, () => keepKeysOf(db, keys));
}

/** Builds all projections from the journal when they come from other folds than this code's; they are never migrated. */
export async function rebuildIfFoldsChanged(db: DeskDatabase): Promise<boolean> {
  const row = await db.meta.get('folds');
  if (row?.key === 'folds' && row.value === FOLD_VERSIONS) return false;
  await db.transaction('rw', db.tables, async () => {
    for (const projection of projectionsOf(db)) await rebuild(db, projection);
    await db.meta.put({ key: 'folds', value: FOLD_VERSIONS });
  });
  return true;
}

async function rebuild(db: DeskDatabase, { kind, table, apply }: Projection): Promise<void> {
  await table.clear();
  const subjects = await db.events.where('subject').startsWith(`${kind}-`).uniqueKeys();
  for (const subject of subjects.filter((key) => typeof key === 'string')) {
    const row = foldAll(apply, await eventsOf(db, subject));
    if (row) await table.put(row);
  }
}

/** Hashes already stored at the places of these lines, to tell a repeat from a fork. */
async function storedHashes(
  db: DeskDatabase,
  lines: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const places = lines.flatMap((line): [string, string, number][] => {
    const parsed = parseLine(line);
    return parsed.ok ? [[parsed.value.event.device, parsed.value.event.epoch, parsed.value.event.seq]] : [];
  });
  const rows = await db.events.bulkGet(places);
  return new Map(
    rows.flatMap((row) =>
      row ? [[`${row.device}/${row.epoch}/${row.seq}`, row.line.slice(0, 64)] as const] : [],
    ),
  );
}
