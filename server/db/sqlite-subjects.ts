import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseLine } from '../../shared/event/envelope.ts';
import { kindOf } from '../../shared/project/subjects.ts';
import type { SubjectKind } from '../../shared/project/subjects.ts';
import { foldOne, foldSubject, FOLD_VERSION } from './fold-subjects.ts';
import { inTransaction } from './sqlite.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { SubjectRow } from './fold-subjects.ts';
import type { Store } from './store.ts';

/** Events folded in one transaction; pushes get their turn in between. */
const STEP = 500;

type Statements = ReturnType<typeof statementsOf>;

/** Advances the rows of a ward by one step, inside the caller's transaction; whether there is more to fold. */
export function subjectSteps(db: DatabaseSync): (ward: string) => boolean {
  const sql = statementsOf(db);
  return (ward) => stepped(sql, ward);
}

/**
 * Rows of tickets and dossiers, advanced from a cursor only when somebody asks: taking events in never waits for them.
 * The cursor and the rows change in one transaction, so rows always equal a fold of the events up to the cursor.
 */
export function sqliteSubjects(db: DatabaseSync): Pick<Store, 'dossiers' | 'ticketInLine'> {
  const sql = statementsOf(db);
  const catchUp = async (ward: string) => {
    while (inTransaction(db, () => stepped(sql, ward))) await nextTurn();
  };
  return {
    dossiers: async (ward) => {
      await catchUp(ward);
      return sql.rowsOfKind
        .all(ward, 'dossier')
        .flatMap((row) => (JSON.parse(String(row['row_json'])) as Folded<Dossier>).state ?? []);
    },
    ticketInLine: async (ward, id) => {
      await catchUp(ward);
      const ticket = ticketOf(sql.row.get(ward, 'ticket', id));
      if (!ticket) return null;
      const others = sql
        .rowsOfDay()
        .all(ward, 'ticket', ticket.queueDay)
        .flatMap((row) => ticketOf(row) ?? []);
      return { ticket, before: waitingBefore(ticket, others) };
    },
  };
}

function ticketOf(row: Record<string, unknown> | undefined): Ticket | null {
  return row ? (JSON.parse(String(row['row_json'])) as Folded<Ticket>).state : null;
}

/** How many came before a ticket and wait for the same. */
function waitingBefore(ticket: Ticket, others: readonly Ticket[]): number {
  const orderOf = ({ place, number, id }: Ticket) => `${place} ${number} ${id}`;
  const own = orderOf(ticket);
  return others.filter(
    (other) => other.status === 'waiting' && other.series === ticket.series && orderOf(other) < own,
  ).length;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function statementsOf(db: DatabaseSync) {
  return {
    ward: db.prepare('SELECT pos, projected_pos, fold_version FROM wards WHERE ward = ?'),
    setCursor: db.prepare('UPDATE wards SET projected_pos = ?, fold_version = ? WHERE ward = ?'),
    next: db.prepare('SELECT pos, line FROM events WHERE ward = ? AND pos > ? ORDER BY pos LIMIT ?'),
    row: db.prepare('SELECT row_json FROM subjects WHERE ward = ? AND kind = ? AND id = ?'),
    rowsOfKind: db.prepare('SELECT row_json FROM subjects WHERE ward = ? AND kind = ? ORDER BY id'),
    // Prepared when first asked: a database of an older version that is only looked at has no days.
    rowsOfDay: once(() =>
      db.prepare('SELECT row_json FROM subjects WHERE ward = ? AND kind = ? AND day = ?'),
    ),
    setRow: once(() =>
      db.prepare(`INSERT INTO subjects (ward, kind, id, row_json, day) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (ward, kind, id) DO UPDATE SET row_json = excluded.row_json, day = excluded.day`),
    ),
    addEvent: db.prepare('INSERT INTO subject_events (ward, kind, id, pos) VALUES (?, ?, ?, ?)'),
    eventsOf:
      db.prepare(`SELECT e.line FROM subject_events s JOIN events e ON e.ward = s.ward AND e.pos = s.pos
      WHERE s.ward = ? AND s.kind = ? AND s.id = ?`),
    dropRows: db.prepare('DELETE FROM subjects WHERE ward = ?'),
    dropEvents: db.prepare('DELETE FROM subject_events WHERE ward = ?'),
  };
}

/** Folds the next events; whether there are more. */
function stepped(sql: Statements, ward: string): boolean {
  const at = sql.ward.get(ward);
  if (!at) return false;
  const changed = at['fold_version'] !== FOLD_VERSION;
  if (changed) {
    sql.dropRows.run(ward);
    sql.dropEvents.run(ward);
  }
  const from = changed ? 0 : Number(at['projected_pos']);
  const rows = sql.next.all(ward, from, STEP);
  if (rows.length === 0 && !changed) return false;
  let cursor = from;
  for (const row of rows) {
    cursor = Number(row['pos']);
    foldLine(sql, ward, cursor, String(row['line']));
  }
  sql.setCursor.run(cursor, FOLD_VERSION, ward);
  return cursor < Number(at['pos']);
}

function foldLine(sql: Statements, ward: string, pos: number, line: string): void {
  const logged = loggedOf(line);
  const kind = kindOf(logged.event);
  if (!kind) return;
  const id = logged.event.subject;
  sql.addEvent.run(ward, kind, id, pos);
  const row = foldOne(kind, storedRow(sql, ward, kind, id), logged) ?? refolded(sql, ward, kind, id);
  if (row) sql.setRow().run(ward, kind, id, JSON.stringify(row), dayOf(kind, row));
}

/** The day by which a row is found; only tickets are. */
function dayOf(kind: SubjectKind, { state }: SubjectRow): string | null {
  return kind === 'ticket' && state ? (state as Ticket).queueDay : null;
}

function storedRow(sql: Statements, ward: string, kind: SubjectKind, id: string): SubjectRow | null {
  const row = sql.row.get(ward, kind, id);
  return row ? (JSON.parse(String(row['row_json'])) as SubjectRow) : null;
}

function refolded(sql: Statements, ward: string, kind: SubjectKind, id: string): SubjectRow | null {
  return foldSubject(
    kind,
    sql.eventsOf.all(ward, kind, id).map((row) => loggedOf(String(row['line']))),
  );
}

function loggedOf(line: string): LoggedEvent {
  const parsed = parseLine(line);
  if (!parsed.ok) throw new Error(`Bug or broken disk: a stored line is no event (${parsed.error.code})`);
  return parsed.value;
}
