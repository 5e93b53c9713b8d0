// How long the parts of the visits took today, by queue; every mean opens into what it was divided from.
import { timedStages, timeParts } from '../../law/queue/times.ts';
import type { TimedStage, TimePart } from '../../law/queue/times.ts';
import type { Ticket } from '../../project/tickets.ts';

/** One measured stage of one number. */
export type TimeRow = TimedStage & { readonly ticket: Ticket };

/** A mean with what it was made of; null where nothing was measured, never 0 for it. */
export type PartMean = { readonly meanMs: number | null; readonly rows: readonly TimeRow[] };

/** The parts of the visits in one queue, or in all (`series` null). */
export type TimesRow = {
  readonly series: string | null;
  readonly parts: Readonly<Record<TimePart, PartMean>>;
};

/** All parts of a visit, in the order of the page. */
export const allTimeParts = Object.keys(timeParts) as readonly TimePart[];

/** The times of today: all queues together, then each queue that has any [HA6]. A stage counts in the queue it was in. */
export function roomTimes(tickets: readonly Ticket[]): readonly TimesRow[] {
  const rows = tickets.flatMap((ticket) => timedStages(ticket).map((one): TimeRow => ({ ...one, ticket })));
  const series = [...new Set(rows.map(({ stage }) => stage.series))].toSorted();
  if (series.length === 0) return [];
  return [
    { series: null, parts: partsOf(rows) },
    ...series.map((name) => ({
      series: name,
      parts: partsOf(rows.filter(({ stage }) => stage.series === name)),
    })),
  ];
}

function partsOf(rows: readonly TimeRow[]): TimesRow['parts'] {
  const part = (name: TimePart): readonly [TimePart, PartMean] => {
    const own = rows.filter((row) => row.part === name).toSorted((a, b) => b.ms - a.ms);
    const sumMs = own.reduce((sum, { ms }) => sum + ms, 0);
    return [name, { meanMs: own.length === 0 ? null : sumMs / own.length, rows: own }];
  };
  return Object.fromEntries(allTimeParts.map(part)) as Record<TimePart, PartMean>;
}
