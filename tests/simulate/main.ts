// `npm run simulate -- --seeds N [--start S]`, or `-- --mutants`: ends with 1 when a promise was broken or a mutant lives.
import { parseArgs } from 'node:util';
import { runMutants } from '../mutants/run.ts';
import { playHistory } from './history.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    start: { type: 'string', default: '1' },
    mutants: { type: 'boolean', default: false },
  },
});
const start = Number(values.start);
const seeds = Number(values.seeds);

if (!Number.isSafeInteger(start) || !Number.isSafeInteger(seeds) || start < 0 || seeds < 1) {
  console.error('--seeds and --start take whole numbers');
  process.exitCode = 2;
} else if (values.mutants) process.exitCode = (await runMutants()) ? 0 : 1;
else process.exitCode = simulate(start, seeds) ? 0 : 1;

function simulate(first: number, count: number): boolean {
  const began = process.cpuUsage();
  const sum = { events: 0, faults: 0, mishaps: 0, replicas: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const history = playHistory(seed);
    for (const key of ['events', 'faults', 'mishaps', 'replicas'] as const) sum[key] += history[key];
    if (history.violation === null) continue;
    console.log(history.story.join('\n'));
    console.log(`seed ${seed} fails: ${history.violation}`);
    const played = seed - first + 1;
    console.log(
      `simulated ${played} histories, seeds ${first}..${seed}, ${sum.events} events, ${sum.faults} faults, 1 violations`,
    );
    return false;
  }
  const { user, system } = process.cpuUsage(began);
  const rate = (count / (user + system)) * 1_000_000;
  const mean = (value: number) => (value / count).toFixed(1);
  console.log(
    `a history: ${mean(sum.replicas)} replicas, ${mean(sum.events)} events, ${mean(sum.faults)} faults, ${mean(sum.mishaps)} mishaps of messages; ${rate.toFixed(0)} histories a second of one core`,
  );
  const last = first + count - 1;
  console.log(
    `simulated ${count} histories, seeds ${first}..${last}, ${sum.events} events, ${sum.faults} faults, 0 violations`,
  );
  return true;
}
