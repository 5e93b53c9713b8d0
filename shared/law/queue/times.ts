// How long the parts of a visit took. Each stage of a visit counts in exactly one part, so that the parts are the whole.
import { elapsedMs, parseInstant, wardDay } from '../../basics/time.ts';
import type { QueueTicket, Stage, TicketState } from './stages.ts';

/** The parts of a visit, with what each means, as it stands under every figure. */
export const timeParts = {
  waiting: {
    vi: 'Chờ: từ lúc lấy số (hoặc trở lại hàng chờ) đến lúc được gọi; số chưa được gọi, bị đóng hoặc mang qua ngày không tính',
    en: 'Waiting: from taking the number (or coming back to the queue) to the call; numbers never called, closed or carried over night are not counted',
  },
  way: {
    vi: 'Đến quầy: từ lúc được gọi đến lúc đứng ở quầy, hoặc đến khi ghi vắng mặt',
    en: 'Way: from the call to standing at the counter, or to being marked absent',
  },
  service: {
    vi: 'Phục vụ: từ lúc đứng ở quầy đến khi xong việc hoặc chuyển tiếp; lượt tạm giữ hoặc bị đóng không tính',
    en: 'Service: from standing at the counter to the end or to being sent on; set aside or closed is not counted',
  },
  unparted: {
    vi: 'Gọi đến xong: từ lúc gọi đến khi xong, khi không ghi lúc người dân đến quầy; số bị đóng không tính',
    en: 'Call to end: from the call to the end, where nobody noted when the person came; closed numbers are not counted',
  },
  held: {
    vi: 'Tạm giữ: từ khi tạm giữ số đến khi quay lại',
    en: 'Set aside: from being set aside to coming back',
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

/** The parts of one visit that it has, each with the time of all its stages, however they ended: together they are the whole. */
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

/**
 * One measured stretch of a visit, with the part that it counts in and its time, ms. A wait that a transfer went through is
 * one stretch, in the queue that called it.
 */
export type TimedStage = { readonly stage: Stage; readonly part: TimePart; readonly ms: number };

/** What is measured of a visit: its stages, and how it ended. */
type Visit = Pick<QueueTicket, 'stages' | 'status'>;

/**
 * The stretches of one visit that ended as the definition of their part says, as `measureTimes` counts them: what a mean opens
 * into. What the end of the day, a clerk's setting aside or another interruption cut off says nothing about how long a part
 * takes, and is in no mean [QU8].
 */
export function timedStages({ stages, status }: Visit): readonly TimedStage[] {
  const timed: TimedStage[] = [];
  let waitedFrom = 0;
  for (const [index, stage] of stages.entries()) {
    const next = stages[index + 1];
    if (stage.kind !== 'waiting' || stages[index - 1]?.kind !== 'waiting') waitedFrom = index;
    if (stage.to === null || !endedAsMeant(stage, next, status)) continue;
    const whole = stages.slice(waitedFrom, index + 1);
    const from = whole[0]?.from ?? stage.from;
    if (stage.kind === 'waiting' && dayOf(from) !== dayOf(stage.to)) continue;
    const ms = whole.reduce((sum, one) => sum + stageMs(one, 0), 0);
    timed.push({ stage: { ...stage, from }, part: partOf(stage, next), ms });
  }
  return timed;
}

/** Whether a stage ended in what the definition of its part ends with. */
function endedAsMeant({ kind }: Stage, next: Stage | undefined, status: TicketState): boolean {
  switch (kind) {
    case 'waiting':
      return next?.kind === 'called' || next?.kind === 'serving';
    case 'called':
      return next ? next.kind === 'serving' || next.kind === 'absent' : status === 'served';
    case 'serving':
      return next ? next.kind === 'waiting' : status === 'served';
    case 'held':
    case 'absent':
      return next !== undefined;
  }
}

function dayOf(instant: string): string {
  const ms = parseInstant(instant);
  return ms === null ? '' : wardDay(ms);
}

/** The time of every part over many visits; only what ended as its definition says counts. */
export function measureTimes(tickets: readonly Visit[]): Readonly<Record<TimePart, Measured>> {
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
