import { applyOf } from '../../../shared/project/kinds.ts';
import type { Table } from 'dexie';
import type { Apply, Folded } from '../../../shared/project/fold.ts';
import type { SubjectKind } from '../../../shared/project/subjects.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** One kind of subject with the table of its rows. Its subjects' ids begin with the kind. */
export type Projection = {
  readonly kind: SubjectKind;
  readonly table: Table<Folded<unknown>, string>;
  readonly apply: Apply<unknown>;
};

/** Every projection of a storage: what is written, rebuilt and folded anew is so for all of them. */
export function projectionsOf(db: DeskDatabase): readonly Projection[] {
  const tables = {
    ticket: db.tickets,
    dossier: db.dossiers,
    counter: db.counters,
    issuing: db.issuing,
    help: db.help,
    appointment: db.appointments,
    filing: db.filings,
    payment: db.payments,
    shift: db.shifts,
    setting: db.settings,
    readlog: db.readlogs,
  } as const satisfies Readonly<Record<SubjectKind, unknown>>;
  const kinds = Object.keys(tables) as SubjectKind[];
  // Each fold meets the rows of its own kind only: a subject is of one kind.
  return kinds.map((kind) => ({
    kind,
    table: tables[kind] as unknown as Projection['table'],
    apply: applyOf[kind] as Apply<unknown>,
  }));
}
