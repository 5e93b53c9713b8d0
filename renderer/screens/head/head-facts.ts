// What the head's page shows, counted from the day's tickets and the dossiers. Every figure keeps the rows it counts.
import { elapsedMs, parseInstant } from '../../../shared/basics/time.ts';
import { dueStatus } from '../../../shared/report/due-status.ts';
import { openCell } from '../../../shared/report/day-figures.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { FigureColumn } from '../../../shared/report/columns.ts';
import type { DueStatus, DueWorld } from '../../../shared/report/due-status.ts';

/** Open dossiers and those whose result waits for the citizen, by how they stand with their date; nearest due first. */
export function byDueStatus(
  dossiers: readonly Dossier[],
  nowMs: number,
  world: DueWorld,
): Readonly<Record<DueStatus, readonly Dossier[]>> {
  const found: Record<DueStatus, Dossier[]> = {
    late: [],
    soon: [],
    'in-time': [],
    paused: [],
    ready: [],
    returned: [],
    ended: [],
  };
  for (const dossier of nearestDueFirst(dossiers)) found[dueStatus(dossier, nowMs, world)].push(dossier);
  return found;
}

/** Those due at the same moment, at the end of a day mostly, by their codes. */
function nearestDueFirst(dossiers: readonly Dossier[]): readonly Dossier[] {
  const key = ({ dueAt, code }: Dossier): string => `${dueAt} ${code}`;
  return dossiers.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Overdue dossiers by the office that holds them, most first; null is the desk itself. */
export function overdueByOffice(
  late: readonly Dossier[],
): readonly { readonly office: string | null; readonly dossiers: readonly Dossier[] }[] {
  const offices = [...new Set(late.map(({ office }) => office))];
  return offices
    .map((office) => ({ office, dossiers: late.filter((dossier) => dossier.office === office) }))
    .sort((a, b) => b.dossiers.length - a.dossiers.length);
}

/** The day's queue; the longest wait is that of somebody still waiting. */
export type QueueFacts = {
  readonly waiting: readonly Ticket[];
  /** At a counter: called, or being served. */
  readonly called: readonly Ticket[];
  readonly served: readonly Ticket[];
  readonly absent: readonly Ticket[];
  readonly longest: { readonly ticket: Ticket; readonly minutes: number } | null;
};

/** Called or being served: the desk calls both its own. */
function isAtCounter({ status }: Ticket): boolean {
  return status === 'called' || status === 'serving';
}

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
    called: tickets.filter(isAtCounter),
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

/** What a figure of a period counts, by name: read when it is opened. */
export type NamedRows =
  | { readonly kind: 'dossiers' | 'tickets'; readonly ids: readonly string[] }
  | { readonly kind: 'payments'; readonly rows: readonly Payment[] };

/** Opens what a figure of a period counts. */
export type OpenNamed = (title: string, named: NamedRows) => void;

/** The rows of an open list. */
export type ShownList =
  | { readonly kind: 'payments'; readonly rows: readonly Payment[] }
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
    readonly world: DueWorld;
  },
): ShownList {
  const { tickets, dossiers, day, nowMs, world } = data;
  switch (query.kind) {
    case 'due':
      return { kind: 'dossiers', rows: byDueStatus(dossiers, nowMs, world)[query.status] };
    case 'office':
      return {
        kind: 'dossiers',
        rows: byDueStatus(dossiers, nowMs, world).late.filter(({ office }) => office === query.office),
      };
    case 'figure':
      return {
        kind: 'dossiers',
        rows: nearestDueFirst(openCell(dossiers, query, { from: day, to: day, asOfMs: nowMs })),
      };
    case 'queue':
      return {
        kind: 'tickets',
        rows: tickets.filter((ticket) =>
          query.status === 'called' ? isAtCounter(ticket) : ticket.status === query.status,
        ),
      };
  }
}
