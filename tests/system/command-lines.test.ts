import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Each program with a mistake of its own, besides the flag that nobody has. */
const programs = [
  ['simulate', 'tests/simulate/main.ts', ['--seeds', 'many']],
  ['kill', 'tests/rigs/kill.ts', ['--backend', 'paper']],
  ['power-cut', 'tests/rigs/power-cut.ts', ['--backend', 'leveldb', '--runs', '0']],
  ['full-disk', 'tests/rigs/full-disk.ts', ['--backend', 'leveldb', '--space', '/no/such/folder']],
  ['wire', 'tests/rigs/wire.ts', ['--seed', '-1']],
  ['kiosk', 'tests/rigs/kiosk.ts', ['--tickets', '10', '--first', '10']],
  ['summary', 'tests/rigs/summary.ts', ['now']],
] as const;

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, stdout, stderr };
}

describe('the command lines of the simulator and the rigs', () => {
  it.each(programs)('[W11] %s: --help answers on stdout and ends with 0', (_, program) => {
    const { status, stdout, stderr } = run(program, ['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^usage: /);
  });

  it.each(programs)('[W11] %s: a wrong flag ends with 2 and one line', (name, program, mistake) => {
    // The flag that nobody has is read by one parser, so one program of each is enough to ask.
    const flags = name === 'simulate' || name === 'wire' ? [['--no-such-flag'], mistake] : [mistake];
    for (const args of flags) {
      const { status, stdout, stderr } = run(program, args);
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^${name}: [^\\n]+ \\(see --help\\)\\n$`));
    }
  });
});
