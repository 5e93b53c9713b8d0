import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countsFile } from './steps.ts';

/** What a vitest run counted. A file that could not be loaded counts as one failed test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Removes the counts of an earlier run, so that a run that dies early is not read as the last one. */
export function forgetCounts(root: string, project: string): void {
  rmSync(join(root, countsFile(project)), { force: true });
}

/** Reads what the run wrote; undefined when it wrote nothing. */
export function readCounts(root: string, project: string): Counts | undefined {
  const file = join(root, countsFile(project));
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
