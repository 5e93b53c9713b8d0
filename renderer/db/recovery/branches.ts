// Lines in which this storage differs from its host: set aside whole, and their facts recorded again [J13].
import Dexie from 'dexie';
import { NO_HASH, parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { maxHlc } from '../../../shared/event/hlc.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { kindOf } from '../../../shared/project/subjects.ts';
import { forkFound, numbersIssued, rerecord } from '../../../shared/sync/fork.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { eventsOf, highestHlc, placeFacts, writeEvents } from '../append.ts';
import { projectionsOf } from '../hall/projections.ts';
import { standingTwice } from '../upkeep/twice.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { SubjectKind } from '../../../shared/project/subjects.ts';
import type { DeskDatabase, EventRow, ForkedRow, MetaRow } from '../desk-database.ts';
import type { Projection } from '../hall/projections.ts';

type Place = { readonly device: string; readonly epoch: string };

/**
 * Moves the lines of an epoch from a place on out of the journal, in one transaction: they are kept whole in `forked`, the
 * head goes back, and what they were about is folded anew. An epoch that this storage writes is left with it.
 * @returns how many lines were moved
 */
export function setAside(db: DeskDatabase, { device, epoch }: Place, from: number): Promise<number> {
  return db.transaction('rw', db.tables, async () => {
    const rows = await db.events
      .where('[device+epoch+seq]')
      .between([device, epoch, from], [device, epoch, Dexie.maxKey])
      .toArray();
    const [first] = rows;
    if (!first) return 0;
    const branch = hashOf(first);
    await db.forked.bulkPut(rows.map((row) => forkedRow(row, branch)));
    await db.events.bulkDelete(rows.map((row): [string, string, number] => [device, epoch, row.seq]));
    await restoreHead(db, { device, epoch }, from);
    await foldAgain(db, loggedIn(rows));
    if (await isWrittenHere(db, vectorKey(device, epoch))) await leaveForked(db, { device, epoch });
    return rows.length;
  });
}

/**
 * Records the facts of branches again that nobody told yet, at the end of the present epoch; runs within a transaction. The
 * event that tells a branch is the mark that it was done, so a branch is never recorded twice.
 * @param at.adopt also branches of other storages: theirs may be gone
 * @returns how many lines were recorded again
 */
export async function recordBranches(
  db: DeskDatabase,
  ward: string,
  at: { readonly nowMs: number; readonly adopt: boolean },
): Promise<number> {
  let lines = 0;
  for (const branch of await untold(db, at.adopt)) {
    await recordBranch(db, ward, branch, at.nowMs);
    lines += branch.length;
  }
  return lines;
}

/** The same in a transaction of its own, when anything was ever set aside here. */
export async function recordUntold(
  db: DeskDatabase,
  ward: string,
  at: { readonly nowMs: number; readonly adopt: boolean },
): Promise<number> {
  if ((await db.forked.count()) === 0) return 0;
  // An async function of its own: Dexie follows no promise that a plain one hands through.
  return db.transaction('rw', db.tables, async () => await recordBranches(db, ward, at));
}

async function recordBranch(
  db: DeskDatabase,
  ward: string,
  branch: readonly LoggedEvent[],
  nowMs: number,
): Promise<void> {
  const own = await db.meta.get('epoch');
  const twice = (await standingTwice(db, numbersIssued(branch))).map(({ number }) => number);
  const body = forkFound(branch, twice);
  if (own?.key !== 'epoch' || !body) return;
  const { device, epoch } = own;
  const heads = await db.heads.toArray();
  const head = heads.find(({ key }) => key === vectorKey(device, epoch)) ?? { held: 0, hash: NO_HASH };
  const hlc = branch.reduce((most, { event }) => maxHlc(most, event.hlc), highestHlc(heads));
  const told: NewFact = {
    type: 'fork-found',
    subject: forkSubject(body.epoch),
    parents: [],
    sealed: null,
    body,
  };
  const place = { ward, device, epoch };
  const placed = placeFacts(place, { head, hlc }, [told], { actor: null, nowMs });
  const [found] = 'code' in placed ? [] : placed;
  if (!found) return;
  const start = { head: { held: found.event.seq + 1, hash: found.hash }, hlc: found.event.hlc };
  await writeEvents(db, [found, ...rerecord(branch, place, start, nowMs)]);
}

/** Branches of which no event tells yet, in the order of their lines. */
async function untold(db: DeskDatabase, adopt: boolean): Promise<readonly (readonly LoggedEvent[])[]> {
  const branches = new Map<string, ForkedRow[]>();
  for (const row of await db.forked.toArray())
    branches.set(row.branch, [...(branches.get(row.branch) ?? []), row]);
  const found: (readonly LoggedEvent[])[] = [];
  for (const rows of branches.values()) {
    const [first] = rows;
    const key = first ? vectorKey(first.device, first.epoch) : '';
    if (!adopt && !(await isWrittenHere(db, key))) continue;
    const inOrder = rows.toSorted((a, b) => a.seq - b.seq);
    const told = await toldThrough(db, key, inOrder);
    const rest = inOrder.filter(({ seq }) => seq > told);
    if (rest.length > 0) found.push(loggedIn(rest));
  }
  return found;
}

/** Seq of the last line of a branch that an event tells of, whoever wrote it; −1 when none does. */
async function toldThrough(db: DeskDatabase, key: string, rows: readonly ForkedRow[]): Promise<number> {
  const seqs = new Map(rows.map(({ hash, seq }) => [hash, seq]));
  const tellers = await eventsOf(db, forkSubject(key));
  return tellers.reduce((most, { event }) => {
    const fact = factOf(event);
    if (fact?.type !== 'fork-found' || !seqs.has(fact.body.firstHash)) return most;
    return Math.max(most, seqs.get(fact.body.lastHash) ?? -1);
  }, -1);
}

async function restoreHead(db: DeskDatabase, { device, epoch }: Place, held: number): Promise<void> {
  const key = vectorKey(device, epoch);
  const last = held > 0 ? await db.events.get([device, epoch, held - 1]) : undefined;
  const parsed = last ? parseLine(last.line) : null;
  if (!parsed?.ok) return db.heads.delete(key);
  const { event, hash } = parsed.value;
  await db.heads.put({ key, held, hash, hlc: event.hlc });
}

/** Folds the subjects of lines that are gone from what is left of them. */
async function foldAgain(db: DeskDatabase, gone: readonly LoggedEvent[]): Promise<void> {
  for (const projection of projectionsOf(db))
    for (const subject of subjectsOf(gone, projection.kind)) await foldOne(db, projection, subject);
}

async function foldOne(db: DeskDatabase, { table, apply }: Projection, subject: string): Promise<void> {
  const row = foldAll(apply, await eventsOf(db, subject));
  if (row) await table.put(row);
  else await table.delete(subject);
}

function subjectsOf(logged: readonly LoggedEvent[], kind: SubjectKind): ReadonlySet<string> {
  return new Set(logged.filter(({ event }) => kindOf(event) === kind).map(({ event }) => event.subject));
}

async function isWrittenHere(db: DeskDatabase, key: string): Promise<boolean> {
  const row = await db.meta.get('written');
  return row?.key === 'written' && row.epochs.includes(key);
}

/** The epoch of a branch cannot go on here; one that was left already was left because of the fork too. */
async function leaveForked(db: DeskDatabase, { device, epoch }: Place): Promise<void> {
  const [own, left] = await db.meta.bulkGet(['epoch', 'left']);
  const present = own?.key === 'epoch' && own.device === device && own.epoch === epoch;
  if (!present && !left) return;
  const row: MetaRow = { key: 'left', reason: 'forked' };
  await Promise.all([db.supplies.clear(), db.meta.delete('epoch'), db.meta.put(row)]);
}

function forkSubject(key: string): string {
  return `fork:${key}`.slice(0, 120);
}

function hashOf({ line }: EventRow): string {
  return line.slice(0, 64);
}

function forkedRow(row: EventRow, branch: string): ForkedRow {
  const { device, epoch, seq, line } = row;
  return { hash: hashOf(row), device, epoch, seq, line, branch };
}

function loggedIn(rows: readonly { readonly line: string }[]): readonly LoggedEvent[] {
  return rows.flatMap(({ line }) => {
    const parsed = parseLine(line);
    return parsed.ok ? [parsed.value] : [];
  });
}
