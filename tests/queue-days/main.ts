// `node tests/queue-days/main.ts --days N [--seed S] [--coverage]`: ends with 1 when a promise about the queue was broken.
import { readCommandLine, wholeNumber } from '../simulate/command-line.ts';
import { playDay } from './day.ts';

const USAGE = `usage: node tests/queue-days/main.ts --days N [--seed S] [--coverage]

  --days N    how many random days are played, 1000 if not said
  --seed S    the first seed, 1 if not said
  --coverage  what the days met, and how often

Ends with 0 when every promise held, 1 when one was broken, 2 for wrong flags.`;

const told = readCommandLine(
  'queue-days',
  USAGE,
  {
    days: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    coverage: { type: 'boolean', default: false },
  },
  ({ days, seed, coverage }) => ({
    days: wholeNumber('--days', days, 1),
    seed: wholeNumber('--seed', seed, 0),
    coverage,
  }),
);
process.exitCode = play() ? 0 : 1;

function play(): boolean {
  const sum = { tickets: 0, events: 0, calls: 0, outOfTurn: 0 };
  const met = new Map<string, number>();
  const last = told.seed + told.days - 1;
  const line = (until: number, violations: number): string =>
    `played ${until - told.seed + 1} days, seeds ${told.seed}..${until}, ${sum.tickets} tickets, ${sum.calls} calls, ` +
    `${sum.outOfTurn} out of turn and explained, ${sum.events} events, ${violations} violations`;
  for (let seed = told.seed; seed <= last; seed += 1) {
    const day = playDay(seed);
    for (const key of ['tickets', 'events', 'calls', 'outOfTurn'] as const) sum[key] += day[key];
    for (const [what, times] of day.met) met.set(what, (met.get(what) ?? 0) + times);
    if (day.violation === null) continue;
    console.log(`seed ${seed} fails: ${day.violation}`);
    console.log(line(seed, 1));
    return false;
  }
  if (told.coverage)
    for (const [what, times] of [...met].sort(([one], [other]) => (one < other ? -1 : 1)))
      console.log(`met ${String(times).padStart(9)}  ${what}`);
  console.log(line(last, 0));
  return true;
}
