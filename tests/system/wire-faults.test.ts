import { expect, it } from 'vitest';
import { runWire } from '../support/wire/wire-run.ts';

// A longer form: npm run rig:wire -- --runs N
const SEED = Number(process.env['WIRE_SEED'] ?? 20_260_605);

it(`[UP6] over a wire that delays, cuts, repeats, truncates and lies, everything arrives everywhere exactly once (seed ${SEED})`, async () => {
  const run = await runWire(SEED);
  console.log(`wire: ${JSON.stringify(run)}`);
  expect(run.problems).toEqual([]);
  // Every kind of harm was done, or the run has shown less than its name says.
  expect(Object.keys(run.faults)).toHaveLength(11);
});
