// Writes the measured part of docs/performance.md; what people wrote around it stays.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brief, goalText, RESULTS } from './numbers.ts';
import type { BenchResult } from './numbers.ts';

const PAGE = 'docs/performance.md';
const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

/** Puts the results that stand in `out/bench` between the markers, in the given order. */
export function writePerformancePage(names: readonly string[]): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no ${BEGIN} … ${END}`);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${measured(names)}\n\n${END}${after}`);
}

function measured(names: readonly string[]): string {
  const results = names.flatMap((name): BenchResult[] => {
    const path = `${RESULTS}/${name}.json`;
    const result = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BenchResult) : null;
    // A result that an older bench left says nothing of this one.
    return result?.figures.every((figure) => figure.reached !== undefined) ? [result] : [];
  });
  const absent = names.filter((name) => !results.some((result) => result.name === name));
  return [
    machineText(results[0]),
    tableOf(results),
    ...(absent.length > 0 ? [`Without a result: ${absent.join(', ')}.`] : []),
    ...results.map(aboutText),
  ].join('\n\n');
}

const MACHINE = ['processor', 'cores', 'node', 'sqlite', 'chromium'];

function machineText(result: BenchResult | undefined): string {
  if (!result) return 'Nothing was measured.';
  const { processor, cores, node, sqlite, chromium } = result.conditions;
  return `Measured on ${String(cores)} cores of ${String(processor)}; Node ${String(node)}, SQLite ${String(sqlite)}, Chromium ${String(chromium)}.`;
}

function tableOf(results: readonly BenchResult[]): string {
  const rows = results.flatMap(({ name, figures }) =>
    figures.map(
      ({ name: what, unit, ours, against, againstName, goal, ratio, reached }) =>
        `| ${name} | ${what} | ${brief(ours)} ${unit} | ${againstName}: ${brief(against)} ${unit} | ${ratio.toFixed(2)} | ${goalText(goal)} | ${reached === null ? '–' : reached ? 'yes' : '**no**'} |`,
    ),
  );
  return [
    '| bench | figure | product | rival or limit | ratio | goal | reached |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function aboutText({ name, about, conditions }: BenchResult): string {
  const own = Object.entries(conditions).filter(([what]) => !MACHINE.includes(what));
  const facts = own.map(([what, value]) => `- ${what}: ${String(value)}`);
  return [`**${name}**: ${about}`, ...(facts.length > 0 ? [facts.join('\n')] : [])].join('\n\n');
}
