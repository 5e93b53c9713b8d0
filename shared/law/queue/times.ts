// How long the parts of a visit took. Each stage of a visit counts in exactly one part, so that the parts are the whole.
import { elapsedMs, parseInstant } from '../../basics/time.ts';
import type { QueueTicket, Stage } from './stages.ts';

/** The parts of a visit, with what each means, as it stands under every figure. */
export const timeParts = {
  waiting: {
    vi: 'Chờ: từ lúc lấy số (hoặc trở lại hàng chờ) đến lúc được gọi',
    en: 'Waiting: from taking the number (or coming back to the queue) to the call',
  },
  way: {
    vi: 'Đến quầy: từ lúc được gọi đến lúc đứng ở quầy, hoặc đến khi ghi vắng mặt',
    en: 'Way: from the call to standing at the counter, or to being marked absent',
  },
  service: {
    vi: 'Phục vụ: từ lúc đứng ở quầy đến khi xong',
    en: 'Service: from standing at the counter to the end',
  },
  unparted: {
    vi: 'Từ lúc gọi đến khi xong, khi không ghi lúc người dân đến quầy',
    en: 'From the call to the end, where nobody noted when the person came to the counter',
  },
  held: {
    vi: 'Để số lại: chờ bổ sung giấy tờ hoặc quay lại',
    en: 'Set aside: away for a paper, to come back',
  },
  away: {
    vi: 'Vắng mặt: từ khi ghi vắng mặt đến khi quay lại',
    en: 'Absent: from being given up to coming back',
  },
} as const;

/** A part of a visit. */
export type TimePart = keyof typeof timeParts;

/** How often a part was measured, and how long all of them took, ms. Sums are added; a mean is divided once, at the end. */
export type Measured = { readonly count: number; readonly sumMs: number };

/** Nothing measured yet. */
const NOTHING_MEASURED: Measured = { count: 0, sumMs: 0 };

/** The part that each stage of a visit belongs to. A call that ended with the visit has way and service in one. */
function partOf(stage: Stage, next: Stage | undefined): TimePart {
  switch (stage.kind) {
    case 'waiting':
      return 'waiting';
    case 'serving':
      return 'service';
    case 'held':
      return 'held';
    case 'absent':
      return 'away';
    case 'called':
      return stage.to === null || next?.kind === 'serving' || next?.kind === 'absent' ? 'way' : 'unparted';
  }
}

/** How long a stage took, or has taken so far; 0 where a clock was set back in between, never negative [QU8]. */
function stageMs({ from, to }: Stage, nowMs: number): number {
  const fromMs = parseInstant(from);
  const toMs = to === null ? nowMs : parseInstant(to);
  return fromMs === null || toMs === null ? 0 : elapsedMs(fromMs, toMs);
}

/** The parts of one visit that it has, each with the time of all its stages. */
export function visitTimes(
  { stages }: Pick<QueueTicket, 'stages'>,
  nowMs: number,
): Readonly<Partial<Record<TimePart, number>>> {
  const times: Partial<Record<TimePart, number>> = {};
  for (const [index, stage] of stages.entries()) {
    const part = partOf(stage, stages[index + 1]);
    times[part] = (times[part] ?? 0) + stageMs(stage, nowMs);
  }
  return times;
}

/** One stage of a visit that has ended, with the part that it counts in and its time, ms. */
export type TimedStage = { readonly stage: Stage; readonly part: TimePart; readonly ms: number };

/** The ended stages of one visit, as `measureTimes` counts them: what a mean opens into. */
export function timedStages({ stages }: Pick<QueueTicket, 'stages'>): readonly TimedStage[] {
  return stages.flatMap((stage, index) =>
    stage.to === null ? [] : [{ stage, part: partOf(stage, stages[index + 1]), ms: stageMs(stage, 0) }],
  );
}

/** The time of every part over many visits; only stages that have ended count. */
export function measureTimes(
  tickets: readonly Pick<QueueTicket, 'stages'>[],
): Readonly<Record<TimePart, Measured>> {
  const sums: Record<TimePart, Measured> = {
    waiting: NOTHING_MEASURED,
    way: NOTHING_MEASURED,
    service: NOTHING_MEASURED,
    unparted: NOTHING_MEASURED,
    held: NOTHING_MEASURED,
    away: NOTHING_MEASURED,
  };
  for (const { part, ms } of tickets.flatMap(timedStages))
    sums[part] = addMeasured(sums[part], { count: 1, sumMs: ms });
  return sums;
}

/** Two measurements as one; days and counters add up to what measuring them together gives. */
export function addMeasured(one: Measured, other: Measured): Measured {
  return { count: one.count + other.count, sumMs: one.sumMs + other.sumMs };
}

/** The mean; null where nothing was measured, never 0 for it. */
export function meanMs({ count, sumMs }: Measured): number | null {
  return count === 0 ? null : sumMs / count;
}
