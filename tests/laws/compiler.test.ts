import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, reports } from './house-copy.ts';

/** One planted file, the compiler's code that must name it, and the law. */
type Fault = readonly [law: string, error: string, file: string, text: string];

const faults: readonly Fault[] = [
  ['LAW-room-electron', 'TS6307', 'electron/host/x.ts', `export { createApp } from '../../server/app.ts';\n`],
  ['LAW-room-server', 'TS6307', 'server/x.ts', `export { createDay } from '../renderer/store/day.ts';\n`],
  ['LAW-room-renderer', 'TS6307', 'renderer/x.ts', `export { openWindow } from '../electron/window.ts';\n`],
  ['LAW-room-shared', 'TS6307', 'shared/x.ts', `export { openDb } from '../renderer/db/open-db.ts';\n`],
  ['LAW-lib-shared-dom', 'TS2304', 'shared/dom.ts', `export const a = window.name;\n`],
  ['LAW-lib-shared-node', 'TS2591', 'shared/node.ts', `export const a = process.pid;\n`],
  ['LAW-lib-shared-timer', 'TS2304', 'shared/timer.ts', `export const a = setTimeout;\n`],
  ['LAW-lib-renderer-node', 'TS2591', 'renderer/node.ts', `export const a = process.pid;\n`],
  ['LAW-lib-server-dom', 'TS2584', 'server/dom.ts', `export const a = document.title;\n`],
  ['LAW-lib-server-electron', 'TS2503', 'server/el.ts', `export type A = Electron.App;\n`],
  ['LAW-lib-electron-dom', 'TS2584', 'electron/host/dom.ts', `export const a = document.title;\n`],
  [
    'LAW-indexed',
    'TS2322',
    'server/indexed.ts',
    `export const f = (x: readonly number[]): number => x[0];\n`,
  ],
  ['LAW-optional', 'TS2375', 'server/optional.ts', `export const a: { b?: number } = { b: undefined };\n`],
  ['LAW-unused', 'TS6133', 'server/unused.ts', `const a = 1;\nexport {};\n`],
  ['LAW-returns', 'TS7030', 'server/returns.ts', `export function f(x: boolean) {\n  if (x) return 1;\n}\n`],
  [
    'LAW-fallthrough',
    'TS7029',
    'server/fall.ts',
    `export const f = (x: number): void => {\n  switch (x) {\n    case 1:\n      f(2);\n    case 2:\n      f(3);\n  }\n};\n`,
  ],
  ['LAW-erasable', 'TS1294', 'server/enum.ts', `export enum A {\n  B,\n}\n`],
  [
    'LAW-type-import',
    'TS1484',
    'server/type-import.ts',
    `import { FastifyInstance } from 'fastify';\nexport type A = FastifyInstance;\n`,
  ],
];

describe('compiler', () => {
  let clean: { code: number | null; output: string };
  let broken: { code: number | null; output: string };

  beforeAll(async () => {
    clean = await checkPlanted('types', {});
    broken = await checkPlanted('types', Object.fromEntries(faults.map(([, , file, text]) => [file, text])));
  });

  it('[LAW-clean-types] a house that breaks none is left in peace', () => {
    expect(clean.output).toBe('');
    expect(clean.code).toBe(0);
  });

  it('[LAW-types] an error fails the check', () => {
    expect(broken.code).not.toBe(0);
  });

  for (const [law, error, file] of faults) {
    it(`[${law}] ${error} names ${file}`, () => {
      expect(reports(broken.output, error, `${file}(`), broken.output).toBe(true);
    });
  }
});
