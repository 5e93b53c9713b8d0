// `npm run simulate -- --seeds N [--start S] [--coverage]`, or `-- --mutants`: ends with 1 when a promise was broken or a mutant lives.
import { runMutants } from '../mutants/run.ts';
import { readCommandLine, wholeNumber } from './command-line.ts';
import { createDice } from './dice.ts';
import { playHistory } from './history.ts';
import { forkPointRule } from './rules/forks.ts';

const USAGE = `usage: npm run simulate -- [--seeds N] [--start S] [--coverage] | --mutants

  --seeds N    how many histories are played, 1000 if not said
  --start S    the first seed, 1 if not said
  --coverage   what the histories met, and how often
  --mutants    plants faults one at a time and sees each caught

Ends with 0 when every promise held, 1 when one was broken or a fault was not seen, 2 for wrong flags.`;

const told = readCommandLine(
  'simulate',
  USAGE,
  {
    seeds: { type: 'string', default: '1000' },
    start: { type: 'string', default: '1' },
    mutants: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
  },
  ({ seeds, start, mutants, coverage }) => ({
    seeds: wholeNumber('--seeds', seeds, 1),
    start: wholeNumber('--start', start, 0),
    mutants,
    coverage,
  }),
);
const kept = told.mutants ? await runMutants() : await simulate(told.start, told.seeds);
process.exitCode = kept ? 0 : 1;

async function simulate(first: number, count: number): Promise<boolean> {
  const began = process.cpuUsage();
  const met = new Map<string, number>();
  const sum = { events: 0, faults: 0, mishaps: 0, replicas: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const history = playHistory(seed);
    const violation = history.violation ?? (await brokenSearch(seed));
    for (const [what, times] of history.met) met.set(what, (met.get(what) ?? 0) + times);
    for (const key of ['events', 'faults', 'mishaps', 'replicas'] as const) sum[key] += history[key];
    if (violation === null) continue;
    console.log(history.story.join('\n'));
    console.log(`seed ${seed} fails: ${violation}`);
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
  if (told.coverage)
    for (const [what, times] of [...met].sort(([one], [other]) => (one < other ? -1 : 1)))
      console.log(`met ${String(times).padStart(8)}  ${what}`);
  const last = first + count - 1;
  console.log(
    `simulated ${count} histories, seeds ${first}..${last}, ${sum.events} events, ${sum.faults} faults, 0 violations`,
  );
  return true;
}

/** What is wrong with the search for a fork; it waits for its host, so that no history can hold it. */
async function brokenSearch(seed: number): Promise<string | null> {
  try {
    await forkPointRule(createDice(seed));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
