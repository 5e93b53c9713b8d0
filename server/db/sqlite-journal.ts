import { err, ok } from '../../shared/basics/result.ts';
import { sha256Hex } from '../../shared/basics/bytes.ts';
import { hash } from 'node:crypto';
import { admitLines } from '../../shared/sync/chain.ts';
import { BATCH_BYTES } from '../../shared/sync/messages.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { detailOf, inTransaction } from './sqlite.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { Journal, JournalFault } from '../../shared/journal.ts';
import type { Admission, ChainHead } from '../../shared/sync/chain.ts';
import type { SeqRange, Vector } from '../../shared/sync/vector.ts';
import type {
  ProvenCheckpoint,
  Push,
  PushOutcome,
  QuarantinedLine,
  RefusedCheckpoint,
  Store,
} from './store.ts';

/** Lines kept apart per ward at most, so that one broken device cannot fill the disk. */
const QUARANTINE_LIMIT = 10_000;

/** Refusals whose lines are evidence of something wrong; gaps only came too early and will come again. */
const KEPT_APART: ReadonlySet<string> = new Set([
  'line-forked',
  'line-hash-wrong',
  'line-malformed',
  'line-too-long',
]);

type JournalPart = Pick<Store, 'journal' | 'push' | 'quarantined' | 'checkpoints'>;
type Statements = ReturnType<typeof statementsOf>;

/** The journal side of the store: what comes in over the network, in one synchronous transaction per push. */
export function sqliteJournal(db: DatabaseSync, now: () => string): JournalPart {
  const statements = statementsOf(db);
  const push = (wish: Push) => {
    try {
      return Promise.resolve(ok(inTransaction(db, () => pushed(statements, wish))));
    } catch (cause) {
      return Promise.resolve(err(writeFault(cause)));
    }
  };
  const journal = (ward: string): Journal => ({
    append: (lines) => push({ ward, from: null, lines, checkpoints: [], nowIso: now() }),
    vector: () => Promise.resolve(wholeVector(statements, ward)),
    read: (range, limit) => Promise.resolve(readRange(statements, ward, range, limit)),
  });
  return {
    journal,
    push,
    quarantined: (ward) =>
      Promise.resolve(statements.quarantined.all(ward).map((row) => row as unknown as QuarantinedLine)),
    checkpoints: (ward) =>
      Promise.resolve(statements.checkpoints.all(ward).map((row) => String(row['line']))),
  };
}

