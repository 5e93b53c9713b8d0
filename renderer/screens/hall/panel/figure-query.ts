// What a figure opens into: asked by what it counts, so that the list follows the room while it stands open.
import type { TimePart } from '../../../../shared/law/queue/times.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { Service } from '../../../../shared/report/hall/counter-board.ts';
import type { Waiter } from '../../../../shared/report/hall/room-now.ts';
import type { Room } from '../use-room.ts';

/**
 * The figures of the top line that open into tickets. Every number of the day's queue is in exactly one of those before
 * `given`, which is how many there are.
 */
export const tileFigures = [
  'waiting',
  'at-counter',
  'held',
  'done',
  'absent',
  'closed',
  'given',
  'ratings',
] as const;

/** A figure of the top line. */
export type TileFigure = (typeof tileFigures)[number];

/** A figure that stands open. */
export type FigureQuery =
  | { readonly kind: 'tile'; readonly figure: TileFigure }
  | { readonly kind: 'queue'; readonly series: string }
  | { readonly kind: 'services'; readonly counter: string }
  | { readonly kind: 'times'; readonly series: string | null; readonly part: TimePart };

/** The rows of an open figure. */
export type FigureRows =
  | { readonly kind: 'waiters'; readonly rows: readonly Waiter[] }
  | { readonly kind: 'tickets'; readonly rows: readonly Ticket[] }
  | { readonly kind: 'stages'; readonly rows: readonly Service[] };

/** The rows that a figure counts now. */
export function rowsOf(query: FigureQuery, room: Room): FigureRows {
  switch (query.kind) {
    case 'tile':
      return tileRows(query.figure, room);
    case 'queue': {
      const queue = room.queues.find(({ series }) => series === query.series);
      return { kind: 'waiters', rows: queue?.waiting ?? [] };
    }
    case 'services': {
      const counter = room.counters.find(({ id }) => id === query.counter);
      return { kind: 'stages', rows: (counter?.services ?? []).toReversed() };
    }
    case 'times': {
      const times = room.times.find(({ series }) => series === query.series);
      return { kind: 'stages', rows: times?.parts[query.part].rows ?? [] };
    }
  }
}

function tileRows(figure: TileFigure, { now }: Room): FigureRows {
  const latest = (rows: readonly Ticket[]): FigureRows => ({ kind: 'tickets', rows: rows.toReversed() });
  switch (figure) {
    case 'waiting':
      return { kind: 'waiters', rows: now.waiting };
    case 'at-counter':
      return latest(now.atCounter);
    case 'done':
      return latest(now.done.toSorted((a, b) => ((a.finishedAt ?? '') < (b.finishedAt ?? '') ? -1 : 1)));
    case 'held':
      return latest(now.held);
    case 'absent':
      return latest(now.absent);
    case 'closed':
      return latest(now.closed);
    case 'given':
      return latest(
        Object.values(now.given)
          .flat()
          .toSorted((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1)),
      );
    case 'ratings':
      return latest(Object.values(now.ratings.byGrade).flat());
  }
}
