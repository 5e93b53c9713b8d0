// What the head's page shows, counted from the day's tickets and the dossiers. Every figure keeps the rows it counts.
import { elapsedMs, parseInstant } from '../../../shared/basics/time.ts';
import { dueStatus } from '../../../shared/report/due-status.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { DueStatus } from '../../../shared/report/due-status.ts';
import type { FigureRow } from '../../../shared/report/day-figures.ts';

/** A column of the figures: (3)–(13) of Biểu II.06a, in its order. */
export const figureColumns = [
  'received',
  'receivedOnline',
  'receivedAtCounter',
  'carriedOver',
  'finished',
  'finishedEarly',
  'finishedOnTime',
  'finishedLate',
  'pending',
  'pendingInTime',
  'pendingOverdue',
] as const satisfies readonly (keyof FigureRow)[];

/** Name of a column. */
export type FigureColumn = (typeof figureColumns)[number];

/** Key of the row that sums all fields. */
export const TOTAL = 'total';

/** The dossiers that one figure counts: by the same counting that made it, so the two cannot differ [T4]. */
export function dossiersOfFigure(
  dossiers: readonly Dossier[],
  day: string,
  nowMs: number,
  fieldId: string,
  column: FigureColumn,
): readonly Dossier[] {
  return dossiers.filter(
    (dossier) =>
      (fieldId === TOTAL || dossier.procedure.fieldId === fieldId) &&
      periodFigures([dossier], day, day, nowMs).total[column] === 1,
  );
}

/** Open dossiers and those whose result waits for the citizen, by how they stand with their date; nearest due first. */
export function byDueStatus(
  dossiers: readonly Dossier[],
  nowMs: number,
): Readonly<Record<DueStatus, readonly Dossier[]>> {
  const sorted = nearestDueFirst(dossiers);
  const having = (status: DueStatus) => sorted.filter((dossier) => dueStatus(dossier, nowMs) === status);
  return {
    late: having('late'),
    soon: having('soon'),
    'in-time': having('in-time'),
    paused: having('paused'),
    ready: having('ready'),
    returned: having('returned'),
  };
}

function nearestDueFirst(dossiers: readonly Dossier[]): readonly Dossier[] {
  return dossiers.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** Overdue dossiers by the office that holds them, most first; null is the desk itself. */
export function overdueByOffice(
  dossiers: readonly Dossier[],
  nowMs: number,
): readonly { readonly office: string | null; readonly dossiers: readonly Dossier[] }[] {
  const { late } = byDueStatus(dossiers, nowMs);
  const offices = [...new Set(late.map(({ office }) => office))];
  return offices
    .map((office) => ({ office, dossiers: late.filter((dossier) => dossier.office === office) }))
    .sort((a, b) => b.dossiers.length - a.dossiers.length);
}

/** The day's queue; the longest wait is that of somebody still waiting. */
export type QueueFacts = {
  readonly waiting: readonly Ticket[];
  readonly called: readonly Ticket[];
  readonly served: readonly Ticket[];
  readonly absent: readonly Ticket[];
  readonly longest: { readonly ticket: Ticket; readonly minutes: number } | null;
};

/** Counts the day's tickets by their state. */
export function queueFacts(tickets: readonly Ticket[], nowMs: number): QueueFacts {
  const having = (status: Ticket['status']) => tickets.filter((ticket) => ticket.status === status);
  const waiting = having('waiting');
  const first = waiting.reduce<Ticket | null>(
    (old, ticket) => (old && old.issuedAt <= ticket.issuedAt ? old : ticket),
    null,
  );
  const issuedMs = first && parseInstant(first.issuedAt);
  return {
    waiting,
    called: having('called'),
    served: having('served'),
    absent: having('absent'),
    longest:
      first && issuedMs !== null
        ? { ticket: first, minutes: Math.floor(elapsedMs(issuedMs, nowMs) / 60_000) }
        : null,
  };
}

/** What a list shows: asked by what it counts, so that it follows the data while it stands open. */
export type ListQuery = { readonly title: string } & (
  | { readonly kind: 'due'; readonly status: DueStatus }
  | { readonly kind: 'office'; readonly office: string | null }
  | { readonly kind: 'figure'; readonly fieldId: string; readonly column: FigureColumn }
  | { readonly kind: 'queue'; readonly status: Ticket['status'] }
);

/** The rows of an open list. */
export type ShownList =
  | { readonly kind: 'dossiers'; readonly rows: readonly Dossier[] }
  | { readonly kind: 'tickets'; readonly rows: readonly Ticket[] };

/** The rows that a query asks for. */
export function listOf(
  query: ListQuery,
  data: {
    readonly tickets: readonly Ticket[];
    readonly dossiers: readonly Dossier[];
    readonly day: string;
    readonly nowMs: number;
  },
): ShownList {
  const { tickets, dossiers, day, nowMs } = data;
  switch (query.kind) {
    case 'due':
      return { kind: 'dossiers', rows: byDueStatus(dossiers, nowMs)[query.status] };
    case 'office':
      return {
        kind: 'dossiers',
        rows: byDueStatus(dossiers, nowMs).late.filter(({ office }) => office === query.office),
      };
    case 'figure':
      return {
        kind: 'dossiers',
        rows: nearestDueFirst(dossiersOfFigure(dossiers, day, nowMs, query.fieldId, query.column)),
      };
    case 'queue':
      return { kind: 'tickets', rows: tickets.filter(({ status }) => status === query.status) };
  }
}
