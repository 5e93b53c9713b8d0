import { isCountable, MAX_LIMIT } from '../../clock/due-case.ts';
import { refuse } from '../refuse.ts';
import type { z } from 'zod';
import type { Context, Path } from '../refuse.ts';
import type { procedureSchema } from '../shape.ts';

type Draft = z.output<typeof procedureSchema>;
type Timed = Pick<Draft, 'limit' | 'localLimit' | 'steps'>;
type Time = Pick<Timed['limit'], 'value' | 'unit'>;

/** A working day in limits and norms (DOMAIN 4.5 a). */
const HOURS_A_DAY = 8;

/** Sums of hours such as 0.1 + 0.2 are not quite what they should be. */
const ROUNDING_HOURS = 1e-6;

/** Every limit is one that the clock can count, so that no dossier is received whose due time nobody can give [PR8]. */
export function checkLimits(procedure: Draft, at: Path, context: Context): void {
  const { limit, localLimit, variants, stages = [] } = procedure;
  checkLimit(limit, [...at, 'limit'], context);
  variants.forEach((variant, index) =>
    checkLimit(variant.limit, [...at, 'variants', index, 'limit'], context),
  );
  if (localLimit) checkTime(localLimit, [...at, 'localLimit', 'value'], context);
  stages.forEach((stage, index) =>
    checkTime(stage.limit, [...at, 'stages', index, 'limit', 'value'], context),
  );
}

function checkLimit(limit: Draft['limit'], at: Path, context: Context): void {
  const { value, extendedValue, unit } = limit;
  checkTime({ value, unit }, [...at, 'value'], context);
  checkTime({ value: extendedValue, unit }, [...at, 'extendedValue'], context);
  if (isInRange(value) && isInRange(extendedValue) && extendedValue < value) {
    const message = `the extended limit ${extendedValue} is shorter than the limit ${value}`;
    refuse(context, [...at, 'extendedValue'], 'extended-limit-shorter', message);
  }
}

function checkTime({ value, unit }: Time, at: Path, context: Context): void {
  if (!isInRange(value) || isCountable(value, unit)) return;
  refuse(context, at, 'limit-value', `the clock cannot count ${value} of ${unit}`);
}

/** What lies outside is refused already by its size. */
function isInRange(value: number | null): value is number {
  return value !== null && value >= 0 && value <= MAX_LIMIT;
}

/** Steps of the internal process are numbered without gaps and take no more time than the procedure has [PR6]. */
export function checkSteps(procedure: Timed, at: Path, context: Context): void {
  const { steps } = procedure;
  if (!steps) return;
  steps.forEach(({ order }, index) => {
    if (order === index + 1) return;
    const message = `step ${order} stands at place ${index + 1}`;
    refuse(context, [...at, 'steps', index, 'order'], 'step-order', message);
  });
  const sum = steps.reduce((total, { hours }) => total + hours, 0);
  const most = longestHours(procedure);
  if (sum > most + ROUNDING_HOURS) {
    const message = `the steps take ${sum} working hours, the limit is ${most}`;
    refuse(context, [...at, 'steps'], 'steps-over-limit', message);
  }
}

/** An office may only promise less than the law gives; units that no calendar compares are left to the clock. */
export function checkLocalLimit({ limit, localLimit }: Timed, at: Path, context: Context): void {
  if (!localLimit) return;
  const where = [...at, 'localLimit', 'value'];
  const sameUnit = limit.unit === localLimit.unit;
  const [legal, local] = sameUnit ? [limit.value, localLimit.value] : [hoursOf(limit), hoursOf(localLimit)];
  if (legal !== null && local !== null && local > legal) {
    refuse(context, where, 'local-limit-longer', 'the local limit is longer than the legal one');
  }
}

/**
 * The most working hours that a dossier may take: by the legal limit, its extension, or the shorter local one. Infinity where
 * the limit gives no number. A limit in calendar days or plain hours never holds more than all of them worked.
 */
function longestHours({ limit, localLimit }: Timed): number {
  const legal = atMost({ value: extended(limit), unit: limit.unit });
  return localLimit ? Math.min(legal, atMost(localLimit)) : legal;
}

function extended({ value, extendedValue }: Timed['limit']): number | null {
  return value === null || extendedValue === null ? value : Math.max(value, extendedValue);
}

function atMost({ value, unit }: Time): number {
  if (value === null) return Infinity;
  switch (unit) {
    case 'workingDay':
    case 'calendarDay':
      return value === 0 ? HOURS_A_DAY : value * HOURS_A_DAY;
    case 'workingHour':
    case 'hour':
      return value;
    case 'campaign':
      return Infinity;
  }
}

/** Working hours of a limit in working time; null for others. */
function hoursOf({ value, unit }: Time): number | null {
  return unit === 'workingDay' || unit === 'workingHour' ? atMost({ value, unit }) : null;
}
