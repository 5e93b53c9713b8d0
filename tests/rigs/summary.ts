// `node tests/rigs/summary.ts`: puts what stands in out/rigs/*.jsonl into docs/durability.md, between its markers.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from '../simulate/command-line.ts';
import { ROOT } from './flags.ts';
import { held } from './record.ts';
import type { RunLine } from './record.ts';

const PAGE = join(ROOT, 'docs', 'durability.md');
const BEGIN = '<!-- rigs: begin -->';
const END = '<!-- rigs: end -->';
const RIGS = ['power-cut', 'kill', 'full-disk'] as const;
const COUNTED = [
  'runs',
  'with records',
  'held',
  'records judged',
  'lost',
  'only copy lost',
  'twice',
  'broken',
  'not judged',
  'began anew',
];

const USAGE = `usage: node tests/rigs/summary.ts

  puts what stands in out/rigs/*.jsonl into docs/durability.md, between its markers; takes no flags

Ends with 0 when it stands there, 2 for wrong flags.`;

readCommandLine('summary', USAGE, {}, () => null);
const runs = RIGS.flatMap(readRuns);
const [before, rest] = readFileSync(PAGE, 'utf8').split(BEGIN);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`${PAGE} has no ${BEGIN} … ${END}`);
writeFileSync(PAGE, `${before}${BEGIN}\n\n${measured().join('\n\n')}\n\n${END}${after}`);

function readRuns(rig: string): readonly RunLine[] {
  const path = join(ROOT, 'out', 'rigs', `${rig}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as RunLine);
}

function measured(): readonly string[] {
  if (runs.length === 0) return ['Nothing was run.'];
  const days = runs.map(({ at }) => at.slice(0, 10)).sort();
  const versions = (['chromium', 'node', 'kernel'] as const).map(
    (name) => `${name} ${[...new Set(runs.map((run) => run[name]))].join(', ')}`,
  );
  return [
    `${days[0]} to ${days.at(-1)}; ${versions.join('; ')}; states of the product's source: ${new Set(runs.map(({ product }) => product)).size}.`,
    table(
      ['rig', 'IndexedDB', ...COUNTED],
      groups(({ rig, backend }) => [rig, backend]),
    ),
    'What was done:',
    table(
      ['rig', 'fault', ...COUNTED],
      groups(({ rig, variant }) => [rig, variant]),
    ),
    `Of all runs ${share(({ district }) => district === 'with')} had a district server in reach, ${share(({ kiosk }) => kiosk)} a citizen at the kiosk page beside the acts. ${sum(runs, ({ withoutSecondCopy }) => withoutSecondCopy)} records were shown with the word that the host had no copy yet; ${sum(runs, ({ repaired }) => repaired)} stood in one copy only after the fault and were brought to the other; ${sum(runs, ({ newEpochs }) => newEpochs.length)} epochs were begun because the browser's storage was gone or no longer its own.`,
    ...failures(),
  ];
}

/** One row for each name that runs share, in the order they first appear. */
function groups(nameOf: (run: RunLine) => readonly [string, string]): readonly (readonly string[])[] {
  const byName = new Map<string, RunLine[]>();
  for (const run of runs) {
    const name = nameOf(run).join('\0');
    byName.set(name, [...(byName.get(name) ?? []), run]);
  }
  return [...byName]
    .sort(byRig)
    .map(([name, group]) => [
      ...name.split('\0'),
      ...[
        group.length,
        group.filter(({ shown }) => shown > 0).length,
        group.filter(held).length,
        sum(group, ({ shown }) => shown),
        sum(group, ({ lost }) => lost.length),
        sum(group, ({ onlyCopyLost }) => onlyCopyLost.length),
        sum(group, ({ twice }) => twice.length),
        sum(group, ({ broken }) => broken.length),
        group.filter(({ trouble }) => trouble !== null).length,
        group.filter(({ newEpochs }) => newEpochs.length > 0).length,
      ].map(String),
    ]);
}

function byRig([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const rank = (name: string): number => RIGS.findIndex((rig) => name.startsWith(`${rig}\0`));
  return rank(a) - rank(b) || a.localeCompare(b);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at < 2 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function sum(of: readonly RunLine[], figure: (run: RunLine) => number): number {
  return of.reduce((total, run) => total + figure(run), 0);
}

function share(has: (run: RunLine) => boolean): string {
  return `${Math.round((100 * runs.filter(has).length) / runs.length)} %`;
}

/** Every run that did not hold, with its seed. */
function failures(): readonly string[] {
  const failed = runs.filter((run) => !held(run));
  if (failed.length === 0) return ['No run failed.'];
  const rows = failed.map(({ rig, backend, seed, variant, trouble, lost, onlyCopyLost, twice, broken }) => [
    rig,
    `${backend}, ${variant}, seed ${seed}`,
    (trouble ?? [...lost, ...onlyCopyLost, ...twice, ...broken].slice(0, 3).join('; '))
      .replaceAll(/\s+/g, ' ')
      .replaceAll('|', '/')
      .slice(0, 200),
  ]);
  return ['Runs that did not hold:', table(['rig', 'run', 'what was found'], rows)];
}
