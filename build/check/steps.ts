/** One tool of the check: its name, and the command run in the folder that is looked at. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const sources = ['shared', 'renderer', 'electron', 'server', 'build', 'tests', 'vitest.config.ts'];

/** What is checked without running the product; the laws in tests/laws plant violations for these same steps. */
export const staticSteps: readonly Step[] = [
  { name: 'types', command: 'tsc', args: ['-b', '--pretty', 'false'] },
  { name: 'lint', command: 'oxlint', args: ['--format=unix'] },
  { name: 'walls', command: 'depcruise', args: ['--no-progress', ...sources] },
  { name: 'dead', command: 'knip', args: ['--no-progress', '--no-config-hints'] },
  {
    name: 'format',
    command: 'prettier',
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', 'out/cache/prettier', '.'],
  },
  { name: 'house', command: 'node', args: ['build/house.ts'] },
];

/** Where the counts of a vitest project are written. */
export const countsFile = (project: string): string => `out/tests/${project}.json`;

/** A run of one vitest project that also leaves its counts in `countsFile`. */
export const vitestStep = (project: string): Step => ({
  name: project,
  command: 'vitest',
  args: [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${countsFile(project)}`,
  ],
});

/** `npm run check` stays under this; more is said aloud, not failed: machines differ. */
export const checkSeconds = 60;

/**
 * A test run is ended after this, with the counts so far. Ten minutes on two cores are the goal and are missed: since the
 * waiting room's journeys a quiet run takes about fourteen. The rest is for machines that are a little slower, so that they
 * end with counts instead of a broken run.
 */
export const testMinutes = 30;
