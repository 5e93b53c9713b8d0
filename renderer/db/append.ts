import { FACT_BEFORE } from '../../shared/decide/intake/on-spot.ts';
import { encodeEvent, isTooLong, parseLine } from '../../shared/event/envelope.ts';
import { factVersion } from '../../shared/event/facts.ts';
import { HLC_START, maxHlc, nextHlc } from '../../shared/event/hlc.ts';
import { toIso } from '../../shared/basics/time.ts';
import { foldAll, foldNext } from '../../shared/project/fold.ts';
import { kindOf } from '../../shared/project/subjects.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { projectionsOf } from './hall/projections.ts';
import { eraseWith } from './keys/erase.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { SubjectKind } from '../../shared/project/subjects.ts';
import type { Apply, Folded } from '../../shared/project/fold.ts';
import type { Table } from 'dexie';
import type { ChainHead } from '../../shared/sync/chain.ts';
import type { DeskDatabase, EventRow, HeadRow } from './desk-database.ts';

/** Where this storage writes. */
export type Place = { readonly ward: string; readonly device: string; readonly epoch: string };

/** A fact whose line is longer than an event may be. */
export type TooLong = { readonly code: 'line-too-long' };

/** What an append reads first: the end of this storage's epoch and the highest logical time. */
export type AppendStart = { readonly head: ChainHead; readonly hlc: string };

/**
 * Gives decided facts their place in this storage's epoch; nothing is written yet.
 * @param digestOf lower-case hex SHA-256 of a text, where the platform has a faster one
 * @returns the events in order, or `line-too-long`
 */
export function placeFacts(
  place: Place,
  start: AppendStart,
  facts: readonly NewFact[],
  writing: { readonly actor: string | null; readonly nowMs: number },
  digestOf?: (text: string) => string,
): readonly LoggedEvent[] | TooLong {
  let { hlc } = start;
  let { held: seq, hash: prev } = start.head;
  const wall = toIso(writing.nowMs);
  const logged: LoggedEvent[] = [];
  for (const { type, subject, parents: seen, body, sealed } of facts) {
    const parents = seen.map((parent) => (parent === FACT_BEFORE ? prev : parent));
    hlc = nextHlc(hlc, writing.nowMs);
    const at = { ...place, seq, prev, hlc, wall };
    const event = encodeEvent(
      { v: factVersion(type), ...at, type, subject, parents, actor: writing.actor, body, sealed },
      digestOf,
    );
    if (isTooLong(event.line)) return { code: 'line-too-long' };
    logged.push(event);
    prev = event.hash;
    seq += 1;
  }
  return logged;
}

/**
 * Writes events that fit (own or pulled) with their heads and the projections they change. The requests go out together:
 * they are one transaction, and each waiting for the one before would cost milliseconds.
 * @param born subjects known to begin with these events
 */
export async function writeEvents(
  db: DeskDatabase,
  logged: readonly LoggedEvent[],
  born: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (logged.length === 0) return;
  const last = new Map(logged.map((one) => [vectorKey(one.event.device, one.event.epoch), one]));
  const heads = [...last].map(([key, { event, hash }]) => ({
    key,
    held: event.seq + 1,
    hash,
    hlc: event.hlc,
  }));
  const byKind = kindsOf(logged);
  await Promise.all([
    db.events.bulkAdd(logged.map(rowOf)),
    db.heads.bulkPut(heads),
    ...projectionsOf(db).map(({ kind, table, apply }) =>
      foldInto(db, table, apply, byKind.get(kind) ?? [], born),
    ),
    eraseWith(db, logged),
  ]);
}

/** The highest logical time in this storage. */
export function highestHlc(heads: readonly Pick<HeadRow, 'hlc'>[]): string {
  return heads.reduce((most, { hlc }) => maxHlc(most, hlc), HLC_START);
}

/** Folds events into their rows; a subject whose events arrive out of order is folded anew from the journal. */
async function foldInto<S>(
  db: DeskDatabase,
  table: Table<Folded<S>, string>,
  apply: Apply<S>,
  logged: readonly LoggedEvent[],
  born: ReadonlySet<string>,
): Promise<void> {
  if (logged.length === 0) return;
  const bySubject = new Map<string, LoggedEvent[]>();
  for (const one of logged)
    bySubject.set(one.event.subject, [...(bySubject.get(one.event.subject) ?? []), one]);
  const ids = [...bySubject.keys()];
  const known = ids.filter((id) => !born.has(id));
  const found = known.length > 0 ? await table.bulkGet(known) : [];
  const rows = new Map(known.map((id, index) => [id, found[index]]));
  const folded: Folded<S>[] = [];
  for (const id of ids) {
    const events = bySubject.get(id) ?? [];
    const row = foldOnto(apply, rows.get(id) ?? null, events) ?? foldAll(apply, await eventsOf(db, id));
    if (row) folded.push(row);
  }
  await table.bulkPut(folded);
}

function foldOnto<S>(
  apply: Apply<S>,
  start: Folded<S> | null,
  events: readonly LoggedEvent[],
): Folded<S> | null {
  let row = start;
  for (const one of events) {
    row = foldNext(apply, row, one);
    if (!row) return null;
  }
  return row;
}

/** All events of one subject held here, parsed again from their lines. */
export async function eventsOf(db: DeskDatabase, subject: string): Promise<readonly LoggedEvent[]> {
  const rows = await db.events.where('subject').equals(subject).toArray();
  return rows.flatMap((row) => {
    const parsed = parseLine(row.line);
    return parsed.ok ? [parsed.value] : [];
  });
}

function rowOf(logged: LoggedEvent): EventRow {
  const { device, epoch, seq, subject } = logged.event;
  return { device, epoch, seq, subject, line: logged.line };
}

/** What is about subjects, by their kind, in order. */
function kindsOf(logged: readonly LoggedEvent[]): ReadonlyMap<SubjectKind, readonly LoggedEvent[]> {
  const byKind = new Map<SubjectKind, LoggedEvent[]>();
  for (const one of logged) {
    const kind = kindOf(one.event);
    if (kind === null) continue;
    const known = byKind.get(kind);
    if (known) known.push(one);
    else byKind.set(kind, [one]);
  }
  return byKind;
}
