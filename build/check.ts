/** `npm run check`: types, lint, walls, dead code, format, house rules and the fast tests; exit 1 if one is red. */
import { forgetCounts, readCounts } from './check/counts.ts';
import { runAll, stopChildrenOnSignal, type Outcome } from './check/run-step.ts';
import { checkSeconds, staticSteps, vitestStep } from './check/steps.ts';

const root = new URL('..', import.meta.url).pathname;
const began = performance.now();

stopChildrenOnSignal();
forgetCounts(root, 'fast');
const outcomes = await runAll([vitestStep('fast'), ...staticSteps], root, say);
const red = outcomes.filter((outcome) => judge(outcome) !== 'ok').map(({ step }) => step.name);
const seconds = (performance.now() - began) / 1000;

if (seconds > checkSeconds) console.log(`the check took longer than its ${checkSeconds} s`);
console.log(red.length === 0 ? `check passed in ${seconds.toFixed(1)} s` : `check failed: ${red.join(', ')}`);
process.exitCode = red.length === 0 ? 0 : 1;

function say(outcome: Outcome): void {
  const verdict = judge(outcome);
  console.log(`${outcome.step.name.padEnd(8)} ${outcome.seconds.toFixed(1).padStart(5)} s  ${verdict}`);
  if (verdict !== 'ok') console.log(outcome.output.trimEnd());
}

function judge({ step, code }: Outcome): string {
  if (code !== 0) return 'FAILED';
  if (step.name !== 'fast') return 'ok';
  const counts = readCounts(root, 'fast');
  if (counts === undefined || counts.passed === 0) return 'FAILED: no test ran';
  return counts.skipped === 0 ? 'ok' : `FAILED: ${counts.skipped} tests skipped`;
}
