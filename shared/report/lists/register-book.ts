import { parseInstant, wardDay } from '../../basics/time.ts';
import { bookNoOf } from '../../slip/receipt-of-dossier.ts';
import { dossierStates } from '../../law/life-cycle/states.ts';
import type { DossierState } from '../../law/life-cycle/states.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { BookEntry } from '../../slip/forms/tracking-slips.ts';

/** Who a book's line is about; null where the name is closed to the reader or was erased. */
export type BookPerson = { readonly owner: string; readonly contact: string };

/** What a reader of the book gives: names, and which ends strike an entry out. */
export type BookWorld = {
  readonly personOf: (dossier: Pick<Dossier, 'id'>) => BookPerson | null;
  /**
   * States that cancel an entry. None by default: a withdrawn dossier was received and is counted in Biểu II.06a, so its
   * line stays and says so [DESIGN].
   */
  readonly cancelling: readonly DossierState[];
  readonly rowsPerPage: number;
};

/** Counted entries and their sets; cancelled ones are in neither. */
export type BookTotal = { readonly entries: number; readonly sets: number };

/** A page of a book with its own and the running totals. */
export type BookPage = {
  readonly firstNo: string;
  readonly lastNo: string;
  readonly page: BookTotal;
  readonly running: BookTotal;
};

/** One register book (sổ theo dõi hồ sơ, Mẫu 06/07): a book and year. `entries` feed `bookSlip`. */
export type RegisterBook = {
  readonly book: string;
  readonly year: string;
  readonly fieldName: string;
  /** Ward day of its first entry. */
  readonly openedOn: string;
  readonly entries: readonly BookEntry[];
  readonly pages: readonly BookPage[];
};

type Entered = Pick<
  Dossier,
  | 'id'
  | 'code'
  | 'book'
  | 'procedure'
  | 'sets'
  | 'receivedAt'
  | 'dueAt'
  | 'returnedAt'
  | 'returnedBy'
  | 'returnMethod'
  | 'status'
  | 'provisional'
>;

const methods = { counter: 'Trực tiếp', post: 'Bưu chính', home: 'Tại nhà', electronic: 'Điện tử' } as const;

/** A reader without names, under the usual rules. */
export const sealedBookWorld: BookWorld = { personOf: () => null, cancelling: [], rowsPerPage: 8 };

/**
 * The register books of all dossiers, in the order of book and year. An entry has the number that its slip says, so none
 * moves when a dossier arrives late from a desk that was cut off; it takes the place of its hour between the others [FG10].
 */
export function registerBooks(dossiers: Iterable<Entered>, world: BookWorld): readonly RegisterBook[] {
  const books = new Map<string, Entered[]>();
  for (const dossier of dossiers) {
    const receivedMs = parseInstant(dossier.receivedAt);
    if (receivedMs === null) continue;
    const key = JSON.stringify([dossier.book, wardDay(receivedMs).slice(0, 4)]);
    const known = books.get(key);
    if (known) known.push(dossier);
    else books.set(key, [dossier]);
  }
  return [...books].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => bookOf(own, world));
}

function bookOf(dossiers: readonly Entered[], world: BookWorld): RegisterBook {
  const ordered = dossiers.toSorted(
    (a, b) => receivedMsOf(a) - receivedMsOf(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const [first] = ordered;
  if (!first) throw new Error('Bug: a register book without an entry');
  const openedOn = wardDay(receivedMsOf(first));
  const entries = ordered.map((dossier) => entryOf(dossier, world));
  return {
    book: first.book,
    year: openedOn.slice(0, 4),
    fieldName: first.procedure.fieldName,
    openedOn,
    entries,
    pages: pagesOf(entries, world.rowsPerPage),
  };
}

function entryOf(dossier: Entered, { personOf, cancelling }: BookWorld): BookEntry {
  const person = personOf(dossier);
  const { status, procedure, returnedAt, returnedBy, returnMethod } = dossier;
  const { clock, label } = dossierStates[status];
  return {
    no: bookNoOf(dossier),
    code: dossier.code,
    content: procedure.name,
    sets: dossier.sets,
    owner: person?.owner ?? '',
    contact: person?.contact ?? '',
    agency: procedure.agency,
    receivedAt: dossier.receivedAt,
    dueAt: dossier.dueAt,
    returnedAt: returnedAt ?? '',
    method: methods[returnedBy?.method ?? returnMethod],
    note: clock === 'end' || clock === 'paused' ? label : '',
    cancelled: cancelling.includes(status) ? label : null,
  };
}

function pagesOf(entries: readonly BookEntry[], size: number): readonly BookPage[] {
  const pages: BookPage[] = [];
  let running: BookTotal = { entries: 0, sets: 0 };
  for (let first = 0; first < entries.length; first += size) {
    const shown = entries.slice(first, first + size);
    const page = totalOf(shown);
    running = { entries: running.entries + page.entries, sets: running.sets + page.sets };
    pages.push({ firstNo: shown[0]?.no ?? '', lastNo: shown.at(-1)?.no ?? '', page, running });
  }
  return pages;
}

function totalOf(entries: readonly BookEntry[]): BookTotal {
  const counted = entries.filter(({ cancelled }) => cancelled === null);
  return { entries: counted.length, sets: counted.reduce((sum, { sets }) => sum + sets, 0) };
}

function receivedMsOf({ receivedAt }: Entered): number {
  return parseInstant(receivedAt) ?? 0;
}
