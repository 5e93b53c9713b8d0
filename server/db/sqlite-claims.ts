import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseLine } from '../../shared/event/envelope.ts';
import { actHolder, buildsOn, claimHolder, unseenAct } from '../../shared/sync/claims.ts';
import { subjectSteps } from './sqlite-subjects.ts';
import { inTransaction } from './sqlite.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { ClaimEnd, ClaimWish, Store } from './store.ts';

/** Claims that hold at once: of one device, and of a whole ward. A desk has one, for the time of a call. */
const MOST = { device: 64, ward: 2000 } as const;

type Sql = ReturnType<typeof statementsOf>;
type Waiting = {
  readonly wish: ClaimWish;
  readonly settle: (end: ClaimEnd) => void;
  readonly fail: (cause: unknown) => void;
};
type Row = {
  readonly claim: string;
  readonly device: string;
  readonly act: string;
  readonly counter: string | null;
  readonly since: string;
  readonly until: string;
};

/** Who may do what only one may do, one row a subject, so that the key itself lets in the first alone [CL1]. */
export function sqliteClaims(db: DatabaseSync): Pick<Store, 'claim'> {
  // Prepared when the first claim comes: who only looks may have tables of before.
  let sql: Sql | null = null;
  const catching = new Set<string>();
  const catchUp = async (statements: Sql, ward: string): Promise<void> => {
    if (catching.has(ward)) return;
    catching.add(ward);
    try {
      do await nextTurn();
      while (db.isOpen && inTransaction(db, () => statements.step(ward)));
    } finally {
      catching.delete(ward);
    }
  };
  let waiting: Waiting[] = [];
  /** What came in one turn is one transaction: with one flush for all, a rush of calls is no queue of flushes. */
  const settleAll = (): void => {
    const all = waiting;
    waiting = [];
    try {
      const statements = (sql ??= statementsOf(db));
      const ends = inTransaction(db, () => all.map(({ wish }) => claimed(statements, wish)));
      all.forEach(({ wish, settle }, index) => {
        const end = ends[index] ?? { outcome: 'behind' };
        // A fault in it meets the next claim too, which tells it.
        if (end.outcome === 'behind') catchUp(statements, wish.ward).catch(() => undefined);
        settle(end);
      });
    } catch (cause) {
      for (const { fail } of all) fail(cause);
    }
  };
  return {
    claim: (wish) =>
      new Promise((settle, fail) => {
        if (waiting.length === 0) setImmediate(settleAll);
        waiting.push({ wish, settle, fail });
      }),
  };
}

/** Ends claims of a ward by events that were just stored, inside the caller's transaction [CL3]. */
export function endClaims(db: DatabaseSync): (ward: string, fresh: readonly LoggedEvent[]) => void {
  let held: ReturnType<DatabaseSync['prepare']> | null = null;
  let end: ReturnType<DatabaseSync['prepare']> | null = null;
  return (ward, fresh) => {
    if (fresh.length === 0) return;
    held ??= db.prepare('SELECT subject, expected FROM claims WHERE ward = ?');
    const rows = held.all(ward);
    if (rows.length === 0) return;
    const expected = new Map(rows.map((row) => [String(row['subject']), hashesIn(row['expected'])]));
    end ??= db.prepare('DELETE FROM claims WHERE ward = ? AND subject = ?');
    for (const logged of fresh) {
      const { subject } = logged.event;
      const seen = expected.get(subject);
      if (seen && buildsOn(logged, seen)) end.run(ward, subject);
    }
  };
}

function statementsOf(db: DatabaseSync) {
  return {
    step: subjectSteps(db),
    // Of both kinds; other subjects are nobody's to claim twice and simply have no events here.
    events: db.prepare(`SELECT e.line FROM subject_events s JOIN events e ON e.ward = s.ward AND e.pos = s.pos
      WHERE s.ward = ? AND s.kind IN ('ticket', 'dossier') AND s.id = ? ORDER BY s.pos`),
    held: db.prepare(
      'SELECT claim, device, act, counter, since, until FROM claims WHERE ward = ? AND subject = ?',
    ),
    counts: db.prepare(
      'SELECT COUNT(*) AS ward, COUNT(CASE WHEN device = ?2 THEN 1 END) AS device FROM claims WHERE ward = ?1',
    ),
    // A clock that was set back lets nobody hold for longer than anybody may.
    expire: db.prepare('DELETE FROM claims WHERE ward = ? AND (until <= ? OR until > ?)'),
    add: db.prepare(`INSERT INTO claims (ward, subject, claim, device, act, counter, expected, since, until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    release: db.prepare('DELETE FROM claims WHERE ward = ? AND subject = ? AND claim = ? AND device = ?'),
    name: db.prepare('SELECT name FROM devices WHERE ward = ? AND device = ?'),
  };
}

function claimed(sql: Sql, wish: ClaimWish): ClaimEnd {
  const { ward, subject, claim, device, act, counter, expected, nowIso, untilIso } = wish;
  if (wish.ttlMs === 0) {
    sql.release.run(ward, subject, claim, device);
    return { outcome: 'released' };
  }
  // Nobody is kept waiting for what many events make: they are folded while the asker goes on alone.
  if (sql.step(ward)) return { outcome: 'behind' };
  sql.expire.run(ward, nowIso, wish.latestIso);
  const held = sql.held.get(ward, subject) as Row | undefined;
  if (held?.claim === claim && held.device === device) {
    return { outcome: 'yours', since: held.since, until: held.until };
  }
  if (held) {
    const at = { device: held.device, deviceName: nameOf(sql, ward, held.device), since: held.since };
    return { outcome: 'taken', holder: claimHolder(held, at) };
  }
  const unseen = unseenAct(expected, eventsOf(sql, ward, subject));
  if (unseen) {
    return { outcome: 'taken', holder: actHolder(unseen, nameOf(sql, ward, unseen.event.device)) };
  }
  const counts = sql.counts.get(ward, device);
  if (Number(counts?.['device']) >= MOST.device || Number(counts?.['ward']) >= MOST.ward) {
    return { outcome: 'many' };
  }
  sql.add.run(ward, subject, claim, device, act, counter, JSON.stringify(expected), nowIso, untilIso);
  return { outcome: 'yours', since: nowIso, until: untilIso };
}

function eventsOf(sql: Sql, ward: string, subject: string): readonly LoggedEvent[] {
  return sql.events.all(ward, subject).flatMap((row) => {
    const parsed = parseLine(String(row['line']));
    return parsed.ok ? [parsed.value] : [];
  });
}

function nameOf(sql: Sql, ward: string, device: string): string | null {
  const name = sql.name.get(ward, device)?.['name'];
  return name === undefined ? null : String(name);
}

function hashesIn(json: unknown): readonly string[] {
  return JSON.parse(String(json)) as string[];
}
