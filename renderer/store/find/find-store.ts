import { createStore } from 'zustand/vanilla';
import { wardDay } from '../../../shared/basics/time.ts';
import { searchProcedures } from '../../../shared/text/search.ts';
import { readFindQuery } from './find-query.ts';
import { deskSlip } from './desk-slip.ts';
import { dueOn } from './due-on.ts';
import { filingsNamed } from './filings-named.ts';
import { latestOnly } from './latest-only.ts';
import { readScannedSlip } from './scanned-slip.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Procedure } from '../../../shared/law/procedure.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { SearchState, StoreDeps } from '../deps.ts';
import type { DossierState } from '../dossier-store.ts';
import type { FilingState } from '../filings/filing-state.ts';
import type { ProcedureBook } from '../procedure-book.ts';
import type { SessionState } from '../session-store.ts';
import type { DeskSlip } from './desk-slip.ts';
import type { FindReads } from './find-deps.ts';
import type { SlipVerdict } from './scanned-slip.ts';

/** One line of the answer. */
export type FoundRow =
  | { readonly kind: 'dossier'; readonly id: string; readonly dossier: Dossier }
  | { readonly kind: 'ticket'; readonly id: string; readonly ticket: Ticket }
  | { readonly kind: 'filing'; readonly id: string; readonly filing: Filing }
  | { readonly kind: 'payment'; readonly id: string; readonly payment: Payment }
  | { readonly kind: 'procedure'; readonly id: string; readonly procedure: Procedure };

/** What stands in view at the desk once something was opened. */
type DeskView = 'register' | 'intake' | 'filings';

/** The search from anywhere: what was typed and what answers it. */
export type FindState = DeskSlip & {
  readonly open: boolean;
  readonly query: string;
  /** What answers `query`, or while `asking` what answered the text before it; null where nothing was asked. */
  readonly rows: readonly FoundRow[] | null;
  /** The answer to `query` is on its way. */
  readonly asking: boolean;
  /** Only the first ones are here. */
  readonly more: boolean;
  /** How far the list of names is. */
  readonly list: SearchState;
  /** What a scanned slip is; null when none was scanned. */
  readonly slip: SlipVerdict | null;
  readonly failed: boolean;
  /** Raised whenever something was opened at the desk, with what must be in view there. */
  readonly asked: { readonly view: DeskView; readonly times: number };
  readonly show: () => void;
  readonly hide: () => void;
  readonly setQuery: (query: string) => void;
  /** The address to go to for a line, after it was opened. */
  readonly choose: (row: FoundRow) => string;
  /** Waits for the answer to what is typed, then opens its first line: a scanner presses Enter at once. */
  readonly chooseFirst: () => Promise<string | null>;
};

type Deps = Pick<StoreDeps, 'reads' | 'search' | 'host' | 'clock' | 'acts'> & {
  readonly find: FindReads;
  readonly session: Pick<StoreApi<SessionState>, 'getState' | 'subscribe'>;
  readonly dossiers: Pick<StoreApi<DossierState>, 'getState'>;
  readonly filings: Pick<StoreApi<FilingState>, 'getState'>;
  readonly procedures: ProcedureBook;
};

type Cell = Pick<StoreApi<FindState>, 'getState' | 'setState'>;
type Answer = Pick<FindState, 'rows' | 'more' | 'slip' | 'failed' | 'asking'>;

const MAX_TYPED = 300;
const DOSSIERS = 30;
const OTHERS = 8;
/** Names of so many rows are opened, and noted as read. */
const NAMED = 8;
/** Once nobody has typed for so long: rows that a typist passes by were read by nobody. */
const NAMED_AFTER_MS = 150;
const NOTHING: Answer = { rows: null, more: false, slip: null, failed: false, asking: false };

/** Builds the search; it finds nothing without a signed-in clerk. */
export function createFindStore(deps: Deps) {
  let last: Promise<void> = Promise.resolve();
  let naming: ReturnType<typeof setTimeout> | undefined;
  const store = createStore<FindState>()((setState, getState) => {
    const goTo = (view: DeskView, page: string): string => {
      setState({ asked: { view, times: getState().asked.times + 1 }, open: false });
      return page;
    };
    return {
      ...deskSlip(deps, setState),
      open: false,
      query: '',
      ...NOTHING,
      list: 'closed',
      asked: { view: 'register', times: 0 },
      show: () => {
        if (deps.session.getState().clerk) setState({ open: true, query: '', ...NOTHING });
      },
      hide: () => setState({ open: false, query: '', ...NOTHING }),
      setQuery: (typed) => {
        const query = typed.slice(0, MAX_TYPED);
        clearTimeout(naming);
        if (query.trim() === '') return setState({ query, ...NOTHING });
        setState({ query, slip: null, failed: false, asking: true });
        last = find(query);
      },
      choose: (row) => choose(deps, row, goTo),
      chooseFirst: async () => {
        await last;
        const [first] = getState().rows ?? [];
        const blocked = getState().slip !== null && getState().slip?.verdict !== 'genuine';
        return first && !blocked ? choose(deps, first, goTo) : null;
      },
    };
  });
  const find = latestOnly(async (query) => {
    await answer(deps, store, query);
    clearTimeout(naming);
    naming = setTimeout(() => {
      const now = store.getState();
      if (now.open && now.query === query) nameRows(deps, query, now.rows ?? []);
    }, NAMED_AFTER_MS);
  });
  deps.search.watch((list) => {
    const { open, query } = store.getState();
    store.setState({ list });
    if (open && query.trim() !== '') last = find(query);
  });
  deps.session.subscribe((now, before) => {
    if (!before.clerk || now.clerk?.id === before.clerk.id) return;
    store.getState().hide();
    store.getState().dropSlip();
  });
  return store;
}

