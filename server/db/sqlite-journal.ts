import { err, ok } from '../../shared/basics/result.ts';
import { sha256Hex } from '../../shared/basics/bytes.ts';
import { hash } from 'node:crypto';
import { admitLines } from '../../shared/sync/chain.ts';
import { BATCH_BYTES } from '../../shared/sync/messages.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { noteAttachments } from './attachments/sqlite-attachments.ts';
import { holdsKeys } from './roles.ts';
import { endClaims } from './sqlite-claims.ts';
import { sqliteErasure } from './sqlite-erasure.ts';
import { sqliteAddEvents } from './sqlite-events.ts';
import { detailOf, inTransaction } from './sqlite.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { Journal, JournalFault } from '../../shared/journal.ts';
import type { Admission, ChainHead } from '../../shared/sync/chain.ts';
import type { DeviceRole } from '../../shared/sync/messages.ts';
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

type JournalPart = Pick<Store, 'journal' | 'push' | 'position' | 'quarantined' | 'checkpoints'>;
type Statements = ReturnType<typeof statementsOf>;

/** The journal side of the store: what comes in over the network, in one synchronous transaction per push. */
export function sqliteJournal(db: DatabaseSync, now: () => string): JournalPart {
  const statements = statementsOf(db);
  let scrubDue = false;
  const push = (wish: Push) => {
    try {
      const { outcome, erased } = inTransaction(db, () => pushed(statements, wish));
      scrubDue ||= erased;
      if (scrubDue) scrubDue = !statements.erasure.scrub();
      return Promise.resolve(ok(outcome));
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
    position: (ward) => Promise.resolve(Number(statements.position.get(ward)?.['pos'] ?? 0)),
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
    position: db.prepare('SELECT pos FROM wards WHERE ward = ?'),
    role: db.prepare('SELECT role FROM devices WHERE ward = ? AND device = ?'),
    addEvents: sqliteAddEvents(db),
    erasure: sqliteErasure(db),
    noteAttachments: noteAttachments(db),
    endClaims: endClaims(db),
    head: db.prepare('SELECT held, hash FROM epochs WHERE ward = ? AND device = ? AND epoch = ?'),
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

type Pushed = { readonly outcome: PushOutcome; readonly erased: boolean };

function pushed(statements: Statements, wish: Push): Pushed {
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
  const admit = (some: readonly string[]): Admission =>
    admitLines(ward, some, headOf, (key, seq) => storedHash(statements, ward, key, seq), sha256OfText);
  const admission = withoutForbidden(statements, wish, admit(lines), admit);
  statements.addEvents(ward, admission.fresh, heads);
  const events = admission.fresh.map(({ event }) => event);
  const erased = statements.erasure.erase(ward, events);
  statements.noteAttachments(ward, events);
  statements.endClaims(ward, admission.fresh);
  quarantine(statements, wish, admission);
  const refusedCheckpoints = keepCheckpoints(statements, ward, wish.checkpoints);
  const vector: Record<string, number> = {};
  for (const [key, head] of heads) vector[key] = head?.held ?? 0;
  return {
    erased,
    outcome: { vector, fresh: admission.fresh.length, refused: admission.refused, refusedCheckpoints },
  };
}

/**
 * Leaves out erasures that a device may not order: one whose role holds no dossiers destroys none, by its own hand or
 * under another's name. Their epochs end before them, as before any line that is not taken.
 */
function withoutForbidden(
  statements: Statements,
  wish: Push,
  admission: Admission,
  admit: (lines: readonly string[]) => Admission,
): Admission {
  const mayErase = (device: string | null): boolean => {
    const role = device === null ? undefined : statements.role.get(wish.ward, device)?.['role'];
    return role === undefined || holdsKeys(role as DeviceRole);
  };
  const forbidden = new Set(
    admission.fresh
      .filter(({ event }) => event.type === 'subject-erased')
      .filter(({ event }) => !mayErase(wish.from) || !mayErase(event.device))
      .map(({ line }) => line),
  );
  if (forbidden.size === 0) return admission;
  const rest = admit(wish.lines.map((line) => (forbidden.has(line) ? '' : line)));
  return {
    ...rest,
    refused: rest.refused.map((refusal) =>
      forbidden.has(wish.lines[refusal.index] ?? '') ? { ...refusal, code: 'line-not-allowed' } : refusal,
    ),
  };
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
