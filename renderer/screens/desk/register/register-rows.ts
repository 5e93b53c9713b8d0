import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { dossierStates } from '../../../../shared/law/life-cycle/states.ts';
import { dueStatus } from '../../../../shared/report/due-status.ts';
import { foldVietnamese } from '../../../../shared/text/fold.ts';
import { foldForList } from '../../../../shared/text/search-list.ts';
import { compareNames } from '../../../../shared/text/names.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { DueStatus, DueWorld } from '../../../../shared/report/due-status.ts';
import type { OpenedPersons } from '../../../store/dossier/dossier-state.ts';

/** Which dossiers the register shows. */
export type RegisterFilter = {
  readonly period: 'today' | 'all';
  readonly status: 'all' | 'open' | 'ready' | 'late' | 'returned';
};

/** A column to sort by, and which way. */
export type RegisterSort = { readonly column: RegisterColumn; readonly down: boolean };

/** Columns of the register that can be sorted. */
export type RegisterColumn = 'code' | 'owner' | 'procedure' | 'received' | 'due' | 'status';

/** One line of the register. `owner` is null while the name is closed to this page. */
export type RegisterRow = {
  readonly dossier: Dossier;
  readonly owner: string | null;
  /** Two places acted without seeing each other. */
  readonly conflict: boolean;
};

type Persons = Readonly<Record<string, OpenedPersons>>;

/** How the dossiers stand that each choice shows; what ended without a result is shown with what was returned. */
const shownAs: Readonly<Record<Exclude<RegisterFilter['status'], 'all'>, readonly DueStatus[]>> = {
  open: ['in-time', 'soon', 'late', 'paused'],
  ready: ['ready'],
  late: ['late'],
  returned: ['returned', 'ended'],
};

/** Dossiers of the chosen day and state, before the search; their persons have to be opened for it. */
export function filterDossiers(
  dossiers: readonly Folded<Dossier>[],
  { period, status }: RegisterFilter,
  nowMs: number,
  world: DueWorld,
): readonly Folded<Dossier>[] {
  const today = wardDay(nowMs);
  return dossiers.filter(({ state }) => {
    if (!state || (period === 'today' && state.day !== today && !touchedToday(state, today))) return false;
    return status === 'all' || shownAs[status].includes(dueStatus(state, nowMs, world));
  });
}

/** A dossier that was returned or ended today belongs to today's register, whenever it came. */
function touchedToday({ returnedAt, readyAt, endedAt }: Dossier, today: string): boolean {
  return [returnedAt, readyAt, endedAt].some((at) => at !== null && wardDay(parseInstant(at) ?? 0) === today);
}

/**
 * Lines of these dossiers, sorted.
 * @param found ids in the order in which a search answered: the newest first, but names before procedures
 */
export function registerRows(
  dossiers: readonly Folded<Dossier>[],
  persons: Persons,
  sort: RegisterSort,
  found: readonly string[] = [],
): readonly RegisterRow[] {
  const rows = dossiers.flatMap(({ id, state, heads }) => {
    if (!state) return [];
    const owner = openedOf(persons[id])?.owner.name ?? null;
    return [{ dossier: state, owner, conflict: heads.length > 1 }];
  });
  const sign = sort.down ? -1 : 1;
  if (found.length > 0 && sort.column === 'received' && sort.down) {
    const places = new Map(found.map((id, place) => [id, place]));
    const placeOf = ({ dossier }: RegisterRow) => places.get(dossier.id) ?? Infinity;
    return rows.toSorted(
      (a, b) => Math.sign(placeOf(a) - placeOf(b)) || text(b.dossier.receivedAt, a.dossier.receivedAt),
    );
  }
  return rows.toSorted(
    (a, b) => sign * compare(a, b, sort.column) || (a.dossier.code < b.dossier.code ? -1 : 1),
  );
}

/**
 * The dossiers that answer a search: those that the search list found and, where the list is not whole, those whose code,
 * ticket or procedure fits, none of which is personal.
 */
export function foundDossiers(
  dossiers: readonly Folded<Dossier>[],
  { search, ids, isListWhole }: { search: string; ids: readonly string[]; isListWhole: boolean },
): readonly Folded<Dossier>[] {
  const found = new Set(ids);
  const words = foldForList(search.slice(0, 200))
    .split(' ')
    .filter((word) => word !== '');
  const procedures = new Map<string, string>();
  const fits = ({ code, ticketNumber, procedure }: Dossier): boolean => {
    const known = procedures.get(procedure.name) ?? foldForList(procedure.name);
    procedures.set(procedure.name, known);
    const text = ` ${foldForList(`${code} ${ticketNumber ?? ''}`)} ${known}`;
    return words.every((word) => text.includes(/^\d/.test(word) ? word : ` ${word}`));
  };
  return dossiers.filter(({ id, state }) => {
    if (found.has(id)) return true;
    return !isListWhole && words.length > 0 && state !== null && fits(state);
  });
}

function openedOf(persons: OpenedPersons | undefined) {
  return persons === undefined || persons === 'opening' || persons === 'no-key' ? null : persons;
}

/** In the order of the life cycle. */
const STEPS = Object.keys(dossierStates);

function compare(a: RegisterRow, b: RegisterRow, column: RegisterColumn): number {
  switch (column) {
    case 'code':
      return text(a.dossier.code, b.dossier.code);
    case 'owner':
      return compareNames(a.owner ?? '', b.owner ?? '');
    case 'procedure':
      return text(foldVietnamese(a.dossier.procedure.name), foldVietnamese(b.dossier.procedure.name));
    case 'received':
      return text(a.dossier.receivedAt, b.dossier.receivedAt);
    case 'due':
      return text(a.dossier.dueAt, b.dossier.dueAt);
    case 'status':
      return STEPS.indexOf(a.dossier.status) - STEPS.indexOf(b.dossier.status);
  }
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
