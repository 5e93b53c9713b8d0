// How far estimates lie from what came, over days of many wards.
import { playRealDay } from './real-day.ts';
import type { Told } from './real-day.ts';

/** Errors in minutes. `share`: of waits that lay in their band. `relative`: mean error by mean wait, of waits of 10 min or more. */
export type EstimateError = {
  readonly told: number;
  readonly silent: number;
  readonly meanWait: number;
  readonly meanError: number;
  readonly bias: number;
  readonly worstTenth: number;
  readonly relative: number;
  readonly share: number;
};

/** Plays `wards` wards of three days each; estimates of the second and third know the days before. */
export function estimateError(firstSeed: number, wards: number): EstimateError {
  const all: Told[] = [];
  let silent = 0;
  for (let seed = firstSeed; seed < firstSeed + wards; seed += 1) {
    let former: ReturnType<typeof playRealDay>['handling'] = new Map();
    for (let day = 0; day < 3; day += 1) {
      const played = playRealDay(seed, seed * 3 + day, former);
      all.push(...played.told);
      silent += played.silent;
      former = played.handling;
    }
  }
  const errors = all.map(({ said, waitedMin }) => (said.minutes ?? 0) - waitedMin);
  const sizes = errors.map(Math.abs).toSorted((a, b) => a - b);
  const long = all.filter(({ waitedMin }) => waitedMin >= 10);
  const inBand = all.filter(
    ({ said, waitedMin }) => waitedMin >= (said.low ?? 0) - 0.5 && waitedMin <= (said.high ?? 0) + 0.5,
  );
  return {
    told: all.length,
    silent,
    meanWait: mean(all.map(({ waitedMin }) => waitedMin)),
    meanError: mean(sizes),
    bias: mean(errors),
    worstTenth: sizes[Math.floor(sizes.length * 0.9)] ?? 0,
    relative:
      mean(long.map(({ said, waitedMin }) => Math.abs((said.minutes ?? 0) - waitedMin))) /
      mean(long.map(({ waitedMin }) => waitedMin)),
    share: inBand.length / all.length,
  };
}

function mean(list: readonly number[]): number {
  return list.length === 0 ? 0 : list.reduce((sum, one) => sum + one, 0) / list.length;
}
