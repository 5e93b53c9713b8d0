// When a number will be called, from what was measured; where nothing was, nobody says a figure.
import { elapsedMs, parseInstant } from '../../basics/time.ts';
import { callsSincePriority, isBefore, mayOvertake, serves, standingAt, standingOf } from './order.ts';
import { placeMs, stageNow } from './stages.ts';
import type { QueueDesk, QueueView, Standing } from './order.ts';
import type { Handling, Handlings } from './handling.ts';
import type { QueueTicket } from './stages.ts';

/** What is said of one waiting number. */
export type WaitEstimate = {
  /** Numbers that will be called before it, as far as they are here. */
  readonly ahead: number;
  /** Minutes until its call; null where there is no data or no open counter for it. */
  readonly minutes: number | null;
  /** Four of five waits lie between these. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no figure. */
  readonly missing: 'no-data' | 'no-counter' | null;
};

/** A counter as the estimate knows it: whether it calls now. */
export type OpenDesk = QueueDesk & { readonly open: boolean };

const MINUTE_MS = 60_000;
/** Newcomers are counted over so many minutes. */
const HOUR = 60;
/** Share of the time that newcomers with a head start are taken to need at most. */
const MOST_NEWCOMERS = 0.5;
/** Fewer measured calls than these say nothing. */
const LEAST_MEASURED = 5;
/** Half the width of a band that four of five lie in: the normal quantile 1.28, and what breaks and newcomers add to it. */
const BAND = 1.65;
/** Share of the mean that a call that lasts longer than it may still be expected to take. */
const REST_SHARE = 0.5;

/**
 * When every waiting number will be called [QU7]. The method: the queue is played forward in the order of the rules; each
 * open counter is free when its present call has taken its usual time, and every call takes the mean of its series (of all
 * series where its own has too few); more numbers with a head start come meanwhile as they came in the last hour. The band
 * follows from how much the measured calls differ, and from how few they are.
 */
export function estimateWaits<T extends QueueTicket>(
  view: QueueView<T>,
  desks: readonly OpenDesk[],
  measured: Handlings,
): ReadonlyMap<string, WaitEstimate> {
  const mean = meansOf(measured);
  const open = desks.filter((desk) => desk.open);
  const played = play(view, open, mean);
  const known = new Map<string, WaitEstimate>();
  let called = 0;
  for (const { id, atMin, deskCount, handling } of played) {
    known.set(id, saidOf(called, atMin, deskCount, handling));
    called += 1;
  }
  const { nowMs, rules } = view;
  for (const ticket of view.tickets) {
    if (ticket.status !== 'waiting' || known.has(ticket.id)) continue;
    const served = open.some((desk) => serves(desk, ticket));
    const ahead = aheadOf(standingOf(ticket, rules, nowMs), view);
    known.set(ticket.id, unknown(ahead, served ? 'no-data' : 'no-counter'));
  }
  return known;
}

type Typical = { readonly minutes: number; readonly spread: number; readonly count: number };
type Played = {
  readonly id: string;
  readonly atMin: number;
  readonly deskCount: number;
  readonly handling: Typical;
};

/** The mean of a series and its spread; of all together where it has too few; null where all have. */
function meansOf(measured: Handlings): (series: string) => Typical | null {
  const all = [...measured.values()].reduce(
    (one, other) => ({
      count: one.count + other.count,
      sum: one.sum + other.sum,
      squares: one.squares + other.squares,
    }),
    { count: 0, sum: 0, squares: 0 },
  );
  const typical = ({ count, sum, squares }: Handling): Typical => {
    const minutes = sum / count;
    return { minutes, spread: Math.sqrt(Math.max(0, squares / count - minutes * minutes)), count };
  };
  return (series) => {
    const own = measured.get(series);
    if (own && own.count >= LEAST_MEASURED) return typical(own);
    return all.count >= LEAST_MEASURED ? typical(all) : null;
  };
}

type Lines<T extends QueueTicket> = {
  readonly overtaking: readonly Standing<T>[];
  readonly plain: readonly Standing<T>[];
};
type Seat<T extends QueueTicket> = {
  readonly desk: QueueDesk;
  readonly lines: Lines<T>;
  freeMin: number;
  since: number;
};

/** Everybody who waits in both orders, as one counter sees them, or as all do that help nobody out. */
function linesAt<T extends QueueTicket>(
  { tickets, rules, nowMs }: QueueView<T>,
  desk: QueueDesk | null,
): Lines<T> {
  const line = tickets
    .filter(({ status }) => status === 'waiting')
    .map((ticket) => (desk ? standingAt(desk, ticket, rules, nowMs) : standingOf(ticket, rules, nowMs)));
  return {
    overtaking: line.toSorted((a, b) => (isBefore(a, b, true) ? -1 : 1)),
    plain: line.toSorted((a, b) => (isBefore(a, b, false) ? -1 : 1)),
  };
}

