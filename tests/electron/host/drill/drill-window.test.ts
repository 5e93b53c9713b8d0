// The drill that the window of the desk starts: the same program, nothing of the real desk in its hands [G05].
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { drillWindowCommand, freshDrillFolder } from '../../../../electron/host/drill/drill-window.ts';
import { temporaryFolder } from '../../../support/district.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(() => {
  for (const work of cleanUp.splice(0).reverse()) work();
});

it('[DR2] the window’s drill is the same program, told nothing but that it is a drill', () => {
  const packed = { execPath: '/opt/mot-cua', mainFile: null, isRoot: false };
  expect(drillWindowCommand(packed)).toEqual({ command: '/opt/mot-cua', args: ['--drill'] });
  const unpacked = { execPath: '/electron', mainFile: '/house/out/electron/main.js', isRoot: true };
  expect(drillWindowCommand(unpacked).args).toEqual([
    '--no-sandbox',
    '/house/out/electron/main.js',
    '--drill',
  ]);
});

it('[DR2] each drill has a fresh folder below the real one; those that ended go, one that runs stays', () => {
  const made = temporaryFolder();
  cleanUp.push(made.remove);
  mkdirSync(join(made.path, 'data'));
  writeFileSync(join(made.path, 'data', 'real'), 'kept');
  const ended = join(made.path, 'drill', '999999999');
  const running = join(made.path, 'drill', String(process.ppid));
  for (const folder of [ended, running]) mkdirSync(folder, { recursive: true });
  const own = freshDrillFolder(made.path, process.pid);
  expect(own).toBe(join(made.path, 'drill', String(process.pid)));
  writeFileSync(join(own, 'left'), '');
  expect(existsSync(ended)).toBe(false);
  expect(existsSync(running)).toBe(true);
  expect(existsSync(join(freshDrillFolder(made.path, process.pid), 'left'))).toBe(false);
  expect(existsSync(join(made.path, 'data', 'real'))).toBe(true);
});
