import { createStore } from 'zustand/vanilla';
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../../shared/basics/result.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { Trouble } from '../act.ts';
import type { StoreDeps } from '../deps.ts';
import type { PeriodDays } from '../report/report-deps.ts';
import type { SessionState } from '../session-store.ts';

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
  readonly outcome: Result<PrintOutcome, Trouble> | null;
  readonly read: (days: PeriodDays) => Promise<void>;
  /** Prints a list; `named` are the dossiers whose persons stand on it. */
  readonly print: (slip: Slip, named: readonly string[]) => Promise<void>;
};

type Deps = {
  readonly reads: Pick<StoreDeps['reads'], 'sliceDossiers' | 'personsOf'>;
  readonly acts: Pick<StoreDeps['acts'], 'noteReads'>;
  readonly session: Pick<StoreApi<SessionState>, 'getState'>;
  readonly printForm: (subject: string, slip: Slip, copyNo: number) => Promise<Result<PrintOutcome, Trouble>>;
};

/** Builds the store of books and lists. */
export function createBooksStore(deps: Deps): StoreApi<BooksState> {
  let asked = 0;
  return createStore<BooksState>()((set, get) => ({
    rows: null,
    printing: false,
    outcome: null,
    read: async (days) => {
      asked += 1;
      const mine = asked;
      set({ rows: null, outcome: null });
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
    print: async (slip, named) => {
      const { clerk } = deps.session.getState();
      const { rows, printing } = get();
      if (printing || !clerk || !rows) return;
      set({ printing: true, outcome: null });
      const outcome = await deps.printForm('register', slip, 1);
      set({ printing: false, outcome });
      const read = rows.dossiers.filter(({ id }) => named.includes(id) && rows.persons.has(id));
      const notes = read.map(({ id, code }) => ({ dossierId: id, code, why: 'printed', note: '' }) as const);
      if (outcome.ok && notes.length > 0) await deps.acts.noteReads(notes, clerk);
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