function statementsOf(db: DatabaseSync) {
  return {
    addWard: db.prepare(`INSERT INTO wards (ward, pos, projected_pos, fold_version) VALUES (?, 0, 0, '')
      ON CONFLICT DO NOTHING`),
    takePositions: db.prepare('UPDATE wards SET pos = pos + ? WHERE ward = ? RETURNING pos'),
    addEvent: db.prepare(
      `INSERT INTO events (ward, device, epoch, seq, pos, hash, line) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    head: db.prepare('SELECT held, hash FROM epochs WHERE ward = ? AND device = ? AND epoch = ?'),
    setHead: db.prepare(`INSERT INTO epochs (ward, device, epoch, held, hash) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (ward, device, epoch) DO UPDATE SET held = excluded.held, hash = excluded.hash`),
    hashAt: db.prepare('SELECT hash FROM events WHERE ward = ? AND device = ? AND epoch = ? AND seq = ?'),
    vector: db.prepare('SELECT device, epoch, held FROM epochs WHERE ward = ?'),
    range: db.prepare(`SELECT line FROM events
      WHERE ward = ? AND device = ? AND epoch = ? AND seq >= ? AND seq < ? ORDER BY seq LIMIT ?`),
    addCheckpoint: db.prepare(`INSERT INTO checkpoints (ward, device, epoch, seq, line) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`),
    checkpoints: db.prepare('SELECT line FROM checkpoints WHERE ward = ? ORDER BY device, epoch, seq'),
    addQuarantine: db.prepare(`INSERT INTO quarantine (ward, line_hash, line, code, device, seen_at)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`),
    quarantineCount: db.prepare('SELECT COUNT(*) AS count FROM quarantine WHERE ward = ?'),
    quarantined: db.prepare(`SELECT line, code, device, seen_at AS "seenAt" FROM quarantine
      WHERE ward = ? ORDER BY seen_at, line_hash`),
  };
}

function pushed(statements: Statements, wish: Push): PushOutcome {
  const { ward, lines } = wish;
  statements.addWard.run(ward);
  const heads = new Map<string, ChainHead | null>();
  const headOf = (key: string): ChainHead | null => {
    const seen = heads.get(key);
    if (seen !== undefined) return seen;
    const head = storedHead(statements, ward, key);
    heads.set(key, head);
    return head;
  };
  const admission = admitLines(
    ward,
    lines,
    headOf,
    (key, seq) => storedHash(statements, ward, key, seq),
    sha256OfText,
  );
  addEvents(statements, ward, admission, heads);
  quarantine(statements, wish, admission);
  const refusedCheckpoints = keepCheckpoints(statements, ward, wish.checkpoints);
  const vector: Record<string, number> = {};
  for (const [key, head] of heads) vector[key] = head?.held ?? 0;
  return { vector, fresh: admission.fresh.length, refused: admission.refused, refusedCheckpoints };
}

function addEvents(
  statements: Statements,
  ward: string,
  admission: Admission,
  heads: Map<string, ChainHead | null>,
): void {
  const { fresh } = admission;
  if (fresh.length === 0) return;
  let pos = Number(statements.takePositions.get(fresh.length, ward)?.['pos']) - fresh.length;
  const grown = new Set<string>();
  for (const { event, hash, line } of fresh) {
    pos += 1;
    statements.addEvent.run(ward, event.device, event.epoch, event.seq, pos, hash, line);
    const key = vectorKey(event.device, event.epoch);
    heads.set(key, { held: event.seq + 1, hash });
    grown.add(key);
  }
  for (const key of grown) {
    const head = heads.get(key);
    if (head) statements.setHead.run(ward, ...partsOf(key), head.held, head.hash);
  }
}

function quarantine(statements: Statements, wish: Push, admission: Admission): void {
  const bad = admission.refused.filter((refusal) => KEPT_APART.has(refusal.code));
  if (bad.length === 0) return;
  let room = QUARANTINE_LIMIT - Number(statements.quarantineCount.get(wish.ward)?.['count']);
  for (const { index, code } of bad) {
    const line = wish.lines[index];
    if (room <= 0 || line === undefined) return;
    room -= 1;
    statements.addQuarantine.run(wish.ward, sha256Hex(line), line, code, wish.from, wish.nowIso);
  }
}

function keepCheckpoints(
  statements: Statements,
  ward: string,
  checkpoints: readonly ProvenCheckpoint[],
): readonly RefusedCheckpoint[] {
  const refused: RefusedCheckpoint[] = [];
  for (const { point, line, index } of checkpoints) {
    const held = storedHash(statements, ward, vectorKey(point.device, point.epoch), point.seq);
    if (held === undefined) refused.push({ index, code: 'checkpoint-ahead' });
    else if (held !== point.hash) refused.push({ index, code: 'checkpoint-wrong' });
    else statements.addCheckpoint.run(ward, point.device, point.epoch, point.seq, line);
  }
  return refused;
}

function storedHead(statements: Statements, ward: string, key: string): ChainHead | null {
  const row = statements.head.get(ward, ...partsOf(key));
  return row ? { held: Number(row['held']), hash: String(row['hash']) } : null;
}

function storedHash(statements: Statements, ward: string, key: string, seq: number): string | undefined {
  const row = statements.hashAt.get(ward, ...partsOf(key), seq);
  return row ? String(row['hash']) : undefined;
}

function wholeVector(statements: Statements, ward: string): Vector {
  const vector: Record<string, number> = {};
  for (const row of statements.vector.iterate(ward)) {
    vector[vectorKey(String(row['device']), String(row['epoch']))] = Number(row['held']);
  }
  return vector;
}

function readRange(statements: Statements, ward: string, range: SeqRange, limit: number): readonly string[] {
  const lines: string[] = [];
  let bytes = 0;
  for (const row of statements.range.iterate(ward, range.device, range.epoch, range.from, range.to, limit)) {
    const line = String(row['line']);
    bytes += Buffer.byteLength(line) + 1;
    if (lines.length > 0 && bytes > BATCH_BYTES) break;
    lines.push(line);
  }
  return lines;
}

function partsOf(key: string): [device: string, epoch: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}

function writeFault(cause: unknown): JournalFault {
  const errcode = cause instanceof Error && 'errcode' in cause ? cause.errcode : null;
  // 13 is SQLITE_FULL; extended codes keep the primary one in the low byte.
  const full = typeof errcode === 'number' && (errcode & 0xff) === 13;
  return { code: full ? 'journal-full' : 'journal-write-failed', detail: detailOf(cause) };
}

/** Several times faster than the portable hash; the same digits. */
function sha256OfText(text: string): string {
  return hash('sha256', text);
}