/** Asks all at once; an answer to a text that stands no longer is dropped. */
async function answer(deps: Deps, { getState, setState }: Cell, query: string): Promise<void> {
  const { clerk } = deps.session.getState();
  if (!clerk || query.trim() === '') return;
  let found: Answer;
  try {
    found = await ask(deps, query);
  } catch {
    found = { ...NOTHING, rows: [], failed: true };
  }
  if (getState().query !== query || deps.session.getState().clerk?.id !== clerk.id) return;
  setState(found);
}

async function ask(deps: Deps, query: string): Promise<Answer> {
  const { ward } = deps.host.hello();
  // An inspector's desk has neither receptions nor filings: what could not be opened is not offered.
  const mayWork = deps.session.getState().clerk?.role !== 'inspector';
  const today = wardDay(deps.clock.nowMs());
  const read = readFindQuery(query, ward.unitCode, today);
  if (read.slip !== null) {
    const slip = await readScannedSlip(deps, read.slip);
    const rows = slip.dossier ? [rowOf(slip.dossier)] : [];
    return { rows, more: false, slip, failed: false, asking: false };
  }
  const { find } = deps;
  const [listed, coded, due, tickets, payments, filings, named] = await Promise.all([
    // A date names no person; letters of a code that look like it would only be in the way.
    read.day === null ? deps.search.find(query) : { ids: [], more: false },
    read.codes.length > 0 ? find.byCodes(read.codes) : [],
    read.day === null ? [] : dueOn(deps, read.day, DOSSIERS + 1),
    read.ticket === null ? [] : find.tickets(today, read.ticket, OTHERS),
    read.number === null ? [] : find.payments(read.number, OTHERS),
    read.number === null ? [] : find.filings(read.number, OTHERS),
    filingsNamed(deps, query, OTHERS),
  ]);
  const names = await find.dossiers(listed.ids.slice(0, DOSSIERS));
  const dossiers = [...new Map([...coded, ...due, ...names].map((one) => [one.id, one])).values()];
  const procedures = searchProcedures(deps.procedures.on(today).index, query).slice(0, OTHERS);
  return {
    rows: [
      ...tickets.map((ticket): FoundRow => ({ kind: 'ticket', id: ticket.id, ticket })),
      ...dossiers.slice(0, DOSSIERS).map(rowOf),
      ...[...new Map((mayWork ? [...filings, ...named] : []).map((one) => [one.id, one])).values()].map(
        (filing): FoundRow => ({ kind: 'filing', id: filing.id, filing }),
      ),
      ...payments.map((payment): FoundRow => ({ kind: 'payment', id: payment.id, payment })),
      ...(mayWork ? procedures : []).map((procedure): FoundRow => ({
        kind: 'procedure',
        id: procedure.code,
        procedure,
      })),
    ],
    more: listed.more || dossiers.length > DOSSIERS,
    slip: null,
    failed: false,
    asking: false,
  };
}

function rowOf(dossier: Dossier): FoundRow {
  return { kind: 'dossier', id: dossier.id, dossier };
}

/** Opens the names of the first rows where this clerk may read them, and writes down that they were looked at (promise 7). */
function nameRows({ dossiers, acts, session }: Deps, query: string, rows: readonly FoundRow[]): void {
  const { clerk, purpose } = session.getState();
  const named = rows.flatMap((row) => (row.kind === 'dossier' ? [row.dossier] : [])).slice(0, NAMED);
  if (!clerk || clerk.role === 'admin' || named.length === 0) return;
  void dossiers.getState().openPersons(named.map(({ id }) => id));
  // A code or a slip names a dossier; anything else that is searched names a person.
  if (/^(MCS\d|[A-Z]\d+[.-])/i.test(query.trim()) || /^\d{1,4}$/.test(query.trim())) return;
  const notes = named.map(({ id, code }) => ({
    dossierId: id,
    code,
    why: clerk.role === 'inspector' ? ('inspection' as const) : ('searched' as const),
    note: purpose ?? '',
  }));
  void acts.noteReads(notes, clerk);
}

function choose(
  { dossiers, filings }: Deps,
  row: FoundRow,
  goTo: (view: DeskView, page: string) => string,
): string {
  const desk = dossiers.getState();
  switch (row.kind) {
    case 'dossier':
      desk.openDossier(row.id);
      return goTo('register', '#/desk');
    case 'ticket':
      return goTo('register', '#/desk');
    case 'filing':
      filings.getState().open(row.id);
      return goTo('filings', '#/desk');
    case 'payment':
      return goTo('register', '#/money');
    case 'procedure':
      // What is being typed is not given up for a look at a procedure.
      if (!desk.intake) desk.startIntake(null);
      if (!desk.intake) dossiers.getState().chooseProcedure(row.procedure);
      return goTo('intake', '#/desk');
  }
}
