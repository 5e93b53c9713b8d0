// The counters as a manager walking the floor sees them [P16]: who works, whom they serve since when, who waits for them.
import { elapsedMs, parseInstant } from '../../basics/time.ts';
import { measureHandling } from '../../law/queue/handling.ts';
import { serves } from '../../law/queue/order.ts';
import { timedStages } from '../../law/queue/times.ts';
import { callingCounters } from '../../project/waits.ts';
import { serviceLight } from './lights.ts';
import type { Handling, Handlings } from '../../law/queue/handling.ts';
import type { QueueDesk } from '../../law/queue/order.ts';
import type { TimedStage } from '../../law/queue/times.ts';
import type { CounterDay } from '../../project/counters.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { Light } from './lights.ts';

/** What a figure over services opens into: one service of one number. */
export type Service = TimedStage & { readonly ticket: Ticket };

/** A number that stands at a counter. */
export type AtCounter = {
  readonly ticket: Ticket;
  /** Since when it stands there, or was called. */
  readonly since: string;
  /** The whole call so far, which the light judges. */
  readonly tookMs: number;
  readonly light: Light | null;
};

/** One counter today. `unmanned`: nobody has opened it and it has called nobody. */
export type CounterRow = {
  readonly id: string;
  readonly state: 'open' | 'break' | 'closed' | 'unmanned';
  readonly since: string | null;
  readonly reason: string;
  readonly until: string | null;
  /** On a break for longer than was said. */
  readonly overdue: boolean;
  readonly clerk: string | null;
  readonly now: AtCounter | null;
  readonly services: readonly Service[];
  /** Mean time of its services; null where there was none. */
  readonly meanMs: number | null;
  /** Waiting numbers that it may call, by series, the longest queue first. */
  readonly queues: readonly { readonly series: string; readonly waiting: readonly Ticket[] }[];
  readonly waiting: number;
};

/** Too few calls to call anything usual. */
const LEAST_MEASURED = 5;
const MINUTE_MS = 60_000;

/** The counters of a ward in its order [HA3] [HA4]. */
export function counterBoard(
  desks: readonly QueueDesk[],
  counters: readonly CounterDay[],
  tickets: readonly Ticket[],
  nowMs: number,
): readonly CounterRow[] {
  const handlings = measureHandling(tickets);
  const served = servicesOf(tickets);
  const called = callingCounters(tickets);
  return desks.map((desk) => {
    const day = counters.find(({ counter }) => counter === desk.id) ?? null;
    const services = served.filter(({ stage }) => stage.counter === desk.id);
    const now = nowAt(desk.id, tickets, handlings, nowMs);
    const queues = queuesOf(desk, tickets);
    const untilMs = day?.until ? parseInstant(day.until) : null;
    return {
      id: desk.id,
      state: day?.status ?? (called.has(desk.id) ? 'open' : 'unmanned'),
      since: day?.since ?? null,
      reason: day?.reason ?? '',
      until: day?.until ?? null,
      overdue: day?.status === 'break' && untilMs !== null && untilMs < nowMs,
      clerk: clerkOf(day, now, services),
      now,
      services,
      meanMs: services.length === 0 ? null : services.reduce((sum, { ms }) => sum + ms, 0) / services.length,
      queues,
      waiting: queues.reduce((sum, { waiting }) => sum + waiting.length, 0),
    };
  });
}

/**
 * Services at all counters: each stay at one, from standing there, or from the call where nobody noted that, to the end, or to
 * being sent on from there. A call that nobody came to is none, nor is one that was set aside or closed.
 */
function servicesOf(tickets: readonly Ticket[]): readonly Service[] {
  return tickets
    .flatMap((ticket) => timedStages(ticket).map((one): Service => ({ ...one, ticket })))
    .filter(({ part }) => part === 'service' || part === 'unparted')
    .toSorted((a, b) => (a.stage.key < b.stage.key ? -1 : 1));
}

function nowAt(
  counter: string,
  tickets: readonly Ticket[],
  handlings: Handlings,
  nowMs: number,
): AtCounter | null {
  const here = tickets
    .filter((one) => one.counter === counter && (one.status === 'called' || one.status === 'serving'))
    .toSorted((a, b) => ((a.calledAt ?? '') < (b.calledAt ?? '') ? 1 : -1));
  const [ticket] = here;
  const since = ticket?.stages.at(-1)?.from ?? ticket?.startedAt ?? ticket?.calledAt;
  if (!ticket || since === null || since === undefined) return null;
  // The usual time is that of a whole call, so what is compared, and shown beside its light, is the whole call too.
  const tookMs = elapsedMs(parseInstant(ticket.calledAt ?? since) ?? nowMs, nowMs);
  const light = serviceLight(tookMs, usualMs(handlings, ticket.series));
  return { ticket, since, tookMs, light };
}

/** The mean of a call of a series today, ms; of all series where it has too few; null where all have. */
function usualMs(handlings: Handlings, series: string): number | null {
  const own = handlings.get(series);
  if (own && own.count >= LEAST_MEASURED) return meanOf(own);
  const all = [...handlings.values()].reduce(
    (one, other) => ({ ...one, count: one.count + other.count, sum: one.sum + other.sum }),
    { count: 0, sum: 0, squares: 0 },
  );
  return all.count >= LEAST_MEASURED ? meanOf(all) : null;
}

function meanOf({ sum, count }: Handling): number {
  return (sum / count) * MINUTE_MS;
}

function clerkOf(day: CounterDay | null, now: AtCounter | null, services: readonly Service[]): string | null {
  if (day) return day.status === 'closed' ? null : day.clerk;
  return now?.ticket.clerk ?? services.at(-1)?.stage.clerk ?? null;
}

function queuesOf(desk: QueueDesk, tickets: readonly Ticket[]): CounterRow['queues'] {
  const mine = tickets.filter((ticket) => ticket.status === 'waiting' && serves(desk, ticket));
  return [...new Set(mine.map(({ series }) => series))]
    .map((series) => ({ series, waiting: mine.filter((ticket) => ticket.series === series) }))
    .toSorted((a, b) => b.waiting.length - a.waiting.length || (a.series < b.series ? -1 : 1));
}
