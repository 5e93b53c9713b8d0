// What people must be told about this storage until a clerk has put it away, the same in every window of it.
import { followRare } from '../reads/rare-query.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { parseLine } from '../../../shared/event/envelope.ts';
import { numbersIssued } from '../../../shared/sync/fork.ts';
import { markFoundSeen, twiceFound } from './twice.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { DeskDatabase, OpenedRow, TwiceNumber } from '../desk-database.ts';

/** What this storage tells of itself. */
type Told = {
  /** How it was opened; null once it was put away, or when it went on as it was. */
  readonly opened: Omit<OpenedRow, 'key'> | null;
  readonly twice: readonly TwiceNumber[];
  /** Damaged pieces of journal files that a clerk has looked into. */
  readonly damageSeen: readonly string[];
};

/** Forks and damaged pieces remembered as looked into; older ones are long settled. */
const REMEMBERED = 500;

/** Follows what is told, in this window and the others of the storage. Returns how to stop. */
export function watchTold(
  db: DeskDatabase,
  listener: (told: Told) => void,
  onFault: (error: unknown) => void,
): () => void {
  return followRare(() => toldOf(db), listener, onFault);
}

/** What is told now. */
export async function toldOf(db: DeskDatabase): Promise<Told> {
  const opened = await db.meta.get('opened');
  const seenForks = await twiceSeen(db);
  const twice = new Map<string, TwiceNumber>();
  const tell = ({ number, day, seen }: TwiceNumber): void => {
    const key = `${day ?? ''} ${number}`;
    twice.set(key, { number, day, seen: seen && (twice.get(key)?.seen ?? true) });
  };
  for (const fork of await forksWithNumbers(db))
    for (const number of await numbersOf(db, fork)) tell({ ...number, seen: seenForks.has(fork.hash) });
  for (const number of await twiceFound(db)) tell(number);
  return {
    opened: opened?.key === 'opened' ? withoutKey(opened) : null,
    twice: [...twice.values()],
    damageSeen: await damageSeen(db),
  };
}

/** A clerk has read how the storage was opened. */
export async function putOpenedAway(db: DeskDatabase): Promise<void> {
  await db.transaction('rw', db.meta, () => db.meta.delete('opened'));
}

/** A clerk has looked into every number that stands twice now; what is found later is told again. */
export async function markTwiceSeen(db: DeskDatabase): Promise<void> {
  await db.transaction('rw', db.meta, db.events, async () => {
    const forks = (await forksWithNumbers(db)).map(({ hash }) => hash);
    const seen = [...new Set([...(await twiceSeen(db)), ...forks])];
    await db.meta.put({ key: 'twice-seen', forks: seen.slice(-REMEMBERED) });
    await markFoundSeen(db);
  });
}

/** A clerk has looked into these damaged pieces of journal files. */
export async function markDamageSeen(db: DeskDatabase, pieces: readonly string[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const seen = [...new Set([...(await damageSeen(db)), ...pieces])];
    await db.meta.put({ key: 'damage-seen', pieces: seen.slice(-REMEMBERED) });
  });
}

async function damageSeen(db: DeskDatabase): Promise<readonly string[]> {
  const row = await db.meta.get('damage-seen');
  return row?.key === 'damage-seen' ? row.pieces : [];
}

type Fork = { readonly hash: string; readonly found: LoggedEvent; readonly body: FactBody<'fork-found'> };

async function twiceSeen(db: DeskDatabase): Promise<ReadonlySet<string>> {
  const row = await db.meta.get('twice-seen');
  return new Set(row?.key === 'twice-seen' ? row.forks : []);
}

async function forksWithNumbers(db: DeskDatabase): Promise<readonly Fork[]> {
  const rows = await db.events.where('subject').startsWith('fork:').toArray();
  return rows.flatMap(({ line }): Fork[] => {
    const parsed = parseLine(line);
    const fact = parsed.ok ? factOf(parsed.value.event) : null;
    if (!parsed.ok || fact?.type !== 'fork-found' || fact.body.numbers.length === 0) return [];
    return [{ hash: parsed.value.hash, found: parsed.value, body: fact.body }];
  });
}

/** The numbers with their days: the events that follow the note are those of the branch, recorded again. */
async function numbersOf(
  db: DeskDatabase,
  { found, body }: Fork,
): Promise<readonly Omit<TwiceNumber, 'seen'>[]> {
  const { device, epoch, seq } = found.event;
  const rows = await db.events
    .where('[device+epoch+seq]')
    .between([device, epoch, seq + 1], [device, epoch, seq + body.lines], true, true)
    .toArray();
  const again = rows.flatMap(({ line }): LoggedEvent[] => {
    const parsed = parseLine(line);
    return parsed.ok ? [parsed.value] : [];
  });
  const issued = numbersIssued(again);
  return body.numbers.map((number) => {
    const one = issued.find((other) => other.number === number);
    return { number, day: one?.day ?? null };
  });
}

function withoutKey({ epoch, how, recorded }: OpenedRow): Omit<OpenedRow, 'key'> {
  return { epoch, how, recorded };
}
