/** `npm test`: everything a change must pass, on a fresh machine. Its last line is `N passed, N failed`. */
import { forgetCounts, readCounts, type Counts } from './check/counts.ts';
import { runAll, runStep, stopChildrenOnSignal, type Outcome } from './check/run-step.ts';
import { staticSteps, testMinutes, vitestStep } from './check/steps.ts';

const root = new URL('..', import.meta.url).pathname;
const projects = ['fast', 'laws', 'system', 'e2e'];

stopChildrenOnSignal();
const setUp = await runStep(
  { name: 'setup', command: 'sh', args: ['build/setup.sh'] },
  { cwd: root, show: true },
);
const endsAt = performance.now() + testMinutes * 60_000;
const totals: Counts[] = [setUp.code === 0 ? { passed: 0, failed: 0, skipped: 0 } : broken('setup')];
if (setUp.code === 0) {
  totals.push(await runStatic());
  for (const project of projects) totals.push(await runProject(project));
}
finish(totals);

/** A red step counts as one failed test; a green one as none, so that the sum stays the number of tests. */
async function runStatic(): Promise<Counts> {
  const outcomes = await runAll(staticSteps, root, say);
  return { passed: 0, failed: outcomes.filter(({ code }) => code !== 0).length, skipped: 0 };
}

async function runProject(project: string): Promise<Counts> {
  forgetCounts(root, project);
  const timeoutMs = Math.max(1, endsAt - performance.now());
  const { code, seconds } = await runStep(vitestStep(project), { cwd: root, show: true, timeoutMs });
  const counts = readCounts(root, project);
  if (counts === undefined) return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : broken(project);
  console.log(`${project}: ${counts.passed} passed, ${counts.failed} failed in ${seconds.toFixed(1)} s`);
  if (counts.skipped > 0)
    console.log(`${project}: ${counts.skipped} tests were skipped, which counts as failed`);
  const silent = code !== 0 && counts.failed === 0 ? 1 : 0;
  return { ...counts, failed: counts.failed + counts.skipped + silent };
}

function broken(what: string): Counts {
  console.log(`${what} did not come to its end`);
  return { passed: 0, failed: 1, skipped: 0 };
}

function say({ step, code, seconds, output }: Outcome): void {
  console.log(`${step.name.padEnd(8)} ${seconds.toFixed(1).padStart(5)} s  ${code === 0 ? 'ok' : 'FAILED'}`);
  if (code !== 0) console.log(output.trimEnd());
}

function finish(all: readonly Counts[]): void {
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
}
