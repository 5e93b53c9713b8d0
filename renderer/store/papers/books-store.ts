import { createStore } from 'zustand/vanilla';
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { printListPaper } from './list-prints.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { PeriodDays } from '../report/report-deps.ts';
import type { ListPaper, ListPrint, ListPrintDeps } from './list-prints.ts';

/** Dossiers of some days with those of their persons that open here. */
export type BookRows = {
  readonly days: PeriodDays;
  /** All of the year up to the last day: books count from their first entry on. */
  readonly dossiers: readonly Dossier[];
  readonly persons: ReadonlyMap<string, ReceivedPersons>;
  /** Of the days themselves, those whose names do not open here. */
  readonly closed: number;
};

/** Reading and printing register books and lists of hand-overs. */
export type BooksState = {
  /** Null while they are being read. */
  readonly rows: BookRows | null;
  readonly printing: boolean;
  /** What became of the list that was printed last. */
  readonly last: (ListPrint & { readonly no: string }) | null;
  readonly read: (days: PeriodDays) => Promise<void>;
  /** Prints a list; one that may be out already only with a reason, which `last` then asks for. */
  readonly print: (list: ListPaper, reason: string) => Promise<void>;
};

/** Prints of books and lists of a session belong to no single dossier. */
const REGISTER = 'register';

/** Builds the store of books and lists. */
export function createBooksStore(deps: ListPrintDeps): StoreApi<BooksState> {
  let asked = 0;
  return createStore<BooksState>()((set, get) => ({
    rows: null,
    printing: false,
    last: null,
    read: async (days) => {
      asked += 1;
      const mine = asked;
      set({ rows: null, last: null });
      const dossiers: Dossier[] = [];
      await deps.reads.sliceDossiers({ from: `${days.to.slice(0, 4)}-01-01`, to: days.to }, (slice) => {
        dossiers.push(...slice);
        return mine === asked;
      });
      const persons = new Map<string, ReceivedPersons>();
      const own = dossiers.filter((dossier) => isOf(dossier, days));
      for (const dossier of own) {
        if (mine !== asked) return;
        const opened = await deps.reads.personsOf(dossier);
        if (opened) persons.set(dossier.id, opened);
      }
      if (mine === asked) set({ rows: { days, dossiers, persons, closed: own.length - persons.size } });
    },
    print: async (list, reason) => {
      const { clerk } = deps.session.getState();
      const { rows, printing } = get();
      if (printing || !clerk || !rows) return;
      set({ printing: true, last: null });
      const done = await printListPaper(deps, list, [REGISTER], reason);
      set({ printing: false, last: { ...done, no: list.no } });
      if (done.state === 'reason-needed' || !done.outcome.ok) return;
      const read = rows.dossiers.filter(({ id }) => list.named.includes(id) && rows.persons.has(id));
      const notes = read.map(({ id, code }) => ({ dossierId: id, code, why: 'printed', note: '' }) as const);
      if (notes.length > 0) await deps.acts.noteReads(notes, clerk);
    },
  }));
}

/** Received or handed over on these days. */
function isOf({ receivedAt, handedOverAt }: Dossier, { from, to }: PeriodDays): boolean {
  return [receivedAt, handedOverAt].some((at) => {
    const ms = at === null ? null : parseInstant(at);
    return ms !== null && wardDay(ms) >= from && wardDay(ms) <= to;
  });
}
