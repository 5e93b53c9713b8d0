import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { dueStatus } from '../../../../shared/report/due-status.ts';
import { foldVietnamese } from '../../../../shared/text/fold.ts';
import { compareNames } from '../../../../shared/text/names.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { OpenedPersons } from '../../../store/dossier/dossier-state.ts';

/** Which dossiers the register shows. */
export type RegisterFilter = {
  readonly period: 'today' | 'all';
  readonly status: 'all' | 'open' | 'ready' | 'late' | 'returned';
  readonly search: string;
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

/** Dossiers of the chosen day and state, before the search; their persons have to be opened for it. */
export function filterDossiers(
  dossiers: readonly Folded<Dossier>[],
  { period, status }: Pick<RegisterFilter, 'period' | 'status'>,
  nowMs: number,
): readonly Folded<Dossier>[] {
  const today = wardDay(nowMs);
  return dossiers.filter(({ state }) => {
    if (!state || (period === 'today' && state.day !== today && !touchedToday(state, today))) return false;
    switch (status) {
      case 'all':
        return true;
      case 'open':
        return state.status === 'received' || state.status === 'in-process';
      case 'ready':
        return state.status === 'result-ready';
      case 'late':
        return dueStatus(state, nowMs) === 'late';
      case 'returned':
        return state.status === 'returned';
    }
  });
}

/** A dossier that was returned today belongs to today's register, whenever it came. */
function touchedToday({ returnedAt, readyAt }: Dossier, today: string): boolean {
  return [returnedAt, readyAt].some((at) => at !== null && wardDay(parseInstant(at) ?? 0) === today);
}

/** Lines that match the search, without diacritics, by code, name, personal number, ticket or procedure; sorted. */
export function registerRows(
  dossiers: readonly Folded<Dossier>[],
  persons: Persons,
  search: string,
  sort: RegisterSort,
): readonly RegisterRow[] {
  const words = foldVietnamese(search.slice(0, 200))
    .split(' ')
    .filter((word) => word !== '');
  const rows = dossiers.flatMap(({ id, state, heads }) => {
    if (!state) return [];
    const opened = openedOf(persons[id]);
    if (words.length > 0 && !matches(state, opened, words)) return [];
    return [{ dossier: state, owner: opened?.owner.name ?? null, conflict: heads.length > 1 }];
  });
  const sign = sort.down ? -1 : 1;
  return rows.toSorted(
    (a, b) => sign * compare(a, b, sort.column) || (a.dossier.code < b.dossier.code ? -1 : 1),
  );
}

function matches(dossier: Dossier, opened: ReturnType<typeof openedOf>, words: readonly string[]): boolean {
  const { code, ticketNumber, procedure } = dossier;
  const people = opened
    ? [opened.owner, opened.submitter].flatMap(({ name, idNumber, phone }) => [name, idNumber, phone])
    : [];
  const text = ` ${foldVietnamese([code, ticketNumber ?? '', procedure.name, ...people].join(' '))}`;
  return words.every((word) => text.includes(/^\d/.test(word) ? word : ` ${word}`));
}

function openedOf(persons: OpenedPersons | undefined) {
  return persons === undefined || persons === 'opening' || persons === 'no-key' ? null : persons;
}

const STEPS = { received: 0, 'in-process': 1, 'result-ready': 2, returned: 3 } as const;

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
      return STEPS[a.dossier.status] - STEPS[b.dossier.status];
  }
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
