import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Where a ratio is to lie; null: shown for information. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number } | null;

/** One figure of the bench: what was measured, beside its rival or limit in the same run. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly against: number;
  readonly againstName: string;
  /** Goal of `ours / against`. */
  readonly goal: Goal;
};

/** One bench's results as they stand in `out/bench/NAME.json`. */
export type BenchResult = {
  readonly name: string;
  /** What was measured, in one sentence. */
  readonly about: string;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly figures: readonly (Figure & { readonly ratio: number; readonly reached: boolean | null })[];
};

/** Where the results stand. */
export const RESULTS = 'out/bench';

/** The value below which `share` of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The middle one of the samples, or the mean of the middle two. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** Writes one bench's figures to `out/bench/NAME.json` and prints them with their ratios and the conditions. */
export function report(
  name: string,
  about: string,
  figures: readonly Figure[],
  conditions: Readonly<Record<string, unknown>>,
): void {
  mkdirSync(RESULTS, { recursive: true });
  const rows = figures.map((figure) => {
    const ratio = figure.ours / figure.against;
    return { ...figure, ratio, reached: reached(ratio, figure.goal) };
  });
  const result: BenchResult = { name, about, conditions: { ...machine(), ...conditions }, figures: rows };
  writeFileSync(`${RESULTS}/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\n${name}: ${about}`);
  for (const [what, value] of Object.entries(result.conditions)) console.log(`  ${what}: ${String(value)}`);
  for (const row of rows) {
    const { name: what, unit, ours, against, againstName, ratio } = row;
    console.log(
      `  ${what}: ${brief(ours)} ${unit}, ${againstName} ${brief(against)} ${unit}, ratio ${ratio.toFixed(3)} (${verdict(row)})`,
    );
  }
}

/** A goal as people read it. */
export function goalText(goal: Goal): string {
  if (goal === null) return '–';
  return 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
}

/** A measured value with three digits that say something. */
export function brief(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function reached(ratio: number, goal: Goal): boolean | null {
  if (goal === null) return null;
  return 'atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
}

function verdict({ goal, reached: is }: { readonly goal: Goal; readonly reached: boolean | null }): string {
  if (is === null) return 'for information';
  return `${goalText(goal)}, ${is ? 'reached' : 'NOT reached'}`;
}

function machine(): Readonly<Record<string, unknown>> {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    sqlite: process.versions['sqlite'] ?? 'unknown',
    chromium: chromiumVersion(),
  };
}

function chromiumVersion(): string {
  const output = execFileSync('chromium', ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return /\d+(\.\d+)+/.exec(output)?.[0] ?? output.trim();
}
