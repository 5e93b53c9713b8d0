import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/** One figure of the bench: what was measured, beside its rival or limit in the same run. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly against: number;
  readonly againstName: string;
  readonly goal: string;
};

/** The value below which `share` of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Writes one bench's figures to `out/bench/NAME.json` and prints them as a table with the ratio. */
export function report(
  name: string,
  figures: readonly Figure[],
  conditions: Readonly<Record<string, unknown>>,
): void {
  mkdirSync('out/bench', { recursive: true });
  const rows = figures.map((figure) => ({ ...figure, ratio: figure.ours / figure.against }));
  writeFileSync(
    `out/bench/${name}.json`,
    `${JSON.stringify({ name, conditions: { ...machine(), ...conditions }, figures: rows }, null, 2)}\n`,
  );
  console.log(`\n${name}`);
  for (const { name: what, unit, ours, against, againstName, ratio, goal } of rows) {
    console.log(
      `  ${what}: ${ours.toFixed(2)} ${unit}, ${againstName} ${against.toFixed(2)} ${unit}, ratio ${ratio.toFixed(2)} (${goal})`,
    );
  }
}

function machine(): Readonly<Record<string, unknown>> {
  return {
    node: process.version,
    chromium: execFileSync('chromium', ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
    flush: 'IndexedDB strict, journal file fdatasync',
  };
}
