// `node tests/oracle/main.ts --cases 1000000 [--seed S]`: both implementations of the due dates on
// random cases; ends with 1 and the case on which they differ.
import { parseArgs } from 'node:util';
import { compareDueDates } from '../properties/due-agreement.ts';

/** A long run says on standard error how far it is. */
const PROGRESS = 50_000;

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const cases = Number(values.cases);
const seed = Number(values.seed);

if (!Number.isSafeInteger(cases) || !Number.isSafeInteger(seed) || cases < 1 || seed < 0) {
  console.error('--cases and --seed take whole numbers');
  process.exitCode = 2;
} else {
  const { difference, compared, met } = compareDueDates(seed, cases, (done) => {
    if (done % PROGRESS === 0) console.error(`${done} of ${cases}`);
  });
  for (const [what, times] of [...met].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`met ${String(times).padStart(8)}  ${what}`);
  if (difference !== null) console.log(JSON.stringify(difference, null, 1));
  console.log(`compared ${compared} cases, seed ${seed}, ${difference === null ? 0 : 1} differences`);
  process.exitCode = difference === null ? 0 : 1;
}
