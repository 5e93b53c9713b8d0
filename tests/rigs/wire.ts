// `npm run rig:wire [-- --runs N --seed S]`: real hosts and a real district over a wire that does harm; one JSON line a run
// in out/rigs/wire.jsonl. Ends with 1 when a run broke a promise.
import { randomInt } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runWire } from '../support/wire/wire-run.ts';
import { ROOT } from './flags.ts';

const options = {
  runs: { type: 'string', default: '10' },
  seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
  results: { type: 'string', default: join(ROOT, 'out', 'rigs', 'wire.jsonl') },
} as const;
const { values } = parseArgs({ options, strict: true });
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('usage: npm run rig:wire -- [--runs N] [--seed S] [--results FILE]\n');
  process.exit(2);
}
mkdirSync(dirname(values.results), { recursive: true });
let broken = 0;
for (let run = 0; run < runs; run += 1) {
  const done = await runWire(seed + run);
  appendFileSync(
    values.results,
    `${JSON.stringify({ rig: 'wire', at: new Date().toISOString(), ...done })}\n`,
  );
  const harm = Object.values(done.faults).reduce((sum, count) => sum + count, 0);
  if (done.problems.length > 0) broken += 1;
  const word = done.problems.length === 0 ? 'held' : `FAILED ${JSON.stringify(done.problems)}`;
  console.log(
    `wire ${run + 1}/${runs} seed ${done.seed}, ${done.events} events, ${harm} faults, ${done.seconds.toFixed(1)} s: ${word}`,
  );
}
process.exit(broken > 0 ? 1 : 0);
