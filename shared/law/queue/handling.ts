// How long a call keeps its counter, as the tickets tell it.
import { parseInstant } from '../../basics/time.ts';
import type { QueueTicket, Stage } from './stages.ts';

/** How long one call keeps a counter, measured: how many, their sum and the sum of their squares, minutes. */
export type Handling = { readonly count: number; readonly sum: number; readonly squares: number };

/** Handling by series. */
export type Handlings = ReadonlyMap<string, Handling>;

/** Former days weigh as much as so many calls of today. */
const FORMER_WEIGHT = 12;
/** A pause between two calls counts up to so long; a longer one means that nobody waited. */
const LONGEST_PAUSE = 2;
/** A number that was forgotten at its counter says nothing about the others. */
const LONGEST_CALL = 90;

const MINUTE_MS = 60_000;

/**
 * How long the calls of some tickets kept their counters: from a call to the next one there, a short pause included. One that
 * nobody came to kept its counter busy and counts; one that was cut off by closing the number, mostly at the end of the day,
 * stood there unattended and does not.
 */
export function measureHandling(tickets: readonly QueueTicket[]): Handlings {
  const atCounter = new Map<string, Stage[]>();
  for (const { stages, status } of tickets)
    for (const stage of status === 'closed' ? withoutLastCall(stages) : stages) {
      if (!isAtCounter(stage) || stage.counter === null || stage.to === null) continue;
      const known = atCounter.get(stage.counter);
      if (known) known.push(stage);
      else atCounter.set(stage.counter, [stage]);
    }
  const found = new Map<string, Handling>();
  for (const stages of atCounter.values()) {
    const inOrder = stages.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    for (const { series, minutes } of spansOf(inOrder)) {
      if (minutes > LONGEST_CALL) continue;
      const { count, sum, squares } = found.get(series) ?? { count: 0, sum: 0, squares: 0 };
      found.set(series, { count: count + 1, sum: sum + minutes, squares: squares + minutes * minutes });
    }
  }
  return found;
}

function isAtCounter({ kind }: Stage): boolean {
  return kind === 'called' || kind === 'serving';
}

/** The stages before the call that a visit ended in, where it ended in one. */
function withoutLastCall(stages: readonly Stage[]): readonly Stage[] {
  return stages.slice(0, stages.findLastIndex((stage) => !isAtCounter(stage)) + 1);
}

type Span = { readonly series: string; readonly minutes: number };

/** Way and service of one call are one span; so is the short pause after it. */
function spansOf(stages: readonly Stage[]): readonly Span[] {
  const spans: { series: string; from: number; to: number }[] = [];
  for (const { kind, series, from, to } of stages) {
    const fromMs = parseInstant(from) ?? 0;
    const toMs = Math.max(fromMs, parseInstant(to ?? from) ?? fromMs);
    const last = spans.at(-1);
    if (kind === 'serving' && last?.to === fromMs) last.to = toMs;
    else {
      if (last) last.to += Math.min(Math.max(0, fromMs - last.to), LONGEST_PAUSE * MINUTE_MS);
      spans.push({ series, from: fromMs, to: toMs });
    }
  }
  return spans.map(({ series, from, to }) => ({ series, minutes: (to - from) / MINUTE_MS }));
}

/** Measurements of several days as one. */
export function addHandlings(days: readonly Handlings[]): Handlings {
  const all = new Map<string, Handling>();
  for (const day of days)
    for (const [series, one] of day) {
      const { count, sum, squares } = all.get(series) ?? { count: 0, sum: 0, squares: 0 };
      all.set(series, {
        count: count + one.count,
        sum: sum + one.sum,
        squares: squares + one.squares,
      });
    }
  return all;
}

/** Today's measurements with those of former days behind them, which weigh less the more there is of today. */
export function withFormer(today: Handlings, former: Handlings): Handlings {
  const both = new Map(today);
  for (const [series, { count, sum, squares }] of former) {
    const share = Math.min(1, FORMER_WEIGHT / Math.max(1, count));
    const now = today.get(series) ?? { count: 0, sum: 0, squares: 0 };
    both.set(series, {
      count: now.count + count * share,
      sum: now.sum + sum * share,
      squares: now.squares + squares * share,
    });
  }
  return both;
}