/** Plays the queue forward until nobody is left whom an open counter calls. */
function play<T extends QueueTicket>(
  view: QueueView<T>,
  open: readonly QueueDesk[],
  mean: (series: string) => Typical | null,
): readonly Played[] {
  const { rules, nowMs } = view;
  const usual = linesAt(view, null);
  let seats: readonly Seat<T>[] = open.map((desk) => ({
    desk,
    lines: desk.after === undefined ? usual : linesAt(view, desk),
    freeMin: restOf(view, desk, mean),
    since: callsSincePriority(view, desk),
  }));
  const came = newcomersOf(view);
  const gone = new Set<string>();
  const played: Played[] = [];
  while (seats.length > 0) {
    const seat = seats.reduce((one, other) => (other.freeMin < one.freeMin ? other : one));
    const able = mayOvertake(rules, seat.since) ? seat.lines.overtaking : seat.lines.plain;
    const mine = able.filter(({ ticket }) => !gone.has(ticket.id) && serves(seat.desk, ticket));
    const atMs = nowMs + seat.freeMin * MINUTE_MS;
    const next = mine.find((one) => !isEarly(one, view, atMs)) ?? mine[0];
    const typical = next ? mean(next.ticket.series) : null;
    if (!next || !typical) {
      seats = seats.filter((one) => one !== seat);
      continue;
    }
    gone.add(next.ticket.id);
    const deskCount = open.filter((desk) => serves(desk, next.ticket)).length;
    const atMin = withNewcomers(
      next,
      seat.freeMin,
      typical.minutes / deskCount,
      came.get(next.ticket.series) ?? 0,
      view,
    );
    played.push({ id: next.ticket.id, atMin, deskCount, handling: typical });
    const overtakes = next.kind === 'priority' && mine.some((other) => other.sinceMs < next.sinceMs);
    seat.since = overtakes ? 0 : seat.since + 1;
    seat.freeMin += typical.minutes;
  }
  return played;
}

/** How many with a head start came in the last hour, by series. */
function newcomersOf({ tickets, rules, nowMs }: QueueView): ReadonlyMap<string, number> {
  const came = new Map<string, number>();
  for (const ticket of tickets) {
    const isRecent = elapsedMs(placeMs(ticket.place), nowMs) < HOUR * MINUTE_MS;
    if (isRecent && standingOf(ticket, rules, nowMs).leadMs > 0)
      came.set(ticket.series, (came.get(ticket.series) ?? 0) + 1);
  }
  return came;
}

/**
 * The moment of a call moved back by those with a head start who come meanwhile, as many as came in the last hour, and who
 * go before it as long as its own wait is shorter than theirs is ahead.
 * @param each minutes by which one of them moves it
 * @param came how many came in the last hour
 */
function withNewcomers(one: Standing, atMin: number, each: number, came: number, view: QueueView): number {
  if (one.kind !== 'plain') return atMin;
  const { rules, nowMs } = view;
  const aheadMin = rules.ageingMinutes ?? Infinity;
  const leftMin = Math.max(0, aheadMin - elapsedMs(one.sinceMs, nowMs) / MINUTE_MS);
  const most = rules.mode === 'strict' ? MOST_NEWCOMERS : 1 / (rules.every + 1);
  const share = Math.min((came / HOUR) * each, most);
  if (share === 0) return atMin;
  // As long as newcomers may go before it, its line moves only by what they leave of the time.
  return Math.min(atMin / (1 - share), atMin + (leftMin * share) / (1 - share));
}

/** Whether an appointment's time has not come at the moment that is played. */
function isEarly({ kind, sinceMs }: Standing, { rules }: QueueView, atMs: number): boolean {
  return kind === 'appointment' && atMs < sinceMs - rules.appointments.earlyMinutes * MINUTE_MS;
}

/** Minutes until a counter is free: what its present call may still take. */
function restOf(view: QueueView, desk: QueueDesk, mean: (series: string) => Typical | null): number {
  const here = view.tickets.find(
    ({ status, counter }) => counter === desk.id && (status === 'called' || status === 'serving'),
  );
  if (!here) return 0;
  const usual = mean(here.series)?.minutes ?? 0;
  const call = here.stages.findLast(({ kind }) => kind === 'called') ?? stageNow(here);
  const takenMin = elapsedMs(parseInstant(call?.from ?? '') ?? view.nowMs, view.nowMs) / MINUTE_MS;
  return Math.max(usual - takenMin, usual * REST_SHARE);
}

/** Numbers that go before one in its series. */
function aheadOf(one: Standing, { tickets, rules, nowMs }: QueueView): number {
  return tickets.filter(
    (other) =>
      other.status === 'waiting' &&
      other.id !== one.ticket.id &&
      other.series === one.ticket.series &&
      isBefore(standingOf(other, rules, nowMs), one, true),
  ).length;
}

function saidOf(ahead: number, atMin: number, deskCount: number, typical: Typical): WaitEstimate {
  const { minutes: usual, spread, count } = typical;
  // Calls in between, each with its own chance, shared by the counters; and the mean itself is only so well known.
  const calls = usual > 0 ? (atMin * deskCount) / usual : 0;
  const chance = (Math.sqrt(calls + 1) * spread) / Math.max(1, deskCount);
  const doubt = usual > 0 ? (atMin * spread) / (usual * Math.sqrt(count)) : 0;
  const half = BAND * Math.sqrt(chance * chance + doubt * doubt);
  return {
    ahead,
    minutes: Math.round(atMin),
    low: Math.max(0, Math.floor(atMin - half)),
    high: Math.ceil(atMin + half),
    missing: null,
  };
}

function unknown(ahead: number, missing: 'no-data' | 'no-counter'): WaitEstimate {
  return { ahead, minutes: null, low: null, high: null, missing };
}
