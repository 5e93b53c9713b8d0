// `npm run rig:wire [-- --runs N --seed S]`: real hosts and a real district over a wire that does harm; one JSON line a run
// in out/rigs/wire.jsonl. Ends with 1 when a run broke a promise.
import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { readCommandLine, wholeNumber } from '../simulate/command-line.ts';
import { runWire } from '../support/wire/wire-run.ts';
import { resultsFile, resultsOf } from './flags.ts';

const USAGE = `usage: npm run rig:wire -- [--runs N] [--seed S] [--results FILE]

  --runs N         how often, 10 if not said
  --seed S         decides the harm of the first run; each next run has the next seed
  --results FILE   one JSON line a run is appended here, out/rigs/wire.jsonl if not said

Ends with 0 when every run held, 1 when not, 2 for wrong flags.`;

const { runs, seed, results } = readCommandLine(
  'wire',
  USAGE,
  {
    runs: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
    results: { type: 'string', default: resultsOf('wire') },
  },
  (values) => ({
    runs: wholeNumber('--runs', values.runs, 1),
    seed: wholeNumber('--seed', values.seed, 0),
    results: resultsFile(values.results),
  }),
);
let broken = 0;
for (let run = 0; run < runs; run += 1) {
  const done = await runWire(seed + run);
  appendFileSync(results, `${JSON.stringify({ rig: 'wire', at: new Date().toISOString(), ...done })}\n`);
  const harm = Object.values(done.faults).reduce((sum, count) => sum + count, 0);
  if (done.problems.length > 0) broken += 1;
  const word = done.problems.length === 0 ? 'held' : `FAILED ${JSON.stringify(done.problems)}`;
  console.log(
    `wire ${run + 1}/${runs} seed ${done.seed}, ${done.events} events, ${harm} faults, ${done.seconds.toFixed(1)} s: ${word}`,
  );
}
process.exit(broken > 0 ? 1 : 0);
