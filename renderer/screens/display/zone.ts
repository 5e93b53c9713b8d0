// What one display is for: the whole room, or the counters of a part of it.
import { callOrder } from '../../../shared/law/queue/order.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { DisplayConfig } from '../../../shared/law/waiting-room.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** The part of the room that a display stands in. */
export type Zone = {
  /** Null: the whole room. */
  readonly config: DisplayConfig | null;
  /** A part that the address names and the ward file does not have; the whole room is shown instead. */
  readonly unknown: string | null;
  readonly counters: WardConfig['counters'];
};

/** Who waits for the counters of a zone. */
export type Waiting = {
  readonly total: number;
  /** The next numbers, as the counters would call them. */
  readonly next: readonly string[];
  /** Letters with somebody waiting, in their order. */
  readonly series: readonly { readonly letter: string; readonly count: number }[];
};

/** The zone that an address like `#/display?zone=tang-1` names. */
export function zoneOf(ward: WardConfig, hash: string): Zone {
  const asked = new URLSearchParams(hash.split('?')[1] ?? '').get('zone');
  if (asked === null) return { config: null, unknown: null, counters: ward.counters };
  const config = ward.displays?.find(({ id }) => id === asked);
  if (!config) return { config: null, unknown: asked, counters: ward.counters };
  return { config, unknown: null, counters: ward.counters.filter(({ id }) => config.counters.includes(id)) };
}

/** Tickets that stand at or were called to a counter of the zone, and those that wait for one. */
export function ticketsIn(
  { config, counters }: Zone,
  tickets: readonly Folded<Ticket>[],
): readonly Folded<Ticket>[] {
  if (!config) return tickets;
  const ids = counters.map(({ id }) => id);
  const letters = counters.flatMap(({ series }) => series);
  return tickets.filter(({ state }) => {
    if (!state) return false;
    if (state.status !== 'waiting') return state.counter !== null && ids.includes(state.counter);
    return state.boundTo === null ? letters.includes(state.series) : ids.includes(state.boundTo);
  });
}

/** Who waits for a zone, its next `count` first, by the ward's own order [L01]. @param tickets of the zone */
export function waitingIn(
  zone: Zone,
  tickets: readonly Folded<Ticket>[],
  ward: Pick<WardConfig, 'queue'>,
  nowMs: number,
  count: number,
): Waiting {
  const waiting = tickets.flatMap(({ state }) => (state?.status === 'waiting' ? [state] : []));
  // As one counter that serves the whole zone: a number that is bound to one of them waits with the others.
  const together = waiting.map((ticket) => ({ ...ticket, boundTo: null }));
  const series = [
    ...new Set([...zone.counters.flatMap((one) => one.series), ...waiting.map((t) => t.series)]),
  ];
  const view = { tickets: together, rules: ward.queue ?? usualQueueRules, nowMs };
  return {
    total: waiting.length,
    next: callOrder(view, { id: '', series })
      .slice(0, count)
      .map(({ ticket }) => ticket.number),
    series: series
      .toSorted()
      .map((letter) => ({ letter, count: waiting.filter((ticket) => ticket.series === letter).length }))
      .filter((one) => one.count > 0),
  };
}
